"""Draw pages into a PDF: embedded subsets only, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from proceedings.running_heads import cut_titles
from proceedings.typeface import FIRST_FACE, font_of, normalised
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Fragment, Span, Style, drawn, words_of
from proceedings.typesetting.lettering import write_marked
from proceedings.typesetting.lines import Line, one_line
from proceedings.typesetting.pages import Page, PlacedRow
from proceedings.typesetting.press_tags import PlacedLink, place_annotation, write_structure
from proceedings.typesetting.structure import Element, Structure
from proceedings.typesetting.tags import ARTIFACT
from proceedings.wording import ascii_uri

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FIXED_DAY = 946684800
"""The day that stands in every file which is set, in seconds since 1970."""

HEAD_TO_FOLIO = 16.0
LINK, LEADER = attrgetter("link"), attrgetter("leader")
LAYOUT = "/Artifact <</Type/Layout>> BDC"
PAGINATION = "/Artifact <</Type/Pagination>> BDC"


class Imprint(NamedTuple):
    """The document information of a part, and the language that it is in."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "en"


def print_pages(
    pages: Sequence[Page],
    grid: PageGrid,
    imprint: Imprint,
) -> bytes:
    """A PDF of all pages; no pages give an empty file. Its `bindery:` links are for the assembler to resolve."""
    if not pages:
        return b""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # streams as bytes: armour for mail makes them a quarter longer
    font_of(FIRST_FACE)
    content = io.BytesIO()
    size = (grid.width, grid.height)
    canvas = Canvas(content, pagesize=size, invariant=1, pageCompression=1, initialFontName=FIRST_FACE)
    _forget_the_day(canvas)
    canvas.setTitle(normalised(imprint.title))
    canvas.setAuthor(normalised(imprint.author))
    canvas.setSubject(normalised(imprint.subject))
    canvas.setCreator("Bindery")
    press = _Press(canvas, grid, len(pages))
    for page in pages:
        press.draw(page)
        canvas.showPage()
    press.name_destinations()
    write_structure(canvas, press.structure, press.annotations, imprint.language)
    canvas.save()
    for written in (canvas._doc, canvas):
        vars(written).clear()  # they hold each other, and would wait for the collector with all that they have
    return content.getvalue()


def _forget_the_day(canvas: Canvas) -> None:
    """Dates of a fixed day: an `invariant` canvas takes that of SOURCE_DATE_EPOCH, and its file's id from it."""
    document = canvas._doc
    stamp = document._timeStamp
    stamp.t, stamp.lt = FIXED_DAY, time.gmtime(FIXED_DAY)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    document.signature = hashlib.md5(str(FIXED_DAY).encode(), usedforsecurity=False)


