"""What stands above and below the text block: heads, folios and notices may, the paper's own lines may not."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from builders import paper
from lined_pages import TWO_COLUMNS, line, page, text_lines
from proceedings.checks.ink_outside import ink_outside_text_block
from proceedings.checks.rules import Rules
from proceedings.profile import FormatProfile, TextBlock
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts, PaperFacts, TextLine
from proceedings.records.finding import Finding
from proceedings.records.record import Box

BLOCK = (71.0, 71.0, 524.0, 773.0)
RULES = Rules(profile=FormatProfile(text_block=TextBlock(places={"a4": (BLOCK,)}, position_checked=True)))


def sheet(number: int, *more: TextLine, ink: Sequence[Box] = (), last: float = 772) -> PageFacts:
    """A page of text whose words are its own, so that none of its lines runs from page to page."""
    lines = text_lines(TWO_COLUMNS, first=81, last=last)
    own = [msgspec.structs.replace(each, text=f"{'abcdefghij'[number] * 5} {each.text}") for each in lines]
    return page(number, [*own, *more], ink=ink)


def found(*pages: PageFacts) -> list[Finding]:
    return list(ink_outside_text_block(paper(), Reading(PaperFacts(paper="017", pages=pages)), RULES))


HEAD = "A Sample Paper on a Sample Machine"


def test_running_heads_with_their_rules_folios_and_the_notices_of_page_1_are_no_overflow() -> None:
    notice = [
        line("Permission to make digital copies is granted as long as", 71, 800, size=8),
        line("this notice stands on the first page of each of them.", 71, 809, size=8),
    ]
    rule = (71.0, 53.0, 524.0, 53.5)
    pages = [
        sheet(n, line(HEAD, 200, 50), line(str(n), 295, 825), *(notice if n == 1 else []), ink=[rule])
        for n in range(1, 6)
    ]
    assert found(*pages) == []


@pytest.mark.parametrize("page_of_it", [1, 2])
def test_a_footnote_that_hangs_below_the_block_is_told_however_far_it_is_set_apart(page_of_it: int) -> None:
    note = [line(f"{row} A footnote of several words that goes on", 71, y, size=8) for row, y in enumerate((792, 802))]
    rule = (71.0, 782.0, 130.0, 782.4)
    heads = {n: [line(HEAD, 200, 50), line(str(n), 295, 825)] for n in range(1, 6)}
    pages = [sheet(n, *heads[n], *(note if n == page_of_it else []), last=750) for n in range(1, 6)]
    hung = msgspec.structs.replace(pages[page_of_it - 1], ink_boxes=(*pages[page_of_it - 1].ink_boxes, rule))
    (made,) = found(*(hung if each.number == page_of_it else each for each in pages))
    assert (made.page, made.severity) == (page_of_it, "error")
    assert "reaches 31 pt beyond the text block at the bottom" in made.message
    assert made.box == (71.0, 782.0, 71.0 + 0.45 * 8 * 42, 803.6)


def test_lines_above_the_block_are_told_too() -> None:
    above = [line("An added line of text above everything else", 71, y) for y in (40, 52)]
    (made,) = found(sheet(1), sheet(2, *above), sheet(3), sheet(4))
    assert made.page == 2 and "at the top" in made.message


def test_in_a_paper_of_two_pages_no_head_need_come_back() -> None:
    assert found(sheet(1), sheet(2, line(HEAD, 200, 50))) == []
    assert len(found(sheet(1), sheet(2, line(HEAD, 200, 50), line("and another line of it", 200, 62)))) == 1


def test_a_page_number_on_one_page_alone_is_no_overflow() -> None:
    assert found(sheet(1, line("1", 295, 810)), *(sheet(n) for n in range(2, 6))) == []
    assert len(found(*(sheet(n) for n in range(1, 5)), sheet(5, line("1 A note", 71, 800)))) == 1


def test_a_page_with_nothing_but_ink_in_its_margin_is_told() -> None:
    beside = msgspec.structs.replace(page(3, [], ink=[(540.0, 300.0, 590.0, 500.0)]), characters=0)
    (made,) = found(sheet(1), sheet(2), beside, sheet(4))
    assert (made.page, made.severity) == (3, "error")


def test_a_page_with_only_a_head_is_blank_and_nothing_else() -> None:
    assert found(*(sheet(n, line(HEAD, 200, 50)) for n in range(1, 5)), page(5, [line(HEAD, 200, 50)])) == []
