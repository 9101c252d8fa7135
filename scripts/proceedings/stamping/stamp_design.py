"""Stamp design: which lines each page of a paper gets, from the publisher's patterns."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from proceedings.bibliography.cited_book import is_final, own_doi
from proceedings.bidi import isolated
from proceedings.boxes import width
from proceedings.identifiers import sound_doi
from proceedings.names import display_name, running_head_names
from proceedings.page_sizes import A4
from proceedings.pagination import archival_papers, commonest_size, size_of
from proceedings.pdf.pdf_geometry import BAND
from proceedings.publisher import PageKind, PublisherPolicy, StampPattern
from proceedings.reading.letters import plain
from proceedings.records.edition import Edition
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import PageStamp, Pagination, Placement, StampLine, StampOrder
from proceedings.records.volume import Volume
from proceedings.repairs.repaired import source_sha256
from proceedings.stamping.stamp_layout import HEAD_BASELINE
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import (
    copyright_words,
    date_span,
    date_words,
    doi_url,
    licence_label,
    page_list,
    page_range,
    permission_words,
)

LINE_HEIGHT = 16.0
"""Points: ink higher than this is no running head."""

HEAD_CLEARANCE = 5.5
"""Points of white below a running head; lines of running text leave less."""

HEAD_DISTANCE = 14.0
"""Points from the baseline of a stamped head down to the text block, as LNCS sets it."""

OWN_COPY = "Workshop’s own copy, not the version of record."

NARROWEST_BLOCK = 200.0
"""Points: a narrower ink box is no text block (a title page, a figure)."""


def stamp_orders(
    edition: Edition, pagination: Pagination, facts: Mapping[str, PaperFacts], policy: PublisherPolicy
) -> tuple[StampOrder, ...]:
    """What has to be stamped on each paper that is present, in volume order."""
    papers = {paper.id: paper for paper in archival_papers(edition)}
    return tuple(
        stamp_order(edition, papers[placement.paper], placement, facts[placement.paper], policy)
        for placement in pagination.placements
        if placement.present
    )


def stamp_order(
    edition: Edition, paper: Paper, placement: Placement, facts: PaperFacts, policy: PublisherPolicy
) -> StampOrder:
    """All that the stamper has to know of one paper."""
    return StampOrder(
        paper=paper.id,
        sha256=source_sha256(facts),
        namespace=paper.id,
        title=plain_title(paper.title),
        authors=tuple(display_name(author) for author in paper.authors),
        language=paper.language,
        subject=citation(edition.volume, placement),
        keywords=paper.keywords,
        doi=own_doi(paper, policy),
        rights=rights_line(edition.volume, paper, policy),
        date=edition.printed_date.isoformat() if edition.printed_date else None,
        pages=page_stamps(edition.volume, paper, placement, facts, policy),
        repaired=facts.repaired.file if facts.repaired else "",
    )


def page_stamps(
    volume: Volume, paper: Paper, placement: Placement, facts: PaperFacts, policy: PublisherPolicy
) -> tuple[PageStamp, ...]:
    """The stamp of every page of one paper."""
    fields = stamp_fields(volume, paper, placement, policy)
    no_heads = volume.stamp.running_heads is False or brings_running_heads(facts.pages)
    printed = plain(" ".join(line.text for page in facts.pages[:1] for line in page.lines))
    patterns = chosen_patterns(policy, volume, head_taken=no_heads, printed=printed)
    block = text_block(facts.pages)
    return tuple(
        page_stamp(page, str(placement.first_page + index), block, patterns, fields)
        for index, page in enumerate(facts.pages)
    )


def page_stamp(
    page: PageFacts, label: str, block: TextBlock, patterns: Sequence[StampPattern], fields: dict[str, str]
) -> PageStamp:
    """One page's stamp. A page turned or sized otherwise than the rest is stamped by its own ink."""
    if size_of(page) != block.page_size:
        block = text_block([page])
    kind: PageKind = "first" if page.number == 1 else "recto" if int(label) % 2 else "verso"
    texts = {**fields, "folio": label}
    lines = tuple(
        StampLine(place=pattern.place, text=text, size=pattern.size)
        for pattern in patterns
        if kind in pattern.pages and (text := pattern.text.format_map(texts).strip(" ·,"))
    )
    top = min(block.top, page.ink[1]) if page.ink else block.top
    return PageStamp(
        label=label,
        left=round(block.left, 2),
        right=round(block.right, 2),
        head=round(max(HEAD_BASELINE, top - HEAD_DISTANCE), 2),
        balanced=page.balanced,
        lines=lines,
    )


def chosen_patterns(
    policy: PublisherPolicy, volume: Volume, *, head_taken: bool, printed: str = ""
) -> tuple[StampPattern, ...]:
    """The policy's patterns that suit a paper, less what the edition turned off."""
    settings = volume.stamp
    return tuple(
        pattern
        for pattern in policy.stamps
        if pattern.suits(head_taken=head_taken, printed=printed)
        and not (settings.page_numbers is False and pattern.text == "{folio}")
        and not (settings.first_page_footer is False and pattern.pages == ("first",) and pattern.text != "{folio}")
    )


