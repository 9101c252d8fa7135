"""Importers: what a submission system exports becomes an edition. One module a system."""

from __future__ import annotations

import importlib
from pathlib import Path

from proceedings.importers.imported import Imported, SourceError

IMPORTERS = {
    "aclpub2": "proceedings.importers.aclpub2",
    "csv": "proceedings.importers.csv_table",
    "easychair": "proceedings.importers.easychair",
}
"""Each kind and its module, which has `read(source: Path) -> Imported`. It is loaded when it is asked for."""


def read_source(kind: str, source: Path) -> Imported:
    """Read an export of this kind. SourceError when the kind is unknown or nothing can be read."""
    if kind not in IMPORTERS:
        raise SourceError(f"{kind!r} is no importer of this version; there are: {', '.join(sorted(IMPORTERS))}")
    if not source.exists():
        raise SourceError(f"{source}: there is no such file or folder")
    imported: Imported = importlib.import_module(IMPORTERS[kind]).read(source)
    return imported
