"""What the publisher made of the volume comes back into the metadata, and what is not certain is asked about."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from adopt_publication import main
from metadata_makers import PAPER, PROCEEDINGS, edition_folder
from proceedings.bibliography.bibtex import entries
from proceedings.intake.edition_folder import take_in
from proceedings.publisher import load_policy
from proceedings.records.paper import Published
from proceedings.records.placement import Pagination, Placement

ALLREDUCE = PAPER.replace("Deep Learning on a Sample Machine", "The All-Reduce of $O(n^2)$ Nodes")
SPRINGER = """\
Item Title,Publication Title,Book Series Title,Journal Volume,Item DOI,Pages
Deep Learning on a Sample Machine,High Performance Computing,LNCS,11887,10.1007/978-3-030-34356-9_1,3-14
The All-Reduce of O(n^2) Nodes,High Performance Computing,LNCS,11887,https://doi.org/10.1007/978-3-030-34356-9_2,15–26
Front Matter,High Performance Computing,LNCS,11887,,
"""
IEEE = """\
Document Title,Start Page,End Page,ISBNs,DOI
Deep Learning on a Sample Machine,1,8,978-3-030-34356-9;,10.1109/DLS49591.2020.00006
The All-Reduce of O(n2) Nodes,9,16,978-3-030-34356-9;,10.1109/DLS49591.2020.00007
"""
BIBTEX = """\
@inproceedings{a, title={{Deep Learning} on a Sample Machine}, pages={3--14}, doi={10.1145/1.1}, isbn={9783030343569}}
@inproceedings{b, title={The All-Reduce of {$O(n^2)$} Nodes}, pages={15--26}, doi={10.1145/1.2}}
"""
RIS = "TY  - CHAP\nT1  - Deep Learning on a Sample Machine\nSP  - 3\nEP  - 14\nDO  - 10.1145/1.1\nER  - \n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"papers/021.yml": f"# Late.\n{ALLREDUCE}", "proceedings.yml": f"{PROCEEDINGS}publisher: springer\n"}
    return edition_folder(tmp_path / "e", "017", "021", **texts)


def adopt(folder: Path, kind: str, name: str, text: str, *more: str) -> int:
    (folder / name).write_text(text, "utf-8")
    return main([kind, str(folder / name), str(folder), *more])


def text_of(folder: Path, name: str) -> str:
    return (folder / "metadata" / name).read_text("utf-8")


def test_springers_table_gives_pages_dois_and_the_number(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    said = capsys.readouterr()
    assert "017  doi: (nothing) -> 10.1007/978-3-030-34356-9_1\n" in said.out
    assert "017  published: (nothing) -> pages 3–14\n" in said.out
    assert "volume  number: (nothing) -> 11887\n" in said.out
    assert said.err == ""  # front matter is nobody's doubt
    assert text_of(folder, "papers/021.yml") == (
        f"# Late.\n{ALLREDUCE}doi: 10.1007/978-3-030-34356-9_2\npublished:\n  first_page: 15\n  last_page: 26\n"
    )
    assert text_of(folder, "proceedings.yml").endswith('publisher: springer\nnumber: "11887"\npublished: true\n')


def test_what_was_adopted_is_cited(folder: Path) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    edition, findings = take_in(folder / "metadata", folder / "papers")
    assert [each.message for each in findings if each.code in ("metadata-invalid", "doi-invalid")] == []
    place = Placement(paper="017", first_page=41, last_page=52)
    _, entry = entries(edition, Pagination(placements=(place,)), load_policy("springer"))
    cited = {name: entry.fields.get(name) for name in ("pages", "doi", "volume", "note")}
    assert cited == {"pages": "3--14", "doi": "10.1007/978-3-030-34356-9_1", "volume": "11887", "note": None}


def test_twice_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    before = text_of(folder, "papers/017.yml")
    capsys.readouterr()
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    assert "0 values changed, 2 papers found" in capsys.readouterr().out
    assert text_of(folder, "papers/017.yml") == before


@pytest.mark.parametrize(
    ("kind", "name", "text", "first"),
    [("ieee", "xplore.csv", IEEE, 1), ("acm", "export.bib", BIBTEX, 3), ("springer", "chapter.ris", RIS, 3)],
)
def test_every_list_gives_the_first_page(folder: Path, kind: str, name: str, text: str, first: int) -> None:
    adopt(folder, kind, name, text)
    papers = take_in(folder / "metadata", folder / "papers")[0].papers
    assert (papers[0].published or Published()).first_page == first


@pytest.mark.parametrize("pages", ["pp. 3–14", "p.3 - 14", "pages 3--14"])
def test_pages_may_be_called_pages(folder: Path, pages: str) -> None:
    adopt(folder, "csv", "list.csv", f"title,pages\nDeep Learning on a Sample Machine,{pages}\n")
    assert text_of(folder, "papers/017.yml").endswith("published:\n  first_page: 3\n  last_page: 14\n")


def test_a_range_where_the_first_page_should_stand_is_both_pages(folder: Path) -> None:
    adopt(folder, "springer", "a.ris", "TY  - CHAP\nTI  - Deep Learning on a Sample Machine\nSP  - 3-14\nER  - \n")
    assert text_of(folder, "papers/017.yml").endswith("published:\n  first_page: 3\n  last_page: 14\n")


def test_what_macos_hides_in_a_folder_of_lists_is_none(folder: Path) -> None:
    (folder / "lists").mkdir()
    (folder / "lists/._list.csv").write_bytes(b"\0")
    assert adopt(folder, "springer", "lists/list.csv", SPRINGER) == 0
    assert main(["springer", str(folder / "lists"), str(folder)]) == 0


def test_an_isbn_is_one_of_the_list(folder: Path) -> None:
    adopt(folder, "ieee", "xplore.csv", IEEE)
    assert "isbn: 978-3-030-34356-9\n" in text_of(folder, "proceedings.yml")


def test_a_title_that_is_only_alike_is_taken_on_the_chairs_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = SPRINGER.replace("Deep Learning on a Sample Machine", "Deep Learning on Some Sample Machine")
    assert adopt(folder, "springer", "list.csv", printed) == 1
    assert 'is like paper 017, "Deep Learning on a Sample Machine" (left out; ALIKE=yes takes it)' in (
        capsys.readouterr().err
    )
    assert "doi" not in text_of(folder, "papers/017.yml")
    assert adopt(folder, "springer", "list.csv", printed, "--alike") == 0
    assert "doi: 10.1007/978-3-030-34356-9_1\n" in text_of(folder, "papers/017.yml")


def test_a_paper_that_the_list_lacks_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(folder, "springer", "list.csv", "\n".join(SPRINGER.splitlines()[:2])) == 1
    assert 'the list has no line of paper 021, "The All-Reduce of $O(n^2)$ Nodes"' in capsys.readouterr().err


def test_a_list_without_a_paper_of_the_edition_gives_it_no_number(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = text_of(folder, "proceedings.yml")
    strange = "Title,Pages,DOI,Volume\nQuiet Networks,1-2,10.1007/1_1,16091\n"
    assert adopt(folder, "springer", "list.csv", strange) == 1
    assert "it may be another's: say which with EDITION=DIR. Nothing was written." in capsys.readouterr().err
    assert text_of(folder, "proceedings.yml") == before


def test_in_a_part_of_a_joint_volume_the_book_is_the_joint_one(folder: Path) -> None:
    joint = f"{PROCEEDINGS}publisher: springer\npart_of:\n  title: High Performance Computing\n"
    (folder / "metadata/proceedings.yml").write_text(joint)
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    assert '  number: "11887"\n' in text_of(folder, "proceedings.yml")


def test_other_workshops_papers_of_a_joint_volume_are_one_doubt(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    joint = f"{PROCEEDINGS}publisher: springer\npart_of:\n  title: High Performance Computing\n"
    (folder / "metadata/proceedings.yml").write_text(joint)
    others = "".join(f"Topic {topic} of Its Own,HPC,LNCS,11887,10.1007/{topic}{topic}00,\n" for topic in "abcde")
    assert adopt(folder, "springer", "list.csv", SPRINGER + others) == 0
    assert (
        capsys.readouterr()
        .err.splitlines()[-1]
        .startswith(
            'doubt: 5 lines of other papers of the joint volume, left out: "Topic a of Its Own", "Topic b of Its Own"'
        )
    )


def test_a_title_without_its_subtitle_is_alike(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "metadata/papers/017.yml").write_text(PAPER.replace("Machine\n", "Machine, Twice and Again\n", 1))
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 1
    said = capsys.readouterr().err
    assert "is like paper 017" in said
    assert "1 paper of the edition not found for certain in the list" in said
    assert "published" not in text_of(folder, "proceedings.yml")


def test_a_list_of_another_publisher_is_doubted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(folder, "ieee", "xplore.csv", IEEE, "--alike") == 0
    assert "the volume's publisher is springer, and the list ieee's" in capsys.readouterr().err


def test_where_a_value_came_from_is_noted(folder: Path) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    lines = text_of(folder, "imported.csv").splitlines()
    assert [line.rsplit(",", 1)[0] for line in lines[1:3]] == [
        "017,doi,springer list list.csv",
        "017,published,springer list list.csv",
    ]


def test_only_looking_writes_nothing(folder: Path) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER, "--show-only") == 0
    assert not (folder / "metadata/imported.csv").exists()
    assert text_of(folder, "papers/017.yml") == PAPER


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("list.csv", "Title\nA\n", "no column has DOIs or pages; its first row has 'Title'"),
        ("list.csv", "DOI,Authors\n10.1/1,A\n", "no column has titles or ids"),
        ("list.bib", "@inproceedings{a, title={A}, title={B}}", "line 1: entries that do not parse"),
        ("list.docx", "", "nothing in it is a list of papers"),
    ],
)
def test_what_is_no_list_is_told_in_a_line(
    folder: Path, name: str, text: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert adopt(folder, "springer", name, text) == 1
    said = capsys.readouterr().err
    assert reason in said
    assert len(said.splitlines()) == 1


def test_pages_that_cannot_be_are_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER.replace("3-14", "14-3").replace("15–26", "e15")) == 0
    said = capsys.readouterr().err
    assert "pages that end before they begin were left out" in said
    assert "pages that are no numbers were left out" in said
    assert text_of(folder, "papers/017.yml").endswith("published: {}\n")


def test_a_list_without_pages_leaves_the_pages_that_are_known(folder: Path) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    before = text_of(folder, "papers/017.yml")
    adopt(folder, "csv", "dois.csv", "title,doi\nDeep Learning on a Sample Machine,10.1007/978-3-030-34356-9_1\n")
    adopt(folder, "csv", "first.csv", "title,first page\nDeep Learning on a Sample Machine,3\n")
    assert text_of(folder, "papers/017.yml") == before


def test_one_doi_or_the_same_pages_of_two_papers_are_neithers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = SPRINGER.replace("34356-9_2", "34356-9_1").replace("15–26", "13–26")
    adopt(folder, "springer", "list.csv", wrong)
    said = capsys.readouterr()
    assert "is the DOI of several papers, and was left out (2 times): list.csv, row 2, list.csv, row 3" in said.err
    assert "pages that are those of several papers were left out (2 times): list.csv, row 2 (3-14)" in said.err
    assert text_of(folder, "papers/021.yml") == f"# Late.\n{ALLREDUCE}"


def test_a_paper_may_begin_on_the_page_on_which_another_ends(folder: Path) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER.replace("15–26", "14–26")) == 0
    assert "first_page: 14\n" in text_of(folder, "papers/021.yml")


@pytest.mark.parametrize("doi", ["TBD", "pending", "n/a"])
def test_what_is_no_doi_goes_over_none_that_is_known(
    folder: Path, capsys: pytest.CaptureFixture[str], doi: str
) -> None:
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    table = f"title,doi,pages,isbn\nDeep Learning on a Sample Machine,{doi},3-14,TBD\n"
    adopt(folder, "csv", "later.csv", table)
    assert "doi: 10.1007/978-3-030-34356-9_1\n" in text_of(folder, "papers/017.yml")
    assert "isbn" not in text_of(folder, "proceedings.yml")
    said = capsys.readouterr().err
    assert f"what is no DOI was left out: later.csv, row 2 ({doi})" in said
    assert "what cannot be an ISBN was left out: TBD" in said


def test_the_last_entry_of_a_ris_file_needs_no_end(folder: Path) -> None:
    adopt(folder, "csv", "list.ris", RIS.removesuffix("ER  - \n"))
    assert "first_page: 3" in text_of(folder, "papers/017.yml")


CHAPTERS = """\
@InProceedings{10.1007/978-3-030-34356-9_1,
title="Deep Learning on a Sample Machine", pages="3--14", isbn="978-3-030-34356-9"
}
@InProceedings{10.1007/978-3-030-34356-9_2,
title="The All-Reduce of {$}O(n^2){$} Nodes", pages="15--26", isbn="978-3-030-34356-9"
}
"""
XPLORE = """\
Document Title,Start Page,End Page,ISBNs,DOI
Title Page iii,iii,iii,978-0-7381-1076-9,10.1109/DLS49591.2020.00002
[Copyright notice],iv,iv,978-0-7381-1076-9,10.1109/DLS49591.2020.00003
Deep Learning on a Sample Machine,1,8,978-0-7381-1076-9;978-3-030-34356-9,10.1109/DLS49591.2020.00006
The All-Reduce of O(n2) Nodes,9,16,978-3-030-34356-9;978-0-7381-1076-9,10.1109/DLS49591.2020.00007
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.bib", CHAPTERS), ("a.ris", RIS.replace("DO  - 10.1145/1.1", "ID  - 10.1007/978-3-030-34356-9_1"))],
)
def test_springers_chapters_have_their_doi_for_a_name(folder: Path, name: str, text: str) -> None:
    adopt(folder, "springer", name, text)
    assert "doi: 10.1007/978-3-030-34356-9_1\n" in text_of(folder, "papers/017.yml")


