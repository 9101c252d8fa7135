"""Content streams: decoded within a bound, and read just far enough to know fonts in use and unbalanced restores."""

from __future__ import annotations

import functools
import re
import warnings
import zlib
from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, Name, Stream

from proceedings.pdf.pdf_objects import PdfValue, entry, items

CONTENT_LIMIT = 64 << 20
"""Bytes of one decoded content stream. The largest plots in published papers stay far below."""

DELIMITER = rb"\x00\t\n\f\r ()<>\[\]{}/%"
STRING_OR_COMMENT = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)|%[^\r\n]*|<[0-9A-Fa-f\s]*>", re.DOTALL
)
BEFORE, AFTER = DELIMITER.replace(b"/", b""), DELIMITER
# The look-behinds stand behind what they guard, so that the search can skip to the first letter.
INLINE_IMAGE = re.compile(rb"BI(?<![^%b]BI)[%b]" % (BEFORE, AFTER))
SAVE_OR_RESTORE = re.compile(rb"[qQ](?<![^%b][qQ])(?![^%b])" % (BEFORE, AFTER))
OPERATOR = re.compile(
    rb"/([^%b]*)[\s]+[-+.\d]+[\s]+Tf(?![^%b])|(?<![^%b])([qQ]|T[jJ]|['\"])(?![^%b])" % (AFTER, AFTER, BEFORE, AFTER)
)


class OversizedStreamError(Exception):
    """A stream that decodes to more than the limit."""


def page_content(page: PdfValue, limit: int = CONTENT_LIMIT) -> bytes:
    """The content of a page, its parts joined by a line end as the standard says. OversizedStreamError."""
    contents = entry(page, "/Contents")
    parts = list(items(contents)) if isinstance(contents, Array) else [contents]
    return b"\n".join(decoded(part, limit) for part in parts if isinstance(part, Stream))


def decoded(stream: PdfValue, limit: int = CONTENT_LIMIT) -> bytes:
    """A stream's bytes after its filters; empty where they cannot be undone. OversizedStreamError beyond `limit`."""
    filters = entry(stream, "/Filter")
    names = list(items(filters)) if isinstance(filters, Array) else [filters] if filters is not None else []
    raw = bytes(stream.read_raw_bytes())
    if names and all(name == Name.FlateDecode for name in names) and entry(stream, "/DecodeParms") is None:
        try:
            return functools.reduce(lambda content, _: _inflated(content, limit), names, raw)
        except zlib.error:
            pass  # qpdf below is more lenient about a damaged end
    if len(raw) > limit // 16:
        raise OversizedStreamError
    try:
        return bytes(stream.read_bytes())
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
    if INLINE_IMAGE.search(content):
        return None
    plain = STRING_OR_COMMENT.sub(b" ", content)
    if b"(" in plain or b")" in plain:
        return None
    return OPERATOR.findall(plain)


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


def restores_too_often(content: bytes, stream: PdfValue) -> bool:
    """Whether some Q of the content has no q before it, which would undo what a stamping program saved.

    `stream`: the page or stream it comes from, for the full parser where nothing cheaper is exact.
    """
    if INLINE_IMAGE.search(content) is None and b"%" not in content and b"\\\\" not in content:
        return _falls_below_zero(_saves_outside_strings(content))
    found = operators(content)
    return _falls_below_zero(name for _, name in (parsed_operators(stream) if found is None else found))


def _saves_outside_strings(content: bytes) -> Iterator[bytes]:
    """Every q and Q where as many brackets are closed as were opened; no comment, no doubled backslash in `content`."""
    opened = position = 0
    for match in SAVE_OR_RESTORE.finditer(content):
        start = match.start()
        opened += content.count(b"(", position, start) - content.count(b"\\(", position, start)
        opened -= content.count(b")", position, start) - content.count(b"\\)", position, start)
        position = start
        if not opened:
            yield match[0]


def _falls_below_zero(found: Iterable[bytes]) -> bool:
    depth = 0
    for operator in found:
        depth += {b"q": 1, b"Q": -1}.get(operator, 0)
        if depth < 0:
            return True
    return False


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
