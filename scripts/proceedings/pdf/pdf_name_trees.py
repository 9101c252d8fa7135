"""Name trees: how a PDF keeps its named destinations and attachments, read safely and written anew.

Number trees, which find the tags of a page, are built alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Object, Pdf, String

FULL = 64
"""Entries in a leaf and kids of a node; a tree of three levels then holds 262,144 of them."""


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
    return _tree(pdf, "/Names", [(String(name), names[name]) for name in sorted(names)])


def make_number_tree(pdf: Pdf, numbers: Mapping[int, Object]) -> Object:
    """A balanced number tree."""
    return _tree(pdf, "/Nums", [(number, numbers[number]) for number in sorted(numbers)])


def _tree(pdf: Pdf, key: str, pairs: Sequence[tuple[String | int, Object]]) -> Object:
    nodes = [_leaf(pdf, key, pairs[start : start + FULL]) for start in range(0, len(pairs), FULL)]
    while len(nodes) > FULL:
        nodes = [_node(pdf, nodes[start : start + FULL]) for start in range(0, len(nodes), FULL)]
    return pdf.make_indirect(Dictionary(Kids=Array(nodes)))


def _leaf(pdf: Pdf, key: str, pairs: Sequence[tuple[String | int, Object]]) -> Object:
    limits = Array([pairs[0][0], pairs[-1][0]])
    return pdf.make_indirect(Dictionary({"/Limits": limits, key: Array([part for pair in pairs for part in pair])}))


def _node(pdf: Pdf, kids: Sequence[Object]) -> Object:
    limits = Array([kids[0].Limits[0], kids[-1].Limits[1]])
    return pdf.make_indirect(Dictionary(Limits=limits, Kids=Array(kids)))
