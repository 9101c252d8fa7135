"""Dictionaries of a PDF that may hold anything: copied, filled and emptied with the same distrust as they are read."""

from __future__ import annotations

from typing import cast

from pikepdf import Dictionary, Object

from proceedings.pdf.pdf_objects import PdfValue, entry, items


def copied(value: object) -> Dictionary:
    """A direct copy of a dictionary, its values shared; an empty one for anything else."""
    return cast(Dictionary, value.copy()) if isinstance(value, Dictionary) else Dictionary()


def elements(holder: PdfValue, key: str) -> list[PdfValue]:
    """The elements of a dictionary's array; nothing for anything else."""
    return list(items(entry(holder, key)))


def dictionaries(holder: PdfValue, key: str) -> list[Dictionary]:
    """The dictionaries among the elements of a dictionary's array."""
    return [each for each in elements(holder, key) if isinstance(each, Dictionary)]


def entry_or(holder: Object, key: str, fresh: Object) -> Object:
    """The holder's value for the key, which is set to `fresh` where there is none yet."""
    if key not in holder:
        holder[key] = fresh
    return holder[key]


def drop(holder: Object, key: str) -> None:
    """Take a key out, if it is there."""
    if key in holder:
        del holder[key]
