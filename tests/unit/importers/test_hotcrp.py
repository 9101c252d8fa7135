from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

import pytest

from export_makers import PDF, as_json, hotcrp_paper, mutations, written
from proceedings.importers.hotcrp import read
from proceedings.importers.hotcrp_documents import NOT_FINAL, OTHER_VERSION, OUTSIDE
from proceedings.importers.imported import Imported, SourceError, doubt_lines

AUTHORS = """\
paper,title,given_name,family_name,email,affiliation,orcid,country,iscontact
7,Fast Training 7,Ada,Sample,ADA@example.org,Sample University,0000-0002-1825-0097,Belgium,
7,Fast Training 7,Ben,Two,ben@example.org,Sample University,,TR,yes
7,Fast Training 7,Cem,Three,cem@example.org,Elsewhere,,,nonauthor
"""


def imported(folder: Path, papers: object, **files: str | bytes) -> Imported:
    return read(written(folder, {"dls31-data.json": as_json(papers), **files}))


def doubted(export: Imported) -> str:
    return "\n".join(doubt_lines(export.doubts))


def test_a_list_and_a_single_paper_are_read_alike(tmp_path: Path) -> None:
    many = imported(tmp_path / "many", [hotcrp_paper(7), hotcrp_paper(12)]).edition
    assert [(paper.id, paper.title) for paper in many.papers] == [("7", "Fast Training 7"), ("12", "Fast Training 12")]
    assert imported(tmp_path / "one", hotcrp_paper(7)).edition.papers == many.papers[:1]
    assert read(tmp_path / "one/dls31-data.json").edition.papers == many.papers[:1]


@pytest.mark.parametrize(
    ("given", "family"), [("given_name", "family_name"), ("first", "last"), ("firstName", "lastName")]
)
def test_every_spelling_of_the_parts_of_a_name_is_read(given: str, family: str, tmp_path: Path) -> None:
    author = {given: "Ana María", family: "de la Cruz", "affiliation": "Sample University"}
    paper = imported(tmp_path, hotcrp_paper(authors=[author])).edition.papers[0]
    assert [(each.given, each.family) for each in paper.authors] == [("Ana María", "de la Cruz")]


def test_a_name_that_is_not_split_stays_whole(tmp_path: Path) -> None:
    authors = [{"name": "Ana de la Cruz"}, {"name": "Sample, Ada"}, "Ben Two (Ghent)", {"name": "Sammy Sample, Jr."}]
    export = imported(tmp_path, hotcrp_paper(authors=authors))
    people = export.edition.papers[0].authors
    assert [each.literal for each in people] == ["Ana de la Cruz", None, "Ben Two", "Sammy Sample, Jr."]
    assert (people[1].given, people[1].family) == ("Ada", "Sample")
    assert "kept whole as `literal`" in doubted(export)


def test_the_authors_csv_gives_what_the_json_does_not_say_and_parts_whole_names(tmp_path: Path) -> None:
    rows = "paper,title,given_name,family_name,email,affiliation\n7,T,Ada,Sample,ada@example.org,Sample University\n"
    files = {"x-data.json": as_json(hotcrp_paper(authors=["Ada Sample"])), "x-authors.csv": rows}
    (paper,) = read(written(tmp_path, files)).edition.papers
    (author,) = paper.authors
    assert (author.given, author.family, author.literal, author.email) == ("Ada", "Sample", None, "ada@example.org")
    assert [each.name for each in paper.affiliations.values()] == ["Sample University"]


def test_the_authors_csv_adds_orcid_country_and_contact_but_no_author(tmp_path: Path) -> None:
    export = imported(tmp_path, hotcrp_paper(), **{"dls31-authors.csv": AUTHORS})
    paper = export.edition.papers[0]
    assert [(each.family, each.orcid, each.corresponding) for each in paper.authors] == [
        ("Sample", "0000-0002-1825-0097", False),
        ("Two", None, True),
    ]
    assert [each.country for each in paper.affiliations.values()] == ["BE", "TR"]
    assert "differ" not in doubted(export)


def test_an_author_whom_only_the_csv_has_is_told_and_not_taken(tmp_path: Path) -> None:
    more = AUTHORS + "7,Fast Training 7,Dee,Four,dee@example.org,Elsewhere,,,\n"
    export = imported(tmp_path, hotcrp_paper(), **{"dls31-authors.csv": more})
    assert len(export.edition.papers[0].authors) == 2
    assert "the authors of the JSON and of the authors CSV differ; the JSON holds: paper 7" in doubted(export)


