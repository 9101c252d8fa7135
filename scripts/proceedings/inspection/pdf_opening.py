"""The file before its structure: is it a PDF, is it whole, do two readers agree on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from proceedings.pdf.pdf_objects import PdfValue, entry, integer
from proceedings.records.facts import Condition

UNDEFINED_BOX = re.compile(r"object (\d+) (\d+) .*MediaBox is undefined")
"""What qpdf says when it gives a page without a MediaBox the size of US Letter."""

HEADER = re.compile(rb"%PDF-(\d\.\d)")
OTHER_KINDS = (
    (re.compile(rb"\s*<(!doctype html|html|head|\?xml)", re.IGNORECASE), "a web page"),
    (re.compile(rb"PK\x03\x04"), "a zip archive or an office document"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old office document"),
    (re.compile(rb"%!PS"), "PostScript"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*"), "a picture"),
    (re.compile(rb"\x1f\x8b|BZh|7z\xbc\xaf|\xfd7zXZ|Rar!"), "a compressed archive"),
    (re.compile(rb"\s*(\\documentclass|\\documentstyle)"), "LaTeX source"),
)


class UnusablePdfError(Exception):
    """The file cannot be used; `condition` says how, the message why in one clause."""

    def __init__(self, condition: Condition, problem: str) -> None:
        """`problem`: a clause without a full stop."""
        super().__init__(problem)
        self.condition = condition


@dataclass
class OpenPdf:
    """A file that two readers opened and agree on; `problem`: damage that was mended while reading.

    `boxless`: object and generation numbers of pages without a MediaBox, which qpdf fills in.
    """

    pike: pikepdf.Pdf
    fium: pypdfium2.PdfDocument
    pages: list[PdfValue]
    problem: str | None
    boxless: frozenset[tuple[int, int]]

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted, be it that its owner forbids something or nothing."""
        return bool(self.pike.is_encrypted)

    def close(self) -> None:
        """Close both readers."""
        self.fium.close()
        self.pike.close()


def require_pdf(content: bytes) -> str:
    """The version in the file's header. UnusablePdfError where there is none in the first kilobyte."""
    if not content:
        raise UnusablePdfError("not-a-pdf", "it is empty")
    if match := HEADER.search(content[:1024]):
        return match[1].decode()
    if b"%PDF-" in content[:1024]:
        return ""
    kind = next((name for pattern, name in OTHER_KINDS if pattern.match(content)), None)
    raise UnusablePdfError("not-a-pdf", f"it is {kind}" if kind else "it has no PDF header")


def open_pdf(path: Path, content: bytes) -> OpenPdf:
    """Open the file with pikepdf and PDFium. UnusablePdfError where one refuses or the two disagree."""
    with ExitStack() as opened:
        pike = opened.enter_context(_open_pike(path))
        claimed = integer(entry(entry(pike.Root, "/Pages"), "/Count"), -1)
        pages = _pages(pike)
        warnings = [str(warning) for warning in pike.get_warnings()]
        rebuilt = any("reconstruct" in warning for warning in warnings)
        if not pages:
            raise UnusablePdfError("damaged", "it has no pages")
        if rebuilt and b"%%EOF" not in content[-1024:]:
            raise UnusablePdfError("damaged", "its end is missing, as after a broken transfer")
        fium = opened.enter_context(_open_fium(path))
        if len(fium) != len(pages):
            found = f"one reader finds {_pages_word(len(pages))} in it and another {len(fium)}"
            raise UnusablePdfError("damaged", found)
        if claimed > len(pages):
            raise UnusablePdfError("damaged", f"it claims {_pages_word(claimed)} and only {len(pages)} can be found")
        opened.pop_all()
    problem = "its table of contents for programs (xref) is broken" if rebuilt else None
    return OpenPdf(pike, fium, pages, problem, frozenset(_boxless(warnings)))


def _boxless(warnings: Iterable[str]) -> Iterator[tuple[int, int]]:
    for warning in warnings:
        if match := UNDEFINED_BOX.search(warning):
            yield int(match[1]), int(match[2])


def _pages_word(number: int) -> str:
    return f"{number} page" if number == 1 else f"{number} pages"


def _open_pike(path: Path) -> pikepdf.Pdf:
    try:
        return pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise UnusablePdfError("password", "it opens only with a password") from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise UnusablePdfError("damaged", "its structure cannot be read") from error


def _pages(pike: pikepdf.Pdf) -> list[PdfValue]:
    try:
        return [page.obj for page in pike.pages]
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, AttributeError) as error:
        raise UnusablePdfError("damaged", "its pages cannot be found") from error


def _open_fium(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnusablePdfError("damaged", "one of two readers cannot open it") from error
