"""Digests of what a page draws, so that two files can be compared object for object.

Built on pypdf's objects. Two pages with the same digest have the same boxes, content, fonts, images and
forms, whatever their object numbers. Links and structure are not drawn and do not count.
"""

from __future__ import annotations

import hashlib
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from proceedings.verification.readback import FontRead

# Keys that lead back into the document or say how a stream is stored, not what it shows.
ELSEWHERE = frozenset({"/Parent", "/P", "/Length", "/StructParent", "/StructParents"})
STORAGE = frozenset({"/Filter", "/DecodeParms", "/DL"})
CARRIERS = ("/FontFile", "/FontFile2", "/FontFile3")


class Digester:
    """Digests objects of one file, each indirect object once, and notes the fonts it comes by.

    `decoded`: digest streams as decoded, for files whose streams were stored anew (slower).
    """

    def __init__(self, decoded: bool = False) -> None:
        """One digester a file: it knows objects by their numbers."""
        self.decoded = decoded
        self.fonts: set[FontRead] = set()
        self._known: dict[int, bytes] = {}
        self._spelled: dict[str | float, bytes] = {}

    def digest(self, thing: Any) -> bytes:  # noqa: ANN401 (an object of pypdf)
        """The digest of any object: 16 bytes."""
        parts: list[bytes] = []
        self._spell(thing, parts)
        return _hash(b"".join(parts))

    def _spell(self, thing: Any, parts: list[bytes]) -> None:  # noqa: ANN401 (an object of pypdf)
        kind = type(thing)
        if kind is NumberObject:  # by far the most: the widths of fonts
            parts.append(b" %d" % thing)
        elif kind is NameObject or kind is FloatObject:
            if thing not in self._spelled:
                self._spelled[thing] = _spell_scalar(thing)
            parts.append(self._spelled[thing])
        elif isinstance(thing, IndirectObject):
            parts.append(self._of_reference(thing))
        elif isinstance(thing, StreamObject):
            self._spell_entries(thing, parts, skipped=STORAGE | ELSEWHERE if self.decoded else ELSEWHERE)
            parts.append(_hash(decoded_stream(thing) if self.decoded else stored_stream(thing)))
        elif isinstance(thing, DictionaryObject):
            self._spell_entries(thing, parts, skipped=ELSEWHERE)
        elif isinstance(thing, ArrayObject):
            parts.append(b"[")
            for each in list.__iter__(thing):
                self._spell(each, parts)
            parts.append(b"]")
        else:
            parts.append(_spell_scalar(thing))

    def _of_reference(self, reference: IndirectObject) -> bytes:
        number = reference.idnum
        if number not in self._known:
            self._known[number] = b"<circle>"  # a form may name itself in its own resources
            self._known[number] = self.digest(reference.get_object())
        return self._known[number]

    def _spell_entries(self, entries: DictionaryObject, parts: list[bytes], skipped: frozenset[str]) -> None:
        raw = dict(dict.items(entries))
        if raw.get("/Type") == "/Font":
            self.fonts.add(font_of(entries))
        parts.append(b"<<")
        for key in sorted(raw.keys() - skipped):
            parts.append(str(key).encode("utf-8", "surrogatepass"))
            self._spell(raw[key], parts)
        parts.append(b">>")


def font_of(font: DictionaryObject) -> FontRead:
    """A font's name and whether its program is in the file; a Type 3 font is its own program."""
    bearer: Any = font
    descendants = font.get("/DescendantFonts")
    if descendants:
        bearer = descendants.get_object()[0].get_object()
    descriptor = bearer.get("/FontDescriptor")
    descriptor = descriptor.get_object() if descriptor is not None else {}
    carried = any(key in descriptor for key in CARRIERS)
    return FontRead(str(font.get("/BaseFont", "")).lstrip("/"), carried or font.get("/Subtype") == "/Type3")


def stored_stream(stream: StreamObject) -> bytes:
    """A stream's bytes as they lie in the file (decrypted, not decompressed)."""
    return bytes(stream._data)


def decoded_stream(stream: StreamObject) -> bytes:
    """A stream's bytes with its filters undone; as stored where a filter is not one that can be undone."""
    try:
        return bytes(stream.get_data())
    except Exception:  # an image filter, or a stream that breaks off: then only the stored bytes can be compared
        return stored_stream(stream)


def hash_of_stream(stream: StreamObject) -> bytes:
    """The digest of a stream as stored."""
    return _hash(stored_stream(stream))


def _spell_scalar(thing: Any) -> bytes:  # noqa: ANN401 (an object of pypdf)
    if isinstance(thing, TextStringObject):
        return b"(" + thing.original_bytes + b")"
    if isinstance(thing, ByteStringObject):
        return b"(" + bytes(thing) + b")"
    if thing is None or isinstance(thing, NullObject):
        return b" null"
    return b" " + str(thing).encode("utf-8", "surrogatepass")


def _hash(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()
