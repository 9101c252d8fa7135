"""Captions: the lines that name figures, tables and algorithms, and which of them belongs to a part of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.boxes import shared_width, width
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Box, Record

KINDS = {
    "Figure": r"figure|fig\.?|abbildung|abb\.|рисунок|рис\.?",
    "Table": r"table|tab\.|tabelle|таблица|табл\.?",
    "Algorithm": r"algorithm|algorithmus|алгоритм",
    "Listing": r"listing|листинг",
}
NUMBER = r"(?P<number>(?:[A-Z]\.?)?\d+(?:\.\d+)*[a-z]?|[IVXLC]+)"
NAMED = {
    kind: re.compile(rf"(?:{words})\s*{NUMBER}(?P<end>\s*(?:[:.|–—-]|$))?(?!\w)", re.I) for kind, words in KINDS.items()
}
INITIALS = frozenset("ftalартл")
"""First letters of all these words."""

STOPPED = re.compile(r"\s*[:.|–—-]|\s*$")

FARTHEST = 360.0
"""Points from a part of a float to its caption: floats are seldom higher than half a page."""

UNUSUAL = 1.5
"""How much farther a caption seems that stands on the side where its kind seldom has it, or names another kind."""

BETWEEN = 5
"""So many lines of running text between a caption and a part keep them from belonging together."""


class Caption(Record):
    """A caption: what it names ("Figure", "Table"), its number, and its first line."""

    kind: str = ""
    number: str = ""
    line: TextLine = TextLine()

    @property
    def name(self) -> str:
        """`Table 6`."""
        return f"{self.kind} {self.number}"


def captions(page: PageFacts) -> tuple[Caption, ...]:
    """The captions of a page, in the order of its lines.

    A sentence may begin a line with "Table 2 shows": a stop or the line's end follows the number of a caption. Where
    no caption of the page has one, any line that begins so counts.
    """
    lines = (line for line in page.lines if line.turned == 0 and line.text[:1].lower() in INITIALS)
    found = [each for line in lines for each in _captions_in(line)]
    sure = [caption for caption, stopped in found if stopped]
    return tuple(sure or (caption for caption, _ in found))


def _captions_in(line: TextLine) -> Iterator[tuple[Caption, bool]]:
    for kind, pattern in NAMED.items():
        if match := pattern.match(line.text):
            stopped = STOPPED.match(line.text, match.end("number")) is not None
            yield Caption(kind=kind, number=match["number"], line=line), stopped


def caption_of(part: Box, page: PageFacts, usual_kind: str = "") -> Caption | None:
    """The caption that a part of the page stands nearest to, above or below it; None where none is near.

    `usual_kind`: what such a part belongs to as a rule, a picture to a figure and a rule to a table.
    """
    known = [(seeming_distance(part, each, usual_kind), each) for each in captions(page)]
    near = [(far, each) for far, each in known if far <= FARTHEST and _shares_a_column(part, each.line.box)]
    nearest = (each for _, each in sorted(near, key=lambda pair: pair[0]))
    return next((each for each in nearest if _prose_between(part, each.line, page) < BETWEEN), None)


def seeming_distance(part: Box, caption: Caption, usual_kind: str) -> float:
    """Points of white and of other lines between a part and a caption, more where they do not go together."""
    above, below = part[1] - caption.line.box[3], caption.line.box[1] - part[3]
    far = max(above, below, 0.0)
    if caption.kind == "Figure" and above > 0:  # its figure stands above a caption
        far *= UNUSUAL
    return far * UNUSUAL if usual_kind and caption.kind != usual_kind else far


def _shares_a_column(part: Box, caption: Box) -> bool:
    return shared_width(part, caption) > 0


def _prose_between(part: Box, caption: TextLine, page: PageFacts) -> int:
    """Lines of running text that stand between, in the caption's column."""
    top, bottom = (part[3], caption.baseline) if caption.baseline > part[3] else (caption.baseline, part[1])
    usual = usual_width(page)
    return sum(
        top < line.baseline < bottom and _shares_a_column(line.box, caption.box) and is_prose(line, usual)
        for line in page.lines
    )


def usual_width(page: PageFacts) -> float:
    """How wide most lines of a page are, in points."""
    widths = sorted(width(each.box) for each in page.lines if each.turned == 0)
    return widths[len(widths) * 2 // 3] if widths else 0.0


def is_prose(line: TextLine, usual: float) -> bool:
    """Whether a line is one of running text: as wide as most lines of its page, which are `usual`, of several words."""
    return line.turned == 0 and len(line.text.split()) >= 4 and width(line.box) >= 0.75 * usual
