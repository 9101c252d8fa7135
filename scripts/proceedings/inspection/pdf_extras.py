"""What a PDF carries beside its pages: active content, attachments, form fields, remarks of reviewers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary

from proceedings.pdf.pdf_geometry import box_of, displayed_box, page_geometry
from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, identity, items, text
from proceedings.pdf.pdf_targets import ACTIVE_ACTIONS
from proceedings.records.facts import AnnotationFacts, ExtraFacts
from proceedings.records.record import Box

ACTIVE_ANNOTATIONS = {
    "RichMedia": "rich media",
    "3D": "a 3D scene",
    "Screen": "a media clip",
    "Movie": "a movie",
    "Sound": "a sound",
}
NO_REMARKS = {"Link", "Widget", "Popup", "FileAttachment", "PrinterMark", "TrapNet", *ACTIVE_ANNOTATIONS}
"""Annotation types that nobody writes as a remark to the authors; the rest is taken for one."""

LONGEST_CHAIN = 100


class Shown(NamedTuple):
    """An annotation, its kind, and the page on which it lies."""

    annotation: PdfValue
    kind: str
    page: PdfValue
    number: int

    @property
    def box(self) -> Box | None:
        """Where it lies on the page as displayed; None for one without an area."""
        box = box_of(entry(self.annotation, "/Rect"))
        return displayed_box(page_geometry(self.page), box) if box else None

    def named(self, name: str) -> ExtraFacts:
        """What is called so and lies there."""
        return ExtraFacts(name=name, page=self.number, box=self.box)


def shown_on(pages: Iterable[PdfValue]) -> list[Shown]:
    """The annotations of all pages, in their order."""
    return [
        Shown(annotation, text(entry(annotation, "/Subtype")), page, number)
        for number, page in enumerate(pages, 1)
        for annotation in items(entry(page, "/Annots"))
    ]


def active_content(pdf: pikepdf.Pdf, pages: Iterable[PdfValue], shown: Sequence[Shown]) -> tuple[ExtraFacts, ...]:
    """Each piece of active content, once; `shown` are the annotations of the pages."""
    return tuple(dict.fromkeys([*_of_file(pdf), *_of_pages(pages), *_of_annotations(shown), *_of_fields(pdf, shown)]))


def _of_file(pdf: pikepdf.Pdf) -> Iterator[ExtraFacts]:
    scripts = name_tree_items(entry(entry(pdf.Root, "/Names"), "/JavaScript"))
    named = ["JavaScript"] if next(scripts, None) else []
    for what in (*_of_action(entry(pdf.Root, "/OpenAction")), *named):
        yield ExtraFacts(name=f"{what} (when the file is opened)")
    for what in _of_triggers(pdf.Root):
        yield ExtraFacts(name=f"{what} (in the whole file)")


def _of_pages(pages: Iterable[PdfValue]) -> Iterator[ExtraFacts]:
    for number, page in enumerate(pages, 1):
        for what in _of_triggers(page):
            yield ExtraFacts(name=what, page=number)


def _of_annotations(shown: Iterable[Shown]) -> Iterator[ExtraFacts]:
    for each in shown:
        if each.kind in ACTIVE_ANNOTATIONS:
            yield each.named(ACTIVE_ANNOTATIONS[each.kind])
        for what in (*_of_action(entry(each.annotation, "/A")), *_of_triggers(each.annotation)):
            yield each.named(what)


def _of_fields(pdf: pikepdf.Pdf, shown: Sequence[Shown]) -> Iterator[ExtraFacts]:
    """Of the fields that are no annotations themselves: those with several, and those that no page shows."""
    places = _places(shown)
    for field in form_fields(pdf):
        if identity(field) not in places:
            widget = _widget_of(field, places)
            for what in _of_triggers(field):
                yield widget.named(what) if widget else ExtraFacts(name=f"{what} (in the form)")


def _of_triggers(holder: PdfValue) -> Iterator[str]:
    for _, action in entries(entry(holder, "/AA")):
        yield from _of_action(action)


def _of_action(action: PdfValue) -> Iterator[str]:
    """The active ones of an action and those that follow it."""
    waiting = [action]
    for _ in range(LONGEST_CHAIN):
        if not waiting:
            return
        if (current := waiting.pop()) is None:
            continue
        if kind := ACTIVE_ACTIONS.get(text(entry(current, "/S"))):
            yield kind
        following = entry(current, "/Next")
        waiting.extend(items(following) if isinstance(following, Array) else [following])


def attachments(pdf: pikepdf.Pdf, shown: Iterable[Shown]) -> tuple[ExtraFacts, ...]:
    """The embedded files by name, from the catalog and from attachment annotations."""
    files = name_tree_items(entry(entry(pdf.Root, "/Names"), "/EmbeddedFiles"))
    pinned = [each for each in shown if each.kind == "FileAttachment"]
    return tuple(
        dict.fromkeys(
            [
                *(ExtraFacts(name=_name_of_file(file)) for _, file in files),
                *(each.named(_name_of_file(entry(each.annotation, "/FS"))) for each in pinned),
            ]
        )
    )


def _name_of_file(file: PdfValue) -> str:
    return text(entry(file, "/UF")) or text(entry(file, "/F")) or "a file without a name"


def form_fields(pdf: pikepdf.Pdf) -> list[PdfValue]:
    """The fields of an interactive form that a reader can fill in; groups of fields are left out."""
    fields: list[PdfValue] = []
    seen: set[PdfValue] = set()
    waiting = list(items(entry(entry(pdf.Root, "/AcroForm"), "/Fields")))
    while waiting:
        field = waiting.pop()
        number = identity(field)
        if number in seen or not isinstance(field, Dictionary):
            continue
        if number is not None:
            seen.add(number)
        kids = [kid for kid in items(entry(field, "/Kids")) if entry(kid, "/T") is not None]
        waiting.extend(kids)
        if not kids:
            fields.append(field)
    return fields


def field_facts(pdf: pikepdf.Pdf, shown: Sequence[Shown]) -> tuple[ExtraFacts, ...]:
    """Fields of the form, each where it lies first; where the file lists none, those that are shown all the same."""
    places = _places(shown)
    if fields := form_fields(pdf):
        named = ((text(entry(field, "/T")), _widget_of(field, places)) for field in fields)
        return tuple(widget.named(name) if widget else ExtraFacts(name=name) for name, widget in named)
    return tuple(each.named(text(entry(each.annotation, "/T"))) for each in shown if each.kind == "Widget")


def _places(shown: Sequence[Shown]) -> dict[tuple[int, int], Shown]:
    """The annotations of fields by their objects, each on the first page that shows it."""
    widgets = ((identity(each.annotation), each) for each in reversed(shown) if each.kind == "Widget")
    return {number: each for number, each in widgets if number is not None}


def _widget_of(field: PdfValue, places: Mapping[tuple[int, int], Shown]) -> Shown | None:
    """The annotation that shows a field, itself or the first of its kids that lies on a page."""
    numbers = (identity(each) for each in (field, *items(entry(field, "/Kids"))))
    return next((places[number] for number in numbers if number is not None and number in places), None)


def has_xfa(pdf: pikepdf.Pdf) -> bool:
    """Whether the form is one of Adobe's XFA forms, which only Acrobat shows."""
    return entry(entry(pdf.Root, "/AcroForm"), "/XFA") is not None


def remarks(shown: Iterable[Shown]) -> Iterator[AnnotationFacts]:
    """Annotations that are neither links, form fields, attachments nor media: notes, highlights, stamps."""
    for each in shown:
        if each.kind and each.kind not in NO_REMARKS:
            contents = text(entry(each.annotation, "/Contents"))
            yield AnnotationFacts(page=each.number, kind=each.kind, box=each.box, contents=contents)
