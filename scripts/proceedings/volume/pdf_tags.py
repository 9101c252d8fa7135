"""The tags of all parts of the volume, joined into one structure tree.

A reader finds the tags of a page by a number on it, and the meaning of a tag by its name: both would clash where two
papers have the same. So numbers are given anew, and of two papers that mean different things by one name one changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from proceedings.pdf.pdf_dictionaries import dictionaries, drop
from proceedings.pdf.pdf_name_trees import make_name_tree, make_number_tree
from proceedings.pdf.pdf_objects import PdfValue, entry, integer, text, text_string
from proceedings.pdf.pdf_outlines import outline_items
from proceedings.pdf.pdf_structure import Content, StructureTree, UnusableTreeError
from proceedings.stamping.pdf_destinations import page_annotations
from proceedings.volume.pdf_tag_names import Roles, join_roles, rename_classes, rename_ids

LISTS_OF_THE_ROOT = ("/Namespaces", "/PronunciationLexicon", "/AF")


class LostTags(NamedTuple):
    """What of a file's tags the volume does not carry: all, and why, or those that were cut off, by cause."""

    why: str = ""
    cut: tuple[tuple[str, int], ...] = ()


class _Source(NamedTuple):
    """A file's tags, still in that file: elements with the page of their first content; number tree entries by page."""

    pdf: Pdf
    tops: tuple[tuple[Object, int], ...]
    parents: tuple[tuple[int, int, Object], ...]
    ids: Mapping[bytes, Object]
    language: str


class VolumeTags:
    """The structure tree of a volume in the making: each file is read before its pages are copied, joined after."""

    def __init__(self, volume: Pdf) -> None:
        """Nothing is tagged yet; `complete` stays true as long as every file is."""
        self.volume = volume
        self.complete = True
        self._suspect = False
        self._sources: dict[str, _Source] = {}
        self._roles: Roles = {}
        self._classes: dict[str, Object] = {}
        self._lists: dict[str, list[Object]] = {}
        self._ids: dict[bytes, Object] = {}
        self._parents: dict[int, Object] = {}
        self._parts: list[Object] = []
        self._next_key = 0

    def read(self, source: Pdf, namespace: str, *, tagged_forms: bool = True) -> LostTags | None:
        """Mend and renumber the tags of a file in place; returns what cannot be carried, None where nothing is lost.

        `tagged_forms`: form XObjects of the file may have numbers of their own.
        """
        root = source.Root.get("/StructTreeRoot")
        tree, lost = (None, None) if root is None else _tree_of(source)
        said = entry(source.Root, "/MarkInfo")
        self.complete &= tree is not None and lost is None and entry(said, "/Marked") is True
        self._suspect |= entry(said, "/Suspects") is True
        if tagged_forms:
            _drop_numbers_of_forms(source)
        _drop_numbers(source)
        if tree is not None and root is not None:
            self._take(tree, root, source, namespace)
        if root is not None:
            _cut_loose(source, tree)
        return lost

    def read_own(self, source: Pdf, namespace: str, *, tagged_forms: bool = True) -> None:
        """The same for a file that Bindery set: it is sound, its numbers move up, its sections may be taken apart."""
        root = source.Root.get("/StructTreeRoot")
        if root is None:
            self.read(source, namespace, tagged_forms=tagged_forms)
            return
        if tagged_forms:  # of a cover that the chairs had drawn
            _drop_numbers_of_forms(source)
        pages = {page.obj.objgen: index for index, page in enumerate(source.pages)}
        places = _moved_up(source, self._next_key)
        sections = tuple((each, pages[each.Pg.objgen]) for each in root.K.K)
        for section, _ in sections:
            del section["/P"]
        numbers: list[PdfValue] = list(root.ParentTree.Nums)
        parents = tuple(
            (places[number], self._next_key + number, value)
            for number, value in zip(numbers[::2], numbers[1::2], strict=True)
        )
        self._next_key += max(places, default=-1) + 1
        self._sources[namespace] = _Source(source, sections, parents, {}, str(source.Root.Lang))

    def join(self, namespace: str, title: str, first: int, pages: int) -> None:
        """Append the tags of a file's pages (from index `first` on), which are in the volume by now."""
        source = self._sources.get(namespace)
        if source is None:
            return
        taken = range(first, first + pages)
        tops = [self.volume.copy_foreign(top) for top, page in source.tops if page in taken]
        if not tops:
            return
        document = _lone_document(tops)
        part = self._wrapped(tops) if document is None else document
        part["/T"] = text_string(title)
        if source.language and "/Lang" not in part:
            part["/Lang"] = String(source.language)
        self._parts.append(part)
        self._parents |= {key: self._copied(source, value) for page, key, value in source.parents if page in taken}
        self._ids |= {name: self.volume.copy_foreign(element) for name, element in source.ids.items()}

    def write(self, title: str, language: str) -> None:
        """Put the tree into the volume's catalog. The volume calls itself tagged only where all of it is.

        Screen readers pass over what is untagged in a tagged file; in one that is not they guess an order, which is
        better than silence.
        """
        if not self._parts:
            return
        volume = self.volume
        root = volume.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = volume.make_indirect(
            Dictionary(S=Name.Document, P=root, T=text_string(title), Lang=String(language), K=Array(self._parts))
        )
        for part in self._parts:
            part["/P"] = document
        root["/K"] = document
        root["/ParentTree"] = make_number_tree(volume, self._parents)
        root["/ParentTreeNextKey"] = self._next_key
        if roles := {f"/{role}": Name(f"/{to}") for role, to in sorted(self._roles.items()) if to and to != role}:
            root["/RoleMap"] = Dictionary(roles)
        if self._classes:
            root["/ClassMap"] = Dictionary(self._classes)
        if self._ids:
            root["/IDTree"] = make_name_tree(volume, self._ids)
        for key, found in self._lists.items():
            if found:
                root[key] = Array(found)
        volume.Root["/StructTreeRoot"] = root
        volume.Root["/MarkInfo"] = Dictionary(Marked=self.complete)
        if self._suspect:  # poppler takes a plain False for a fault
            volume.Root.MarkInfo["/Suspects"] = True

    def _take(self, tree: StructureTree, root: Object, source: Pdf, namespace: str) -> None:
        join_roles(tree, entry(root, "/RoleMap"), self._roles, namespace)
        classes = rename_classes(tree, entry(root, "/ClassMap"), source, namespace)
        self._classes |= {name: self.volume.copy_foreign(value) for name, value in classes.items()}
        for key in LISTS_OF_THE_ROOT:
            found = [each for each in dictionaries(root, key) if each.is_indirect]
            self._lists.setdefault(key, []).extend(map(self.volume.copy_foreign, found))
        ids = rename_ids(tree, f"{namespace}/".encode())
        language = text(source.Root.get("/Lang"))
        numbers = self._number(tree, source)
        tops = tuple(zip(tree.tops, tree.first_pages(), strict=True))
        self._sources[namespace] = _Source(source, tops, numbers, ids, language)

    def _wrapped(self, tops: list[Object]) -> Object:
        part = self.volume.make_indirect(Dictionary(S=Name.Part, K=Array(tops)))
        for top in tops:
            top["/P"] = part
        return part

    def _copied(self, source: _Source, value: Object) -> Object:
        return self.volume.copy_foreign(value if value.is_indirect else source.pdf.make_indirect(value))

    def _number(self, tree: StructureTree, source: Pdf) -> tuple[tuple[int, int, Object], ...]:
        """Give everything tagged its number in the volume, made anew from what the elements themselves say."""
        marked: dict[tuple[int, int], dict[int, Content]] = {}
        whole: dict[tuple[int, int], Content] = {}
        for content in tree.contents:
            if content.mcid is None:
                whole.setdefault(content.holder.objgen, content)
            else:
                marked.setdefault(content.holder.objgen, {}).setdefault(content.mcid, content)
        parents: list[tuple[int, int, Object]] = []
        for found in marked.values():
            first = next(iter(found.values()))
            first.holder["/StructParents"] = self._next_key
            elements = Array([found[mcid].element if mcid in found else None for mcid in range(max(found) + 1)])
            parents.append((first.page, self._next_key, source.make_indirect(elements)))
            self._next_key += 1
        for number, content in whole.items():
            if number not in marked:
                content.holder["/StructParent"] = self._next_key
                parents.append((content.page, self._next_key, content.element))
                self._next_key += 1
        return tuple(parents)


