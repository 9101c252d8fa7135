"""Publisher policies: who paginates, who registers DOIs, what is delivered and what is stamped.

A policy is data, one TOML file a publisher in `publishers/`; adding a publisher is adding a file.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from proceedings.records.placement import StampPlace
from proceedings.records.record import Record

PageKind = Literal["first", "verso", "recto"]

Authority = Literal["pdf", "metadata", "rights-form"]
"""Who is right where the paper, the metadata and the signed form differ."""

POLICIES = Path(__file__).with_name("publishers")


class UnknownPublisherError(ValueError):
    """The edition names a publisher without a policy."""

    def __init__(self, name: str) -> None:
        """`name` is what `publisher:` in proceedings.yml says."""
        super().__init__(f'There is no policy for the publisher "{name}"; known are {", ".join(known_publishers())}.')


class StampPattern(Record):
    """One stamped line: on which kinds of page, where, and its text with fields in braces.

    `unless_head_taken` lines are left out of a paper that brings running heads of its own;
    `if_head_taken` lines stand in for them. `unless_printed` and `if_printed` do the same for what the first page
    of the paper says itself: regular expressions, case ignored. A line of which nothing is left is not set.
    """

    pages: tuple[PageKind, ...] = ("first", "verso", "recto")
    place: StampPlace = "foot-centre"
    text: str = "{folio}"
    size: float = 8.0
    unless_head_taken: bool = False
    if_head_taken: bool = False
    unless_printed: str = ""
    if_printed: str = ""

    def suits(self, *, head_taken: bool, printed: str) -> bool:
        """Whether the line belongs on a paper whose head is taken or free, and whose first page says `printed`."""
        if (self.unless_head_taken and head_taken) or (self.if_head_taken and not head_taken):
            return False
        if self.unless_printed and re.search(self.unless_printed, printed, re.IGNORECASE):
            return False
        return not self.if_printed or re.search(self.if_printed, printed, re.IGNORECASE) is not None


class Preconditions(Record):
    """What the publisher asks of a whole volume at least: so many papers, so many pages. None: it asks nothing.

    `review`: it wants a preface that says how many papers were submitted, and how they were reviewed.
    """

    papers: int | None = None
    pages: int | None = None
    review: bool = False


class PublisherPolicy(Record):
    """What a publisher wants, as public descriptions say it. `template` is the format profile of its own template.

    `copyright` is who holds it where the edition does not say. `one_contact`: it writes to exactly one author a paper.
    `signed_form`: what the chair must have got of every paper, the form itself, or word in the metadata that it was
    signed; None: nothing.
    """

    name: str = ""
    template: str | None = None
    delivers: Literal["original", "stamped", "sources", "metadata"] = "original"
    paginates: Literal["us", "publisher"] = "us"
    registers_doi: Literal["us", "publisher"] = "us"
    collected_by: Literal["chair", "publisher"] = "chair"
    authority: Authority = "pdf"
    certificate: Literal["pdf-express"] | None = None
    one_contact: bool = False
    signed_form: Literal["file", "record"] | None = None
    preconditions: Preconditions = Preconditions()
    rights_variants: tuple[str, ...] = ()
    own_copy_notice: str = ""
    copyright: str | None = None
    stamps: tuple[StampPattern, ...] = ()

    @property
    def is_own_publication(self) -> bool:
        """Whether the stamped papers are the version of record, which the workshop itself publishes."""
        return self.delivers == "stamped" and self.registers_doi == "us"


def known_publishers() -> tuple[str, ...]:
    """The names that `publisher:` may take, sorted."""
    return tuple(sorted(path.stem for path in POLICIES.glob("*.toml")))


def receiving_policies(publisher: str, bundles: Iterable[str]) -> list[PublisherPolicy]:
    """Of all to whom the chair sends papers: the publisher, unless it collects them itself, and who gets a bundle."""
    own = [name for name in (publisher,) if name in known_publishers() and load_policy(name).collected_by == "chair"]
    return [load_policy(name) for name in (*own, *bundles) if name in known_publishers()]


def publisher_of(template: str) -> str:
    """Whose own template the format profile of this name is; `own`, a series of one's own, if it is nobody's."""
    return next((name for name in known_publishers() if load_policy(name).template == template), "own")


@functools.cache
def load_policy(name: str) -> PublisherPolicy:
    """The policy called `name`. Raises UnknownPublisherError."""
    if name not in known_publishers():
        raise UnknownPublisherError(name)
    return msgspec.convert(tomllib.loads((POLICIES / f"{name}.toml").read_text("utf-8")), PublisherPolicy)
