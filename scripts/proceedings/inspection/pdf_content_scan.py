"""Content streams: decoded within a bound, and read just far enough to know fonts in use and whether all is closed."""

from __future__ import annotations

import functools
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Name, Stream

from proceedings.pdf.pdf_objects import PdfValue, entry, items

CONTENT_LIMIT = 64 << 20
"""Bytes of one decoded content stream. The largest plots in published papers stay far below."""

MOST_UNDONE_AT_ONCE = CONTENT_LIMIT // 16
"""Bytes of a stream whose filters, as LZW, do not tell beforehand how much they unpack to."""

MOST_SCANNED = 4 << 20
"""Bytes of a page's content that are cut into strings and operators; longer ones are plots of some 100,000 points."""

ARMOUR = (Name.ASCII85Decode, Name.ASCIIHexDecode)
"""Filters that make bytes of text, as reportlab puts around its deflated streams."""

DEFLATE_FACTOR = 1032
"""Bytes that one deflated byte may stand for."""

DELIMITER = rb"\x00\t\n\f\r ()<>\[\]{}/%"
STRING = rb"\([^()\\]*+(?:\\.[^()\\]*+)*+\)"
for _ in range(2):
    STRING = rb"\([^()\\]*+(?:(?:\\.|%b)[^()\\]*+)*+\)" % STRING
# What begins like a string and is none takes all that follows with it, so that no content is gone through twice.
NO_OPERATORS = re.compile(rb"%b|%%[^\r\n]*+|<[0-9A-Fa-f\s]*+>|\(.*" % STRING, re.DOTALL)
END = b"\n~"
BEFORE, AFTER = DELIMITER.replace(b"/", b""), DELIMITER
# The look-behinds stand behind what they guard, so that the search can skip to the first letter.
INLINE_IMAGE = re.compile(rb"BI(?<![^%b]BI)[%b]" % (BEFORE, AFTER))
OPERATOR = re.compile(
    rb"/([^%b]*)[\s]+[-+.\d]+[\s]+Tf(?![^%b])|(?<![^%b])([qQ]|T[jJ]|['\"])(?![^%b])" % (AFTER, AFTER, BEFORE, AFTER)
)
OPENING_OR_CLOSING = re.compile(rb"[qQBE](?<![^%b][qQBE])(?:(?<=[qQ])|T|[DM]C)(?![^%b])" % (BEFORE, AFTER))
NO_BRACKETS = bytes(set(range(256)) - set(b"[]<>"))
PAIRS = (b"[]", b"<>", b"qQ", b"BTET", b"BMCEMC", b"BDCEMC")
"""Brackets and operators that open something, each with what closes it."""

DEEPEST_NESTING = 32
"""Levels that are looked into; the standard lets graphics states nest 28 deep."""


class OversizedStreamError(Exception):
    """A stream that decodes to more than the limit."""


class Content(NamedTuple):
    """What a page draws, decoded; `whole`: the filters of all its streams could be undone."""

    drawn: bytes
    whole: bool


def page_content(page: PdfValue, limit: int = CONTENT_LIMIT) -> Content:
    """The content of a page, its parts joined by a line end as the standard says. OversizedStreamError."""
    contents = entry(page, "/Contents")
    streams = list(items(contents)) if isinstance(contents, Array) else [contents]
    parts = [_undone(stream, limit) for stream in streams if isinstance(stream, Stream)]
    return Content(b"\n".join(part or b"" for part in parts), None not in parts)


def decoded(stream: PdfValue, limit: int = CONTENT_LIMIT) -> bytes:
    """A stream's bytes after its filters; empty where they cannot be undone. OversizedStreamError beyond `limit`."""
    return _undone(stream, limit) or b""


