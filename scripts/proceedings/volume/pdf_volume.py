"""Assembles the volume: all pages, one name tree, one outline, page labels, every link where it belongs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from pikepdf import Dictionary, Name, Object, Page, Pdf, String

from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_metadata import Description, LabelRange, write_description, write_page_labels
from proceedings.pdf.pdf_name_trees import make_name_tree, name_tree_items
from proceedings.pdf.pdf_objects import PdfValue
from proceedings.pdf.pdf_outlines import OutlineEntry, build_outline
from proceedings.pdf.pdf_saving import OLDEST_VERSION, save_pdf
from proceedings.pdf.pdf_targets import PageNumbers, link_target, name_bytes
from proceedings.stamping.pdf_destinations import page_annotations, page_links, page_top, rename_destinations
from proceedings.typesetting.book import roman
from proceedings.volume.pdf_duplicates import share_font_files
from proceedings.volume.pdf_grafts import attachments, graft_form, graft_layers
from proceedings.volume.pdf_tags import LostTags, VolumeTags
from proceedings.volume.volume_plan import BACK, FRONT, PLACEHOLDERS, SESSION_PAGES, Piece, PlannedBookmark

PRIVATE_SCHEME = b"bindery:"
"""URIs of this scheme are links of our own pages to other parts of the volume."""

NUMBER_OF_TAGS = b"/StructParent"
"""In a file without these bytes no form XObject has tags of its own: the dictionaries of streams are never packed."""


class VolumeOrder(NamedTuple):
    """All that assembly has to know. `stamped` and `parts` are the files by paper id and by stem."""

    pieces: tuple[Piece, ...]
    bookmarks: tuple[PlannedBookmark, ...]
    description: Description
    page_size: tuple[float, float]
    stamped: Mapping[str, Path]
    parts: Mapping[str, Path]


class Assembled(NamedTuple):
    """What came of it.

    `links`: internal links that lead to a page, by paper; `dangling`: links of our own pages that lead
    nowhere; `untagged`: papers whose tags are not all in the volume.
    """

    links: dict[str, int]
    dangling: tuple[str, ...]
    untagged: dict[str, LostTags]


def assemble_volume(order: VolumeOrder, path: Path) -> Assembled:
    """Write the volume to `path`, atomically; the same order and files give the same bytes."""
    with ExitStack() as open_files:
        assembly = _Assembly(open_files, order)
        for piece in order.pieces:
            assembly.add(piece)
        assembly.finish()
        share_font_files(assembly.volume)
        save_pdf(assembly.volume, path, oldest_version=assembly.version)
        return Assembled(assembly.working_links(), tuple(assembly.dangling), assembly.untagged)


class _Assembly:
    """A volume in the making. Sources stay open until it is saved: their streams are copied then.

    They are read into memory, because a system lets a process keep about a thousand files open and no more.
    """

    def __init__(self, open_files: ExitStack, order: VolumeOrder) -> None:
        self.order = order
        self.volume = open_files.enter_context(Pdf.new())
        self.version = OLDEST_VERSION
        self.dangling: list[str] = []
        self.untagged: dict[str, LostTags] = {}
        self.tags = VolumeTags(self.volume)
        self._open_files = open_files
        self._sources: dict[Path, Pdf] = {}
        self._outlines: dict[str, Object] = {}
        self._attachments: dict[bytes, Object] = {}
        self._names: dict[bytes, Object] = {}
        self._own_pages: list[Object] = []

    def add(self, piece: Piece) -> None:
        """Append the pages of one piece and all that comes with them."""
        before = len(self.volume.pages)
        if piece.kind == "blank":
            for _ in range(piece.pages):
                page = self.volume.add_blank_page(page_size=self.order.page_size)
                drop(page.obj, "/Contents")  # an empty stream would be saved as a compressed one that breaks off
        elif piece.kind == "paper":
            self._add_paper(piece)
        else:
            self._add_own(piece)
        if piece.name and piece.kind in ("placeholder", "blank"):
            self._names.setdefault(f"paper.{piece.name}".encode(), page_top(self.volume.pages[before].obj))

    def finish(self) -> None:
        """Links between the parts, names, outline, labels and metadata, once all pages are there."""
        pages = [page.obj for page in self.volume.pages]
        entries = [
            OutlineEntry(each.title, page_top(pages[each.page]), each.level, self._outlines.get(each.paper or ""))
            for each in self.order.bookmarks
        ]
        self._resolve_private_links(pages)
        root = self.volume.Root
        trees = {"/Dests": self._names, "/EmbeddedFiles": self._attachments}
        root["/Names"] = Dictionary({key: make_name_tree(self.volume, tree) for key, tree in trees.items() if tree})
        root["/Outlines"] = build_outline(self.volume, entries)
        root["/PageMode"] = Name.UseOutlines
        write_description(self.volume, self.order.description)
        self._join_tags()
        write_page_labels(
            self.volume, [LabelRange(piece.start, piece.label, piece.roman) for piece in self.order.pieces]
        )

    def working_links(self) -> dict[str, int]:
        """Internal links of each paper that lead to a page of the volume."""
        pages = [page.obj for page in self.volume.pages]
        numbers = PageNumbers(pages)
        return {
            piece.name: sum(
                self._leads_to_page(target, numbers)
                for page in pages[piece.start : piece.start + piece.pages]
                for kind, target in map(link_target, page_links(page))
                if kind == "internal"
            )
            for piece in self.order.pieces
            if piece.kind == "paper"
        }

    def _join_tags(self) -> None:
        papers = {each.paper: each.title for each in self.order.bookmarks if each.paper}
        pages = {each.page: each.title for each in reversed(self.order.bookmarks)}
        for piece in self.order.pieces:
            titles = {FRONT: "Front Matter", **BACK} if piece.kind == "part" else papers
            title = titles.get(piece.name) or pages.get(piece.start, "")
            if piece.kind != "blank":
                self.tags.join(_namespace(piece), title, piece.page - 1, piece.pages)
        self.tags.write(self.order.description.title, self.order.description.language)

    def _add_paper(self, piece: Piece) -> None:
        paper = self._source(self.order.stamped[piece.name], piece)
        self._append(paper.pages)
        self._take_names(paper)
        if isinstance(outline := paper.Root.get("/Outlines"), Dictionary) and outline.is_indirect:
            self._outlines[piece.name] = self.volume.copy_foreign(outline)
        graft_form(self.volume, paper, piece.name)
        graft_layers(self.volume, paper, piece.name)
        self._attachments |= attachments(self.volume, paper, piece.name)

    def _add_own(self, piece: Piece) -> None:
        """Pages that Bindery typeset; of the placeholders and the session pages just the one."""
        stem = _stem(piece)
        known = self.order.parts[stem] in self._sources
        part = self._source(self.order.parts[stem], piece)
        if not known:
            rename_destinations(part, lambda name: _part_name(stem, name))
        chosen = part.pages if piece.kind == "part" else [part.pages[piece.page - 1]]
        self._own_pages += self._append(chosen)
        if piece.kind == "part":
            self._take_names(part)

    def _append(self, pages: Iterable[Page]) -> list[Object]:
        """Copy pages; what they say of each other (annotations, explicit destinations) is copied along."""
        before = len(self.volume.pages)
        for page in pages:  # `extend` would warn of the names and fields that are joined here afterwards
            self.volume.pages.append(page)
        return [self.volume.pages[number].obj for number in range(before, len(self.volume.pages))]

    def _source(self, path: Path, piece: Piece) -> Pdf:
        if path not in self._sources:
            content = path.read_bytes()
            source = self._open_files.enter_context(Pdf.open(io.BytesIO(content)))
            self._sources[path] = source
            self.version = max(self.version, source.pdf_version)
            namespace, has_forms = _namespace(piece), NUMBER_OF_TAGS in content
            if piece.kind != "paper":
                self.tags.read_own(source, namespace, tagged_forms=has_forms)
            elif lost := self.tags.read(source, namespace, tagged_forms=has_forms):
                self.untagged[piece.name] = lost
        return self._sources[path]

    def _take_names(self, source: Pdf) -> None:
        """The source's named destinations, copied in one go; its own namespace keeps them apart from all others."""
        names = source.Root.get("/Names")
        if isinstance(names, Dictionary) and "/Dests" in names:
            self._names.update(name_tree_items(self.volume.copy_foreign(names["/Dests"])))

    def _resolve_private_links(self, pages: Sequence[Object]) -> None:
        places = self._places()
        for page in self._own_pages:
            for link in page_annotations(page):
                if (name := _private_target(link)) is None:
                    continue
                if name not in self._names and name in places:
                    self._names[name] = page_top(pages[places[name]])
                del link["/A"]
                if name in self._names:
                    link["/Dest"] = String(name)
                else:
                    self.dangling.append(name.decode("utf-8", "replace"))

    def _places(self) -> dict[bytes, int]:
        """Page indexes of `page.<label>` and `part.<stem>`."""
        places = {
            f"page.{roman(label) if piece.roman else label}".encode(): piece.start + offset
            for piece in self.order.pieces
            for offset, label in enumerate(range(piece.label, piece.label + piece.pages))
        }
        return places | {f"part.{each.name}".encode(): each.start for each in self.order.pieces if each.kind == "part"}

    def _leads_to_page(self, target: PdfValue, numbers: PageNumbers) -> bool:
        name = name_bytes(target)
        return numbers.of(target) is not None if name is None else name in self._names


def _stem(piece: Piece) -> str:
    """Whose pages these are: a paper's id, or the stem of a part of our own."""
    return {"placeholder": PLACEHOLDERS, "session": SESSION_PAGES}.get(piece.kind, piece.name)


def _namespace(piece: Piece) -> str:
    """A name that no two sources have."""
    return piece.name if piece.kind == "paper" else f"bindery:{_stem(piece)}"


def _part_name(stem: str, name: bytes) -> bytes:
    """Entries of the appendix are known by their names from everywhere; other names of a part are its own."""
    return name if name.startswith(b"appendix.") else f"{stem}/".encode() + name


def _private_target(link: Object) -> bytes | None:
    action = link.get("/A")
    if not isinstance(action, Dictionary) or action.get("/S") != Name.URI or "/URI" not in action:
        return None
    uri = bytes(action["/URI"])
    return uri.removeprefix(PRIVATE_SCHEME) if uri.startswith(PRIVATE_SCHEME) else None