def test_without_the_csv_the_first_author_among_the_contacts_is_the_corresponding_one(tmp_path: Path) -> None:
    contacts = [{"email": "cem@example.org"}, {"email": "Ben@example.org"}]
    paper = imported(tmp_path, hotcrp_paper(contacts=contacts)).edition.papers[0]
    assert [each.corresponding for each in paper.authors] == [False, True]


def test_a_text_that_hotcrp_cut_stops_the_import(tmp_path: Path) -> None:
    papers = [
        hotcrp_paper(7, truncated={"abstract": "hard"}),
        hotcrp_paper(9),
        hotcrp_paper(12, truncated={"title": "soft"}),
    ]
    with pytest.raises(SourceError, match=r"paper 7 \(abstract\), paper 12 \(title\).*download the JSON again"):
        imported(tmp_path, papers)


def test_a_cut_text_of_a_refused_paper_stops_nothing(tmp_path: Path) -> None:
    papers = [hotcrp_paper(7), hotcrp_paper(9, status="rejected", decision="Rejected", truncated={"abstract": "hard"})]
    assert len(imported(tmp_path, papers).edition.papers) == 1


def test_hotcrps_state_says_who_is_accepted_and_the_rule_is_told(tmp_path: Path) -> None:
    papers = [
        hotcrp_paper(1, decision="Published"),
        hotcrp_paper(2, status="accept", decision="Accept with shepherd"),
        hotcrp_paper(3, status="accept", withdrawn=True),
        hotcrp_paper(4, status="desk_reject", decision="Desk reject"),
        hotcrp_paper(5, status="submitted", decision="Accepted as poster"),
        hotcrp_paper(6, status="draft", decision=None),
    ]
    export = imported(tmp_path, papers)
    assert [paper.id for paper in export.edition.papers] == ["1", "2", "5"]
    assert "accepted by `status`" in doubted(export)
    assert "withdrawn (1)" in doubted(export)


def test_the_chairs_own_words_for_a_yes_hold(tmp_path: Path) -> None:
    papers = [
        hotcrp_paper(1),
        hotcrp_paper(2, decision="Poster"),
        hotcrp_paper(3, decision="Poster", status="withdrawn"),
    ]
    export = imported(tmp_path, papers, **{"import.yml": "accept: poster\n"})
    assert [paper.id for paper in export.edition.papers] == ["2"]
    with pytest.raises(SourceError, match=r"matches 'talk'; there are: Accepted \(1\), Poster \(1\), withdrawn \(1\)"):
        imported(tmp_path, papers, **{"import.yml": "accept: talk\n"})


def test_one_id_twice_is_named_with_both_titles(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'7' is there twice .*'Fast Training 7' and 'Other'.*two exports merged"):
        imported(tmp_path, [hotcrp_paper(7), hotcrp_paper(7, title="Other")])


def test_an_error_in_place_of_a_paper_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"paper 9: HotCRP wrote an error in its place \(No permission\.\)"):
        imported(tmp_path, [hotcrp_paper(7), {"pid": 9, "error": "No permission."}])


@pytest.mark.parametrize("pid", [None, "", "../7", "a/b"])
def test_a_paper_without_a_number_is_named_by_its_place(pid: object, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"entry 2 \(Fast Training 7\): it has no `pid`"):
        imported(tmp_path, [hotcrp_paper(1), hotcrp_paper(7) | {"pid": pid}])


def test_titles_lose_their_latex_and_keep_their_math(tmp_path: Path) -> None:
    title = r"Sch\"{o}n: $O(n^2)$ \& more"
    assert imported(tmp_path, hotcrp_paper(title=title)).edition.papers[0].title == "Schön: $O(n^2)$ & more"


def test_topics_may_be_an_object(tmp_path: Path) -> None:
    paper = imported(tmp_path, hotcrp_paper(topics={"Scale": True, "Storage": False})).edition.papers[0]
    assert paper.topics == ("Scale",)


def test_days_and_pages_are_taken_over(tmp_path: Path) -> None:
    fields = {
        "submitted_at": 1932940800,
        "final_submitted_at": 1935360000,
        "final": {"pages": 9},
        "submission": {"pages": 8},
    }
    paper = imported(tmp_path, hotcrp_paper(**fields)).edition.papers[0]
    assert paper.dates.submitted == datetime.date(2031, 4, 3)
    assert paper.dates.camera_ready == datetime.date(2031, 5, 1)
    assert paper.expected_pages == 9


def test_the_final_version_goes_before_the_one_for_review(tmp_path: Path) -> None:
    written(tmp_path, {"pdf/dls31-paper7.pdf": PDF, "pdf/dls31-final7.pdf": PDF, "pdf/dls31-paper9.pdf": PDF})
    export = imported(tmp_path, [hotcrp_paper(7), hotcrp_paper(9)])
    assert {key: path.name for key, path in export.pdfs.items()} == {"7": "dls31-final7.pdf", "9": "dls31-paper9.pdf"}
    assert "several PDFs" not in doubted(export)