def test_the_entry_of_the_book_gives_its_doi(folder: Path) -> None:
    adopt(folder, "acm", "acm.bib", "@proceedings{10.1145/3458744, title={DLS}, isbn={9783030343569}}\n" + BIBTEX)
    assert "doi: 10.1145/3458744\n" in text_of(folder, "proceedings.yml")


def test_front_matter_in_xplore_is_nobodys_doubt_and_the_isbn_is_one_of_all_lines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert adopt(folder, "ieee", "xplore.csv", XPLORE) == 0
    assert capsys.readouterr().err == "doubt: the volume's publisher is springer, and the list ieee's\n"
    assert "isbn: 978-0-7381-1076-9\n" in text_of(folder, "proceedings.yml")


def test_a_paper_that_is_withdrawn_here_and_in_the_book_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "metadata/papers/021.yml").write_text(f"{ALLREDUCE}status: withdrawn\n")
    assert adopt(folder, "springer", "list.csv", SPRINGER) == 0
    assert "is paper 021, which is withdrawn here, and was left out" in capsys.readouterr().err
    assert "doi" not in text_of(folder, "papers/021.yml")


def test_other_capitals_of_a_doi_and_other_hyphens_of_an_isbn_are_no_change(folder: Path) -> None:
    assert adopt(folder, "ieee", "xplore.csv", IEEE) == 0
    before = text_of(folder, "papers/017.yml"), text_of(folder, "proceedings.yml")
    adopt(folder, "ieee", "xplore.csv", IEEE.replace("DLS4", "dls4").replace("978-3-030-34356-9", "9783030343569"))
    assert (text_of(folder, "papers/017.yml"), text_of(folder, "proceedings.yml")) == before


def test_a_doi_that_becomes_final_without_the_lists_word_is_doubted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "metadata/papers/017.yml").write_text(f"{PAPER}doi: 10.5555/planned\n")
    adopt(folder, "csv", "pages.csv", "title,pages\nDeep Learning on a Sample Machine,3-14\n")
    assert "no DOI in the list, so that the one here counts as final: 017 (10.5555/planned)" in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "rebuilds"), [([], True), (["SHOW=yes"], False)])
def test_make_adopt_builds_anew_what_cites_the_book(asked: list[str], rebuilds: bool) -> None:
    command = ["make", "--dry-run", "adopt", "FROM=springer", "SOURCE=list.csv", *asked]
    said = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True).stdout
    assert "adopt_publication.py" in said
    assert ("bibliography appendix deposits" in said) == rebuilds
