from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import edition, paper
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.publisher import load_policy
from proceedings.records.placement import Pagination, Placement
from proceedings.verification.references import read_references, reference_troubles

PAPER = paper("017", "Özge Yılmaz", "Mausam", title="A $\\frac{1}{2}$-Approximation", subtitle="And More")
PLACE = Placement(paper="017", first_page=3, last_page=3)
EDITION = edition(PAPER)
WRITERS = {"p.ris": write_ris, "p.csl.json": write_csl_json}


def troubles(path: Path, before: str = "", after: str = "", placement: Placement = PLACE) -> list[str]:
    """What is wrong with the reference after a change to the file."""
    written = WRITERS[path.name](EDITION, Pagination(placements=(PLACE,)), load_policy("own")).decode()
    assert before in written
    path.write_text(written.replace(before, after), "utf-8", newline="")
    return reference_troubles(read_references(path), PAPER, placement, EDITION)


@pytest.fixture(params=sorted(WRITERS))
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    return tmp_path / str(request.param)


def test_a_reference_as_it_is_written_agrees(path: Path) -> None:
    assert troubles(path) == []


def test_another_title_is_told(path: Path) -> None:
    (told,) = troubles(path, "And More", "And Less")
    assert "instead of" in told and "And Less" in told


def test_other_pages_are_told(path: Path) -> None:
    moved = Placement(paper="017", first_page=3, last_page=4)
    assert troubles(path, placement=moved) == ['the reference gives the pages "3" instead of "3-4"']


def test_an_author_too_few_is_told(path: Path) -> None:
    csl = """,
   {
    "literal": "Mausam"
   }"""
    before = "AU  - Mausam\r\n" if path.suffix == ".ris" else csl
    assert troubles(path, before) == ["the reference lists 1 instead of the paper's 2 authors"]


def test_another_author_is_told(path: Path) -> None:
    assert troubles(path, "Mausam", "Gausam") == ['the reference names "Gausam" instead of "Mausam"']


def test_a_doi_that_is_not_the_papers_is_told(path: Path) -> None:
    before = "LA  - en" if path.suffix == ".ris" else ' "language": "en"'
    after = "DO  - 10.5555/x\r\nLA  - en" if path.suffix == ".ris" else ' "DOI": "10.5555/x",\n "language": "en"'
    assert troubles(path, before, after) == ['the reference gives the DOI "10.5555/x" instead of ""']


def test_two_references_of_one_id_are_none(path: Path) -> None:
    written = WRITERS[path.name](EDITION, Pagination(placements=(PLACE,)), load_policy("own")).decode()
    path.write_text(json.dumps(2 * json.loads(written)) if path.suffix == ".json" else 2 * written, "utf-8")
    with pytest.raises(ValueError, match="two references have one id"):
        read_references(path)


def test_a_paper_that_is_not_there_has_no_reference(path: Path) -> None:
    missing = Placement(paper="017", first_page=3, last_page=3, standing="missing")
    assert troubles(path, placement=missing) == ["the paper is not there, yet it has a reference"]
