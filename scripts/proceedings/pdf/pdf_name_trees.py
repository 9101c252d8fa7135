"""Name trees: how a PDF keeps its named destinations and attachments, read safely and written anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Object, Pdf, String

FULL = 64
"""Names in a leaf and kids of a node; a tree of three levels then holds 262,144 names."""


def name_tree_items(tree: object) -> Iterator[tuple[bytes, Object]]:
    """All (name, value) of a name tree in the order of the file; damaged nodes and cycles are passed over."""
    pending: list[object] = [tree]
    visited: set[tuple[int, int]] = set()
    while pending:
        node = pending.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in visited):
            continue
        visited.add(node.objgen)
        names, kids = node.get("/Names"), node.get("/Kids")
        if isinstance(names, Array):
            entries = list(names)
            yield from ((bytes(key), value) for key, value in _pairs(entries) if isinstance(key, String))
        if isinstance(kids, Array):
            pending.extend(reversed(list(kids)))


def _pairs(entries: Sequence[Object]) -> Iterator[tuple[Object, Object]]:
    """Keys and values of a node's list; a last key without a value is left out."""
    return zip(entries[::2], entries[1::2], strict=False)


def make_name_tree(pdf: Pdf, names: Mapping[bytes, Object]) -> Object:
    """A balanced name tree: sorted by bytes, every node but the root with its limits."""
    ordered = sorted(names)
    nodes = [_leaf(pdf, names, ordered[start : start + FULL]) for start in range(0, len(ordered), FULL)]
    while len(nodes) > FULL:
        nodes = [_node(pdf, nodes[start : start + FULL]) for start in range(0, len(nodes), FULL)]
    return pdf.make_indirect(Dictionary(Kids=Array(nodes)))


def _leaf(pdf: Pdf, names: Mapping[bytes, Object], keys: Sequence[bytes]) -> Object:
    pairs = [part for key in keys for part in (String(key), names[key])]
    limits = Array([String(keys[0]), String(keys[-1])])
    return pdf.make_indirect(Dictionary(Limits=limits, Names=Array(pairs)))


def _node(pdf: Pdf, kids: Sequence[Object]) -> Object:
    limits = Array([kids[0].Limits[0], kids[-1].Limits[1]])
    return pdf.make_indirect(Dictionary(Limits=limits, Kids=Array(kids)))
