"""Pages on paper of the wrong size: their boxes are moved so that the text block comes to lie where it should.

Only boxes are changed, by whole points; what is drawn stays as it is. All pages of a paper are moved or none.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

import pypdfium2
from pikepdf import Array, Object, Pdf

from proceedings.boxes import bounds, height, width
from proceedings.inspection.pdf_ink import Ink, ink_of
from proceedings.page_sizes import Size, same_size, size_in_words
from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_geometry import BAND, PageGeometry, page_geometry
from proceedings.records.record import Box
from proceedings.records.repair import WantedPage
from proceedings.repairs.pdf_proof import Shift
from proceedings.wording import counted

HEAD_HEIGHT, HEAD_CLEARANCE = 16.0, 5.5
"""Points: a running head is no higher, and has more white below it than lines of running text have."""

SAME_WIDTH = 0.04
"""A text block that differs from the profile's by a larger share of its width is centred on the page instead."""


class PagesDoNotFitError(Exception):
    """Some page's ink is larger than the wanted page, or the page is scaled; the message says so in a clause."""


class Moved(NamedTuple):
    """What was done to the boxes, in a clause, and by how much each page's content moves."""

    done: str
    shifts: tuple[Shift, ...]


class _Sheet(NamedTuple):
    """A page with its geometry and its ink."""

    number: int
    page: Object
    geometry: PageGeometry
    ink: Ink

    @property
    def size(self) -> Size:
        return (self.geometry.width, self.geometry.height)


def move_pages(pdf: Pdf, content: bytes, wanted: WantedPage) -> Moved | None:
    """Give every page a wanted size; None where all have it. `content` is the same file, for the ink.

    PagesDoNotFitError: nothing was changed.
    """
    sizes = [page_geometry(page.obj)[:2] for page in pdf.pages]
    target = _target(sizes, wanted)
    if target is None or all(same_size(size, target, wanted.tolerance) for size in sizes):
        return None
    sheets = list(_sheets(pdf, content))
    block = wanted.blocks[wanted.sizes.index(target)] if wanted.blocks else None
    shifts = _shifts(sheets, target, block, wanted.tolerance)
    for sheet in sheets:
        if sheet.number in shifts:
            _set_box(sheet, shifts[sheet.number], _turned_as(sheet.size, target))
    done = _words(sheets, shifts, target, wanted.tolerance)
    return Moved(done, tuple(shifts.get(each.number, Shift()) for each in sheets))


def _target(sizes: Sequence[Size], wanted: WantedPage) -> Size | None:
    """The accepted size that most pages have already; otherwise the preferred one."""
    if not wanted.sizes:
        return None
    there = Counter(known for size in sizes for known in wanted.sizes if same_size(size, known, wanted.tolerance))
    return max(wanted.sizes, key=lambda known: there[known])


def _turned_as(size: Size, target: Size) -> Size:
    """The target for a page that is wider than high lies on its side too."""
    return (max(target), min(target)) if size[0] > size[1] else (min(target), max(target))


def _sheets(pdf: Pdf, content: bytes) -> Iterator[_Sheet]:
    document = pypdfium2.PdfDocument(content)
    try:
        for number, page in enumerate(pdf.pages, 1):
            opened = document[number - 1]
            geometry = page_geometry(page.obj)
            yield _Sheet(number, page.obj, geometry, ink_of(opened, geometry))
            opened.close()
    finally:
        document.close()


def _shifts(sheets: Sequence[_Sheet], target: Size, block: Box | None, tolerance: float) -> dict[int, Shift]:
    """By how much the content of each page of a wrong size moves; pages of one size move alike."""
    groups: dict[Size, list[_Sheet]] = defaultdict(list)
    for sheet in sheets:
        if not same_size(sheet.size, target, tolerance):
            groups[sheet.size].append(sheet)
    shifts: dict[int, Shift] = {}
    for size, alike in groups.items():
        new = _turned_as(size, target)
        shift = _shift(alike, size, new, block if size[0] <= size[1] else None)
        shifts |= {sheet.number: shift for sheet in alike}
    return shifts


