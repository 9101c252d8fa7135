"""Fonts that a publisher cannot print or a reader cannot copy from. All fonts with one fault are one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from proceedings.boxes import bounds
from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.facts import FontFacts, PageFacts, PaperFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.wording import counted, page_list

GARBLED_SHARE, GARBLED_AT_LEAST = 0.2, 50
"""A page copies as nonsense where so many of its characters, and so large a part of them, have no Unicode value."""

GARBLED_MOSTLY = 0.5
"""Of the paper's characters: with more without a Unicode value, nothing that is read off its text can be trusted."""

A_PLOT = 500
"""Characters: so many stand in a plot, or in several of one page; a page of text has thousands."""


def font_not_embedded(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Fonts that text is set in and that are not in the file; another machine shows another face."""
    facts = reading.facts
    missing = [font for font in facts.fonts if not font.embedded]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        message = f"{place(paper)}: {_named(missing)} {verb} not embedded."
        page = _first(missing)
        yield finding("font-not-embedded", message, paper=paper.id, page=page, box=_box(missing, facts, page))


def type3_font(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Fonts drawn glyph by glyph: coarse on screen, and refused by several publishers."""
    facts = reading.facts
    drawn, nonsense = _type3(facts), _nonsense(facts)
    if not drawn:
        return
    message = f"{place(paper)} has text in {counted(len(drawn), 'Type 3 font')}: {_named(drawn, 'one')}."
    if nonsense.of_type3:
        them = "it" if len(drawn) == 1 else "them"
        where = them if len(nonsense.fonts) == len(drawn) else f"{len(nonsense.fonts):,} of them"
        message += f" {counted(nonsense.characters, 'character')} in {where} copy and search as nonsense."
    page = _first(drawn)
    yield finding("type3-font", message, paper=paper.id, page=page, box=_box(drawn, facts, page))


def no_unicode_map(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Pages whose text looks right and copies, searches and is indexed as nonsense; not of plots in Type 3 fonts.

    What these lack is told with them.
    """
    facts = reading.facts
    nonsense = _nonsense(facts)
    if not nonsense.pages or nonsense.of_type3:
        return
    blamed = nonsense.fonts
    cause = f": {_named(blamed)} {'has' if len(blamed) == 1 else 'have'} no Unicode map" if blamed else ""
    characters = counted(nonsense.characters, "character")
    message = f"{place(paper, nonsense.pages)}: {characters} copy and search as nonsense{cause}."
    # Such a paper cannot be indexed, as one without text.
    severity: Severity | None = "error" if nonsense.mostly else None
    page = min(nonsense.pages)
    box = _box(blamed, facts, page) or _all_lines(facts, page)
    yield finding("no-unicode-map", message, paper=paper.id, page=page, box=box, severity=severity)


class _Nonsense(NamedTuple):
    """The pages that copy as nonsense, by how many characters, and the fonts there that have no Unicode map.

    `mostly`: these are most of the paper's characters. `of_type3`: all are set in Type 3 fonts, and they are no more
    on each page than a plot has, or than its other text.
    """

    pages: tuple[int, ...]
    characters: int
    fonts: tuple[FontFacts, ...]
    mostly: bool
    of_type3: bool


def _nonsense(facts: PaperFacts) -> _Nonsense:
    garbled = [page for page in facts.pages if _copies_as_nonsense(page)]
    numbers = tuple(page.number for page in garbled)
    fonts = tuple(font for font in facts.fonts if not font.unicode_map and set(numbers).intersection(font.pages))
    characters = sum(page.garbled_characters for page in garbled)
    drawn = bool(fonts) and all(font.kind == "Type3" for font in fonts)
    in_part = all(page.garbled_characters <= max(A_PLOT, GARBLED_MOSTLY * page.characters) for page in garbled)
    mostly = characters > GARBLED_MOSTLY * sum(page.characters for page in facts.pages)
    return _Nonsense(numbers, characters, fonts, mostly, of_type3=drawn and in_part)


def _type3(facts: PaperFacts) -> list[FontFacts]:
    return [font for font in facts.fonts if font.kind == "Type3"]


def _copies_as_nonsense(page: PageFacts) -> bool:
    return page.garbled_characters >= max(GARBLED_AT_LEAST, GARBLED_SHARE * page.characters)


def _named(fonts: Sequence[FontFacts], a_font: str = "a font") -> str:
    """`Helvetica (page 2) and a font without a name (pages 1-3)`."""
    return listed([f"{font.name or f'{a_font} without a name'} ({page_list(font.pages)})" for font in fonts])


def _first(fonts: Sequence[FontFacts]) -> int:
    return min(min(font.pages) for font in fonts)


def _all_lines(facts: PaperFacts, number: int) -> Box | None:
    """Where a page has text; None where none of it has a place."""
    lines = [line.box for page in facts.pages if page.number == number for line in page.lines]
    return bounds(lines) if lines else None


def _box(fonts: Sequence[FontFacts], facts: PaperFacts, number: int) -> Box | None:
    """All lines of a page that are mostly set in one of these fonts; None where no line is, or no font has a name."""
    names = {font.name for font in fonts if font.name}
    lines = [line.box for page in facts.pages if page.number == number for line in page.lines if line.font in names]
    return bounds(lines) if lines else None
