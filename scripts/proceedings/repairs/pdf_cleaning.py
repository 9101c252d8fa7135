"""What is taken out of a file on request: encryption, scripts, remarks of reviewers, attached files.

Each function works on an open file and says in a clause what it did; empty where there was nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pikepdf import Array, Dictionary, Object, Pdf

from proceedings.inspection import pdf_extras
from proceedings.pdf.pdf_actions import Cleaned, action_holders, actions_on, cleaned_action
from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_objects import PdfValue, entry, text
from proceedings.wording import counted, listed_briefly, page_list, shortened, with_pages

Cleaning = Callable[[Pdf], str]

SHOWN_PART = frozenset({"/Type", "/Subtype", "/Rect"})
"""What is left of an annotation that was taken off its page: other objects may still name it."""


def take_off_encryption(pdf: Pdf) -> str:
    """Every file is saved without encryption; this only says whether there was any."""
    return "its encryption was taken off" if pdf.is_encrypted else ""


def take_out_active_content(pdf: Pdf) -> str:
    """Scripts, programs to start and the sending of forms, wherever they hang; a film or sound itself stays."""
    pages = [page.obj for page in pdf.pages]
    before = pdf_extras.active_content(pdf, pages, pdf_extras.shown_on(pages))
    cleaned: Cleaned = {}
    for holder in action_holders(pdf, pages):
        _clean_actions(holder.part, cleaned)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        drop(names, "/JavaScript")
    left = pdf_extras.active_content(pdf, pages, pdf_extras.shown_on(pages))
    gone = with_pages((each.name, each.page) for each in before if each not in left)
    return f"{listed_briefly(gone)} {'was' if len(gone) == 1 else 'were'} taken out" if gone else ""


def take_out_remarks(pdf: Pdf) -> str:
    """Notes, highlights and the like with their pop-ups; links and form fields stay."""
    gone = [
        (number, remark)
        for number, page in enumerate(pdf.pages, 1)
        for remark in _take_off(page.obj, lambda kind: kind not in pdf_extras.NO_REMARKS)
    ]
    remarks = [(number, each) for number, each in gone if each[0] != "Popup"]
    if not remarks:
        return ""
    said = next((words for _, (_, words) in remarks if words), "")
    quoted = f"; the first that says something reads “{shortened(said)}”" if said else ""
    number = counted(len(remarks), "remark")
    where = page_list(number for number, _ in remarks)
    return f"{number} on {where} {'was' if len(remarks) == 1 else 'were'} taken out{quoted}"


def take_out_attachments(pdf: Pdf) -> str:
    """Embedded files, from the catalog and from pages."""
    pages = [page.obj for page in pdf.pages]
    files = [each.name for each in pdf_extras.attachments(pdf, pdf_extras.shown_on(pages))]
    if not files:
        return ""
    for page in pages:
        list(_take_off(page, lambda kind: kind == "FileAttachment"))
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        drop(names, "/EmbeddedFiles")
    for key in ("/AF", "/Collection"):
        drop(pdf.Root, key)
    were = "was" if len(files) == 1 else "were"
    return f"{counted(len(files), 'attached file')} ({listed_briefly(list(dict.fromkeys(files)))}) {were} taken out"


def _clean_actions(part: PdfValue, cleaned: Cleaned) -> None:
    for holder, key in actions_on(part):
        _keep_harmless(holder, key, cleaned)
    triggers = entry(part, "/AA")
    if isinstance(triggers, Dictionary) and not list(triggers.keys()):
        drop(part, "/AA")


def _keep_harmless(holder: PdfValue, key: str, cleaned: Cleaned) -> None:
    left = cleaned_action(holder[key], lambda target: target if isinstance(target, Object) else None, cleaned)
    if left is None:
        drop(holder, key)
    else:
        holder[key] = left


def _take_off(page: PdfValue, is_unwanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Take annotations of these kinds and their pop-ups off a page; yields the kind and the words of each."""
    annotations = entry(page, "/Annots")
    if not isinstance(annotations, Array):
        return
    kept = []
    for annotation in annotations:
        kind = text(entry(annotation, "/Subtype"))
        owner = text(entry(entry(annotation, "/Parent"), "/Subtype")) if kind == "Popup" else kind
        if kind and (is_unwanted(owner) or (kind == "Popup" and not owner)):
            yield kind, text(entry(annotation, "/Contents"))
            _empty(annotation)
        else:
            kept.append(annotation)
    if len(kept) < len(annotations):
        drop(page, "/Annots")
        if kept:
            page["/Annots"] = Array(kept)


def _empty(annotation: PdfValue) -> None:
    for key in set(annotation.keys()) - SHOWN_PART:
        del annotation[key]
