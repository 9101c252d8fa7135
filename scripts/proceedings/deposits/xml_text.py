"""XML as it is written for deposits: elements with mixed content, and text that XML can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NONE: Mapping[str, str | None] = {}


class Element(NamedTuple):
    """An element under the name that is written, prefix and all, with its content in order.

    `is_text`: it holds text or marked-up text, and stands in one line; others hold elements, a line each.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: tuple[Element | str, ...] = ()
    is_text: bool = False


Part: TypeAlias = Element | None
"""What may be there or not."""


def holder(name: str, *parts: Part, attributes: Mapping[str, str | None] = _NONE) -> Element:
    """An element that holds the elements that are there."""
    return Element(name, _given(attributes), tuple(part for part in parts if part is not None))


def some(name: str, parts: Iterable[Part], attributes: Mapping[str, str | None] = _NONE) -> Part:
    """The same, or nothing where it would hold nothing."""
    whole = holder(name, *parts, attributes=attributes)
    return whole if whole.content else None


def line(name: str, text: str | None, attributes: Mapping[str, str | None] = _NONE) -> Part:
    """An element with text in one line, or nothing where there is no text."""
    words = one_line(text or "")
    return Element(name, _given(attributes), (words,), is_text=True) if words else None


def mark(name: str, attributes: Mapping[str, str | None] = _NONE) -> Element:
    """An element that says all it says in its attributes."""
    return Element(name, _given(attributes))


def one_line(text: str) -> str:
    """Text without the characters that XML cannot hold, and with single blanks between its words."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part, each in one line."""
    return [words for each in re.split(r"\n\s*\n", text) if (words := one_line(each))]


def document(root: Element, doctype: str = "") -> bytes:
    """The document in UTF-8."""
    heading = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"<!DOCTYPE {doctype}>\n" if doctype else "")
    return f"{heading}{_written(root, '')}\n".encode()


def written(element: Part) -> str:
    """An element that stands in a line of a page; nothing where there is none."""
    return _written(element, "") if element else ""


def _given(attributes: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, one_line(value)) for name, value in attributes.items() if value)


def _written(element: Element, indent: str) -> str:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in element.attributes)
    opening = f"<{element.name}{attributes}"
    if not element.content:
        return f"{opening}/>"
    deeper = "" if element.is_text else f"{indent} "
    inside = [escape(each) if isinstance(each, str) else _written(each, deeper) for each in element.content]
    laid_out = "".join(inside) if element.is_text else "".join(f"\n{deeper}{each}" for each in inside) + f"\n{indent}"
    return f"{opening}>{laid_out}</{element.name}>"
