"""Reads everything beside the papers, each file behind a fence, so that none stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from proceedings.companions.source_archive import read_archive
from proceedings.inspection.pdf_guard import FenceError, fenced
from proceedings.papers_folder import source_ending
from proceedings.records.companions import CompanionFacts, FormFacts, SourceFacts

LARGEST_FORM = 64 << 20
"""Bytes: a larger file is no form."""


def read_companions(folder: Path, files: Iterable[str]) -> CompanionFacts:
    """Facts of the files, given by their paths in `folder`: PDFs as signed forms, all others as sources."""
    present = [file for file in sorted(files) if (folder / file).is_file()]
    return CompanionFacts(
        sources=tuple(_source(folder, file) for file in present if source_ending(file)),
        forms=tuple(_form(folder, file) for file in present if file.lower().endswith(".pdf")),
    )


def _source(folder: Path, file: str) -> SourceFacts:
    try:
        found = fenced(lambda: msgspec.json.encode(read_archive(folder / file, file)))
    except FenceError:
        return SourceFacts(file=file, problem="cannot be unpacked with the memory and time that there is")
    return msgspec.json.decode(found, type=SourceFacts)


def _form(folder: Path, file: str) -> FormFacts:
    from proceedings.companions.pdf_companions import form_text

    path = folder / file
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_FORM else b""
        return FormFacts(file=file, text=fenced(lambda: form_text(content).encode()).decode() if content else "")
    except (OSError, FenceError):
        return FormFacts(file=file)
