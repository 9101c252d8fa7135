from __future__ import annotations

import pytest

from lined_pages import line, page, text_lines
from proceedings.reading.culprit import culprit_of
from proceedings.records.facts import ImageFacts, PageFacts, TextLine
from proceedings.records.record import Box

RULE = (135.0, 200.0, 500.0, 200.8)


def text_page(*more: TextLine, first: float = 300) -> PageFacts:
    return page(1, [*text_lines(first=first), *more])


def name(parts: list[Box], *more: TextLine, side: str = "right", first: float = 300) -> str:
    return culprit_of(parts, text_page(*more, first=first), (), side).name


def test_a_rule_belongs_to_the_table_whose_caption_is_near() -> None:
    assert name([RULE], line("Table 2. Hardware.", 200, 190)) == "a rule of Table 2"
    assert name([RULE, (135.0, 240.0, 500.0, 240.6)], line("TABLE IV", 250, 190)) == "rules of Table IV"


def test_without_a_caption_it_is_just_a_rule() -> None:
    assert name([RULE]) == "a rule"


def test_a_drawing_is_its_figure_and_the_figure_stands_above_its_caption() -> None:
    drawing = [(135.0, 200.0, 500.0, 260.0)]
    assert name(drawing, line("Fig. 1. Above.", 200, 190), line("Figure 2: Below.", 200, 272)) == "Figure 2"
    assert name(drawing) == "a drawing"


def test_a_drawing_that_covers_text_is_no_words_and_an_image_is_one() -> None:
    covering = (135.0, 420.0, 500.0, 470.0)
    picture = ImageFacts(page=1, box=(440.0, 425.0, 500.0, 465.0), width=400, height=400, dpi=480)
    assert name([covering]) == "a drawing"
    assert culprit_of([covering], text_page(), (picture,), "right").name == "an image"
    overfull = line("Row 99 so that every line of it is long enough to stick out", 135, 450, width=364)
    assert name([covering], overfull) == "“…enough to stick out”"


def test_a_caption_beyond_a_paragraph_is_that_of_another_float() -> None:
    far = line("Table 9. Elsewhere.", 200, 700)
    assert culprit_of([RULE], page(1, [*text_lines(first=220, last=660), far]), (), "right").name == "a rule"


def test_a_caption_that_sticks_out_itself_is_named() -> None:
    caption = line("Table 3. A caption that is much too long for its line, as it were", 135, 210, width=380)
    assert name([caption.box], caption) == "the caption of Table 3"


@pytest.mark.parametrize(("side", "shown"), [("right", "“…out of the block”"), ("left", "“Words that stick out…”")])
def test_the_words_of_a_line_are_those_at_the_side(side: str, shown: str) -> None:
    overfull = line("Words that stick out until they are out of the block", 100, 312, width=420)
    assert culprit_of([overfull.box], text_page(overfull, first=324), (), side).name == shown


def test_a_sentence_that_begins_with_a_table_is_no_caption() -> None:
    sentence = line("Table 2 shows that every line of running text is long enough", 135, 210, width=345)
    assert name([RULE], sentence, line("Table 5: Results.", 200, 190)) == "a rule of Table 5"


def test_a_numbered_formula_is_an_equation() -> None:
    formula = line("L(x) = a + b (12)", 300, 210, font="CMMI10", width=200)
    assert name([formula.box], formula) == "an equation"


def test_a_footnote_mark_beside_a_line_does_not_speak_for_it() -> None:
    mark, words = line("2", 100, 208, width=4), line("Institute of General Practice", 105, 210, width=140)
    assert name([(100.0, 200.0, 245.0, 212.0)], mark, words, side="left") == "“Institute of General Practice”"
