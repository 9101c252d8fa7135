"""What a PDF carries beside its pages: active content, attachments, form fields, remarks of reviewers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import pikepdf
from pikepdf import Dictionary

from proceedings.pdf.pdf_actions import ActionHolder, action_holders, actions_on, active_kinds
from proceedings.pdf.pdf_geometry import box_of, displayed_box, page_geometry
from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import PdfValue, entry, identity, items, text
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

WHEN_OPENED = "when the file is opened"

LONGEST_TITLE = 60
"""Characters of a bookmark by which it is named."""


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
    return tuple(dict.fromkeys([*_named_scripts(pdf), *_media(shown), *_actions(pdf, list(pages), shown)]))


def _named_scripts(pdf: pikepdf.Pdf) -> Iterator[ExtraFacts]:
    scripts = name_tree_items(entry(entry(pdf.Root, "/Names"), "/JavaScript"))
    if next(scripts, None):
        yield ExtraFacts(name=f"JavaScript ({WHEN_OPENED})")


def _media(shown: Iterable[Shown]) -> Iterator[ExtraFacts]:
    for each in shown:
        if each.kind in ACTIVE_ANNOTATIONS:
            yield each.named(ACTIVE_ANNOTATIONS[each.kind])


def _actions(pdf: pikepdf.Pdf, pages: Sequence[PdfValue], shown: Sequence[Shown]) -> Iterator[ExtraFacts]:
    places = _places(shown)
    for holder in action_holders(pdf, pages):
        if holder.kind == "field" and identity(holder.part) in places:
            continue  # it came as the annotation that it is too
        for of, key in actions_on(holder.part):
            for what in active_kinds(entry(of, key)):
                yield _placed(what, key, holder, pages, places)


def _placed(
    what: str, key: str, holder: ActionHolder, pages: Sequence[PdfValue], places: Mapping[tuple[int, int], Shown]
) -> ExtraFacts:
    """What an action does, with the place of what it hangs on, or with a word for it where it lies on no page."""
    match holder.kind:
        case "annotation" if holder.page:
            return Shown(holder.part, "", pages[holder.page - 1], holder.page).named(what)
        case "page":
            return ExtraFacts(name=what, page=holder.page)
        case "field" if widget := _widget_of(holder.part, places):
            return widget.named(what)
        case "field":
            return ExtraFacts(name=f"{what} (in the form)")
        case "bookmark":
            return ExtraFacts(name=f"{what} (in the bookmark “{text(entry(holder.part, '/Title'), LONGEST_TITLE)}”)")
        case _:
            return ExtraFacts(name=f"{what} ({WHEN_OPENED if key == '/OpenAction' else 'in the whole file'})")


def attachments(pdf: pikepdf.Pdf, shown: Iterable[Shown]) -> tuple[ExtraFacts, ...]:
    """The embedded files, each once, those that a page shows first; several may go by one name."""
    pinned = [each for each in shown if each.kind == "FileAttachment"]
    on_pages = [(entry(each.annotation, "/FS"), each) for each in pinned]
    others = [(file, None) for _, file in name_tree_items(entry(entry(pdf.Root, "/Names"), "/EmbeddedFiles"))]
    found, seen = [], set()
    for file, place in [*on_pages, *others]:
        content = identity(entry(entry(file, "/EF"), "/F"))
        if content is None or content not in seen:
            seen.add(content)
            name = _name_of_file(file)
            found.append(place.named(name) if place else ExtraFacts(name=name))
    return tuple(found)


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


def signature_count(pdf: pikepdf.Pdf) -> int:
    """How many fields of the form hold a digital signature, which any change of the file makes void."""
    signed = (field for field in form_fields(pdf) if isinstance(entry(field, "/V"), Dictionary))
    return sum(text(entry(field, "/FT")) == "Sig" for field in signed)


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
