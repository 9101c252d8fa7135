"""Compares the tables that are handed over with the volume: papers.csv, the files in papers/, the bibliography."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from proceedings.bibliography.bibtex import entry_key, read_bibtex
from proceedings.bibliography.cited_book import as_published, is_cited, own_doi, settled
from proceedings.csv_text import unescaped
from proceedings.names import display_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.verification.cited_people import people_in, people_troubles
from proceedings.verification.readback import bare

Row = Mapping[str, str]

COLUMNS = ["id", "session", "title", "authors", "first_page", "last_page", "pages", "doi", "sha256"]


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hex, empty where there is no file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of papers.csv. OSError, UnicodeDecodeError or csv.Error where it cannot be read."""
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    return [row | {"doi": unescaped(row["doi"])} if row.get("doi") else row for row in rows]


def read_entries(path: Path) -> dict[str, dict[str, str]]:
    """The fields of each BibTeX entry by key. Raises BibliographyError on a block that does not parse."""
    return read_bibtex(path.read_text("utf-8"))


def row_troubles(row: Row | None, paper: Paper, placement: Placement, edition: Edition) -> list[str]:
    """Where one row of papers.csv differs from the metadata and the pagination."""
    if row is None:
        return ["papers.csv has no row for the paper"]
    first, last = placement.first_page, placement.last_page
    session = edition.sessions[placement.session].title if placement.session < len(edition.sessions) else None
    wanted = {
        "title": paper.title,
        "authors": "; ".join(display_name(author) for author in paper.authors),
        "first_page": str(first),
        "last_page": str(last),
        "pages": str(last - first + 1),
    } | ({"session": session} if session is not None else {})
    doi = settled(paper.doi) or ""
    wrong = [column for column, value in wanted.items() if bare(row.get(column) or "") != bare(value)]
    wrong += ["doi"] if (row.get("doi") or "") != doi else []
    return [
        f'papers.csv gives the {column.replace("_", " ")} "{row.get(column, "")}" instead of "{value}"'
        for column, value in (wanted | {"doi": doi}).items()
        if column in wrong
    ]


def order_troubles(rows: Sequence[Row], pagination: Pagination) -> list[str]:
    """Whether papers.csv has its columns, and lists the papers of the volume, each once and in order."""
    if any(list(row) != COLUMNS for row in rows):
        return [f"papers.csv has other columns than {', '.join(COLUMNS)}"]
    found = [row.get("id") for row in rows]
    wanted = [placement.paper for placement in pagination.placements]
    if found == wanted:
        return []
    return [f"papers.csv lists {len(found)} papers, the volume {len(wanted)}, or in another order"]


def hash_troubles(row: Row | None, placement: Placement, folder: Path) -> list[str]:
    """Whether the SHA-256 in papers.csv is that of the stamped file, and empty where there is none."""
    written = (row or {}).get("sha256") or ""
    found = file_sha256(folder / f"{placement.paper}.pdf")
    if placement.present and not found:
        return [f"there is no {placement.paper}.pdf among the stamped papers"]
    if not placement.present and (found or written):
        return ["the paper is not there, yet it has a stamped file or a hash in papers.csv"]
    return [] if written == found else ["the hash in papers.csv is not that of the stamped paper"]


def stray_files(folder: Path, pagination: Pagination) -> list[str]:
    """PDFs among the stamped papers that belong to no paper of the volume."""
    known = {f"{placement.paper}.pdf" for placement in pagination.placements}
    return sorted(path.name for path in folder.glob("*.pdf") if path.name not in known)


def bibliography_troubles(
    entries: Mapping[str, Mapping[str, str]], paper: Paper, placement: Placement, edition: Edition
) -> list[str]:
    """Where the BibTeX entry of one paper differs; a paper that is nowhere has none."""
    entry = entries.get(entry_key(edition.volume, paper))
    if not is_cited(paper, placement):
        return ["the paper is not there, yet it has a BibTeX entry"] if entry is not None else []
    if entry is None:
        return ["the paper has no BibTeX entry"]
    place = as_published(paper, placement)
    pages = "--".join(dict.fromkeys((str(place.first_page), str(place.last_page))))
    troubles = []
    if entry.get("pages") != pages:
        troubles.append(f'BibTeX gives the pages "{entry.get("pages", "")}" instead of "{pages}"')
    title = f"{paper.title}: {paper.subtitle}" if paper.subtitle else paper.title
    if bare(_read_latex(entry.get("title", ""))) != bare(title):
        troubles.append(f'BibTeX gives the title "{entry.get("title", "")}" instead of "{title}"')
    doi = _doi_cited(paper, edition)
    if entry.get("doi", "") != doi:
        troubles.append(f'BibTeX gives the DOI "{entry.get("doi", "")}" instead of "{doi}"')
    named = [_read_latex(name) for name in people_in(entry.get("author", ""))]
    return troubles + people_troubles("BibTeX", named, paper)


def _doi_cited(paper: Paper, edition: Edition) -> str:
    """The DOI of an entry: the paper's own, never the book's; empty where it has none, or is not ours to give."""
    return own_doi(paper, load_policy(edition.volume.publisher)) or ""


@functools.cache
def _latex_reader() -> Any:  # noqa: ANN401 (an object of pypdf)
    """A reader of LaTeX that shares nothing with our writer of it; math stays as written."""
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim")


def _read_latex(title: str) -> str:
    return str(_latex_reader().latex_to_text(title)).replace("\u02c6", "^")  # which would count as a letter
