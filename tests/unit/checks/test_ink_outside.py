from __future__ import annotations

import time
from collections.abc import Sequence

import msgspec
import pytest

from builders import paper
from lined_pages import TWO_COLUMNS, line, page, text_lines
from proceedings.checks.ink_outside import ink_outside_text_block
from proceedings.checks.rules import Rules
from proceedings.codes import all_codes
from proceedings.profile import FormatProfile, TextBlock, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import ImageFacts, PageFacts, PaperFacts, TextLine
from proceedings.records.finding import Finding
from proceedings.records.record import Box

BLOCK = (71.0, 71.0, 524.0, 773.0)
FIXED = FormatProfile(
    page_sizes=("a4",), text_block=TextBlock(width=453, height=702, places={"a4": (BLOCK,)}, position_checked=True)
)
SIZE_ONLY = FormatProfile(
    page_sizes=("a4",),
    text_block=TextBlock(width=345, height=547, places={"a4": ((130, 110, 475, 657),)}, position_checked=False),
)


def full(**fields: float) -> list[TextLine]:
    """Two full columns of running text in the block."""
    return text_lines(TWO_COLUMNS, **({"size": 10, "leading": 12, "first": 81, "last": 772} | fields))


def sheet(number: int, *more: TextLine, ink: Sequence[Box] = (), lines: Sequence[TextLine] | None = None) -> PageFacts:
    """A page whose words are its own, so that none of its lines runs from page to page."""
    own = [msgspec.structs.replace(each, text=f"{'abcdefghij'[number] * 5} {each.text}") for each in lines or full()]
    return page(number, [*own, *more], ink=ink)


def found(*pages: PageFacts, profile: FormatProfile = FIXED, images: tuple[ImageFacts, ...] = ()) -> list[Finding]:
    facts = PaperFacts(paper="017", pages=pages, images=images)
    return list(ink_outside_text_block(paper(), Reading(facts), Rules(profile=profile)))


def without_text(*, first: float = 200) -> list[TextLine]:
    """Text below a float at the top of the page."""
    return full(first=first)


def test_text_that_fills_the_block_is_no_finding() -> None:
    assert found(sheet(1), sheet(2), sheet(3)) == []


@pytest.mark.parametrize(
    ("beyond", "severity"),
    [(2.9, None), (3.1, "info"), (5.9, "info"), (6.1, "warning"), (11.9, "warning"), (12.1, "error")],
)
def test_severity_grows_with_what_passes_the_block_at_the_side(beyond: float, severity: str | None) -> None:
    rule = (300.0, 100.0, 524.0 + beyond, 100.8)
    made = found(sheet(1, lines=without_text(), ink=[rule]), sheet(2))
    assert [each.severity for each in made] == ([severity] if severity else [])


def test_above_the_block_there_is_room_for_accents() -> None:
    for beyond, expected in ((2.9, []), (3.1, ["info"])):
        figure = (71.0, 71.0 - beyond, 289.0, 190.0)
        assert [each.severity for each in found(sheet(1, lines=without_text(), ink=[figure]), sheet(2))] == expected


@pytest.mark.parametrize(
    ("beyond", "shown"),
    [(3.1, "3.1"), (5.6, "5.6"), (5.99, "5.9"), (6.4, "6.4"), (8.6, "9"), (11.7, "11.7"), (12.4, "12.4"), (40.6, "41")],
)
def test_near_a_limit_points_are_told_to_a_tenth(beyond: float, shown: str) -> None:
    rule = (300.0, 100.0, 524.0 + beyond, 100.8)
    (made,) = found(sheet(1, lines=without_text(), ink=[rule]), sheet(2))
    assert f"a rule reaches {shown} pt beyond the text block" in made.message


@pytest.mark.parametrize(("beyond", "severity"), [(5.9, None), (6.1, "warning"), (11.9, "warning"), (12.1, "error")])
def test_below_the_block_there_is_room_for_descenders(beyond: float, severity: str | None) -> None:
    figure = (71.0, 600.0, 289.0, 773.0 + beyond)
    made = found(sheet(1, lines=full(last=580), ink=[figure]), sheet(2))
    assert [each.severity for each in made] == ([severity] if severity else [])


