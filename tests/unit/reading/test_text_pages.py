from __future__ import annotations

from collections.abc import Sequence

import msgspec

from lined_pages import line, reading_of, text_lines
from proceedings.reading.margins import Running
from proceedings.reading.running_lines import RunningLines
from proceedings.reading.text_pages import text_pages
from proceedings.records.facts import TextLine
from worded_papers import heading

ENTRY = "[12] A. Sample: A paper on ranks that is cited here, and more of it. In: Proc. SW, pp. 1-9 (2019)"
BODY = [heading("1 Introduction", 126), *text_lines(first=140)]


def entries(first: float = 150, last: float = 660) -> list[TextLine]:
    rows = int((last - first) / 11)
    return [line(ENTRY, 135, first + 11 * row, size=9, font="CMR9", width=345) for row in range(rows)]


def kept(*pages: Sequence[TextLine]) -> list[list[TextLine]]:
    """What is left of each page."""
    return [list(page.lines) for page in reading_of(*pages).text_pages]


def test_pages_of_running_text_keep_all_of_it() -> None:
    assert kept(BODY, text_lines()) == [BODY, text_lines()]


def test_the_text_ends_where_references_or_an_appendix_begin() -> None:
    above = text_lines(last=300)
    for part in ([heading("References", 330), *entries(350)], [heading("Appendix", 330), *text_lines(first=350)]):
        assert kept(BODY, [*above, *part], text_lines()[:3]) == [BODY, above, []]


def test_the_text_goes_on_behind_the_heading_that_ends_the_references() -> None:
    behind = [heading("Discussion", 330), *text_lines(first=350)]
    assert kept(BODY, [heading("References", 126), *entries(140, 300), *behind], text_lines()) == [
        BODY,
        behind,
        text_lines(),
    ]


def test_references_that_go_on_above_a_section_are_no_text_of_it() -> None:
    section = [heading("Discussion", 330), *text_lines(first=350)]
    assert kept(BODY, [heading("References", 126), *entries()], [*entries(126, 300), *section]) == [BODY, [], section]


def test_a_page_full_of_text_among_the_references_is_text_without_a_heading() -> None:
    references = [heading("References", 126), *entries()]
    assert kept(BODY, references, text_lines(), entries(126)) == [BODY, [], text_lines(), []]


def test_an_appendix_before_the_references_is_left_out_and_the_body_behind_it_kept() -> None:
    appendix = [heading("Appendix", 126), *text_lines(first=140)]
    body = [heading("2 Conclusion", 126), *text_lines(first=140)]
    assert kept(BODY, appendix, body, [heading("References", 126), *entries()]) == [BODY, [], body, []]


def test_heads_feet_folios_and_line_numbers_are_left_out() -> None:
    def sheet(number: int) -> list[TextLine]:
        margin = [line(str(50 * number + row), 100, 126 + 12 * row, size=6) for row in range(40)]
        ends = [line("Waiting for the Slowest Rank", 200, 60, size=9), line(str(number), 300, 790)]
        return [*ends, *text_lines(), *margin, line("Sample Workshop 2019", 135, 790, size=8)]

    assert kept(*map(sheet, (1, 2, 3, 4))) == [text_lines()] * 4


def test_text_that_climbs_the_margin_is_left_out() -> None:
    stamp = msgspec.structs.replace(line("arXiv:2101.00001v1 [cs.DC] 1 Jan 2021", 20, 500), turned=90)
    assert kept([stamp, *BODY], text_lines()) == [BODY, text_lines()]


def test_a_paper_that_would_have_no_text_keeps_all_its_lines() -> None:
    references = [heading("References", 126), *entries()]
    assert kept(references, entries()) == [references, entries()]


def test_only_lines_are_left_out_of_a_page() -> None:
    reading = reading_of(BODY, [heading("References", 126), *entries()])
    pages = zip(reading.text_pages, reading.facts.pages, strict=True)
    refilled = tuple(msgspec.structs.replace(page, lines=whole.lines) for page, whole in pages)
    assert refilled == reading.facts.pages


def test_a_line_that_runs_on_one_page_is_text_where_it_stands_on_another() -> None:
    reading = reading_of(text_lines(), text_lines())
    first = Running(page=1, band="head", line=text_lines()[0])
    left = text_pages(reading.facts.pages, reading.page_kinds, RunningLines(heads=(first,)))
    assert [list(page.lines) for page in left] == [text_lines()[1:], text_lines()]
