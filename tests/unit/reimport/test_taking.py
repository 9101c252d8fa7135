"""An edition and a later export of the same system: what is told, what is taken, what stays the chair's."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from builders import author, edition, paper
from proceedings.editions.edition_writer import write_edition
from proceedings.importers.imported import Doubt, Imported
from proceedings.importers.submission_pdfs import NO_PDF
from proceedings.records.edition import AcceptedPaper
from proceedings.records.paper import Affiliation, Paper, PaperFiles
from proceedings.records.volume import Review, Volume
from proceedings.reimport.provenance import read_provenance
from proceedings.reimport.taking import VOLUME_STAYS, doubts_of, news_lines, news_of, take_news, write_provenance

ORIGIN = "csv export papers.csv"
ADA = author("Ada Sample", email="ada@example.org", affiliations=("ghent",))
FIRST = paper("017", people=(ADA,), title="A Study", abstract="Long.")


def export(*papers: Paper, **pdfs: Path) -> Imported:
    return Imported(edition=edition(*papers), pdfs={id.removeprefix("p"): path for id, path in pdfs.items()})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of one paper, imported with its PDF."""
    (tmp_path / "old.pdf").write_bytes(b"%PDF-1.5 old")
    first = export(FIRST, p017=tmp_path / "old.pdf")
    write_edition(tmp_path / "e", first, ORIGIN)
    write_provenance(tmp_path / "e", first.pdfs, ORIGIN)
    return tmp_path / "e"


def import_again(folder: Path, later: Imported, *take: str) -> tuple[list[str], int]:
    news, _ = news_of(folder, later, "csv export later.csv")
    return list(news_lines(news, take)), take_news(folder, news, take)


def text_of(folder: Path, id: str = "017") -> str:
    return (folder / f"metadata/papers/{id}.yml").read_text("utf-8")


def test_the_same_export_says_nothing_new(folder: Path) -> None:
    before = text_of(folder)
    assert import_again(folder, export(FIRST), "title", "authors", "abstract", "papers") == ([], 0)
    assert text_of(folder) == before


def test_a_change_is_told_and_nothing_is_written_unasked(folder: Path) -> None:
    before = text_of(folder)
    lines, number = import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")))
    assert lines == ["017  title: A Study -> A Survey  (TAKE=title takes it)"]
    assert (number, text_of(folder)) == (0, before)


def test_a_change_that_is_asked_for_is_set_and_all_else_stays(folder: Path) -> None:
    before = text_of(folder)
    lines, number = import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")), "title")
    assert lines == ["017  title: A Study -> A Survey  (taken)"]
    assert (number, text_of(folder)) == (1, before.replace("A Study", "A Survey"))
    assert import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")), "title") == ([], 0)


def test_what_the_chair_edited_is_never_taken(folder: Path) -> None:
    mine = text_of(folder).replace("A Study", "A Careful Study")
    (folder / "metadata/papers/017.yml").write_text(mine)
    lines, number = import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")), "title")
    assert lines == ["017  title: A Careful Study -> A Survey  (edited here, and kept)"]
    assert (number, text_of(folder)) == (0, mine)


def test_what_cannot_be_read_here_is_somebodys_and_is_never_taken(folder: Path) -> None:
    mine = text_of(folder).replace("email:", "emial:")
    (folder / "metadata/papers/017.yml").write_text(mine)
    lines, number = import_again(folder, export(FIRST), "authors")
    assert lines[0].startswith("017  authors: ")
    assert lines[0].endswith("(edited here, and kept)")
    assert (number, text_of(folder)) == (0, mine)


def test_what_the_chair_added_is_not_compared_with_an_export_that_never_had_it(folder: Path) -> None:
    (folder / "metadata/papers/017.yml").write_text(text_of(folder) + "track: HPC\nnotes: mine\n")
    assert import_again(folder, export(FIRST), "track", "notes") == ([], 0)


def test_what_the_export_has_no_more_goes_where_it_is_asked_for(folder: Path) -> None:
    lines, _ = import_again(folder, export(msgspec.structs.replace(FIRST, abstract=None)), "abstract")
    assert lines == ["017  abstract: Long. -> (nothing)  (taken)"]
    assert "abstract" not in text_of(folder)


def test_authors_come_with_their_affiliations(folder: Path) -> None:
    later = msgspec.structs.replace(
        FIRST,
        authors=(ADA, author("Bo Test", affiliations=("oslo",))),
        affiliations={**FIRST.affiliations, "oslo": Affiliation(name="Sample Institute", country="NO")},
    )
    lines, _ = import_again(folder, export(later), "authors")
    assert lines == ["017  authors: Sample, Ada -> Sample, Ada; Test, Bo  (taken)"]
    assert "  oslo:\n    name: Sample Institute\n" in text_of(folder)
    assert import_again(folder, export(later), "authors") == ([], 0)


