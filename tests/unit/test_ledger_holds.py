"""Pages that were frozen, whatever comes: drawn at random, the same every time."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from builders import edition, facts, paper
from proceedings.ledger import frozen_lines
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.facts import PaperFacts
from proceedings.records.placement import Pagination
from proceedings.records.programme import Session
from proceedings.records.volume import Volume

CHOICES: dict[str, tuple[Any, ...]] = {
    "papers_start_on": ("any", "recto"),
    "session_pages": (False, True),
    "on_shorter": ("gap", "blank", "repaginate"),
    "on_longer": ("refuse", "end", "repaginate"),
    "on_withdrawn": ("gap", "repaginate"),
    "phase": ("frozen", "delivered"),
}


class Fate:
    """An edition of some papers, to which things happen."""

    def __init__(self, seed: int) -> None:
        """The first papers, most of which are there."""
        self.draw = Random(seed)
        self.volume = Volume(publisher="own", **{key: self.draw.choice(values) for key, values in CHOICES.items()})
        self.pages = {id: self.draw.choice([0, 1, 2, 3, 4]) for id in "abcdef"[: self.draw.randint(1, 6)]}
        self.gone: dict[str, str] = {}
        self.ledger: tuple[LedgerLine, ...] = ()

    def happens(self) -> None:
        """A paper grows, shrinks, comes late, is withdrawn or comes back; the programme is put in another order."""
        id = self.draw.choice(list(self.pages))
        match self.draw.randrange(6):
            case 0 | 1:
                self.pages[id] = self.draw.randint(0, 6)
            case 2:
                self.pages[f"z{len(self.pages)}"] = self.draw.randint(0, 3)
            case 3:
                self.gone[id] = self.draw.choice(["withdrawn", "non-archival"])
            case 4:
                self.gone.pop(id, None)
            case _:
                self.pages = dict(self.draw.sample(list(self.pages.items()), len(self.pages)))

    def edition(self) -> Edition:
        """The edition as it is now."""
        ids = list(self.pages)
        half = max(1, len(ids) // 2)
        sessions = Session(title="One", papers=tuple(ids[:half])), Session(title="Two", papers=tuple(ids[half:]))
        papers = [paper(id, status=self.gone.get(id, "accepted")) for id in ids]
        return edition(*papers, sessions=sessions, volume=self.volume, ledger=self.ledger)

    def files(self) -> dict[str, PaperFacts]:
        """The files that are there now."""
        return {id: facts(id, pages) for id, pages in self.pages.items() if pages}


def pages_of(pagination: Pagination) -> list[tuple[str, int, int]]:
    return [(each.paper, each.first_page, each.last_page) for each in pagination.placements]


def moved_without_need(fate: Fate, pagination: Pagination) -> list[str]:
    """Papers that stand elsewhere than frozen and have not outgrown their pages."""
    kept = {line.id: line for line in fate.ledger}
    return [
        id
        for id, first, _ in pages_of(pagination)
        if id in kept and first != kept[id].first_page and fate.pages[id] <= kept[id].pages
    ]


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 200, 50)])
def test_no_two_papers_share_a_page_and_freezing_again_moves_none(seeds: range) -> None:
    for seed in seeds:
        fate = Fate(seed)
        for _ in range(4):
            pagination = assign_pages(fate.edition(), fate.files())
            taken = [
                page
                for each in pagination.placements
                for page in range(each.first_page - each.blanks_before, each.last_page + each.blanks_after + 1)
            ]
            assert taken == sorted(set(taken)), seed
            assert {each.paper for each in pagination.placements} >= fate.pages.keys() - fate.gone.keys(), seed
            if "repaginate" not in (fate.volume.on_shorter, fate.volume.on_longer, fate.volume.on_withdrawn):
                assert not moved_without_need(fate, pagination), seed
            fate.ledger = frozen_lines(fate.edition(), pagination, fate.files())
            assert pages_of(assign_pages(fate.edition(), fate.files())) == pages_of(pagination), seed
            fate.happens()
            fate.happens()
