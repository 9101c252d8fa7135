"""Checks the pages that we set: the contents, the indexes, and every page number printed as a link."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from proceedings.bidi import RIGHT_TO_LEFT
from proceedings.names import index_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.typeface import missing_characters
from proceedings.typesetting.keyword_index import keyword_key
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.readback import TypesetLink, TypesetRead, bare
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.wording import counted

LAST_OF_LATIN_1 = "ÿ"
"""Every face has the letters up to here."""


class Shown(NamedTuple):
    """A text as a page shows it: `bare`, without `missing`, the characters that no face has.

    Those are a finding of their own; what a reader makes of their empty boxes is compared with nothing.
    `words` where a text runs to the left: readers of a PDF disagree about the order of its words.
    """

    bare: str
    missing: frozenset[str]
    words: tuple[str, ...] = ()

    def on(self, page: str) -> bool:
        """Whether a page, as `bare` gives it, shows the text."""
        read = without(page, self.missing)
        return all(word in read for word in self.words or (self.bare,))


def shown(text: str) -> Shown:
    """What a page can show of a text."""
    read = bare(text)
    missing = frozenset(missing_characters("".join(sign for sign in read if sign > LAST_OF_LATIN_1)))
    words = [without(bare(word), missing) for word in text.split()] if RIGHT_TO_LEFT.search(text) else []
    return Shown(without(read, missing), missing, tuple(words))


def without(text: str, missing: Collection[str]) -> str:
    """The text without these characters."""
    return text.translate(dict.fromkeys(map(ord, missing))) if missing else text


def contents_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the contents page says wrongly of one paper; nothing for a volume without front matter."""
    start = layout.start_of(placement)
    entries = [link for link in read.links_to.get(start, ()) if link.page < layout.front.pages]
    if not entries:
        return ["no link of the contents leads to the paper's first page"]
    troubles = []
    title = shown(plain_title(paper.title))
    if not any(title.on(read.bare_texts.get(link.page, "")) for link in entries):
        troubles.append(f'the contents page does not show the title "{paper.title}"')
    if not any(_ends_with_page(link.line, title, str(placement.first_page)) for link in entries):
        troubles.append(f"the contents page does not show page {placement.first_page} beside the paper")
    return troubles


def session_troubles(edition: Edition, layout: VolumeLayout, read: TypesetRead) -> Iterator[str]:
    """Pages that open a session and do not show its title."""
    for placement in layout.pagination.placements:
        if (page := layout.session_page(placement)) is not None:
            title = edition.sessions[placement.session].title
            if not shown(plain_title(title)).on(read.bare_texts.get(page, "")):
                yield f'the page that opens the session "{title}" does not show its title'


def index_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the author index says wrongly of one paper's authors."""
    names = {index_name(author): index_name(author) for author in paper.authors}
    pages = range(layout.index_start, layout.keywords_start)
    return _entry_troubles("author", names, pages, layout.start_of(placement), read)


def keyword_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the keyword index says wrongly of one paper's keywords."""
    words = {keyword_key(keyword): plain_title(keyword) for keyword in paper.keywords if keyword_key(keyword)}
    pages = range(layout.keywords_start, layout.pages)
    return _entry_troubles("keyword", words, pages, layout.start_of(placement), read)


def _entry_troubles(noun: str, entries: Mapping[str, str], pages: range, start: int, read: TypesetRead) -> list[str]:
    """Entries that an index lacks, and links that it lacks to a paper. `entries`: what is printed, by what is one."""
    text = "".join(read.bare_texts.get(page, "") for page in pages)
    printed = sorted(set(entries.values()))
    troubles = [f'the {noun} index does not show "{entry}"' for entry in printed if not shown(entry).on(text)]
    links = sum(link.page in pages for link in read.links_to.get(start, ()))
    if links < len(entries):
        times = "once" if links == 1 else f"{links} times"
        troubles.append(f"the {noun} index leads to the paper {times} for its {counted(len(entries), noun)}")
    return troubles


def printed_numbers(read: TypesetRead, labels: Sequence[str]) -> Iterator[tuple[TypesetLink, str]]:
    """Links whose words are a page number, with the label of the page they lead to where the two differ."""
    for link in read.links:
        if link.words.isdigit() and link.target >= 0 and labels[link.target] != link.words:
            yield link, labels[link.target]


def _ends_with_page(line: str, title: Shown, page: str) -> bool:
    """Whether the line of an entry ends with the page number, and not with a longer number that ends so.

    A line that runs to the left is read from its right by some, so that the page number comes first.
    """
    read = without(bare(line), title.missing)
    if title.words and read.startswith(page) and not read[len(page) :][:1].isdigit():
        return True
    before = read.removesuffix(page)
    return before != read and (not before[-1:].isdigit() or title.bare.endswith(before))