class _Press:
    """A canvas with the page's origin at the top left."""

    def __init__(self, canvas: Canvas, grid: PageGrid, pages: int) -> None:
        self.canvas, self.grid, self.pages = canvas, grid, pages
        self.anchors: set[str] = set()
        self.structure = Structure()
        self.open: Element | None = None
        self.annotations: list[PlacedLink] = []

    def draw(self, page: Page) -> None:
        self.structure.begin_page(opens=page.kind != "running")
        for panel in page.panels:
            self.code(LAYOUT)
            self.canvas.setFillColorRGB(*panel.colour)
            self.canvas.rect(panel.x, self.up(panel.y + panel.height), panel.width, panel.height, stroke=0, fill=1)
            self.code("EMC")
        if page.folio and page.kind == "running":
            self.running_head(page)
        for placed in page.rows:
            self.row(placed)
        if page.folio and page.kind == "opening":
            self.centred(page.folio)
        self.close()

    def up(self, y: float) -> float:
        """PDF counts from the bottom."""
        return self.grid.height - y

    def code(self, operators: str) -> None:
        self.canvas._code.append(operators)

    def close(self) -> None:
        """End the content of the element whose lines stood last."""
        if self.open:
            self.code("EMC")
        self.open = None

    def opening(self, element: Element) -> str:
        """The operator that begins content of an element."""
        return f"/{element.role} <</MCID {self.structure.mark(element)}>> BDC"

    def row(self, placed: PlacedRow) -> None:
        x, y, width, row = placed
        for picture in row.pictures:
            self.close()
            foot = self.up(y + picture.drop + picture.height)
            self.code(self.opening(self.structure.figure(picture.alt)) if picture.alt else LAYOUT)
            self.canvas.saveState()
            self.canvas.transform(*picture.upright(x + picture.x, foot))
            self.canvas.drawImage(picture.path, 0, 0, 1, 1, mask="auto")
            self.canvas.restoreState()
            self.code("EMC")
        for rule in row.rules:
            self.close()
            self.code(LAYOUT)
            self.canvas.setStrokeColorRGB(*rule.colour)
            self.canvas.setLineWidth(rule.weight)
            self.canvas.setLineCap(int(rule.rounded))
            height = self.up(y + rule.drop)
            self.canvas.line(x + rule.x, height, x + rule.x + rule.width, height)
            self.code("EMC")
        goal = row.link and ascii_uri(row.link)
        widest = max(row.lines, key=lambda placed: placed.line.width, default=None) if goal else None
        link = None
        for place in row.lines:
            element = None if place.tag is ARTIFACT else self.structure.element(place.tag)
            if goal and element and widest and place.tag is widest.tag:
                element = link = self.structure.link(element, goal)
            self.line(place.line, x + place.shift, y + place.drop, element)
        if link:
            words = " ".join(words_of(place.line.pieces) for place in row.lines)
            self.annotate(link, words, (x, y, x + width, y + row.height))
        if row.anchor:
            self.destination(row.anchor, y - self.grid.leading)
            self.anchors.add(row.anchor)

    def destination(self, name: str, y: float) -> None:
        """A named destination that scrolls to `y` and leaves the reader's zoom alone."""
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=self.up(max(y, 0.0)), zoom=0)

    def name_destinations(self) -> None:
        """Write the anchors into the catalog's name tree: reportlab itself only knows links of its own file."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString

        if not self.anchors:
            return
        pairs = [(PDFString(name), self.canvas._bookmarkReference(name)) for name in sorted(self.anchors)]
        leaf = PDFDictionary({"Names": PDFArray([part for pair in pairs for part in pair])})
        self.canvas._doc.Catalog.Names = PDFDictionary({"Dests": leaf})

    def line(self, line: Line, x: float, baseline: float, element: Element | None = None) -> None:
        """A line of an element; of none, it is there for the page alone. Links in a line that is a link are its own."""
        left = x + line.x
        if line.pieces and not any(map(LINK, line.pieces)) and not any(map(LEADER, line.pieces)):
            self.go_on(element) if element else self.close()
            opening = "" if element else PAGINATION
            write_marked(self.canvas, [(opening, list(drawn(line.pieces)))], left, self.up(baseline), line.space_added)
            return
        marked: list[tuple[str, list[Fragment]]] = []
        groups = groupby(drawn(line.pieces), key=attrgetter("link", "leader"))
        parts = [(link, leader, list(pieces)) for (link, leader), pieces in groups]
        for link, leader, pieces in parts:
            width = _width(pieces, line.space_added) if len(parts) > 1 or link else line.width
            holder = None if leader else element
            goal = ascii_uri(link) if link and holder and not holder.goal else None
            if goal and holder:
                holder = self.structure.link(holder, goal)
                size = max(piece.style.size for piece in pieces)
                box = (left, baseline - 0.8 * size, left + width, baseline + 0.28 * size)
                self.annotate(holder, words_of(pieces), box)
            if holder and len(parts) == 1:
                self.go_on(holder)
                marked.append(("", pieces))
            else:
                self.close()
                marked.append((self.opening(holder) if holder else LAYOUT if element else PAGINATION, pieces))
            left += width
        write_marked(self.canvas, marked, x + line.x, self.up(baseline), line.space_added)

    def go_on(self, element: Element) -> None:
        """What follows is content of an element, in one with the lines before where they are its too."""
        if self.open is not element:
            self.close()
            self.code(self.opening(element))
            self.open = element

    def annotate(self, link: Element, words: str, box: tuple[float, float, float, float]) -> None:
        rectangle = (box[0], self.up(box[3]), box[2], self.up(box[1]))
        number = self.pages + self.structure.annotate(link)
        self.annotations.append(place_annotation(self.canvas, link, words, rectangle, number))

    def centred(self, folio: str) -> None:
        line = one_line([Span(folio, Style("serif-text", 9.5))])
        self.line(line, (self.grid.width - line.width) / 2, self.grid.foot_baseline)

    def running_head(self, page: Page) -> None:
        """Folio at the outer edge, the head beside it."""
        folio = one_line([Span(page.folio, Style("serif-text", 9.5))])
        head = _shortened(page.head, self.grid.measure - folio.width - HEAD_TO_FOLIO)
        left, right = self.grid.left, self.grid.left + self.grid.measure
        if page.recto:
            self.line(head, right - folio.width - HEAD_TO_FOLIO - head.width, self.grid.head_baseline)
            self.line(folio, right - folio.width, self.grid.head_baseline)
        else:
            self.line(folio, left, self.grid.head_baseline)
            self.line(head, left + folio.width + HEAD_TO_FOLIO, self.grid.head_baseline)


def _width(pieces: Iterable[Fragment], space_added: float) -> float:
    return sum(piece.width + (space_added if piece.text == " " else 0.0) for piece in pieces)


def _shortened(head: str, room: float) -> Line:
    """A running head; one that is too long ends behind a word."""
    style = Style("serif-caps", 9.0, tracking=0.5)
    lines = (one_line([Span(text, style)]) for text in (head, *cut_titles(head)))
    return next((line for line in lines if line.width <= room), one_line([]))
