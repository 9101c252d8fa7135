"""Read typeset PDFs back: words with their places, links, fonts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
import pypdfium2

from proceedings.pdf.pdf_part_alone import part_alone
from proceedings.typesetting.artifact_appendix import Appendix


class SetLine(NamedTuple):
    """A run of text on a page, points from the page's top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class SetLink(NamedTuple):
    """A link annotation with its rectangle, points from the page's bottom left."""

    page: int
    uri: str
    box: tuple[float, float, float, float]


def page_text(content: bytes, page: int) -> str:
    """All text of a page (from 1), line ends as spaces."""
    return " ".join(pypdfium2.PdfDocument(content)[page - 1].get_textpage().get_text_range().split())


def whole_text(content: bytes) -> str:
    """All text, page after page."""
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def set_lines_of(content: bytes, page: int) -> list[SetLine]:
    """Every text rectangle of a page (from 1)."""
    sheet = pypdfium2.PdfDocument(content)[page - 1]
    text, height = sheet.get_textpage(), sheet.get_height()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top)
        found.append(SetLine(words.strip(), left, height - top, right, height - bottom))
    return found


def links_of(content: bytes) -> Iterator[SetLink]:
    """Every URI link."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for annotation in page.obj.get("/Annots", []):
                if "/A" in annotation and "/URI" in annotation.A:
                    box = tuple(float(edge) for edge in annotation.Rect)
                    yield SetLink(number, str(annotation.A.URI), (box[0], box[1], box[2], box[3]))


def unembedded_fonts(content: bytes) -> set[str]:
    """Base names of fonts without a font file, anywhere in the document."""
    bare = set()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for item in pdf.objects:
            if (
                isinstance(item, pikepdf.Dictionary)
                and item.get("/Type") == "/Font"
                and item.get("/Subtype") != "/Type0"
            ):
                descriptor = item.get("/FontDescriptor", pikepdf.Dictionary())
                if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    bare.add(str(item.get("/BaseFont")))
    return bare


def alone_of(appendix: Appendix) -> bytes:
    """The appendix as a file that stands alone."""
    return part_alone(appendix.content, appendix.outside)
