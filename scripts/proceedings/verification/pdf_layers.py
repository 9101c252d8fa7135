"""Reads the layers (optional content groups) of a PDF with pypdf's raw objects, and which pages use them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdf.generic import DictionaryObject, IndirectObject

from proceedings.verification.held import LayerRead
from proceedings.verification.pdf_navigation import Page, elements, entry, resolved

Groups = frozenset[int]
"""Layers by their object numbers."""


def read_layers(root: Any, pages: Sequence[Page]) -> list[LayerRead]:  # noqa: ANN401 (an object of pypdf)
    """The layers in the order of the catalog. Where it has none the pages are not looked at."""
    catalog = entry(root, "/OCProperties")
    groups = [each for each in elements(entry(catalog, "/OCGs")) if isinstance(each, IndirectObject)]
    if not groups:
        return []
    shown = _shown(entry(catalog, "/D"), {each.idnum for each in groups})
    users: dict[int, set[int]] = {}
    reach = _Reach()
    for index, (_, page) in enumerate(pages):
        for group in reach.of_page(page):
            users.setdefault(group, set()).add(index)
    return [
        LayerRead(str(entry(resolved(each), "/Name") or ""), each.idnum in shown, frozenset(users.get(each.idnum, ())))
        for each in groups
    ]


def _shown(settings: Any, groups: set[int]) -> set[int]:  # noqa: ANN401 (an object of pypdf)
    on, off = (
        {each.idnum for each in elements(entry(settings, key)) if isinstance(each, IndirectObject)}
        for key in ("/ON", "/OFF")
    )
    return on & groups if entry(settings, "/BaseState") == "/OFF" else groups - off


class _Reach:
    """The layers that pages use, in their content or around their forms, images and annotations."""

    def __init__(self) -> None:
        """What is shared by pages is looked into once."""
        self._known: dict[int, Groups] = {}

    def of_page(self, page: DictionaryObject) -> Groups:
        """The layers of one page."""
        annotations = (_member(resolved(each)) for each in elements(entry(page, "/Annots")))
        return self._of_resources(page).union(*annotations)

    def _of_resources(self, holder: Any) -> Groups:  # noqa: ANN401 (an object of pypdf)
        resources = entry(holder, "/Resources")
        named = (_groups(each) for each in _values(resources, "/Properties"))
        drawn = (self._of_drawn(each) for key in ("/XObject", "/Pattern") for each in _values(resources, key))
        return Groups().union(*named, *drawn)

    def _of_drawn(self, reference: Any) -> Groups:  # noqa: ANN401 (an object of pypdf)
        if not isinstance(reference, IndirectObject):
            return Groups()
        if reference.idnum not in self._known:
            self._known[reference.idnum] = Groups()  # a form may name itself in its own resources
            drawn = resolved(reference)
            self._known[reference.idnum] = _member(drawn) | self._of_resources(drawn)
        return self._known[reference.idnum]


def _values(table: Any, key: str) -> Iterator[Any]:  # noqa: ANN401 (an object of pypdf)
    group = entry(table, key)
    yield from dict.values(group) if isinstance(group, DictionaryObject) else ()


def _member(holder: Any) -> Groups:  # noqa: ANN401 (an object of pypdf)
    """The layers to which a form, an image or an annotation belongs."""
    return _groups(holder.raw_get("/OC")) if isinstance(holder, DictionaryObject) and "/OC" in holder else Groups()


def _groups(reference: Any) -> Groups:  # noqa: ANN401 (an object of pypdf)
    """A layer itself, or those of a membership (OCMD), whose expressions name no others."""
    thing = resolved(reference)
    if entry(thing, "/Type") != "/OCMD":
        return Groups({reference.idnum}) if isinstance(reference, IndirectObject) else Groups()
    one = thing.raw_get("/OCGs") if "/OCGs" in thing else None
    several = elements(resolved(one)) or [one]
    return Groups(each.idnum for each in several if isinstance(each, IndirectObject))
