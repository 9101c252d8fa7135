"""What the metadata says once a publisher's list is taken over, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from proceedings.adoption.listing import ListedPaper, PublishersList
from proceedings.difference import Difference
from proceedings.editions.edition_yaml import as_plain
from proceedings.identifiers import same_doi_key
from proceedings.problem import Place
from proceedings.records.paper import Paper, Published
from proceedings.records.volume import PartOf, Volume
from proceedings.wording import page_range


class Adoption(NamedTuple):
    """All values that change, and what the files have to say for them: each paper's, and proceedings.yml."""

    differences: list[Difference]
    papers: dict[str, dict[Place, object]]
    volume: dict[Place, object]


def adoption(
    lines: Mapping[str, ListedPaper], listed: PublishersList, papers: Mapping[str, Paper], volume: Volume
) -> Adoption:
    """What changes in the papers that have a line, and in the volume, or in the joint one that it is a part of."""
    found = Adoption([], {}, {})
    for id, line in lines.items():
        paper = papers[id]
        if differences := list(_of_paper(paper, line)):
            found.differences.extend(differences)
            found.papers[id] = dict(_values(line, paper))
    book = volume.part_of or volume
    above: Place = ("part_of",) if volume.part_of else ()
    for name, old, new in (
        ("isbn", book.isbn, listed.isbn),
        ("number", book.number, listed.number),
        ("doi", book.doi, listed.doi),
    ):
        if new and not _is_same(name, new, old):
            found.differences.append(Difference(_named(book), name, old or "", new))
            found.volume[(*above, name)] = new
    if lines and not volume.published and all(id in lines or each.status != "accepted" for id, each in papers.items()):
        found.differences.append(Difference("volume", "published", "no", "yes"))
        found.volume[("published",)] = True
    return found


def _of_paper(paper: Paper, line: ListedPaper) -> Iterator[Difference]:
    if line.doi and not _is_same("doi", line.doi, paper.doi):
        yield Difference(paper.id, "doi", paper.doi or "", line.doi)
    if (pages := _pages(line, paper)) != paper.published:
        yield Difference(paper.id, "published", _words(paper.published), _words(pages))


def _values(line: ListedPaper, paper: Paper) -> Iterator[tuple[Place, object]]:
    if line.doi and not _is_same("doi", line.doi, paper.doi):
        yield ("doi",), line.doi
    if (pages := _pages(line, paper)) != paper.published:
        yield ("published",), as_plain(pages)


def _pages(line: ListedPaper, paper: Paper) -> Published | None:
    """The pages that the line gives; what it is silent about stays as it is known, and without a DOI nothing is."""
    known = paper.published
    if line.first is None:
        return known or (Published() if line.doi else None)
    if known and line.last is None and line.first == known.first_page:
        return known
    return Published(first_page=line.first, last_page=line.last)


def _is_same(name: str, new: str, old: str | None) -> bool:
    """Whether two spellings are one DOI, one ISBN or one number."""
    both = [each.replace("-", "") if name == "isbn" else same_doi_key(each) for each in (new, old or "")]
    return both[0] == both[1]


def _words(published: Published | None) -> str:
    if published is None:
        return ""
    if published.first_page is None:
        return "yes, without pages"
    return f"pages {page_range(published.first_page, published.last_page or published.first_page)}"


def _named(book: Volume | PartOf) -> str:
    return "joint volume" if isinstance(book, PartOf) else "volume"
