"""Everything that is deposited of an edition, by its path in the folder of deposits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from proceedings.artifacts.items import ListedPaper, listed_papers
from proceedings.bibliography.cited_book import Book, book_of, cited
from proceedings.deposits.contributors import is_named
from proceedings.deposits.crossref import crossref
from proceedings.deposits.datacite import record
from proceedings.deposits.dblp import dblp
from proceedings.deposits.jats import front
from proceedings.deposits.listing import CROSSREF, DBLP, whole_files
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination


def deposit_files(edition: Edition, pagination: Pagination, policy: PublisherPolicy) -> dict[str, bytes]:
    """What can be deposited: files about the whole volume, and one a paper."""
    papers, book = listed_papers(edition, pagination, policy, of=cited), book_of(edition.volume, policy)
    writers = {CROSSREF: crossref, DBLP: dblp}
    whole = {name: writers[name](edition, papers, book) for name in whole_files(edition.volume)}
    return whole | dict(_of_papers(edition, papers, book, edition.volume.copyright or policy.copyright))


def _of_papers(
    edition: Edition, papers: Sequence[ListedPaper], book: Book, rights: str | None
) -> Iterator[tuple[str, bytes]]:
    """DataCite takes no record without a year and an author."""
    for listed in papers:
        if book.year and any(map(is_named, listed.paper.authors)):
            content = msgspec.json.encode(record(listed, edition.volume, book))
            yield f"datacite/{listed.paper.id}.json", msgspec.json.format(content, indent=1) + b"\n"
        yield f"jats/{listed.paper.id}.xml", front(listed, edition.volume, book, rights)
