"""Sets single values in a YAML file and leaves every other character of it as it is, remarks and quotes too.

The text is edited between the marks of its nodes, and read again: it must say what it said before but for the value.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, NodeEvent, ScalarEvent, SequenceStartEvent
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from proceedings.editions.edition_yaml import as_flow, as_yaml
from proceedings.problem import Place

INDENT = 2
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
NO_YAML = "is no YAML: `make check` says what is wrong with it"

_REMARK = re.compile(r"[ \t]*(#[^\n]*)?\s*")
"""What may stand between a key that goes and the one that takes its place behind the dash."""


class NoPlaceError(Exception):
    """The file has no place where a value could be written. Its text says why, in words that follow its name."""


class _Pair(NamedTuple):
    key: Node
    value: Node


class _Alias(ScalarNode):
    """`*name`, with its own place, and not that of what it stands for."""


def with_values(text: str, values: Mapping[Place, object]) -> str:
    """The text with each value at its place; None takes the key away. Values are scalars, lists and mappings.

    Mappings on the way to a place are made where they are not there. Raises NoPlaceError.
    """
    for at, value in values.items():
        text = _with_value(text, at, value)
    return text


def _with_value(text: str, at: Place, value: object) -> str:
    root = _tree(text)
    if root is None or _is_empty(root):
        edited = text if value is None else _joined(text, as_yaml(_nested(at, value)))
    else:
        edited = _edited(text, root, at, value)
    if edited == text:
        return text
    known = _read_back(text)
    try:
        says_it = (yaml.load(edited, Loader=yaml.CBaseLoader) or {}) == _with(known, at, _read(value))
    except (yaml.YAMLError, RecursionError):
        says_it = False
    if not says_it:
        raise NoPlaceError(f"has no place for `{'.'.join(map(str, at))}`: write it there by hand")
    return edited.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else edited


def _edited(text: str, root: Node, at: Place, value: object) -> str:
    """The text where the deepest mapping that is there has the rest of the place."""
    node, depth = root, 0
    while depth < len(at) - 1 and (deeper := _child(node, at[depth])) is not None and not _is_empty(deeper):
        node, depth = deeper, depth + 1
    if not isinstance(node, CollectionNode):
        kind = "an alias of another place" if isinstance(node, _Alias) else "one value, not as keys"
        raise NoPlaceError(f"has `{at[depth - 1]}` as {kind} (line {node.start_mark.line + 1})")
    step, rest = at[depth], at[depth + 1 :]
    if value is None and (rest or _child(node, step) is None):
        return text
    if rest:
        value = _nested(rest, value)
    if isinstance(node, SequenceNode):
        if (item := _child(node, step)) is None or value is None:
            raise NoPlaceError(f"has a list where `{step}` is looked for (line {node.start_mark.line + 1})")
        return _replaced(text, node, item, value)
    assert isinstance(node, MappingNode)
    pair = _pair(node, step)
    if value is None:
        assert pair is not None
        if len(node.value) == 1 and depth and not node.flow_style:
            return _edited(text, root, at[:depth], {})
        return _taken_away(text, node, pair)
    if pair is None:
        return _added(text, node, str(step), value)
    return _replaced(text, node, pair.value, value, pair.key)


def _replaced(text: str, parent: CollectionNode, old: Node, value: object, key: Node | None = None) -> str:
    start, end = old.start_mark.index, _end(text, old)
    if key is None or parent.flow_style:
        return text[:start] + as_flow(value) + text[end:]
    if _is_block(value) or "\n" in text[key.end_mark.index : start] or start == end:
        start = text.index(":", key.end_mark.index) + 1
        return text[:start] + _behind_key(value, key.start_mark.column) + text[end:]
    return text[:start] + as_flow(value) + text[end:]


def _added(text: str, parent: MappingNode, key: str, value: object) -> str:
    if parent.flow_style:
        end = parent.end_mark.index - 1
        before = text[:end].rstrip()
        comma = "" if before.endswith(("{", ",")) else ","
        space = "" if before.endswith("{") else " "
        return f"{before}{comma}{space}{as_flow({key: value})[1:-1]}{text[len(before) :]}"
    first, last = parent.value[0], parent.value[-1]
    column = first[0].start_mark.column
    line_end = _line_end(text, _end(text, last[1]))
    new = f"{' ' * column}{as_flow(key)}:{_behind_key(value, column)}"
    lead = "" if text[:line_end].endswith("\n") else "\n"
    return f"{text[:line_end]}{lead}{new}\n{text[line_end:]}"


def _taken_away(text: str, parent: MappingNode, pair: _Pair) -> str:
    start, end = pair.key.start_mark.index, max(pair.key.end_mark.index, _end(text, pair.value))
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
    return text[:line_start] + text[_line_end(text, end) :]


def _behind_key(value: object, column: int) -> str:
    """What follows the colon of a key at `column`: a list or a mapping below it, all else in its line."""
    if not _is_block(value) or (lines := as_yaml(value).rstrip("\n").split("\n"))[0].startswith("["):
        return f" {as_flow(value)}"
    inset = " " * (column + (0 if isinstance(value, list) else INDENT))
    return "".join(f"\n{inset}{line}" if line else "\n" for line in lines)


def _is_block(value: object) -> bool:
    return isinstance(value, list | dict) and bool(value)


def _line_end(text: str, index: int) -> int:
    """Behind the line in which `index` stands, its remark and its line feed."""
    found = text.find("\n", max(index - 1, 0) if text[index - 1 : index] == "\n" else index)
    return len(text) if found < 0 else found + 1


def _end(text: str, node: Node) -> int:
    """Behind the last character that is the node's own; libyaml puts the mark of a block behind the remarks too."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        if isinstance(node, SequenceNode):
            return _end(text, node.value[-1])
        key, value = node.value[-1]
        return max(int(key.end_mark.index), _end(text, value))
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if not isinstance(node, ScalarNode) or node.style not in ("|", ">") or "+" in text[start : text.find("\n", start)]:
        return end
    return len(text[:end].rstrip())


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, SequenceNode):
        return node.value[step] if isinstance(step, int) and step < len(node.value) else None
    pair = _pair(node, step) if isinstance(node, MappingNode) else None
    return pair.value if pair else None


