"""Fonts that a publisher cannot print or a reader cannot copy from. All fonts with one fault are one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.records.facts import FontFacts, PageFacts, PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted, page_list

GARBLED_SHARE, GARBLED_AT_LEAST = 0.2, 50
"""A page copies as nonsense where so many of its characters, and so large a part of them, have no Unicode value."""


def font_not_embedded(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """Fonts that text is set in and that are not in the file; another machine shows another face."""
    missing = [font for font in facts.fonts if not font.embedded]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        message = f"{place(paper)}: {_named(missing)} {verb} not embedded."
        yield finding("font-not-embedded", message, paper=paper.id, page=_first(missing))


def type3_font(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """Fonts drawn glyph by glyph: coarse on screen, and refused by several publishers."""
    drawn = [font for font in facts.fonts if font.kind == "Type3"]
    if drawn:
        message = f"{place(paper)} has text in {counted(len(drawn), 'Type 3 font')}: {_named(drawn)}."
        yield finding("type3-font", message, paper=paper.id, page=_first(drawn))


def no_unicode_map(paper: Paper, facts: PaperFacts, _: Rules) -> Iterator[Finding]:
    """Pages whose text looks right and copies, searches and is indexed as nonsense."""
    garbled = [page for page in facts.pages if _copies_as_nonsense(page)]
    if not garbled:
        return
    numbers = {page.number for page in garbled}
    blamed = [font for font in facts.fonts if not font.unicode_map and numbers.intersection(font.pages)]
    cause = f": {_named(blamed)} {'has' if len(blamed) == 1 else 'have'} no Unicode map" if blamed else ""
    number = sum(page.garbled_characters for page in garbled)
    message = f"{place(paper, numbers)}: {counted(number, 'character')} copy and search as nonsense{cause}."
    yield finding("no-unicode-map", message, paper=paper.id, page=min(numbers))


def _copies_as_nonsense(page: PageFacts) -> bool:
    return page.garbled_characters >= max(GARBLED_AT_LEAST, GARBLED_SHARE * page.characters)


def _named(fonts: Sequence[FontFacts]) -> str:
    """`Helvetica (page 2) and ArialMT (pages 1-3)`."""
    return listed([f"{font.name or 'one without a name'} ({page_list(font.pages)})" for font in fonts])


def _first(fonts: Sequence[FontFacts]) -> int:
    return min(min(font.pages) for font in fonts)
