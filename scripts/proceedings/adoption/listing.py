"""Reads what a publisher lists of its book: a table, BibTeX or RIS, whatever its site exports.

The titles of columns are common words and those of the publishers' own exports, as far as these are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.folding import folded
from proceedings.identifiers import bare_doi, bare_isbn, is_isbn, sound_doi
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import HIDDEN, TABLES, read_table, titles_there_are

Titles = Mapping[str, tuple[str, ...]]
"""Fields, and what the columns of a table call them; capitals do not count."""

COMMON: Titles = {
    "id": ("id", "paper id", "paper"),
    "title": ("title", "paper title", "chapter title", "article title"),
    "doi": ("doi", "chapter doi", "article doi"),
    "first": ("first page", "first_page", "start page", "start_page", "page from", "from page"),
    "last": ("last page", "last_page", "end page", "end_page", "page to", "to page"),
    "pages": ("pages", "page range", "page numbers"),
    "isbn": ("isbn", "print isbn", "isbn print", "e-isbn", "eisbn"),
    "number": ("volume", "volume number"),
    "book_doi": ("book doi", "volume doi"),
}

LISTS: Mapping[str, Titles] = {
    "csv": {},
    "acm": {"id": ("event_tracking_number", "event_tracking_number/theirnumber"), "title": ("thetitle",)},
    "ieee": {"title": ("document title",), "isbn": ("isbns",)},
    "springer": {
        "title": ("item title",),
        "doi": ("item doi",),
        "number": ("journal volume",),
    },
}
"""Whose list it is, and what its columns are called besides; any of them may be BibTeX or RIS as well."""

BIBTEX = {"title": "title", "doi": "doi", "pages": "pages", "isbn": "isbn", "number": "volume"}
RIS = {
    **{"TI": "title", "T1": "title", "DO": "doi", "ID": "key"},
    **{"SP": "first", "EP": "last", "SN": "isbn", "VL": "number"},
}
"""`key`: what an entry is called; Springer and ACM call it by its DOI, and Springer's has no other."""

BOOKS = frozenset({"proceedings", "book", "collection"})
"""Entries of BibTeX that are the book itself."""

_RANGE = re.compile(r"\s*(?:pp?\.|pages?)?\s*([1-9]\d*)(?:\s*[-–—]+\s*(\d+))?\s*")
_RIS_END = "ER  - "
"""What ends an entry; a last one without it is one."""

_ISBN = re.compile(r"97[89][\d -]{9,13}[\dXx]")

_BESIDE_PAPERS = re.compile(
    r"(front|back)(matter|cover)|titlepage[ivx]*|copyright(page|notice)?|(tableof)?contents|blankpage|authorindex"
    r"|messagefrom.*chairs?|publishersinformation|.*(organi[sz]ing|program(me)?|technical|steering)committee|reviewers"
)
"""What publishers list beside the papers, folded."""


class ListedPaper(NamedTuple):
    """One line of a publisher's list. `where` names its place in messages."""

    where: str
    id: str = ""
    title: str = ""
    doi: str | None = None
    first: int | None = None
    last: int | None = None


class PublishersList(NamedTuple):
    """What a list says of the papers and of the book, and what of it was doubtful."""

    papers: tuple[ListedPaper, ...]
    isbn: str | None
    number: str | None
    doi: str | None
    doubts: tuple[Doubt, ...]


def is_beside_papers(title: str) -> bool:
    """Whether a line is front or back matter by its title."""
    return bool(_BESIDE_PAPERS.fullmatch(folded(title)))


def read_list(source: Path, kind: str) -> PublishersList:
    """Read a list of this kind, a file or all files of a folder. SourceError when nothing can be read."""
    if not source.exists():
        raise SourceError(f"{source}: there is no such file or folder; a path is relative to where you are")
    there = sorted(source.iterdir()) if source.is_dir() else [source]
    files = [path for path in there if path.is_file() and not path.name.startswith(HIDDEN)]
    doubts: list[Doubt] = []
    found = [(where, fields) for path in files for where, fields in _fields_of(path, kind, doubts)]
    if not found:
        kinds = ", ".join((*TABLES, ".bib", ".ris"))
        raise SourceError(f"{source}: nothing in it is a list of papers; a list is a file that ends in {kinds}")
    papers = tuple(_paper(where, fields, doubts) for where, fields in found if fields.get("title") or fields.get("id"))
    return PublishersList(
        papers=papers,
        isbn=_isbn([fields["isbn"] for _, fields in found if fields.get("isbn")], doubts),
        number=_common("number", found, doubts),
        doi=_common("book_doi", found, doubts),
        doubts=tuple(doubts),
    )


def _fields_of(path: Path, kind: str, doubts: list[Doubt]) -> Iterator[tuple[str, dict[str, str]]]:
    """The entries of a file by our names of fields, each with its place."""
    ending = path.suffix.lower()
    if ending in TABLES:
        yield from _of_table(path, kind, doubts)
    elif ending == ".bib":
        yield from _of_bibtex(path)
    elif ending == ".ris":
        yield from _of_ris(path)


