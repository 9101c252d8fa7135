"""Takes in the objects of a PDF by one regular expression, where pypdf goes byte by byte.

Reading objects was most of the time of a verification. Whatever is not plainly written is left to pypdf, which
knows every oddity; so are cross-references, damage, filters and encryption. The objects are pypdf's own either way.
"""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    create_string_object,
)

Texts: TypeAlias = dict[int, bytes]
"""What an object stream says of each object, by object number."""

END = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
STRING = rb"\((?:[^()\\]++|\\.)*+\)"
for _ in range(3):  # brackets within brackets, as many times
    STRING = rb"\((?:[^()\\]++|\\.|%b)*+\)" % STRING
PLAIN = re.compile(
    rb"\d+[ \r\n]+\d+[ \r\n]+R%b|/[^\0\t\n\f\r ()<>\[\]{}/%%]*|[-+]?(?:\d+\.?\d*|\.\d+)%b|<<|>>|[\[\]]|%b"
    rb"|<(?:[0-9A-Fa-f]{2})*>|(?:true|false|null)%b" % (END, END, STRING, END),
    re.DOTALL,
)
TOKEN = re.compile(PLAIN.pattern + rb"|[^\0\t\n\f\r ]+", re.DOTALL)
HEADER = re.compile(rb"\s*(\d+) (\d+) obj\b")
BODY_END = re.compile(rb"stream\r?\n|endobj")
STREAM_END = re.compile(rb"\s*endstream\b")
NAMES = frozenset({NameObject})
REFERENCE = re.compile(rb"(\d+)\s+(\d+)\s+R")
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
WORDS: dict[bytes, PdfObject] = {b"true": BooleanObject(True), b"false": BooleanObject(False), b"null": NullObject()}


class NotPlainError(Exception):
    """Something that only pypdf's own parser is trusted with."""


class QuickReader(PdfReader):
    """A pypdf reader that takes in each object in one go, and only if it is asked for."""

    def __init__(self, content: bytes, *, strict: bool) -> None:
        """`content`: the whole file. `strict`: raise where a strict reading objects."""
        self._content = content
        self._atoms: dict[bytes, PdfObject] = {}
        self._texts: dict[int, Texts] = {}
        super().__init__(io.BytesIO(content), strict=strict)

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        """The object behind a reference or number."""
        if isinstance(indirect_reference, int):
            indirect_reference = IndirectObject(indirect_reference, 0, self)
        number, generation = indirect_reference.idnum, indirect_reference.generation
        if (generation, number) in self.resolved_objects:
            return self.resolved_objects[generation, number]
        if generation:
            return super().get_object(indirect_reference)
        try:
            found = self._compressed(number) if number in self.xref_objStm else self._alone(number)
        except NotPlainError:
            return super().get_object(indirect_reference)
        self.resolved_objects[0, number] = found
        return found

    def plain_object(self, text: bytes) -> PdfObject:
        """The one object written in `text`. NotPlainError where it is not plainly written."""
        whole: list[Any] = []
        current, above, atoms = whole, [], self._atoms
        for token in TOKEN.findall(text):
            if (atom := atoms.get(token)) is not None:
                current.append(atom)
            elif token in (b"<<", b"["):
                above.append(current)
                current = []
            elif token in (b">>", b"]"):
                if not above:
                    raise NotPlainError
                done = _dictionary(current) if token == b">>" else ArrayObject(current)
                current = above.pop()
                current.append(done)
            else:
                atoms[token] = self._atom(token)
                current.append(atoms[token])
        if above or len(whole) != 1 or isinstance(whole[0], IndirectObject):
            raise NotPlainError
        return whole[0]  # type: ignore[no-any-return]  # pypdf's array is untyped

    def _compressed(self, number: int) -> PdfObject:
        """An object that lies in an object stream."""
        stream, _ = self.xref_objStm[number]
        if stream not in self._texts:
            self._texts[stream] = dict(_texts(IndirectObject(stream, 0, self).get_object()))
        if number not in self._texts[stream]:
            raise NotPlainError
        return self.plain_object(self._texts[stream].pop(number))

    def _alone(self, number: int) -> PdfObject:
        """An object that lies in the file by itself, perhaps a stream."""
        start = self.xref.get(0, {}).get(number)
        if start is None or self.xref_free_entry.get(0, {}).get(number) or self.is_encrypted:
            raise NotPlainError
        header = HEADER.match(self._content, start)
        if header is None or (int(header[1]), int(header[2])) != (number, 0):
            raise NotPlainError
        end = BODY_END.search(self._content, header.end())
        if end is None:
            raise NotPlainError
        found = self.plain_object(self._content[header.end() : end.start()])
        return found if end[0] == b"endobj" else self._stream(found, end.end())

    def _stream(self, heading: PdfObject, start: int) -> PdfObject:
        if not isinstance(heading, DictionaryObject):
            raise NotPlainError
        length = heading.get("/Length")
        length = length.get_object() if isinstance(length, IndirectObject) else length
        if not isinstance(length, NumberObject) or not STREAM_END.match(self._content, start + length):
            raise NotPlainError
        stored = self._content[start : start + length]
        return StreamObject.initialize_from_dictionary(dict(heading) | {"__streamdata__": stored})

    def _atom(self, token: bytes) -> PdfObject:
        """A name, number, string, word or reference; equal ones of a file become one object, since none is changed."""
        if not PLAIN.fullmatch(token):
            raise NotPlainError
        if token in WORDS:
            return WORDS[token]
        if token.startswith(b"/"):
            return NameObject.read_from_stream(io.BytesIO(token), self)
        if token.startswith(b"("):
            return create_string_object(_unescaped(token[1:-1]))
        if token.startswith(b"<"):
            return create_string_object(bytes.fromhex(token[1:-1].decode("ascii")))
        if reference := REFERENCE.fullmatch(token):
            return IndirectObject(int(reference[1]), int(reference[2]), self)
        return FloatObject(token) if b"." in token else NumberObject(token)


def _texts(stream: object) -> Iterator[tuple[int, bytes]]:
    """Object numbers and their texts, each from its offset to the next greater one. NotPlainError."""
    if not isinstance(stream, StreamObject):
        raise NotPlainError
    content, first = stream.get_data(), stream.get("/First")
    if not isinstance(first, NumberObject) or not 0 <= first <= len(content):
        raise NotPlainError
    try:
        heading = [int(each) for each in content[:first].split()]
    except ValueError:
        raise NotPlainError from None
    if len(heading) % 2 or len(heading) != 2 * stream.get("/N", 0) or min(heading, default=0) < 0:
        raise NotPlainError
    ends = dict(itertools.pairwise(sorted({*heading[1::2], len(content) - first})))
    for number, offset in zip(heading[::2], heading[1::2], strict=True):
        yield number, content[first + offset : first + ends.get(offset, offset)]


def _dictionary(flat: list[Any]) -> DictionaryObject:
    made = DictionaryObject(zip(flat[::2], flat[1::2], strict=False))
    if len(flat) != 2 * len(made) or not NAMES.issuperset(map(type, made)):
        raise NotPlainError  # a key without a value, or a key given twice
    return made


def _unescaped(written: bytes) -> bytes:
    return ESCAPE.sub(_escaped, written) if b"\\" in written else written


def _escaped(found: re.Match[bytes]) -> bytes:
    octal, sign = found[1], found[2]
    if octal is not None and (value := int(octal, 8)) < 256:
        return bytes([value])
    if sign not in ESCAPED:
        raise NotPlainError
    return ESCAPED[sign]
