"""The signed form beside a paper: is it there, and is it the one for this paper?"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.holdings import Holdings
from proceedings.codes import finding
from proceedings.companions.listing import form_of
from proceedings.folding import folded
from proceedings.papers_folder import CAMERA_READY
from proceedings.records.finding import Finding

LONG_ENOUGH = 20
"""Letters of a title that stand in no other form by chance."""


def rights_missing(holdings: Holdings) -> Iterator[Finding]:
    """Papers that have come without the form that their publisher asks for.

    Where its record is enough, one on record in the metadata is there. A PDF that the metadata names and that is
    missing is intake's to tell.
    """
    policy = holdings.rules.policy
    if policy.signed_form is None:
        return
    there = frozenset(form.file for form in holdings.companions.forms)
    for paper, _ in holdings.papers:
        file = form_of(paper, there)
        named = paper.files.rights is not None and file.lower().endswith(CAMERA_READY)
        is_known = policy.signed_form == "record" and paper.rights.is_recorded
        if file in there or named or is_known or holdings.edition.volume.is_with_publisher(paper):
            continue
        fact = "is no PDF" if paper.files.rights else "is missing"
        message = f"papers/{file} {fact}: {policy.name} prints nothing without the signed form."
        yield finding("rights-missing", message, paper=paper.id)


def rights_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """Forms that name the title of another paper and not their own; a form that cannot be read says nothing."""
    forms = {form.file: folded(form.text) for form in holdings.companions.forms}
    titles = {paper.id: folded(paper.title) for paper in holdings.edition.papers}
    there = frozenset(forms)
    for paper in holdings.accepted:
        file = form_of(paper, there)
        words = forms.get(file, "")
        if not words or titles[paper.id] in words:
            continue
        others = [each for each in holdings.edition.papers if _is_named(titles[each.id], words)]
        if others:
            message = f'papers/{file} is the form of paper {others[0].id}: it names "{others[0].title}".'
            yield finding("rights-mismatch", message, paper=paper.id)


def _is_named(title: str, words: str) -> bool:
    return len(title) >= LONG_ENOUGH and title in words
