"""Facts kept by what the file holds, so that no file is inspected twice: not after a check or a profile changed, not
when another paper of its batch came, not when it comes back after a detour.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import msgspec

from proceedings.checker_version import inspection_digest
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records, write_records


class KeptFacts:
    """A folder of facts: `<digest of what takes them>/<sha256 of the file>.json`, without the paper's id.

    Files that could not be used are not kept: their facts cost little, or a limit of the machine was in the way.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self.folder, self.current = folder, folder / inspection_digest()
        self.reused = 0

    def facts_of(self, path: Path, paper: str) -> PaperFacts:
        """The facts of one PDF as kept, or as taken now and kept."""
        if (found := self._found(path)) is not None:
            self.reused += 1
            return msgspec.structs.replace(found, paper=paper)
        from proceedings.inspection.pdf_inspection import inspect_paper  # the engines take 0.1 s to load

        facts = inspect_paper(path, paper)
        if facts.pages:
            write_records(self._place(facts.sha256), msgspec.structs.replace(facts, paper=""), indented=False)
        return facts

    def forget_older(self) -> None:
        """Remove what other code has taken; another batch may be doing so at the same time."""
        for other in self.folder.glob("*"):
            if other != self.current:
                shutil.rmtree(other, ignore_errors=True)

    def _found(self, path: Path) -> PaperFacts | None:
        """A file that is no record of these facts, for whatever reason, counts for none."""
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            found = read_records(self._place(digest), PaperFacts)
        except (OSError, msgspec.MsgspecError):
            return None
        return found if found.sha256 == digest else None

    def _place(self, digest: str) -> Path:
        return self.current / f"{digest}.json"
