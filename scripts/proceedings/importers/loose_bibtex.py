"""BibTeX of other people: entries whose values are whole, with @strings put in, and the line where each begins."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path

from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import one_line, table_text
from proceedings.records.record import Record
from proceedings.wording import MONTHS

NO_STRING = "abbreviations that no @string explains stand as they are written"
FIELD_TWICE = "fields that an entry has twice: the first was taken, as BibTeX does"
_MONTHS = {month[:3].lower(): month for month in MONTHS}


class BibEntry(Record):
    """An entry by its kind and its fields, both in small letters; values are in LaTeX without their delimiters."""

    kind: str = ""
    key: str = ""
    line: int = 0
    fields: dict[str, str] = {}

    def field(self, *names: str) -> str:
        """The first of these fields that is not empty."""
        return next((value for name in names if (value := self.fields.get(name, "").strip())), "")


def read_bibtex_file(path: Path, doubts: list[Doubt]) -> list[BibEntry]:
    """The entries of a file, in its order. SourceError with the line of one that does not parse or is there twice."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import (
        Block,
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
        String,
    )

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is broken is told with its line below
    library = parse_string(table_text(path, doubts).replace("\r\n", "\n").replace("\r", "\n"), parse_stack=[])
    strings = {each.key.lower(): str(each.value) for each in library.strings}
    entries: list[BibEntry] = []
    for block in library.blocks:
        found: Block | None = block
        if isinstance(block, DuplicateFieldKeyBlock):
            found = block.ignore_error_block
        elif isinstance(block, DuplicateBlockKeyBlock) and isinstance(block.ignore_error_block, String):
            strings[block.key.lower()] = str(block.ignore_error_block.value)
        elif isinstance(block, DuplicateBlockKeyBlock):
            raise SourceError(
                f"{path.name}, line {_line(block)}: the key {block.key!r} is there twice (first in line "
                f"{_line(block.previous_block)}): were two exports merged? Give each entry its own, or take one out"
            )
        elif isinstance(block, ParsingFailedBlock):
            raise SourceError(
                f"{path.name}, line {_line(block)}: this is not BibTeX: {_fault(block.error)}; "
                "correct the entry or take it out"
            )
        if isinstance(found, Entry):
            pairs = [(each.key.strip().lower(), str(each.value)) for each in found.fields]
            place = f"{path.name}, line {_line(found)}"
            entries.append(
                BibEntry(
                    kind=found.entry_type.strip().lower(),
                    key=found.key.strip(),
                    line=_line(found),
                    fields=_fields(pairs, strings, place, doubts),
                )
            )
    return entries


def _fields(
    pairs: list[tuple[str, str]], strings: Mapping[str, str], place: str, doubts: list[Doubt]
) -> dict[str, str]:
    fields: dict[str, str] = {}
    for name, written in pairs:
        if name in fields:
            doubts.append(Doubt(fact=FIELD_TWICE, where=f"{place}, {name}"))
        else:
            fields[name] = _value(written, strings, place, doubts)
    return fields


def _value(written: str, strings: Mapping[str, str], place: str, doubts: list[Doubt], depth: int = 0) -> str:
    """The text of `"a" # b # {c}`; what stands bare is a number, a month or a @string."""
    parts = []
    for part in _joined_parts(written):
        name = part.lower()
        if part[:1] in ('"', "{"):
            parts.append(part[1:-1] if len(part) > 1 else "")
        elif name in strings and depth < len(strings):
            parts.append(_value(strings[name], strings, place, doubts, depth + 1))
        elif part.isdigit() or name in _MONTHS:
            parts.append(_MONTHS.get(name, part))
        elif part:
            doubts.append(Doubt(fact=NO_STRING, where=f"{place} ({part})"))
            parts.append(part)
    return "".join(parts)


def _joined_parts(written: str) -> list[str]:
    """What stands between the signs # that are neither in braces nor in quotation marks."""
    parts, depth, quoted = [""], 0, False
    for sign, before in zip(written, " " + written, strict=False):
        depth += {"{": 1, "}": -1}.get(sign, 0) if before != "\\" else 0
        quoted ^= sign == '"' and not depth
        if sign == "#" and not depth and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def _line(block: object) -> int:
    return (getattr(block, "start_line", None) or 0) + 1


def _fault(error: Exception) -> str:
    """What the library says, in one line; it counts lines from 0, and the place is told before."""
    said = one_line(str(getattr(error, "abort_reason", None) or error))
    return re.sub(r" \(line \d+\)| on line \d+", "", said).rstrip(". ")
