"""Reads the bibliography index back in the formats of reference managers, and compares it with the papers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from proceedings.bibliography.bibtex import entry_key
from proceedings.bibliography.cited_book import as_published, is_cited, own_doi
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.cited_people import people_troubles
from proceedings.verification.readback import bare

RIS, CSL = ".ris", ".csl.json"


class Reference(NamedTuple):
    """What a reference says of a paper: its pages as `1-3`, its title, its authors, its DOI or nothing."""

    pages: str
    title: str
    authors: tuple[str, ...]
    doi: str


References = Mapping[str, Reference]
"""References by their keys, which are those of the BibTeX entries."""


def read_references(path: Path) -> References:
    """The references of a .ris or .csl.json file. OSError or ValueError where it cannot be read as one."""
    written = path.read_text("utf-8")
    return _by_id(_read_csl(written) if path.name.endswith(CSL) else _read_ris(written))


def reference_troubles(references: References, paper: Paper, placement: Placement, edition: Edition) -> list[str]:
    """Where the reference of one paper differs; a paper that is nowhere has none."""
    found = references.get(entry_key(edition.volume, paper))
    if not is_cited(paper, placement):
        return ["the paper is not there, yet it has a reference"] if found is not None else []
    if found is None:
        return ["the paper has no reference"]
    troubles = []
    place = as_published(paper, placement)
    pages = "-".join(dict.fromkeys((str(place.first_page), str(place.last_page))))
    if found.pages != pages:
        troubles.append(f'the reference gives the pages "{found.pages}" instead of "{pages}"')
    title = f"{paper.title}: {paper.subtitle}" if paper.subtitle else paper.title
    if bare(found.title) != bare(plain_title(title)):
        troubles.append(f'the reference gives the title "{found.title}" instead of "{title}"')
    doi = own_doi(paper, load_policy(edition.volume.publisher)) or ""
    if found.doi != doi:
        troubles.append(f'the reference gives the DOI "{found.doi}" instead of "{doi}"')
    return troubles + people_troubles("the reference", found.authors, paper)


def _by_id(references: Iterable[tuple[str, Reference]]) -> References:
    """The references by their ids. ValueError where two have one."""
    listed = list(references)
    found = dict(listed)
    if len(found) < len(listed):
        raise ValueError("two references have one id")
    return found


def _read_ris(written: str) -> Iterator[tuple[str, Reference]]:
    fields: dict[str, list[str]] = {}
    for line in written.splitlines():
        tag, dash, value = line.partition("  -")
        if dash and tag == "ER":
            first, last = ("".join(fields.get(name, ())) for name in ("SP", "EP"))
            pages = "-".join(dict.fromkeys(filter(None, (first, last))))
            id, title, doi = ("".join(fields.get(name, ())) for name in ("ID", "TI", "DO"))
            yield id, Reference(pages, title, tuple(fields.get("AU", ())), doi)
            fields = {}
        elif dash:
            fields.setdefault(tag, []).append(value.strip())


def _read_csl(written: str) -> Iterator[tuple[str, Reference]]:
    items = json.loads(written)
    if not isinstance(items, list) or not all(isinstance(each, dict) for each in items):
        raise ValueError("no list of references")
    yield from ((str(each.get("id")), _csl_reference(each)) for each in items)


def _csl_reference(item: Mapping[str, Any]) -> Reference:
    pages, title, doi = (str(item.get(name, "")) for name in ("page", "title", "DOI"))
    authors = item.get("author", ())
    if not isinstance(authors, list | tuple) or not all(isinstance(each, dict) for each in authors):
        raise ValueError("authors are no list of names")
    return Reference(pages, title, tuple(" ".join(map(str, each.values())) for each in authors), doi)
