"""Lines of answers that name an item each: `- SW1: PyTorch 1.8.1, https://pytorch.org`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from proceedings.forms.questions import Line

LIST_MARK = re.compile(r"(?:[-*+•]|\d+[.)])\s+")
ID = re.compile(r"\**((?:C|ALG|SW|D|HW|B|A)\d{1,3})\**\s*(?:[:.)\-–—]\**\s*|\s)\s*")

_IDENTIFIERS = (
    ("doi", re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*|\b)(10\.\d{4,9}/[^\s,;<>)\]]*[^\s,;<>)\].])", re.I)),
    ("swhid", re.compile(r"(swh:1:[a-z]{3}:[0-9a-f]{40}\S*[^\s,;.)])")),
    ("url", re.compile(r"(https?://[^\s,;<>)\]]*[^\s,;<>)\].])")),
)
_VERSION = re.compile(r"(.*?\S)[\s,]+(?:version\s+|v)?(\d+(?:\.\w+)*(?:[-+]\w+)*)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s\d|[,;&]|\band\b")
"""What a name holds that is more than one, so that a version behind it may be another's."""

_LONGEST_NAME = 90


class ItemLine(NamedTuple):
    """What a line says of an item; `values` has only what stands in it."""

    id: str
    name: str
    values: dict[str, str]


def item_line(text: str, *, with_version: bool = False) -> ItemLine:
    """The parts of a line. A version is only what stands last and begins with a digit, and only if asked for."""
    text = LIST_MARK.sub("", text, count=1) if LIST_MARK.match(text) else text
    said = ID.match(text)
    text = text[said.end() :] if said else text
    values: dict[str, str] = {}
    for key, pattern in _IDENTIFIERS:
        if found := pattern.search(text):
            values[key] = found[1]
            text = f"{text[: found.start()]} {text[found.end() :]}"
    name = re.sub(r"[(\[<]\s*[)\]>]", " ", text)
    name = " ".join(name.split()).strip(" ,;:-–—")
    parts = _VERSION.fullmatch(name) if with_version else None
    if parts and not _SEVERAL.search(parts[1].rstrip(" ,")):
        name, values["version"] = parts[1].rstrip(" ,"), parts[2]
    return ItemLine(said[1] if said else "", name.rstrip(" ,;:("), values)


def are_items(lines: Sequence[Line]) -> bool:
    """Whether lines name an item each: they are marked as a list, or each is as short as a name and no sentence."""
    marked = [bool(LIST_MARK.match(line.text) or ID.match(line.text)) for line in lines]
    return all(marked) or not any(len(line.text) > _LONGEST_NAME or line.text.endswith(".") for line in lines)
