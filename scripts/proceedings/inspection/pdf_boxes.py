"""What may be wrong with a page's boxes, and the way from PDF coordinates to points on the page as displayed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from proceedings.pdf.pdf_geometry import PageGeometry, inherited, visible_box
from proceedings.pdf.pdf_objects import PdfValue
from proceedings.records.record import Box

SMALLEST, LARGEST = 3.0, 14400.0
"""Acrobat's limits of a page side, in user units."""

NO_MEDIA_BOX = "has no usable MediaBox, so that each program shows it in another size"


def displayed_box(geometry: PageGeometry, box: Sequence[float]) -> Box:
    """A box (x0, y0, x1, y1) of the page's own coordinates as displayed; the two corners may be any opposite ones."""
    a, b, c, d, e, f = geometry.matrix
    area = a * d - b * c
    corners = [(x - e, y - f) for x, y in ((box[0], box[1]), (box[2], box[3]))]
    across = [(d * x - c * y) / area for x, y in corners]
    down = [(a * y - b * x) / area for x, y in corners]
    return (_round(min(across)), _round(min(down)), _round(max(across)), _round(max(down)))


def _round(points: float) -> float:
    return round(points, 2) + 0.0  # never -0.0


def box_of(array: PdfValue) -> Box | None:
    """Four finite numbers that enclose an area, smaller ones first; None for anything else."""
    try:
        numbers = [float(each) for each in array]
    except (TypeError, ValueError):
        return None
    if len(numbers) != 4 or not all(math.isfinite(each) for each in numbers):
        return None
    x0, x1 = sorted(numbers[::2])
    y0, y1 = sorted(numbers[1::2])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def unusable_size(page: PdfValue) -> str | None:
    """Why no page can be made of this page dictionary, in one clause; None where one can."""
    x0, y0, x1, y1 = visible_box(box_of(inherited(page, "/MediaBox")), box_of(inherited(page, "/CropBox")))
    width, height = x1 - x0, y1 - y0
    if min(width, height) >= SMALLEST and max(width, height) <= LARGEST:
        return None
    return f"is {width:.4g} x {height:.4g} pt in size"


def box_problem(page: PdfValue) -> str | None:
    """What is wrong with the boxes of a page dictionary, in one clause."""
    media, crop = box_of(inherited(page, "/MediaBox")), box_of(inherited(page, "/CropBox"))
    turn = inherited(page, "/Rotate")
    if media is None:
        return NO_MEDIA_BOX
    if crop is not None and not _overlap(crop, media):
        return "has a CropBox that lies outside its MediaBox"
    if crop is not None and not _inside(crop, media):
        return "has a CropBox that reaches beyond its MediaBox"
    if turn is not None and (not isinstance(turn, int) or turn % 90):
        return f"is rotated by {turn} degrees, which is no quarter turn"
    return None


def _overlap(first: Box, second: Box) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


def _inside(inner: Box, outer: Box, tolerance: float = 0.5) -> bool:
    lower = all(inner[at] >= outer[at] - tolerance for at in (0, 1))
    return lower and all(inner[at] <= outer[at] + tolerance for at in (2, 3))
