"""The volume that BibTeX describes: in its @proceedings, or in what the entries of all papers say alike."""

from __future__ import annotations

import collections
import datetime
import re
from collections.abc import Sequence

from proceedings.identifiers import bare_doi
from proceedings.importers.bibtex_people import names_of
from proceedings.importers.bibtex_text import address_text, latex_line
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.loose_bibtex import BibEntry
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME
from proceedings.importers.people import folded_name
from proceedings.records.format_profile import PageRule
from proceedings.records.programme import Session
from proceedings.records.volume import Editor, Event, Volume

ALIKE = "there is no @proceedings: the volume is what all entries say alike; complete proceedings.yml"
NO_SECTION = "papers have no section; they come last, in a session `Papers`"
USED = ("editor", "series", "volume", "year", "publisher", "address", "location", "isbn", "issn")
"""Fields of a paper's entry that say something of the volume."""

BOOK = ("booktitle", "journal", "journaltitle")
"""Fields in which a paper's entry names what it stands in; the last is BibLaTeX's."""

OTHER_BOOK = "papers name another book than the @proceedings, whose title was taken"

ADDRESSES = ("url", "conference_url", "doi")

PMLR = ("shortname", "published", "start", "end")
"""Fields that only PMLR's @Proceedings have."""


def volume_of(entry: BibEntry | None, papers: Sequence[BibEntry], file: str, doubts: list[Doubt]) -> Volume:
    """The volume. SourceError when the papers are of several books."""
    if entry is None:
        entry = _alike(papers, file)
        doubts.append(Doubt(fact=ALIKE if entry.fields else NO_VOLUME))
    else:
        doubts += _other_books(entry, papers, file)
    words = {name: value for name, value in entry.fields.items() if name not in ("editor", *ADDRESSES)}
    said = {name: latex_line(value, "the volume", doubts) for name, value in words.items()}
    text = BibEntry(fields=said).field
    is_pmlr = all(entry.field(name) for name in PMLR)
    start = _day(text("start"))
    return Volume(
        title=text("booktitle", "title", "journal", "journaltitle"),
        acronym=text("shortname") or None,
        series=text("series") or None,
        number=text("volume") or None,
        year=_year(text("year", "date")),
        event=Event(
            name=text("name"),
            acronym=text("shortname") or None,
            place=text("address", "location", "venue") or None,
            start=start,
            end=_day(text("end")),
            url=address_text(entry.field("conference_url", "url")) or None,
        ),
        editors=tuple(Editor(**name) for name in names_of(entry.field("editor"), "the volume", doubts)),
        publisher="pmlr" if is_pmlr else "own",
        publisher_name=text("publisher") or None,
        isbn=text("isbn") or None,
        issn=text("issn") or None,
        doi=bare_doi(address_text(entry.field("doi"))) or None,
        types={"full": PageRule()},
    )


def sessions(
    volumes: Sequence[BibEntry], papers: Sequence[tuple[str, BibEntry]], doubts: list[Doubt]
) -> tuple[Session, ...]:
    """Sections as sessions, in the order that the @proceedings gives them, else in that of the papers."""
    titles = _section_titles(volumes[0].field("sections") if volumes else "", doubts)
    groups: dict[str, list[str]] = {title: [] for title in titles.values()}
    without: list[str] = []
    for paper_id, entry in papers:
        if section := latex_line(entry.field("section", "session"), f"paper {paper_id}", doubts):
            groups.setdefault(titles.get(section, section), []).append(paper_id)
        else:
            without.append(paper_id)
    groups = {title: ids for title, ids in groups.items() if ids}
    doubts += [Doubt(fact=NO_SECTION, where=f"paper {each}") for each in without] if groups else []
    if without:
        doubts += [] if groups else [Doubt(fact=NO_PROGRAMME)]
        groups.setdefault("Papers", []).extend(without)
    return tuple(Session(title=title, papers=tuple(ids)) for title, ids in groups.items())


def _section_titles(written: str, doubts: list[Doubt]) -> dict[str, str]:
    """Titles by the words that papers use: `Preface|Full Papers`, or `full=Full Papers|short=Short Papers`."""
    pairs = (latex_line(each, "sections", doubts).partition("=") for each in written.split("|") if each.strip())
    return {name.strip(): (title if sign else name).strip() for name, sign, title in pairs}


def _alike(papers: Sequence[BibEntry], file: str) -> BibEntry:
    """What the entries of all papers say alike of their volume."""
    books = _books(papers)
    if len({folded_name(book) for book in books}) > 1:
        raise SourceError(
            f"{_several(books, file)}; leave the papers of one book in, "
            "and write its title alike, or add its @proceedings"
        )
    names = (*BOOK, "venue", *USED)
    values = {name: {each.field(name) for each in papers} for name in names}
    return BibEntry(fields={name: next(iter(said)) for name, said in values.items() if len(said) == 1 and said != {""}})


def _other_books(volume: BibEntry, papers: Sequence[BibEntry], file: str) -> list[Doubt]:
    """Papers that name another book than theirs. SourceError when hardly two name the same one."""
    books = _books(papers)
    if len({folded_name(book) for book in books}) > max(2, books.total() / 2):
        raise SourceError(f"{_several(books, file)}; leave those of the @proceedings {volume.key} in")
    own = {folded_name(volume.field(name)) for name in (*BOOK, "title")}
    others = [book for book in books if folded_name(book) not in own]
    return [Doubt(fact=OTHER_BOOK, where=f"{book} ({books[book]})") for book in others]


def _books(papers: Sequence[BibEntry]) -> collections.Counter[str]:
    """The books that papers name, and how many name each."""
    return collections.Counter(filter(None, (" ".join(each.field(*BOOK).split()) for each in papers)))


def _several(books: collections.Counter[str], file: str) -> str:
    named = ", ".join(f"{book[:60]!r} ({count})" for book, count in books.most_common(3))
    more = f" and {len(books) - 3} more" if len(books) > 3 else ""
    return f"{file}: its papers stand in {len(books)} books, {named}{more}: a list of references is no volume"


def _year(written: str) -> int | None:
    match = re.match(r"[12][0-9]{3}\b", written)
    return int(match[0]) if match else None


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None
