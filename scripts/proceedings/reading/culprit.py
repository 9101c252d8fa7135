"""What a box on a page is, in words an author recognises: a rule of Table 6, Figure 3, the words of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from proceedings.boxes import area, bounds, height, overlap, shared_area, width
from proceedings.reading.captions import Caption, caption_of, captions, is_prose, usual_width
from proceedings.records.facts import ImageFacts, PageFacts, TextLine
from proceedings.records.record import Box, Record

THIN = 3.0
"""Points: what is no thicker is a rule."""

LARGE = 36.0
"""Points: an image that is smaller on both sides is an icon."""

AT_EDGE = 6.0
"""Points: of the lines that end so near the outermost one the longest is named, no footnote mark beside it."""

AS_FAR = 3.0
"""Points by which the box of a line is smaller than its ink: rounding, and accents that were not read."""

MATHS = re.compile(r"CMMI|CMSY|CMEX|CMBSY|MSAM|MSBM|Math|rsfs|eufm|txsy|pxsy", re.I)
NUMBERED = re.compile(r"\(\d+[a-z]?(?:\.\d+)?\)$")
WORDS_SHOWN, LETTERS_SHOWN = 4, 48


class Culprit(Record):
    """What stands somewhere: `name` as a message says it ("a rule of Table 6"), `owner` the float it belongs to.

    `several`: the name is a plural.
    """

    name: str = ""
    owner: str = ""
    kind: Literal["words", "rules", "other"] = "other"
    several: bool = False


def culprit_of(parts: Sequence[Box], page: PageFacts, images: Sequence[ImageFacts], side: str) -> Culprit:
    """What these parts of a page are, which stand together and stick out at a `side`: left, right, top or bottom."""
    whole = bounds(parts)
    beside = [line for line in page.lines if line.box[1] < whole[3] and line.box[3] > whole[1]]
    lines = [line for line in beside if any(overlap(line.box, part) > 0.5 for part in parts)]
    outermost = _outermost(lines, side)
    if outermost and (own := next((each for each in captions(page) if each.line == outermost), None)):
        return Culprit(name=f"the caption of {own.name}", owner=own.name)
    by_words = any(_reaches(line.box, whole, side) for line in lines)
    own_images = [image for image in images if image.page == page.number]
    if any(is_image(image, whole) or (not by_words and _is_at(image, whole, side)) for image in own_images):
        return _float(caption_of(whole, page, "Figure")) or Culprit(name="an image")
    if all(min(width(part), height(part)) <= THIN for part in parts):
        return _rules(caption_of(whole, page, "Table"), several=len(parts) > 1)
    prose = outermost is not None and is_prose(outermost, usual_width(page))
    covered = outermost is not None and prose and not is_equation(outermost) and not by_words
    if outermost is None or covered:
        return _float(caption_of(whole, page, "Figure")) or Culprit(name="a drawing")
    if is_row(whole, outermost) and prose:
        return _words(outermost, side)
    formula = Culprit(name="an equation") if is_equation(outermost) else None
    if formula and is_row(whole, outermost):
        return formula
    return _float(caption_of(whole, page, "Table")) or formula or _words(outermost, side)


def _float(caption: Caption | None) -> Culprit | None:
    return Culprit(name=caption.name, owner=caption.name) if caption else None


def _rules(caption: Caption | None, *, several: bool) -> Culprit:
    what = "rules" if several else "a rule"
    owner = caption.name if caption else ""
    return Culprit(name=f"{what} of {owner}" if owner else what, owner=owner, kind="rules", several=several)


def _words(line: TextLine, side: str) -> Culprit:
    return Culprit(name=words_of(line, side), kind="words")


def _outermost(lines: Sequence[TextLine], side: str) -> TextLine | None:
    edge, sign = _outwards(side)
    reached = max((sign * line.box[edge] for line in lines), default=0.0)
    there = [line for line in lines if sign * line.box[edge] >= reached - AT_EDGE]
    return max(there, key=lambda line: len(line.text), default=None)


def _outwards(side: str) -> tuple[int, int]:
    """Which edge of a box lies at a side, and whether its numbers grow outwards."""
    return {"left": 0, "top": 1, "right": 2, "bottom": 3}[side], 1 if side in ("right", "bottom") else -1


def _reaches(box: Box, whole: Box, side: str) -> bool:
    """Whether a box reaches as far as the whole does at this side."""
    edge, sign = _outwards(side)
    return sign * (whole[edge] - box[edge]) <= AS_FAR


def _is_at(image: ImageFacts, whole: Box, side: str) -> bool:
    """Whether it is this image that reaches so far, whatever it covers."""
    return image.box is not None and shared_area(image.box, whole) > 0 and _reaches(image.box, whole, side)


def is_image(image: ImageFacts, part: Box) -> bool:
    """Whether the part is this image, or most of it is."""
    box = image.box
    if box is None or max(width(box), height(box)) < LARGE:
        return False
    return shared_area(box, part) > 0.6 * area(part)


def is_row(part: Box, line: TextLine) -> bool:
    """Whether the part is one or two lines of text, not the whole of something drawn around them."""
    return height(part) <= 3.5 * max(line.size, 6.0)


def is_equation(line: TextLine) -> bool:
    """Whether a line is set in the type of formulas, or is an equation with its number."""
    return bool(MATHS.search(line.font)) or ("=" in line.text and NUMBERED.search(line.text) is not None)


def words_of(line: TextLine, side: str) -> str:
    """The words at the end of the line that sticks out, in quotation marks: `“…of overfull words”`."""
    words = line.text.split()
    if side == "right":
        shown = " ".join(words[-WORDS_SHOWN:])[-LETTERS_SHOWN:]
        return f"“…{shown}”" if len(shown) < len(line.text) else f"“{shown}”"
    shown = " ".join(words[:WORDS_SHOWN])[:LETTERS_SHOWN]
    return f"“{shown}…”" if len(shown) < len(line.text) else f"“{shown}”"