def test_the_rules_of_a_table_are_one_finding_that_names_the_table() -> None:
    caption = line("Table 6: Examples of different models", 320, 160, width=180)
    rules = [(306.0, y, 536.0, y + 0.8) for y in (80.0, 110.0, 140.0)]
    (made,) = found(sheet(1), sheet(2, caption, lines=without_text(), ink=rules))
    assert made.message == "papers/017.pdf, page 2: rules of Table 6 reach 12.0 pt beyond the text block on the right."
    assert (made.page, made.box) == (2, (306.0, 80.0, 536.0, 140.8))


def test_an_overfull_line_is_shown_with_its_last_words() -> None:
    lines = full()
    lines[70] = line("Row 3 so that every line runs until incomprehensibilities stick out", 306, 141, width=240)
    (made,) = found(sheet(1, lines=lines), sheet(2))
    assert "page 1: “…until incomprehensibilities stick out” reaches 22 pt" in made.message
    assert made.box == lines[70].box


def test_two_parts_of_a_page_are_two_findings() -> None:
    figure, rule = (40.0, 80.0, 289.0, 150.0), (306.0, 180.0, 540.0, 180.8)
    assert len(found(sheet(1, lines=without_text(), ink=[figure, rule]), sheet(2))) == 2


def test_a_picture_is_an_image_and_with_a_caption_its_figure() -> None:
    box = (306.0, 80.0, 545.0, 150.0)
    images = (ImageFacts(page=1, box=box, width=500, height=200, dpi=200),)
    alone = found(sheet(1, lines=without_text(), ink=[box]), sheet(2), images=images)
    caption = line("Fig. 3. The slowest rank.", 320, 165)
    named = found(sheet(1, caption, lines=without_text(), ink=[box]), sheet(2), images=images)
    assert "an image reaches 21 pt" in alone[0].message
    assert "Figure 3 reaches 21 pt" in named[0].message


@pytest.mark.parametrize("wider", [(6.0, 6.0), (0.0, 14.0), (9.0, 0.0)])
def test_a_wider_block_is_one_finding_with_its_figures(wider: tuple[float, float]) -> None:
    left, right = wider
    columns = ((71.0 - left, 289.0), (306.0, 524.0 + right))
    (made,) = found(*(sheet(n, lines=text_lines(columns, first=81, last=772)) for n in range(1, 9)))
    assert f"the text block is {left + right:.0f} pt wider than the template's, on 8 of 8 pages" in made.message


def test_a_taller_block_is_one_finding() -> None:
    (made,) = found(*(sheet(n, lines=full(last=797)) for n in range(1, 5)))
    assert "is 18 pt taller" in made.message
    assert made.severity == "error"


def test_a_moved_block_is_one_milder_finding() -> None:
    (made,) = found(*(sheet(n, lines=full(first=61, last=752)) for n in range(1, 5)))
    assert "stands 20 pt further up than the template's" in made.message
    assert made.severity == "warning"


def test_what_passes_a_wider_block_still_is_a_finding_of_its_own() -> None:
    columns = ((71.0, 289.0), (306.0, 534.0))
    lines = text_lines(columns, first=201, last=772)
    pages = [sheet(n, lines=lines) for n in range(1, 5)]
    table = (306.0, 80.0, 560.0, 150.0)
    whole, part = found(*pages, sheet(5, lines=lines, ink=[table]))
    assert "10 pt wider" in whole.message
    assert "a drawing reaches 26 pt" in part.message


def ragged(right: float, *, every: int) -> list[TextLine]:
    """One column whose lines end anywhere; one in so many reaches the right edge of the page's margins."""
    full_lines = text_lines(((71.0, right),), first=81, last=772)
    shorter = [-16.0, -15.5, -40.0, -7.0, -16.2, -30.0]
    ends = [right + (0.0 if row % every == 0 else shorter[row % 6]) for row in range(len(full_lines))]
    return [
        msgspec.structs.replace(each, box=(*each.box[:2], end, each.box[3]))
        for each, end in zip(full_lines, ends, strict=True)
    ]


