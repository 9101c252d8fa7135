"""What a PDF carries besides what its pages draw and where they lead, in plain records that know no PDF library.

Pages count from 0 within the file, or within the paper where it is a paper's part of the volume.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from proceedings.verification.readback import Rect

ACTIVE = frozenset(
    {
        "GoTo3DView",
        "ImportData",
        "JavaScript",
        "Launch",
        "Movie",
        "Rendition",
        "RichMediaExecute",
        "Sound",
        "SubmitForm",
    }
)
"""Actions that run, start, play or send something."""


class AnnotationRead(NamedTuple):
    """An annotation that is no link. `look`: the digest of its appearance, empty for one without.

    `hidden`: its own flags say that no reader shows it.
    """

    page: int
    kind: str
    rect: Rect
    words: str
    look: bytes
    hidden: bool = False


class FieldRead(NamedTuple):
    """A form field by its full name. `value` and `looks` (one for each place that shows it) are digests.

    `font`: the digest of the font in which one types into it; empty where the form does not have it.
    """

    name: str
    kind: str
    value: bytes
    looks: tuple[bytes, ...]
    font: bytes = b""


class LayerRead(NamedTuple):
    """A layer (optional content group), and whether it shows when the file is opened. `pages`: those that use it."""

    name: str
    shown: bool
    pages: frozenset[int]


class AttachedRead(NamedTuple):
    """An embedded file. `key`: its name in the tree of embedded files; `page`: that of the pin that shows it first."""

    name: str
    sha256: str
    key: str
    page: int | None


class ActiveRead(NamedTuple):
    """Something that runs, starts, sends or certifies; `page` None for what belongs to the whole file."""

    kind: str
    page: int | None


class OnPage(Protocol):
    """What lies on a page."""

    @property
    def page(self) -> int | None:
        """The page, None for what lies on none."""
        ...


Lying = TypeVar("Lying", bound=OnPage)


@dataclass(frozen=True)
class Held:
    """Everything of these kinds. `elements` counts the elements of the structure tree by page and by standard type."""

    annotations: Sequence[AnnotationRead] = ()
    fields: Sequence[FieldRead] = ()
    layers: Sequence[LayerRead] = ()
    attached: Sequence[AttachedRead] = ()
    active: Sequence[ActiveRead] = ()
    elements: Mapping[int | None, Counter[str]] = field(default_factory=dict)

    def structure(self) -> Counter[str]:
        """How many elements of each type the structure tree has."""
        return sum(self.elements.values(), Counter[str]())

    def fonts_of_fields(self) -> list[tuple[str, bytes]]:
        """The font in which one types into each field, where the form has it."""
        return [(each.name, each.font) for each in self.fields if each.font]

    def of_paper(self, paper: str, first: int, count: int) -> Held:
        """What a volume holds of a paper whose pages are `count` from `first`; names without the paper's namespace.

        A layer that no page uses belongs to nobody.
        """
        pages = range(first, first + count)
        pinned = [each for page in pages for each in self._attached_by_page.get(page, ())]
        return Held(
            annotations=[
                each._replace(page=page - first) for page in pages for each in self._annotations_by_page.get(page, ())
            ],
            fields=self._fields_by_namespace.get(paper, ()),
            layers=[each for each in self.layers if not each.pages.isdisjoint(pages)],
            attached=[*pinned, *self._attached_by_namespace.get(paper, ())],
            active=[each for page in pages for each in self._active_by_page.get(page, ())],
            elements={page - first: self.elements[page] for page in pages if page in self.elements},
        )

    def fields_of_others(self, papers: Collection[str]) -> list[FieldRead]:
        """The fields of a volume that are in no paper's namespace."""
        return [each for each in self.fields if _namespace(each.name) not in papers]

    def without_structure(self) -> Held:
        """All but the structure tree."""
        return replace(self, elements={})

    def with_unused_layers(self, stamped: Held, volume: Held) -> Held:
        """With the layers that no page of the stamped paper uses, as far as the volume has such."""
        known = stamped.unused_layers() & volume.unused_layers()
        return replace(self, layers=[*self.layers, *(LayerRead(*each, frozenset()) for each in known.elements())])

    def unused_layers(self) -> Counter[tuple[str, bool]]:
        """Layers that no page uses, by name and whether they show."""
        return Counter((each.name, each.shown) for each in self.layers if not each.pages)

    @cached_property
    def _annotations_by_page(self) -> Mapping[int | None, Sequence[AnnotationRead]]:
        return _by_page(self.annotations)

    @cached_property
    def _active_by_page(self) -> Mapping[int | None, Sequence[ActiveRead]]:
        return _by_page(self.active)

    @cached_property
    def _attached_by_page(self) -> Mapping[int | None, Sequence[AttachedRead]]:
        return _by_page(self.attached)

    @cached_property
    def _attached_by_namespace(self) -> Mapping[str, Sequence[AttachedRead]]:
        grouped: dict[str, list[AttachedRead]] = {}
        for each in self.attached:
            if each.page is None:
                grouped.setdefault(each.key.partition("/")[0], []).append(each)
        return grouped

    @cached_property
    def _fields_by_namespace(self) -> Mapping[str, Sequence[FieldRead]]:
        grouped: dict[str, list[FieldRead]] = {}
        for each in self.fields:
            name = each.name.partition(".")[2]
            grouped.setdefault(_namespace(each.name), []).append(each._replace(name=name))
        return grouped


def _by_page(things: Iterable[Lying]) -> dict[int | None, list[Lying]]:
    pages: dict[int | None, list[Lying]] = {}
    for each in things:
        pages.setdefault(each.page, []).append(each)
    return pages


def _namespace(field: str) -> str:
    """A dot parts the names of fields, so that one in a paper's id is written as a colon."""
    return field.partition(".")[0].replace(":", ".")
