"""The typeface, size and leading of the running text; asked only of papers in the template's columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from proceedings.boxes import bounds
from proceedings.checks.column_layout import has_columns_of
from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.cures import maker_of
from proceedings.reading.body_text import SAME_SIZE, BodyType, body_type, is_of_size
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.wording import page_list

TOLERANCE = 0.03
"""Of the template's size or leading: Word and LaTeX round differently."""

FEWEST_CHARACTERS = 2500
"""In the usual size; with fewer, as on a single page, abstract and references may outweigh the text."""

MUCH_SMALLER = 0.9
"""Of the template's size: below it somebody has made room."""

MEASURED_TO = 0.05
"""Points: sizes are measured to 0.1."""

CLOSEST_OF_WORD = 0.9
"""Of the template's leading: publishers' Word templates set lines so close that LaTeX ones set wider.

What they call single spacing follows the typeface.
"""

NAMELESS = re.compile(r"CIDFont.*|(?:TT|T|F|C)[0-9_]+|[A-Z]{1,3}[0-9]+|font\w*[0-9]{4,}\w*|.{0,2}", re.IGNORECASE)
"""Names that say nothing, as some programs give fonts."""


def body_font(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """A family that the template does not use; information where nobody knows the font by its name."""
    families, body = rules.profile.body.families, reading.body
    known = body.family is not None
    if not families or body.family in families or not is_comparable(reading, rules):
        return
    if known or not NAMELESS.fullmatch(body.font):
        asked = " or ".join(_shown(family) for family in families)
        seen = _seen(reading, lambda own: own.family == body.family and (known or own.font == body.font))
        unsure = "" if known else ", whose family is not known here"
        message = f"{place(paper)} sets its text in {body.font}{seen.where}{unsure}; the template uses {asked}."
        severity: Severity | None = None if known else "info"
        yield finding("body-font", message, paper=paper.id, page=seen.page, box=seen.box, severity=severity)


def body_size(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Running text of another size; an error where it is much smaller."""
    asked, size = rules.profile.body.size, reading.body.size
    if asked is None or size is None or is_near(size, asked) or not is_comparable(reading, rules):
        return
    severity: Severity | None = "error" if size < MUCH_SMALLER * asked else None
    seen = _seen(reading)
    message = f"{place(paper)} sets its text in {size:g} pt{seen.where}; the template has {asked:g} pt."
    yield finding("body-size", message, paper=paper.id, page=seen.page, box=seen.box, severity=severity)


def leading(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Lines closer or wider than the template's; the lines of a text of another size are not compared."""
    asked, body = rules.profile.body, reading.body
    leadings = asked.leading or ()
    if not leadings or body.leading is None or not is_comparable(reading, rules):
        return
    own_size = asked.size is None or body.size is None or is_near(body.size, asked.size)
    if own_size and not _is_among(body.leading, leadings):
        least = min(leadings)
        words = "closer" if body.leading < least else "wider"
        seen = _seen(reading, lambda own: own.leading is not None and not _is_among(own.leading, leadings))
        template = " or ".join(f"{points:g}" for points in leadings)
        message = (
            f"{place(paper)} sets its lines {words} than the template{seen.where}: {body.leading:.1f} pt from one to "
            f"the next, not {template} pt."
        )
        lenient = body.leading >= CLOSEST_OF_WORD * least and maker_of(reading.facts) == "word"
        severity: Severity | None = "info" if lenient else None
        yield finding("leading", message, paper=paper.id, page=seen.page, box=seen.box, severity=severity)


class _Seen(NamedTuple):
    """Where the paper's type is seen: the pages as a message has them, the first of them, and its lines of this size.

    Where no page has enough of it, page 1.
    """

    where: str
    page: int
    box: Box | None


def _seen(reading: Reading, is_so: Callable[[BodyType], bool] = lambda _: True) -> _Seen:
    """The pages on which most of the running text is of the paper's size, and `is_so`."""
    size = reading.body.size or 0.0
    types = [(page, body_type([page])) for page in reading.text_pages]
    pages = [page for page, own in types if abs((own.size or 0.0) - size) <= SAME_SIZE and is_so(own)]
    if not pages:
        return _Seen("", 1, None)
    where = f" ({page_list(page.number for page in pages)})"
    return _Seen(where, pages[0].number, bounds([line.box for line in pages[0].lines if is_of_size(line, size)]))


def _is_among(measured: float, asked: Sequence[float]) -> bool:
    """Whether a leading is one of the template's, or between them."""
    least, most = min(asked), max(asked)
    return least <= measured <= most or is_near(measured, least) or is_near(measured, most)


def is_comparable(reading: Reading, rules: Rules) -> bool:
    """Whether there is enough running text, in the template's columns."""
    return reading.body.characters >= FEWEST_CHARACTERS and has_columns_of(reading, rules.profile)


def is_near(measured: float, asked: float) -> bool:
    """Whether a measure is the template's, within the tolerance."""
    return abs(measured - asked) <= TOLERANCE * asked + MEASURED_TO


def _shown(family: str) -> str:
    """`Computer Modern` for `computer-modern`."""
    return family.replace("-", " ").title()
