"""A page is blank that holds nothing, or nothing but what runs from page to page."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from builders import facts, paper
from lined_pages import line, page, text_lines
from proceedings.checks.blank_pages import blank_page
from proceedings.checks.rules import Rules
from proceedings.page_sizes import A4, LETTER, Size
from proceedings.profile import FormatProfile, TextBlock, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding

LNCS, ACL = (Rules(profile=load_profile(name)) for name in ("lncs", "acl"))


def with_pages(given: PaperFacts, *numbers: int, **fields: Any) -> PaperFacts:
    """The facts with some pages changed."""
    pages = (msgspec.structs.replace(page, **fields) if page.number in numbers else page for page in given.pages)
    return msgspec.structs.replace(given, pages=tuple(pages))


def found(given: PaperFacts, rules: Rules = LNCS) -> list[Finding]:
    return list(blank_page(paper(), Reading(given), rules))


def test_a_page_without_ink_and_text_is_blank() -> None:
    empty = with_pages(facts(), 2, 4, ink=None, characters=0)
    assert found(empty)[0].message == "papers/017.pdf, pages 2, 4 are blank."


HEAD, FOLIO = (134.0, 90.0, 200.0, 100.0), (290.0, 690.0, 300.0, 700.0)


def test_a_page_with_only_head_and_folio_is_blank_where_the_block_is_known() -> None:
    (made,) = found(with_pages(facts(), 3, ink_boxes=(HEAD, FOLIO)))
    assert (made.page, made.box) == (3, (0.0, 0.0, 595.276, 841.89))
    assert not found(with_pages(facts(), 3, ink_boxes=(HEAD, FOLIO)), Rules())
    two_points_off = Reading(with_pages(facts(), 3, width=597.276, ink_boxes=(HEAD, FOLIO)))
    lenient = msgspec.structs.replace(LNCS.profile, page_size_tolerance=2)
    assert not list(blank_page(paper(), two_points_off, LNCS))
    assert list(blank_page(paper(), two_points_off, Rules(profile=lenient)))
    two_lines = ((134.0, 118.0, 480.0, 127.0), (134.0, 130.0, 480.0, 140.0))
    assert not found(with_pages(facts(), 4, ink_boxes=two_lines))


@pytest.mark.parametrize("size", [A4, LETTER])
def test_a_page_with_only_a_running_head_and_its_rule_is_blank_whatever_the_profile_knows(size: Size) -> None:
    head, rule = line("A Sample Paper on a Sample Machine", 200, 90), (135.0, 94.0, 480.0, 94.5)
    pages = [page(number, [head, *text_lines()], ink=[rule]) for number in (1, 2, 4)]
    reading = Reading(PaperFacts(paper="017", pages=(*pages[:2], page(3, [head], size, [rule]), pages[2])))
    for rules in (Rules(), ACL, LNCS):
        assert [each.page for each in blank_page(paper(), reading, rules)] == [3]


def test_a_page_that_ends_the_references_above_where_text_begins_elsewhere_is_not_blank() -> None:
    short = page(3, text_lines(first=90, last=150))
    pages = [page(number, text_lines(first=300)) for number in (1, 2)]
    assert not list(blank_page(paper(), Reading(PaperFacts(paper="017", pages=(*pages, short))), Rules()))


def test_numbered_lines_are_no_heads_of_what_stands_beside_them() -> None:
    numbers = [line(str(row), 100, 126 + 12 * row, width=12) for row in range(45)]
    pages = [page(number, [*text_lines(), *numbers]) for number in (1, 2, 3)]
    reading = Reading(PaperFacts(paper="017", pages=tuple(pages)))
    assert reading.running.line_numbers
    assert not list(blank_page(paper(), reading, Rules()))


def test_a_page_with_something_in_its_side_margin_is_not_blank() -> None:
    beside, tall = (540.0, 300.0, 590.0, 500.0), (134.0, 20.0, 480.0, 100.0)
    for ink in (beside, tall):
        assert not found(with_pages(facts(), 3, ink_boxes=(ink,)))


def test_where_the_block_may_lie_in_two_places_a_page_is_blank_only_outside_both() -> None:
    first, second = ((50.0, 100.0, 545.0, 700.0), (50.0, 140.0, 545.0, 780.0))
    head, between = (50.0, 80.0, 200.0, 90.0), (50.0, 100.0, 200.0, 110.0)
    places = TextBlock(width=495.0, height=600.0, places={"a4": (first, second)})
    rules = Rules(profile=FormatProfile(text_block=places))
    assert list(blank_page(paper(), Reading(with_pages(facts(), 2, ink_boxes=(head,))), rules))
    assert not list(blank_page(paper(), Reading(with_pages(facts(), 2, ink_boxes=(between,))), rules))
