"""Draw pages into a PDF: embedded subsets only, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from proceedings.records.placement import Bookmark
from proceedings.typeface import FIRST_FACE, font_of, normalised
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Fragment, Span, Style, drawn_runs
from proceedings.typesetting.lines import Line, one_line
from proceedings.typesetting.pages import Page, PlacedRow

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

URI_SIGNS = "%/:=&?~#+!$,;'@()*[]"
HEAD_TO_FOLIO = 16.0


class Imprint(NamedTuple):
    """The document information of a part."""

    title: str = ""
    author: str = ""
    subject: str = ""


def print_pages(
    pages: Sequence[Page],
    grid: PageGrid,
    imprint: Imprint,
    links: LinkTargets | None = None,
    bookmarks: Sequence[Bookmark] = (),
    labels: Mapping[int, int | str] | None = None,
) -> bytes:
    """A PDF of all pages; no pages give an empty file. `bookmarks` become its own outline.

    `labels`: by the index of a page, from 0, the number that it has and from which those behind it go on, or its name.
    """
    if not pages:
        return b""
    from reportlab.pdfgen.canvas import Canvas

    font_of(FIRST_FACE)
    content = io.BytesIO()
    size = (grid.width, grid.height)
    canvas = Canvas(content, pagesize=size, invariant=1, pageCompression=1, initialFontName=FIRST_FACE)
    canvas.setTitle(normalised(imprint.title))
    canvas.setAuthor(normalised(imprint.author))
    canvas.setSubject(normalised(imprint.subject))
    canvas.setCreator("Bindery")
    press = _Press(canvas, grid, links or LinkTargets())
    for number, page in enumerate(pages, 1):
        press.draw(page)
        press.outline(bookmark for bookmark in bookmarks if bookmark.page == number)
        canvas.showPage()
    press.name_destinations()
    for index, label in (labels or {}).items():
        named = isinstance(label, str)
        canvas.addPageLabel(index, **({"prefix": label} if named else {"style": "ARABIC", "start": label}))
    canvas.save()
    return content.getvalue()


class LinkTargets:
    """Where links go. In the volume every `bindery:` link stays as it is, for the assembler to resolve."""

    def uri(self, link: str) -> str | None:
        """The URI to write for `link`, None for none."""
        return link

    def destination(self, _link: str, /) -> str | None:
        """The named destination of the same file that a link means, None when it is not in this file."""
        return None


class LinksOutsideTheVolume(LinkTargets):
    """Links of a part that is handed over alone: papers where they are found, its own entries stay internal."""

    def __init__(self, papers: Mapping[str, str]) -> None:
        """`papers`: the address of each paper that has one, by its id."""
        self.papers = papers

    def uri(self, link: str) -> str | None:
        """Papers as their addresses, the volume's other parts as nothing."""
        if link.startswith("bindery:paper."):
            return self.papers.get(link.removeprefix("bindery:paper."))
        return None if link.startswith("bindery:") else link

    def destination(self, link: str, /) -> str | None:
        """Entries of the appendix."""
        return link.removeprefix("bindery:") if link.startswith("bindery:appendix.") else None


class _Press:
    """A canvas with the page's origin at the top left."""

    def __init__(self, canvas: Canvas, grid: PageGrid, links: LinkTargets) -> None:
        self.canvas, self.grid, self.links = canvas, grid, links
        self.anchors: set[str] = set()

    def draw(self, page: Page) -> None:
        for panel in page.panels:
            self.canvas.setFillColorRGB(*panel.colour)
            self.canvas.rect(panel.x, self.up(panel.y + panel.height), panel.width, panel.height, stroke=0, fill=1)
        if page.folio and page.kind == "running":
            self.running_head(page)
        for placed in page.rows:
            self.row(placed)
        if page.folio and page.kind == "opening":
            self.centred(page.folio)

    def up(self, y: float) -> float:
        """PDF counts from the bottom."""
        return self.grid.height - y

    def row(self, placed: PlacedRow) -> None:
        x, y, width, row = placed
        for picture in row.pictures:
            foot = self.up(y + picture.drop + picture.height)
            self.canvas.drawImage(picture.path, x + picture.x, foot, picture.width, picture.height, mask="auto")
        for rule in row.rules:
            self.canvas.setStrokeColorRGB(*rule.colour)
            self.canvas.setLineWidth(rule.weight)
            height = self.up(y + rule.drop)
            self.canvas.line(x + rule.x, height, x + rule.x + rule.width, height)
        for drop, line, shift in row.lines:
            self.line(line, x + shift, y + drop)
        if row.link:
            self.link(row.link, (x, y, x + width, y + row.height))
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

    def outline(self, bookmarks: Iterable[Bookmark]) -> None:
        """The bookmarks that point to the current page."""
        for number, bookmark in enumerate(bookmarks):
            name = f"bookmark.{self.canvas.getPageNumber()}.{number}"
            self.destination(name, 0.0)
            self.canvas.addOutlineEntry(normalised(bookmark.title), name, bookmark.level)

    def line(self, line: Line, x: float, baseline: float) -> None:
        left = x + line.x
        write_line(self.canvas, line, left, self.up(baseline))
        drawn = chain.from_iterable(run for _, run in drawn_runs(line.pieces))
        for link, pieces in groupby(drawn, key=lambda piece: piece.link):
            listed = list(pieces)
            width = sum(piece.width + (line.space_added if piece.text == " " else 0.0) for piece in listed)
            if link:
                size = max(piece.style.size for piece in listed)
                self.link(link, (left, baseline - 0.8 * size, left + width, baseline + 0.28 * size))
            left += width

    def link(self, link: str, box: tuple[float, float, float, float]) -> None:
        rectangle = (box[0], self.up(box[3]), box[2], self.up(box[1]))
        destination = self.links.destination(link)
        uri = self.links.uri(link)
        if destination:
            self.canvas.linkRect("", destination, rectangle, thickness=0)
        elif uri:
            # a URI is ASCII; what is quoted already stays as it is
            self.canvas.linkURL(quote(uri, safe=URI_SIGNS, errors="replace"), rectangle, thickness=0)

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


