"""Real papers of four templates: what is left in their text is found, and nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings.checks.already_stamped import already_stamped
from proceedings.checks.review_mode import review_mode
from proceedings.checks.rules import Rules
from proceedings.checks.template_leftovers import template_leftover
from proceedings.checks.todo_marks import todo_mark
from proceedings.checks.unresolved_references import unresolved_reference
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile, packaged_names
from proceedings.reading.reading import Reading
from proceedings.records.paper import Paper

PAPERS = Path(__file__).parents[4] / "shared" / "corpora" / "papers"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not PAPERS.is_dir(), reason="the shared corpora are not beside the repository"),
]

CHECKS = (already_stamped, review_mode, template_leftover, todo_mark, unresolved_reference)

SEEN_ON_THE_PAGES = {
    "acl/PierreRL--LLMsForTextSegmentation__anonymised.pdf": {"review-mode"},
    "acl/PierreRL--LLMsForTextSegmentation__main.pdf": {"review-mode"},
    "acl/acl-org--aclpubcheck__2023.acl-tutorials.1.pdf": {"already-stamped"},
    "acm/clef-men--article_tmc__submission.pdf": {"review-mode"},
    "acm/clementbera--2018-VMSimulator__paper.pdf": {"template-leftover"},
    "acm/kusumotolab--NIL__preprint.pdf": {"template-leftover"},
    "ieee/SMURFSorg--ABBFHR17-cCR-Platform__conference_071817.pdf": {"template-leftover"},
    "lncs/AVMf--avmframework-paper__SSBSE2016_paper_35.pdf": {"review-mode"},
    "lncs/nsquangexception--CSoNet2016_020_source__paper-with-comments-section4-Mar28.pdf": {
        "template-leftover",
        "unresolved-reference",
    },
}
"""By looking at the rendered pages; every other paper of the templates has none of it."""


def codes_of(path: Path) -> set[str]:
    rules = Rules(profile=load_profile(path.parent.name))
    reading = Reading(inspect_paper(path, "017"))
    return {found.code for check in CHECKS for found in check(Paper(id="017"), reading, rules)}


def test_what_is_left_in_real_papers_is_found_and_nothing_else() -> None:
    paths = [path for name in packaged_names() for path in sorted((PAPERS / name).glob("*.pdf"))]
    found = {path.relative_to(PAPERS).as_posix(): codes_of(path) for path in paths}
    assert {name: codes for name, codes in found.items() if codes} == SEEN_ON_THE_PAGES
