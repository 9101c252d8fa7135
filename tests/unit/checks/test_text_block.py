from __future__ import annotations

import msgspec

from lined_pages import TWO_COLUMNS, page, paper_of, reading_of, text_lines
from proceedings.checks.text_block import text_blocks
from proceedings.profile import FormatProfile, TextBlock, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts

LNCS = load_profile("lncs")
ACL = load_profile("acl")


def test_a_block_with_a_place_stands_there() -> None:
    reading = reading_of(text_lines())
    assert text_blocks(reading, ACL)[1] == ACL.text_block.places["a4"][0]


def test_of_several_places_it_is_the_one_nearest_to_the_text() -> None:
    older = ((72.1, 289.9), (307.1, 525.5))
    for columns, first, place in ((TWO_COLUMNS, 81, 0), (older, 73, 1)):
        lines = text_lines(columns, first=first, last=first + 690)
        assert text_blocks(reading_of(lines, lines), ACL)[1] == ACL.text_block.places["a4"][place]


def test_a_short_paper_is_told_by_the_edges_that_it_reaches() -> None:
    lines = text_lines(((72.1, 289.9), (307.1, 525.5)), first=259, last=763)
    assert text_blocks(reading_of(lines), ACL)[1] == ACL.text_block.places["a4"][1]


def test_text_that_ends_short_of_its_block_is_told_by_where_it_begins() -> None:
    lines = text_lines(((71.2, 289.0), (306.4, 524.2)), first=81, last=759)
    assert text_blocks(reading_of(lines), ACL)[1] == ACL.text_block.places["a4"][0]


def test_a_block_without_a_place_lies_around_the_ink_that_it_can_hold() -> None:
    indented = page(1, text_lines(((163.0, 450.0),), first=200, last=480), ink=[(134.0, 117.0, 481.0, 665.0)])
    block = text_blocks(Reading(PaperFacts(paper="017", pages=(indented,))), LNCS)[1]
    assert block[0] - 3 <= 134 and block[2] + 3 >= 481
    assert block[1] - 3 <= 117 and block[3] + 6 >= 665


def test_text_that_fills_the_width_shows_where_the_block_stands_whatever_sticks_out_of_it() -> None:
    text = text_lines(((140.0, 485.1),), first=180, last=480)
    beyond = page(2, text, ink=[(200.0, 300.0, 488.6, 310.0)])
    block = text_blocks(Reading(PaperFacts(paper="017", pages=(page(1, text), beyond))), LNCS)[2]
    assert (block[0], round(block[2], 1)) == (140.0, 485.1)


def test_a_block_that_is_too_small_for_the_ink_begins_with_the_text() -> None:
    text = text_lines(((135.0, 480.0),))
    pages = (page(1, text), page(2, text, ink=[(100.0, 300.0, 520.0, 310.0)]))
    assert round(text_blocks(Reading(PaperFacts(paper="017", pages=pages)), LNCS)[1][0]) == 135


def test_a_block_without_a_place_stands_where_the_text_does() -> None:
    lines = text_lines(((150.0, 495.0),), first=170, last=700)
    blocks = text_blocks(reading_of(lines, lines, lines), LNCS)
    assert {(round(x0), round(y0)) for x0, y0, _, _ in blocks.values()} == {(150, 160)}
    assert all(round(x1 - x0, 1) == LNCS.text_block.width for x0, _, x1, _ in blocks.values())


def test_left_and_right_pages_may_have_it_at_different_places() -> None:
    pages = [text_lines(((left, left + 345),)) for left in (120.0, 150.0) * 4]
    blocks = text_blocks(reading_of(*pages), LNCS)
    assert [round(blocks[number][0]) for number in (1, 2, 3, 4)] == [120, 150, 120, 150]


def test_a_page_of_another_size_has_none() -> None:
    facts = paper_of(text_lines(), text_lines())
    odd = msgspec.structs.replace(facts.pages[1], width=500.0, height=700.0)
    assert list(text_blocks(Reading(msgspec.structs.replace(facts, pages=(facts.pages[0], odd))), ACL)) == [1]


def test_a_size_without_a_place_is_a_size_to_be_kept() -> None:
    reading = reading_of(text_lines(((100.0, 445.0),)))
    for sizes in (("a4",), ()):
        alone = FormatProfile(page_sizes=sizes, text_block=TextBlock(width=345.0, height=547.0))
        assert text_blocks(reading, alone)[1][::2] == (100.0, 445.0)
    elsewhere = FormatProfile(page_sizes=("letter",), text_block=TextBlock(width=345.0, height=547.0))
    assert text_blocks(reading, elsewhere) == {}


def test_a_page_that_stands_upright_because_it_is_turned_has_one() -> None:
    facts = paper_of(text_lines(), text_lines())
    turned = tuple(msgspec.structs.replace(each, rotate=90) for each in facts.pages)
    assert list(text_blocks(Reading(msgspec.structs.replace(facts, pages=turned)), ACL)) == [1, 2]


def test_a_profile_that_asks_nothing_has_none() -> None:
    assert text_blocks(reading_of(text_lines()), FormatProfile(text_block=TextBlock(width=300))) == {}


def test_a_paper_without_text_has_none_where_only_the_size_counts() -> None:
    assert text_blocks(reading_of([]), LNCS) == {}
