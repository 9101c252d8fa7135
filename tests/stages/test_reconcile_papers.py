"""What a publisher that collects the papers itself has otherwise than the metadata is told paper by paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata_makers import PAPER, edition_folder
from reconcile_papers import main

GRID_TITLES = (
    '" ","ACM No.","Contact No.","Title","Author","Email","DL Paper Type","Rights Granted","Third Party",'
    '"Aux. Material","Video Recording","Artistic Images","Govt. Employees","Open Access","DOI","Authorizer",'
    '"Statement","CC License","Non-ACM Copyright"\n'
)
SECOND = PAPER.replace("Deep Learning on a Sample Machine", "The All-Reduce of $O(n^2)$ Nodes").replace(
    "\naffiliations:", "\n- {given: Ben, particle: van, family: Two, affiliations: [ghent]}\naffiliations:"
)
SIGNED = "rights: {form: acm, signed: 2019-05-01}\n"
CPS = "Paper Id,Paper Title,First name,Last name,Email,Affiliation,Page Limit,Corresponding Author?\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    papers = {"papers/017.yml": PAPER + SIGNED, "papers/021.yml": SECOND + SIGNED}
    return edition_folder(tmp_path / "e", "017", "021", **papers)


def grid(title: str, author: str = "Ada Sample", rights: str = "01-MAY-2019", doi: str = "") -> str:
    cells = ("1", "4711", "1", title, author, "Ada@example.org", "Full Paper", rights, *"-" * 6, doi, *"-" * 4)
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def reconciled(folder: Path, kind: str, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    (folder / "list.csv").write_text(text, "utf-8")
    before = {path: path.read_bytes() for path in (folder / "metadata").rglob("*.yml")}
    status = main([kind, str(folder / "list.csv"), str(folder)])
    assert {path: path.read_bytes() for path in (folder / "metadata").rglob("*.yml")} == before
    return status, capsys.readouterr().out.splitlines()[:-1]


def test_a_list_that_agrees_says_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = grid("The All-Reduce of O(n^2) Nodes", "Sample, Ada; Ben van Two")
    text = GRID_TITLES + grid("Deep Learning on a Sample Machine", "Sample, Ada") + second
    assert reconciled(folder, "acm", text, capsys) == (0, [])


def test_every_difference_is_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = grid("Deep Learning On a Sample Machine", "Eva Sample", rights="", doi="10.1145/1.1")
    text = GRID_TITLES + first + grid("The All-Reduce of O(n^2) Nodes", "Ben van Two").replace("Ada@", "ben@")
    assert reconciled(folder, "acm", text, capsys) == (
        1,
        [
            '017  title: "Deep Learning on a Sample Machine" here, "Deep Learning On a Sample Machine" there',
            '017  authors: "Ada Sample" here, "Eva Sample" there',
            '017  rights: "signed (2019-05-01)" here, "not granted yet" there',
            '017  doi: (nothing) here, "10.1145/1.1" there',
            '021  contact: "Ada Sample" here, "Ben van Two" there',
            '021  e-mail: "ada@example.org" here, "ben@example.org" there',
        ],
    )


def test_papers_of_one_side_alone_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = GRID_TITLES + grid("Deep Learning on a Sample Machine") + grid("Something Else Entirely")
    status, said = reconciled(folder, "acm", text, capsys)
    assert status == 1
    assert said[0].startswith("021  is not in the list")
    assert said[1] == 'list.csv, row 3: "Something Else Entirely" is no paper of the edition'


def test_a_row_an_author_is_read_as_one_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = "17,Deep Learning on a Sample Machine,Ada,Sample,ada@example.org,Ghent,8,yes\n"
    title = "21,The All-Reduce of O(n^2) Nodes"
    second = f"{title},Ben,van Two,b@example.org,Kiel,8,no\n{title},Ada,Sample,ada@example.org,Ghent,8,yes\n"
    assert reconciled(folder, "ieee", CPS + first + second, capsys) == (
        1,
        ['021  authors: "Ada Sample; Ben van Two" here, "Ben van Two; Ada Sample" there'],
    )


def test_the_contents_of_taps_have_dois_and_neither_people_nor_rights(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "1,a,017,t1,Deep Learning on a Sample Machine,Scale,\n2,b,021,t2,The All-Reduce of O(n^2) Nodes,Scale,\n"
    assert reconciled(folder, "acm", f"Order,ACMNo,ID,TOC_ID,Title,SessionName,DOI\n{rows}", capsys) == (0, [])


def test_a_table_of_other_columns_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.csv").write_text("a,b\n1,2\n", "utf-8")
    assert main(["acm", str(folder / "list.csv"), str(folder)]) == 1
    assert 'no column is called "title"' in capsys.readouterr().err
