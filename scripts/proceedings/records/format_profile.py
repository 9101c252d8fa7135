"""The record of a format profile: what a template asks of a paper.

None is "not said", and asks nothing. An empty list asks nothing either, and is said: over another profile it takes what
that one lists away.
"""

from __future__ import annotations

from typing import Literal

from proceedings.page_sizes import TOLERANCE, Size, same_size, sides_of
from proceedings.records.finding import Weight
from proceedings.records.record import Box, Record


class TextBlock(Record):
    """Where running text stands: its size in points, and its places for each page size, from the top left.

    The first place is the usual one, of this size; others are as true, as those of an older style or of the Word
    template. `position_checked` False: only the size counts, as where everyone's installation places it.
    """

    width: float | None = None
    height: float | None = None
    places: dict[str, tuple[Box, ...]] = {}
    position_checked: bool | None = None


class BodyText(Record):
    """The type of running text, in points: its size, its leadings (one of several), its families of typefaces."""

    size: float | None = None
    leading: tuple[float, ...] | None = None
    families: tuple[str, ...] | None = None


class Resolution(Record):
    """Dots per inch of raster images as placed: below `least` is a warning, below the `wanted_*` ones information."""

    least: float | None = None
    wanted_grey_or_colour: float | None = None
    wanted_line_art: float | None = None


class PageRule(Record):
    """How long a paper of one type may be; `excluding` names page types that do not count."""

    min: int | None = None
    max: int | None = None
    excluding: tuple[Literal["references", "appendix"], ...] | None = None


class FormatProfile(Record):
    """What one template asks. `latex` holds cures in its own commands, by code.

    `gutter` holds the usual ones in points. `pages` fills what the volume's rule for a type of paper leaves open.
    `severities` holds what the publisher says of a code: where that is the default, it still holds for the cases that a
    check finds graver. `based_on` names a packaged profile whose values hold where this one is silent.
    """

    name: str = ""
    title: str | None = None
    based_on: str | None = None
    page_sizes: tuple[str, ...] | None = None
    page_size_tolerance: float | None = None
    most_bytes: int | None = None
    oldest_pdf_version: str | None = None
    newest_pdf_version: str | None = None
    resolution: Resolution = Resolution()
    text_block: TextBlock = TextBlock()
    columns: int | None = None
    gutter: tuple[float, ...] | None = None
    body: BodyText = BodyText()
    running_heads: Literal["wanted", "allowed", "unwanted"] | None = None
    page_numbers: Literal["wanted", "allowed", "unwanted"] | None = None
    certificate: Literal["pdf-express"] | None = None
    pages: PageRule = PageRule()
    notices: tuple[str, ...] | None = None
    sections: tuple[str, ...] | None = None
    severities: dict[str, Weight] = {}
    latex: dict[str, str] = {}

    @property
    def size_tolerance(self) -> float:
        """Points by which a page may differ from a size that the profile names."""
        return self.page_size_tolerance or TOLERANCE

    def places_on(self, size: Size) -> tuple[Box, ...]:
        """The places of the text block on pages of this size; none where the profile does not know."""
        return next((places for name, places in self.text_block.places.items() if self._meant(size, name)), ())

    def wanted_size(self, size: Size) -> Size | None:
        """The page size that the profile names and that a page of this one has, upright or on its side."""
        return next(filter(None, (self._meant(size, name) for name in self.page_sizes or ())), None)

    def _meant(self, size: Size, name: str) -> Size | None:
        sides = sides_of(name)
        return sides if sides and same_size(size, sides, self.size_tolerance) else None
