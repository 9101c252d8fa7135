"""How long the paper is, by what stands on its pages, against the rule for its type."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from proceedings.boxes import bounds
from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.reading.page_kinds import PageKind
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.wording import counted, listed


def page_limit(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """More pages that count than the type allows; the first page too many is named."""
    rule = rules.pages_for(paper)
    counting = pages_that_count(reading, rule)
    if rule.max is None or len(counting) <= rule.max:
        return
    allowed = f"at most {counted(rule.max, 'page')} {'is' if rule.max == 1 else 'are'} allowed{_for_type(paper)}"
    if paper.extra_pages.pages:
        allowed += f", {paper.extra_pages.pages} extra among them"
    message = f"{place(paper)} has {_count(reading, rule, counting)}; {allowed}{_evidence(reading, rule)}."
    page = counting[rule.max]
    box = _what_counts(reading, reading.page_kinds[page - 1], rule.excluding or ())
    yield finding("page-limit", message, paper=paper.id, page=page, box=box)


def _what_counts(reading: Reading, kind: PageKind, excluding: Collection[str]) -> Box:
    """Where text stands on a page that makes it count; all of the page where it is not told from the rest."""
    page, running = reading.facts.pages[kind.page - 1], reading.running.lines()
    starts = {heading.index: begun for begun, heading in kind.begins}
    current, counted_lines = kind.holds[0], []
    for place_on_page, line in enumerate(page.lines):
        current = starts.get(place_on_page, current)
        if current not in excluding and (page.number, line) not in running:
            counted_lines.append(line.box)
    return bounds(counted_lines) if excluding and counted_lines else page.box


def page_minimum(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Fewer pages that count than the type asks."""
    rule = rules.pages_for(paper)
    counting = pages_that_count(reading, rule)
    if rule.min is None or len(counting) >= rule.min:
        return
    asked = f"at least {rule.min} {'is' if rule.min == 1 else 'are'} asked{_for_type(paper)}"
    message = f"{place(paper)} has {_count(reading, rule, counting)}; {asked}{_evidence(reading, rule)}."
    yield finding("page-minimum", message, paper=paper.id)


def _for_type(paper: Paper) -> str:
    """` for the type short`; nothing where the paper has no type, as when its authors check it."""
    return f" for the type {paper.type}" if paper.type else ""


def pages_that_count(reading: Reading, rule: PageRule) -> list[int]:
    """The numbers of the pages on which something stands that the rule does not leave out."""
    if not rule.excluding:
        return [page.number for page in reading.facts.pages]
    return [page.page for page in reading.page_kinds if not set(page.holds) <= set(rule.excluding)]


def _count(reading: Reading, rule: PageRule, counting: Sequence[int]) -> str:
    """`10 pages, 9 of them counted without references`, or `10 pages` where all count by the rule."""
    pages = counted(len(reading.facts.pages), "page")
    return f"{pages}, {len(counting)} of them counted without {listed(rule.excluding)}" if rule.excluding else pages


def _evidence(reading: Reading, rule: PageRule) -> str:
    """`; page 9 starts with “REFERENCES”`: where what does not count begins, so that the count can be checked."""
    if not rule.excluding:
        return ""
    pages = reading.page_kinds
    before = (None, *pages[:-1])
    begins = [
        words for page, last in zip(pages, before, strict=True) for words in _beginnings(page, last, rule.excluding)
    ]
    kinds = listed(rule.excluding)
    return f"; {'; '.join(begins)}" if begins else f"; no heading of {kinds} was found, so that every page counts"


def _beginnings(page: PageKind, last: PageKind | None, excluding: Collection[str]) -> Iterator[str]:
    """Each heading on the page from which pages count no more, or again; `last` is the page before."""
    if last and _last_part(last) == "references" and page.holds[0] == "body":
        yield f"page {page.page} holds no references"
    for number, (kind, heading) in enumerate(page.begins):
        words = quoted(f"{heading.number} {heading.text}".strip())
        if kind == "body":
            yield f"body text goes on at {words} on page {page.page}"
        elif kind not in excluding and _follows(page, last, number) in excluding:
            yield f"the {kind} from {words} on page {page.page} counts"
        elif kind in excluding and number == 0 and page.holds[0] == kind:
            yield f"page {page.page} starts with {words}"
        elif kind in excluding:
            yield f"{words} begins on page {page.page}, below other text"


def _follows(page: PageKind, last: PageKind | None, number: int) -> str:
    """What stands before the part that begins on the page under this number; empty at the front of the paper."""
    if number:
        return page.begins[number - 1][0]
    return _last_part(last) if last else ""


def _last_part(page: PageKind) -> str:
    """What stands at the foot of the page."""
    return page.begins[-1][0] if page.begins else page.holds[-1]
