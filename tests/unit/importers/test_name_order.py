from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import as_json, hotcrp_paper, written
from proceedings.importers import read_source
from proceedings.importers.imported import doubt_lines
from proceedings.importers.name_order import FAMILY_FIRST, order_doubts
from proceedings.records.paper import Author, Paper


def volume(*authors: tuple[str, str, str]) -> list[Paper]:
    """A paper for each author, who is (given, family, e-mail address)."""
    return [Paper(authors=(Author(given=given, family=family, email=email),)) for given, family, email in authors]


SWAPPED = (("Sample", "Ada", "ada.sample@example.org"), ("Two", "Ben", "btwo7@example.org"), ("Three", "C. M.", ""))


def test_three_authors_who_tell_of_a_swap_are_believed() -> None:
    doubts = order_doubts(volume(*SWAPPED, ("Şahin", "Gözde", "gs@example.org")))
    assert [doubt.where for doubt in doubts] == ["Sample Ada", "Two Ben", "Three C. M."]


def test_two_are_not_and_one_who_tells_against_needs_three_more() -> None:
    assert order_doubts(volume(*SWAPPED[:2])) == []
    assert order_doubts(volume(*SWAPPED, ("Dee", "Four", "dee.four@example.org"))) != []
    assert order_doubts(volume(*SWAPPED, ("Dee", "Four", "dee.four@example.org"), ("E.", "Five", ""))) == []


@pytest.mark.parametrize(
    ("given", "family", "email"),
    [
        ("Ada", "Sample", "ada.sample@example.org"),
        ("Ada", "Sample", "ada@example.org"),
        ("J. R.", "Sample", ""),
        ("Ada", "van der Berg", "x@example.org"),
        ("Wei", "Li", "li@example.org"),
        ("Ana", "Ana", "ana@example.org"),
    ],
)
def test_names_in_order_tell_of_no_swap(given: str, family: str, email: str) -> None:
    assert order_doubts(volume(*[(given, family, email)] * 5)) == []


def test_an_export_with_swapped_names_is_told_and_set_right_where_the_chair_says_so(tmp_path: Path) -> None:
    papers = [
        hotcrp_paper(number, authors=[{"first": given, "last": family, "email": email, "affiliation": "SU"}])
        for number, (given, family, email) in enumerate(SWAPPED, start=1)
    ]
    folder = written(tmp_path, {"data.json": as_json(papers)})
    assert any(line.startswith(FAMILY_FIRST) for line in doubt_lines(read_source("hotcrp", folder).doubts))
    edition = read_source("hotcrp", written(folder, {"import.yml": "names: swapped\n"})).edition
    assert [(each.authors[0].given, each.authors[0].family) for each in edition.papers][:2] == [
        ("Ada", "Sample"),
        ("Ben", "Two"),
    ]
    assert edition.accepted[0].authors == ("Ada Sample",)
