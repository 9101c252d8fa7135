"""Sets single values in a YAML file and leaves every other character of it as it is, remarks and quotes too.

The text is edited between the marks of its nodes, and read again: it must say what it said before but for the value.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from textwrap import indent
from typing import Any, NamedTuple, TypeGuard

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from proceedings.editions.edition_yaml import as_flow, as_yaml
from proceedings.problem import Place
from proceedings.yaml.yaml_nodes import Alias, Pair, child_of, end_of, is_empty, line_end, pair_of, tree_of

INDENT = 2


_REMARK = re.compile(r"[ \t]*(#[^\n]*)?\s*")
"""What may stand between a key that goes and the one that takes its place behind the dash."""


class NoPlaceError(Exception):
    """The file has no place where a value could be written. Its text says why, in words that follow its name."""


class Kept(NamedTuple):
    """An item of a list that stays in it, by its number so far: its lines go along as they are."""

    number: int


def with_values(text: str, values: Mapping[Place, object]) -> str:
    """The text with each value at its place; None takes the key away. Values are scalars, lists and mappings.

    Of a list, items may be those that are there: `[Kept(1), {"family": "New"}, Kept(0)]`.

    Mappings on the way to a place are made where they are not there. Raises NoPlaceError.
    """
    for at, value in values.items():
        text = _with_value(text, at, value)
    return text


def _with_value(text: str, at: Place, value: object) -> str:
    try:
        root = tree_of(text)
    except yaml.YAMLError as error:
        raise NoPlaceError("is no YAML: `make check` says what is wrong with it") from error
    if root is None or is_empty(root):
        edited = text if value is None else _joined(text, as_yaml(_nested(at, value)))
    else:
        edited = _edited(text, root, at, value)
    if edited == text:
        return text
    known = _read_back(text)
    try:
        says_it = (yaml.load(edited, Loader=yaml.CBaseLoader) or {}) == _with(known, at, _read(value, known, at))
    except (yaml.YAMLError, RecursionError):
        says_it = False
    if not says_it:
        raise NoPlaceError(f"has no place for `{'.'.join(map(str, at))}`: write it there by hand")
    return edited.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else edited


def _edited(text: str, root: Node, at: Place, value: object) -> str:
    """The text where the deepest mapping that is there has the rest of the place."""
    node, depth = root, 0
    while depth < len(at) - 1 and (deeper := child_of(node, at[depth])) is not None and not is_empty(deeper):
        node, depth = deeper, depth + 1
    if not isinstance(node, CollectionNode):
        kind = "an alias of another place" if isinstance(node, Alias) else "one value, not as keys"
        raise NoPlaceError(f"has `{at[depth - 1]}` as {kind} (line {node.start_mark.line + 1})")
    step, rest = at[depth], at[depth + 1 :]
    if value is None and (rest or child_of(node, step) is None):
        return text
    if rest:
        value = _nested(rest, value)
    if isinstance(node, SequenceNode):
        if (item := child_of(node, step)) is None or value is None:
            raise NoPlaceError(f"has a list where `{step}` is looked for (line {node.start_mark.line + 1})")
        return _replaced(text, node, item, value)
    assert isinstance(node, MappingNode)
    pair = pair_of(node, step)
    if value is None:
        assert pair is not None
        if len(node.value) == 1 and depth and not node.flow_style:
            return _edited(text, root, at[:depth], {})
        return _taken_away(text, node, pair)
    if pair is None:
        return _added(text, node, str(step), value)
    return _replaced(text, node, pair.value, value, pair.key)


def _replaced(text: str, parent: CollectionNode, old: Node, value: object, key: Node | None = None) -> str:
    start, end = old.start_mark.index, end_of(text, old)
    if _has_kept(value):
        return _rearranged(text, old, value, key)
    if key is None or parent.flow_style:
        return text[:start] + as_flow(value) + text[end:]
    if _is_block(value) or "\n" in text[key.end_mark.index : start] or start == end:
        start = text.index(":", key.end_mark.index) + 1
        return text[:start] + _behind_key(value, key.start_mark.column) + text[end:]
    return text[:start] + as_flow(value) + text[end:]


def _has_kept(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list) and any(isinstance(each, Kept) for each in value)


def _rearranged(text: str, old: Node, items: Sequence[object], key: Node | None) -> str:
    """The text with other items in a list, and those that stay as they are written, remarks above them too."""
    if not isinstance(old, SequenceNode) or key is None:
        raise NoPlaceError(f"has no list of lines of its own (line {old.start_mark.line + 1})")
    if old.flow_style:
        written = [text[each.start_mark.index : end_of(text, each)] for each in old.value]
        inside = ", ".join(written[each.number] if isinstance(each, Kept) else as_flow(each) for each in items)
        return f"{text[: old.start_mark.index]}[{inside}]{text[end_of(text, old) :]}"
    edges = [line_end(text, key.end_mark.index), *(line_end(text, end_of(text, each)) for each in old.value)]
    lines = [text[start:end] for start, end in pairwise(edges)]
    inset = " " * old.start_mark.column
    new = [lines[each.number] if isinstance(each, Kept) else indent(as_yaml([each]), inset) for each in items]
    return text[: edges[0]] + "".join(each if each.endswith("\n") else f"{each}\n" for each in new) + text[edges[-1] :]


def _added(text: str, parent: MappingNode, key: str, value: object) -> str:
    if parent.flow_style:
        end = parent.end_mark.index - 1
        before = text[:end].rstrip()
        comma = "" if before.endswith(("{", ",")) else ","
        space = "" if before.endswith("{") else " "
        return f"{before}{comma}{space}{as_flow({key: value})[1:-1]}{text[len(before) :]}"
    first, last = parent.value[0], parent.value[-1]
    column = first[0].start_mark.column
    end = line_end(text, end_of(text, last[1]))
    new = f"{' ' * column}{as_flow(key)}:{_behind_key(value, column)}"
    lead = "" if text[:end].endswith("\n") else "\n"
    return f"{text[:end]}{lead}{new}\n{text[end:]}"


def _taken_away(text: str, parent: MappingNode, pair: Pair) -> str:
    start, end = pair.key.start_mark.index, max(pair.key.end_mark.index, end_of(text, pair.value))
    if parent.flow_style:
        behind = text[end:].lstrip()
        if behind.startswith(","):
            return text[:start] + behind[1:].lstrip()
        return text[:start].rstrip().removesuffix(",") + text[end:]
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip():
        following = next((key for key, _ in parent.value if key.start_mark.index > start), None)
        if following is not None and _REMARK.fullmatch(text, end, following.start_mark.index):
            return text[:start] + text[following.start_mark.index :]
        raise NoPlaceError(f"has `{pair.key.value}` behind a dash (line {pair.key.start_mark.line + 1})")
    return text[:line_start] + text[line_end(text, end) :]


def _behind_key(value: object, column: int) -> str:
    """What follows the colon of a key at `column`: a list or a mapping below it, all else in its line."""
    if not _is_block(value) or (lines := as_yaml(value).rstrip("\n").split("\n"))[0].startswith("["):
        return f" {as_flow(value)}"
    inset = " " * (column + (0 if isinstance(value, list) else INDENT))
    return "".join(f"\n{inset}{line}" if line else "\n" for line in lines)


def _is_block(value: object) -> bool:
    return isinstance(value, list | dict) and bool(value)


def _nested(at: Place, value: object) -> object:
    for step in reversed(at):
        value = {step: value}
    return value


def _with(known: Any, at: Place, value: object) -> object:  # noqa: ANN401  # whatever a YAML file holds
    """What the file says with the value at its place."""
    step, *rest = at
    content = copy.copy(known) if isinstance(known, dict | list) else {}
    if isinstance(content, list):
        if isinstance(step, int) and step < len(content):
            content[step] = _with(content[step], tuple(rest), value) if rest else value
        return content
    if rest:
        if value is not None or isinstance(content.get(step), dict | list):
            content[step] = _with(content.get(step), tuple(rest), value)
    elif value is None:
        content.pop(step, None)
    else:
        content[step] = value
    return content


def _read_back(text: str) -> Any:  # noqa: ANN401  # whatever a YAML file holds
    """What the text says, every scalar as its text."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise NoPlaceError("has what cannot be read: `make check` says what is wrong with it") from error
    except RecursionError as error:
        raise NoPlaceError("has an alias of what it stands in") from error


def _read(value: object, known: Any, at: Place) -> object:  # noqa: ANN401  # whatever a YAML file holds
    """The value as it is read back: every scalar as its text, and items that stay as they are known."""
    if value is None:
        return None
    if not _has_kept(value):
        return yaml.load(as_yaml(value), Loader=yaml.CBaseLoader)
    for step in at:
        known = known[step]
    return [known[each.number] if isinstance(each, Kept) else _read(each, None, ()) for each in value]


def _joined(text: str, entry: str) -> str:
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{entry}"
