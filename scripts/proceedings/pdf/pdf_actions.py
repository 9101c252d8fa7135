"""Actions: what a click does. Destinations are rewritten; scripts and programs are taken out."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array, Dictionary, Object, Pdf

from proceedings.pdf.pdf_dictionaries import drop, elements
from proceedings.pdf.pdf_objects import entry, items, text
from proceedings.pdf.pdf_targets import ACTIVE_ACTIONS

LONGEST_CHAIN = 32

Retarget = Callable[[object], Object | None]
Cleaned = dict[tuple[int, int], Object | None]


def cleaned_action(action: object, retarget: Retarget, cleaned: Cleaned, depth: int = 0) -> Object | None:
    """The action with its destinations rewritten, and all that follow it; None where nothing harmless is left.

    `cleaned` remembers actions that several links share, so that none is rewritten twice.
    """
    if not isinstance(action, Dictionary) or depth > LONGEST_CHAIN:
        return None
    if not action.is_indirect:
        return _clean(action, retarget, cleaned, depth)
    if action.objgen not in cleaned:
        cleaned[action.objgen] = None  # a chain that comes back to this action ends there
        cleaned[action.objgen] = _clean(action, retarget, cleaned, depth)
    return cleaned[action.objgen]


def drop_document_actions(pdf: Pdf) -> None:
    """Take out what runs by itself: on opening, on turning a page, on typing into a field."""
    for key in ("/OpenAction", "/AA"):
        drop(pdf.Root, key)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        drop(names, "/JavaScript")
    for page in pdf.pages:
        drop(page.obj, "/AA")
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        for key in ("/CO", "/XFA"):
            drop(form, key)
        _drop_field_actions(form)


def _clean(action: Dictionary, retarget: Retarget, cleaned: Cleaned, depth: int) -> Object | None:
    following = _following(action, retarget, cleaned, depth)
    kind = text(entry(action, "/S"))
    keeps = kind not in ACTIVE_ACTIONS
    if kind == "GoTo":
        target = retarget(action.get("/D"))
        keeps = target is not None
        if target is not None:
            action["/D"] = target
    if not keeps:
        return following[0] if following else None
    drop(action, "/Next")
    if following:
        action["/Next"] = following[0] if len(following) == 1 else Array(following)
    return action


def _following(action: Dictionary, retarget: Retarget, cleaned: Cleaned, depth: int) -> list[Object]:
    following = action.get("/Next")
    chain = list(following) if isinstance(following, Array) else [following]
    results = (cleaned_action(each, retarget, cleaned, depth + 1) for each in chain)
    return [each for each in results if each is not None]


def _drop_field_actions(form: Dictionary) -> None:
    pending = elements(form, "/Fields")
    visited: set[tuple[int, int]] = set()
    while pending:
        field = pending.pop()
        if not isinstance(field, Dictionary) or field.objgen in visited:
            continue
        if field.is_indirect:
            visited.add(field.objgen)
        drop(field, "/AA")
        pending.extend(items(entry(field, "/Kids")))
