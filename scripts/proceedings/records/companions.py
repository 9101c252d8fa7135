"""Facts of what lies beside the papers: archives of sources and signed forms, by their paths in `papers/`."""

from __future__ import annotations

from typing import Literal

from proceedings.records.record import Record

SourceKind = Literal["latex", "word-processor", "other"]


class CompiledPdf(Record):
    """A PDF in an archive that stands where the main file's own result would; `pages` is 0 where it cannot be read."""

    name: str = ""
    sha256: str = ""
    pages: int = 0


class SourceFacts(Record):
    """An archive of sources. `problem` says in a clause why it cannot be used; the other fields are then empty.

    `mains` are the files that a document is made from, by their names in the archive; `titles` are what their
    `\\title` says, as Unicode. `missing` are files that the main file names and that are in no folder of the archive;
    they are looked for only where there is one main file. `held` are the first few names, for messages.
    """

    file: str = ""
    problem: str | None = None
    kind: SourceKind = "other"
    mains: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    compiled: tuple[CompiledPdf, ...] = ()
    held: tuple[str, ...] = ()


class FormFacts(Record):
    """A signed form; `text` is what can be read of it, its filled-in fields included, and empty for a scan."""

    file: str = ""
    text: str = ""


class CompanionFacts(Record):
    """Everything beside the papers."""

    sources: tuple[SourceFacts, ...] = ()
    forms: tuple[FormFacts, ...] = ()
