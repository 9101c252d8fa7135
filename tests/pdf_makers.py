"""Makers of real PDFs: a clean paper with every font embedded. Planted defects are in `pdf_defects`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pikepdf
import reportlab
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.276, 841.89)
LETTER = (612.0, 792.0)
BLOCK = (134.8, 115.8, 480.6, 662.9)
"""The text block of LNCS on A4, from the top left."""

SENTENCE = "Synchronous training on many nodes spends its time where nobody looks: in waiting for the slowest rank. "

Draw = Callable[[Canvas, int], None]


def paper_pdf(
    path: Path,
    pages: int = 4,
    *,
    links: bool = True,
    size: tuple[float, float] = A4,
    title: str = "A Sample Paper",
    authors: str = "Ada Sample and Mausam",
    folios: bool = False,
    running_head: str | None = None,
    bookmarks: bool = True,
    information: bool = True,
    draw: Draw | None = None,
    fill: float = 1.0,
) -> Path:
    """A clean paper: `pages` pages of text in the LNCS block, Vera embedded and subset.

    links: named destinations `section.1` ... (one a page) and `cite.sample`, as hyperref names them, with a link
    from each page to the next page's section and to the citation, and one external link on page 1.
    folios, running_head: printed below and above the block. draw(canvas, page) adds to a page; fill: how far
    the last page is filled, 0 to 1.
    """
    _typeset(path, pages, size, title, authors, folios, running_head, draw, fill)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if not information:
            del pdf.trailer["/Info"]
        if links:
            add_links(pdf)
        if bookmarks:
            add_bookmarks(pdf, [f"{page} Section" for page in range(1, pages + 1)])
        pdf.save(path, deterministic_id=True, min_version="1.5")
    return path


_PAPER: ContextVar[Path | None] = ContextVar("paper", default=None)


@contextmanager
def planting_in(paper: Path) -> Iterator[None]:
    """Within it, defects are planted in a copy of this paper instead of in a made one."""
    token = _PAPER.set(paper)
    try:
        yield
    finally:
        _PAPER.reset(token)


def given(path: Path, pages: int = 4, **fields: Any) -> Path:
    """A clean paper at `path`, in which a defect is to be planted."""
    paper = _PAPER.get()
    if paper is None:
        return paper_pdf(path, pages, **fields)
    path.write_bytes(paper.read_bytes())
    return path


def _typeset(
    path: Path,
    pages: int,
    size: tuple[float, float],
    title: str,
    authors: str,
    folios: bool,
    running_head: str | None,
    draw: Draw | None,
    fill: float,
) -> None:
    register_vera()
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=size, initialFontName="Vera", invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(authors)
    for page in range(1, pages + 1):
        _typeset_page(canvas, page, size, title if page == 1 else "", authors, fill if page == pages else 1.0)
        canvas.setFont("Vera", 9)
        if folios:
            canvas.drawCentredString(size[0] / 2, size[1] - 700, str(page))
        if running_head and page > 1:
            canvas.drawString(BLOCK[0], size[1] - 100, running_head)
        if draw:
            draw(canvas, page)
        canvas.showPage()
    canvas.save()


def _typeset_page(canvas: Canvas, page: int, size: tuple[float, float], title: str, authors: str, fill: float) -> None:
    if not fill:
        return
    top, y = size[1] - BLOCK[1], size[1] - BLOCK[1] - 14.0
    if title:
        canvas.setFont("VeraBd", 14)
        canvas.drawCentredString(size[0] / 2, y, title)
        canvas.setFont("Vera", 10)
        canvas.drawCentredString(size[0] / 2, y - 24, authors)
        y -= 60
    canvas.setFont("VeraBd", 12)
    canvas.drawString(BLOCK[0], y, f"{page} Section {page}")
    y -= 22
    canvas.setFont("Vera", 10)
    words, number = (SENTENCE * 3).split(), page
    while y > top - fill * (BLOCK[3] - BLOCK[1]) + 6:
        line, number = _line(words, number)
        canvas.drawString(BLOCK[0], y, line)
        y -= 12


def _line(words: list[str], start: int) -> tuple[str, int]:
    """The next line of running text that fits the block, and where the one after it starts."""
    line = words[start % len(words)]
    while pdfmetrics.stringWidth(f"{line} {words[(start + 1) % len(words)]}", "Vera", 10) < BLOCK[2] - BLOCK[0]:
        start += 1
        line += f" {words[start % len(words)]}"
    return line, start + 1


def register_vera() -> None:
    """Make Vera and VeraBd known to reportlab, which ships them."""
    fonts = Path(reportlab.__file__).with_name("fonts")
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))


def edit_pdf(path: Path, change: Callable[[pikepdf.Pdf], object], **save: Any) -> Path:
    """Open the file, let `change` work on it, and write it back."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, **({"deterministic_id": "encryption" not in save} | save))
    return path


def add_links(pdf: pikepdf.Pdf, *, old_style: bool = False) -> None:
    """Named destinations as hyperref writes them, and links to them; `old_style`: names in the catalog's /Dests."""
    destinations = {
        f"section.{number}": Array([page.obj, Name.XYZ, BLOCK[0], float(page.mediabox[3]) - BLOCK[1], None])
        for number, page in enumerate(pdf.pages, 1)
    }
    destinations["cite.sample"] = Array([pdf.pages[-1].obj, Name.XYZ, BLOCK[0], 200, None])
    _name_destinations(pdf, destinations, old_style)
    last = len(pdf.pages)
    for number, page in enumerate(pdf.pages, 1):
        target = f"section.{number % last + 1}"
        add_link(pdf, page, (200, 500, 260, 512), Dictionary(S=Name.GoTo, D=_name_of(target, old_style)))
        add_link(pdf, page, (200, 400, 260, 412), Dictionary(S=Name.GoTo, D=_name_of("cite.sample", old_style)))
    web = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    add_link(pdf, pdf.pages[0], (200, 300, 260, 312), web)


def _name_of(name: str, old_style: bool) -> Name | String:
    return Name(f"/{name}") if old_style else String(name)


def _name_destinations(pdf: pikepdf.Pdf, destinations: dict[str, Array], old_style: bool) -> None:
    if old_style:
        pdf.Root.Dests = pdf.make_indirect(Dictionary({f"/{name}": place for name, place in destinations.items()}))
        return
    pairs: list[Any] = []
    for name in sorted(destinations):
        pairs += [String(name), pdf.make_indirect(Dictionary(D=destinations[name]))]
    leaf = Dictionary(Names=Array(pairs), Limits=Array([pairs[0], pairs[-2]]))
    pdf.Root.Names = pdf.make_indirect(Dictionary(Dests=pdf.make_indirect(leaf)))


def add_link(pdf: pikepdf.Pdf, page: pikepdf.Page, box: tuple[float, ...], action: Dictionary) -> None:
    """A link annotation without a border; `box` in PDF coordinates."""
    add_annotation(pdf, page, Dictionary(Subtype=Name.Link, Rect=Array(box), Border=Array([0, 0, 0]), A=action))


def add_annotation(pdf: pikepdf.Pdf, page: pikepdf.Page, annotation: Dictionary) -> None:
    """Append one annotation dictionary to a page."""
    annotation.Type = Name.Annot
    if "/Annots" not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(pdf.make_indirect(annotation))


def add_bookmarks(pdf: pikepdf.Pdf, titles: Iterable[str]) -> None:
    """A flat outline; the n-th title opens the n-th page."""
    with pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(title, number) for number, title in enumerate(titles))
