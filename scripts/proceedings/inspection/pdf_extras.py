"""What a PDF carries beside its pages: active content, attachments, form fields, remarks of reviewers."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from proceedings.pdf.pdf_geometry import PageGeometry, box_of, displayed_box
from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, identity, items, text
from proceedings.pdf.pdf_targets import ACTIVE_ACTIONS
from proceedings.records.facts import AnnotationFacts

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


def active_content(pdf: pikepdf.Pdf, pages: list[PdfValue]) -> tuple[str, ...]:
    """Each piece of active content and where it sits, once: "JavaScript (when the file is opened)"."""
    return tuple(dict.fromkeys(f"{what} ({where})" for what, where in _active(pdf, pages)))


def _active(pdf: pikepdf.Pdf, pages: list[PdfValue]) -> Iterator[tuple[str, str]]:
    root = pdf.Root
    yield from _of_action(entry(root, "/OpenAction"), "when the file is opened")
    yield from _of_triggers(root, "in the whole file")
    if next(name_tree_items(entry(entry(root, "/Names"), "/JavaScript")), None):
        yield "JavaScript", "when the file is opened"
    for number, page in enumerate(pages, 1):
        yield from _on_page(page, f"page {number}")
    for field in form_fields(pdf):
        yield from _of_triggers(field, "in the form")


def _on_page(page: PdfValue, where: str) -> Iterator[tuple[str, str]]:
    yield from _of_triggers(page, where)
    for annotation in _annotations(page):
        kind = text(entry(annotation, "/Subtype"))
        if kind in ACTIVE_ANNOTATIONS:
            yield ACTIVE_ANNOTATIONS[kind], where
        yield from _of_action(entry(annotation, "/A"), where)
        yield from _of_triggers(annotation, where)


def _annotations(page: PdfValue) -> Iterator[PdfValue]:
    return items(entry(page, "/Annots"))


def _of_triggers(holder: PdfValue, where: str) -> Iterator[tuple[str, str]]:
    for _, action in entries(entry(holder, "/AA")):
        yield from _of_action(action, where)


def _of_action(action: PdfValue, where: str) -> Iterator[tuple[str, str]]:
    """The active ones of an action and those that follow it."""
    waiting = [action]
    for _ in range(LONGEST_CHAIN):
        if not waiting:
            return
        if (current := waiting.pop()) is None:
            continue
        if kind := ACTIVE_ACTIONS.get(text(entry(current, "/S"))):
            yield kind, where
        following = entry(current, "/Next")
        waiting.extend(items(following) if isinstance(following, Array) else [following])


def attachments(pdf: pikepdf.Pdf, pages: list[PdfValue]) -> tuple[str, ...]:
    """Names of the embedded files, from the catalog and from attachment annotations."""
    files = [file for _, file in name_tree_items(entry(entry(pdf.Root, "/Names"), "/EmbeddedFiles"))]
    for page in pages:
        for annotation in _annotations(page):
            if entry(annotation, "/Subtype") == Name.FileAttachment:
                files.append(entry(annotation, "/FS"))
    names = (text(entry(file, "/UF")) or text(entry(file, "/F")) or "a file without a name" for file in files)
    return tuple(dict.fromkeys(names))


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


def count_form_fields(pdf: pikepdf.Pdf, pages: list[PdfValue]) -> int:
    """Fields of the form; where the file lists none, the fields that are shown on its pages all the same."""
    shown = (entry(annotation, "/Subtype") == Name.Widget for page in pages for annotation in _annotations(page))
    return len(form_fields(pdf)) or sum(shown)


def has_xfa(pdf: pikepdf.Pdf) -> bool:
    """Whether the form is one of Adobe's XFA forms, which only Acrobat shows."""
    return entry(entry(pdf.Root, "/AcroForm"), "/XFA") is not None


def remarks(page: PdfValue, number: int, geometry: PageGeometry) -> Iterator[AnnotationFacts]:
    """Annotations that are neither links, form fields, attachments nor media: notes, highlights, stamps."""
    for annotation in _annotations(page):
        kind = text(entry(annotation, "/Subtype"))
        if kind and kind not in NO_REMARKS:
            box = box_of(entry(annotation, "/Rect"))
            yield AnnotationFacts(
                page=number,
                kind=kind,
                box=displayed_box(geometry, box) if box else None,
                contents=text(entry(annotation, "/Contents")),
            )