def test_a_version_that_is_not_the_final_one_is_seen_by_its_digest(tmp_path: Path) -> None:
    digest = {"mimetype": "application/pdf", "hash": f"sha2-{hashlib.sha256(PDF).hexdigest()}"}
    other = digest | {"hash": "sha2-00"}
    export = imported(
        tmp_path,
        [
            hotcrp_paper(1, final=digest),
            hotcrp_paper(2, submission=digest, final=other),
            hotcrp_paper(3, submission=other),
            hotcrp_paper(4, submission=digest),
        ],
        **{f"{number}.pdf": PDF for number in range(1, 5)},
    )
    assert [(doubt.fact, doubt.where) for doubt in export.doubts if doubt.fact in (NOT_FINAL, OTHER_VERSION)] == [
        (NOT_FINAL, "paper 2"),
        (OTHER_VERSION, "paper 3 (3.pdf)"),
    ]


def test_attachments_are_taken_by_what_their_fields_are_called(tmp_path: Path) -> None:
    def document(name: str) -> dict[str, str]:
        return {"mimetype": "application/x", "content_file": name}

    fields = {
        "final": document("f.pdf"),
        "copyright_form": document("c.pdf"),
        "latex_sources": document("s.zip"),
        "supplementary_material": [document("m.zip"), document("n.zip")],
        "response": document("r.pdf"),
        "artifact_url": "see https://doi.org/10.5281/zenodo.1234567.",
    }
    files = dict.fromkeys(("f.pdf", "c.pdf", "s.zip", "m.zip", "n.zip", "r.pdf"), PDF)
    export = imported(tmp_path, hotcrp_paper(**fields), **files)
    paper = export.edition.papers[0]
    assert export.pdfs["7"].name == "f.pdf"
    assert {key: path.name for key, path in export.beside.items()} == {
        "papers/7-rights.pdf": "c.pdf",
        "papers/7.zip": "s.zip",
        "papers/7-supplement.zip": "m.zip",
        "papers/7-supplement-2.zip": "n.zip",
    }
    assert paper.files.supplements == ("7-supplement.zip", "7-supplement-2.zip")
    assert paper.reproducibility is not None
    assert [(artifact.title, artifact.doi) for artifact in paper.reproducibility.artifacts] == [
        ("Artifact", "10.5281/zenodo.1234567")
    ]
    assert "left out: response (1)" in doubted(export)


def test_attachments_lie_beside_the_json_wherever_it_was_unpacked(tmp_path: Path) -> None:
    final = {"mimetype": "application/pdf", "content_file": "dls31-final7.pdf"}
    imported(tmp_path / "dls31-data", hotcrp_paper(final=final), **{"dls31-final7.pdf": PDF})
    assert read(tmp_path).pdfs["7"].name == "dls31-final7.pdf"


def test_a_document_outside_the_export_is_not_taken(tmp_path: Path) -> None:
    written(tmp_path, {"secret.pdf": PDF})
    (tmp_path / "e").mkdir()
    (tmp_path / "e/link.pdf").symlink_to(tmp_path / "secret.pdf")
    papers = [
        hotcrp_paper(number, final={"mimetype": "application/pdf", "content_file": name})
        for number, name in enumerate(("../secret.pdf", str(tmp_path / "secret.pdf"), "link.pdf"), start=1)
    ]
    export = imported(tmp_path / "e", papers)
    assert export.pdfs == {}
    assert [doubt.where.split()[1] for doubt in export.doubts if doubt.fact == OUTSIDE] == ["1", "2", "3"]


def test_files_of_single_papers_are_one_export(tmp_path: Path) -> None:
    files = {f"dls31-paper{pid}-data.json": as_json(hotcrp_paper(pid)) for pid in (7, 9)}
    assert [paper.id for paper in read(written(tmp_path, files)).edition.papers] == ["7", "9"]


def test_a_value_of_another_type_is_a_doubt_or_one_line_and_never_a_crash(tmp_path: Path) -> None:
    digest = {"mimetype": "application/pdf", "hash": "sha2-00", "content_file": "7.pdf", "pages": 8}
    paper = hotcrp_paper(final=digest, contacts=[{"email": "ada@example.org"}], copyright_form=digest, submitted_at=1)
    written(tmp_path, {"7.pdf": PDF, "authors.csv": AUTHORS})
    outcomes = set()
    for content in mutations([paper]):
        try:
            outcomes.add(len(imported(tmp_path, content).edition.papers))
        except SourceError as error:
            outcomes.add("\n" in str(error))
    assert outcomes == {1, False}
