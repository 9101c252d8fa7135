from __future__ import annotations

import pytest

from lined_pages import ONE_COLUMN, TWO_COLUMNS, line, page, text_lines
from proceedings.reading.margin_notes import MarginNote
from proceedings.reading.reading import Reading
from proceedings.records.facts import ImageFacts, PageFacts, PaperFacts, TextLine
from proceedings.records.record import Box

WORDS = [line("Check this", 496, 300, width=50), line("number", 496, 312, width=36)]
FILL = (490.0, 288.0, 560.0, 318.0)
PAGES = [text_lines(ONE_COLUMN)] * 2


def noted(last: PageFacts, images: tuple[ImageFacts, ...] = ()) -> tuple[MarginNote, ...]:
    """The notes of a paper with one column, whose third page is this one."""
    pages = (*(page(number, lines) for number, lines in enumerate(PAGES, 1)), last)
    return Reading(PaperFacts(paper="017", pages=pages, images=images)).margin_notes


def boxed(*lines: TextLine, body: list[TextLine] | None = None, **drawn: list[Box]) -> list[bool]:
    own = PAGES[0] if body is None else body
    return [note.boxed for note in noted(page(3, [*own, *(lines or WORDS)], **drawn))]


def test_words_beside_the_column_are_one_note_with_its_box() -> None:
    (note,) = noted(page(3, [*PAGES[0], *WORDS]))
    assert (note.page, note.boxed, [each.text for each in note.lines]) == (3, False, ["Check this", "number"])
    assert note.box == (496, 293, 546, 314)


def test_words_far_below_are_another_note() -> None:
    assert boxed(*WORDS, line("Cite Smith", 496, 400, width=48), panels=[FILL]) == [True, False]


def test_a_fill_behind_the_words_is_a_box() -> None:
    (note,) = noted(page(3, [*PAGES[0], *WORDS], panels=[FILL]))
    assert (note.boxed, note.box) == (True, FILL)


def test_a_fill_that_is_too_narrow_for_its_words_is_a_box() -> None:
    assert boxed(panels=[(488.0, 288.0, 495.0, 318.0)]) == [True]


def test_a_frame_around_the_words_is_a_box_also_where_a_line_joins_it_to_the_text() -> None:
    assert boxed(ink=[(490.0, 288.0, 560.0, 318.0)]) == [True]
    assert boxed(ink=[(135.0, 288.0, 560.0, 318.0)]) == [True]
    assert boxed(ink=[(495.0, 292.0, 547.0, 315.0)]) == [False], "no more than the ink of the words"


def test_a_line_that_leads_from_the_text_to_the_words_makes_them_a_boxed_note() -> None:
    assert boxed(rules=[(300.0, 303.0, 488.0, 304.0)]) == [True]
    assert boxed(rules=[(135.0, 303.0, 480.0, 304.0)]) == [False], "a rule as wide as the column"


def test_a_note_in_the_left_margin_is_the_mirror_image() -> None:
    words = line("Cite Smith", 60, 300, width=48)
    assert boxed(words, panels=[(54.0, 288.0, 124.0, 306.0)]) == [True]
    assert boxed(words, rules=[(115.0, 303.0, 300.0, 304.0)]) == [True]


def test_words_that_run_into_the_text_beside_them_leave_a_box_without_lines() -> None:
    joined = line(f"Smith{PAGES[0][10].text}", 128, 246, width=352)
    (note,) = noted(page(3, [*PAGES[0][:10], joined, *PAGES[0][11:]], panels=[(122.0, 238.0, 128.0, 258.0)]))
    assert (note.boxed, note.lines, note.box) == (True, (), (122, 238, 128, 258))
    assert joined in note.joined


def test_words_read_as_the_end_of_a_line_of_text_are_of_the_note() -> None:
    joined = line(f"{PAGES[0][10].text} TODO: see", 135, 246, width=425)
    drawn = page(3, [*PAGES[0][:10], *PAGES[0][11:], line("of Smith", 492, 258, width=40)])
    ink = (*drawn.ink_boxes, (135.0, 239.0, 480.0, 248.0), (491.0, 239.0, 561.0, 247.0))
    (note,) = noted(page(3, [*drawn.lines, joined], ink=ink))
    assert (note.joined, [each.text for each in note.lines]) == ((joined,), ["of Smith"])
    assert note.box[1] == 239 and note.box[2] == 561


def test_the_note_of_a_right_column_stands_beside_that_column() -> None:
    columns = text_lines(TWO_COLUMNS)
    words = line("Cite", 535, 300, width=20)
    last = page(2, [*columns, words], panels=[(531.0, 290.0, 560.0, 306.0)])
    (note,) = Reading(PaperFacts(paper="017", pages=(page(1, columns), last))).margin_notes
    assert note.boxed


def test_what_a_wide_figure_has_in_the_margin_is_no_boxed_note() -> None:
    around = text_lines(ONE_COLUMN, first=402)
    node = line("Scheduler", 496, 200, size=8, width=40)
    assert boxed(node, body=around, panels=[(490.0, 190.0, 560.0, 206.0)], ink=[(135.0, 130.0, 560.0, 380.0)]) == [
        False
    ]
    beside_other_column = [*text_lines(TWO_COLUMNS[:1]), *text_lines(TWO_COLUMNS[1:], first=402)]
    node = line("Scheduler", 535, 200, size=8, width=40)
    last = page(2, [*beside_other_column, node], panels=[(530.0, 190.0, 580.0, 206.0)])
    (note,) = Reading(PaperFacts(paper="017", pages=(page(1, text_lines(TWO_COLUMNS)), last))).margin_notes
    assert not note.boxed


def test_the_last_column_of_a_wide_table_is_no_boxed_note() -> None:
    rules = [(135.0, y, 560.0, y + 1) for y in (280.0, 295.0, 340.0)]
    assert boxed(*WORDS, panels=[FILL], rules=rules) == [False]


def test_a_picture_in_the_margin_is_no_box() -> None:
    logo = ImageFacts(page=3, box=(485.0, 280.0, 570.0, 330.0), width=300, height=200)
    (note,) = noted(page(3, [*PAGES[0], *WORDS], panels=[FILL]), images=(logo,))
    assert not note.boxed


@pytest.mark.parametrize("count", [0, 5])
def test_a_paper_without_running_text_has_no_margins(count: int) -> None:
    sheet = page(1, [line("12", 500, 100 + 12 * row, width=10) for row in range(count)])
    assert Reading(PaperFacts(paper="017", pages=(sheet,))).margin_notes == ()


def test_parts_of_a_line_that_is_too_long_are_no_boxed_note() -> None:
    exponent = line("k", 481, 300, size=7, width=3)
    assert boxed(exponent, ink=[(135.0, 285.0, 492.0, 312.0)]) == [False]


def test_the_mark_of_a_footnote_beside_its_column_is_no_boxed_note() -> None:
    mark = line("1", 130, 600, size=5, width=2)
    assert boxed(mark, rules=[(133.0, 590.0, 280.0, 590.5)]) == [False]


def test_a_tint_that_reaches_from_the_column_into_the_margin_is_no_note() -> None:
    cell = line("Component of a document", 135, 246, width=120)
    assert noted(page(3, [*PAGES[0], cell], panels=[(127.0, 238.0, 134.0, 258.0)])) == ()


def test_a_note_may_stand_beside_a_heading() -> None:
    heading = line("4 Placement of Ranks", 135, 305, size=12, font="CMBX12", width=130)
    assert boxed(body=[*text_lines(ONE_COLUMN, first=350), heading], panels=[FILL]) == [True]
