"""Dictionaries and arrays of a PDF that may hold anything: read without trust, copied, joined."""

from __future__ import annotations

from typing import cast

from pikepdf import Array, Dictionary, Object


def copied(value: object) -> Dictionary:
    """A direct copy of a dictionary, its values shared; an empty one for anything else."""
    return cast(Dictionary, value.copy()) if isinstance(value, Dictionary) else Dictionary()


def items(holder: object, key: str) -> list[Object]:
    """The elements of a dictionary's array; nothing for anything else."""
    value = holder.get(key) if isinstance(holder, Dictionary) else None
    return list(value) if isinstance(value, Array) else []


def dictionaries(holder: object, key: str) -> list[Dictionary]:
    """The dictionaries among the elements of a dictionary's array."""
    return [each for each in items(holder, key) if isinstance(each, Dictionary)]


def entry(holder: Object, key: str, fresh: Object) -> Object:
    """The holder's value for the key, which is set to `fresh` where there is none yet."""
    if key not in holder:
        holder[key] = fresh
    return holder[key]


def drop(holder: Object, key: str) -> None:
    """Take a key out, if it is there."""
    if key in holder:
        del holder[key]
