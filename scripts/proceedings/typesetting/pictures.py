"""Pictures of the front matter, logos and photos, fitted into their boxes; a finding where none can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proceedings.codes import finding
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.typesetting.rows import UPRIGHT, Picture

READABLE = (".png", ".jpg", ".jpeg", ".gif")

ORIENTATION = 0x0112
"""The tag of Exif under which a camera notes how it was held."""


def fitted(path: Path, width: float, height: float, alt: str = "") -> Picture | None:
    """The picture as large as it fits into a box; None where there is no file, or none that holds pixels.

    `alt` says what it shows.
    """
    if path.suffix.lower() not in READABLE or not path.is_file():
        return None
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        picture = ImageReader(str(path))
        pixels = picture.getSize()
        picture.getRGBData()  # a cut file has a size too
        with Image.open(path) as image:
            held = image.getexif().get(ORIENTATION, 1)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # Pillow raises all four for odd files
        return None
    held = held if held in UPRIGHT else 1
    across, down = pixels if held < 5 else pixels[::-1]
    scale = min(width / across, height / down)
    return Picture(str(path), 0.0, 0.0, across * scale, down * scale, alt, held)


def unprintable_pictures(edition: Edition, metadata: Path) -> Iterator[Finding]:
    """Logos and photos that are there and hold no pixels; what is not there is the intake's to tell."""
    named = [("sponsors.yml", sponsor.logo) for sponsor in edition.sponsors]
    named += [("program.yml", talk.photo) for talk in edition.keynotes]
    for file, name in named:
        if name and (metadata / name).is_file() and fitted(metadata / name, 1.0, 1.0) is None:
            message = f"metadata/{file}: metadata/{name} holds no picture that can be printed, and is left out."
            yield finding("metadata-invalid", message, severity="warning", remedy="Save it as PNG or JPEG.")
