"""Files that would fill the memory or never end: each ends as facts within a second or two, and says what is wrong."""

from __future__ import annotations

import faulthandler
import os
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import pdf_defects as defects
import pdf_hostile as hostile
from builders import paper
from pdf_figure_defects import scanned_pdf
from pdf_makers import paper_pdf
from proceedings.checks.registry import check_paper
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_guard import MEMORY_BYTES
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts

SECONDS = 20.0
"""Of computing, on a busy machine; the slowest takes four on a quiet one."""

Maker = Callable[[Path], Path]

DAMAGED: dict[str, Maker] = {
    "page 1 holds more than 64 MB of drawing": defects.flate_bomb,
    "its structure cannot be read": hostile.deep_page_tree,
    "page 1 is 1e+07 x 1e+07 pt in size": partial(paper_pdf, size=(1e7, 1e7), pages=1),
    "page 1 is 0.001 x 0.001 pt in size": partial(paper_pdf, size=(0.001, 0.001), pages=1, fill=0, title=""),
}
OVER_THE_LIMIT: dict[str, Maker] = {
    "fonts": hostile.font_bomb,
    "forms": hostile.nested_forms,
    "objects": hostile.object_stream_bomb,
}
READ: dict[str, Maker] = {
    "an outline that goes in circles": defects.with_cyclic_outline,
    "20,000 bookmarks, each below another": hostile.deep_outline,
    "a picture of half a gigabyte": hostile.image_bomb,
    "a line through ten million points": hostile.path_of_points,
    "a page of 300,000 words": hostile.crowded_page,
}


@pytest.fixture(autouse=True)
def _quiet_crashes() -> Iterator[None]:
    """A bomb ends the child process, of which pytest would print every frame."""
    on = faulthandler.is_enabled()
    faulthandler.disable()
    yield
    if on:
        faulthandler.enable(sys.__stderr__)


def taken(path: Path) -> PaperFacts:
    before = os.times()
    facts = inspect_paper(path, "017")
    after = os.times()
    assert sum(after[:4]) - sum(before[:4]) < SECONDS
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY_BYTES * 1.25
    return facts


def codes(facts: PaperFacts) -> list[str]:
    return [finding.code for finding in check_paper(paper("017"), Reading(facts), Rules(profile=load_profile("lncs")))]


@pytest.mark.parametrize("problem", DAMAGED)
def test_a_file_beyond_all_measure_is_damaged(tmp_path: Path, problem: str) -> None:
    facts = taken(DAMAGED[problem](tmp_path / "017.pdf"))
    assert facts.condition == "damaged"
    assert problem in (facts.problem or "")
    assert codes(facts) == ["damaged-pdf"]


@pytest.mark.parametrize("bomb", OVER_THE_LIMIT)
def test_a_bomb_anywhere_ends_at_the_limit(tmp_path: Path, bomb: str) -> None:
    facts = taken(OVER_THE_LIMIT[bomb](tmp_path / "017.pdf"))
    assert (facts.condition, codes(facts)) == ("damaged", ["damaged-pdf"])


@pytest.mark.parametrize("kind", READ)
def test_a_large_file_that_can_be_read_is_read(tmp_path: Path, kind: str) -> None:
    facts = taken(READ[kind](tmp_path / "017.pdf"))
    assert (facts.condition, facts.problem) == ("readable", None)
    assert all(len(page.lines) <= 1000 and len(page.ink_boxes) <= 400 for page in facts.pages)


def test_a_font_without_widths_is_named(tmp_path: Path) -> None:
    facts = taken(hostile.without_widths(tmp_path / "017.pdf"))
    assert facts.condition == "readable"
    assert facts.problem == "the font BitstreamVeraSans-Bold has no widths, so that programs set its lines differently"
    assert "damaged-pdf" in codes(facts)


def test_pages_without_any_text_are_told_as_such(tmp_path: Path) -> None:
    facts = taken(scanned_pdf(tmp_path / "017.pdf"))
    assert [page.lines for page in facts.pages] == [(), ()]
    assert "no-searchable-text" in codes(facts)
