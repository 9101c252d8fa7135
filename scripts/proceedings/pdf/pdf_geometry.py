"""Page geometry: from points on the page as displayed to the page's own coordinates.

A page is displayed as its CropBox within its MediaBox, turned by Rotate and scaled by UserUnit.
All four may be inherited, missing or odd; here they are read as PDFium and poppler read them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from proceedings.boxes import common_box
from proceedings.page_sizes import LETTER
from proceedings.records.record import Box

if TYPE_CHECKING:
    from pikepdf import Object

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x' = a x + c y + e and y' = b x + d y + f, as PDF writes it."""

MISSING_BOX = (0.0, 0.0, *LETTER)
"""What viewers show where a page has no usable MediaBox."""

BAND = 0.13
"""Share of the height at the top and at the bottom of the page as displayed in which stamps stand."""

DEEPEST_TREE = 64
"""Levels of the page tree that are searched for an inherited value."""


class PageGeometry(NamedTuple):
    """A page as displayed: width and height in points, and the way back to its own coordinates.

    `matrix` maps points from the top left of the page as displayed, y downwards, to default user
    space; `upright_matrix` does so for points from the bottom left, y upwards, which text needs.
    """

    width: float
    height: float
    matrix: Matrix

    @property
    def upright_matrix(self) -> Matrix:
        """The same map for points from the bottom left of the page as displayed, y upwards."""
        a, b, c, d, e, f = self.matrix
        return (a, b, -c, -d, e + c * self.height, f + d * self.height)

    def user_space(self, x: float, y: float) -> tuple[float, float]:
        """The point in default user space of a point (x, y) from the top left of the page as displayed."""
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e, b * x + d * y + f)


def page_geometry(page: Object) -> PageGeometry:
    """Geometry of a page dictionary (`page.obj` in pikepdf)."""
    return displayed_geometry(
        box_of(inherited(page, "/MediaBox")),
        box_of(inherited(page, "/CropBox")),
        number_of(inherited(page, "/Rotate")) or 0.0,
        number_of(page.get("/UserUnit")) or 1.0,
    )


def displayed_geometry(
    media_box: Sequence[float] | None,
    crop_box: Sequence[float] | None = None,
    rotate: float = 0,
    user_unit: float = 1.0,
) -> PageGeometry:
    """Geometry of a page with these boxes in default user space; unusable values count as missing."""
    x0, y0, x1, y1 = visible_box(media_box, crop_box)
    scale = 1 / user_unit if user_unit > 0 else 1.0
    width, height = (x1 - x0) / scale, (y1 - y0) / scale
    turn = int(rotate // 90) % 4
    if turn == 0:
        return PageGeometry(width, height, (scale, 0.0, 0.0, -scale, x0, y1))
    if turn == 1:
        return PageGeometry(height, width, (0.0, scale, scale, 0.0, x0, y0))
    if turn == 2:
        return PageGeometry(width, height, (-scale, 0.0, 0.0, scale, x1, y0))
    return PageGeometry(height, width, (0.0, -scale, -scale, 0.0, x1, y1))


def shows_nothing(page: Object) -> bool:
    """Whether the page's CropBox lies outside its MediaBox, so that viewers show an empty page or none."""
    media, crop = (box_of(inherited(page, key)) for key in ("/MediaBox", "/CropBox"))
    return crop is not None and common_box(media or MISSING_BOX, crop) is None


def visible_box(media_box: Sequence[float] | None, crop_box: Sequence[float] | None) -> Box:
    """(x0, y0, x1, y1) in default user space of what is displayed: the CropBox within the MediaBox."""
    media = box_of(media_box) or MISSING_BOX
    crop = box_of(crop_box) or media
    return common_box(media, crop) or media


def displayed_box(geometry: PageGeometry, box: Sequence[float]) -> Box:
    """A box (x0, y0, x1, y1) of the page's own coordinates as displayed; the two corners may be any opposite ones."""
    a, b, c, d, e, f = geometry.matrix
    area = a * d - b * c
    corners = [(x - e, y - f) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    across = [(d * x - c * y) / area for x, y in corners]
    down = [(a * y - b * x) / area for x, y in corners]
    return (_rounded(min(across)), _rounded(min(down)), _rounded(max(across)), _rounded(max(down)))


def _rounded(points: float) -> float:
    return round(points, 2) + 0.0  # never -0.0


def inherited(page: Object, key: str) -> Object | None:
    """The page's value for `key`, its own or the nearest ancestor's; None where there is none."""
    node: Object | None = page
    for _ in range(DEEPEST_TREE):
        if node is None:
            return None
        if (value := node.get(key)) is not None:
            return value
        node = node.get("/Parent")
    return None


def box_of(value: Object | Sequence[float] | None) -> Box | None:
    """Four finite numbers that enclose an area, smaller ones first; None for anything else."""
    try:
        numbers = [float(each) for each in (value if value is not None else ())]
    except (TypeError, ValueError):
        return None
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        return None
    x0, x1 = sorted(numbers[::2])
    y0, y1 = sorted(numbers[1::2])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def number_of(value: Object | None) -> float | None:
    """A finite number; None for anything else."""
    try:
        number = float(value) if value is not None else math.nan
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