def _shift(sheets: Sequence[_Sheet], old: Size, new: Size, block: Box | None) -> Shift:
    right, down = _wish(sheets, old, new, block)
    inks = [sheet.ink.whole for sheet in sheets if sheet.ink.whole]
    for sheet in sheets:
        _require_movable(sheet, new)
    if not inks:
        return Shift(round(right), round(down))
    x0, y0, x1, y1 = bounds(inks)
    if ceil(-x0) > floor(new[0] - x1) or ceil(-y0) > floor(new[1] - y1):
        raise PagesDoNotFitError(f"what is drawn takes {x1 - x0:.0f} x {y1 - y0:.0f} pt and does not fit")
    return Shift(_within(right, ceil(-x0), floor(new[0] - x1)), _within(down, ceil(-y0), floor(new[1] - y1)))


def _require_movable(sheet: _Sheet, new: Size) -> None:
    box = sheet.ink.whole
    if float(sheet.page.get("/UserUnit", 1)) != 1:
        raise PagesDoNotFitError(f"page {sheet.number} is scaled")
    if box and (width(box) > new[0] or height(box) > new[1]):
        fact = f"what page {sheet.number} shows takes {width(box):.0f} x {height(box):.0f} pt"
        raise PagesDoNotFitError(f"{fact} and does not fit")


def _within(wish: float, least: int, most: int) -> int:
    return min(max(round(wish), least), most)


def _wish(sheets: Sequence[_Sheet], old: Size, new: Size, block: Box | None) -> tuple[float, float]:
    """Where the content would best go: its text block onto the profile's, or the page's middle onto the middle."""
    boxes = [box for sheet in sheets[1:] or sheets if (box := _text_box(sheet))]
    if block is not None and boxes:
        left, right = (statistics.median_low(box[at] for box in boxes) for at in (0, 2))
        top = statistics.median_low(box[1] for box in boxes)
        if abs((right - left) - width(block)) <= SAME_WIDTH * width(block):
            return (block[0] + block[2] - left - right) / 2, block[1] - top
    return (new[0] - old[0]) / 2, (new[1] - old[1]) / 2


def _text_box(sheet: _Sheet) -> Box | None:
    """The ink of a page without a line above it that stands alone, as a running head does."""
    whole, head = sheet.ink.whole, sorted(sheet.ink.head, key=lambda box: box[1])
    if whole is None or not head:
        return whole
    below = head[1][1] if len(head) > 1 else BAND * sheet.geometry.height + HEAD_CLEARANCE
    is_head = height(head[0]) <= HEAD_HEIGHT and below - head[0][3] >= HEAD_CLEARANCE
    top = below if is_head and len(head) > 1 else sheet.ink.body[1] if is_head and sheet.ink.body else whole[1]
    return (whole[0], top, whole[2], whole[3])


def _set_box(sheet: _Sheet, shift: Shift, new: Size) -> None:
    """The box of a page as displayed, moved against its content, in the page's own coordinates."""
    x, y = -float(shift.right), -float(shift.down)
    one = sheet.geometry.user_space(x, y)
    other = sheet.geometry.user_space(x + new[0], y + new[1])
    sheet.page["/MediaBox"] = Array([round(value, 4) for value in bounds([(*one, *one), (*other, *other)])])
    sheet.page["/CropBox"] = sheet.page["/MediaBox"]
    for key in ("/TrimBox", "/BleedBox", "/ArtBox"):
        drop(sheet.page, key)


def _words(sheets: Sequence[_Sheet], shifts: dict[int, Shift], target: Size, tolerance: float) -> str:
    first = sheets[min(shifts) - 1]
    one = len(shifts) == 1
    old, new = (size_in_words(size, tolerance) for size in (first.size, target))
    pages = f"{counted(len(shifts), 'page')} of {old} {'is' if one else 'are'} now {new}"
    moved = _direction(shifts[first.number])
    return f"{pages}, with {'its' if one else 'their'} content {moved}" if moved else pages


def _direction(shift: Shift) -> str:
    across = f"{abs(shift.right)} pt to the {'right' if shift.right > 0 else 'left'}" if shift.right else ""
    down = f"{abs(shift.down)} pt {'down' if shift.down > 0 else 'up'}" if shift.down else ""
    return " and ".join(filter(None, (across, down)))
