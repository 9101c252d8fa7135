"""Types the text of YAML nodes by a record, and says everything that does not fit.

What does not fit is dropped, so that the field's default holds, and all the rest survives. The
depth of a reading is that of the record and not of the file, so that an alias to its own parent ends.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import math
import types
import typing
import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Final, Literal

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from proceedings.problem import Place, Problem, did_you_mean, nearest
from proceedings.sound_text import harm_of, harmful_sign, sound_text
from proceedings.yaml.yaml_syntax import NO_ODD_SPACES, ODD_SPACES, odd_space

FAULTY: Final = object()
"""What a reader returns for a value that does not fit."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Faults:
    """The problems of one file, as they are found."""

    def __init__(self, file: str) -> None:
        """`file` is the name that the problems show."""
        self.file = file
        self.problems: list[Problem] = []

    def add(self, node: Node, at: Place, message: str, remedy: str) -> object:
        """Note a problem on the node's line; returns FAULTY."""
        line = node.start_mark.line + 1
        self.problems.append(Problem(file=self.file, line=line, at=at, message=message, remedy=remedy))
        return FAULTY

    def expected(self, node: Node, at: Place, wanted: str, remedy: str) -> object:
        """Note that the value at `at` is not what was wanted; returns FAULTY."""
        return self.add(node, at, f"{place_name(at)} expects {wanted}, not {_quoted(node)}.", remedy)


Reader = Callable[[Node, Place, Faults], object]


@functools.cache
def reader_of(kind: Hashable) -> Reader:
    """The function that reads a node as `kind`: a record, a scalar, a tuple, a dict, a Literal or an optional one."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is str:
        return _read_text
    if kind in _SCALARS:
        return _scalar_reader(kind)
    if origin is Literal:
        return _choice_reader(arguments)
    if origin is tuple:
        return _list_reader(reader_of(arguments[0]), of_lists=typing.get_origin(arguments[0]) is tuple)
    if origin is dict:
        return _mapping_reader(reader_of(arguments[1]))
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(next(each for each in arguments if each is not type(None)))
    return _record_reader(typing.cast(type[msgspec.Struct], kind))


def expectation(kind: Hashable) -> str:
    """What a value of `kind` is called in messages and in the key tables: `a date such as 2021-06-30`."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is str:
        return "text"
    if kind in _SCALARS:
        return _SCALARS[kind][0]
    if origin is Literal:
        return f"one of {', '.join(arguments)}"
    if origin is tuple:
        return "a list"
    if origin in (typing.Union, types.UnionType):
        return expectation(next(each for each in arguments if each is not type(None)))
    return "keys with values"


def is_null(node: Node) -> bool:
    """Whether the node is a plain `~`, `null` or nothing; quoted, they are text."""
    return isinstance(node, ScalarNode) and not node.style and node.value in _NULLS


def entries(node: MappingNode, at: Place, faults: Faults) -> Iterator[tuple[ScalarNode, Node]]:
    """The keys and values of a mapping, own ones before merged ones; a second key of one name is a fault."""
    lines: dict[str, int] = {}
    merges: list[Node] = []
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            faults.add(key, at, "a key must be one word, not a list.", "Write `key: value`.")
        elif key.value == "<<" and not key.style:
            merges.append(value)
        elif not key.style and key.value[:1] in tuple(ODD_SPACES):
            faults.add(key, (), f"{odd_space(key.value)} indents this line.", NO_ODD_SPACES)
        elif key.value in lines:
            first = f'the key "{key.value}" stands twice; the first is on line {lines[key.value]} and holds.'
            faults.add(key, (*at, key.value), first, "Keep one of the two.")
        else:
            lines[key.value] = key.start_mark.line + 1
            yield key, value
    for key, value in _merged_pairs(merges, set()):
        if key.value not in lines:
            lines[key.value] = key.start_mark.line + 1
            yield key, value


def place_name(at: Place) -> str:
    """How a message names a place: `"orcid"`, `item 2 of "authors"`, `the file`."""
    if not at:
        return "the file"
    if isinstance(at[-1], int):
        return f"item {at[-1] + 1} of {place_name(at[:-1])}"
    return f'"{at[-1]}"'


def _merged_pairs(nodes: list[Node], seen: set[int]) -> Iterator[tuple[ScalarNode, Node]]:
    for node in nodes:
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, SequenceNode):
            yield from _merged_pairs(node.value, seen)
        elif isinstance(node, MappingNode):
            scalars = [(key, value) for key, value in node.value if isinstance(key, ScalarNode)]
            yield from ((key, value) for key, value in scalars if key.value != "<<")
            yield from _merged_pairs([value for key, value in scalars if key.value == "<<"], seen)


def _read_text(node: Node, at: Place, faults: Faults) -> object:
    if not isinstance(node, ScalarNode):
        return faults.expected(node, at, "text", 'Put text that holds [ ], { } or a colon into quotes: "...".')
    text: str = node.value.strip()
    if text.isascii() and text.isprintable():
        return text
    if harmful := harmful_sign(text):
        return faults.add(node, at, *harm_of(harmful, place_name(at), _quoted(node)))
    return unicodedata.normalize("NFC", sound_text(text))


