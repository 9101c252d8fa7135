"""Lines of answers that name an item each: `- SW1: PyTorch 1.8.1, https://pytorch.org`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from proceedings.forms.questions import Line

LIST_MARK = re.compile(r"(?:[-*+•–]|\d+[.)])\s+(?:\[[ xX]?\]\s+)?")
ID = re.compile(r"\**((?:C|ALG|SW|D|HW|B|A)\d{1,3})\**\s*(?:[:.)\-–—]\**\s*|\s)\s*")

_IDENTIFIERS = (
    ("doi", re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*|\b)(10\.\d{4,9}/[^\s,;<>)\]]*[^\s,;<>)\].])", re.I)),
    ("swhid", re.compile(r"(swh:1:[a-z]{3}:[0-9a-f]{40}\S*[^\s,;.)])")),
    ("url", re.compile(r"(https?://[^\s,;<>)\]]*[^\s,;<>)\].])")),
)
_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_VERSION = re.compile(r"(.*?\S)[\s,]+(?:version\s+|v)?(\d+(?:\.\w+)*(?:[-+]\w+)*)", re.IGNORECASE)
_SEVERAL = re.compile(r"\s\d|[,;&]|\band\b")
"""What a name holds that is more than one, so that a version behind it may be another's."""

_LONGEST_NAME = 90

_KEYS = {
    **dict.fromkeys(("name", "software", "package", "dataset", "data set", "hardware", "system", "algorithm"), "name"),
    **dict.fromkeys(("url", "link", "address", "source"), "url"),
    **dict.fromkeys(("licence", "license"), "licence"),
    **dict.fromkeys(("version", "release"), "version"),
    **{key: key for key in ("id", "doi", "swhid", "commit", "size")},
}
"""The keys of items by what authors call the columns of a table."""

COLUMNS = "name, version, url, doi, licence"


class ItemLine(NamedTuple):
    """What a line says of an item; `values` has only what stands in it."""

    id: str
    name: str
    values: dict[str, str]


def item_line(text: str, *, with_version: bool = False) -> ItemLine:
    """The parts of a line. A version is only what stands last and begins with a digit, and only if asked for."""
    text = LIST_MARK.sub("", text, count=1) if LIST_MARK.match(text) else text
    text = _LINK.sub(r"\1 <\2>", text)
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


def continued(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines of a list, those that no mark begins put behind the one above; sentences are no part of an item."""
    joined: list[Line] = []
    for line in lines:
        is_own = bool(LIST_MARK.match(line.text) or ID.match(line.text))
        if not is_own and (not joined or line.text.endswith(".")):
            return lines
        if is_own:
            joined.append(line)
        else:
            joined[-1] = joined[-1]._replace(text=f"{joined[-1].text} {line.text}")
    return joined


def table_items(lines: Sequence[Line]) -> tuple[list[tuple[ItemLine, str]], str]:
    """The items of a table with a row of titles, each with its place; and why it cannot be read, if it cannot."""
    rows = [([cell.strip() for cell in line.text.strip("|").split("|")], line.where) for line in lines]
    (titles, _), *body = (row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row[0]))
    keys = [_KEYS.get(title.lower()) for title in titles]
    unknown = [title for title, key in zip(titles, keys, strict=True) if key is None]
    beside = [line.where for line in lines if not line.text.startswith("|")]
    if "name" not in keys:
        return [], 'no column of this table is called "name".'
    if unknown:
        return [], f'the column "{unknown[0]}" of this table is none that is known here.'
    if beside:
        return [], f"{beside[0]} is no row of this table."
    return [(_row_item(dict(zip(keys, cells, strict=False))), where) for cells, where in body], ""


def _row_item(cells: dict[str | None, str]) -> ItemLine:
    item = item_line(cells.pop("name", ""))
    identifier = cells.pop("id", "") or item.id
    given = {key: item_line(cell).values.get(key, cell) for key, cell in cells.items() if key and cell}
    return ItemLine(identifier, item.name, {**item.values, **given})


def are_items(lines: Sequence[Line]) -> bool:
    """Whether lines name an item each: they are marked as a list, or each is as short as a name and no sentence."""
    marked = [bool(LIST_MARK.match(line.text) or ID.match(line.text)) for line in lines]
    return all(marked) or not any(len(line.text) > _LONGEST_NAME or line.text.endswith(".") for line in lines)
