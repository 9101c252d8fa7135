"""Size, boxes and orientation of the pages. All pages with one fault are one finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from proceedings.checks.rules import Rules, listed, pages_are, place
from proceedings.codes import finding
from proceedings.page_sizes import sides_of, size_in_words
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import page_list

PLURALS = {"is": "are", "has": "have", "its": "their", "it": "them"}


def page_size(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """Pages of a size that the profile does not name, or of several sizes; landscape pages count as upright."""
    facts, profile = reading.facts, rules.profile
    groups: dict[str, list[int]] = defaultdict(list)
    wrong: dict[str, list[int]] = defaultdict(list)
    for page in facts.pages:
        if page.box_problem is None:  # what is wrong with the boxes comes first
            meant = profile.wanted_size(page.size)
            size = size_in_words(meant or page.size, profile.size_tolerance)
            groups[size].append(page.number)
            if profile.page_sizes and not meant:
                wrong[size].append(page.number)
    wanted = [size_in_words(sides) for size in profile.page_sizes or () if (sides := sides_of(size))]
    if wrong:
        message = f"{place(paper)}: {_sizes(wrong)}; asked is {' or '.join(wanted)}."
        yield _of_pages("page-size", message, paper, reading, [number for own in wrong.values() for number in own])
    elif len(groups) > 1:
        asked = max([*(size for size in wanted if size in groups), *groups], key=lambda size: len(groups[size]))
        message = f"{place(paper)} mixes page sizes: {_sizes(groups)}; asked is one for all: {asked}."
        odd = [number for size, own in groups.items() if size != asked for number in own]
        yield _of_pages("page-size", message, paper, reading, odd)


def _of_pages(code: str, message: str, paper: Paper, reading: Reading, pages: Sequence[int]) -> Finding:
    """A finding of whole pages, shown on the first of them."""
    box = reading.facts.pages[min(pages) - 1].box
    return finding(code, message, paper=paper.id, pages=pages, box=box)


def _sizes(groups: Mapping[str, list[int]]) -> str:
    """`pages 1-3 are US Letter and page 4 is 200 x 300 mm`."""
    return listed([f"{pages_are(pages)} {size}" for size, pages in groups.items()])


def page_box(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Boxes that contradict each other, and scaled pages, which many programs show in another size."""
    facts = reading.facts
    problems: dict[str, list[int]] = defaultdict(list)
    for page in facts.pages:
        if problem := page.box_problem or scaling(page):
            problems[problem].append(page.number)
    if problems:
        words = listed([f"{page_list(pages)} {_said_of(len(pages), problem)}" for problem, pages in problems.items()])
        numbers = [number for pages in problems.values() for number in pages]
        yield _of_pages("page-box", f"{place(paper)}: {words}.", paper, reading, numbers)


def _said_of(pages: int, problem: str) -> str:
    """What was said of one page (`has a CropBox outside its MediaBox`), of one or several."""
    return problem if pages == 1 else re.sub(r"^(is|has)\b|\b(its|it)\b", lambda word: PLURALS[word[0]], problem)


def scaling(page: PageFacts) -> str | None:
    """What a user unit other than 1 does to the page."""
    return None if page.user_unit == 1 else f"is scaled by the UserUnit {page.user_unit:g}"


def rotated_page(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """Pages that are turned, or wider than high."""
    facts = reading.facts
    turned = {page.number for page in facts.pages if page.rotate % 360 and page.box_problem is None}
    wide = {page.number for page in facts.pages if page.width > page.height} - turned
    parts = []
    for pages, what in ((turned, "turned by a rotation entry"), (wide, "wider than high")):
        if pages:
            parts.append(f"{pages_are(pages)} {what}")
    if parts:
        message = f"{place(paper)}: {listed(parts)}."
        yield _of_pages("rotated-page", message, paper, reading, sorted(turned | wide))