def test_authors_who_stay_keep_their_lines(folder: Path) -> None:
    path = folder / "metadata/papers/017.yml"
    path.write_text(
        text_of(folder).replace("  email:", "  # asked twice\n  email:").replace("  ghent:", "  ghent:  # UGent")
    )
    before = text_of(folder)
    later = msgspec.structs.replace(FIRST, authors=(author("Bo Test", affiliations=("ghent",)), ADA))
    import_again(folder, export(later), "authors")
    new = "- given: Bo\n  family: Test\n  affiliations: [ghent]\n"
    assert text_of(folder) == before.replace("authors:\n", f"authors:\n{new}")


def test_a_new_paper_is_added_where_it_is_asked_for(folder: Path) -> None:
    later = export(FIRST, paper("021", title="Late"))
    assert import_again(folder, later) == (['021  is new: "Late"  (TAKE=papers adds it)'], 0)
    assert import_again(folder, later, "papers") == (
        ['021  is new: "Late"  (added; name it in a session of metadata/program.yml)'],
        1,
    )
    assert "title: Late\n" in text_of(folder, "021")
    assert import_again(folder, later, "title") == ([], 0)


def test_a_number_that_lost_its_zeros_is_no_new_paper(folder: Path) -> None:
    later = export(msgspec.structs.replace(FIRST, id="17", title="A Survey"))
    assert import_again(folder, later, "title")[0] == ["017  title: A Study -> A Survey  (taken)"]
    assert not (folder / "metadata/papers/17.yml").exists()


def test_an_edition_without_a_programme_takes_the_exports_with_its_papers(folder: Path) -> None:
    (folder / "metadata/program.yml").write_text("# Ours.\nsessions: []  # to come\n")
    lines, _ = import_again(folder, export(FIRST, paper("021", title="Late")), "papers")
    assert lines == ['021  is new: "Late"  (added)']
    assert (folder / "metadata/program.yml").read_text("utf-8") == (
        '# Ours.\nsessions:\n- title: Papers\n  papers: ["017", "021"]  # to come\n'
    )


def test_how_many_papers_were_submitted_comes_with_new_ones_where_nobody_has_said_it(folder: Path) -> None:
    of_all = edition(FIRST, paper("021", title="Late"), volume=Volume(review=Review(submitted=31)))
    lines, _ = import_again(folder, Imported(edition=of_all), "papers")
    assert lines[-1] == "review.submitted of proceedings.yml: 31  (written)"
    volume = (folder / "metadata/proceedings.yml").read_text("utf-8")
    assert volume.endswith("review:\n  submitted: 31\n")
    more = edition(FIRST, paper("030", title="Later"), volume=Volume(review=Review(submitted=32)))
    assert "review.submitted" not in "".join(import_again(folder, Imported(edition=more), "papers")[0])


def test_files_that_the_metadata_names_come_with_it_and_go_over_no_other(folder: Path, tmp_path: Path) -> None:
    old, theirs = tmp_path / "old.pdf", PaperFiles(supplements=("021-supplement.zip",))
    beside = {"papers/021-supplement.zip": old, "papers/017-supplement.zip": old}
    late = export(FIRST, paper("021", title="Late", files=theirs), p021=old)
    (folder / "papers/021.pdf").write_bytes(b"%PDF-1.5 by mail")
    lines, _ = import_again(folder, msgspec.structs.replace(late, beside=beside), "papers")
    assert lines[0].endswith("program.yml; its PDF is here already, and stays)")
    assert (folder / "papers/021.pdf").read_bytes() == b"%PDF-1.5 by mail"
    assert (folder / "papers/021-supplement.zip").read_bytes() == old.read_bytes()
    assert not (folder / "papers/017-supplement.zip").exists()
    ours = msgspec.structs.replace(FIRST, files=PaperFiles(supplements=("017-supplement.zip",)))
    import_again(folder, msgspec.structs.replace(export(ours), beside=beside), "files")
    assert (folder / "papers/017-supplement.zip").is_file()


def test_a_new_paper_under_a_known_title_is_told(folder: Path) -> None:
    lines, _ = import_again(folder, export(FIRST, paper("99", title="A study")))
    assert lines == ['99  is new: "A study", which is the title of 017 too  (TAKE=papers adds it)']


