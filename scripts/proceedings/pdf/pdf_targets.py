"""Where links and bookmarks lead: what a click does, and which page an explicit destination names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pikepdf import Dictionary, Name, Object, String

from proceedings.pdf.pdf_objects import PdfValue, entry, identity, items, text

LinkKind = Literal["internal", "external", "other"]

ACTIVE_ACTIONS = {
    "JavaScript": "JavaScript",
    "Launch": "an action that starts a program",
    "ImportData": "an action that imports form data",
    "SubmitForm": "an action that sends form data",
    "Rendition": "a media clip",
    "Movie": "a movie",
    "Sound": "a sound",
    "GoTo3DView": "a 3D view",
    "RichMediaExecute": "rich media",
}
"""Kinds of actions that run, play or send something, in words: found by inspection, taken out by stamping."""


def link_target(holder: PdfValue) -> tuple[LinkKind, PdfValue]:
    """What a click on a link or bookmark does: ("internal", destination), ("external", None) or ("other", None).

    An action goes before a destination, as in viewers. "other" opens no page: a script, or nothing at all.
    """
    action = entry(holder, "/A")
    kind = text(entry(action, "/S"))
    if kind == "GoTo":
        return "internal", entry(action, "/D")
    if kind in ("URI", "GoToR", "GoToE"):
        return "external", None
    destination = entry(holder, "/Dest")
    return ("other", None) if kind or destination is None else ("internal", destination)


def name_bytes(destination: PdfValue) -> bytes | None:
    """The name of a named destination as the bytes that PDF compares; None for an explicit one."""
    if isinstance(destination, String):
        return bytes(destination)
    return bytes(destination).removeprefix(b"/") if isinstance(destination, Name) else None


def key_bytes(key: str) -> bytes:
    """The bytes of a dictionary's key, as `name_bytes` gives them for the same name."""
    return key.removeprefix("/").encode("utf-8", "surrogateescape")


class PageNumbers:
    """The pages of one PDF by the objects that explicit destinations name them by; counted from 0."""

    def __init__(self, pages: Iterable[Object]) -> None:
        """`pages`: the page dictionaries in order."""
        self._numbers = {identity(page): number for number, page in enumerate(pages)}

    def of(self, destination: PdfValue) -> int | None:
        """The page of an explicit destination (an array, or a dictionary with /D); None where it leads to none."""
        place = entry(destination, "/D") if isinstance(destination, Dictionary) else destination
        page = next(items(place), None)
        if isinstance(page, int):  # meant for other files, but viewers count pages of this one
            return page if 0 <= page < len(self._numbers) else None
        return self._numbers.get(identity(page)) if isinstance(page, Dictionary) else None
