"""How long the paper is, against the rule for its type."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.codes import finding
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted, listed


def page_limit(paper: Paper, facts: PaperFacts, rules: Rules) -> Iterator[Finding]:
    """More pages than the type allows.

    Where references or an appendix do not count, an excess up to half of the limit is a warning: it may be theirs.
    """
    rule = rules.pages_for(paper)
    pages = len(facts.pages)
    if rule.max is None or pages <= rule.max:
        return
    allowed = f"{counted(rule.max, 'page')} {'is' if rule.max == 1 else 'are'} allowed for the type {paper.type}"
    if paper.extra_pages.pages:
        allowed += f", {paper.extra_pages.pages} extra among them"
    message = f"{place(paper)} has {counted(pages, 'page')}; {allowed}"
    if rule.excluding and pages - rule.max <= rule.max / 2:
        kinds = listed(rule.excluding)
        message += f" without {kinds}. See whether the text itself ends by page {rule.max}."
        yield finding("page-limit", message, paper=paper.id, page=rule.max + 1, severity="warning")
    else:
        yield finding("page-limit", f"{message}.", paper=paper.id, page=rule.max + 1)


def page_minimum(paper: Paper, facts: PaperFacts, rules: Rules) -> Iterator[Finding]:
    """Fewer pages than the type asks."""
    rule = rules.pages_for(paper)
    pages = len(facts.pages)
    if rule.min is not None and pages < rule.min:
        has = counted(pages, "page")
        asked = f"at least {rule.min} {'is' if rule.min == 1 else 'are'} asked for the type {paper.type}"
        message = f"{place(paper)} has {has}; {asked}."
        yield finding("page-minimum", message, paper=paper.id)
