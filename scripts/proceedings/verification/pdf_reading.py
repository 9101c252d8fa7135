"""Reads a finished PDF back with pypdf, which shares no code with the library that wrote it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from proceedings.verification.held import Held
from proceedings.verification.pdf_digests import Digester, decoded_stream, hash_of_stream
from proceedings.verification.pdf_held import read_held
from proceedings.verification.pdf_navigation import Page, entry, read_navigation, rectangle, resolved
from proceedings.verification.pdf_quick_reader import QuickReader
from proceedings.verification.readback import FormRead, PageRead, PdfRead, Rect

DRAWN = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents")
INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
TITLE_IN_XMP = (
    "{http://purl.org/dc/elements/1.1/}title/{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Alt/"
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
)


class UnreadableOutputError(Exception):
    """A file that should be a PDF cannot be read as one."""


class FinishedPdf:
    """An open PDF: what was read of it, and its pages for a closer look where two files differ."""

    def __init__(self, path: Path, strict: bool = True) -> None:
        """`strict`: note what a strict reading objects to. Raises UnreadableOutputError."""
        try:
            self._open(path, strict)
        except Exception as error:  # pypdf raises much besides its own errors on bad files (measured)
            raise UnreadableOutputError(f"{path}: cannot be read as a PDF ({_reason(error)}).") from error

    def content(self, page: int) -> bytes:
        """The decoded content of a page, its streams joined as a reader joins them."""
        return b"\n".join(decoded_stream(stream) for stream in _streams(self.pages[page]))

    def decoded_digest(self, page: int) -> bytes:
        """The page's digest with all streams decoded, for files that were stored anew."""
        return self._decoded.digest(_drawn(self.pages[page]))

    def decoded_resources(self, page: int) -> dict[str, bytes]:
        """The page's resources with all streams decoded."""
        return _resources(self.pages[page], self._decoded)

    def form(self, page: int, name: str) -> FormRead | None:
        """A form XObject of a page by its name, None where there is none."""
        form = entry(entry(entry(self.pages[page], "/Resources"), "/XObject"), f"/{name}")
        if not isinstance(form, StreamObject) or entry(form, "/Subtype") != "/Form":
            return None
        resources = _resources(form, self._decoded)
        return FormRead(decoded_stream(form), resources, rectangle(entry(form, "/BBox")), "/Matrix" in form)

    def _open(self, path: Path, strict: bool) -> None:
        source = path.read_bytes()
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would warn of is noted or compared
        try:
            self._load(QuickReader(source, strict=strict), None)
        except Exception as error:  # as above: read again without strictness, and say why
            if not strict:
                raise
            self._load(QuickReader(source, strict=False), _reason(error))

    def _load(self, reader: PdfReader, complaint: str | None) -> None:
        root = resolved(reader.trailer["/Root"])
        numbered = list(_pages(root))
        self.pages = [page for _, page in numbered]
        self._decoded = Digester(decoded=True)
        digester = Digester()
        pages = tuple(_page(page, digester) for page in self.pages)
        self.read = PdfRead(
            pages=pages,
            navigation=read_navigation(reader, numbered),
            fonts=frozenset(digester.fonts),
            title=str(entry(entry(reader.trailer, "/Info"), "/Title") or ""),
            xmp_title=_xmp_title(entry(root, "/Metadata")),
            language=str(entry(root, "/Lang") or ""),
            complaint=complaint,
        )
        self.held = _held(root, numbered, self._decoded, strict=reader.strict)


def _held(root: Any, pages: list[Page], digester: Digester, *, strict: bool) -> Held:  # noqa: ANN401 (an object of pypdf)
    """What the file holds besides pages; of an author's file that makes pypdf stumble there, nothing."""
    try:
        return read_held(root, pages, digester)
    except Exception:  # as above
        if strict:
            raise
        return Held()


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__


def _pages(root: Any) -> Iterator[Page]:  # noqa: ANN401 (an object of pypdf)
    """The pages in order with their object numbers, inherited entries written in; circles are cut."""
    waiting: list[tuple[Any, dict[str, Any]]] = [(root.raw_get("/Pages"), {})]
    seen: set[int] = set()
    while waiting:
        reference, above = waiting.pop()
        node = resolved(reference)
        number = reference.idnum if isinstance(reference, IndirectObject) else -1
        if not isinstance(node, DictionaryObject) or number in seen:
            continue
        kids = entry(node, "/Kids")
        own = above | {key: node.raw_get(key) for key in INHERITED if key in node}
        if isinstance(kids, ArrayObject):
            seen.add(number)
            waiting.extend((kid, own) for kid in reversed(list(list.__iter__(kids))))
        else:
            page = DictionaryObject(node)
            page.update({key: value for key, value in own.items() if key not in node})
            yield number, page


def _page(page: DictionaryObject, digester: Digester) -> PageRead:
    return PageRead(
        box=_visible(page),
        rotate=int(entry(page, "/Rotate") or 0) % 360,
        digest=digester.digest(_drawn(page)),
        streams=tuple(hash_of_stream(stream) for stream in _streams(page)),
        resources=_resources(page, digester),
    )


def _drawn(page: DictionaryObject) -> DictionaryObject:
    drawn = DictionaryObject()
    for key in DRAWN:
        if key in page:
            dict.__setitem__(drawn, key, page.raw_get(key))
    return drawn


def _visible(page: DictionaryObject) -> Rect:
    media, crop = rectangle(entry(page, "/MediaBox")), rectangle(entry(page, "/CropBox"))
    if not any(crop):
        return media
    cut = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return cut if cut[0] < cut[2] and cut[1] < cut[3] else media


def _streams(page: DictionaryObject) -> list[StreamObject]:
    contents = entry(page, "/Contents")
    parts = list(list.__iter__(contents)) if isinstance(contents, ArrayObject) else [contents]
    return [part for part in map(resolved, parts) if isinstance(part, StreamObject)]


def _resources(page: DictionaryObject, digester: Digester) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for kind, group in dict.items(entry(page, "/Resources") or DictionaryObject()):
        table = resolved(group)
        for name, thing in dict.items(table) if isinstance(table, DictionaryObject) else ():
            found[f"{kind}{name}"] = digester.digest(
                resolved(thing) if not isinstance(thing, IndirectObject) else thing
            )
    return found


def _xmp_title(metadata: Any) -> str:  # noqa: ANN401 (an object of pypdf)
    if not isinstance(metadata, StreamObject):
        return ""
    try:
        tree = ElementTree.fromstring(decoded_stream(metadata))
    except (ElementTree.ParseError, ValueError, LookupError):  # no XML, or in an encoding that nobody knows
        return ""
    title = tree.find(f".//{TITLE_IN_XMP}")
    return (title.text or "") if title is not None else ""
