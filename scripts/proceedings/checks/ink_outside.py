"""Ink outside the template's text block: which part of the paper it is, on which side, and how far it reaches."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from proceedings.boxes import bounds, common_box
from proceedings.checks.blank_pages import blank_pages
from proceedings.checks.lines_apart import lines_apart
from proceedings.checks.overflow import TOLERANCE, Side, overflows
from proceedings.checks.rules import Rules, place
from proceedings.checks.searchable_text import is_scan
from proceedings.checks.strays import Stray, strays
from proceedings.checks.text_block import is_placed, reach_of, text_blocks
from proceedings.checks.todo_marks import todo_notes
from proceedings.checks.whole_block import LINES_AT_THE_SIDE, WholeBlock, whole_block
from proceedings.codes import finding
from proceedings.profile import FormatProfile
from proceedings.reading.columns import AT_EDGE
from proceedings.reading.margin_notes import MarginNote
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.severity import ORDER
from proceedings.wording import counted, listed

CODE = "ink-outside-text-block"

WORTH_A_WARNING, WORTH_AN_ERROR = 6.0, 12.0
"""Points beyond the block; below the first it is information."""

NEAR = 0.5
"""Points from a limit within which whole points do not tell on which side of it ink ends."""

SLIGHT = 1e-6
"""What sums of points are off by."""

DESCENDERS = 0.25
"""In type sizes: how far letters reach below their line."""

WHERE: Mapping[Side, str] = {
    "left": "on the left",
    "top": "at the top",
    "right": "on the right",
    "bottom": "at the bottom",
}
LARGER: Mapping[Side, str] = {"left": "wider", "right": "wider", "top": "taller", "bottom": "taller"}


def ink_outside_text_block(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """One finding for the block as a whole where most pages pass it alike, and one for each part beyond that."""
    blocks = text_blocks(reading, rules.profile)
    pages = _judged(reading, rules.profile, blocks)
    apart = lines_apart(reading, blocks)
    placed = all(is_placed(page, rules.profile) for page in pages)
    whole = whole_block(_text_with_descenders(reading), pages, blocks, apart, placed=placed)
    if whole.pages:
        yield _of_the_whole(paper, whole, next(page for page in pages if page.number == whole.pages[0]))
    # What lies in the template's block is right, even where the paper has its own block elsewhere.
    reach = {page.number: reach_of(page, blocks[page.number], rules.profile) for page in pages}
    allowed = {number: bounds([whole.own(blocks[number]), box]) for number, box in reach.items()}
    found = [(page, each) for page in pages for each in overflows(page, allowed[page.number], apart[page.number])]
    for stray in strays(found, reading):
        if not _goes_without_saying(stray, whole, reading):
            yield _of_a_part(paper, stray)


def _judged(reading: Reading, profile: FormatProfile, blocks: Mapping[int, Box]) -> list[PageFacts]:
    """The pages with a block, without notes in their margins; blank ones and scans have findings of their own too."""
    blank = {page.number for page in blank_pages(reading, profile)}
    pages = [page for page in reading.facts.pages if page.number in blocks and page.number not in blank]
    notes = todo_notes(reading)
    return [_without_notes(page, notes) for page in pages if not is_scan(page, reading.facts.images)]


def _without_notes(page: PageFacts, notes: Iterable[MarginNote]) -> PageFacts:
    """The page without the ink of notes in its margins, which are another finding; a line joins them to the text."""
    boxes = [note.box for note in notes if note.page == page.number]
    ink = tuple(each for each in page.ink_boxes if not any(common_box(each, box) for box in boxes))
    return msgspec.structs.replace(page, ink_boxes=ink) if boxes else page


def _goes_without_saying(stray: Stray, whole: WholeBlock, reading: Reading) -> bool:
    """Whether a part passes a block of the paper's own as its text does: the finding of the block speaks for all of it.

    Where lines end is no edge in ragged text: the commonest end is far from the longest, to which floats are as wide.
    A line that weighs more than the block as a whole is told all the same.
    """
    if stray.overflow.side not in whole.sides:
        return False
    if stray.culprit.kind == "words" and ORDER[_weight(whole)] <= ORDER[severity_of(stray.overflow.beyond)]:
        return True
    return stray.overflow.side == "right" and stray.overflow.box[2] <= _ragged_edge(reading) + TOLERANCE["right"]


def _ragged_edge(reading: Reading) -> float:
    """Where the longest lines of running text end, that begin at the edge of the last column: so many reach it."""
    left = reading.layout.columns[-1].left
    pages = reading.text_pages
    ends = [line.box[2] for page in pages for line in page.lines if abs(line.box[0] - left) <= AT_EDGE]
    return sorted(ends, reverse=True)[:LINES_AT_THE_SIDE][-1] if ends else 0.0


def _text_with_descenders(reading: Reading) -> Box | None:
    """The measured text block, which ends at the last baseline, down to where letters end below that."""
    if reading.layout.block is None:
        return None
    x0, y0, x1, y1 = reading.layout.block
    return x0, y0, x1, y1 + DESCENDERS * (reading.body.size or 0.0)


def severity_of(beyond: float) -> Severity:
    """What so many points beyond the block weigh where the profile does not say otherwise."""
    if beyond < WORTH_A_WARNING:
        return "info"
    return "warning" if beyond < WORTH_AN_ERROR else "error"


def _of_a_part(paper: Paper, stray: Stray) -> Finding:
    overflow = stray.overflow
    name = stray.culprit.name + (f" and {counted(stray.lines - 1, 'more line')}" if stray.lines > 1 else "")
    reaches = "reach" if stray.culprit.several or stray.lines > 1 else "reaches"
    far = _points(overflow.beyond, TOLERANCE[overflow.side])
    message = f"{place(paper, stray.pages)}: {name} {reaches} {far} pt beyond the text block {WHERE[overflow.side]}."
    return finding(
        CODE,
        message,
        paper=paper.id,
        page=overflow.page,
        pages=stray.pages,
        box=overflow.box,
        severity=severity_of(overflow.beyond),
    )


def _points(beyond: float, tolerance: float) -> str:
    """`9`, near a limit to the tenth that is reached: `5.9`."""
    near = any(abs(beyond - limit) <= NEAR for limit in (tolerance, WORTH_A_WARNING, WORTH_AN_ERROR))
    return f"{math.floor(10 * beyond + SLIGHT) / 10:.1f}" if near else f"{beyond:.0f}"


def _of_the_whole(paper: Paper, whole: WholeBlock, page: PageFacts) -> Finding:
    pages = f"{len(whole.pages)} of {counted(whole.of, 'page')}"
    message = f"{place(paper)}: the text block {listed(_differences(whole))} than the template's, on {pages}."
    return finding(
        CODE,
        message,
        paper=paper.id,
        page=page.number,
        pages=whole.pages,
        box=bounds(page.ink_boxes),
        severity=_weight(whole),
    )


def _weight(whole: WholeBlock) -> Severity:
    """A block of the right size at another place loses nothing by being printed there: a step milder."""
    far = max(abs(whole.across), abs(whole.down))
    moved: Severity = "info" if far < WORTH_AN_ERROR else "warning"
    larger = severity_of(max(whole.larger.values(), default=0.0))
    return min(moved, larger, key=ORDER.__getitem__)


def _differences(whole: WholeBlock) -> list[str]:
    """`is 12 pt wider`, `stands 10 pt further left`: what most pages have in common."""
    wider: dict[str, float] = defaultdict(float)
    for side, far in whole.larger.items():
        wider[LARGER[side]] += far
    words = [f"is {listed([f'{far:.0f} pt {what}' for what, far in wider.items()])}"] if wider else []
    moves = [(whole.across, "further right", "further left"), (whole.down, "further down", "further up")]
    moved = [f"{abs(far):.0f} pt {ahead if far > 0 else back}" for far, ahead, back in moves if far]
    return [*words, f"stands {listed(moved)}"] if moved else words