def _pair(node: MappingNode, step: str | int) -> _Pair | None:
    """The pair of a key; of one that is there twice the last, which holds."""
    found = [pair for pair in node.value if isinstance(pair[0], ScalarNode) and pair[0].value == step]
    return _Pair(*found[-1]) if found else None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in EMPTY and not isinstance(node, _Alias)


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
        raise NoPlaceError(NO_YAML) from error
    except RecursionError as error:
        raise NoPlaceError("has an alias of what it stands in") from error


def _tree(text: str) -> Node | None:
    """The nodes of the text, aliases where they stand."""
    events = yaml.parse(text, Loader=yaml.CBaseLoader)
    try:
        first = next((each for each in events if isinstance(each, NodeEvent)), None)
        return None if first is None else _node(first, events)
    except yaml.YAMLError as error:
        raise NoPlaceError(NO_YAML) from error


def _node(event: Any, events: Iterator[Any]) -> Node:  # noqa: ANN401  # events of libyaml are untyped
    """The node that an event begins, with all that is inside it."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, AliasEvent):
        return _Alias("", event.anchor, start, end)
    if isinstance(event, ScalarEvent):
        return ScalarNode("", event.value, start, end, style=event.style)
    inside: list[Node] = []
    while not isinstance(last := next(events), CollectionEndEvent):
        inside.append(_node(last, events))
    end = last.end_mark
    if isinstance(event, SequenceStartEvent):
        return SequenceNode("", inside, start, end, flow_style=event.flow_style)
    pairs = list(zip(inside[::2], inside[1::2], strict=True))
    return MappingNode("", pairs, start, end, flow_style=event.flow_style)


def _read(value: object) -> object:
    """The value as it is read back: every scalar as its text."""
    return None if value is None else yaml.load(as_yaml(value), Loader=yaml.CBaseLoader)


def _joined(text: str, entry: str) -> str:
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{entry}"