def _shortened(head: str, room: float) -> Line:
    """A running head; one that is too long ends behind a word."""
    style = Style("serif-caps", 9.0, tracking=0.5)
    words = head.split()
    line = one_line([Span(head, style)])
    while line.width > room and words:
        words.pop()
        line = one_line([Span(" ".join(words) + " …", style)])
    return line


def write_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Write a line with its kerning and widened spaces as one text object, so that it is found and copied as one."""
    codes = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    for spelling, run in drawn_runs(line.pieces):
        codes += [f"/Span <</ActualText <{_text_string(spelling)}>>> BDC"] if spelling else []
        for look, pieces in groupby(run, key=lambda piece: (piece.font, piece.style)):
            codes.extend(_shown(canvas, look[0], look[1], list(pieces), line.space_added))
        codes += ["EMC"] if spelling else []
    canvas._code.append(" ".join([*codes, "ET"]))


def _text_string(text: str) -> str:
    """A text as hexadecimal digits of UTF-16 behind its mark."""
    return f"\ufeff{text}".encode("utf-16-be").hex().upper()


_Sign = tuple[int, int, float, float, float]
"""A font's subset and a code in it; how far the pen moves behind and before it (1/1000 em), and up for it (points)."""


def _shown(canvas: Canvas, font: str, style: Style, pieces: list[Fragment], space_added: float) -> list[str]:
    """Operators that set the look, and one TJ per font subset and height."""
    red, green, blue = style.colour
    codes = [f"{red:g} {green:g} {blue:g} rg {style.tracking:g} Tc {style.rise:g} Ts"]
    signs = [sign for piece in pieces for sign in _signs(canvas, font, piece, space_added)]
    for (subset, up), shown in groupby(signs, key=itemgetter(0, 4)):
        name = font_of(font).getSubsetInternalName(subset, canvas._doc)
        rise = f"{style.rise + up:.3f} Ts " if up else ""
        codes.append(f"{rise}{name} {style.size:g} Tf [{_strings(canvas, list(shown))}] TJ")
        codes += [f"{style.rise:g} Ts"] if up else []
    return codes


def _signs(canvas: Canvas, font: str, piece: Fragment, space_added: float) -> Iterator[_Sign]:
    """The characters or glyphs of a piece, in its font's subsets."""
    text = "".join(glyph.sign for glyph in piece.glyphs) or piece.text
    codes = [(subset, code) for subset, part in font_of(font).splitString(text, canvas._doc) for code in part]
    if piece.glyphs:
        width = font_of(font).face.getCharWidth
        for (subset, code), glyph in zip(codes, piece.glyphs, strict=True):
            behind = round(glyph.advance - glyph.right - width(ord(glyph.sign)), 1)
            yield subset, code, behind, round(glyph.right, 1), glyph.up * piece.style.size / 1000
        return
    kerns = piece.kerns or (0.0,) * len(codes)
    if piece.text == " ":
        kerns = (space_added * 1000 / piece.style.size,)
    for (subset, code), kern in zip(codes, kerns, strict=True):
        yield subset, code, kern, 0.0, 0.0


def _strings(canvas: Canvas, signs: list[_Sign]) -> str:
    """The inside of a TJ array; its numbers move left, so they are the negative of what is added."""
    parts, run = [], bytearray()
    for _, code, behind, before, _ in signs:
        if before:
            parts += [f"({canvas._escape(bytes(run))})"] if run else []
            parts.append(f"{-before:.1f}")
            run = bytearray()
        run.append(code)
        if behind:
            parts.append(f"({canvas._escape(bytes(run))}) {-behind:.1f}")
            run = bytearray()
    if run:
        parts.append(f"({canvas._escape(bytes(run))})")
    return " ".join(parts)
