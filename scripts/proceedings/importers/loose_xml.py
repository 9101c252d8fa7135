"""XML of other people's systems: nothing is fetched, no entity expanded, and what is no XML is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import one_line
from proceedings.importers.xml_entities import defines_entities

NOT_UTF8 = "files that are not in the encoding that they state were read as Windows-1252: look at the accents"


def root_of(path: Path, doubts: list[Doubt]) -> etree._Element:
    """The root element of a file. SourceError with line and column when it is no XML, or defines entities."""
    content = path.read_bytes()
    if defines_entities(content):
        raise SourceError(
            f"{path.name}: it defines entities, which are not expanded here; write the letters themselves"
        )
    try:
        return _parsed(content)
    except etree.XMLSyntaxError as error:
        if "UTF-8" not in str(error) and "encoding" not in str(error).lower():
            raise SourceError(_fault(path, content, error)) from error
    try:
        root = _parsed(content, "cp1252")
    except (etree.XMLSyntaxError, LookupError) as error:
        raise SourceError(_fault(path, content, error)) from error
    doubts.append(Doubt(fact=NOT_UTF8, where=path.name))
    return root


def _parsed(content: bytes, encoding: str | None = None) -> etree._Element:
    """The root element. Nothing is fetched and no entity expanded; depth and size have lxml's bounds."""
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser)


def _fault(path: Path, content: bytes, error: Exception) -> str:
    line, column = getattr(error, "position", (1, 1))
    said = re.sub(r", line \d+, column \d+$", "", one_line(str(getattr(error, "msg", error))))
    is_cut = "Premature end" in said or not content.replace(b"\0", b"").rstrip().endswith(b">")
    fact = "the file ends in the middle; export it again" if is_cut else f"this is not XML: {said}"
    return f"{path.name}, line {line}, column {column}: {fact}"
