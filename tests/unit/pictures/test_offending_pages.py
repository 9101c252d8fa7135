from __future__ import annotations

import pytest

from builders import facts
from proceedings.codes import finding
from proceedings.pictures.offending_pages import mark_number, offending_pages
from proceedings.profile import load_profile

ACL = load_profile("acl")
BOX, OTHER = (300.0, 100.0, 540.0, 160.0), (60.0, 400.0, 90.0, 420.0)


def outside(paper="017", page=2, box=BOX, code="ink-outside-text-block"):
    return finding(code, "m", paper=paper, page=page, box=box)


def test_a_page_with_several_findings_is_one_picture_with_each_box_once():
    first, second = outside(), outside(box=OTHER)
    (picture,) = offending_pages([second, first, outside()], {"017": facts()}, ACL)
    assert (picture.paper, picture.page, picture.marks) == ("017", 2, (BOX, OTHER))
    assert picture.block == ACL.text_block.places["a4"][0]
    assert (mark_number(picture, first), mark_number(picture, second)) == (1, 2)


def test_the_only_mark_needs_no_number():
    (picture,) = offending_pages([outside()], {"017": facts()}, ACL)
    assert mark_number(picture, outside()) is None


def test_a_finding_without_a_box_shows_the_page():
    (picture,) = offending_pages([outside(box=None)], {"017": facts()}, ACL)
    assert picture.marks == ()
    assert mark_number(picture, outside(box=None)) is None


def test_only_pages_that_exist_are_shown():
    findings = [outside(page=None), outside(page=5), outside(page=0), outside(paper="099"), outside(paper=None)]
    assert offending_pages(findings, {"017": facts(pages=4)}, ACL) == []


@pytest.mark.parametrize("code", ["review-annotation", "form", "attachment", "active-content"])
def test_what_lies_upon_a_page_is_drawn_only_where_a_finding_speaks_of_it(code: str):
    findings = [outside(page=1), outside(page=2, code=code)]
    assert [each.remarks for each in offending_pages(findings, {"017": facts()}, ACL)] == [False, True]


def test_pictures_stand_in_the_order_of_papers_and_pages():
    findings = [outside("b", 1), outside("a", 10), outside("a", 9)]
    pictures = offending_pages(findings, {"a": facts("a", pages=12), "b": facts("b")}, ACL)
    assert [(each.paper, each.page) for each in pictures] == [("a", 9), ("a", 10), ("b", 1)]
