"""The names in a file's tags, changed where another file of the volume has the same.

Types of elements keep their names unless two files mean different things by one; names that nobody sees (of classes
of attributes, of elements) get the file's namespace, as destinations do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_objects import PdfValue, entries, items, text
from proceedings.pdf.pdf_structure import (
    STANDARD_ROLES,
    StructureTree,
    attribute_dictionaries,
    standard_role,
)

Roles = dict[str, str | None]
"""What the volume means by a type (both without slashes); None for one that no file explains."""


def join_roles(tree: StructureTree, role_map: PdfValue, roles: Roles, namespace: str) -> None:
    """Enter the types of a tree into those of the volume; a type of another meaning gets a name of its own."""
    known = {key.removeprefix("/"): text(value) for key, value in entries(role_map)}
    for role, elements in tree.roles.items():
        meaning = standard_role(role, known)
        if role in STANDARD_ROLES:
            new = meaning or role
        else:
            new = role if roles.get(role, meaning) == meaning else f"{role}.{namespace}"
            roles[new] = meaning
        for element in elements if new != role else ():
            element["/S"] = Name(f"/{new}")


def rename_classes(tree: StructureTree, class_map: PdfValue, source: Pdf, namespace: str) -> dict[str, Object]:
    """Rename the classes that a tree uses; returns the attributes of each, still in the source."""
    known = dict(entries(class_map))
    used: set[str] = set()
    for element in tree.having["/C"] if known else ():
        listed = [each for each in _listed(element.get("/C")) if isinstance(each, Name | int)]
        used.update(str(each) for each in listed if str(each) in known)
        element["/C"] = Array([_class(str(each), namespace) if str(each) in known else each for each in listed])
    return {
        str(_class(name, namespace)): known[name] if known[name].is_indirect else source.make_indirect(known[name])
        for name in sorted(used)
        if isinstance(known[name], Dictionary | Array)
    }


def rename_ids(tree: StructureTree, prefix: bytes) -> dict[bytes, Object]:
    """Put `prefix` before the identifiers of elements and before what table cells say of them; returns the elements."""
    found: dict[bytes, Object] = {}
    new: dict[bytes, String] = {}
    for element in tree.having["/ID"]:
        if isinstance(own := element.get("/ID"), String):
            name = bytes(own)
            new[name] = String(prefix + name)
            element["/ID"] = new[name]
            found.setdefault(prefix + name, element)
    if new:
        _rename_headers(tree.having["/A"], new)
    return found


def _rename_headers(elements: Iterable[Object], new: Mapping[bytes, String]) -> None:
    renamed: set[tuple[int, int]] = set()
    for attributes in (each for element in elements for each in attribute_dictionaries(element)):
        if "/Headers" not in attributes or (attributes.is_indirect and attributes.objgen in renamed):
            continue
        renamed.add(attributes.objgen)
        headers = [each for each in _listed(attributes.get("/Headers")) if isinstance(each, String)]
        attributes["/Headers"] = Array([new.get(bytes(each), each) for each in headers])


def _listed(value: PdfValue) -> list[PdfValue]:
    return list(items(value)) if isinstance(value, Array) else [value]


def _class(name: str, namespace: str) -> Name:
    return Name(f"/{namespace}.{name.removeprefix('/')}")
