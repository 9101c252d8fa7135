"""Sets a sheet with reportlab: justified columns, headings, a figure, a table, a footnote, references, links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from planted import prose
from planted.sheets import Sheet
from planted.slugs import Slug, broken, font_named, justified, manuscript


class Frame(NamedTuple):
    """A column of a page: left edge, top and foot in PDF coordinates."""

    page: int
    left: float
    top: float
    foot: float


def set_paper(path: Path, sheet: Sheet) -> Path:
    """A paper of this sheet; every font is embedded and subset, headings are bookmarked and linked to."""
    plain = font_named(sheet.faces[0])
    canvas = Canvas(str(path), pagesize=sheet.size, initialFontName=plain, invariant=1, pageCompression=1)
    canvas.setTitle(sheet.title)
    canvas.setAuthor(", ".join(sheet.authors))
    Setter(canvas, sheet).run()
    canvas.save()
    return path


class Setter:
    """Puts slugs into the columns of page after page."""

    def __init__(self, canvas: Canvas, sheet: Sheet) -> None:
        """Nothing is set yet."""
        self.canvas, self.sheet = canvas, sheet
        left, top, right, foot = sheet.block
        self.width = (right - left - sheet.gutter * (sheet.columns - 1)) / sheet.columns
        self.top, self.foot = sheet.size[1] - top, sheet.size[1] - foot
        self.page = 0

    def run(self) -> None:
        """All pages; the last one ends where the text does."""
        frames, waiting = self._frames(), []
        frame = next(frames)
        y = frame.top
        for slug in manuscript(self.sheet, self.width):
            if slug.floats and y - slug.height < frame.foot:
                waiting.append(slug)
                continue
            if y - max(slug.height, slug.need) < frame.foot:
                frame = next(frames)
                y = frame.top
                while waiting:
                    y = self._put(waiting.pop(0), frame, y)
            y = self._put(slug, frame, y)
        self.canvas.showPage()

    def _put(self, slug: Slug, frame: Frame, y: float) -> float:
        slug.draw(self.canvas, frame.left, y)
        return y - slug.height

    def _frames(self) -> Iterator[Frame]:
        sheet = self.sheet
        while True:
            self.page += 1
            if self.page > 1:
                self.canvas.showPage()
            top = self._begin_page()
            for column in range(sheet.columns):
                foot = self.foot
                if column == 0 and self.page <= 2:
                    foot = self._set_foot(sheet.block[0], sheet.notice if self.page == 1 else (sheet.footnote,))
                yield Frame(self.page, sheet.block[0] + column * (self.width + sheet.gutter), top, foot)

    def _begin_page(self) -> float:
        """Head, folio, line numbers, title; where the columns begin."""
        sheet, canvas = self.sheet, self.canvas
        small = font_named(sheet.faces[0])
        canvas.setFont(small, min(8.0, sheet.body * 0.8))
        if sheet.head:
            left, right = sheet.head(self.page)
            canvas.drawString(sheet.block[0], self.top + 14, left)
            canvas.drawRightString(sheet.block[2], self.top + 14, right)
        if sheet.folio and (folio := sheet.folio(self.page)):
            canvas.drawCentredString(sheet.size[0] / 2, self.foot - sheet.folio_depth, folio)
        if sheet.line_numbers:
            self._number_lines()
        if sheet.overfull and sheet.overfull[0] == self.page and self.page > 1:
            _set_overfull(canvas, sheet, self.width, self.top)
            return self.top - sheet.leading
        return self._set_title() if self.page == 1 else self.top

    def _number_lines(self) -> None:
        lines = int((self.top - self.foot) / self.sheet.leading)
        for line in range(lines):
            number = (self.page - 1) * lines + line + 1
            self.canvas.drawRightString(
                self.sheet.block[0] - 12, self.top - (line + 0.8) * self.sheet.leading, f"{number:03}"
            )

    def _set_title(self) -> float:
        sheet, canvas, middle = self.sheet, self.canvas, (self.sheet.block[0] + self.sheet.block[2]) / 2
        y = self.top
        bold = font_named(sheet.faces[2] if sheet.name != "ieee" else sheet.faces[0])
        for line in broken(sheet.title, bold, sheet.title_size, (sheet.block[2] - sheet.block[0]) * 0.9):
            y -= sheet.title_size * 1.2
            canvas.setFont(bold, sheet.title_size)
            canvas.drawCentredString(middle, y, line)
        y -= 8
        names = sheet.author_lines or (_enumerated(sheet.authors),)
        for size, line in [*((11.0, name) for name in names), (9.0, prose.AFFILIATION), (9.0, prose.EMAIL)]:
            y -= size * 1.4
            canvas.setFont(font_named(sheet.faces[0]), size)
            canvas.drawCentredString(middle, y, line)
        return y - 18

    def _set_foot(self, left: float, lines: tuple[str, ...]) -> float:
        """A notice or footnote below a short rule at the foot of a column; where the column now ends."""
        size, y = 8.0, self.foot + 2.5
        if not any(lines):
            return self.foot
        top = y + size * 1.2 * len(lines)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(left, top + 2, left + 60, top + 2)
        for number, line in enumerate(lines, 1):
            self.canvas.setFont(font_named(self.sheet.faces[0]), size)
            self.canvas.drawString(left, top - size * 1.2 * number, line)
        return top + 8


def _enumerated(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"


def _set_overfull(canvas: Canvas, sheet: Sheet, width: float, top: float) -> None:
    """A line of running text whose last word ends beyond the right edge of the block."""
    assert sheet.overfull is not None
    words = broken(prose.paragraph(1), font_named(sheet.faces[0]), sheet.body, width)[0].split()
    left = sheet.block[2] - width
    justified(canvas, words, sheet, left, top - 0.8 * sheet.leading, width + sheet.overfull[1])
