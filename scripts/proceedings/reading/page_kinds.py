"""What stands on each page: body, references or appendix, and the heading that says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from proceedings.boxes import width
from proceedings.reading.body_text import is_of_size, usual_size
from proceedings.reading.captions import captions
from proceedings.reading.folios import value_of
from proceedings.reading.headings import Heading
from proceedings.reading.sections import section_words
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

Kind = Literal["body", "references", "appendix"]

KINDS: tuple[Kind, ...] = ("body", "appendix", "references")
"""In the order in which a page of several kinds is called."""

TEXT_LINE, SMALLEST = 0.25, 0.7
"""A line of text has this part of the page's width, and this part of the usual size, or more."""

BODY_LINES = 2
"""From so many lines of text before the references on a page, body stands on it."""

PLAIN_PAGE, MARKED = 20, 0.05
"""A page of so many lines of text of which so few look like references is none of theirs."""

REFERENCE_MARK = re.compile(
    r"^\s*(?:\[[\w+-]{1,9}\]|\d{1,3}\.\s)|"
    r"\b(?:19|20)\d\d[a-z]?\b|\bdoi\b|arXiv|https?:|\bpp?\.\s?\d|\bIn:|\bet al\b|\bProc\b",
    re.I,
)
PLAIN_NUMBER = re.compile(r"\d{1,2}[.):]?|[IVX]{1,5}[.):]")

BACK_MATTER = ("acknowledgments", "disclosure", "genai-declaration")
"""What some set behind the references: a few lines that make no page one of the body."""

MORE_REFERENCES = re.compile(
    r"\b(?:references|sources|literature|bibliograph\w*|quellen|literatur|primary studies)\b", re.I
)
"""Under such a heading behind references, their list goes on."""


class PageKind(Record):
    """One page: what it is called, all that stands on it in reading order, and the headings that begin a part of it.

    `kind` is body where body text stands on the page, else appendix, else references.
    """

    page: int = 1
    kind: Kind = "body"
    holds: tuple[Kind, ...] = ("body",)
    begins: tuple[tuple[Kind, Heading], ...] = ()


def page_kinds(pages: Sequence[PageFacts], headings: Sequence[Heading]) -> tuple[PageKind, ...]:
    """The kind of every page. What follows the references is body again, but for an appendix and thanks."""
    usual = usual_size(pages)
    starts, on_page = defaultdict(list), defaultdict(list)
    for start in _parts(headings):
        starts[start[1].page].append(start)
    for heading in headings:
        on_page[heading.page].append(heading)
    current: Kind = "body"
    kinds = []
    for page in pages:
        own = starts[page.number]
        holds = _held(page, current, own, usual, on_page[page.number])
        kinds.append(PageKind(page=page.number, kind=min(holds, key=KINDS.index), holds=holds, begins=tuple(own)))
        current = own[-1][0] if own else current
    return tuple(kinds)


def _parts(headings: Sequence[Heading]) -> Iterator[tuple[Kind, Heading]]:
    """Each heading with which another part begins, and the kind of that part."""
    tops = _top_styles(headings)
    current: Kind = "body"
    section = 0
    for place, heading in enumerate(headings):
        top = any(_alike(heading.line, line) for line in tops)
        value = _section_number(heading) if top else None
        kind = _kind_from(heading, current, top, value == section + 1)
        if kind == "body" and _begins_appendix(heading, top, current, headings[place + 1 :], tops):
            kind = "appendix"
        if kind != current:
            yield kind, heading
        section = value if value and kind == "body" else section
        current = kind


def _kind_from(heading: Heading, current: Kind, top: bool, goes_on: bool) -> Kind:
    """The kind that begins or goes on here; after the references, whatever is of their level is body at first.

    A section of the body ends an appendix only where its number `goes_on` from the section before.
    """
    if is_references(heading):
        return "references"
    if section_words("appendix").names(heading):
        return "appendix"
    if current == "references":
        return "body" if top and not _is_behind_references(heading) else current
    return "body" if current == "appendix" and top and goes_on else current


def _is_behind_references(heading: Heading) -> bool:
    """Whether the heading leads to what belongs behind the references or is another part of them."""
    return bool(MORE_REFERENCES.search(heading.text)) or any(section_words(each).names(heading) for each in BACK_MATTER)


def _section_number(heading: Heading) -> int | None:
    """The number of a section of the highest level, arabic or roman; None for others."""
    if not PLAIN_NUMBER.fullmatch(heading.number):
        return None
    return value_of(heading.number.rstrip(".):"))


def is_references(heading: Heading) -> bool:
    """Whether the list of references begins here."""
    return section_words("references").names(heading)


def _begins_appendix(
    heading: Heading, top: bool, current: Kind, following: Sequence[Heading], tops: Sequence[TextLine]
) -> bool:
    """As section A, B ... after the references, or as section A after the last one with a number."""
    if not top or not re.fullmatch(r"[A-HJ-UW-Z][.):]?", heading.number):
        return False
    numbered_later = any(
        PLAIN_NUMBER.fullmatch(each.number) and any(_alike(each.line, line) for line in tops) for each in following
    )
    return current == "references" or (heading.number[0] == "A" and not numbered_later)


def _top_styles(headings: Sequence[Heading]) -> list[TextLine]:
    """A line of each style of the highest level: of headings of references, and of sections with a plain number."""
    tops = [each.line for each in headings if is_references(each) or PLAIN_NUMBER.fullmatch(each.number)]
    return list({(line.font, line.size): line for line in tops}.values())


def _alike(one: TextLine, other: TextLine) -> bool:
    return one.font == other.font and is_of_size(one, other.size)


def _held(
    page: PageFacts,
    current: Kind,
    begins: Sequence[tuple[Kind, Heading]],
    usual: float,
    headings: Sequence[Heading],
) -> tuple[Kind, ...]:
    """The kinds on the page in reading order; one that goes on from the page before counts if text of it is there."""
    before = page.lines[: begins[0][1].index] if begins else page.lines
    text = list(_text_lines(before, page, usual))
    if current == "references" and _is_plain_text(text):
        current = "body"
    later = [kind for kind, _ in begins]
    enough = 1 if current == "references" else BODY_LINES
    goes_on = not begins or len(text) >= enough or headings[0].index < begins[0][1].index
    return tuple(dict.fromkeys([current, *later] if goes_on else later))


def _text_lines(lines: Sequence[TextLine], page: PageFacts, usual: float) -> Iterator[TextLine]:
    """The lines of running text among these: no captions, heads, feet, tables or labels of figures."""
    named = {each.line for each in captions(page)}
    caption: TextLine | None = None
    for line in lines:
        if line.turned:
            continue
        if line in named or (
            caption and is_of_size(line, caption.size) and line.baseline - caption.baseline < 2 * line.size
        ):
            caption = line
        elif _is_wide(line, page) and line.size >= SMALLEST * usual and _is_inside(line, page):
            caption = None
            yield line


def _is_wide(line: TextLine, page: PageFacts) -> bool:
    return width(line.box) >= TEXT_LINE * page.width


def _is_inside(line: TextLine, page: PageFacts) -> bool:
    return 0.07 * page.height < line.baseline < 0.93 * page.height


def _is_plain_text(lines: Sequence[TextLine]) -> bool:
    """Whether a page in the list of references is full of something else."""
    marked = sum(1 for line in lines if REFERENCE_MARK.search(line.text))
    return len(lines) >= PLAIN_PAGE and marked < MARKED * len(lines)
