"""Which system an export seems to come from, by the names of its files, where it was taken for another's."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "aclpub2": ("papers.yml",),
    "easychair": ("submission.csv", "*review_summary*.xlsx", "README_EASYCHAIR", "*/README_EASYCHAIR"),
    "hotcrp": ("*-data.json",),
    "pmlr": ("*.bib",),
}
"""Names that no other system gives its files, by the kind of the importer."""


def seeming_kind(source: Path, kind: str) -> str | None:
    """The kind whose files these are, if they are not those of `kind` itself."""
    seeming = [each for each in FILES if _has_files_of(each, source)]
    return seeming[0] if seeming and kind not in seeming else None


def _has_files_of(kind: str, source: Path) -> bool:
    if source.is_dir():
        return any(True for name in FILES[kind] for _ in source.glob(name))
    return any(source.match(name) for name in FILES[kind])
