"""Checks the pages that we set: the contents, the indexes, and every page number printed as a link."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from proceedings.bidi import RIGHT_TO_LEFT
from proceedings.keywords import keyword_key
from proceedings.names import author_list, index_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.typeface import missing_characters
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.readback import TypesetLink, TypesetRead, bare
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.wording import counted

Natives: TypeAlias = Mapping[str, Collection[str]]

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
    authors = author_list(paper.authors)
    if not any(shown(authors).on(read.bare_texts.get(link.page, "")) for link in entries):
        troubles.append(f'the contents page does not show the authors "{authors}"')
    return troubles


def session_troubles(edition: Edition, layout: VolumeLayout, read: TypesetRead) -> Iterator[str]:
    """Pages that open a session and do not show its title."""
    for placement in layout.pagination.placements:
        if (page := layout.session_page(placement)) is not None:
            title = edition.sessions[placement.session].title
            if not shown(plain_title(title)).on(read.bare_texts.get(page, "")):
                yield f'the page that opens the session "{title}" does not show its title'


def index_troubles(
    paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead, natives: Natives = MappingProxyType({})
) -> list[str]:
    """What the author index says wrongly of one paper's authors. `natives`: as `native_names` gives them."""
    names = {index_name(author): index_name(author) for author in paper.authors}
    index = _Index("author", range(layout.index_start, layout.keywords_start), read, natives)
    return _entry_troubles(index, names, layout.start_of(placement), placement.first_page)


def keyword_troubles(paper: Paper, placement: Placement, layout: VolumeLayout, read: TypesetRead) -> list[str]:
    """What the keyword index says wrongly of one paper's keywords."""
    words = {keyword_key(keyword): plain_title(keyword) for keyword in paper.keywords if keyword_key(keyword)}
    index = _Index("keyword", range(layout.keywords_start, layout.pages), read)
    return _entry_troubles(index, words, layout.start_of(placement), placement.first_page)


def native_names(papers: Iterable[Paper]) -> Natives:
    """By the name that the index prints, what may stand behind it: the same person's names in another script."""
    found: dict[str, set[str]] = {}
    for author in (author for paper in papers for author in paper.authors if author.native):
        found.setdefault(index_name(author), set()).add(author.native.name if author.native else "")
    return found


class _Index(NamedTuple):
    """An index as it was read. `behind`: by entry, what may stand between it and its page numbers."""

    noun: str
    pages: range
    read: TypesetRead
    behind: Natives = MappingProxyType({})

    def text(self) -> str:
        """Its letters and digits."""
        return "".join(self.read.bare_texts.get(page, "") for page in self.pages)


def _entry_troubles(index: _Index, entries: Mapping[str, str], start: int, label: int) -> list[str]:
    """What an index lacks of a paper: entries, its page, links. `entries`: what is printed, by what is one."""
    text, noun = index.text(), index.noun
    troubles = []
    for entry in sorted(set(entries.values())):
        if not shown(entry).on(text):
            troubles.append(f'the {noun} index does not show "{entry}"')
        elif not _has_page(text, entry, index.behind.get(entry, ()), str(label)):
            troubles.append(f'the {noun} index does not give page {label} for "{entry}"')
    links = sum(link.page in index.pages for link in index.read.links_to.get(start, ()))
    if links < len(entries):
        times = "once" if links == 1 else f"{links} times"
        troubles.append(f"the {noun} index leads to the paper {times} for its {counted(len(entries), noun)}")
    return troubles


def _has_page(text: str, entry: str, behind: Iterable[str], page: str) -> bool:
    """Whether an entry of an index has the page among the digits that follow it, with or without what is `behind`.

    Of words that run to the left nothing is said: readers of a PDF disagree about their order.
    """
    wanted = [shown(f"{entry} {more}") for more in ("", *behind)]
    if any(each.words for each in wanted):
        return True
    return any(
        page in numbers[1]
        for each in wanted
        for numbers in re.finditer(rf"{re.escape(each.bare)}(\d+)", without(text, each.missing))
    )


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
