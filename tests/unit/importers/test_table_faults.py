"""A table is read the same however it was saved: rows and columns in any order, every encoding, separator and line end.

Two exports that somebody put into one file are refused wherever the second begins.
"""

from __future__ import annotations

import csv
import io
import random
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from easychair_exports import EASYCHAIR_SYSTEMS
from export_makers import doubted
from few_examples import few
from json_exports import JSON_SYSTEMS
from mapped_exports import MAPPED_SYSTEMS
from proceedings.importers import read_source
from proceedings.importers.imported import SourceError
from proceedings.records.paper import Affiliation, Author, Paper
from system_exports import System
from table_exports import TABLE_SYSTEMS

EVERY = EASYCHAIR_SYSTEMS | TABLE_SYSTEMS | MAPPED_SYSTEMS | JSON_SYSTEMS
SYSTEMS = {
    name: EVERY[name]
    for name in ("easychair", "softconf", "cmt, tsv", "pcs", "csv, long", "csv, wide", "csv, string", "hotcrp")
}
"""Those whose exports are text in columns, as far as they are."""

FEW = few(6, smaller=False)

Grid = list[list[str]]
Fault = Callable[[Grid, random.Random], Grid]

GHENT, KIEL = Affiliation(name="Universität “Gent”", country="BE"), Affiliation(name="Kiel", city="Kiel", country="DE")
ADA = Author(given="Ada", family="Sample", email="ada@example.org", affiliations=("a",), corresponding=True)
BEN = Author(given="Bén", particle="van der", family="Velde", email="ben@example.org", affiliations=("b",))
WHOLE = Author(literal="Mausam", email="m@example.org")
PAPERS = [
    Paper(
        id="7",
        title='"Fast" – and 50% slower',
        authors=(ADA, BEN, WHOLE),
        affiliations={"a": GHENT, "b": KIEL},
        abstract="First, best.\n\n=Second; last.",
        keywords=("a b", "c"),
    ),
    Paper(id="12", title="=1+1 Is Two", authors=(BEN, ADA), affiliations={"a": GHENT, "b": KIEL}, track="Main"),
    Paper(id="30", title="Ünlike | the others; see", authors=(ADA,), affiliations={"a": KIEL}),
]


def tables(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in (".csv", ".tsv")]


def grid_of(path: Path) -> Grid:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix == ".tsv" else ","))


def rows_anew(grid: Grid, chance: random.Random) -> Grid:
    """The rows shuffled; those of one paper stay in the order of its authors, whatever stands between them."""
    titles, *rows = grid
    number = next(titles.index(each) for each in ("#", "submission #", *titles) if each in titles)
    places = chance.sample(rows, len(rows))
    left = {row[number]: iter([each for each in rows if each[number] == row[number]]) for row in rows}
    return [titles, *(next(left[row[number]]) for row in places)]


def columns_anew(grid: Grid, chance: random.Random) -> Grid:
    order = chance.sample(range(len(grid[0])), len(grid[0]))
    return [[row[column] for column in order] for row in grid]


def columns_more(grid: Grid, chance: random.Random) -> Grid:
    """Columns that the chairs added, one of them without a title."""
    place = chance.randrange(len(grid[0]) + 1)
    return [
        [*row[:place], more, *row[place:], ""]
        for row, more in zip(grid, ["Our remark", *"yx" * len(grid)], strict=False)
    ]


def rows_blank(grid: Grid, chance: random.Random) -> Grid:
    """Empty lines and rows of empty cells among the others."""
    blank = ([], [""] * len(grid[0]), [" "] * len(grid[0]))
    return [grid[0], *(each for row in grid[1:] for each in (row, chance.choice(blank))), []]


def cells_padded(grid: Grid, chance: random.Random) -> Grid:
    return [[chance.choice((cell, f" {cell}", f"{cell} ")) for cell in row] for row in grid]


FAULTS = (rows_anew, columns_anew, columns_more, rows_blank, cells_padded)


def saved(grid: Grid, separator: str, lines: tuple[str, int], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    ending, quoting = lines
    csv.writer(text, delimiter=separator, lineterminator=ending, quoting=quoting).writerows(grid)
    return text.getvalue().encode(encoding)


SAVINGS = st.tuples(
    st.sampled_from(",;\t|"),
    st.sampled_from(
        (("\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL))
    ),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
)


def found(system: System, folder: Path) -> list[Paper]:
    return sorted(read_source(system.kind, folder).edition.papers, key=lambda paper: paper.id)


@FEW
@given(st.lists(st.sampled_from(FAULTS), unique=True), SAVINGS, st.integers(0, 99))
@example([], (",", ("\n", csv.QUOTE_MINIMAL), "cp1252"), 1)
@example([*FAULTS], ("\t", ("\r\n", csv.QUOTE_MINIMAL), "utf-16"), 2)
@example([], ("|", ("\r", csv.QUOTE_ALL), "utf-8-sig"), 3)
def test_a_table_is_the_same_however_it_was_saved(
    faults: Iterable[Fault], saving: tuple[str, tuple[str, int], str], seed: int
) -> None:
    chance = random.Random(seed)
    for name, system in SYSTEMS.items():
        with tempfile.TemporaryDirectory() as place:
            source = system.write(PAPERS, Path(place) / "export")
            folder = source if source.is_dir() else source.parent
            plain = found(system, source)
            for path in tables(folder):
                grid = grid_of(path)
                for fault in sorted(faults, key=FAULTS.index):
                    grid = fault(grid, chance)
                path.write_bytes(saved(grid, *saving))
            assert found(system, source) == plain, name
            assert [paper.title for paper in plain] == [paper.title for paper in sorted(PAPERS, key=lambda p: p.id)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", [*JSON_SYSTEMS, "easychair, pasted"])
def test_json_and_copied_lists_are_the_same_in_every_encoding(name: str, encoding: str, tmp_path: Path) -> None:
    system = EVERY[name]
    source = system.write(PAPERS, tmp_path / "export")
    plain = found(system, source)
    for path in (each for each in (tmp_path / "export").iterdir() if each.suffix != ".csv"):
        path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert found(system, source) == plain
    assert ("Windows-1252" in doubted(read_source(system.kind, source))) is (encoding == "cp1252")


@pytest.mark.parametrize("name", [name for name in SYSTEMS if name != "hotcrp"])
def test_a_quotation_mark_that_nothing_closes_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    source = SYSTEMS[name].write(PAPERS, tmp_path / "export")
    for path in tables(tmp_path):
        path.write_bytes(path.read_bytes() + b'"31')
    with pytest.raises(SourceError, match=r"\.[ct]sv, line \d+: a quotation mark opens in this row"):
        read_source(SYSTEMS[name].kind, source)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", [name for name in SYSTEMS if name != "hotcrp"])
def test_two_exports_in_one_table_are_refused_by_name_and_line(name: str, mark: str, tmp_path: Path) -> None:
    system = SYSTEMS[name]
    source = system.write(PAPERS, tmp_path / "export")
    for path in tables(tmp_path):
        content = path.read_bytes()
        path.write_bytes(content + mark.encode() + content.removeprefix("\ufeff".encode()))
    with pytest.raises(SourceError, match=r"\.[ct]sv\b.*(line|row) \d+.*were two exports merged"):
        read_source(system.kind, source)
