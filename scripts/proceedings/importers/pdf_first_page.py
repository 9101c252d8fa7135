"""The words on the first page of a PDF, to tell which paper it is."""

from __future__ import annotations

from pathlib import Path

MOST = 1500
"""How many characters from the top are read: heads, title and authors."""


def first_words(path: Path) -> str:
    """The text with which the first page begins; nothing of a file that cannot be read, or has no text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError):
        return ""
    try:
        text: str = document[0].get_textpage().get_text_bounded()[:MOST] if len(document) else ""
    except pypdfium2.PdfiumError:
        return ""
    finally:
        document.close()
    return text
