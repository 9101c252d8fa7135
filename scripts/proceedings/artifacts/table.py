"""The artifacts of the volume as a table with one row an item, and as JSON with one object a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

import msgspec

from proceedings.artifacts.items import KINDS, LISTS, Entry, ListedPaper
from proceedings.bibliography.cited_book import Book, settled, whole_title
from proceedings.csv_text import csv_text
from proceedings.names import display_name
from proceedings.records.record import Record
from proceedings.reproducibility.ladder import KINDS as CLIMBING
from proceedings.reproducibility.named_things import named_item
from proceedings.typesetting.math_text import plain_title

OF_PAPER = ("paper", "title", "first_page", "paper_doi", "kind")
OF_ITEM = ("item", "name", "listed_as", "version", "role", "licence", "doi", "url", "swhid", "rung")
RENAMED = {"id": "item", "title": "name", "text": "name", "system_name": "name", "kind": "role"}
"""Keys of the metadata that stand in a column of another name, so that every kind has its name in one column."""


@cache
def fields_of(kind: str) -> tuple[tuple[str, str | None, str], ...]:
    """Key, key within it if it holds a record, and column, of everything that an item of the kind may say."""
    found: list[tuple[str, str | None, str]] = []
    for field in msgspec.structs.fields(KINDS[kind]):
        inner = next((each for each in (field.type, *get_args(field.type)) if _is_record(each)), None)
        if inner is None:
            found.append((field.name, None, RENAMED.get(field.name, field.name)))
        else:
            parts = msgspec.structs.fields(inner)
            found += [(field.name, part.name, f"{field.name}_{part.name}") for part in parts]
    return tuple(found)


@cache
def columns() -> tuple[str, ...]:
    """All columns: those of the paper, those that most kinds share, then each kind's own."""
    own = [column for kind in KINDS for _, _, column in fields_of(kind)]
    return tuple(dict.fromkeys((*OF_PAPER, *OF_ITEM, *own)))


def kinds_with(column: str) -> tuple[str, ...]:
    """The kinds of items that can have something in a column; none for a column of the paper."""
    if column == "rung":
        return tuple(kind for kind in KINDS if LISTS[kind] in CLIMBING)
    if column == "listed_as":
        return tuple(kind for kind in KINDS if named_item(KINDS[kind]()))
    return tuple(kind for kind in KINDS if column in (each for _, _, each in fields_of(kind)))


def rows(papers: Iterable[ListedPaper]) -> Iterator[dict[str, str]]:
    """One row an item, in volume order; what is not said is not there."""
    for listed in papers:
        about = {
            "paper": listed.paper.id,
            "title": plain_title(whole_title(listed.paper)),
            "first_page": str(listed.placement.first_page),
            "paper_doi": listed.doi or "",
        }
        for entry in listed.entries:
            yield {**about, "kind": entry.kind, **_cells(entry), "rung": entry.rung, "listed_as": entry.listed_as}


def as_csv(papers: Iterable[ListedPaper]) -> bytes:
    """The table in UTF-8. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    named = columns()
    return csv_text(named, ([row.get(column, "") for column in named] for row in rows(papers))).encode()


def as_json(papers: Iterable[ListedPaper], book: Book) -> bytes:
    """One object a paper, in volume order: what it says of itself, its items by kind, texts as they were given."""
    about = {"title": book.title, "year": book.year, "doi": book.doi, "isbn": book.isbn, "note": book.note}
    listed = {"volume": _said(about), "papers": [_paper(each) for each in papers]}
    return msgspec.json.format(msgspec.json.encode(listed), indent=1) + b"\n"


def _cells(entry: Entry) -> dict[str, str]:
    written = {}
    for key, part, column in fields_of(entry.kind):
        value = getattr(entry.item, key)
        if part is not None and value is not None:
            value = getattr(value, part)
        if text := _worded(settled(value) if column == "doi" else value):
            written[column] = text
    return written


def _worded(value: object) -> str:
    """A value in one cell: lists joined by `; `, yes or nothing, numbers without a superfluous `.0`."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        return "; ".join(" ".join(each.split()) for each in value)
    return f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())


def _paper(listed: ListedPaper) -> dict[str, Any]:
    kinds = {LISTS[kind]: [_item(entry) for entry in found] for kind in KINDS if (found := listed.of_kind(kind))}
    return _said(
        {
            "id": listed.paper.id,
            "title": plain_title(whole_title(listed.paper)),
            "authors": [display_name(author) for author in listed.paper.authors],
            "first_page": listed.placement.first_page,
            "last_page": listed.placement.last_page,
            "doi": listed.doi,
            **kinds,
            "experiments": listed.block.experiments and msgspec.to_builtins(listed.block.experiments),
            "statement": listed.block.statement,
            "not_applicable": listed.block.not_applicable,
        }
    )


def _item(entry: Entry) -> dict[str, Any]:
    """The item under the keys of the metadata, without what is not said or pending; its rung, and its name in lists."""
    said = _said(msgspec.to_builtins(entry.item) | {"rung": entry.rung, "listed_as": entry.listed_as})
    return {key: value for key, value in said.items() if key != "doi" or settled(value)}


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)
