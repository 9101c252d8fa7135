"""Draws pages for the report: grey, small, with the text block and the places that findings speak of upon them.

At 90 dpi the text of a two-column page can be read; with eight greys and two colours a page has about 60 kB and takes
25 ms.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import PdfDocument

from proceedings.inspection.pdf_guard import fenced
from proceedings.records.facts import PaperFacts
from proceedings.records.pictures import PagePicture
from proceedings.records.record import Box

DPI = 90
MOST_PIXELS = 1_500_000
"""A4 has 780,000; larger pages are drawn smaller."""

GREYS, MARK, BLOCK = 8, 8, 9
"""Places in the palette: the greys from black to white, the colour of marks, the colour of the text block."""
MARK_COLOUR, BLOCK_COLOUR = (214, 32, 32), (40, 110, 200)
MARK_WIDTH, MARK_MARGIN, DASH = 3, 3, 6
"""In pixels: how thick a mark is and how far from what it marks; a dash of the text block and the gap behind it."""

LABEL_SIZE = 14
COMPRESSION = 4
"""Of zlib; 6 takes 1.6 times as long and saves 2.5 %."""

CPU_SECONDS = 120
"""For all pages that one process draws; a page takes about 25 ms."""


class PaperToDraw(NamedTuple):
    """The pages of a paper's file that are wanted."""

    path: Path
    facts: PaperFacts
    pictures: Sequence[PagePicture]


class Drawing(NamedTuple):
    """A finished picture: its PNG file, width and height in pixels."""

    png: bytes
    width: int
    height: int


def drawing_key(picture: PagePicture, paper_sha256: str) -> str:
    """What a picture is drawn from, and by which code: the same key, the same picture."""
    content = msgspec.json.encode([paper_sha256, picture.page, picture.marks, picture.block, picture.remarks])
    return hashlib.sha256(content + Path(__file__).read_bytes()).hexdigest()


def draw_pages(path: Path, facts: PaperFacts, pictures: Sequence[PagePicture]) -> dict[int, Drawing]:
    """The pictures of one paper by page number; pages that cannot be drawn are left out. FenceError."""
    return draw_papers([PaperToDraw(path, facts, pictures)])[0]


def draw_papers(papers: Sequence[PaperToDraw]) -> list[dict[int, Drawing]]:
    """The same of each of these papers, all in one process. FenceError, also where a single one is to blame."""
    drawn = fenced(lambda: msgspec.msgpack.encode([_drawn(each) for each in papers]), cpu_seconds=CPU_SECONDS)
    return msgspec.msgpack.decode(drawn, type=list[dict[int, Drawing]])


def _drawn(paper: PaperToDraw) -> dict[int, Drawing]:
    """The same of one paper, unfenced; nothing raises."""
    drawn = {}
    for each in paper.pictures:
        try:
            with PdfDocument(paper.path) as document:  # anew for each page: what one leaves behind may spoil the next
                drawing = _drawing(document, each, paper.facts.pages[each.page - 1].width)
        except Exception:  # a hostile file makes engines raise what no list foresees
            continue
        if drawing:
            drawn[each.page] = drawing
    return drawn


def _drawing(document: PdfDocument, picture: PagePicture, width: float) -> Drawing | None:
    """One page with its marks; None for a page without an area. `width` is that of the page in points."""
    page = document[picture.page - 1]
    across, down = page.get_size()
    if min(across, down) < 1:
        return None
    scale = min(DPI / 72, (MOST_PIXELS / (across * down)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=picture.remarks, may_draw_forms=picture.remarks)
    image = _with_palette(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    draw = ImageDraw.Draw(image)
    pixels_a_point = bitmap.width / width  # PDFium knows no UserUnit, our boxes do
    if picture.block:
        _outline(draw, _scaled(picture.block, pixels_a_point))
    for number, box in enumerate(picture.marks, 1):
        _mark(draw, _scaled(box, pixels_a_point), image.size, number if len(picture.marks) > 1 else None)
    file = io.BytesIO()
    image.save(file, "PNG", bits=4, compress_level=COMPRESSION)
    return Drawing(file.getvalue(), image.width, image.height)


def _with_palette(pixels: bytes, width: int, height: int, stride: int) -> Image.Image:
    """Rows of grey pixels as an image of our palette."""
    place = bytes(round(grey * (GREYS - 1) / 255) for grey in range(256))
    grey = Image.frombytes("L", (width, height), pixels.translate(place), "raw", "L", stride, 1)
    image = Image.frombytes("P", grey.size, grey.tobytes())
    shades = [round(255 * step / (GREYS - 1)) for step in range(GREYS)]
    image.putpalette([*(shade for shade in shades for _ in range(3)), *MARK_COLOUR, *BLOCK_COLOUR])
    return image


def _scaled(box: Box, pixels_a_point: float) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (round(edge * pixels_a_point) for edge in box)
    return x0, y0, x1, y1


def _outline(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int]) -> None:
    """The text block, one pixel thick and dashed."""
    x0, y0, x1, y1 = box
    for start in range(x0, x1, 2 * DASH):
        for y in (y0, y1):
            draw.line((start, y, min(start + DASH, x1), y), fill=BLOCK)
    for start in range(y0, y1, 2 * DASH):
        for x in (x0, x1):
            draw.line((x, start, x, min(start + DASH, y1)), fill=BLOCK)


def _mark(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], size: tuple[int, int], number: int | None) -> None:
    """A frame around the place, within the picture, and its number in its upper left corner."""
    margin = MARK_MARGIN + MARK_WIDTH
    left, top = max(box[0] - margin, 0), max(box[1] - margin, 0)
    right, bottom = min(box[2] + margin, size[0] - 1), min(box[3] + margin, size[1] - 1)
    if left > right or top > bottom:
        return
    draw.rectangle((left, top, right, bottom), outline=MARK, width=MARK_WIDTH)
    if number is not None:
        _label(draw, left, top, str(number))


def _label(draw: ImageDraw.ImageDraw, left: int, top: int, words: str) -> None:
    """The number of a mark, white on its colour: left of the frame, where margins are, or at the page's edge in it."""
    font = ImageFont.load_default(LABEL_SIZE)
    width, height = round(draw.textlength(words, font=font)) + 8, LABEL_SIZE + 4
    left = max(left - width, 0)
    draw.rectangle((left, top, left + width, top + height), fill=MARK)
    draw.fontmode = "1"  # no shades between the places of the palette
    draw.text((left + 4, top + 1), words, fill=GREYS - 1, font=font)
