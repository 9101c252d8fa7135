"""What a build knows of all papers, by paper, so that each proof takes only what is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from proceedings.bibliography.bibtex import bibtex_text, entries, entry_key
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.pictures import PagePicture
from proceedings.records.placement import Pagination, Placement, StampOrder
from proceedings.records.proof import PaperProof, Proof
from proceedings.records.record import Record
from proceedings.standing import Standing, by_paper, standings_of

T = TypeVar("T")


class ReceivedPage(msgspec.Struct, frozen=True):
    """A page of a file; nothing is kept of it but that it is there."""


class ReceivedFile(msgspec.Struct, frozen=True):
    """What a proof needs of a paper's facts, which are read without their lines and boxes: many times faster."""

    paper: str = ""
    file: str | None = None
    sha256: str = ""
    pages: tuple[ReceivedPage, ...] = ()


class Papers(Record):
    """All that is known by paper id. What a paper does not have, its table does not hold."""

    edition: Edition = Edition()
    policy: PublisherPolicy = PublisherPolicy()
    findings: Mapping[str | None, Sequence[Finding]] = {}
    standings: Mapping[str, Standing] = {}
    files: Mapping[str, ReceivedFile] = {}
    placements: Mapping[str, Placement] = {}
    sessions: Mapping[str, str] = {}
    orders: Mapping[str, StampOrder] = {}
    proofs: Mapping[str, PaperProof] = {}
    pictures: Mapping[str, Sequence[PagePicture]] = {}
    bibtex: Mapping[str, str] = {}


def papers_of(
    edition: Edition,
    policy: PublisherPolicy,
    findings: Sequence[Finding],
    *,
    files: Iterable[ReceivedFile] = (),
    pagination: Pagination | None = None,
    orders: Iterable[StampOrder] = (),
    proof: Proof | None = None,
    pictures: Iterable[PagePicture] = (),
) -> Papers:
    """Everything sorted by paper; what has not been built yet is not there."""
    pagination = pagination or Pagination()
    shown: dict[str, list[PagePicture]] = {}
    for each in pictures:
        shown.setdefault(each.paper, []).append(each)
    return Papers(
        edition=edition,
        policy=policy,
        findings=by_paper(findings),
        standings=standings_of(edition, findings),
        files=_by(lambda each: each.paper, files),
        placements=_by(lambda each: each.paper, pagination.placements),
        sessions={id: session.title for session in edition.sessions for id in session.papers},
        orders=_by(lambda each: each.paper, orders),
        proofs=_by(lambda each: each.id, proof.papers if proof else ()),
        pictures=shown,
        bibtex=_bibtex(edition, pagination, policy),
    )


def _by(key: Callable[[T], str], records: Iterable[T]) -> dict[str, T]:
    return {key(each): each for each in records}


def _bibtex(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> dict[str, str]:
    """The entry of each paper that has one, as the index writes it."""
    ids = {entry_key(edition.volume, paper): paper.id for paper in edition.papers}
    return {ids[each.key]: bibtex_text([each]) for each in entries(edition, pagination, policy) if each.key in ids}
