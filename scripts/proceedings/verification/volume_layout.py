"""Where everything stands in the volume, as the pagination and the typeset parts say: page indexes and labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from proceedings.records.placement import Pagination, Placement, TypesetPart

ABSENT = TypesetPart()
"""A part that the edition does not have."""


@dataclass(frozen=True)
class VolumeLayout:
    """The order of the volume: front matter, papers, artifact appendix, indexes. Pages count from 0."""

    pagination: Pagination
    front: TypesetPart = ABSENT
    appendix: TypesetPart = ABSENT
    index: TypesetPart = ABSENT
    keywords: TypesetPart = ABSENT

    @property
    def body(self) -> int:
        """Pages between the front matter and the appendix, blanks and placeholders included."""
        return len(self._body_labels)

    @property
    def appendix_start(self) -> int:
        """The appendix's first page."""
        return self.front.pages + self.body

    @property
    def index_start(self) -> int:
        """The author index's first page."""
        return self.appendix_start + self.appendix.pages

    @property
    def keywords_start(self) -> int:
        """The keyword index's first page."""
        return self.index_start + self.index.pages

    @property
    def pages(self) -> int:
        """Pages of the whole volume."""
        return self.keywords_start + self.keywords.pages

    def start_of(self, placement: Placement) -> int:
        """A paper's first page."""
        return self.front.pages + self._place_of_label[placement.first_page]

    def session_page(self, placement: Placement) -> int | None:
        """The page that opens the paper's session in front of it."""
        label = placement.session_page
        return None if label is None else self.front.pages + self._place_of_label[label]

    @cached_property
    def _body_labels(self) -> list[int]:
        """The label of each page between the front matter and the appendix."""
        return [
            label
            for each in self.pagination.placements
            for label in (*each.labels_before, *range(each.first_page, each.last_page + each.blanks_after + 1))
        ]

    @cached_property
    def _place_of_label(self) -> dict[int, int]:
        return {label: place for place, label in enumerate(self._body_labels)}

    def labels(self) -> list[str]:
        """The page labels: small roman numerals, then arabic ones to the end; some are left out by the ledger."""
        front = [small_roman(number) for number in range(1, self.front.pages + 1)]
        behind = [self.pagination.next_page + offset for offset in range(self.pages - self.appendix_start)]
        return front + [str(label) for label in (*self._body_labels, *behind)]

    def fillers(self) -> list[tuple[int, str | None]]:
        """Pages that no paper fills, in order: with the paper for which a placeholder stands, None for a blank one."""
        return [
            (self.front.pages + self._place_of_label[label], filler)
            for each in self.pagination.placements
            for label, filler in _fillers(each)
        ]

    def typeset_pages(self) -> list[int]:
        """The pages of the front matter, those that open sessions, the appendix and the indexes."""
        openings = [page for each in self.pagination.placements if (page := self.session_page(each)) is not None]
        return [*range(self.front.pages), *openings, *range(self.appendix_start, self.pages)]


def _fillers(placement: Placement) -> Iterator[tuple[int, str | None]]:
    """The labels of a placement's fillers; the first page of a paper that is not there says so."""
    first, last = placement.first_page, placement.last_page
    for label in (*placement.labels_before, *range(first, last + placement.blanks_after + 1)):
        if not first <= label <= last:
            if label != placement.session_page:
                yield label, None
        elif not placement.present:
            yield label, placement.paper if label == first else None


def labels_of(placement: Placement) -> list[str]:
    """The page labels of one paper."""
    return [str(label) for label in range(placement.first_page, placement.last_page + 1)]


def small_roman(number: int) -> str:
    """`xii` for 12, by the shortest way: thousands, hundreds, tens, ones."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens, hundreds = (tuple(sign.translate(str.maketrans("ivx", of)) for sign in ones) for of in ("xlc", "cdm"))
    return "m" * (number // 1000) + hundreds[number // 100 % 10] + tens[number // 10 % 10] + ones[number % 10]
