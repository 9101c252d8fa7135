"""Which files of `papers/` are sources and forms, by their names alone."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from proceedings.records.paper import Paper


def companion_files(folder: Path, papers: Collection[str]) -> tuple[str, ...]:
    """Zip archives and PDFs below `papers/` that are neither papers nor supplements, sorted; no file is opened."""
    inside = {path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in {".zip", ".pdf"}}
    return tuple(
        sorted(
            path.as_posix()
            for path in inside
            if (folder / path).is_file()
            and "-supplement" not in path.name
            and not any(part.startswith(".") for part in path.parts)
            and not (path.suffix == ".pdf" and len(path.parts) == 1 and path.stem in papers)
        )
    )


def source_of(paper: Paper) -> str:
    """The path of a paper's sources in `papers/`."""
    return paper.files.source or f"{paper.id}.zip"


def form_of(paper: Paper) -> str:
    """The path of a paper's signed form in `papers/`."""
    return paper.files.rights or f"{paper.id}-rights.pdf"
