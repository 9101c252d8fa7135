"""Identifiers of items that cannot be true: one problem a paper, with each of them and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility, Top500
from proceedings.records.volume import Volume
from proceedings.reproducibility.addresses import is_address, is_shortened
from proceedings.reproducibility.item_identifiers import is_checksum, is_commit, is_image, is_swhid
from proceedings.wording import listed_briefly, shortened

_TOP500_LIST = re.compile(r"(?:199[3-9]|20\d\d)-(?:06|11)")

FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "swhid": (is_swhid, "no SWHID (`swh:1:rel:` or `dir`, `rev`, `snp`, `cnt`, 40 hex digits, known qualifiers)"),
    "commit": (is_commit, "no full commit (40 hex digits; a tag or a branch can be moved)"),
    "checksum": (is_checksum, "no checksum (`sha256:` and 64 hex digits)"),
    "container": (is_image, "no image reference (`host/path:tag@sha256:` and 64 hex digits)"),
    "url": (is_address, "no address that readers can follow (https://, a public host, no blanks)"),
    "croissant": (is_address, "no address that readers can follow (https://, a public host, no blanks)"),
}
"""For each key of an item: whether a text can be one, and what is said of one that cannot."""


LENGTHEN = "Give the address that a shortened one leads to: such services end, and what they shortened ends with them."


def identifier_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    """The identifiers of the items whose form is wrong, whether or not the block is asked for: they are printed."""
    if paper.reproducibility is None:
        return
    faults, short = list(_faults(paper.reproducibility)), dict(_shortened_addresses(paper.reproducibility))
    facts = [f'"{shortened(text, 50)}" is {fact}' for _, text, fact in faults]
    if short:
        facts.append(f"shortened addresses hide where they lead: {listed_briefly(list(short))}")
    if facts:
        at = next(iter([*(at for at, *_ in faults), *short.values()]))
        remedy = None if faults else LENGTHEN
        yield Problem(at=at, code="identifier-invalid", message=f"{listed_briefly(facts)}.", remedy=remedy)


def _shortened_addresses(block: Reproducibility) -> Iterator[tuple[str, Place]]:
    for kind in ("software", "datasets", "artifacts"):
        for number, item in enumerate(getattr(block, kind)):
            if item.url and is_shortened(item.url):
                yield item.url, ("reproducibility", kind, number, "url")


def _faults(block: Reproducibility) -> Iterator[tuple[Place, str, str]]:
    """Place, text and fact of each identifier that cannot be true; DOIs are seen to elsewhere."""
    for kind in ("software", "datasets", "artifacts"):
        for number, item in enumerate(getattr(block, kind)):
            for key, (is_sound, fact) in FORMS.items():
                text = getattr(item, key, None)
                if text and not is_sound(text):
                    yield ("reproducibility", kind, number, key), text, fact
    for number, machine in enumerate(block.hardware):
        if machine.top500:
            yield from _faults_of_rank(machine.top500, ("reproducibility", "hardware", number, "top500"))


def _faults_of_rank(rank: Top500, at: Place) -> Iterator[tuple[Place, str, str]]:
    if rank.list and not _TOP500_LIST.fullmatch(rank.list):
        yield (*at, "list"), rank.list, "no TOP500 list (they come out in June and November: 2020-06, 2020-11)"
    if rank.rank is not None and not 1 <= rank.rank <= 500:
        yield (*at, "rank"), str(rank.rank), "no rank from 1 to 500"
