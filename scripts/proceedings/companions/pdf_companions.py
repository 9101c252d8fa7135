"""PDFs beside the papers: how many pages one has, and what can be read of a signed form."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2

from proceedings.inspection.pdf_extras import form_fields
from proceedings.pdf.pdf_objects import entry, text

MOST_PAGES, MOST_CHARACTERS = 10, 40_000
"""As much of a form is read; a page of a form has some 3,000 characters."""


def page_count(content: bytes) -> int:
    """The pages of a PDF; 0 where it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def form_text(content: bytes) -> str:
    """The words of a form and what was typed into its fields; empty where nothing can be read."""
    return " ".join(" ".join([*_words(content), *_field_values(content)]).split())[:MOST_CHARACTERS]


def _words(content: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number].get_textpage()
            yield str(page.get_text_range()).encode("utf-8", "replace").decode("utf-8")
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()


def _field_values(content: bytes) -> list[str]:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return [text(entry(field, "/V")) for field in form_fields(pdf)]
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return []
