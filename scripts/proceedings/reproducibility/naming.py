"""What an item is called in a sentence."""

from __future__ import annotations

from proceedings.reproducibility.ladder import Item, name_of
from proceedings.wording import shortened


def named(item: Item) -> str:
    """`SW1 (PyTorch)`, the name shortened; the name or the id alone where the other is not given."""
    name = shortened(name_of(item), 40)
    return f"{item.id} ({name})" if item.id and name else item.id or name
