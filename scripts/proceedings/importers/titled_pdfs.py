"""PDFs that are named after the titles of their papers, for those that have none by number. Done only when asked."""

from __future__ import annotations

import collections
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from proceedings.importers.imported import Doubt, Imported
from proceedings.importers.people import folded_name
from proceedings.importers.submission_pdfs import NO_PDF, pdfs_below

BY_TITLE = "by title"
"""The words in `import.yml` (`pdfs: by title`) that ask for it."""

MATCHED = "PDFs were matched by the titles in their names: see that they are right"
SEVERAL = "several PDFs or papers go by one title, so none was matched"
SHORTEST = 10
"""How many letters a name and a title have to share from their beginnings; names are cut, titles have subtitles."""


def with_titled_pdfs(imported: Imported, folder: Path) -> Imported:
    """The same with a PDF for each paper that had none, where one name fits one title and no other."""
    taken = {*imported.pdfs.values()}
    left = {path: _folded_stem(path.stem) for path in pdfs_below(folder) if path not in taken}
    waiting = {each.id: each.title for each in imported.edition.papers if each.id not in imported.pdfs}
    fitting = {key: _fitting(folded_name(title), left) for key, title in waiting.items()}
    claims = collections.Counter(path for paths in fitting.values() for path in paths)
    found = {key: paths[0] for key, paths in fitting.items() if len(paths) == 1 and claims[paths[0]] == 1}
    doubts = [doubt for doubt in imported.doubts if not _is_cured(doubt, found)]
    doubts += [Doubt(fact=MATCHED, where=f"paper {key} ({path.name})") for key, path in found.items()]
    doubts += [
        Doubt(fact=SEVERAL, where=f"paper {key} ({waiting[key]})")
        for key, paths in fitting.items()
        if paths and key not in found
    ]
    return msgspec.structs.replace(imported, pdfs={**imported.pdfs, **found}, doubts=tuple(doubts))


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