def stamp_fields(volume: Volume, paper: Paper, placement: Placement, policy: PublisherPolicy) -> dict[str, str]:
    """The texts that patterns name in braces, except the folio, which each page has of its own."""
    draft = "DRAFT" if volume.phase == "collecting" else ""
    return {
        "authors": running_head_names(paper.authors),
        "short_title": isolated(plain_title(paper.short_title or paper.title)),
        "citation": citation(volume, placement),
        "book": book_title(volume),
        "pages": page_list(range(placement.first_page, placement.last_page + 1)),
        "place_copyright": ". ".join(filter(None, (place_dates(volume), copyright_line(volume, policy)))),
        "rights": rights_line(volume, paper, policy),
        "doi": doi_words(paper, policy),
        "dated": f"© {volume.year or ''}".strip(),
        "permission": permission_words(paper.licence or volume.licence),
        "notice": " · ".join(part for part in (draft, revision_words(paper), copy_notice(volume, policy)) if part),
        "acronym": volume_acronym(volume),
    }


def copy_notice(volume: Volume, policy: PublisherPolicy) -> str:
    """What the stamped paper says of itself: whose copy it is, where another file is the version of record."""
    if volume.stamp.notice is not None:
        return volume.stamp.notice
    elsewhere = volume.part_of is not None and policy.is_own_publication
    return policy.own_copy_notice or (OWN_COPY if elsewhere else "")


def revision_words(paper: Paper) -> str:
    """`Revised 1 July 2019` on the first page of a paper whose erratum has taken its place; empty otherwise."""
    return f"Revised {date_words(paper.dates.revised)}" if paper.dates.revised else ""


def volume_acronym(volume: Volume) -> str:
    """`DLS 2019`; the event's acronym where the volume has none."""
    acronym = volume.acronym or volume.event.acronym or volume.short_title or ""
    year = str(volume.year) if volume.year else ""
    return acronym if year and year in acronym else f"{acronym} {year}".strip()


def citation(volume: Volume, placement: Placement) -> str:
    """The volume, the pages, the place and the dates, in one line."""
    return ". ".join(filter(None, (book_pages(volume, placement), place_dates(volume))))


def book_pages(volume: Volume, placement: Placement) -> str:
    """`Proceedings of ..., pp. 17-20`."""
    pages = page_range(placement.first_page, placement.last_page)
    return ", ".join(filter(None, (book_title(volume), f"{'p.' if pages.isdigit() else 'pp.'} {pages}")))


def book_title(volume: Volume) -> str:
    """The volume's title; the joint volume's where the edition is a part of one."""
    return volume.part_of.title if volume.part_of and volume.part_of.title else volume.title


def place_dates(volume: Volume) -> str:
    """Where and when the event took place."""
    return ", ".join(filter(None, (volume.event.place, date_span(volume.event.start, volume.event.end))))


def rights_line(volume: Volume, paper: Paper, policy: PublisherPolicy) -> str:
    """Copyright, licence and DOI in one line; a DOI that the publisher will register is provisional."""
    licence = paper.licence or volume.licence
    parts = [
        copyright_line(volume, policy),
        licence_label(licence) if licence else "",
        doi_words(paper, policy),
    ]
    return " · ".join(part for part in parts if part)


def copyright_line(volume: Volume, policy: PublisherPolicy) -> str:
    """Whose copyright it is, as the edition says; as the publisher does where it does not."""
    return copyright_words(volume.year, volume.copyright or policy.copyright)


def doi_words(paper: Paper, policy: PublisherPolicy) -> str:
    """The DOI as a link, marked provisional as long as somebody else has still to register it."""
    doi = sound_doi(paper.doi)
    if not doi:
        return ""
    return doi_url(doi) if is_final(paper, policy) else f"{doi_url(doi)} (provisional)"


def brings_running_heads(pages: Sequence[PageFacts]) -> bool:
    """Whether most pages after the first have a line of their own above the text block."""
    later = [page for page in pages if page.number > 1]
    return bool(later) and 2 * sum(map(has_running_head, later)) > len(later)


def has_running_head(page: PageFacts) -> bool:
    """Whether the topmost ink is one line with more white below it than running text leaves."""
    if not page.head_ink:
        return False
    runs = sorted(page.head_ink, key=lambda box: box[1])
    below = runs[1][1] if len(runs) > 1 else BAND * page.height + HEAD_CLEARANCE
    return runs[0][3] - runs[0][1] <= LINE_HEIGHT and below - runs[0][3] >= HEAD_CLEARANCE


class TextBlock(NamedTuple):
    """Where the text of a paper stands: its edges in points, and the size of the pages that were measured."""

    left: float
    right: float
    top: float
    page_size: tuple[int, int]


def text_block(pages: Sequence[PageFacts]) -> TextBlock:
    """The text block of the pages of the commonest size: the middle value of the ink's edges.

    The top is that of the pages behind the first, where no title hangs lower.
    """
    size = commonest_size(pages)
    alike = [page for page in pages if size_of(page) == size]
    boxes = [page.ink for page in alike if page.ink and width(page.ink) >= NARROWEST_BLOCK]
    if not boxes:
        across, down = alike[0].size if alike else A4
        return TextBlock(0.12 * across, 0.88 * across, 0.12 * down, size)
    return TextBlock(
        statistics.median_low(box[0] for box in boxes),
        statistics.median_low(box[2] for box in boxes),
        statistics.median_low(box[1] for box in boxes[1:] or boxes),
        size,
    )
