"""What papers are judged by, and how places in a paper are named in messages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from proceedings import wording
from proceedings.profile import FormatProfile, overlaid
from proceedings.publisher import PublisherPolicy
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper
from proceedings.records.record import Record
from proceedings.records.vocabulary import Vocabulary
from proceedings.records.volume import Volume

NAMED_AT_MOST = 6
"""So many fonts, links or pictures are named in a message; the others are counted."""


class Rules(Record):
    """The format profile, the publisher's policy, the volume's own rules and the terms of its own.

    `volume_is_known` False: only its rules are, and not its name, as in an author's own check.
    """

    profile: FormatProfile = FormatProfile()
    policy: PublisherPolicy = PublisherPolicy()
    volume: Volume = Volume()
    volume_is_known: bool = True
    vocabulary: Vocabulary = Vocabulary()

    def pages_for(self, paper: Paper) -> PageRule:
        """How long this paper may be, its extra pages allowed; empty where neither volume nor profile has a rule."""
        rule = overlaid(self.profile.pages, self.volume.types.get(paper.type, PageRule()))
        most = None if rule.max is None else rule.max + paper.extra_pages.pages
        return msgspec.structs.replace(rule, max=most)


def place(paper: Paper, pages: Iterable[int] = ()) -> str:
    """`papers/017.pdf`, `papers/017.pdf, page 3` or `papers/017.pdf, pages 1-3, 7`."""
    named = wording.page_list(pages)
    return f"{paper.pdf}, {named}" if named else paper.pdf


def pages_are(pages: Collection[int]) -> str:
    """`page 3 is`, `pages 1-3 are` with en dashes."""
    return f"{wording.page_list(pages)} {'is' if len(set(pages)) == 1 else 'are'}"


def listed(things: Sequence[str]) -> str:
    """`a, b and c`; what goes beyond `NAMED_AT_MOST` is counted."""
    return wording.listed_briefly(things, NAMED_AT_MOST)
