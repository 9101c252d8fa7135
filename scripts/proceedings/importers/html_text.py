"""Text fields into which systems let people write HTML, as plain paragraphs."""

from __future__ import annotations

import html
import html.entities
import re
from html.parser import HTMLParser

_TAG = (
    r"</?(p|br|div|span|b|i|em|strong|u|s|a|ul|ol|li|dl|dt|dd|sub|sup|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|"
    r"code|tt|font|img|hr|small|center|script|style|html|head|title|body|section|article)(\s[^<>]*=[^<>]*)?\s*/?>"
)
"""A tag that people write. "a <b and c> d" has none: attributes have a sign of equality."""

_MARKUP = re.compile(rf"{_TAG}|&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);", re.IGNORECASE)
_NO_TAG = re.compile(rf"<(?!(?:{_TAG[1:]})|!--)", re.IGNORECASE)
_PAIR = re.compile(
    r"<(i|b|em|strong|u|tt|sub|sup|small|span|font)(?:\s[^<>]*=[^<>]*)?>((?:(?!<\1[\s>]).)*?)</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(#\d{2,6}|#x[0-9a-f]{2,5}|[a-z][a-z0-9]{1,20});", re.IGNORECASE)
_BLOCKS = frozenset(("p", "div", "ul", "ol", "table", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre"))
_UNSEEN = frozenset(("script", "style", "head", "title"))
_HIGH = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOW = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def plain_paragraphs(text: str) -> str:
    """The text without tags and entities, an empty line between paragraphs; text without any stays as it is."""
    if not _MARKUP.search(text):
        return text
    reader = _Reader()
    reader.feed(_NO_TAG.sub("&lt;", text))
    reader.close()
    paragraphs = (" ".join(part.split()) for part in "".join(reader.parts).split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def plain_line(text: str) -> str:
    """The same in one line."""
    return " ".join(plain_paragraphs(text).split())


def without_marks(text: str) -> str:
    """Plain text into which marks and entities were pasted, without them.

    Marks come in pairs: `<s>` is a token of language models, and `a <b c> d` a comparison.
    """
    before = ""
    while before != text:
        before, text = text, _PAIR.sub(lambda pair: _placed(pair[2], pair[1].lower()), text)
    return _ENTITY.sub(_letter, text)


def _letter(entity: re.Match[str]) -> str:
    """What an entity stands for; itself where nothing is called so."""
    is_number = entity[1].startswith("#")
    return html.unescape(entity.group()) if is_number else html.entities.html5.get(f"{entity[1]};", entity.group())


class _Reader(HTMLParser):
    """Collects what a reader sees. An unclosed or unknown tag is no error, as in a browser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen = 0
        self.raised: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's own
        self.unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "li":
            self.parts.append("\n\n• ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in ("sup", "sub"):
            self.raised.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in ("sup", "sub") and self.raised:
            self.raised.pop()

    def handle_data(self, text: str) -> None:
        if not self.unseen:
            self.parts.append(_placed(text, self.raised[-1] if self.raised else ""))


def _placed(text: str, place: str) -> str:
    """Raised or lowered text in the letters that Unicode has for it, else as it is."""
    table = {"sup": _HIGH, "sub": _LOW}.get(place, {})
    return text.translate(table) if all(ord(letter) in table for letter in text.strip()) else text
