"""What papers are judged by, and how places in a paper are named in messages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from proceedings import wording
from proceedings.profile import FormatProfile
from proceedings.records.edition import PageRule, Volume
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Record

NAMED_AT_MOST = 6
"""So many fonts, links or pictures are named in a message; the others are counted."""


class Rules(Record):
    """The format profile and the volume's own rules."""

    profile: FormatProfile = FormatProfile()
    volume: Volume = Volume()

    def pages_for(self, paper: Paper) -> PageRule:
        """How long this paper may be, its extra pages allowed; empty where the volume has no rule for its type."""
        rule = self.volume.types.get(paper.type, PageRule())
        if rule.max is None:
            return rule
        return PageRule(min=rule.min, max=rule.max + paper.extra_pages.pages, excluding=rule.excluding)


Check = Callable[[Paper, PaperFacts, Rules], Iterator[Finding]]
"""A check of one paper. It gives findings of one code."""

VolumeCheck = Callable[[Sequence[tuple[Paper, PaperFacts]], Rules], Iterator[Finding]]
"""A check that needs all papers, in volume order."""


def place(paper: Paper, pages: Iterable[int] = ()) -> str:
    """`papers/017.pdf`, `papers/017.pdf, page 3` or `papers/017.pdf, pages 1-3, 7`."""
    file = f"papers/{paper.id}.pdf"
    named = wording.page_list(pages)
    return f"{file}, {named}" if named else file


def pages_are(pages: Collection[int]) -> str:
    """`page 3 is`, `pages 1-3 are` with en dashes."""
    return f"{wording.page_list(pages)} {'is' if len(set(pages)) == 1 else 'are'}"


def listed(things: Sequence[str]) -> str:
    """`a, b and c`; what goes beyond `NAMED_AT_MOST` is counted."""
    if len(things) > NAMED_AT_MOST:
        things = [*things[:NAMED_AT_MOST], f"{len(things) - NAMED_AT_MOST:,} more"]
    return wording.listed(things)