def _scalar_reader(kind: Hashable) -> Reader:
    wanted, parse, remedy = _SCALARS[kind]

    def read(node: Node, at: Place, faults: Faults) -> object:
        if isinstance(node, ScalarNode):
            with contextlib.suppress(KeyError, ValueError):
                return parse(node.value.strip())
        return faults.expected(node, at, wanted, remedy)

    return read


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    listed = ", ".join(choices)

    def read(node: Node, at: Place, faults: Faults) -> object:
        if isinstance(node, ScalarNode) and node.value in choices:
            return node.value
        remedy = did_you_mean(str(node.value), choices, "Write one of them.")
        return faults.expected(node, at, f"one of {listed}", remedy)

    return read


def _list_reader(read_item: Reader, *, of_lists: bool = False) -> Reader:
    """A reader of lists; one `of_lists` may be written as the only list in it: `[1, 2]` for `[[1, 2]]`."""

    def read(node: Node, at: Place, faults: Faults) -> object:
        if not isinstance(node, SequenceNode):
            return faults.expected(node, at, "a list", "Write [first, second], or each item on a line after `- `.")
        if of_lists and all(isinstance(child, ScalarNode) for child in node.value):
            only = read_item(node, at, faults)
            return only if only is FAULTY else (only,)
        items = []
        for position, child in enumerate(node.value):
            place = (*at, position)
            if is_null(child):
                faults.add(child, place, f"{place_name(place)} is empty.", "Fill it in, or delete the line.")
            elif (item := read_item(child, place, faults)) is not FAULTY:
                items.append(item)
        return tuple(items)

    return read


def _mapping_reader(read_value: Reader) -> Reader:
    def read(node: Node, at: Place, faults: Faults) -> object:
        if not isinstance(node, MappingNode):
            return faults.expected(node, at, "keys with values", _key_lines(at))
        values = {}
        for key, child in entries(node, at, faults):
            name = _read_text(key, at, faults)
            value = FAULTY if is_null(child) else read_value(child, (*at, key.value), faults)
            if value is not FAULTY and name is not FAULTY:
                values[name] = value
        return values

    return read


def _record_reader(kind: type[msgspec.Struct]) -> Reader:
    readers = {field.encode_name: reader_of(field.type) for field in msgspec.structs.fields(kind)}

    def read(node: Node, at: Place, faults: Faults) -> object:
        if not isinstance(node, MappingNode):
            remedy = _WHOLE_NAME if "literal" in readers else _key_lines(at)
            return faults.expected(node, at, "keys with values", remedy)
        values = {}
        for key, child in entries(node, at, faults):
            field = readers.get(key.value)
            if field is None:
                _unknown_key(key, at, readers, faults)
            elif not is_null(child) and (value := field(child, (*at, key.value), faults)) is not FAULTY:
                values[key.value] = value
        return kind(**values)

    return read


def _optional_reader(kind: Hashable) -> Reader:
    """A reader of what may be absent: a record of which nothing is given is not given."""
    read = reader_of(kind)
    if not (isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return read

    def read_given(node: Node, at: Place, faults: Faults) -> object:
        value = read(node, at, faults)
        return FAULTY if value == kind() and all(map(is_null, _values(node))) else value

    return read_given


def _values(node: Node) -> list[Node]:
    return [value for _, value in node.value] if isinstance(node, MappingNode) else []


def _key_lines(at: Place) -> str:
    return "Write `key: value` lines, indented under it." if at else "Write `key: value` lines."


def _unknown_key(key: ScalarNode, at: Place, known: Collection[str], faults: Faults) -> None:
    """Note a key that the record does not have; its place is that of the key that was probably meant."""
    usual = next((cure for sign, word, cure in _USUAL_MISTAKES if sign in known and word == key.value), None)
    otherwise = f"The keys here are {', '.join(known)}."
    remedy = usual or did_you_mean(key.value, known, otherwise)
    meant = "literal" if usual is _WHOLE_NAME else nearest(key.value, known) or key.value
    faults.add(key, (*at, meant), f'"{key.value}" is not a key that is known here.', remedy)


def _quoted(node: Node) -> str:
    """A node as a message shows it, cut to the length of a line."""
    if isinstance(node, SequenceNode):
        return "a list"
    if isinstance(node, MappingNode):
        return "keys with values"
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in node.value).split())
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}..."'


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_SCALARS: dict[Hashable, tuple[str, Callable[[str], object], str]] = {
    int: ("a whole number", int, "Write digits alone."),
    float: ("a number", _finite, "Write digits alone, with a point for decimals."),
    bool: ("yes or no", lambda text: _TRUTHS[text.lower()], "Write yes or no."),
    datetime.date: ("a date such as 2021-06-30", datetime.date.fromisoformat, "Write year-month-day: 2021-06-30."),
}
_WHOLE_NAME = "Write `given` and `family` apart; a mononym or the name of a group is `literal`."
# (a key that the record must have, the wrong key, the cure)
_USUAL_MISTAKES = (
    ("literal", "name", _WHOLE_NAME),
    ("expected_pages", "pages", "Pages are counted in the PDF. To reserve some before it arrives: `expected_pages`."),
    ("expected_pages", "session", "Delete it: metadata/program.yml says which paper is in which session."),
    ("expected_pages", "order", "Delete it: the order is that of metadata/program.yml."),
    ("expected_pages", "archival", "Write `status: non-archival` for a paper that is not printed."),
)
