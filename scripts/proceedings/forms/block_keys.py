"""The keys of the reproducibility block, each with its type and the words that metadata/README.md explains it with."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility

README = Path(__file__).parents[3] / "metadata" / "README.md"

ID_LETTERS = {
    "contributions": "C",
    "algorithms": "ALG",
    "software": "SW",
    "datasets": "D",
    "hardware": "HW",
    "benchmarks": "B",
    "artifacts": "A",
}
"""What the ids of a kind begin with, by custom."""

_ROW = re.compile(r"^\| `(\w+)` \| .+? \| (\S.*) \|$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ALTERNATIVES = re.compile(r"`[^`]+`(?:(?:, | or )(?:`[^`]+`|another|your own))+")


class Key(NamedTuple):
    """A key of a record: its default, and the words that explain it, empty where nobody does."""

    name: str
    kind: object
    default: object
    words: str

    @property
    def record(self) -> type[Record] | None:
        """The record that its value is, if it is one."""
        given = without_none(self.kind)
        return given if isinstance(given, type) and issubclass(given, Record) else None

    @property
    def items(self) -> type[Record] | None:
        """The record that the items of its value are, if it is a list of records."""
        arguments = typing.get_args(self.kind)
        is_list = typing.get_origin(self.kind) is tuple
        return arguments[0] if is_list and isinstance(arguments[0], type) and issubclass(arguments[0], Record) else None

    @property
    def is_list(self) -> bool:
        """Whether its value is a list."""
        return typing.get_origin(self.kind) is tuple

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that it must or usually does have; none where anything may stand."""
        given = without_none(self.kind)
        if typing.get_origin(given) is Literal:
            return typing.get_args(given)
        if given is bool:
            return ("yes", "no")
        return tuple(re.findall(r"`([^`]+)`", self.words)) if _ALTERNATIVES.fullmatch(self.words) else ()


def without_none(kind: object) -> object:
    """The type of a value that is given."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(kind) if each is not type(None))
    return kind


def keys_of(record: type[Record], words: Mapping[str, Mapping[str, str]]) -> Iterator[Key]:
    """The keys of a record in their order; `words` are the explanations by record and key."""
    explained = words.get(record.__name__, {})
    for field in msgspec.structs.fields(record):
        default = None if field.default is msgspec.NODEFAULT else field.default
        yield Key(field.name, field.type, default, explained.get(field.name, ""))


def kinds(words: Mapping[str, Mapping[str, str]]) -> tuple[Key, ...]:
    """The keys of the block itself."""
    return tuple(keys_of(Reproducibility, words))


def key_words(readme: Path = README) -> dict[str, dict[str, str]]:
    """The explanations of all keys by record and key, as its tables give them; none where there is no such file."""
    if not readme.is_file():
        return {}
    tables = re.split(r"^<!-- (\w+) -->\n\n", readme.read_text("utf-8"), flags=re.MULTILINE)
    pairs = zip(tables[1::2], tables[2::2], strict=True)
    return {name: {key: _LINK.sub(r"\1", words) for key, words in _ROW.findall(_table(text))} for name, text in pairs}


def _table(text: str) -> str:
    return text.partition("\n\n")[0]
