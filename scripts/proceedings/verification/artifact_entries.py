"""Checks the indexes of the artifact appendix: each thing that a paper declares, with a link to the paper beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.reproducibility.listed_names import ListedNames
from proceedings.reproducibility.named_things import NamedThing, named_things
from proceedings.verification.matter import shown, without
from proceedings.verification.readback import TypesetLink, TypesetRead, bare
from proceedings.verification.volume_layout import VolumeLayout

INDEXED = ("datasets", "software", "systems", "benchmarks")

Pages = Mapping[str, range]
"""The pages of the volume on which the index of each kind of things stands."""


def index_pages(layout: VolumeLayout) -> Pages:
    """The pages of each index, as the appendix marks them; one may begin on the page on which another ends."""
    marks = [(mark.title.casefold(), layout.appendix_start + mark.page - 1) for mark in layout.appendix.bookmarks]
    begins = [(kind, page) for title, page in marks for kind in INDEXED if title == f"index of {kind}"]
    last = [page for _, page in begins[1:]] + [layout.index_start - 1]
    return {kind: range(page, end + 1) for (kind, page), end in zip(begins, last, strict=False)}


def artifact_troubles(
    paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead, names: ListedNames
) -> list[str]:
    """What the indexes say wrongly of what one paper declares. `names`: what things are called in all lists."""
    pages, links = index_pages(layout), read.links_to.get(layout.start_of(placement), ())
    things = [each for each in named_things([paper]) if each.kind in INDEXED]
    return list(dict.fromkeys(_troubles(things, placement.first_page, pages, links, read, names)))


def _troubles(
    things: Sequence[NamedThing],
    label: int,
    pages: Pages,
    links: Sequence[TypesetLink],
    read: TypesetRead,
    names: ListedNames,
) -> Iterator[str]:
    for thing in things:
        printed = names.printed(thing.kind, thing.name)
        if not printed:
            continue
        here, name = pages.get(thing.kind, range(0)), shown(printed)
        near = {link.page for link in links if link.page in here}
        if not any(name.on(read.bare_texts.get(page, "")) for page in (*near, *here)):
            yield f'the index of {thing.kind} does not show "{printed}"'
        elif not any(_leads(link, printed, thing.version, str(label)) for link in links if link.page in here):
            yield f'the index of {thing.kind} does not lead to page {label} for "{printed}"'


def _leads(link: TypesetLink, printed: str, version: str | None, label: str) -> bool:
    """Whether a link bears the page, and its line is one of the entry: with its name, or the end of it or its version.

    A line may hold those of the columns beside it; one of numbers alone goes on from one above. Of words that run to
    the left nothing is said.
    """
    name, line = shown(printed), bare(link.line)
    if label not in link.words:
        return False
    read = without(line, name.missing)
    if name.words or name.bare in read or not read.strip("0123456789"):
        return True
    release = re.sub(r"^\s*v(?=\d)", "", version or "")
    ends = {bare(text.split()[-1]) for text in (printed, release) if text.split()} - {""}
    entries = [written.rstrip("0123456789") for written in (name.bare, f"{name.bare}{bare(release)}")]
    parts = [bare(part).rstrip("0123456789") for part in _before_page(link.line, label)]
    return any(end in read for end in ends) or any(entry.endswith(part) for entry in entries for part in parts)


def _before_page(line: str, label: str) -> Iterator[str]:
    """What stands before a page in each line, column by column: an entry, the end of one, or nothing, which goes on."""
    for each in line.splitlines():
        yield from re.split(rf"^{re.escape(label)}(?![\d.])|,\s*\d+(?!\d)", each)[:-1]
