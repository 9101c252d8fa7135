"""All checks by their code, in the order in which a paper is gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from proceedings.checks import (
    acceptance,
    already_stamped,
    approvals,
    author_mismatch,
    blank_pages,
    body_type,
    certificate,
    column_layout,
    copyright_notices,
    document_info,
    duplicates,
    file_condition,
    file_extras,
    file_form,
    fonts,
    heads_and_folios,
    images,
    ink_outside,
    item_names,
    links,
    own_descriptions,
    page_boxes,
    page_count,
    receipt,
    repairs,
    review_mode,
    rights_forms,
    searchable_text,
    sections,
    sources,
    template_leftovers,
    title_mismatch,
    todo_marks,
    unresolved_references,
    unreviewed_results,
    volume_extent,
)
from proceedings.checks.holdings import Holdings
from proceedings.checks.rules import Rules
from proceedings.cures import with_cures
from proceedings.publisher import load_policy
from proceedings.reading.reading import Reading
from proceedings.records.companions import CompanionFacts
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

PaperCheck = Callable[[Paper, Reading, Rules], Iterator[Finding]]
"""A check of one paper, by its file and what a reader sees in it. It gives findings of one code."""

EditionCheck = Callable[[Holdings], Iterator[Finding]]
"""A check of the whole: papers against one another and the metadata, and what is to be handed over beside them."""

FILE_CHECKS: Mapping[str, PaperCheck] = {
    "not-a-pdf": file_condition.not_a_pdf,
    "damaged-pdf": file_condition.damaged_pdf,
    "password": file_condition.password,
    "encrypted": file_condition.encrypted,
}
"""The ones that say whether there is anything to check; the reading may have no pages."""

PAPER_CHECKS: Mapping[str, PaperCheck] = {
    "repaired": repairs.repaired,
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
    "font-not-embedded": fonts.font_not_embedded,
    "type3-font": fonts.type3_font,
    "no-unicode-map": fonts.no_unicode_map,
    "low-resolution-image": images.low_resolution_image,
    "no-searchable-text": searchable_text.no_searchable_text,
    "broken-link": links.broken_link,
    "certified": certificate.certified,
    "certificate-void": certificate.certificate_void,
    "receipt-mismatch": receipt.receipt_mismatch,
    "ink-outside-text-block": ink_outside.ink_outside_text_block,
    "column-count": column_layout.column_count,
    "gutter": column_layout.gutter,
    "body-font": body_type.body_font,
    "body-size": body_type.body_size,
    "leading": body_type.leading,
    "page-number-present": heads_and_folios.page_number_present,
    "page-number-missing": heads_and_folios.page_number_missing,
    "running-head-present": heads_and_folios.running_head_present,
    "running-head-missing": heads_and_folios.running_head_missing,
    "page-limit": page_count.page_limit,
    "page-minimum": page_count.page_minimum,
    "already-stamped": already_stamped.already_stamped,
    "review-mode": review_mode.review_mode,
    "template-leftover": template_leftovers.template_leftover,
    "unresolved-reference": unresolved_references.unresolved_reference,
    "todo-mark": todo_marks.todo_mark,
    "section-missing": sections.section_missing,
    "copyright-notice": copyright_notices.copyright_notice,
    "document-info": document_info.document_info,
    "item-undeclared": item_names.item_undeclared,
    "item-unmentioned": item_names.item_unmentioned,
    "artifacts-described": own_descriptions.artifacts_described,
    "mlperf-unverified": unreviewed_results.mlperf_unverified,
}
"""The ones that look at the pages of one paper."""

EDITION_CHECKS: Mapping[str, EditionCheck] = {
    "duplicate-pdf": duplicates.duplicate_pdf,
    "title-mismatch": title_mismatch.title_mismatch,
    "author-mismatch": author_mismatch.author_mismatch,
    "authors-changed": acceptance.authors_changed,
    "source-missing": sources.source_missing,
    "source-mismatch": sources.source_mismatch,
    "rights-missing": rights_forms.rights_missing,
    "rights-mismatch": rights_forms.rights_mismatch,
    "approval-missing": approvals.approval_missing,
    "publisher-precondition": volume_extent.publisher_precondition,
    "certificate-missing": certificate.certificate_missing,
    "page-budget": volume_extent.page_budget,
}
"""The ones that look at the whole, papers whose file is not there included."""


def check_paper(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """All findings of one paper. A file without usable pages has one finding and no others."""
    for check in FILE_CHECKS.values():
        yield from check(paper, reading, rules)
    if reading.facts.pages:
        for check in PAPER_CHECKS.values():
            yield from check(paper, reading, rules)


def check_edition(
    edition: Edition, facts: Iterable[PaperFacts], companions: CompanionFacts | None = None
) -> list[Finding]:
    """All findings of the accepted papers, in volume order, and of the volume as a whole."""
    policy = load_policy(edition.volume.publisher)
    rules = Rules(profile=edition.profile, policy=policy, volume=edition.volume, vocabulary=edition.vocabulary)
    readings = {each.paper: Reading(each) for each in facts}
    holdings = Holdings(edition, rules, readings, companions)
    findings = [finding for paper, reading in holdings.papers for finding in check_paper(paper, reading, rules)]
    findings += [finding for check in EDITION_CHECKS.values() for finding in check(holdings)]
    return list(with_cures(findings, (each.facts for each in readings.values()), edition.profile.latex))
