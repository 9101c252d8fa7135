"""The keyword index: the authors' keywords, one entry for all spellings that differ in capitals and hyphens alone."""

from __future__ import annotations

from collections import Counter

from proceedings.bidi import isolated
from proceedings.collation import collation_key
from proceedings.keywords import keyword_key
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.typesetting.index_pages import IndexLine, index_part
from proceedings.typesetting.math_text import plain_title

TITLE = "Keyword Index"


def keyword_lines(edition: Edition, pagination: Pagination) -> list[IndexLine]:
    """All keywords of the volume's papers, collated; printed as most papers write them, of equals as the first."""
    papers = {paper.id: paper for paper in edition.papers}
    spellings: dict[str, Counter[str]] = {}
    pages: dict[str, set[tuple[int, str]]] = {}
    for placement in pagination.placements:
        for keyword in papers[placement.paper].keywords:
            if key := keyword_key(keyword):
                spellings.setdefault(key, Counter())[keyword.strip()] += 1
                pages.setdefault(key, set()).add((placement.first_page, placement.paper))
    printed = {key: max(counted, key=counted.__getitem__) for key, counted in spellings.items()}
    plain = {key: plain_title(text) for key, text in printed.items()}
    lines = [IndexLine(isolated(text), text, tuple(sorted(pages[key]))) for key, text in plain.items()]
    return sorted(lines, key=lambda line: (collation_key(line.sorted_as), line.pages))


def keyword_index(edition: Edition, pagination: Pagination, first_page: int) -> tuple[bytes, TypesetPart]:
    """The PDF of the index and its record: no pages without keywords, where the edition wants none, or in a part.

    `first_page` is its page label.
    """
    volume = edition.volume
    lines = keyword_lines(edition, pagination) if volume.keyword_index and not volume.part_of else []
    return index_part(TITLE, lines, pagination, first_page, volume)
