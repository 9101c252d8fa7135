"""Careful reading of PDF objects: nothing here trusts the type, the encoding or the shape of what a file holds."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

PdfValue: TypeAlias = Any
"""Whatever a PDF may hold in a place: dictionary, array, number, name, or something that does not belong there."""


def entry(of: PdfValue, key: str) -> PdfValue:
    """The entry of a dictionary or stream, None where there is none."""
    return of.get(key) if isinstance(of, Dictionary | Stream) else None


def items(of: PdfValue) -> Iterator[PdfValue]:
    """The elements of an array; nothing for anything else."""
    if isinstance(of, Array):
        yield from of


def entries(of: PdfValue) -> Iterator[tuple[str, PdfValue]]:
    """The keys and values of a dictionary; nothing for anything else. Keys need not be text."""
    if isinstance(of, Dictionary):
        yield from of.items()


def integer(of: PdfValue, default: int = 0) -> int:
    """A PDF integer, or the default for anything else."""
    return int(of) if isinstance(of, int) and not isinstance(of, bool) else default


def text(of: PdfValue, limit: int = 500) -> str:
    """A PDF string or name as printable text, at most `limit` characters; empty for anything else."""
    if isinstance(of, str):
        words = of
    elif isinstance(of, String | Name):
        try:
            words = str(of)
        except (UnicodeError, ValueError):
            words = bytes(of).decode("latin-1")
    else:
        return ""
    return printable(words.removeprefix("/") if isinstance(of, Name) else words)[:limit]


def text_string(words: str) -> String:
    """Words as the PDF string that every reader takes for them.

    The library writes U+FFFD as a byte that PDF's own encoding leaves free, and readers then guess at all of the text.
    """
    return String(BOM_UTF16_BE + words.encode("utf-16-be")) if "\ufffd" in words else String(words)


def printable(words: str) -> str:
    """Without control characters and lone surrogates, which no record can hold; white space runs become one blank."""
    if words.isprintable():
        return " ".join(words.split())
    clean = words.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(each if each.isprintable() else " " for each in clean).split())


def identity(of: PdfValue) -> tuple[int, int] | None:
    """Object and generation number; None for a direct object."""
    if not isinstance(of, pikepdf.Object) or not of.is_indirect:
        return None
    return of.objgen
