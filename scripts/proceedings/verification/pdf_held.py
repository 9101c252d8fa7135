"""Reads what a PDF carries besides pages and links: remarks, form fields, layers, embedded files, active content.

Built on pypdf's raw objects. Every walk is over each object once, so that circles end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from proceedings.verification.held import ACTIVE, ActiveRead, AnnotationRead, AttachedRead, FieldRead, Held
from proceedings.verification.pdf_digests import Digester, decoded_stream
from proceedings.verification.pdf_layers import read_layers
from proceedings.verification.pdf_navigation import Page, elements, entry, is_hidden, leaves, rectangle, resolved
from proceedings.verification.pdf_structure_tree import read_elements

LONGEST_CHAIN = 100
"""Actions that are looked at behind one; a chain may lead back to itself."""

Annotation = tuple[int, DictionaryObject]
"""With the page on which it lies."""


def read_held(root: Any, pages: Sequence[Page], digester: Digester) -> Held:  # noqa: ANN401 (an object of pypdf)
    """Everything of the file. `digester` digests appearances and values with their streams decoded."""
    annotations = list(_annotations(pages))
    return Held(
        annotations=[
            _annotation(page, each, digester) for page, each in annotations if entry(each, "/Subtype") != "/Link"
        ],
        fields=list(_fields(root, digester)),
        layers=read_layers(root, pages),
        attached=list(_attached(root, annotations)),
        active=[*_of_file(root), *_of_pages(pages, annotations)],
        elements=read_elements(root, {number: index for index, (number, _) in enumerate(pages)}),
    )


def _annotations(pages: Sequence[Page]) -> Iterator[Annotation]:
    for index, (_, page) in enumerate(pages):
        for each in map(resolved, elements(entry(page, "/Annots"))):
            if isinstance(each, DictionaryObject):
                yield index, each


def _annotation(page: int, annotation: DictionaryObject, digester: Digester) -> AnnotationRead:
    return AnnotationRead(
        page=page,
        kind=str(entry(annotation, "/Subtype") or "").removeprefix("/"),
        rect=rectangle(entry(annotation, "/Rect")),
        words=str(entry(annotation, "/Contents") or ""),
        look=_look(annotation, digester),
        hidden=is_hidden(annotation),
    )


def _look(annotation: Any, digester: Digester) -> bytes:  # noqa: ANN401 (an object of pypdf)
    appearance = entry(annotation, "/AP")
    return digester.digest(appearance) if isinstance(appearance, DictionaryObject) else b""


def _fields(root: Any, digester: Digester) -> Iterator[FieldRead]:  # noqa: ANN401 (an object of pypdf)
    """The fields that can be filled in, each once; groups of fields give them their names and what they inherit."""
    form = entry(root, "/AcroForm")
    waiting = [(each, _Inherited(typed=entry(form, "/DA"))) for each in reversed(elements(entry(form, "/Fields")))]
    seen: set[int] = set()
    while waiting:
        reference, above = waiting.pop()
        if isinstance(reference, IndirectObject):
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        field = resolved(reference)
        if not isinstance(field, DictionaryObject):
            continue
        own = above.joined_with(field)
        kids = elements(entry(field, "/Kids"))
        fields = [kid for kid in kids if entry(resolved(kid), "/T") is not None]
        if fields:
            waiting.extend((kid, own) for kid in reversed(fields))
        else:
            looks = tuple(_look(widget, digester) for widget in (map(resolved, kids) if kids else [field]))
            kind, value = str(own.kind or "").removeprefix("/"), _value(own.value, digester)
            yield FieldRead(own.name, kind, value, looks, _font(own.typed, form, digester))


class _Inherited(NamedTuple):
    """What a field has from those above it: its full name, its kind, its value, how what is typed into it looks."""

    name: str = ""
    kind: Any = None
    value: Any = None
    typed: Any = None

    def joined_with(self, field: DictionaryObject) -> _Inherited:
        """With what the field says itself."""
        name = ".".join(filter(None, (self.name, str(entry(field, "/T") or ""))))
        kind, value, typed = (entry(field, key) for key in ("/FT", "/V", "/DA"))
        return _Inherited(name, kind or self.kind, value or self.value, typed or self.typed)


def _font(typed: Any, form: Any, digester: Digester) -> bytes:  # noqa: ANN401 (an object of pypdf)
    names = [word for word in str(typed or "").split() if word.startswith("/")]
    font = entry(entry(entry(form, "/DR"), "/Font"), names[0]) if names else None
    return digester.digest(font) if font is not None else b""


def _value(value: Any, digester: Digester) -> bytes:  # noqa: ANN401 (an object of pypdf)
    """The digest of a value; of a signature that of its bytes, for it may name all of the document."""
    plain = isinstance(value, StreamObject) or not isinstance(value, DictionaryObject)
    return digester.digest(value if plain else entry(value, "/Contents"))


def _attached(root: Any, annotations: Iterable[Annotation]) -> Iterator[AttachedRead]:  # noqa: ANN401 (an object of pypdf)
    """The embedded files, each once: those pinned to pages, those in the tree, those that belong to the whole."""
    pinned = [
        (entry(each, "/FS"), "", page) for page, each in annotations if entry(each, "/Subtype") == "/FileAttachment"
    ]
    tree = entry(entry(root, "/Names"), "/EmbeddedFiles")
    listed = [(resolved(file), _spelled(key), None) for key, file in leaves(tree, "/Names")]
    belonging = [(resolved(file), "", None) for file in elements(entry(root, "/AF"))]
    seen: set[int] = set()
    for file, key, page in [*pinned, *listed, *belonging]:
        content = entry(entry(file, "/EF"), "/F") or entry(entry(file, "/EF"), "/UF")
        if isinstance(content, StreamObject) and id(content) not in seen:
            seen.add(id(content))
            name = str(entry(file, "/UF") or entry(file, "/F") or "")
            yield AttachedRead(name, hashlib.sha256(decoded_stream(content)).hexdigest(), key, page)


def _spelled(key: Any) -> str:  # noqa: ANN401 (an object of pypdf)
    return bytes(key).decode("latin-1") if isinstance(key, bytes) else str(key)


def _of_file(root: Any) -> Iterator[ActiveRead]:  # noqa: ANN401 (an object of pypdf)
    """Active content of the whole file; on which page it opens is none."""
    scripts = leaves(entry(entry(root, "/Names"), "/JavaScript"), "/Names")
    kinds = ["JavaScript" for _ in scripts]
    kinds += [*_active(entry(root, "/OpenAction")), *_triggered(root)]
    kinds += ["XFA"] if entry(entry(root, "/AcroForm"), "/XFA") is not None else []
    certificates = entry(root, "/Perms")
    kinds += [str(key).removeprefix("/") for key in certificates] if isinstance(certificates, DictionaryObject) else []
    yield from (ActiveRead(kind, None) for kind in kinds)


def _of_pages(pages: Sequence[Page], annotations: Iterable[Annotation]) -> Iterator[ActiveRead]:
    for index, (_, page) in enumerate(pages):
        yield from (ActiveRead(kind, index) for kind in _triggered(page))
    for index, annotation in annotations:
        kinds = [*_active(entry(annotation, "/A")), *_triggered(annotation)]
        yield from (ActiveRead(kind, index) for kind in kinds)


def _active(action: Any) -> Iterator[str]:  # noqa: ANN401 (an object of pypdf)
    """The kinds of an action and of those that follow it, those alone that run, start or send something."""
    waiting = [action]
    for _ in range(LONGEST_CHAIN):
        if not waiting:
            return
        current = resolved(waiting.pop())
        if (kind := str(entry(current, "/S") or "").removeprefix("/")) in ACTIVE:
            yield kind
        following = entry(current, "/Next")
        waiting.extend(elements(following) or ([following] if following is not None else []))


def _triggered(holder: Any) -> list[str]:  # noqa: ANN401 (an object of pypdf)
    """The kinds of the actions that something else than a click sets off, whatever they do."""
    triggers = entry(holder, "/AA")
    actions = list(dict.values(triggers)) if isinstance(triggers, DictionaryObject) else []
    return [str(entry(resolved(each), "/S") or "").removeprefix("/") for each in actions]
