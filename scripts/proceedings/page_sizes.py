"""Page sizes: the ones that have a name, and how near to one a page must come."""

from __future__ import annotations

import re
from collections.abc import Mapping

Size = tuple[float, float]
"""Width and height in points."""

A4: Size = (595.276, 841.89)
LETTER: Size = (612.0, 792.0)

PAGE_SIZES: Mapping[str, Size] = {"a4": A4, "letter": LETTER, "a5": (419.528, 595.276), "b5": (498.898, 708.661)}
"""By the names that format profiles use; all stand upright."""

OTHER_SIZE = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)")
"""`486x720`: how profiles write a size without a name, by its width and height in points."""

FARTHEST = 14_400.0
"""Points, the longest side of a page in PDF."""

SHOWN = {"a4": "A4", "letter": "US Letter", "a5": "A5", "b5": "B5"}

TOLERANCE = 1.0
"""Points, where no profile says otherwise: pdfTeX and Distiller write A4 differently."""

MILLIMETRES = 25.4 / 72


def same_size(size: Size, wanted: Size, tolerance: float = TOLERANCE) -> bool:
    """Whether a page has this size, upright or on its side."""
    return all(abs(side - other) <= tolerance for side, other in zip(sorted(size), sorted(wanted), strict=True))


def name_of(size: Size, tolerance: float = TOLERANCE) -> str | None:
    """`a4` for a page of about this size, upright or on its side; None for a size without a name."""
    return next((name for name, known in PAGE_SIZES.items() if same_size(size, known, tolerance)), None)


def sides_of(written: str) -> Size | None:
    """The size that profiles write as `a4` or `486x720`; None for what is no size of a page."""
    if written in PAGE_SIZES:
        return PAGE_SIZES[written]
    match = OTHER_SIZE.fullmatch(written)
    width, height = (float(match[1]), float(match[2])) if match else (0.0, 0.0)
    return (width, height) if 0 < width <= FARTHEST and 0 < height <= FARTHEST else None


def as_written(size: Size, tolerance: float = TOLERANCE) -> str:
    """How a profile writes this size: by its name, or to a tenth of a point."""
    return name_of(size, tolerance) or "x".join(f"{round(side, 1):g}" for side in size)


def size_in_words(size: Size, tolerance: float = TOLERANCE) -> str:
    """`US Letter`; a size without a name in millimetres, as if it stood upright: `200 x 300 mm`."""
    name = name_of(size, tolerance)
    width, height = sorted(size)
    return SHOWN[name] if name else f"{width * MILLIMETRES:.0f} x {height * MILLIMETRES:.0f} mm"


def to_the_fraction(size: Size) -> Size:
    """The exact sides of the named size that is meant, turned as the page is; any other size as it is."""
    name = name_of(size)
    width, height = PAGE_SIZES[name] if name else size
    return (width, height) if (width <= height) == (size[0] <= size[1]) else (height, width)
