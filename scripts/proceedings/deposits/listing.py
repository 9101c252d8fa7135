"""The deposits from outside: which files an edition's deposits have, and why one of them is not written."""

from __future__ import annotations

import re

from proceedings.email_addresses import ADDRESS
from proceedings.publisher import PublisherPolicy, load_policy
from proceedings.records.volume import Crossref, Volume
from proceedings.wording import listed

CROSSREF = "crossref.xml"
DBLP = "dblp.xml"
FOLDERS = ("datacite", "jats")
"""Folders with a file a paper, and nothing else."""

YEARS = range(1400, 2201)
"""The years that Crossref takes."""

_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
_DOI = re.compile(r"10\.\d{4,9}/\S{1,200}")


def whole_files(volume: Volume) -> tuple[str, ...]:
    """The names of the files about the whole volume that are written."""
    return tuple(name for name in (CROSSREF, DBLP) if name not in refusals(volume))


def refusals(volume: Volume) -> dict[str, str]:
    """Why a file about the whole volume is not written, in a sentence by its name."""
    reasons = {CROSSREF: _no_crossref(volume), DBLP: _not_said(dblp_lacks(volume))}
    return {name: reason for name, reason in reasons.items() if reason}


def registrar(volume: Volume, policy: PublisherPolicy) -> str | None:
    """Who registers the DOIs, if it is somebody else."""
    if volume.part_of:
        return "The editor of the joint volume"
    return policy.name if policy.registers_doi == "publisher" else None


def crossref_lacks(volume: Volume) -> list[str]:
    """The keys that do not say what Crossref cannot do without, or not in the form that it takes."""
    who = volume.crossref or Crossref()
    said = {
        "crossref.depositor": _fits(who.depositor, 1, 130),
        "crossref.email": _fits(who.email, 6, 200) and ADDRESS.fullmatch(who.email or "") is not None,
        "crossref.registrant": _fits(who.registrant, 1, 255),
        "title": _fits(volume.title, 1, 511),
        "event.name": _fits(volume.event.name or volume.title, 3, 512),
        "year": volume.known_year in YEARS,
        "paper_url": "{id}" in (volume.paper_url or "") and is_address(volume.paper_url),
    }
    return [key for key, is_said in said.items() if not is_said]


def dblp_lacks(volume: Volume) -> list[str]:
    """The keys that do not say what dblp cannot do without."""
    said = {
        "title": volume.part_of.title or volume.title if volume.part_of else volume.title,
        "year": volume.known_year,
        "event.place": volume.event.place,
        "event.start": volume.event.start,
    }
    return [key for key, is_said in said.items() if not is_said]


def is_registrable(doi: str | None) -> bool:
    """Whether a DOI has the form that Crossref takes."""
    return _DOI.fullmatch(doi or "") is not None


def is_address(url: str | None) -> bool:
    """Whether a registry can lead a reader to the address."""
    return bool(url) and len(url or "") <= 2000 and _ADDRESS.fullmatch(url or "") is not None


def paper_address(volume: Volume, paper: str) -> str | None:
    """Where a paper will be found, as `paper_url` says."""
    url = (volume.paper_url or "").replace("{id}", paper)
    return url if "{id}" in (volume.paper_url or "") and is_address(url) else None


def _no_crossref(volume: Volume) -> str | None:
    other = registrar(volume, load_policy(volume.publisher))
    if other:
        return f"{other} registers the DOIs."
    if volume.crossref is None:
        return "`crossref` does not say who deposits."
    return _not_said(crossref_lacks(volume))


def _not_said(keys: list[str]) -> str | None:
    if not keys:
        return None
    verb = "is" if len(keys) == 1 else "are"
    return f"{listed([f'`{key}`' for key in keys])} {verb} not given, or not in the form that is taken."


def _fits(text: str | None, least: int, most: int) -> bool:
    return least <= len((text or "").strip()) <= most
