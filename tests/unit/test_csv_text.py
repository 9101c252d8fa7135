"""No table that is written has a cell which a spreadsheet would work out, and what was written reads back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from builders import edition, paper
from proceedings.artifacts.items import listed_papers
from proceedings.artifacts.table import as_csv as artifacts_csv
from proceedings.bundles.acm_tables import enhanced_csv, simple_csv
from proceedings.chase import chase_csv
from proceedings.csv_text import FORMULA_SIGNS, csv_text, escaped, unescaped
from proceedings.editorial.tables import as_csv, authors_rows, organisation_rows, sessions_rows
from proceedings.intake.csv_rows import read_rows
from proceedings.paper_table.columns import Known
from proceedings.paper_table.writing import write_table
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.front_matter import Committee, Member
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.reproducibility import Reproducibility, Software
from proceedings.records.volume import Volume
from proceedings.volume.papers_table import papers_table

SCRIPTS = Path(__file__).parents[2] / "scripts"
EVIL = '=HYPERLINK("http://example.org";"x")'


def hostile_paper() -> Paper:
    return paper(
        "017",
        people=(Author(given="@Ada", family="-Sample", email="+a@example.org", affiliations=("ghent",)),),
        title=EVIL,
        doi="=10.5555/x",
        keywords=("＝1", "-2"),
        notes="+1",
        affiliations={"ghent": Affiliation(name="@Ghent", city="=City", country="BE")},
        reproducibility=Reproducibility(software=(Software(name="=1+1", version="-3", url="@x"),)),
    )


def hostile_edition() -> Edition:
    return edition(
        hostile_paper(),
        volume=Volume(title="=Volume", acronym="+V", year=2019),
        sessions=(Session(title="@Session", papers=("017",)),),
        committees=(Committee(role="-chairs", members=(Member(given="=G", family="+F", affiliation="@A"),)),),
    )


PAGES = Pagination(placements=(Placement(paper="017", last_page=4),), next_page=5)


def tables(made: Edition) -> Iterator[str]:
    yield papers_table(made, PAGES, {})
    yield chase_csv(made, [Finding(paper="017", code="rights-missing", severity="error", message="=1", remedy="+2")])
    yield as_csv(["a"] * 9, sessions_rows(made, PAGES)).decode("utf-8-sig")
    yield as_csv(["a"] * 9, authors_rows(made, PAGES)).decode("utf-8-sig")
    yield as_csv(["a"] * 9, organisation_rows(made)).decode("utf-8-sig")
    yield artifacts_csv(listed_papers(made, PAGES, load_policy("own"))).decode()
    yield simple_csv(made, PAGES.placements).decode("utf-8-sig")
    yield enhanced_csv(made, PAGES.placements).decode("utf-8-sig")


def test_no_table_of_a_hostile_edition_has_a_cell_that_begins_like_a_formula() -> None:
    for table in tables(hostile_edition()):
        cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
        assert any(cell.startswith("'") for cell in cells), table
        assert not [cell for cell in cells if cell.startswith(FORMULA_SIGNS)]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_chairs_table_of_a_hostile_edition_has_texts_alone(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"papers.{ending}"
    write_table(
        path, Known(papers={"017": hostile_paper()}, sessions=(Session(title="=S", papers=("017",)),)), Volume()
    )
    if ending == "csv":
        cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
        assert f"'{EVIL}" in cells and not [cell for cell in cells if cell.startswith(FORMULA_SIGNS)]
    else:
        rows = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
        assert EVIL in [cell.value for cell in rows]
        assert not [cell for cell in rows if cell.data_type == "f"]


def test_no_other_module_writes_tables() -> None:
    writers = re.compile(r"csv\.writer|DictWriter|to_csv|to_excel|Workbook\(\)")
    found = {path.stem for path in SCRIPTS.rglob("*.py") if writers.search(path.read_text("utf-8"))}
    assert found == {"csv_text", "acm_tables", "writing", "workbook"}


@pytest.mark.parametrize("text", [*(f"{sign}1" for sign in FORMULA_SIGNS if sign.strip()), "'t Hooft", "-", "a=b", ""])
def test_what_was_escaped_reads_back(tmp_path: Path, text: str) -> None:
    assert unescaped(escaped(text)) == text
    (tmp_path / "list.csv").write_text(csv_text(["id", "title"], [["017", text]]), "utf-8")
    rows, _ = read_rows(tmp_path / "list.csv", shown_as="list.csv", heading="id,title")
    assert rows[1][1] == ["017", text]


def test_numbers_are_no_formulas() -> None:
    assert csv_text(["a", "b"], [[-1, "-1"]]) == "a,b\n-1,'-1\n"
