"""Reads the words of finished pages with PDFium: those of the head and foot bands, and those under a link."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2

from proceedings.verification.pdf_reading import UnreadableOutputError
from proceedings.verification.readback import BAND, Link, PageRead, Rect, TypesetLink, TypesetRead, WordsRead

WHOLE_WIDTH = (-10_000.0, 10_000.0)
"""From beyond the left to beyond the right edge of any page."""


class PageWords:
    """The words of one open page; coordinates are those of the page (points, y upwards)."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401 (an object of pypdf)
        """Made by `page_words`, which closes what it opens."""
        self._text_page = text_page

    def all(self) -> str:
        """The text of the whole page."""
        return str(self._text_page.get_text_range())

    def within(self, rect: Rect) -> str:
        """The text inside a rectangle."""
        return str(self._text_page.get_text_bounded(*rect))


@contextmanager
def words_of(path: Path) -> Iterator[Any]:
    """An open document for `page_words`. Raises UnreadableOutputError."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadableOutputError(f"{path}: PDFium cannot open it ({error}).") from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def page_words(document: Any, index: int) -> Iterator[PageWords]:  # noqa: ANN401 (an object of pypdf)
    """The words of page `index` (from 0)."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        yield PageWords(text_page)
    finally:
        text_page.close()
        page.close()


def band_words(path: Path, pages: tuple[PageRead, ...], wanted: Container[int] | None = None) -> list[WordsRead]:
    """The words in the head and foot band of every page, or of those `wanted` (from 0), and none of the others.

    Raises UnreadableOutputError.
    """
    with words_of(path) as document:
        return [
            _bands(document, index, page) if wanted is None or index in wanted else WordsRead()
            for index, page in enumerate(pages[: len(document)])
        ]


def _bands(document: Any, index: int, page: PageRead) -> WordsRead:  # noqa: ANN401 (an object of pypdf)
    head, foot = bands(page.box, page.rotate)
    with page_words(document, index) as words:
        return WordsRead(words.within(head), words.within(foot))


def bands(box: Rect, rotate: int) -> tuple[Rect, Rect]:
    """Head and foot band of a page as displayed, in its own coordinates."""
    x0, y0, x1, y1 = box
    across, up = (x1 - x0) * BAND, (y1 - y0) * BAND
    left, right = (x0, y0, x0 + across, y1), (x1 - across, y0, x1, y1)
    bottom, top = (x0, y0, x1, y0 + up), (x0, y1 - up, x1, y1)
    return {0: (top, bottom), 90: (left, right), 180: (bottom, top), 270: (right, left)}.get(rotate, (top, bottom))


def read_typeset(path: Path, pages: Iterable[int], links: Iterable[Link]) -> TypesetRead:
    """The text of pages that we set ourselves, and the words under and beside each of their internal links."""
    wanted = sorted(set(pages))
    texts: dict[int, str] = {}
    found: list[TypesetLink] = []
    by_page: dict[int, list[Link]] = {}
    for link in links:
        by_page.setdefault(link.page, []).append(link)
    with words_of(path) as document:
        for index in (page for page in wanted if page < len(document)):
            with page_words(document, index) as words:
                texts[index] = words.all()
                found.extend(_typeset_link(link, words) for link in by_page.get(index, ()))
    return TypesetRead(texts, tuple(found))


def _typeset_link(link: Link, words: PageWords) -> TypesetLink:
    _, y0, _, y1 = link.rect
    return TypesetLink(
        page=link.page,
        target=link.target.page if link.target else -1,
        words=words.within(link.rect).strip(),
        line=words.within((WHOLE_WIDTH[0], y0, WHOLE_WIDTH[1], y1)).strip(),
    )
