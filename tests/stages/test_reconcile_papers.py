"""What a publisher that collects the papers itself has otherwise than the metadata is told paper by paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from metadata_makers import PAPER, edition_folder
from proceedings.reimport.provenance import read_provenance, why_it_stays
from proceedings.reimport.taking import write_provenance
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
            "017  title: Deep Learning on a Sample Machine -> Deep Learning On a Sample Machine"
            "  (edited here, and kept)",
            "017  authors: Sample, Ada -> Eva Sample  (to be mended by hand, here or there)",
            "017  rights: signed (2019-05-01) -> not granted yet  (to be mended by hand, here or there)",
            "017  doi: (nothing) -> 10.1145/1.1  (TAKE=doi takes it)",
            "021  contact: Sample, Ada -> Ben van Two  (edited here, and kept)",
            "021  e-mail: (nothing) -> ben@example.org  (edited here, and kept)",
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
        ["021  authors: Sample, Ada; van Two, Ben -> van Two, Ben; Sample, Ada  (edited here, and kept)"],
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


@pytest.fixture
def imported(folder: Path) -> Path:
    """The same edition as an import has left it, which nobody has edited since."""
    write_provenance(folder, {}, "hotcrp export x.json")
    return folder


def taken(folder: Path, kind: str, text: str, take: str) -> int:
    (folder / "list.csv").write_text(text, "utf-8")
    return main([kind, str(folder / "list.csv"), str(folder), "--take", take])


def test_what_is_named_is_taken_where_nobody_has_edited_it(imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = grid("The All-Reduce of O(n^2) Nodes", "Ben van Two").replace("Ada@", "ben@")
    text = GRID_TITLES + grid("Deep Learning On a Sample Machine", doi="10.1145/1.1") + second
    assert taken(imported, "acm", text, "title,contact,e-mail") == 1
    said = capsys.readouterr().out
    assert "Deep Learning On a Sample Machine  (taken)" in said
    assert "2 papers compared, 4 differences, 3 taken over" in said
    first, other = ((imported / f"metadata/papers/{id}.yml").read_text() for id in ("017", "021"))
    assert first == (PAPER + SIGNED).replace("Learning on", "Learning On")
    assert "email: ada@example.org}\n" in other
    assert "family: Two, affiliations: [ghent], corresponding: true, email: ben@example.org}" in other
    assert taken(imported, "acm", text, "doi") == 0
    assert taken(imported, "acm", text, "") == 0


def test_an_import_takes_nothing_back_that_the_publisher_gave(imported: Path) -> None:
    taken(imported, "acm", GRID_TITLES + grid("Deep Learning On a Sample Machine"), "all")
    known, _ = read_provenance(imported / "metadata")
    origin = known[("017", "title")]
    assert origin.origin == "acm list list.csv"
    assert why_it_stays("Deep Learning On a Sample Machine", origin) == "from acm list list.csv, and kept"


def test_authors_who_left_or_came_are_taken_with_their_names_parted(imported: Path) -> None:
    title = "21,The All-Reduce of O(n^2) Nodes"
    people = f"{title},Ben,van Two,b@example.org,Kiel,8,no\n{title},Cy,New,c@example.org,Ghent,8,yes\n"
    taken(imported, "ieee", CPS + people, "authors")
    text = (imported / "metadata/papers/021.yml").read_text()
    assert text.startswith(SECOND.split("authors:")[0] + "authors:\n- {given: Ben, particle: van, family: Two")
    assert "- given: Cy\n  family: New\naffiliations:" in text


def test_the_only_author_is_the_contact(imported: Path) -> None:
    (imported / "metadata/papers/017.yml").write_text(PAPER.replace("corresponding: true, ", "") + SIGNED)
    write_provenance(imported, {}, "hotcrp export x.json")
    text = GRID_TITLES + grid("Deep Learning on a Sample Machine").replace("Ada@", "a.sample@")
    taken(imported, "acm", text, "e-mail")
    assert "email: a.sample@example.org}" in (imported / "metadata/papers/017.yml").read_text()


def test_what_a_list_does_not_have_cannot_be_taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(folder, "acm", GRID_TITLES + grid("Deep Learning on a Sample Machine"), "titel") == 1
    assert capsys.readouterr().err.endswith('Did you mean "title"?\n')
