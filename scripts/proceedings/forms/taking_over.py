"""What a form changes in a paper's file: shown before it is written, and never over what an editor wrote.

A block that came from a form says so in its first line, with a digest of what was written. As long as the digest
holds, nobody has touched the block, and a newer form replaces it; else it takes a word of the chair's.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from pathlib import Path
from typing import Literal, NamedTuple

from proceedings.editions.edition_yaml import yaml_of
from proceedings.forms.block_lines import BlockLines, block_lines, ending_of, with_block
from proceedings.records.paper import Paper
from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility
from proceedings.sound_text import sound_record
from proceedings.yaml.yaml_edit import NoPlaceError
from proceedings.yaml.yaml_source import decoded, read_yaml_record

State = Literal["new", "same", "newer", "edited"]
"""There was no block, it says the same, nobody has touched the one of the last form, or somebody has."""

_MARK = re.compile(r"  # From (?P<form>.+), as it was taken over \((?P<digest>[0-9a-f]{12})\)\.\s*")


class _Block(Record):
    reproducibility: Reproducibility = Reproducibility()


class Change(NamedTuple):
    """What taking a form over does to a paper's file."""

    paper: Path
    form: str
    state: State
    lines: BlockLines
    block: list[str]

    @property
    def difference(self) -> str:
        """The old block and the new one, line by line."""
        old, new = ([line.rstrip("\r\n") for line in block] for block in (self.lines.block, self.block))
        return "\n".join(difflib.unified_diff(old, new, self.paper.name, self.form, n=1, lineterm=""))

    @property
    def content(self) -> bytes:
        """The file with the new block."""
        mark = b"\xef\xbb\xbf" if self.paper.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        return mark + with_block(self.lines, self.block).encode()


def change_of(paper: Path, form: str, block: Reproducibility) -> Change:
    """What the block of a form changes. NoPlaceError where it cannot be written."""
    try:
        lines = block_lines(decoded(paper.read_bytes()))
    except UnicodeDecodeError as error:
        raise NoPlaceError("is not in UTF-8") from error
    block = sound_record(block)
    known = read_yaml_record(paper, Paper, shown_as=paper.name)[0].reproducibility
    new = _block_text(block, form, ending_of([*lines.before, *lines.block]))
    if block_lines(with_block(lines, new)).block != new:
        raise NoPlaceError("has no place for a block behind its last line")
    return Change(paper, form, _state(lines.block, known, block), lines, new)


def _state(old: list[str], known: Reproducibility | None, block: Reproducibility) -> State:
    if not old:
        return "new"
    if known == block:
        return "same"
    mark = _MARK.fullmatch(old[1]) if len(old) > 1 else None
    return "newer" if mark and mark["digest"] == _digest(old[2:]) else "edited"


def _block_text(block: Reproducibility, form: str, ending: str) -> list[str]:
    head, *body = yaml_of(_Block(reproducibility=block)).splitlines(keepends=True)
    mark = f"  # From {form}, as it was taken over ({_digest(body)}).\n"
    return [line.replace("\n", ending) for line in (head, mark, *body)]


def _digest(lines: list[str]) -> str:
    text = "\n".join(line.rstrip() for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()[:12]
