"""What was seen in the text of a paper, where, and how it is shown: quoted, with its pages, one finding for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proceedings.checks.rules import listed
from proceedings.records.facts import TextLine
from proceedings.records.record import Box, Record
from proceedings.wording import shortened, with_pages


class Sighting(Record):
    """Words as they stand on a page, or what is there; `line` is the one they begin on."""

    page: int = 1
    line: TextLine = TextLine()
    words: str = ""

    @property
    def box(self) -> Box:
        """Where to look."""
        return self.line.box


def quoted(words: str) -> str:
    """`“Fig. ??”`, shortened where it is long."""
    return f"“{shortened(words)}”"


def seen(sightings: Iterable[Sighting], *, pages_lead: bool = True) -> str:
    """`“Fig. ??” (pages 3–4) and “[?]” (page 7)`: what is the same stands once, in the order in which it was met.

    `pages_lead`: the message begins with the pages, so that none is named again where there is only one.
    """
    pairs = [(each.words, each.page) for each in sightings]
    if pages_lead and len({page for _, page in pairs}) == 1:
        return listed(list(dict.fromkeys(words for words, _ in pairs)))
    return listed(with_pages(pairs))


def in_page_order(sightings: Iterable[Sighting]) -> list[Sighting]:
    """From the first page to the last, those of one page in the order given."""
    return sorted(sightings, key=lambda each: each.page)


def pages_of(sightings: Sequence[Sighting]) -> list[int]:
    """Every page on which something was seen."""
    return sorted({each.page for each in sightings})
