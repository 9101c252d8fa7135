"""All checks by their code, in the order in which a paper is gone through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proceedings.checks import (
    blank_pages,
    duplicates,
    file_condition,
    file_extras,
    file_form,
    fonts,
    images,
    links,
    page_boxes,
    page_count,
    searchable_text,
)
from proceedings.checks.rules import Check, Rules, VolumeCheck
from proceedings.profile import FormatProfile
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

FILE_CHECKS: Mapping[str, Check] = {
    "not-a-pdf": file_condition.not_a_pdf,
    "damaged-pdf": file_condition.damaged_pdf,
    "password": file_condition.password,
    "encrypted": file_condition.encrypted,
}
"""The ones that say whether there is anything to check."""

CHECKS: Mapping[str, Check] = {
    "active-content": file_extras.active_content,
    "attachment": file_extras.attachment,
    "form": file_extras.form,
    "review-annotation": file_extras.review_annotation,
    "file-size": file_form.file_size,
    "pdf-version": file_form.pdf_version,
    "page-size": page_boxes.page_size,
    "page-box": page_boxes.page_box,
    "rotated-page": page_boxes.rotated_page,
    "blank-page": blank_pages.blank_page,
    "page-limit": page_count.page_limit,
    "page-minimum": page_count.page_minimum,
    "font-not-embedded": fonts.font_not_embedded,
    "type3-font": fonts.type3_font,
    "no-unicode-map": fonts.no_unicode_map,
    "low-resolution-image": images.low_resolution_image,
    "no-searchable-text": searchable_text.no_searchable_text,
    "broken-link": links.broken_link,
}
"""The ones that look at pages."""

VOLUME_CHECKS: Mapping[str, VolumeCheck] = {
    "duplicate-pdf": duplicates.duplicate_pdf,
}


def check_paper(paper: Paper, facts: PaperFacts, rules: Rules) -> Iterator[Finding]:
    """All findings of one paper. A file without usable pages has one finding and no others."""
    for check in FILE_CHECKS.values():
        yield from check(paper, facts, rules)
    if facts.pages:
        for check in CHECKS.values():
            yield from check(paper, facts, rules)


def check_edition(edition: Edition, facts: Iterable[PaperFacts], profile: FormatProfile) -> list[Finding]:
    """All findings of the accepted papers, in volume order, and of the volume as a whole."""
    rules = Rules(profile=profile, volume=edition.volume)
    by_paper = {each.paper: each for each in facts}
    papers = [(paper, by_paper[paper.id]) for paper in edition.papers if is_checked(paper) and paper.id in by_paper]
    findings = [finding for paper, own in papers for finding in check_paper(paper, own, rules)]
    return findings + [finding for check in VOLUME_CHECKS.values() for finding in check(papers, rules)]


def is_checked(paper: Paper) -> bool:
    """Only what goes into the volume is judged."""
    return paper.status == "accepted"
