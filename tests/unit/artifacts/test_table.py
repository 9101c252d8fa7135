from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import msgspec
import pytest

from builders import edition, paper
from full_reproducibility import FULL_BLOCK
from proceedings.artifacts.items import KINDS, LISTS, ListedPaper, listed_papers
from proceedings.artifacts.table import OF_PAPER, as_csv, as_json, columns, kinds_with
from proceedings.bibliography.cited_book import Book
from proceedings.csv_text import escaped
from proceedings.publisher import load_policy
from proceedings.records.placement import Pagination, Placement
from proceedings.records.reproducibility import Artifact, Badge, Dataset, Reproducibility, Software
from proceedings.records.same_names import SameName

OF_LISTS = ("rung", "listed_as")
"""Keys of an item in the JSON that are not in the metadata."""

DOCS = (Path(__file__).parents[3] / "docs/artifacts.md").read_text("utf-8")


def listed(block: Reproducibility | None, **fields: object) -> list[ListedPaper]:
    pagination = Pagination(placements=(Placement(paper="017", first_page=5, last_page=8),))
    return listed_papers(edition(paper("017", reproducibility=block, **fields)), pagination, load_policy("own"))


def table(block: Reproducibility | None, **fields: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(listed(block, **fields)).decode(), newline="")))


def test_every_item_has_a_row_with_its_paper_in_the_order_of_the_appendix() -> None:
    rows = table(FULL_BLOCK, doi="10.5555/x", title="An $O(n)$ Rule")
    kinds = [row["kind"] for row in rows]
    assert list(dict.fromkeys(kinds)) == list(KINDS)
    assert len(rows) == 13
    assert {tuple(row[each] for each in OF_PAPER[:4]) for row in rows} == {("017", "An O(n) Rule", "5", "10.5555/x")}


def test_every_item_has_its_name_in_one_column() -> None:
    names = [row["name"] for row in table(FULL_BLOCK)]
    assert all(names)
    assert {"LARS", "PyTorch", "ImageNet-1K", "JUWELS Booster", "Training scripts, logs and analysis notebooks"} <= {
        *names
    }


def test_numbers_and_units_stay_as_they_were_written() -> None:
    block = Reproducibility(
        software=(Software(id="S", name="CUDA", version="1.10"),), datasets=(Dataset(size="147 GB"),)
    )
    software, dataset = table(block)
    assert (software["version"], dataset["size"]) == ("1.10", "147 GB")


def test_what_an_item_stands_on_is_a_column_for_each_kind() -> None:
    (artifact,) = [row for row in table(FULL_BLOCK) if row["kind"] == "artifact"]
    assert (artifact["setup_software"], artifact["setup_hardware"]) == ("SW1; SW2", "HW1")
    assert (artifact["time_minutes_execution"], artifact["supports"], artifact["role"]) == ("90", "C1; C2", "workflow")


def test_a_pending_doi_of_an_item_is_none() -> None:
    block = Reproducibility(artifacts=(Artifact(title="Code", doi="pending"),))
    assert table(block)[0]["doi"] == ""
    assert b"pending" not in as_json(listed(block), Book())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert escaped(f"{start}1+1") == f"'{start}1+1"
    (row,) = table(Reproducibility(software=(Software(name=f"{start}1+1"),)), title=f"{start}HYPERLINK()")
    assert row["name"][0] not in "=+-@" and row["title"][0] not in "=+-@"


def test_a_paper_that_declares_nothing_has_no_row_and_stands_in_the_json() -> None:
    assert table(None) == []
    said = {"id": "017", "title": "Paper 017", "authors": ["Ada Sample"], "first_page": 5, "last_page": 8}
    assert json.loads(as_json(listed(None), Book(title="The Volume", year=2019))) == {
        "volume": {"title": "The Volume", "year": 2019},
        "papers": [said],
    }


def test_things_that_the_chair_has_joined_are_listed_under_one_name() -> None:
    block = Reproducibility(datasets=(Dataset(name="ILSVRC 2012"), Dataset(name="Waves")), badges=(Badge(name="B"),))
    answers = (SameName(kind="datasets", name="ImageNet-1K", other="ilsvrc-2012", same=True),)
    pagination = Pagination(placements=(Placement(paper="017", first_page=5, last_page=8),))
    made = edition(paper("017", reproducibility=block), same_names=answers)
    papers = listed_papers(made, pagination, load_policy("own"))
    rows = list(csv.DictReader(io.StringIO(as_csv(papers).decode(), newline="")))
    assert [(row["name"], row["listed_as"]) for row in rows] == [
        ("ILSVRC 2012", "ImageNet-1K"),
        ("Waves", "Waves"),
        ("B", ""),
    ]
    (one,) = json.loads(as_json(papers, Book()))["papers"]
    assert [each["listed_as"] for each in one["datasets"]] == ["ImageNet-1K", "Waves"]


def test_the_json_holds_the_whole_block_under_the_keys_of_the_metadata() -> None:
    (one,) = json.loads(as_json(listed(FULL_BLOCK), Book()))["papers"]
    for kind in LISTS.values():
        one[kind] = [{key: value for key, value in item.items() if key not in OF_LISTS} for item in one.get(kind, ())]
    block = {key: value for key, value in one.items() if key in Reproducibility.__struct_fields__}
    assert msgspec.convert(block, Reproducibility, strict=False) == FULL_BLOCK


def test_the_documented_columns_are_those_of_the_table() -> None:
    written = re.findall(r"(?m)^\| `(\w+)` \| ([\w, ]+) \| \S", DOCS.partition("<!-- columns -->")[2])
    assert [name for name, _ in written] == list(columns())
    assert dict(written) == {name: "all" if name in OF_PAPER else ", ".join(kinds_with(name)) for name in columns()}


def test_the_rung_says_how_far_an_item_can_be_followed() -> None:
    rungs = {row["item"]: row["rung"] for row in table(FULL_BLOCK) if row["item"]}
    assert (rungs["A1"], rungs["SW1"], rungs["C1"]) == ("persistent", "resolvable", "")


def test_table_and_json_say_the_same_rung_of_each_item() -> None:
    (one,) = json.loads(as_json(listed(FULL_BLOCK), Book()))["papers"]
    in_json = [item.get("rung", "") for kind in LISTS.values() for item in one.get(kind, ())]
    assert in_json == [row["rung"] for row in table(FULL_BLOCK)]
    assert set(in_json) >= {"", "identified", "resolvable", "persistent"}
