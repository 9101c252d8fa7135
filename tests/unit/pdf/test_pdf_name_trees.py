from __future__ import annotations

import random

import pytest
from pikepdf import Array, Dictionary, Pdf, String

from proceedings.pdf.pdf_name_trees import make_name_tree, name_tree_items


@pytest.mark.parametrize("count", [1, 64, 65, 5000])
def test_a_tree_holds_all_names_sorted_and_limited(count: int) -> None:
    with Pdf.new() as pdf:
        names = [f"{number:x}".encode() for number in range(count)]
        random.Random(1).shuffle(names)
        tree = make_name_tree(pdf, {name: Array([0]) for name in names})
        assert [name for name, _ in name_tree_items(tree)] == sorted(names)
        assert "/Limits" not in tree
        for kid in tree.Kids:
            found = [name for name, _ in name_tree_items(kid)]
            assert [bytes(limit) for limit in kid.Limits] == [found[0], found[-1]]
        assert len(tree.Kids) <= 64


def test_a_tree_that_bites_its_tail_ends() -> None:
    with Pdf.new() as pdf:
        leaf = Dictionary(Names=Array([String("a"), 1, 2, 3, String("last")]))
        tree = pdf.make_indirect(Dictionary(Kids=Array([leaf, 5])))
        tree.Kids.append(tree)
        assert [name for name, _ in name_tree_items(tree)] == [b"a"]
        assert list(name_tree_items(None)) == []