def _of_table(path: Path, kind: str, doubts: list[Doubt]) -> Iterator[tuple[str, dict[str, str]]]:
    rows = read_table(path, doubts)
    titles = {title.strip().casefold(): title for title in rows[0]}
    known = {
        field: next((titles[name] for name in (*LISTS[kind].get(field, ()), *names) if name in titles), None)
        for field, names in COMMON.items()
    }
    if known["title"] is None and known["id"] is None:
        raise SourceError(f"{path.name}: no column has titles or ids; {titles_there_are(rows[0])}")
    if not any(known[field] for field in ("doi", "first", "pages")):
        raise SourceError(f"{path.name}: no column has DOIs or pages; {titles_there_are(rows[0])}")
    for number, row in enumerate(rows, 2):
        yield f"{path.name}, row {number}", {field: row[title].strip() for field, title in known.items() if title}


def _of_bibtex(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    from proceedings.bibliography.bibtex import BibliographyError, read_entries
    from proceedings.importers.latex import plain_text

    try:
        entries = read_entries(path.read_text("utf-8-sig"))
    except (UnicodeDecodeError, BibliographyError) as error:
        fact = " ".join(str(error).removeprefix("proceedings.bib, ").split())
        raise SourceError(f"{path.name}, {fact}") from error
    for entry in entries:
        fields = {field.casefold(): value for field, value in entry.fields.items()}
        found = {ours: plain_text(fields[theirs]) for ours, theirs in BIBTEX.items() if fields.get(theirs)}
        if entry.kind.casefold() in BOOKS:
            found.pop("title", None)
            found["book_doi"] = sound_doi(bare_doi(found.get("doi") or entry.key)) or ""
        yield f"{path.name}, {entry.key}", found | {"key": entry.key}


def _of_ris(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path.name}: the file is not in UTF-8; save it again") from error
    fields: dict[str, str] = {}
    for number, line in enumerate((*text.splitlines(), _RIS_END), 1):
        tag, dash, value = line.partition("  -")
        if dash and tag in RIS:
            fields.setdefault(RIS[tag], value.strip())
        elif dash and tag == "ER" and fields:
            yield f"{path.name}, line {number}", fields
            fields = {}


def _paper(where: str, fields: Mapping[str, str], doubts: list[Doubt]) -> ListedPaper:
    pages = _RANGE.fullmatch(fields.get("pages", ""))
    span = pages or _RANGE.fullmatch(fields.get("first", ""))
    first = int(span[1]) if span else None
    last = int(span[2]) if span and span[2] else first if pages else None
    if (end := _RANGE.fullmatch(fields.get("last", ""))) is not None:
        last = int(end[1])
    said = fields.get("pages") or fields.get("first")
    if first is None and said and not is_beside_papers(fields.get("title", "")):
        doubts.append(Doubt(fact="pages that are no numbers were left out", where=f"{where} ({said})"))
    elif first is not None and last is not None and last < first:
        doubts.append(Doubt(fact="pages that end before they begin were left out", where=f"{where} ({first}-{last})"))
        first = last = None
    doi = _doi(where, fields.get("doi", ""), doubts) or sound_doi(bare_doi(fields.get("key", "")))
    return ListedPaper(where, fields.get("id", ""), " ".join(fields.get("title", "").split()), doi, first, last)


def _doi(where: str, said: str, doubts: list[Doubt]) -> str | None:
    """The bare DOI of a cell; None for `TBD` and the like, which would go over one that is known."""
    doi = sound_doi(bare_doi(said))
    if said and doi is None:
        doubts.append(Doubt(fact="what is no DOI was left out", where=f"{where} ({said})"))
    return doi


def _isbn(said: Sequence[str], doubts: list[Doubt]) -> str | None:
    """The first ISBN that all cells name; publishers list that of the paper book beside that of the files."""
    named = [[bare_isbn(isbn) for isbn in _ISBN.findall(cell) or [cell]] for cell in dict.fromkeys(said)]
    shared = [isbn for isbn in named[0] if all(isbn in each for each in named)] if named else []
    if shared and is_isbn(shared[0]):
        return shared[0]
    if shared:
        doubts.append(Doubt(fact=f"what cannot be an ISBN was left out: {said[0]}"))
    elif named:
        doubts.append(_differing("isbn", said))
    return None


def _common(field: str, found: Sequence[tuple[str, Mapping[str, str]]], doubts: list[Doubt]) -> str | None:
    """What all lines that say it say of the book; what they disagree on is nobody's."""
    said = dict.fromkeys(fields[field] for _, fields in found if fields.get(field))
    if len(said) > 1:
        doubts.append(_differing(field.replace("_", " "), said))
    return next(iter(said)) if len(said) == 1 else None


def _differing(name: str, said: Iterable[str]) -> Doubt:
    return Doubt(fact=f"the lines have different values of {name}: {' and '.join(list(dict.fromkeys(said))[:3])}")
