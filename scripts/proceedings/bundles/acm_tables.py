"""ACM's lists of papers as tables: the simple one, the enhanced one with a row an author, and the table of contents."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from proceedings.bibliography.cited_book import own_doi, whole_title
from proceedings.bundles.acm_names import day, first_name, last_name, paper_type
from proceedings.bundles.acm_xml import SOURCE, page_of
from proceedings.countries import country_name
from proceedings.csv_text import escaped
from proceedings.editorial.blocks import one_line
from proceedings.editorial.tables import affiliation_words, contacts_of
from proceedings.email_addresses import without_addresses
from proceedings.identifiers import sound_orcid
from proceedings.importers.acm_table import TITLES
from proceedings.names import display_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import Placement

TOC = ("Order", "ACMNo", "ID", "TOC_ID", "Title", "SessionName", "DOI")
ENHANCED = tuple(next(csv.reader([TITLES])))


def simple_csv(edition: Edition, placements: Sequence[Placement]) -> bytes:
    """A row a paper, every cell in quotes, without titles: type, title, people, contact's address, other addresses."""
    papers = {paper.id: paper for paper in edition.papers}
    return _quoted(_simple(papers[each.paper]) for each in placements)


def enhanced_csv(edition: Edition, placements: Sequence[Placement]) -> bytes:
    """A row an author below ACM's titles; at most two affiliations, which is what the table has columns for."""
    papers = {paper.id: paper for paper in edition.papers}
    sections = list(dict.fromkeys(each.session for each in placements))
    rows = (
        _enhanced(edition, papers[each.paper], each, author, (number, place, sections.index(each.session) + 1))
        for number, each in enumerate(placements, 1)
        for place, author in enumerate(papers[each.paper].authors or (Author(),), 1)
    )
    return _quoted([ENHANCED, *rows])


def toc_rows(edition: Edition, placements: Sequence[Placement]) -> Iterator[Sequence[object]]:
    """The papers in order with their sessions; ACM's own numbers are ACM's to give."""
    papers, policy = {paper.id: paper for paper in edition.papers}, load_policy("acm")
    for number, each in enumerate(placements, 1):
        paper = papers[each.paper]
        title, session = one_line(whole_title(paper)), one_line(edition.session_title(each.session))
        yield (number, "", paper.id, "", title, session, own_doi(paper, policy) or "")


def _simple(paper: Paper) -> tuple[str, ...]:
    contacts = contacts_of(paper)
    people = ";".join(f"{_listable(display_name(author))}:{_first_place(author, paper)}" for author in paper.authors)
    others = ";".join(author.email for author in paper.authors if author.email and author not in contacts)
    first = next((author.email for author in contacts if author.email), "") or ""
    return (paper_type(paper.type), one_line(whole_title(paper)), people, first, others)


def _first_place(author: Author, paper: Paper) -> str:
    """Institution and country of the first affiliation."""
    places = paper.affiliations_of(author)
    if not places:
        return ""
    country = country_name(places[0].country) if places[0].country else ""
    words = ", ".join(part for part in (affiliation_words(places[0]), country) if part)
    return _listable(words)


def _listable(words: str) -> str:
    """The words without the signs that part the list of people."""
    return words.replace(";", ",").replace(":", ",")


def _enhanced(
    edition: Edition, paper: Paper, placement: Placement, author: Author, order: tuple[int, int, int]
) -> tuple[str, ...]:
    number, place, part = order
    first, second = (*paper.affiliations_of(author), None, None)[:2]
    name = ("", first_name(author), "", last_name(author), author.suffix or "")
    known = (
        str(place),
        "yes" if author.corresponding else "no",
        "",
        "",
        sound_orcid(author.orcid) or "",
        author.email or "",
    )
    first_page, last_page = page_of(placement, placement.first_page), page_of(placement, placement.last_page)
    pages = (str(number), first_page, last_page, str(number))
    return (
        "",
        paper.id,
        paper_type(paper.type),
        one_line(whole_title(paper)),
        *name,
        *known,
        *_columns(first),
        *_columns(second),
        one_line(edition.session_title(placement.session)),
        str(part),
        *pages,
        day(paper.dates.submitted),
        day(paper.dates.accepted),
        SOURCE,
        without_addresses(paper.abstract or ""),
    )


def _columns(place: Affiliation | None) -> tuple[str, ...]:
    if place is None:
        return ("",) * 5
    country = country_name(place.country) if place.country else ""
    return (place.department or "", place.name, place.city or "", place.region or "", country)


def _quoted(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows in UTF-8, every cell in quotes; one that begins like a formula stands behind an apostrophe."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
        [escaped(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode()
