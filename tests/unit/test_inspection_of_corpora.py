"""Every file of the shared corpora ends with a condition, in bounded time; real defects of real papers are found."""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.facts import PaperFacts

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora are not beside the repository"),
]

SLOWEST = 20.0
"""Seconds for one file, in a test run on a busy machine; the slowest takes about one."""


@cache
def inspected(kind: str) -> dict[str, PaperFacts]:
    """Facts of all PDFs below a folder, each taken in bounded time."""
    found = {}
    for path in sorted((CORPORA / kind).rglob("*.pdf")):
        start = time.monotonic()
        name = path.relative_to(CORPORA).as_posix()
        found[name] = inspect_paper(path, name)
        assert time.monotonic() - start < SLOWEST, name
    return found


@cache
def known_defects() -> dict[str, str]:
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as table:
        return {row["file"]: row["known_defects"] for row in csv.DictReader(table)}


@pytest.mark.parametrize("kind", ["nasty", "papers"])
def test_every_file_ends_with_a_condition(kind: str) -> None:
    assert inspected(kind)
    for name, facts in inspected(kind).items():
        assert bool(facts.pages) is (facts.condition in ("readable", "encrypted")), name
        assert facts.pages or facts.problem, name
        assert "failed" not in (facts.problem or ""), f"{name}: an exception that nobody foresaw"


@pytest.mark.parametrize(
    ("defect", "seen"),
    [
        ("nonembedded-fonts", lambda facts: any(not font.embedded for font in facts.fonts)),
        ("type3-fonts", lambda facts: any(font.kind == "Type3" for font in facts.fonts)),
        ("javascript", lambda facts: any("JavaScript" in each.name for each in facts.active)),
        ("launch-action", lambda facts: any("program" in each.name for each in facts.active)),
        ("rotated-pages", lambda facts: any(page.rotate for page in facts.pages)),
        ("userunit", lambda facts: any(page.user_unit != 1 for page in facts.pages)),
    ],
)
def test_known_defects_are_seen(defect: str, seen: Callable[[PaperFacts], bool]) -> None:
    # Two files whose content stream is broken before the font is chosen: no text is shown in it.
    broken = ("Font-set-operator-missing", "Missing_closing_paranthesis")
    missed = [
        name
        for kind in ("nasty", "papers")
        for name, facts in inspected(kind).items()
        if re.search(defect, known_defects().get(name, "")) and facts.pages and not seen(facts)
    ]
    assert [name for name in missed if not any(word in name for word in broken)] == []
