"""Lines that run in two directions, and letters that join."""

from __future__ import annotations

import io
import unicodedata

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from proceedings.bidi import isolated
from proceedings.typeface import FIRST_FACE, font_of
from proceedings.typesetting.inline import Span, Style, drawn
from proceedings.typesetting.lettering import write_line
from proceedings.typesetting.lines import Line, Shape, set_lines, whole_line

ALI, LEVI, HINDI = "محمد علي", "נועה לוי", "प्रिया शर्मा"


def set_whole(text: str) -> Line:
    return whole_line(text, Style("serif", 10))


def left_to_right(line: Line) -> list[str]:
    return [piece.text for piece in drawn(line.pieces)]


def printed(*texts: str | Line) -> bytes:
    """A PDF with each text on a page of its own."""
    font_of(FIRST_FACE)
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1, pageCompression=0, initialFontName=FIRST_FACE)
    for text in texts:
        write_line(canvas, text if isinstance(text, Line) else set_whole(text), 50, 700)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_two_names_that_run_left_stay_in_the_order_of_their_list() -> None:
    assert left_to_right(set_whole(f"{isolated(ALI)}, {isolated(LEVI)} and Ada")) == [ALI, ", ", LEVI, " and Ada"]
    head = "Proceedings of Sample, "
    assert left_to_right(set_whole(f"{head}{ALI}, {LEVI}")) == [head, LEVI, ", ", ALI]


def test_a_folio_stays_at_its_side_of_a_title_that_runs_left() -> None:
    assert left_to_right(set_whole(f"{isolated(ALI)}      43")) == [ALI, "      43"]


def test_each_line_of_a_paragraph_is_put_in_order_by_itself() -> None:
    words = ["أول", "ثان", "ثالث", "رابع", "خامس", "سادس"]
    paragraph = " ".join(["A paragraph of many words", *words, "and of some more words"])
    lines = set_lines([Span(paragraph, Style("serif", 10))], Shape(70, "left"))
    assert len(lines) > 3
    seen = []
    for line in lines:
        assert line.width <= 70
        seen += [word for word in left_to_right(line)[::-1] if word in words]
    assert seen == words


def test_a_paragraph_of_a_script_that_runs_left_ends_at_its_left() -> None:
    (line,) = set_lines([Span(f"{ALI} (Ada) 12.", Style("serif", 10))], Shape(200, "left"))
    assert "".join(left_to_right(line)).startswith(".12")


def test_brackets_open_towards_the_text_they_hold() -> None:
    (bracket, *_) = [piece for piece in set_whole(f"{ALI} ({LEVI})").pieces if piece.text.strip().startswith("(")]
    assert bracket.glyphs and bracket.level == 1


def test_letters_that_join_are_as_wide_as_they_are_drawn() -> None:
    joined = set_whole("محمد").width
    apart = sum(set_whole(letter).width for letter in "محمد")
    assert 0 < joined < apart


def test_the_words_of_a_line_that_runs_left_are_read_as_they_are_spoken() -> None:
    (line,) = set_lines([Span(f"{ALI} ابن سينا", Style("serif", 10))], Shape(200, "left"))
    (page,) = pypdf.PdfReader(io.BytesIO(printed(line))).pages
    assert page.extract_text().split() == [*ALI.split(), "ابن", "سينا"]


@pytest.mark.parametrize("text", [f"Ada and {ALI} and 山田太郎", LEVI, f"{HINDI}, Adébáyọ̀", "لا"])
def test_what_is_set_is_read_again(text: str) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(printed(text))).pages
    assert " ".join(page.extract_text().split()) == text


def test_only_letters_that_move_are_spelt_out() -> None:
    assert b"ActualText" in printed(HINDI)
    assert b"ActualText" not in printed(f"Ada Nguyễn, {ALI} and 山田太郎")


def test_the_same_text_gives_the_same_bytes_whatever_was_set_before() -> None:
    before = printed(ALI, HINDI)
    printed("عنوان آخر", "शर्मा")
    assert printed(ALI, HINDI) == before


def test_a_word_wider_than_the_line_is_not_cut_before_a_mark() -> None:
    lines = set_lines([Span("ผู้เขียนที่" * 6, Style("serif", 10))], Shape(40, "left"))
    assert len(lines) > 2
    assert not any(unicodedata.category(line.pieces[0].text[0]) == "Mn" for line in lines)


def test_arabic_in_a_heading_is_bold_and_as_large_as_the_letters_beside_it() -> None:
    (piece,) = whole_line("محمد", Style("serif-semibold", 10)).pieces
    assert (piece.font, piece.style.size) == ("arabic-bold", 12)
