"""The nodes of a YAML text with their places, aliases where they stand and not what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, NodeEvent, ScalarEvent, SequenceStartEvent
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class Pair(NamedTuple):
    """A key of a mapping and its value."""

    key: Node
    value: Node


class Alias(ScalarNode):
    """`*name`, with its own place, and not that of what it stands for."""


def tree_of(text: str) -> Node | None:
    """The nodes of a text, aliases where they stand. Raises YAMLError."""
    events = yaml.parse(text, Loader=yaml.CBaseLoader)
    first = next((each for each in events if isinstance(each, NodeEvent)), None)
    return None if first is None else _node(first, events)


def _node(event: Any, events: Iterator[Any]) -> Node:  # noqa: ANN401  # events of libyaml are untyped
    """The node that an event begins, with all that is inside it."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, AliasEvent):
        return Alias("", event.anchor, start, end)
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


def child_of(node: Node, step: str | int) -> Node | None:
    """The value of a key, or the item of a number; None where there is none."""
    if isinstance(node, SequenceNode):
        return node.value[step] if isinstance(step, int) and step < len(node.value) else None
    pair = pair_of(node, step) if isinstance(node, MappingNode) else None
    return pair.value if pair else None


def pair_of(node: MappingNode, step: str | int) -> Pair | None:
    """The pair of a key; of one that is there twice the last, which holds."""
    found = [pair for pair in node.value if isinstance(pair[0], ScalarNode) and pair[0].value == step]
    return Pair(*found[-1]) if found else None


def is_empty(node: Node) -> bool:
    """Whether nothing is written, or a plain `null`."""
    return isinstance(node, ScalarNode) and not node.style and node.value in EMPTY and not isinstance(node, Alias)


def end_of(text: str, node: Node) -> int:
    """Behind the last character that is the node's own; libyaml puts the mark of a block behind the remarks too."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        if isinstance(node, SequenceNode):
            return end_of(text, node.value[-1])
        key, value = node.value[-1]
        return max(int(key.end_mark.index), end_of(text, value))
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if not isinstance(node, ScalarNode) or node.style not in ("|", ">") or "+" in text[start : text.find("\n", start)]:
        return end
    return len(text[:end].rstrip())


def line_end(text: str, index: int) -> int:
    """Behind the line in which `index` stands, its remark and its line feed."""
    found = text.find("\n", max(index - 1, 0) if text[index - 1 : index] == "\n" else index)
    return len(text) if found < 0 else found + 1
