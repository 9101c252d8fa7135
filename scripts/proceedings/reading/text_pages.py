"""The pages as their running text alone: without references, appendices and what runs from page to page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from proceedings.reading.page_kinds import Kind, PageKind
from proceedings.reading.running_lines import RunningLines
from proceedings.records.facts import PageFacts, TextLine


def text_pages(pages: Sequence[PageFacts], kinds: Sequence[PageKind], running: RunningLines) -> tuple[PageFacts, ...]:
    """All pages, each with the lines of running text that it has; all its lines where a paper would have none."""
    left_out = running.lines()
    current: Kind = "body"
    found: list[PageFacts] = []
    for page, kind in zip(pages, kinds, strict=True):
        lines = [line for line in _body_lines(page, kind, current) if (page.number, line) not in left_out]
        found.append(msgspec.structs.replace(page, lines=tuple(line for line in lines if line.turned == 0)))
        current = kind.begins[-1][0] if kind.begins else current
    return tuple(found) if any(page.lines for page in found) else tuple(pages)


def _body_lines(page: PageFacts, kind: PageKind, current: Kind) -> Iterator[TextLine]:
    """The lines before, between and after the headings with which other parts begin."""
    if not kind.begins and kind.kind == "body":
        current = "body"
    starts = {heading.index: begun for begun, heading in kind.begins}
    for place, line in enumerate(page.lines):
        current = starts.get(place, current)
        if current == "body":
            yield line
