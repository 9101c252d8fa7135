"""Titles with their formulas as marked-up text: raised, lowered and slanted letters, and no raw TeX."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from proceedings.deposits.xml_text import Element, Part, one_line
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.math_text import title_spans


class Faces(NamedTuple):
    """What a format calls letters that are raised, lowered and slanted."""

    raised: str
    lowered: str
    slanted: str


def title_line(name: str, title: str | None, faces: Faces) -> Part:
    """An element with the title, or nothing where there is none."""
    content = tuple(_content(title_spans(title or "", Style(face="serif")), faces))
    return Element(name, (), content, is_text=True) if content else None


def _content(spans: list[Span], faces: Faces) -> Iterator[Element | str]:
    """Neighbours of one look are one; there is no blank at the ends, and one between words."""
    gap = started = False
    for look, run in groupby(spans, key=lambda span: _look(span.style, faces)):
        text = "".join(span.text for span in run)
        if words := one_line(text):
            blank = " " if started and (gap or text[0].isspace()) else ""
            yield from ([blank] * bool(blank) + [_marked(look, words)]) if look else [blank + words]
            gap, started = text[-1].isspace(), True
        else:
            gap = gap or bool(text)


def _look(style: Style, faces: Faces) -> tuple[str, ...]:
    place = (faces.raised,) if style.rise > 0 else (faces.lowered,) if style.rise < 0 else ()
    return (*place, faces.slanted) if style.face.endswith("italic") else place


def _marked(look: tuple[str, ...], words: str) -> Element:
    outer, *inner = look
    return Element(outer, (), (_marked(tuple(inner), words) if inner else words,), is_text=True)
