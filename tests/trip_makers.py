"""The formats that Bindery writes and reads, each with its way out, its way in, and what of a paper it can hold.

`held` is the paper as it comes back: what it leaves out or joins is all that is lost. docs/importing.md says the same
in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from proceedings.bibliography.bibtex import write_bibtex
from proceedings.bibliography.cited_book import as_published, cited, whole_title
from proceedings.bibliography.latex_text import split_math
from proceedings.bundles import acl_inputs, acm_tables, acm_xml, pmlr
from proceedings.bundles.pmlr_text import IN_MATH
from proceedings.identifiers import sound_orcid
from proceedings.importers import read_source
from proceedings.importers.html_text import plain_line
from proceedings.importers.imported import Imported
from proceedings.names import display_name, full_family_name
from proceedings.paper_table.columns import Known
from proceedings.paper_table.writing import write_table
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper, Published
from proceedings.records.placement import Pagination, Placement
from proceedings.volume.papers_table import papers_table
from record_strategies import spelled

OWN = PublisherPolicy(registers_doi="us")
NAME = ("given", "family", "particle", "suffix", "literal")


class Trip(NamedTuple):
    """`write` puts an edition into a folder and tells what to import; `held` is what comes back of a paper."""

    kind: str
    write: Callable[[Edition, Path], Path]
    held: Callable[[Paper, Placement], Paper]
    sessions: bool = True


def there_and_back(trip: Trip, edition: Edition, folder: Path) -> Imported:
    """The edition as it is imported from what was written of it."""
    folder.mkdir(parents=True, exist_ok=True)
    return read_source(trip.kind, trip.write(edition, folder))


def paginated(edition: Edition) -> Pagination:
    """The papers in the order of the programme, one behind the other; those that are published where they stand."""
    papers, first, placements = {paper.id: paper for paper in edition.papers}, 1, []
    for number, session in enumerate(edition.sessions):
        for id in session.papers:
            last = first + papers[id].expected_pages - 1
            placements.append(Placement(paper=id, session=number, first_page=first, last_page=last))
            first = last + 1
    return Pagination(placements=tuple(placements), next_page=first)


def _to(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _bibtex(edition: Edition, folder: Path) -> Path:
    return _to(folder, "proceedings.bib", write_bibtex(edition, paginated(edition), OWN))


def _pmlr(edition: Edition, folder: Path) -> Path:
    keys = {paper.id: paper.id for paper in edition.papers}
    return _to(folder, "pmlr.bib", pmlr.bibliography(edition, cited(edition, paginated(edition)), keys))


def _acm_xml(edition: Edition, folder: Path) -> Path:
    return _to(folder, "erights.xml", acm_xml.erights_xml(edition, paginated(edition).placements, people=True))


def _acm_csv(edition: Edition, folder: Path) -> Path:
    return _to(folder, "enhanced.csv", acm_tables.enhanced_csv(edition, paginated(edition).placements))


def _aclpub2(edition: Edition, folder: Path) -> Path:
    for name, content in acl_inputs.input_files(edition, {}, folder).items():
        assert isinstance(content, bytes)
        _to(folder, name, content)
    return folder


def _table(edition: Edition, folder: Path) -> Path:
    write_table(
        folder / "papers.csv", Known({each.id: each for each in edition.papers}, edition.sessions), edition.volume
    )
    return folder / "papers.csv"


def _papers_csv(edition: Edition, folder: Path) -> Path:
    return _to(folder, "papers.csv", papers_table(edition, paginated(edition), {}))


def _lncs(edition: Edition, folder: Path) -> Path:
    """The text that EasyChair puts beside each paper of an LNCS volume, in folders named as in Springer's bundle."""
    papers = {paper.id: paper for paper in edition.papers}
    for each in paginated(edition).placements:
        paper = papers[each.paper]
        names = [f"{author.given or ''} | {author.literal or _last(author)}" for author in map(_joined, paper.authors)]
        lines = [f"Paper: {paper.title}", f"Pages: {each.first_page}-{each.last_page}", "-" * 7, *names, "-" * 7]
        _to(folder, f"{each.paper}/README_EASYCHAIR", "\n".join(lines))
    return folder


def _kept(paper: Paper, *fields: str, people: Callable[[Author], Author]) -> Paper:
    """The paper with these fields and its id alone, and its authors as `people` leaves them."""
    values = {name: getattr(paper, name) for name in ("id", *fields)}
    return Paper(authors=tuple(map(people, paper.authors)), **values)


def _author(author: Author, *fields: str) -> Author:
    return Author(**{name: getattr(author, name) for name in fields})


def _named(author: Author) -> Author:
    """All parts of a name."""
    return _author(author, *NAME)


def _joined(author: Author) -> Author:
    """The name with its particle as the beginning of the family name."""
    family = full_family_name(author) or None
    return msgspec.structs.replace(_sound(author), family=family, particle=None, native=None)


def _sound(author: Author) -> Author:
    """All of the author; an iD that cannot be true is handed to nobody."""
    return msgspec.structs.replace(author, orcid=sound_orcid(author.orcid))


def _last(author: Author) -> str:
    return " ".join(filter(None, (author.family, author.suffix)))


def _first_and_last(author: Author) -> Author:
    """The name where nothing but a first and a last name is known."""
    joined = _joined(author)
    return msgspec.structs.replace(joined, family=_last(joined) or None, suffix=None)


