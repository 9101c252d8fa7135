"""What must hold of every file that is written, whatever people wrote: it parses, and does no more than say it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

import openpyxl
import yaml
from lxml import etree, html

from proceedings.bibliography.bibtex import read_bibtex
from proceedings.bibliography.latex_text import balanced
from proceedings.csv_text import FORMULA_SIGNS
from proceedings.sound_text import harmful_sign

PACKED = (".zip", ".xlsx", ".docx")
"""Files that hold others."""


def faults_of(name: str, content: bytes) -> Iterator[str]:
    """What is wrong with a file, whatever it holds, and with the files in it."""
    kind = PurePosixPath(name).suffix.lower()
    if kind in PACKED:
        yield from _faults_in_archive(name, content)
    if kind == ".xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        yield from (
            f"{name}: the formula {cell.value}"
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        )
    elif kind in READERS:
        text = content.decode("utf-8")
        if sign := harmful_sign(text.replace("\r\n", "\n")):
            yield f"{name}: U+{ord(sign):04X}"
        yield from (f"{name}: {fault}" for fault in READERS[kind](text))


def _faults_in_archive(name: str, content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inside = archive.namelist()
        if len({each.casefold() for each in inside}) != len(inside):
            yield f"{name}: two names that are one"
        for each in inside:
            parts = each.split("/")
            if not all(re.fullmatch(r"[\w.+ \[\]-]{1,200}", part) and part.strip(". ") for part in parts):
                yield f"{name}: the name {each!r}"
            yield from (f"{name}!{fault}" for fault in faults_of(each, archive.read(each)))


def _of_csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True):
        yield from (f"the formula {cell!r}" for cell in row if cell.startswith(FORMULA_SIGNS))


def _of_xml(text: str) -> Iterator[str]:
    etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    yield from ()


def _of_html(text: str) -> Iterator[str]:
    for each in html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).iter(etree.Element):
        yield from (f"the attribute {name} of {each.tag}" for name in each.attrib if name.startswith("on"))
        if each.tag in ("script", "style", "svg", "img") and "alert(" in etree.tostring(each, encoding="unicode"):
            yield f"the element {each.tag} of somebody's text"
        yield from (
            f"the link {each.get(name)}"
            for name in ("href", "src")
            if (each.get(name) or "").strip().lower().startswith(("javascript:", "data:text"))
        )


def _of_json(text: str) -> Iterator[str]:
    json.loads(text)
    yield from ()


def _of_yaml(text: str) -> Iterator[str]:
    yaml.safe_load(text)
    yield from ()


def _of_bibtex(text: str) -> Iterator[str]:
    for fields in read_bibtex(text).values():
        yield from (f"braces in {name}" for name, value in fields.items() if not balanced(value))
    yield from _of_tex(text)


def _of_tex(text: str) -> Iterator[str]:
    commands = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("%"))
    yield from re.findall(r"\\(?:write|input|immediate|end\{document)[^\n]{0,20}|\^\^", commands)


def _of_ris(text: str) -> Iterator[str]:
    yield from (
        f"the line {line!r}" for line in text.split("\r\n") if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)
    )
    yield from ["as many ends as beginnings"] * (text.count("TY  - ") != text.count("\r\nER  - "))


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    ".csv": _of_csv,
    ".xml": _of_xml,
    ".html": _of_html,
    ".json": _of_json,
    ".jsonld": _of_json,
    ".yml": _of_yaml,
    ".cff": _of_yaml,
    ".bib": _of_bibtex,
    ".tex": _of_tex,
    ".ris": _of_ris,
    ".md": lambda _: iter(()),
    ".txt": lambda _: iter(()),
    ".rels": _of_xml,
}
"""Every kind of text that is written, and what reads it."""
