"""Actions: what a click does, and where in a file they hang.

Destinations are rewritten; scripts and programs are found and taken out in the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from pikepdf import Array, Dictionary, Object, Pdf

from proceedings.pdf.pdf_dictionaries import dictionaries, drop
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, identity, items, text
from proceedings.pdf.pdf_outlines import outline_items
from proceedings.pdf.pdf_targets import ACTIVE_ACTIONS

LONGEST_CHAIN = 32

MOST_FOLLOWING = 100
"""Actions that are looked at behind one; a chain may lead back to itself."""

Retarget = Callable[[object], Object | None]
Cleaned = dict[tuple[int, int], Object | None]


class ActionHolder(NamedTuple):
    """A part of a file that actions may hang on; `page` is the number of the page that it is or lies on."""

    kind: Literal["file", "bookmark", "page", "annotation", "field"]
    part: PdfValue
    page: int | None = None


def action_holders(pdf: Pdf, pages: Iterable[PdfValue]) -> Iterator[ActionHolder]:
    """Everything in a file that actions may hang on; what is annotation and field at once comes as both."""
    yield ActionHolder("file", pdf.Root)
    for item in outline_items(entry(pdf.Root, "/Outlines")):
        yield ActionHolder("bookmark", item)
    for number, page in enumerate(pages, 1):
        yield ActionHolder("page", page, number)
        for annotation in dictionaries(page, "/Annots"):
            yield ActionHolder("annotation", annotation, number)
    for field in fields_of_form(entry(pdf.Root, "/AcroForm")):
        yield ActionHolder("field", field)


def actions_on(part: PdfValue) -> list[tuple[PdfValue, str]]:
    """Where the actions of a part hang: the dictionary that holds each, and its key there."""
    own = [(part, key) for key in ("/OpenAction", "/A") if isinstance(entry(part, key), Dictionary)]
    triggers = entry(part, "/AA")
    return own + [(triggers, key) for key, _ in entries(triggers)]


def active_kinds(action: PdfValue) -> Iterator[str]:
    """What an action and those that follow it run, play or send, in words."""
    waiting = [action]
    for _ in range(MOST_FOLLOWING):
        if not waiting:
            return
        current = waiting.pop()
        if kind := ACTIVE_ACTIONS.get(text(entry(current, "/S"))):
            yield kind
        following = entry(current, "/Next")
        waiting.extend(items(following) if isinstance(following, Array) else [following] if following else [])


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
        for field in fields_of_form(form):
            drop(field, "/AA")


def _clean(action: Dictionary, retarget: Retarget, cleaned: Cleaned, depth: int) -> Object | None:
    following = _following(action, retarget, cleaned, depth)
    kind = text(entry(action, "/S"))
    keeps = kind not in ACTIVE_ACTIONS
    if kind == "GoTo":
        target = retarget(action.get("/D"))
        keeps = target is not None
        if target is not None:
            action["/D"] = target
        drop(action, "/SD")  # says once more where it leads, by an element of the tags instead of a page
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


def fields_of_form(form: PdfValue) -> Iterator[Dictionary]:
    """Every field of a form, with groups of fields and the annotations that show them, each once."""
    pending = dictionaries(form, "/Fields")
    visited: set[tuple[int, int]] = set()
    while pending:
        field = pending.pop()
        number = identity(field)
        if number in visited:
            continue
        if number:
            visited.add(number)
        yield field
        pending.extend(dictionaries(field, "/Kids"))