def test_lines_of_ragged_text_in_a_wider_block_are_told_with_the_block() -> None:
    pages = [sheet(n, lines=ragged(590.0, every=8)) for n in range(1, 6)]
    flush = sheet(6, lines=ragged(590.0, every=8)[20:], ink=[(71.0, 90.0, 590.0, 170.0)])
    (whole,) = found(*pages, flush)
    assert "wider than the template's, on 6 of 6 pages" in whole.message
    wide = sheet(6, lines=ragged(590.0, every=8)[20:], ink=[(71.0, 90.0, 610.0, 170.0)])
    _, part = found(*pages, wide)
    assert (part.page, part.severity) == (6, "error")
    assert "a drawing reaches" in part.message


def test_a_line_that_weighs_more_than_the_block_is_told_all_the_same() -> None:
    pages = [sheet(n, lines=text_lines(((71.0, 529.0),), first=81, last=772)) for n in range(1, 5)]
    overfull = line("Words that nothing could break anywhere stick out here", 71, 201, width=500)
    whole, part = found(*pages, sheet(5, overfull, lines=text_lines(((71.0, 529.0),), first=213, last=772)))
    assert (whole.severity, part.severity) == ("info", "error")
    slight = line("Words that nothing could break anywhere stick out here", 71, 201, width=463)
    (alone,) = found(*pages, sheet(5, slight, lines=text_lines(((71.0, 529.0),), first=213, last=772)))
    assert "5 pt wider" in alone.message


def test_a_size_without_a_place_is_looked_for_where_the_text_stands() -> None:
    moved = text_lines(((100.0, 445.0),), first=160, last=696)
    assert found(*(sheet(n, lines=moved) for n in range(1, 5)), profile=SIZE_ONLY) == []
    wide = text_lines(((100.0, 465.0),), first=160, last=696)
    (made,) = found(*(sheet(n, lines=wide) for n in range(1, 5)), profile=SIZE_ONLY)
    assert "is 20 pt wider" in made.message


def test_the_cure_of_a_larger_block_is_that_of_its_code_for_every_maker() -> None:
    (made,) = found(*(sheet(n, lines=full(last=797)) for n in range(1, 5)))
    assert made.remedy == all_codes()[made.code].remedy
    assert "geometry" in all_codes()[made.code].latex and "Margins" in all_codes()[made.code].word


def test_a_title_a_figure_and_a_table_that_begin_pages_fill_a_block_without_a_place() -> None:
    short = text_lines(((160.0, 430.0),), first=180, last=470)
    table, figure = (131.0, 150.0, 475.0, 170.0), (131.0, 500.0, 475.0, 690.0)
    assert found(sheet(1, lines=short, ink=[table, figure]), profile=SIZE_ONLY) == []


def test_what_lies_in_the_template_s_block_is_right_wherever_the_paper_has_its_own() -> None:
    pages = [sheet(n, lines=full(first=61, last=752)) for n in range(1, 5)]
    (whole,) = found(*pages, sheet(5, lines=full(first=61, last=720), ink=[(71.0, 725.0, 289.0, 777.0)]))
    assert "stands 20 pt further up" in whole.message


@pytest.mark.parametrize("up", [0.0, 10.0])
def test_a_paper_may_stand_at_any_place_of_its_profile(up: float) -> None:
    higher = (BLOCK[0], BLOCK[1] - 10, BLOCK[2], BLOCK[3] - 10)
    both = FormatProfile(text_block=TextBlock(places={"a4": (BLOCK, higher)}, position_checked=True))
    lines = full(first=81 - up, last=772 - up)
    foot = (71.0, 725.0, 289.0, 776.0)
    assert found(sheet(1, lines=lines), sheet(2, lines=full(first=81 - up, last=718), ink=[foot]), profile=both) == []
    rule = (300.0, 100.0, 538.0, 100.8)
    (made,) = found(sheet(1, lines=lines), sheet(2, lines=without_text(), ink=[rule]), profile=both)
    assert "14 pt beyond the text block on the right" in made.message


