"""Which files of `papers/` are sources and forms, by their names alone."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from proceedings.papers_folder import CAMERA_READY, FORM, SOURCE, own_file, own_source, source_ending
from proceedings.records.paper import Paper


def companion_files(folder: Path, papers: Collection[str]) -> tuple[str, ...]:
    """Sources and PDFs below `papers/` that are neither papers nor supplements, sorted; no file is opened."""
    found = (path for path in folder.rglob("*") if source_ending(path.name) or path.suffix.lower() == CAMERA_READY)
    inside = {path.relative_to(folder) for path in found}
    return tuple(
        sorted(
            path.as_posix()
            for path in inside
            if (folder / path).is_file()
            and "-supplement" not in path.name.lower()
            and not any(part.startswith(".") for part in path.parts)
            and not (path.suffix.lower() == CAMERA_READY and len(path.parts) == 1 and path.stem in papers)
        )
    )


def source_of(paper: Paper, files: Collection[str]) -> str:
    """The path of a paper's sources in `papers/`, or the one where they are awaited; `files` are all that are there."""
    return paper.files.source or own_source(paper.id, files) or f"{paper.id}{SOURCE}"


def form_of(paper: Paper, files: Collection[str]) -> str:
    """The path of a paper's signed form in `papers/`, or the one where it is awaited."""
    return paper.files.rights or own_file(paper.id, FORM, files) or f"{paper.id}{FORM}"
