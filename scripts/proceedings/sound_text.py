"""Signs that nobody sees: those that do nothing are left out where text comes in, those that do harm are told.

All text of an edition passes here once: YAML, Markdown and tables of metadata/, exports, forms, and what findings
quote of other people's files. Behind these ways in no text has any, and nothing that is written looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from proceedings.records.record import Record

T = TypeVar("T")

OVERRIDES = "\u202d\u202e"
"""What makes letters run against their own direction, so that a reader sees other words than a program."""

_HALVES = "\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(end - 1)}{chr(end)}" for end in range(0xFFFF, 0x110000, 0x10000))
_HARMFUL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f{OVERRIDES}{_HALVES}{_NO_CHARACTERS}]")
"""Controls but the tab and the line feed, what turns letters round, halves of letters, and what is no character."""

_IDLE = "\u00ad\u200b\u202a-\u202c\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
"""Soft hyphens, blanks of no width, marks of a direction or of a file's beginning, letters without a picture.

What tells how Arabic and Indian letters join, and the marks that a direction needs, stays.
"""

_ISOLATES = "\u2066-\u2069"
"""What holds a name apart from text that runs the other way: set where text is written, wherever it is needed."""

_IN_TEXT, _IN_QUOTES, _HALF = (re.compile(f"[{signs}]") for signs in (_IDLE + _ISOLATES, _IDLE, _HALVES))
_BREAKS = re.compile("[\x85\u2028\u2029]")


def harmful_sign(text: str) -> str | None:
    """The first sign that makes readers and programs see different texts, or that no file can hold."""
    found = None if _is_plain(text) else _HARMFUL.search(text)
    return found.group() if found else None


def harm_of(sign: str, place: str, quoted: str) -> tuple[str, str]:
    """What is wrong with the text at `place` that holds the sign, and the cure."""
    if sign in OVERRIDES:
        fact = f"{place} holds U+{ord(sign):04X}, which turns the order of letters round."
        return fact, "Delete the invisible sign: type the text anew. Arabic and Hebrew need none."
    if sign < " ":
        remedy = "In double quotes a backslash begins a code. Use single quotes, and write letters instead of LaTeX."
        return f"{place} holds a control character: {quoted}.", remedy
    fact = f"{place} holds U+{ord(sign):04X}, which is no letter: {quoted}."
    return fact, "Type the text anew; a letter may have been lost where it was saved in another encoding."


def sound_text(text: str) -> str:
    """The text without signs that nobody sees; half of a letter is shown as lost, each line ends in a line feed."""
    return text if _is_plain(text) else _without(_IN_TEXT, text)


def quotable(message: str) -> str:
    """A message without such signs in what it quotes; names that it holds apart stay so."""
    return message if _is_plain(message) else _without(_IN_QUOTES, message)


def sound_record(record: T) -> T:
    """The record, or whatever holds records, with each of its texts sound."""
    new: object = record
    if isinstance(record, str):
        new = sound_text(record)
    elif isinstance(record, Record):
        new = msgspec.structs.replace(
            record, **{name: sound_record(getattr(record, name)) for name in record.__struct_fields__}
        )
    elif isinstance(record, tuple):
        new = tuple(map(sound_record, record))
    elif isinstance(record, dict):
        new = {sound_text(key): sound_record(value) for key, value in record.items()}
    return new  # type: ignore[return-value]  # of the type that came


def texts_of(record: object) -> Iterator[str]:
    """Every text in a record or in whatever holds records."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, Record):
        for name in record.__struct_fields__:
            yield from texts_of(getattr(record, name))
    elif isinstance(record, tuple | dict):
        for each in record.items() if isinstance(record, dict) else record:
            yield from texts_of(each)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _without(signs: re.Pattern[str], text: str) -> str:
    text = _BREAKS.sub(" ", signs.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return _HARMFUL.sub("", _HALF.sub("\ufffd", text))
