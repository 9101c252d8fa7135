"""What a paper brings into the volume besides its pages: form fields, layers and attachments.

Each function takes the volume, one paper whose pages are in it already, and joins what the
paper's catalog holds to what those before it brought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_actions import fields_of_form
from proceedings.pdf.pdf_dictionaries import dictionaries, elements, entry_or
from proceedings.pdf.pdf_name_trees import name_tree_items
from proceedings.pdf.pdf_objects import entries, entry, identity, text

FONT_NAME = re.compile(rb"/[^\0\t\n\f\r ()<>\[\]{}/%]+")
"""The name of the font in the words that say how what is typed into a field looks (`/F1 10 Tf 0 g`)."""

LAYER_LISTS = ("/ON", "/OFF", "/Order", "/AS", "/RBGroups", "/Locked")


def graft_form(volume: Pdf, paper: Pdf, namespace: str) -> int:
    """Join the paper's form under a field named after its namespace, so that equal names stay apart.

    A dot would part the name; a colon stands for it, which no namespace has. Returns how many fields stand at its top.
    """
    form = _copied(volume, paper, "/AcroForm")
    fields = dictionaries(form, "/Fields")
    if form is None or not fields:
        return 0
    parent = volume.make_indirect(Dictionary(T=String(namespace.replace(".", ":")), Kids=Array(fields)))
    for key in ("/DA", "/Q"):  # defaults of the form, which a field may inherit
        if key in form:
            parent[key] = form[key]
    for field in fields:
        field["/Parent"] = parent
    whole = entry_or(volume.Root, "/AcroForm", Dictionary(Fields=Array()))
    whole["/Fields"].append(parent)
    renamed = _join_resources(entry_or(whole, "/DR", Dictionary()), form.get("/DR"))
    for field in fields_of_form(Dictionary(Fields=Array([parent]))) if renamed else ():
        if isinstance(typed := field.get("/DA"), String):
            field["/DA"] = String(FONT_NAME.sub(lambda name: renamed.get(name[0], name[0]), bytes(typed)))
    if bool(form.get("/NeedAppearances", False)):
        whole["/NeedAppearances"] = True
    return len(fields)


def graft_layers(volume: Pdf, paper: Pdf, title: str) -> int:
    """Join the paper's optional content, listed under its title; returns how many layers it has."""
    layers = _copied(volume, paper, "/OCProperties")
    groups = dictionaries(layers, "/OCGs")
    if layers is None or not groups:
        return 0
    whole = entry_or(volume.Root, "/OCProperties", Dictionary(OCGs=Array(), D=Dictionary()))
    whole["/OCGs"].extend(groups)
    shown = whole["/D"]
    wanted = layers.get("/D")
    for key in LAYER_LISTS:
        found = elements(wanted, key)
        if key == "/Order" and found:
            found = [Array([String(title), *found])]
        if found:
            entry_or(shown, key, Array()).extend(found)
    if isinstance(wanted, Dictionary) and wanted.get("/BaseState") == Name.OFF:
        on = {group.objgen for group in elements(wanted, "/ON")}
        entry_or(shown, "/OFF", Array()).extend([group for group in groups if group.objgen not in on])
    return len(groups)


def attachments(volume: Pdf, paper: Pdf, namespace: str) -> dict[bytes, Object]:
    """The paper's embedded files, copied into the volume, by their names behind the namespace, each under its own."""
    found: dict[bytes, Object] = {}
    for words, file in _embedded_files(paper):
        name = bytes(String(f"{namespace}/{words}"))
        while name in found:
            words += "~"
            name = bytes(String(f"{namespace}/{words}"))
        found[name] = volume.copy_foreign(file if file.is_indirect else paper.make_indirect(file))
    return found


def _embedded_files(paper: Pdf) -> Iterator[tuple[str, Dictionary]]:
    """The files in the tree of names, then those that belong to the whole paper and are not there."""
    tree = entry(entry(paper.Root, "/Names"), "/EmbeddedFiles")
    named = [(text(String(name)), file) for name, file in name_tree_items(tree) if isinstance(file, Dictionary)]
    yield from named
    listed = {identity(file) for _, file in named}
    for file in dictionaries(paper.Root, "/AF"):
        if identity(file) not in listed:
            yield text(entry(file, "/UF") or entry(file, "/F")) or "file", file


def _copied(volume: Pdf, paper: Pdf, key: str) -> Object | None:
    value = paper.Root.get(key)
    if not isinstance(value, Dictionary):
        return None
    return volume.copy_foreign(value if value.is_indirect else paper.make_indirect(value))


def _join_resources(whole: Object, added: object) -> dict[bytes, bytes]:
    """Add what `whole` does not have yet. A font that means another one there gets a new name, which is returned.

    Of two other resources with one name the first stays.
    """
    renamed: dict[bytes, bytes] = {}
    for kind, resources in entries(added):
        known = entry_or(whole, kind, Dictionary())
        for name, resource in entries(resources):
            free = name
            while kind == "/Font" and free in known and known[free] != resource:
                free += "~"
            if free not in known:
                known[free] = resource
            if free != name:
                renamed[bytes(Name(name))] = bytes(Name(free))
    return renamed
