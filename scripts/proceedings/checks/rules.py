"""What papers are judged by, and how places in a paper are named in messages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from proceedings import wording
from proceedings.profile import FormatProfile
from proceedings.publisher import PublisherPolicy
from proceedings.reading.reading import Reading
from proceedings.records.companions import CompanionFacts
from proceedings.records.edition import AcceptedPaper, Edition, PageRule, Volume
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Record

NAMED_AT_MOST = 6
"""So many fonts, links or pictures are named in a message; the others are counted."""


class Rules(Record):
    """The format profile, the publisher's policy, the volume's own rules and the list at acceptance."""

    profile: FormatProfile = FormatProfile()
    policy: PublisherPolicy = PublisherPolicy()
    volume: Volume = Volume()
    accepted: tuple[AcceptedPaper, ...] = ()

    def pages_for(self, paper: Paper) -> PageRule:
        """How long this paper may be, its extra pages allowed; empty where neither volume nor profile has a rule."""
        own, general = self.volume.types.get(paper.type, PageRule()), self.profile.pages
        least, most = own.min or general.min, own.max or general.max
        extra = paper.extra_pages.pages if most is not None else 0
        return PageRule(min=least, max=most and most + extra, excluding=own.excluding or general.excluding)


Check = Callable[[Paper, PaperFacts, Rules], Iterator[Finding]]
"""A check of one paper's file. It gives findings of one code."""

ReadingCheck = Callable[[Paper, Reading, Rules], Iterator[Finding]]
"""A check of what a reader sees in the paper."""

VolumeCheck = Callable[[Sequence[tuple[Paper, PaperFacts]], Rules], Iterator[Finding]]
"""A check that needs all papers, in volume order."""


class Delivery(Record):
    """All that is there of an edition: its metadata, the facts of each paper by id, and what lies beside the papers."""

    edition: Edition = Edition()
    rules: Rules = Rules()
    facts: dict[str, PaperFacts] = {}
    companions: CompanionFacts = CompanionFacts()

    @property
    def accepted(self) -> tuple[Paper, ...]:
        """The papers that go into the volume, whether their files are there or not."""
        return tuple(paper for paper in self.edition.papers if paper.status == "accepted")


DeliveryCheck = Callable[[Delivery], Iterator[Finding]]
"""A check of the whole that is to be handed over, also of papers whose file is not there."""

EditionCheck = Callable[[Edition], Iterator[Finding]]
"""A check of the metadata alone, also of papers whose file is not there."""


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
    return wording.listed_briefly(things, NAMED_AT_MOST)
