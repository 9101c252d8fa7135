"""What a case is: what is planted, how strongly, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planted.sheets import TEMPLATES, Box, Sheet
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper

TWO_COLUMNS = ("acm", "ieee", "acl")
ONE_COLUMN = ("lncs", "ceurart")
PLACED = ("acm", "ieee", "acl", "ceurart")
"""Templates whose text block has a place on the page, not only a size."""
UNNUMBERED = ("acm", "ieee", "acl", "ceurart")
"""Templates whose papers carry no page numbers of their own."""
WITHOUT_HEADS = ("ieee", "acl", "ceurart")
CHECKED_SIZE = ("acm", "ieee", "acl", "ceurart")
"""Templates for which the size of the page is more than information."""

PAGE_RULE = PageRule(min=3, max=8)
"""Every control has between three and eight pages."""

EVERY_MAKER = ("reportlab", "tex", "writer")

Place = Callable[[Sheet], Box]
"""Where on a page of this sheet something is planted, in points from the top left."""


@dataclass(frozen=True)
class Case:
    """One cause: what makes it, and what must come of it.

    `vary` changes the sheet before it is set, `plant` the finished file, `record` the metadata, `limits` the page rule;
    `accepted` are the authors on the list of acceptance, if there is one.

    `code` is the one finding that must result, None for a trap that must yield neither warning nor error; of `unsaid`
    it must not even yield information. `page` is where the finding must be: -1 on the last page, 0 on none, None
    anywhere, or where the sheet's inserted text is. `box`: the place on it that the finding must show.
    """

    name: str
    code: str | None
    page: int | None = None
    templates: tuple[str, ...] = TEMPLATES
    vary: Callable[[Sheet], Sheet] | None = None
    plant: Callable[[Path, Sheet], object] | None = None
    record: Callable[[Paper], Paper] | None = None
    makers: tuple[str, ...] = ("reportlab",)
    limits: PageRule = PAGE_RULE
    accepted: tuple[str, ...] = ()
    box: Place | None = None
    unsaid: str | None = None


def some(number: int, templates: tuple[str, ...] = TEMPLATES) -> tuple[str, ...]:
    """Two templates for the n-th of cases that are alike, so that all of them have each template among them."""
    return tuple(dict.fromkeys(templates[(number + step) % len(templates)] for step in (0, 2)))


def makers(everywhere: bool) -> tuple[str, ...]:
    """Every maker, or reportlab alone."""
    return EVERY_MAKER if everywhere else ("reportlab",)


def varied(**fields: Any) -> Callable[[Sheet], Sheet]:
    """The sheet with these fields otherwise."""
    return lambda sheet: sheet.but(**fields)


def saying(text: str, section: int = 2) -> Callable[[Sheet], Sheet]:
    """A paragraph of the running text says this."""
    return lambda sheet: sheet.but(inserted=((section, text),))
