"""The version for reviewers: numbered lines, anonymous authors, notices, watermarks. All of it is one finding."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, quoted, seen
from proceedings.codes import finding
from proceedings.folding import folded
from proceedings.reading.letters import plain
from proceedings.reading.notice_lines import PlacedLine, across, distinct, front_lines, running_text, small_print
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

LONGEST_MARK = 160
"""Characters of a notice; in a longer line of small print somebody tells something."""


def review_mode(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """What of a reviewers' version was seen; prose of the paper is not searched, nor its title wherever it stands."""
    sightings = [*_line_numbers(reading), *_marks(reading, folded(paper.title)), *_watermarks(reading)]
    if sightings:
        first = min(sightings, key=lambda each: each.page)
        message = f"{place(paper)} was made in review mode: {seen(sightings, pages_lead=False)}."
        yield finding("review-mode", message, paper=paper.id, page=first.page, box=first.box)


def _line_numbers(reading: Reading) -> Iterator[Sighting]:
    """Numbered lines in the margins; they count once a page."""
    pages = {margin.page: margin.lines[0] for margin in reversed(reading.running.line_numbers) if margin.lines}
    for page, line in sorted(pages.items()):
        yield Sighting(page=page, line=line, words="numbered lines in the margin")


def _marks(reading: Reading, title: str) -> Iterator[Sighting]:
    """Words that templates set in review mode, where templates set them; those of the `title`, folded, are its own."""
    pages = reading.facts.pages
    places = [*front_lines(pages, reading.front), *small_print(pages), *running_text(reading.running)]
    for each in distinct(places):
        mark = _mark().match(plain(each.line.text)) if len(each.line.text) <= LONGEST_MARK else None
        if mark and folded(mark[0]) not in title:
            yield _sighting(each)


def _watermarks(reading: Reading) -> Iterator[Sighting]:
    for each in across(reading.facts.pages):
        if _watermark().search(plain(each.line.text)):
            yield _sighting(each)


def _sighting(placed: PlacedLine) -> Sighting:
    return Sighting(page=placed.page, line=placed.line, words=quoted(placed.line.text))


@functools.cache
def _mark() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{mark})" for mark in _words()["marks"]), re.IGNORECASE)


@functools.cache
def _watermark() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{word}\b" for word in _words()["watermarks"]), re.IGNORECASE)


@functools.cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("review_words.toml").read_text("utf-8"))
