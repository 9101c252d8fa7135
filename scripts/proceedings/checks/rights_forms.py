"""The signed form beside a paper: is it the one for this paper?"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.holdings import Holdings
from proceedings.codes import finding
from proceedings.companions.listing import form_of
from proceedings.folding import folded
from proceedings.records.finding import Finding

LONG_ENOUGH = 20
"""Letters of a title that stand in no other form by chance."""


def rights_mismatch(holdings: Holdings) -> Iterator[Finding]:
    """Forms that name the title of another paper and not their own; a form that cannot be read says nothing."""
    forms = {form.file: folded(form.text) for form in holdings.companions.forms}
    titles = {paper.id: folded(paper.title) for paper in holdings.edition.papers}
    for paper in holdings.accepted:
        file = form_of(paper, forms)
        words = forms.get(file, "")
        if not words or titles[paper.id] in words:
            continue
        others = [each for each in holdings.edition.papers if _is_named(titles[each.id], words)]
        if others:
            message = f'papers/{file} is the form of paper {others[0].id}: it names "{others[0].title}".'
            yield finding("rights-mismatch", message, paper=paper.id)


def _is_named(title: str, words: str) -> bool:
    return len(title) >= LONG_ENOUGH and title in words
