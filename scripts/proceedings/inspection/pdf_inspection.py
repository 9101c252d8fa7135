"""One pass over an author's PDF: everything the checks and the stamps want to know, as PaperFacts."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf

from proceedings.inspection import pdf_boxes, pdf_content_scan, pdf_extras, pdf_fonts, pdf_ink, pdf_ink_edges, pdf_links
from proceedings.inspection.pdf_guard import FenceError, fenced
from proceedings.inspection.pdf_opening import OpenPdf, UnusablePdfError, open_pdf, require_pdf
from proceedings.pdf.pdf_geometry import PageGeometry, inherited, number_of, page_geometry
from proceedings.pdf.pdf_objects import PdfValue, entry, identity, text
from proceedings.pdf.pdf_outlines import outline_items
from proceedings.records.facts import FontFacts, ImageFacts, PageFacts, PaperFacts, TextLine


def inspect_paper(path: Path, paper: str) -> PaperFacts:
    """Facts of one PDF. Nothing in the file raises: one that cannot be used has a condition and a problem."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return PaperFacts(paper=paper, condition="damaged", problem=f"it cannot be read ({error.strerror})")
    known = PaperFacts(paper=paper, sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
    try:
        version = require_pdf(content)
        found = fenced(lambda: msgspec.json.encode(_facts(path, content, known, version)))
        return msgspec.json.decode(found, type=PaperFacts)
    except UnusablePdfError as error:
        return msgspec.structs.replace(known, condition=error.condition, problem=str(error))
    except FenceError as error:
        return msgspec.structs.replace(known, condition="damaged", problem=str(error))


def _facts(path: Path, content: bytes, known: PaperFacts, version: str) -> PaperFacts:
    """The same, unfenced; whatever the engines raise becomes a condition."""
    known = msgspec.structs.replace(known, pdf_version=version)
    try:
        pdf = open_pdf(path, content)
        try:
            return _facts_of_open_pdf(pdf, known)
        finally:
            pdf.close()
    except UnusablePdfError as error:
        return msgspec.structs.replace(known, condition=error.condition, problem=str(error))
    except MemoryError:
        return msgspec.structs.replace(known, condition="damaged", problem="reading it needs too much memory")
    except Exception as error:  # the last resort: a hostile file makes engines raise what no list foresees
        problem = f"reading it failed ({type(error).__name__})"
        return msgspec.structs.replace(known, condition="damaged", problem=problem)


def _facts_of_open_pdf(pdf: OpenPdf, known: PaperFacts) -> PaperFacts:
    destinations = pdf_links.Destinations(pdf.pike, pdf.pages)
    known_fonts: dict[tuple[int, int], FontFacts] = {}
    structure = [_Structure(page, number, pdf.boxless, known_fonts) for number, page in enumerate(pdf.pages, 1)]
    drawn = [_drawn(pdf, each) for each in structure]
    fonts = _grouped_fonts(structure)
    shown = pdf_extras.shown_on(pdf.pages)
    bookmarks = list(outline_items(entry(pdf.pike.Root, "/Outlines")))
    return msgspec.structs.replace(
        known,
        condition="encrypted" if pdf.encrypted else "readable",
        problem=pdf.problem or pdf_fonts.lacking_widths(fonts),
        pdf_version=max(known.pdf_version, text(entry(pdf.pike.Root, "/Version"))),
        pages=tuple(page for page, _ in drawn),
        fonts=fonts,
        images=tuple(image for _, images in drawn for image in images),
        annotations=tuple(pdf_extras.remarks(shown)),
        active=pdf_extras.active_content(pdf.pike, pdf.pages, shown),
        attachments=pdf_extras.attachments(pdf.pike, shown),
        form_fields=pdf_extras.field_facts(pdf.pike, shown),
        signatures=pdf_extras.signature_count(pdf.pike),
        xfa=pdf_extras.has_xfa(pdf.pike),
        links=pdf_links.link_facts(pdf.pages, bookmarks, destinations),
        bookmarks=len(bookmarks),
        destinations=len(destinations.named),
        tagged=entry(entry(pdf.pike.Root, "/MarkInfo"), "/Marked") is True,
        document_info=dict(_document_information(pdf.pike)),
    )


class _Structure:
    """What pikepdf alone knows of a page."""

    def __init__(
        self,
        page: PdfValue,
        number: int,
        boxless: frozenset[tuple[int, int]],
        known_fonts: dict[tuple[int, int], FontFacts],
    ) -> None:
        """Read the page dictionary; `known_fonts` is filled. UnusablePdfError where no page can be made of it."""
        self.page, self.number = page, number
        if problem := pdf_boxes.unusable_size(page):
            raise UnusablePdfError("damaged", f"page {number} {problem}")
        self.box_problem = pdf_boxes.NO_MEDIA_BOX if identity(page) in boxless else pdf_boxes.box_problem(page)
        self.geometry: PageGeometry = page_geometry(page)
        scopes = list(pdf_fonts.page_scopes(page))
        try:
            content = pdf_content_scan.page_content(page)
        except pdf_content_scan.OversizedStreamError as error:
            limit = pdf_content_scan.CONTENT_LIMIT >> 20
            raise UnusablePdfError("damaged", f"page {number} holds more than {limit} MB of drawing") from error
        self.drawing = len(content.drawn) + pdf_fonts.likely_bytes(scopes)
        self.balanced = pdf_content_scan.is_balanced(content)
        self.fonts = tuple(dict.fromkeys(pdf_fonts.fonts_of(scopes, known_fonts)))
        self.has_images = pdf_fonts.shows_images(scopes) or bool(pdf_content_scan.INLINE_IMAGE.search(content.drawn))


def _drawn(pdf: OpenPdf, structure: _Structure) -> tuple[PageFacts, list[ImageFacts]]:
    """Facts of a page, and its images."""
    page = pdf.fium[structure.number - 1]
    try:
        ink = pdf_ink.ink_of(page, structure.geometry)
        suspect = any(not font.unicode_map for font in structure.fonts)
        words, garbled, lines = pdf_ink.text_of(page, structure.geometry, suspect=suspect)
        parts = pdf_ink_edges.with_sharp_edges(page, structure.geometry, ink.parts, lines, structure.drawing)
        images = pdf_ink.images_of(page, structure.number, structure.geometry) if structure.has_images else ()
        return _page_facts(structure, ink._replace(parts=parts), words, garbled, lines), list(images)
    finally:
        page.close()


def _page_facts(
    structure: _Structure, ink: pdf_ink.Ink, words: str, garbled: int, lines: tuple[TextLine, ...]
) -> PageFacts:
    page, geometry = structure.page, structure.geometry
    turn, unit = number_of(inherited(page, "/Rotate")), number_of(entry(page, "/UserUnit"))
    return PageFacts(
        number=structure.number,
        width=round(geometry.width, 3),
        height=round(geometry.height, 3),
        rotate=int(turn or 0) % 360,
        user_unit=1.0 if unit is None else round(unit, 4),
        box_problem=structure.box_problem,
        ink=ink.whole,
        head_ink=ink.head,
        foot_ink=ink.foot,
        body_ink=ink.body,
        ink_boxes=ink.parts,
        rules=ink.rules,
        panels=ink.panels,
        lines=lines,
        characters=pdf_ink.count_characters(words),
        garbled_characters=garbled,
        balanced=structure.balanced,
    )


def _grouped_fonts(structure: list[_Structure]) -> tuple[FontFacts, ...]:
    """Fonts that look alike as one, with all pages they are used on; sorted."""
    pages: dict[FontFacts, list[int]] = defaultdict(list)
    for each in structure:
        for font in each.fonts:
            pages[font].append(each.number)
    fonts = (msgspec.structs.replace(font, pages=tuple(numbers)) for font, numbers in pages.items())
    return tuple(sorted(fonts, key=lambda font: (font.name, font.kind, font.pages)))


def _document_information(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Title, Author and so on as text, sorted by key; empty ones left out."""
    information = entry(pdf.trailer, "/Info")
    keys = ("Author", "CreationDate", "Creator", "Keywords", "ModDate", "Producer", "Subject", "Title")
    for key in keys:
        if words := text(entry(information, f"/{key}"), 1000):
            yield key, words