def test_line_numbers_of_review_copies_are_another_cause() -> None:
    numbers = [line(f"{row:03}", 40, 81 + 12 * row, width=14) for row in range(58)]
    pages = [
        sheet(n, *(msgspec.structs.replace(each, text=str(58 * n + at)) for at, each in enumerate(numbers)))
        for n in range(1, 4)
    ]
    assert found(*pages) == []


def test_text_that_climbs_the_margin_is_another_cause() -> None:
    stamp = TextLine(text="arXiv:2101.00001v1", box=(14, 250, 34, 600), baseline=34, size=20, turned=90)
    assert found(sheet(1, stamp), sheet(2)) == []


def test_text_that_goes_on_below_the_block_is_no_foot() -> None:
    (made,) = found(sheet(1, lines=full(last=796)), *(sheet(n) for n in range(2, 6)))
    assert made.page == 1
    assert "at the bottom" in made.message


@pytest.mark.parametrize("odd", [{"width": 612.0, "height": 792.0}, {"width": 841.89, "height": 595.276}])
def test_pages_of_another_size_or_that_lie_across_have_another_finding(odd: dict[str, float]) -> None:
    wide = sheet(1, lines=without_text(), ink=[(20.0, 100.0, 580.0, 160.0)])
    assert found(msgspec.structs.replace(wide, **odd), sheet(2)) == []


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_stands_upright_because_it_is_turned_is_judged_like_others(turned: int) -> None:
    wide = msgspec.structs.replace(sheet(1, lines=without_text(), ink=[(71.0, 100.0, 560.0, 160.0)]), rotate=turned)
    (made,) = found(wide, sheet(2))
    assert "36 pt beyond the text block on the right" in made.message


def test_many_rules_on_a_page_of_many_lines_are_judged_in_a_moment() -> None:
    lines = [
        line(f"Figure {row}: Words and words and words", 71 + row % 2 * 235, 75 + 0.7 * row) for row in range(1000)
    ]
    rules = [(520.0, 80.0 + 15 * row, 560.0, 80.5 + 15 * row) for row in range(46)]
    crowded = page(1, lines, ink=rules)
    pages = [msgspec.structs.replace(crowded, number=n, ink_boxes=crowded.ink_boxes[-400:]) for n in (1, 2)]
    start = time.process_time()
    assert found(*pages)
    assert time.process_time() - start < 2


def test_one_thing_in_the_same_place_of_all_pages_is_one_finding() -> None:
    mark = (540.0, 300.0, 560.0, 340.0)
    (made,) = found(*(sheet(n, ink=[mark]) for n in range(1, 5)))
    assert "pages 1–4: a drawing reaches 36 pt" in made.message


@pytest.mark.parametrize("name", ["acl", "acm", "ceurart", "ieee", "lncs"])
def test_every_profile_has_a_block_that_full_text_fits(name: str) -> None:
    profile = load_profile(name)
    places = [(size, place) for size, own in profile.text_block.places.items() for place in own]
    assert places
    for size, (x0, y0, x1, y1) in places:
        across = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}[size]
        lines = text_lines(((x0, x1),), first=y0 + 10, last=y1)
        assert found(*(page(n, lines, across) for n in (1, 2, 3)), profile=profile) == []


def test_punctuation_that_hangs_out_of_a_justified_line_is_no_finding_and_a_letter_is() -> None:
    dash, letter = (
        line(text, 306, 300, width=524 + 4.2 - 306) for text in ("for its efficiency—", "for its efficiency")
    )
    assert found(sheet(1, dash), sheet(2), sheet(3)) == []
    assert [each.severity for each in found(sheet(1, letter), sheet(2), sheet(3))] == ["info"]


def test_a_line_that_ends_with_a_stop_far_outside_is_found() -> None:
    stop = line("for its efficiency.", 306, 300, width=524 + 7 - 306)
    assert [each.severity for each in found(sheet(1, stop), sheet(2), sheet(3))] == ["warning"]


def test_a_page_that_stands_on_its_head_is_not_judged_by_the_block() -> None:
    turned = [msgspec.structs.replace(each, turned=180) for each in full()]
    assert found(sheet(1), sheet(2), page(3, turned, ink=((300.0, 20.0, 400.0, 60.0),))) == []
