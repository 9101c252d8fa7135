"""PDFs matched by title, in their names or on their first pages, for papers that have none by number, when asked."""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from proceedings.importers.imported import Doubt, Imported
from proceedings.importers.pdf_first_page import first_words
from proceedings.importers.people import folded_name
from proceedings.importers.submission_pdfs import NO_PDF, papers_below

BY_TITLE = "by title"
"""The words in `import.yml` (`pdfs: by title`) that ask for it."""

MATCHED = "PDFs were matched by the titles in their names: see that they are right"
MATCHED_PAGE = "PDFs were matched by the titles on their first pages: see that they are right"
SEVERAL = "several PDFs or papers go by one title, so none was matched"
SHORTEST = 10
"""How many letters a name and a title have to share from their beginnings; names are cut, titles have subtitles."""


def with_titled_pdfs(imported: Imported, folder: Path) -> Imported:
    """The same with a PDF for each paper that had none, where one name, else one first page, fits one title only."""
    taken = {*imported.pdfs.values()}
    left = [path for path in papers_below(folder) if path not in taken]
    waiting = {each.id: each.title for each in imported.edition.papers if each.id not in imported.pdfs}
    names = {path: _folded_stem(path.stem) for path in left}
    by_name, unclear = _pairs({key: _fitting(folded_name(title), names) for key, title in waiting.items()})
    pages = {path: folded_name(first_words(path)) for path in left if path not in by_name.values()}
    waiting_still = {key: folded_name(title) for key, title in waiting.items() if key not in by_name}
    by_page, unclear_pages = _pairs({key: _showing(title, pages) for key, title in waiting_still.items()})
    found = {**by_name, **by_page}
    doubts = [doubt for doubt in imported.doubts if not _is_cured(doubt, found)]
    doubts += [Doubt(fact=MATCHED, where=f"paper {key} ({path.name})") for key, path in by_name.items()]
    doubts += [Doubt(fact=MATCHED_PAGE, where=f"paper {key} ({path.name})") for key, path in by_page.items()]
    several = dict.fromkeys((*unclear, *unclear_pages))
    doubts += [Doubt(fact=SEVERAL, where=f"paper {key} ({waiting[key]})") for key in several if key not in found]
    return msgspec.structs.replace(imported, pdfs={**imported.pdfs, **found}, doubts=tuple(doubts))


def _pairs(fitting: Mapping[str, list[Path]]) -> tuple[dict[str, Path], list[str]]:
    """The papers that one file fits which fits no other, and those for which it is not clear."""
    claims = collections.Counter(path for paths in fitting.values() for path in paths)
    found = {key: paths[0] for key, paths in fitting.items() if len(paths) == 1 and claims[paths[0]] == 1}
    return found, [key for key, paths in fitting.items() if paths and key not in found]


def _showing(title: str, pages: Mapping[Path, str]) -> list[Path]:
    """The files at the top of whose first page the whole title stands."""
    return [path for path, words in pages.items() if len(title) >= SHORTEST and title in words]


def _folded_stem(stem: str) -> str:
    """The name of a file for comparison, without a number before it."""
    return folded_name(re.sub(r"^[0-9]+[\s._-]+", "", stem))


def _fitting(title: str, stems: Mapping[Path, str]) -> list[Path]:
    """The files whose names begin as the title does, to the end of the shorter of both."""
    return [
        path
        for path, stem in stems.items()
        if min(len(stem), len(title)) >= SHORTEST and (title.startswith(stem) or stem.startswith(title))
    ]


def _is_cured(doubt: Doubt, found: dict[str, Path]) -> bool:
    return doubt.fact == NO_PDF and doubt.where.removeprefix("paper ") in found
