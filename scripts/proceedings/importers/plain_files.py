"""Text files in whichever encoding a system or an editor wrote them."""

from __future__ import annotations

import codecs
from pathlib import Path

from proceedings.importers.imported import Doubt

NOT_UTF8 = "files that are not UTF-8 were read as Windows-1252: look at the accents"
UTF_16 = "files in UTF-16 were read as such"


def read_text(path: Path, doubts: list[Doubt]) -> str:
    """A file in UTF-8 without its byte order mark, in UTF-16 or else in Windows-1252; these two are doubts."""
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        doubts.append(Doubt(fact=UTF_16, where=path.name))
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        doubts.append(Doubt(fact=NOT_UTF8, where=path.name))
        return content.decode("cp1252", errors="replace")
