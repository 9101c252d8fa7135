"""Compares the pages of one paper: labels, folios, the author's content, and sameness with the volume."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from proceedings.records.facts import LONGEST_LINE, MOST_LINES, PageFacts
from proceedings.verification.readback import BAND, FormRead, PageRead, PdfRead, Rect, WordsRead

AUTHOR_FORM = "AuthorContent"
"""Content that closes more than it opens is stamped as a form of this name, drawn first and in place."""

SURELY = 2.0
"""Points beyond a band in which a line may still be one of it."""

TOUCH = 0.2
"""Points by which two boxes may differ that are the same."""


class OpenPdf(Protocol):
    """A PDF that was read, with its pages at hand for a closer look."""

    read: PdfRead

    def content(self, page: int) -> bytes:
        """The decoded content of a page."""
        ...

    def decoded_digest(self, page: int) -> bytes:
        """The digest of a page with its streams decoded."""
        ...

    def decoded_resources(self, page: int) -> dict[str, bytes]:
        """Digests of a page's resources with their streams decoded."""
        ...

    def form(self, page: int, name: str) -> FormRead | None:
        """A form XObject of a page by its name, None where there is none."""
        ...


def wrong_labels(labels: Sequence[str], expected: Sequence[str]) -> list[str]:
    """A sentence where page labels differ; the first difference tells the rest."""
    for index, (label, wanted) in enumerate(zip(labels, expected, strict=False)):
        if label != wanted:
            differing = sum(a != b for a, b in zip(labels, expected, strict=False))
            more = f", and {differing - 1} more labels are wrong" if differing > 1 else ""
            return [f'page {index + 1} is labelled "{label}" instead of "{wanted}"{more}']
    return []


def repeated_labels(labels: Sequence[str]) -> list[str]:
    """A sentence for each label that several pages bear."""
    return [f'{number} pages are labelled "{label}"' for label, number in Counter(labels).items() if number > 1]


def pages_without_folio(
    stamped: Sequence[WordsRead], source: Sequence[WordsRead] | None, labels: Sequence[str]
) -> list[int]:
    """Pages (from 0) whose folio the stamp did not add to the words of the head and foot bands.

    A page number that the author printed there is no stamp: the folio must stand more often than in the source.
    """
    return [
        page
        for page, label in enumerate(labels)
        if page >= len(stamped) or stamped[page].count(label) <= _printed_by_author(source, page, label)
    ]


def lacks_in_bands(page: PageFacts, label: str) -> bool:
    """Whether, by the lines that inspection read, the author's page surely has this number in neither band.

    A line that reaches into a band counts with all its words. Where not all words were kept nothing is sure.
    """
    band = BAND * page.height + SURELY
    inside = [line for line in page.lines if line.box[1] < band or line.box[3] > page.height - band]
    whole = len(page.lines) < MOST_LINES and all(len(line.text) < LONGEST_LINE // 2 for line in inside)
    return whole and not any(label in line.text for line in inside)


def _printed_by_author(source: Sequence[WordsRead] | None, page: int, label: str) -> int:
    return source[page].count(label) if source is not None and page < len(source) else 0


def changed_pages(source: OpenPdf, stamped: OpenPdf) -> list[int]:
    """Pages (from 0) of the stamped paper that do not hold all that the author drew, as it was drawn."""
    return [
        page
        for page, _ in enumerate(stamped.read.pages)
        if page < len(source.read.pages) and not _holds(source, stamped, page)
    ]


def differing_pages(stamped: OpenPdf, volume: OpenPdf, first: int) -> list[int]:
    """Pages (from 0) of a paper that are not the same in the volume, where it starts at page `first`."""
    return list(_differing(stamped, volume, first))


def _differing(stamped: OpenPdf, volume: OpenPdf, first: int) -> Iterator[int]:
    for page, own in enumerate(stamped.read.pages):
        where = first + page
        same = where < len(volume.read.pages) and (
            volume.read.pages[where].digest == own.digest
            or volume.decoded_digest(where) == stamped.decoded_digest(page)
        )
        if not same:
            yield page


def _holds(source: OpenPdf, stamped: OpenPdf, page: int) -> bool:
    if not _is_framed_alike(source.read.pages[page], stamped.read.pages[page]):
        return False
    on_the_page = _holds_content(source, stamped, page) and _holds_resources(source, stamped, page)
    return on_the_page or _holds_as_form(source, stamped, page)


def _is_framed_alike(source: PageRead, stamped: PageRead) -> bool:
    """Whether the same part of the page is visible, and turned the same way."""
    return source.rotate == stamped.rotate and _is_about(source.box, stamped.box)


def _is_about(box: Rect, other: Rect) -> bool:
    return all(abs(a - b) <= TOUCH for a, b in zip(box, other, strict=True))


def _holds_as_form(source: OpenPdf, stamped: OpenPdf, page: int) -> bool:
    """Whether all that the author drew is in a form that the page draws first, where it was and uncut."""
    form = stamped.form(page, AUTHOR_FORM)
    if form is None or form.placed:
        return False
    uncut = _is_about(form.box, source.read.pages[page].box)
    drawn_first = _squeezed(stamped.content(page)).startswith(f"q /{AUTHOR_FORM} Do Q ".encode())
    same = _squeezed(form.content) == _squeezed(source.content(page))
    return uncut and drawn_first and same and source.decoded_resources(page).items() <= form.resources.items()


def _holds_content(source: OpenPdf, stamped: OpenPdf, page: int) -> bool:
    before, after = source.read.pages[page].streams, stamped.read.pages[page].streams
    if before and any(after[k : k + len(before)] == before for k in range(len(after) - len(before) + 1)):
        return True
    return _squeezed(source.content(page)) in _squeezed(stamped.content(page))


def _holds_resources(source: OpenPdf, stamped: OpenPdf, page: int) -> bool:
    before, after = source.read.pages[page].resources, stamped.read.pages[page].resources
    if before.items() <= after.items():
        return True
    return source.decoded_resources(page).items() <= stamped.decoded_resources(page).items()


def _squeezed(content: bytes) -> bytes:
    """Content with its white space evened out: streams may be joined by any of it."""
    return b" ".join(content.split())