def _undone(stream: PdfValue, limit: int) -> bytes | None:
    filters = entry(stream, "/Filter")
    names = list(items(filters)) if isinstance(filters, Array) else [filters] if filters is not None else []
    raw = bytes(stream.read_raw_bytes())
    if names and all(name == Name.FlateDecode for name in names) and entry(stream, "/DecodeParms") is None:
        with suppress(zlib.error):  # qpdf below is more lenient about a damaged end
            return functools.reduce(lambda content, _: _inflated(content, limit), names, raw)
    _require_within(raw, names, limit)
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, ValueError):
        return None


def _require_within(raw: bytes, names: list[PdfValue], limit: int) -> None:
    """OversizedStreamError where a stream may be larger than `limit` once all its filters are undone at once."""
    if len(raw) * DEFLATE_FACTOR <= limit:
        return
    if names and names[0] in ARMOUR:
        _require_within(_without_armour(raw, names[0]), names[1:], limit)
    elif names == [Name.FlateDecode]:  # with the marks of a predictor it is longer than without
        with suppress(zlib.error):  # met before the limit
            _inflated(raw, limit)
    elif len(raw) > (MOST_UNDONE_AT_ONCE if names else limit):
        raise OversizedStreamError


def _without_armour(raw: bytes, name: Name) -> bytes:
    with pikepdf.new() as pdf:
        armoured = pdf.make_stream(b"")
        armoured.write(raw, filter=Name(str(name)))  # the name is another file's
        try:
            return bytes(armoured.read_bytes())
        except (pikepdf.PdfError, ValueError):
            return b""


def _inflated(raw: bytes, limit: int) -> bytes:
    content = zlib.decompressobj().decompress(raw, limit + 1)
    if len(content) > limit:
        raise OversizedStreamError
    return content


def operators(content: bytes) -> list[tuple[bytes, bytes]] | None:
    """The operators q, Q, Tj, TJ, ' and " as (b"", operator) and font choices as (font name, b"").

    None where only a full parser can tell (inline images, strings nested more than three deep).
    """
    plain = _without_strings(content)
    return None if plain is None else OPERATOR.findall(plain)


def _without_strings(content: bytes) -> bytes | None:
    if INLINE_IMAGE.search(content):
        return None
    plain = NO_OPERATORS.sub(b" ", content + END)
    return plain if plain.endswith(END) and b")" not in plain else None


def parsed_operators(stream: PdfValue) -> list[tuple[bytes, bytes]]:
    """The same by pikepdf's parser, as far as it gets in a faulty stream."""
    found: list[tuple[bytes, bytes]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about ends of faulty streams
            instructions = pikepdf.parse_content_stream(stream, "q Q Tf Tj TJ ' \"")
        for instruction in instructions:
            name, operands = str(instruction.operator).encode(), list(instruction.operands)
            found.append((bytes(operands[0])[1:], b"") if name == b"Tf" and operands else (b"", name))
    except (pikepdf.PdfError, ValueError, TypeError):
        pass
    return found


def is_balanced(content: Content) -> bool:
    """Whether all that a page opens is closed again, and nothing that was not opened, so that more can follow.

    Graphics states, text objects, marked content, strings and brackets. False also where only a full parser can tell.
    """
    plain = _without_strings(content.drawn) if content.whole and len(content.drawn) <= MOST_SCANNED else None
    if plain is None:
        return False
    return _closes(plain.translate(None, NO_BRACKETS)) and _closes(b"".join(OPENING_OR_CLOSING.findall(plain)))


def _closes(marks: bytes) -> bool:
    """Whether nothing is left of these brackets or operators once all pairs are taken out, from the inside."""
    for _ in range(DEEPEST_NESTING):
        if not marks:
            break
        for pair in PAIRS:
            marks = marks.replace(pair, b"")
    return not marks


def fonts_shown(found: list[tuple[bytes, bytes]]) -> Iterator[str]:
    """Resource names (without the slash) of the fonts in which text is shown, not merely chosen."""
    current, saved = b"", []
    for name, operator in found:
        if name:
            current = name
        elif operator == b"q":
            saved.append(current)
        elif operator == b"Q":
            current = saved.pop() if saved else current
        elif current:
            yield re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), current).decode("latin-1")
