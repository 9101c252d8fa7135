"""The sheets of a form and their columns: one sheet a kind, one column a key, nested keys joined by a point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from proceedings.forms.block_keys import Key, keys_of, kinds
from proceedings.records.record import Record

Words = Mapping[str, Mapping[str, str]]


class Column(NamedTuple):
    """A column and the key whose values stand in it."""

    path: tuple[str, ...]
    key: Key

    @property
    def title(self) -> str:
        """What stands over the column: `top500.rank`."""
        return ".".join(self.path)


class Sheet(NamedTuple):
    """A sheet of a form; `kind` is the key of the block that it answers."""

    kind: Key
    columns: tuple[Column, ...]


REASONS = (("kind",), ("reason",))
"""The columns of `not_applicable`, whose keys are the kinds."""


def sheets_of_form(words: Words) -> tuple[Sheet, ...]:
    """All sheets in the order of the block."""
    return tuple(Sheet(kind, tuple(_columns(kind, words))) for kind in kinds(words))


def _columns(kind: Key, words: Words) -> Iterator[Column]:
    record = kind.items or kind.record
    if record is not None:
        yield from _flat(record, words, ())
    elif kind.name == "not_applicable":
        for path, words_of_column in zip(REASONS, ("what the paper has none of", "why"), strict=True):
            yield Column(path, Key(path[0], str, "", words_of_column))
    else:
        yield Column((kind.name,), kind)


def _flat(record: type[Record], words: Words, above: tuple[str, ...]) -> Iterator[Column]:
    for key in keys_of(record, words):
        if key.record is None:
            yield Column((*above, key.name), key)
        else:
            yield from _flat(key.record, words, (*above, key.name))