def _published(paper: Paper, place: Placement) -> Paper:
    published = Published(first_page=place.first_page, last_page=place.last_page)
    return msgspec.structs.replace(paper, published=published, expected_pages=place.pages)


def _titled(paper: Paper) -> Paper:
    """The paper with its subtitle in its title."""
    return msgspec.structs.replace(paper, title=whole_title(paper))


def _of_bibtex(paper: Paper, place: Placement) -> Paper:
    return _published(_kept(_titled(paper), "title", "keywords", "doi", people=_named), as_published(paper, place))


def _of_pmlr(paper: Paper, place: Placement) -> Paper:
    kept = _published(_kept(paper, people=_named), as_published(paper, place))
    abstract = _as_pmlr_takes_it(plain_line(paper.abstract or "")) or None
    return msgspec.structs.replace(kept, title=_as_pmlr_takes_it(whole_title(paper)), abstract=abstract)


def _as_pmlr_takes_it(text: str) -> str:
    """The text without what PMLR's checker refuses: some sequences in formulas, and backslashes elsewhere."""
    parts = split_math(text)
    return "".join(
        re.sub(r"\\[{}_$\\]", lambda match: IN_MATH[match.group()], part) if is_math else part.replace("\\", "∖")
        for is_math, part in parts
    )


def _of_acm_xml(paper: Paper, _: Placement) -> Paper:
    return _kept(_titled(paper), "title", "affiliations", "type", "expected_pages", "dates", people=_joined)


def _of_acm_csv(paper: Paper, place: Placement) -> Paper:
    people = (msgspec.structs.replace(each, affiliations=each.affiliations[:2]) for each in map(_joined, paper.authors))
    return msgspec.structs.replace(_of_acm_xml(paper, place), authors=tuple(people), abstract=paper.abstract)


def _of_aclpub2(paper: Paper, _: Placement) -> Paper:
    said = ("title", "subtitle", "short_title", "affiliations", "type", "track", "language", "licence", "status")
    listed = ("keywords", "topics", "awards")
    abstract = " ".join((paper.abstract or "").split()) or None
    return msgspec.structs.replace(_kept(paper, *said, *listed, people=_sound), abstract=abstract)


def _of_table(paper: Paper, _: Placement) -> Paper:
    return _kept(paper, "title", "type", "track", "doi", "status", people=lambda each: _named(_joined(each)))


def _of_papers_csv(paper: Paper, _: Placement) -> Paper:
    return _kept(paper, "title", "doi", "expected_pages", people=lambda each: Author(literal=display_name(each)))


def _of_lncs(paper: Paper, _: Placement) -> Paper:
    return _kept(paper, "title", "expected_pages", people=lambda each: _named(_first_and_last(each)))


TRIPS: Mapping[str, Trip] = {
    "proceedings.bib": Trip("pmlr", _bibtex, _of_bibtex, sessions=False),
    "pmlr": Trip("pmlr", _pmlr, _of_pmlr),
    "acm-xml": Trip("acm", _acm_xml, _of_acm_xml),
    "acm-csv": Trip("acm", _acm_csv, _of_acm_csv),
    "aclpub2": Trip("aclpub2", _aclpub2, _of_aclpub2),
    "metadata/papers.csv": Trip("csv", _table, _of_table),
    "papers.csv": Trip("csv", _papers_csv, _of_papers_csv),
    "easychair-lncs": Trip("easychair", _lncs, _of_lncs, sessions=False),
}


class Difference(NamedTuple):
    """A value that did not come back as it was; `paper` is empty where it is the programme's."""

    paper: str
    field: str
    expected: object
    found: object


def differences_of(name: str, made: Edition, back: Edition) -> list[Difference]:
    """What is otherwise in an edition that came back in the format of this name."""
    expected, found = expected_of(name, made), {each.id: spelled(each) for each in back.papers}
    sessions, told = _programme(name, made), [(each.title, each.papers) for each in back.sessions if each.papers]
    return [
        *([Difference("", "sessions", sessions, told)] if sessions != told else []),
        *([Difference("", "papers", [*expected], [*found])] if expected.keys() != found.keys() else []),
        *(
            Difference(id, field, value, found[id][field])
            for id, fields in expected.items()
            for field, value in fields.items()
            if id in found and found[id][field] != value
        ),
    ]


def expected_of(name: str, made: Edition) -> dict[str, dict[str, object]]:
    """What is to come back of each paper, field by field."""
    places = {each.paper: each for each in paginated(made).placements}
    return {each.id: spelled(TRIPS[name].held(each, places[each.id])) for each in made.papers}


def _programme(name: str, made: Edition) -> list[tuple[str, tuple[str, ...]]]:
    """The sessions that are to come back; where there is no place for them all papers are in one."""
    sessions = [(each.title, each.papers) for each in made.sessions if each.papers]
    ids = [id for _, papers in sessions for id in papers]
    if name == "easychair-lncs":
        return [("Papers", tuple(sorted(ids)))]
    if not TRIPS[name].sessions:
        pages = {paper.id: as_published(paper, place).first_page for paper, place in cited(made, paginated(made))}
        return [("Papers", tuple(sorted(ids, key=pages.__getitem__)))]
    return [("Papers", tuple(ids))] if name == "pmlr" and len(sessions) == 1 else sessions
