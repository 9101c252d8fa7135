"""Files of an export that are not to be trusted: links that lead out of it, and archives that nobody should unpack."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from proceedings.importers.export_files import leads_outside
from proceedings.importers.imported import Doubt, Imported
from proceedings.unsafe_archive import unsafe

OUTSIDE = "links that lead out of the folder of the export were not followed: put the files themselves there"
UNSAFE = "archives that nobody should unpack were taken over as they are: ask the authors for others"


def within_folder(imported: Imported, folder: Path) -> Imported:
    """The same without files that lie outside the folder; a doubt names each of them, and each unsafe archive."""
    pdfs, beside = _inside(imported.pdfs, folder), _inside(imported.beside, folder)
    taken = {*pdfs.values(), *beside.values()}
    left = [path for path in (*imported.pdfs.values(), *imported.beside.values()) if path not in taken]
    faults = {path.name: fault for path in beside.values() if (fault := _fault(path))}
    doubts = [Doubt(fact=OUTSIDE, where=path.name) for path in left]
    doubts += [Doubt(fact=UNSAFE, where=f"{name} {fault}") for name, fault in faults.items()]
    return msgspec.structs.replace(imported, pdfs=pdfs, beside=beside, doubts=(*imported.doubts, *doubts))


def _inside(files: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    return {key: path for key, path in files.items() if not leads_outside(folder, path.absolute())}


def _fault(path: Path) -> str | None:
    """What is wrong with an archive. What is none is told by the checks of sources."""
    try:
        with zipfile.ZipFile(path) as archive:
            return unsafe(archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
