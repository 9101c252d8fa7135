from __future__ import annotations

import re

import msgspec

from html_reading import StrictPage
from proceedings.codes import finding
from proceedings.records.pictures import PagePicture
from proceedings.report.compose import report_page
from proceedings.report.picture_view import picture_view
from proceedings.report.render import render_report
from report_makers import difficult_build

BOX, OTHER = (300.0, 100.0, 540.0, 160.0), (60.0, 400.0, 90.0, 420.0)
WIDE = finding("ink-outside-text-block", 'Table 6 reaches 12 pt & "more".', paper="017", page=3, box=BOX)
PICTURE = PagePicture(paper="017", page=3, marks=(BOX, OTHER), file="017-p3.png", width=744, height=1052)


def shown() -> StrictPage:
    build = msgspec.structs.replace(difficult_build(), findings=(WIDE,), pictures=(PICTURE,))
    return StrictPage(render_report(report_page(build, None)))


def test_the_picture_stands_beside_its_finding_and_opens_large():
    (image,) = shown().named("img")
    assert (image["src"], image["loading"]) == ("pages/017-p3.png", "lazy")
    assert (image["width"], image["height"]) == ("744", "1052")
    (link,) = [each for each in shown().named("a") if each.get("class") == "shown"]
    assert link["href"] == "pages/017-p3.png"


def test_its_alternative_text_says_what_is_seen():
    (image,) = shown().named("img")
    assert image["alt"] == 'Page 3 of paper 017, mark 1: Table 6 reaches 12 pt & "more".'
    assert "page 3, mark 1" in shown().text


def test_a_finding_without_a_picture_has_none():
    build = msgspec.structs.replace(difficult_build(), findings=(WIDE,))
    assert not StrictPage(render_report(report_page(build, None))).named("img")


def test_only_pictures_of_the_report_itself_may_be_shown():
    policy = next(each["content"] for each in shown().named("meta") if each.get("http-equiv"))
    assert re.search(r"img-src 'self' file:(;|$)", policy or "")
    assert "http:" not in (policy or "")


def test_a_name_is_quoted_in_the_link():
    assert picture_view(msgspec.structs.replace(PICTURE, file="a b-p3.png"), WIDE).link == "pages/a%20b-p3.png"
