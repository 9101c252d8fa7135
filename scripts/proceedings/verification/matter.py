"""Checks the pages that we set: the contents, the author index, and every page number printed as a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proceedings.names import index_name
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.verification.readback import TypesetLink, TypesetRead, bare
from proceedings.verification.volume_layout import VolumeLayout


def contents_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the contents page says wrongly of one paper; nothing for a volume without front matter."""
    start = layout.start_of(placement)
    entries = [link for link in read.links_to.get(start, ()) if link.page < layout.front.pages]
    if not entries:
        return ["no link of the contents leads to the paper's first page"]
    troubles = []
    if not any(bare(paper.title) in read.bare_texts.get(link.page, "") for link in entries):
        troubles.append(f'the contents page does not show the title "{paper.title}"')
    if not any(_ends_with_page(link.line, paper.title, str(placement.first_page)) for link in entries):
        troubles.append(f"the contents page does not show page {placement.first_page} beside the paper")
    return troubles


def index_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the author index says wrongly of one paper's authors."""
    pages = range(layout.index_start, layout.pages)
    text = "".join(read.bare_texts.get(page, "") for page in pages)
    names = {index_name(author) for author in paper.authors}
    troubles = [f'the author index does not show "{name}"' for name in sorted(names) if bare(name) not in text]
    start = layout.start_of(placement)
    links = sum(link.page in pages for link in read.links_to.get(start, ()))
    if links < len(names):
        troubles.append(f"the author index leads to the paper {links} times for its {len(names)} authors")
    return troubles


def printed_numbers(read: TypesetRead, labels: Sequence[str]) -> Iterator[tuple[TypesetLink, str]]:
    """Links whose words are a page number, with the label of the page they lead to where the two differ."""
    for link in read.links:
        if link.words.isdigit() and link.target >= 0 and labels[link.target] != link.words:
            yield link, labels[link.target]


def _ends_with_page(line: str, title: str, page: str) -> bool:
    """Whether the line of an entry ends with the page number, and not with a longer number that ends so."""
    read = bare(line)
    before = read.removesuffix(page)
    return before != read and (not before[-1:].isdigit() or bare(title).endswith(before))