def _lone_document(tops: Sequence[Object]) -> Object | None:
    """The element that stands for the whole of a file, where it has one."""
    return tops[0] if len(tops) == 1 and tops[0].get("/S") == Name.Document else None


def _tree_of(source: Pdf) -> tuple[StructureTree | None, LostTags | None]:
    try:
        tree = StructureTree(source)
    except UnusableTreeError as error:
        return None, LostTags(why=str(error))
    return tree, LostTags(cut=tuple(sorted(tree.cut.items()))) if tree.cut else None


def _cut_loose(source: Pdf, tree: StructureTree | None) -> None:
    """Empty the root of the tree, and let no bookmark lead to an element that is not taken: it would come along."""
    for item in outline_items(source.Root.get("/Outlines")):
        if "/SE" in item and not (tree and tree.has(item.get("/SE"))):
            del item["/SE"]
    root = source.Root["/StructTreeRoot"]
    for key in list(root.keys()) if isinstance(root, Dictionary) else ():
        del root[key]


def _moved_up(source: Pdf, by: int) -> dict[int, int]:
    """Move the numbers of a file up; returns the index of the page of each, as it was."""
    places: dict[int, int] = {}
    for index, page in enumerate(source.pages):
        holders = [(page.obj, "/StructParents"), *((each, "/StructParent") for each in page_annotations(page.obj))]
        for holder, key in holders:
            if (number := integer(holder.get(key), -1)) >= 0:
                places[number] = index
                holder[key] = by + number
    return places


def _drop_numbers(source: Pdf) -> None:
    """Numbers that lead into a tree which is not taken over, or not under that number."""
    for page in source.pages:
        drop(page.obj, "/StructParents")
        for annotation in page_annotations(page.obj):
            drop(annotation, "/StructParent")


def _drop_numbers_of_forms(source: Pdf) -> None:
    for stream in source.objects:
        if isinstance(stream, Stream):
            for key in ("/StructParents", "/StructParent"):
                drop(stream, key)
