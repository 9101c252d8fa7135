"""Overflows of forty real camera-ready papers, each seen on its page: all of them are found, and no others."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from builders import paper
from proceedings.checks.ink_outside import ink_outside_text_block
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding

PAPERS = Path(__file__).parents[3] / "shared" / "corpora" / "volumes" / "sigdial2022-acl" / "papers"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not PAPERS.is_dir(), reason="the shared corpora are not beside the repository"),
]

OVERFLOWS = {
    ("22", 6): "Table 4 reaches 4 pt beyond the text block on the right",
    ("22", 7): "Table 6 reaches 11 pt beyond the text block on the right",
    ("25", 1): "Rebecca Passonneau” reaches 28 pt beyond the text block on the right",
    ("43", 3): "Table 1 reaches 11.7 pt beyond the text block on the right",
    ("61", 1): "beyond the text block on the",
    ("63", 5): "Figure 1 reaches 5 pt beyond the text block on the right",
    ("71", 1): "beyond the text block on the right",
    ("8", 13): "Table 6 reaches 8 pt beyond the text block on the right",
    ("8", 14): "Table 7 reaches",
    ("81", 3): "Figure 1 reaches 5.5 pt beyond the text block on the right",
    ("81", 7): "Table 1 reach 6.4 pt beyond the text block on the right",
    ("87", 3): "Table 2 reaches 5 pt beyond the text block on the right",
    ("87", 4): "Table 4 reaches 5 pt beyond the text block on the right",
    ("89", 3): "rules of Table 1 reach 4 pt beyond the text block on the right",
    ("94", 3): "Figure 3 reaches 7 pt beyond the text block on the right",
    ("98", 14): "Table 9 reaches 6.0 pt beyond the text block on the right",
}


@cache
def overflows() -> tuple[Finding, ...]:
    """What sticks out of single pages; the whole block stands higher in the style of that year."""
    rules = Rules(profile=load_profile("acl"))
    found: list[Finding] = []
    for path in sorted(PAPERS.glob("*.pdf")):
        reading = Reading(inspect_paper(path, path.stem))
        found += ink_outside_text_block(paper(path.stem), reading, rules)
    return tuple(each for each in found if ", on " not in each.message)


@pytest.mark.parametrize(("place", "words"), OVERFLOWS.items(), ids=lambda value: str(value)[:20])
def test_an_overflow_is_found_with_its_culprit(place: tuple[str, int], words: str) -> None:
    own = [each.message for each in overflows() if (each.paper, each.page) == place]
    assert any(words in message for message in own), own


def test_nothing_else_sticks_out_at_the_sides() -> None:
    sides = {
        (each.paper, each.page) for each in overflows() if "on the right" in each.message or "left" in each.message
    }
    assert sides <= set(OVERFLOWS)
