"""Papers in a table that no system writes, in each layout of authors, with the mapping that tells what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from export_makers import as_json, written
from proceedings.records.paper import Author, Paper
from system_exports import System, Writer, first_place, name_columns, words
from table_exports import Cells, csv_of, said_country

_PAPER = {"id": "Nr", "title": "What", "abstract": "Gist", "keywords": "Words", "topics": "Fields", "doi": "DOI"}
_PAPER |= {"type": "Kind", "track": "Stream", "licence": "Terms", "decision": "Outcome"}
_AUTHOR = {"given": "Forename", "family": "Surname", "suffix": "Generation", "email": "Mail", "orcid": "iD"}
_AUTHOR |= {"affiliation": "Home", "department": "Unit", "city": "Town", "country": "Land", "corresponding": "Writes"}


def mapped(layout: str) -> Writer:
    """A table whose columns bear titles that nobody knows, and the `import.yml` (JSON is YAML) that explains them."""

    def write(papers: Sequence[Paper], folder: Path) -> Path:
        rows = [row for each in papers for row in _LAYOUTS[layout](each)]
        mapping = {"importer": "csv", "accept": "^in", "columns": _PAPER, "authors": _AUTHORS[layout]}
        return written(folder, {"table.csv": csv_of(rows), "import.yml": as_json(mapping)})

    return write


_AUTHORS = {
    "string": {"layout": "string", "columns": {"name": "People"}, "separator": ";"},
    "long": {"layout": "long", "columns": _AUTHOR | {"order": "Place"}},
    "wide": {"layout": "wide", "columns": {field: f"{title} {{n}}" for field, title in _AUTHOR.items()}},
}


def _mapped_paper(paper: Paper) -> Cells:
    said = {
        "id": paper.id,
        "title": paper.title,
        "abstract": paper.abstract,
        "keywords": "; ".join(paper.keywords),
        "topics": "; ".join(paper.topics),
        "doi": paper.doi,
        "type": paper.type.replace("-", " ").title(),
        "track": paper.track,
        "licence": paper.licence,
        "decision": "In",
    }
    return {_PAPER[field]: cell or "" for field, cell in said.items()}


def _mapped_author(author: Author, paper: Paper) -> Cells:
    place = first_place(author, paper)
    given, family, suffix = name_columns(author, suffix=True)
    said = {
        "given": given,
        "family": family,
        "suffix": suffix,
        "email": author.email,
        "orcid": author.orcid,
        "affiliation": place.name,
        "department": place.department,
        "city": place.city,
        "country": said_country(place),
        "corresponding": "yes" if author.corresponding else "",
    }
    return {_AUTHOR[field]: cell or "" for field, cell in said.items()}


def _long(paper: Paper) -> list[Cells]:
    people = enumerate(paper.authors, start=1)
    return [_mapped_paper(paper) | _mapped_author(each, paper) | {"Place": str(number)} for number, each in people]


def _wide(paper: Paper) -> list[Cells]:
    people = enumerate(paper.authors, start=1)
    numbered = {f"{key} {n}": cell for n, each in people for key, cell in _mapped_author(each, paper).items()}
    return [_mapped_paper(paper) | numbered]


def _string(paper: Paper) -> list[Cells]:
    names = []
    for author in paper.authors:
        given, family, _ = name_columns(author)
        place = first_place(author, paper).name
        star = "*" if author.corresponding else ""
        names.append(f"{family}, {given}{star}" if given else family + star)
        names[-1] += f" ({place})" if place else ""
    return [_mapped_paper(paper) | {"People": "; ".join(names)}]


_LAYOUTS: dict[str, Callable[[Paper], list[Cells]]] = {"long": _long, "wide": _wide, "string": _string}
_HELD = words("id title abstract keywords topics doi type track licence")
_OF_AUTHORS, _OF_PLACES = words("email orcid corresponding"), words("name department city country")
MAPPED_SYSTEMS = {
    "csv, long": System("csv", mapped("long"), _HELD, _OF_AUTHORS, _OF_PLACES, suffix=True),
    "csv, wide": System("csv", mapped("wide"), _HELD, _OF_AUTHORS, _OF_PLACES, suffix=True),
    "csv, string": System("csv", mapped("string"), _HELD, words("corresponding"), unsaid=r"[,;()*]"),
}
"""Each layout. A mapping has room for one affiliation of an author."""