def test_a_new_paper_goes_behind_the_list_at_acceptance(folder: Path) -> None:
    (folder / "metadata/accepted.csv").write_text("id,title,authors\n017,A Study,Ada Sample\n")
    late = paper("021", title="Late")
    accepted = (AcceptedPaper(id="017", title="A Study"), AcceptedPaper(id="021", title="Late", authors=("Bo Test",)))
    later = Imported(edition=edition(FIRST, late, accepted=accepted))
    import_again(folder, later, "papers")
    written = (folder / "metadata/accepted.csv").read_text("utf-8")
    assert written == "id,title,authors\n017,A Study,Ada Sample\n021,Late,Bo Test\n"
    (folder / "metadata/papers/021.yml").unlink()
    import_again(folder, later, "papers")
    assert (folder / "metadata/accepted.csv").read_text("utf-8") == written, "no paper was accepted twice"


def test_no_title_and_no_authors_are_never_taken(folder: Path) -> None:
    bare = msgspec.structs.replace(FIRST, authors=(), affiliations={}, title="")
    assert import_again(folder, export(bare), "authors", "title") == ([], 0)


def test_a_withdrawn_paper_is_not_called_gone(folder: Path) -> None:
    (folder / "metadata/papers/017.yml").write_text(text_of(folder) + "status: withdrawn\n")
    assert import_again(folder, export()) == ([], 0)


def test_an_export_of_another_system_is_doubted(folder: Path) -> None:
    news, doubts = news_of(folder, export(), "hotcrp export data.json")
    assert [each.where for each in doubts] == ["csv"]
    assert news.gone == ()


def test_a_paper_that_is_gone_stays(folder: Path) -> None:
    (line,), number = import_again(folder, export(), "papers")
    assert line.startswith("017  is not among the accepted papers of the export any more")
    assert (number, (folder / "metadata/papers/017.yml").exists()) == (0, True)


def test_a_later_file_takes_the_place_of_the_imported_one_but_of_no_other(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(b"%PDF-1.5 new")
    later = export(FIRST, p017=tmp_path / "new.pdf")
    assert import_again(folder, later, "pdfs")[1] == 1
    assert (folder / "papers/017.pdf").read_bytes() == b"%PDF-1.5 new"
    (folder / "papers/017.pdf").write_bytes(b"%PDF-1.5 by mail")
    assert import_again(folder, export(FIRST, p017=tmp_path / "old.pdf"), "pdfs")[1] == 0
    assert (folder / "papers/017.pdf").read_bytes() == b"%PDF-1.5 by mail"


def test_each_value_says_where_it_came_from(folder: Path) -> None:
    import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")), "title")
    known, problems = read_provenance(folder / "metadata")
    assert problems == []
    assert known[("017", "title")].origin == "csv export later.csv"
    assert known[("017", "abstract")].origin == ORIGIN


def test_the_first_import_into_an_edition_that_is_there_tells_all_its_doubts(folder: Path) -> None:
    news, _ = news_of(folder, export(FIRST), ORIGIN)
    by_rule = Doubt(fact="a submission was taken as accepted by decision", where="'accept' (1)")
    assert doubts_of(news, [by_rule]) == []
    (folder / "metadata/imported.csv").unlink()
    news, _ = news_of(folder, export(FIRST), ORIGIN)
    assert doubts_of(news, [by_rule]) == [by_rule]


def test_a_volume_that_the_export_describes_is_told_to_stay_aside_at_the_first_import(folder: Path) -> None:
    assert news_of(folder, export(FIRST), ORIGIN)[1] == []
    (folder / "metadata/imported.csv").unlink()
    _, doubts = news_of(folder, export(FIRST), ORIGIN)
    assert [(each.fact, each.where) for each in doubts] == [(VOLUME_STAYS, "Proceedings of the Sample Workshop")]


def test_no_paper_whose_pdf_was_put_in_by_hand_is_said_to_lack_one(folder: Path) -> None:
    news, _ = news_of(folder, export(msgspec.structs.replace(FIRST, title="A Survey"), paper("018")), ORIGIN)
    lacking = [Doubt(fact=NO_PDF, where="paper 017"), Doubt(fact=NO_PDF, where="paper 018")]
    assert doubts_of(news, lacking) == lacking[1:]


def test_an_edition_that_was_never_imported_is_wholly_the_chairs(folder: Path) -> None:
    (folder / "metadata/imported.csv").unlink()
    lines, number = import_again(folder, export(msgspec.structs.replace(FIRST, title="A Survey")), "title")
    assert lines == ["017  title: A Study -> A Survey  (edited here, and kept)"]
    assert number == 0


def test_long_values_are_shown_where_they_differ(folder: Path) -> None:
    one = msgspec.structs.replace(FIRST, abstract=f"{'word ' * 60}ends here.")
    import_again(folder, export(one), "abstract")
    two = msgspec.structs.replace(FIRST, abstract=f"{'word ' * 60}ends there.")
    (line,), _ = import_again(folder, export(two))
    assert line == (
        "017  abstract: …word word word word ends here. -> …word word word word ends there.  (TAKE=abstract takes it)"
    )
