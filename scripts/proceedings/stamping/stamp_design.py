"""Stamp design: which lines each page of a paper gets, from the publisher's patterns."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from proceedings.names import display_name, running_head_names
from proceedings.pagination import archival_papers
from proceedings.pdf.pdf_geometry import BAND
from proceedings.publisher import PageKind, PublisherPolicy, StampPattern
from proceedings.records.edition import Edition, Volume
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import PENDING, Paper
from proceedings.records.placement import PageStamp, Pagination, Placement, StampLine, StampOrder
from proceedings.wording import date_span, doi_url, licence_label, page_range, plain_title

LINE_HEIGHT = 16.0
"""Points: ink higher than this is no running head."""

HEAD_CLEARANCE = 5.5
"""Points of white below a running head; lines of running text leave less."""

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
        sha256=facts.sha256,
        namespace=paper.id,
        title=plain_title(paper.title),
        authors=tuple(display_name(author) for author in paper.authors),
        language=paper.language,
        subject=citation(edition.volume, placement),
        keywords=paper.keywords,
        doi=own_doi(paper, policy),
        rights=rights_line(edition.volume, paper, policy),
        date=edition.as_of.isoformat() if edition.as_of else None,
        pages=page_stamps(edition.volume, paper, placement, facts, policy),
        decrypt=edition.volume.repair.decrypt,
    )


def page_stamps(
    volume: Volume, paper: Paper, placement: Placement, facts: PaperFacts, policy: PublisherPolicy
) -> tuple[PageStamp, ...]:
    """The stamp of every page of one paper."""
    left, right = text_block_edges(facts.pages)
    fields = stamp_fields(volume, paper, placement, policy)
    no_heads = volume.stamp.running_heads is False or brings_running_heads(facts.pages)
    patterns = chosen_patterns(policy, volume, head_taken=no_heads)
    return tuple(
        page_stamp(page, str(placement.first_page + index), left, right, patterns, fields)
        for index, page in enumerate(facts.pages)
    )


def page_stamp(
    page: PageFacts,
    label: str,
    left: float,
    right: float,
    patterns: Sequence[StampPattern],
    fields: dict[str, str],
) -> PageStamp:
    """One page's stamp. A page turned or sized otherwise than the rest is stamped between its own edges."""
    if right > page.width:
        left, right = page.width * 0.1, page.width * 0.9
    kind: PageKind = "first" if page.number == 1 else "recto" if int(label) % 2 else "verso"
    texts = {**fields, "folio": label}
    lines = tuple(
        StampLine(place=pattern.place, text=text, size=pattern.size)
        for pattern in patterns
        if kind in pattern.pages and (text := pattern.text.format_map(texts).strip())
    )
    return PageStamp(label=label, left=round(left, 2), right=round(right, 2), lines=lines)


def chosen_patterns(policy: PublisherPolicy, volume: Volume, *, head_taken: bool) -> tuple[StampPattern, ...]:
    """The policy's patterns for pages whose head is free or taken, less what the edition turned off."""
    settings = volume.stamp
    return tuple(
        pattern
        for pattern in policy.stamps
        if not (pattern.unless_head_taken and head_taken)
        and not (pattern.if_head_taken and not head_taken)
        and not (settings.page_numbers is False and pattern.text == "{folio}")
        and not (settings.first_page_footer is False and pattern.pages == ("first",) and pattern.text != "{folio}")
    )


def stamp_fields(volume: Volume, paper: Paper, placement: Placement, policy: PublisherPolicy) -> dict[str, str]:
    """The texts that patterns name in braces, except the folio, which each page has of its own."""
    draft = "DRAFT" if volume.phase == "collecting" else ""
    notice = volume.stamp.notice if volume.stamp.notice is not None else policy.own_copy_notice
    return {
        "authors": running_head_names(paper.authors),
        "short_title": plain_title(paper.short_title or paper.title),
        "citation": citation(volume, placement),
        "rights": rights_line(volume, paper, policy),
        "notice": " · ".join(part for part in (draft, notice) if part),
        "acronym": volume_acronym(volume),
    }


def volume_acronym(volume: Volume) -> str:
    """`DLS 2019`; the event's acronym where the volume has none."""
    acronym = volume.acronym or volume.event.acronym or volume.short_title or ""
    year = str(volume.year) if volume.year else ""
    return acronym if year and year in acronym else f"{acronym} {year}".strip()


def citation(volume: Volume, placement: Placement) -> str:
    """The volume, the pages, the place and the dates, in one line."""
    pages = page_range(placement.first_page, placement.last_page)
    where = ", ".join(filter(None, (volume.event.place, date_span(volume.event.start, volume.event.end))))
    book = volume.part_of.title if volume.part_of and volume.part_of.title else volume.title
    return ". ".join(filter(None, (f"{book}, {'p.' if pages.isdigit() else 'pp.'} {pages}", where)))


def rights_line(volume: Volume, paper: Paper, policy: PublisherPolicy) -> str:
    """Copyright, licence and DOI in one line; a DOI that the publisher will register is provisional."""
    licence = paper.licence or volume.licence
    parts = [
        copyright_words(volume),
        licence_label(licence) if licence else "",
        doi_words(paper.doi, policy),
    ]
    return " · ".join(part for part in parts if part)


def copyright_words(volume: Volume) -> str:
    """`© 2019 the author(s)`; the year is not said twice where the holder names it."""
    holder = volume.copyright or "the author(s)"
    if not volume.year:
        return f"© {holder}" if volume.copyright else ""
    return f"© {holder}" if str(volume.year) in holder else f"© {volume.year} {holder}"


def doi_words(doi: str | None, policy: PublisherPolicy) -> str:
    """The DOI as a link, marked provisional where it is not ours to register."""
    if not doi or doi == PENDING:
        return ""
    return doi_url(doi) if policy.registers_doi == "us" else f"{doi_url(doi)} (provisional)"


def own_doi(paper: Paper, policy: PublisherPolicy) -> str | None:
    """The DOI that may be written into the stamped paper's metadata."""
    return paper.doi if paper.doi != PENDING and policy.registers_doi == "us" else None


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


def text_block_edges(pages: Sequence[PageFacts]) -> tuple[float, float]:
    """Left and right edge of the text block: the middle value over all pages' ink, in points."""
    boxes = [page.ink for page in pages if page.ink and page.ink[2] - page.ink[0] >= NARROWEST_BLOCK]
    if not boxes:
        width = pages[0].width if pages else 595.276
        return width * 0.12, width * 0.88
    return statistics.median_low(box[0] for box in boxes), statistics.median_low(box[2] for box in boxes)
