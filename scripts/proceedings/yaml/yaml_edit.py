"""Sets single values in a YAML file and leaves every other character of it as it is, remarks and quotes too.

The text is edited between the marks of its nodes, and read again: it must say what it said before but for the value.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from proceedings.editions.edition_yaml import as_flow, as_yaml
from proceedings.problem import Place

INDENT = 2
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class NoPlaceError(Exception):
    """The file has no place where a value could be written. Its text says why, in words that follow its name."""


class _Pair(NamedTuple):
    key: Node
    value: Node


def with_values(text: str, values: Mapping[Place, object]) -> str:
    """The text with each value at its place; None takes the key away. Values are scalars, lists and mappings.

    Mappings on the way to a place are made where they are not there. Raises NoPlaceError.
    """
    for at, value in values.items():
        text = _with_value(text, at, value)
    return text


def _with_value(text: str, at: Place, value: object) -> str:
    root = _composed(text)
    if root is None or _is_empty(root):
        edited = text if value is None else _joined(text, as_yaml(_nested(at, value)))
    else:
        edited = _edited(text, root, at, value)
    if edited == text:
        return text
    try:
        says_it = (_plain(_composed(edited)) or {}) == _with(_plain(root), at, _read(value))
    except RecursionError as error:
        raise NoPlaceError("has an alias of what it stands in") from error
    if not says_it:
        raise NoPlaceError(f"has no place for `{'.'.join(map(str, at))}`: write it there by hand")
    return edited.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else edited


def _edited(text: str, root: Node, at: Place, value: object) -> str:
    """The text where the deepest mapping that is there has the rest of the place."""
    node, depth = root, 0
    while depth < len(at) - 1 and (deeper := _child(node, at[depth])) is not None and not _is_empty(deeper):
        node, depth = deeper, depth + 1
    if not isinstance(node, CollectionNode):
        raise NoPlaceError(f"has `{at[depth - 1]}` as one value, not as keys")
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
        return _taken_away(text, node, pair)
    if pair is None:
        return _added(text, node, str(step), value)
    return _replaced(text, node, pair.value, value, pair.key)


def _replaced(text: str, parent: CollectionNode, old: Node, value: object, key: Node | None = None) -> str:
    start, end = old.start_mark.index, _end(text, old)
    if key is not None and start < key.end_mark.index:
        raise NoPlaceError(f"has `{key.value}` as an alias of another place (line {key.start_mark.line + 1})")
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
        if following is not None and not text[end : following.start_mark.index].strip():
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
    end: int = node.end_mark.index
    return len(text[:end].rstrip()) if isinstance(node, ScalarNode) and node.style in ("|", ">") else end


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
    return isinstance(node, ScalarNode) and node.style in (None, "") and node.value in EMPTY


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


def _composed(text: str) -> Node | None:
    try:
        root: Node | None = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise NoPlaceError("is no YAML: `make check` says what is wrong with it") from error
    return root


def _plain(root: Node | None) -> object:
    """Every scalar as its text."""
    return None if root is None else yaml.CBaseLoader("").construct_document(root)


def _read(value: object) -> object:
    """The value as it is read back: every scalar as its text."""
    return None if value is None else yaml.load(as_yaml(value), Loader=yaml.CBaseLoader)


def _joined(text: str, entry: str) -> str:
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{entry}"
