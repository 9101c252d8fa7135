"""What may be wrong with a page's size, boxes and rotation."""

from __future__ import annotations

from proceedings.boxes import common_box, lies_within
from proceedings.pdf.pdf_geometry import box_of, inherited, number_of, visible_box
from proceedings.pdf.pdf_objects import PdfValue

SMALLEST, LARGEST = 3.0, 14400.0
"""Acrobat's limits of a page side, in user units."""

AS_FAR = 0.5
"""Units by which a CropBox may reach beyond its MediaBox: rounding."""

NO_MEDIA_BOX = "has no usable MediaBox, so that each program shows it in another size"


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
    if crop is not None and common_box(crop, media) is None:
        return "has a CropBox that lies outside its MediaBox"
    if crop is not None and not lies_within(crop, media, AS_FAR):
        return "has a CropBox that reaches beyond its MediaBox"
    if turn is not None and ((degrees := number_of(turn)) is None or degrees % 90):
        return f"is rotated by {turn} degrees, which is no quarter turn"
    return None
