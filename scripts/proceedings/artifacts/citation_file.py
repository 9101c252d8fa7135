"""Citation File Format 1.2.0 (`CITATION.cff`) of the authors' own software: a draft for their repository.

Its authors are taken to be the paper's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.artifacts.licences import spdx_choice
from proceedings.artifacts.ownership import is_repository
from proceedings.bibliography.cited_book import Book, settled, whole_title
from proceedings.identifiers import is_orcid
from proceedings.records.paper import Author, Paper
from proceedings.records.reproducibility import Artifact, Software
from proceedings.typesetting.math_text import plain_title

CFF_VERSION = "1.2.0"

_CFF_DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
_CFF_SWHID = re.compile(r"swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-fA-F]{40}")
_WEB = re.compile(r"(?:https|http|ftp|sftp)://\S+")


def citation_file(listed: ListedPaper, entry: Entry, book: Book) -> bytes:
    """The software's `CITATION.cff`, which prefers that the paper is cited."""
    item = entry.item
    assert isinstance(item, Artifact | Software)
    name, version = (item.name, item.version) if isinstance(item, Software) else (item.title, None)
    url = item.url if _WEB.fullmatch(item.url or "") else None
    swhid = _CFF_SWHID.match(item.swhid or "")
    licences = spdx_choice(item.licence)
    record = {
        "cff-version": CFF_VERSION,
        "message": "If you use this software, please cite the paper that describes it.",
        "type": "software",
        "title": name or entry.key,
        "version": version,
        "commit": item.commit if isinstance(item, Software) else None,
        "authors": _authors(listed.paper),
        "doi": _cff_doi(item.doi),
        "identifiers": [{"type": "swh", "value": swhid.group()}] if swhid else None,
        "repository-code" if is_repository(url) else "url": url,
        "license": licences[0] if len(licences) == 1 else licences,
        "preferred-citation": _paper(listed, book),
    }
    return "".join(f"{line}\n" for line in _yaml(_said(record))).encode()


def _paper(listed: ListedPaper, book: Book) -> dict[str, Any]:
    return _said(
        {
            "type": "conference-paper",
            "title": plain_title(whole_title(listed.paper)),
            "authors": _authors(listed.paper),
            "collection-title": book.title,
            "publisher": _said({"name": book.publisher}),
            "start": str(listed.placement.first_page),
            "end": str(listed.placement.last_page),
            "year": book.year,
            "doi": _cff_doi(listed.doi),
            "notes": book.note,
        }
    )


def _authors(paper: Paper) -> list[dict[str, Any]]:
    """The paper's authors, of whom the format wants one at least."""
    return [_author(each, paper) for each in paper.authors] or [{"name": f"The authors of {paper.title or paper.id}"}]


def _author(author: Author, paper: Paper) -> dict[str, Any]:
    """A `literal` is a name that nobody splits; the format then calls it that of an entity."""
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid and is_orcid(author.orcid) else None
    if author.literal or not (author.family or author.given):
        return _said({"name": author.literal or "N. N.", "orcid": orcid})
    places = [each.name for each in paper.affiliations_of(author)]
    return _said(
        {
            "family-names": author.family,
            "given-names": author.given,
            "name-particle": author.particle,
            "name-suffix": author.suffix,
            "affiliation": "; ".join(filter(None, places)),
            "orcid": orcid,
        }
    )


def _cff_doi(doi: str | None) -> str | None:
    """A DOI that the format's pattern takes; it knows fewer signs than DOIs have."""
    return doi if settled(doi) and _CFF_DOI.fullmatch(doi or "") else None


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _yaml(value: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Lines of YAML: texts are quoted as JSON quotes them, which YAML reads alike."""
    for name, part in value.items():
        if isinstance(part, dict):
            yield f"{indent}{name}:"
            yield from _yaml(part, f"{indent}  ")
        elif isinstance(part, list):
            yield f"{indent}{name}:"
            for each in part:
                lines = list(_yaml(each)) if isinstance(each, dict) else [_scalar(each)]
                yield from (f"{indent}{'- ' if first else '  '}{line}" for first, line in _first_told(lines))
        else:
            yield f"{indent}{name}: {_scalar(part)}"


def _first_told(lines: list[str]) -> Iterator[tuple[bool, str]]:
    return ((number == 0, line) for number, line in enumerate(lines))


def _scalar(value: object) -> str:
    return json.dumps(" ".join(value.split()) if isinstance(value, str) else value, ensure_ascii=False)
