"""What is read back from a finished PDF, in plain records that know no PDF library.

Pages count from 0 within the file. Coordinates are those of the page (points, y upwards), as in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

View: TypeAlias = tuple[str | float | None, ...]
"""How a destination shows its page: the fit and its coordinates, e.g. `("/XYZ", 72.0, 700.0)`."""

Rect: TypeAlias = tuple[float, float, float, float]

BAND = 0.13
"""Height of the head and of the foot band, as a share of the page as displayed."""

NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9]+")


class Target(NamedTuple):
    """Where a link or bookmark leads."""

    page: int
    view: View


class Link(NamedTuple):
    """A link annotation. `target` None with kind `internal` leads nowhere; `address` is a URI or the name used.

    `hidden`: its own flags say that no reader shows it.
    """

    page: int
    rect: Rect
    kind: Literal["internal", "web", "other"]
    target: Target | None
    address: str
    hidden: bool = False


class FormRead(NamedTuple):
    """A form XObject of a page: its decoded content, digests of its resources, its box; `placed`: it has a matrix."""

    content: bytes
    resources: dict[str, bytes]
    box: Rect
    placed: bool


class BookmarkRead(NamedTuple):
    """An entry of the outline; `level` counts from 0. `does`: the kind of its action, empty for a mere heading."""

    title: str
    level: int
    target: Target | None
    does: str = "GoTo"

    @property
    def is_broken(self) -> bool:
        """Whether it should lead to a page and does not."""
        return self.does == "GoTo" and self.target is None


class FontRead(NamedTuple):
    """A font by the name it carries."""

    name: str
    embedded: bool


@dataclass(frozen=True)
class PageRead:
    """One page. `box` is its visible part, `rotate` 0, 90, 180 or 270 clockwise.

    `digest` covers all that is drawn: boxes, resources and content. `streams` are digests of the content
    streams as stored; `resources` maps e.g. `/Font/F8` to a digest of that font.
    """

    box: Rect
    rotate: int
    digest: bytes
    streams: tuple[bytes, ...]
    resources: dict[str, bytes]


@dataclass(frozen=True)
class Navigation:
    """Everything that leads from somewhere to somewhere. `sorted_names` False: readers that search the
    name tree by halves, as they should, will miss destinations that a full walk finds. `lost_destinations`: names
    that lead to no page.
    """

    labels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    bookmarks: tuple[BookmarkRead, ...] = ()
    destinations: dict[str, Target] = field(default_factory=dict)
    sorted_names: bool = True
    lost_destinations: int = 0

    @cached_property
    def links_by_page(self) -> Mapping[int, Sequence[Link]]:
        """The links of each page that has any: a volume has far too many to look through for every paper."""
        pages: dict[int, list[Link]] = {}
        for link in self.links:
            pages.setdefault(link.page, []).append(link)
        return pages

    @cached_property
    def destinations_by_namespace(self) -> Mapping[str, Mapping[str, Target]]:
        """The destinations of each paper under the names that its author gave them."""
        papers: dict[str, dict[str, Target]] = {}
        for name, target in self.destinations.items():
            namespace, slash, own = name.partition("/")
            if slash:
                papers.setdefault(namespace, {})[own] = target
        return papers

    @cached_property
    def bookmarks_by_page(self) -> Mapping[int, Sequence[int]]:
        """Where in the outline, counted from 0, the bookmarks to each page stand."""
        pages: dict[int, list[int]] = {}
        for place, each in enumerate(self.bookmarks):
            if each.target is not None:
                pages.setdefault(each.target.page, []).append(place)
        return pages

    def internal(self) -> list[Link]:
        """Internal links that resolve."""
        return [link for link in self.links if link.kind == "internal" and link.target is not None]

    def broken(self) -> list[Link]:
        """Internal links that lead nowhere."""
        return [link for link in self.links if link.kind == "internal" and link.target is None]

    def web(self) -> list[Link]:
        """Links with a URI."""
        return [link for link in self.links if link.kind == "web"]


@dataclass(frozen=True)
class PdfRead:
    """A PDF as read back. `complaint`: what a strict reading objected to, None if nothing."""

    pages: tuple[PageRead, ...] = ()
    navigation: Navigation = field(default_factory=Navigation)
    fonts: frozenset[FontRead] = frozenset()
    title: str = ""
    xmp_title: str = ""
    language: str = ""
    complaint: str | None = None

    def not_embedded(self) -> set[str]:
        """Names of fonts that the file uses without carrying them."""
        return {font.name for font in self.fonts if not font.embedded}


@dataclass(frozen=True)
class WordsRead:
    """Words of one page as PDFium reads them: of the head band, of the foot band (13 % each)."""

    head: str = ""
    foot: str = ""

    def count(self, number: str) -> int:
        """How often `number` stands in the two bands, not as a part of a longer one.

        PDFium may run it together with the word before it, so letters beside it do not matter.
        """
        alone = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
        return len(alone.findall(self.head)) + len(alone.findall(self.foot))


class TypesetLink(NamedTuple):
    """An internal link on a page that we set: the words in its rectangle and those of its whole line,
    which PDFium may run together (`Rank4` for a title, white and a number).

    `target` is the page of the volume it leads to, -1 for none.
    """

    page: int
    target: int
    words: str
    line: str


@dataclass(frozen=True)
class TypesetRead:
    """Pages that we set: their text by page, and their internal links."""

    texts: dict[int, str]
    links: tuple[TypesetLink, ...]

    @cached_property
    def links_to(self) -> Mapping[int, Sequence[TypesetLink]]:
        """The links that lead to each page of the volume; pages that none leads to are left out."""
        targets: dict[int, list[TypesetLink]] = {}
        for link in self.links:
            targets.setdefault(link.target, []).append(link)
        return targets

    @cached_property
    def bare_texts(self) -> Mapping[int, str]:
        """The letters and digits of each page."""
        return {page: bare(text) for page, text in self.texts.items()}


def bare(text: str) -> str:
    """Letters and digits only, case folded, compatibility forms undone: what a line break cannot change."""
    if text.isascii():
        return NEITHER_LETTER_NOR_DIGIT.sub("", text.lower())
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def runs(labels: Iterable[str]) -> tuple[str, ...]:
    """Page labels as runs: `i-xii`, `1-336`."""
    found: list[list[str]] = []
    for label in labels:
        if found and label.isdigit() == found[-1][-1].isdigit() and _follows(found[-1][-1], label):
            found[-1][-1] = label
        else:
            found.append([label, label])
    return tuple(first if first == last else f"{first}-{last}" for first, last in found)


def _follows(before: str, label: str) -> bool:
    return not label.isdigit() or int(label) == int(before) + 1
