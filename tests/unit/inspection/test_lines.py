from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array
from reportlab.pdfgen.canvas import Canvas

from builders import paper
from pdf_makers import edit_pdf, given, paper_pdf
from pdf_text_makers import ARABIC, CHINESE, HEBREW, KANA, drawn_pdf, in_another_script, in_one_object
from proceedings.checks.registry import check_paper
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts, PaperFacts, TextLine

METADATA = {"title-mismatch", "author-mismatch", "paper-swapped"}
"""What compares the page with the metadata, which no reader of these pages' letters would find the same."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "017.pdf"


def first_page(path: Path) -> PageFacts:
    return inspect_paper(path, "017").pages[0]


def lines_of(path: Path, draw: Callable[[Canvas], None]) -> list[str]:
    return [line.text for line in first_page(drawn_pdf(path, draw)).lines]


def test_a_line_has_its_place_and_style(file: Path) -> None:
    title, authors, heading = first_page(paper_pdf(file, 1)).lines[:3]
    assert (title.text, title.size, title.font, title.turned) == ("A Sample Paper", 14, "BitstreamVeraSans-Bold", 0)
    assert title.baseline == pytest.approx(129.8, abs=0.1)
    assert title.box == pytest.approx((235.1, 119.2, 360.1, 132.7), abs=0.5)
    assert (authors.text, authors.font) == ("Ada Sample and Mausam", "BitstreamVeraSans-Roman")
    assert heading.text == "1 Section 1"


def test_lines_are_where_the_ink_is(file: Path) -> None:
    page = first_page(paper_pdf(file, 1))
    boxes = iter(page.ink_boxes)
    assert len(page.lines) > 40
    for line in page.lines:
        assert any(all(abs(a - b) < 2 for a, b in zip(line.box, box, strict=True)) for box in boxes), line.text


@pytest.mark.parametrize(
    ("entry", "value", "edge"),
    [
        ("/CropBox", (100, 100, 500, 800), 1),
        ("/UserUnit", 2, 1),
        ("/Rotate", 90, 2),
        ("/Rotate", 180, 3),
        ("/Rotate", 270, 0),
    ],
)
def test_lines_follow_the_page_as_displayed(file: Path, entry: str, value: object, edge: int) -> None:
    """The title stands at the edge of the ink from which the page is read."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[entry] = Array(value) if isinstance(value, tuple) else value

    page = first_page(edit_pdf(paper_pdf(file, 1), change))
    title = next(line for line in page.lines if line.text == "A Sample Paper")
    ink = page.ink
    assert ink is not None
    assert title.box[edge] == pytest.approx(ink[edge], abs=2)
    assert title.turned == (0 if edge == 1 else 360 - int(page.rotate))
    assert title.size == (28 if entry == "/UserUnit" else 14)
    across = edge in (0, 2)
    assert title.box[0 if across else 1] < title.baseline < title.box[2 if across else 3]


def test_two_columns_on_one_baseline_are_two_lines(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        in_one_object(canvas, 72, 700, ("a column that ends here", 14), ("and one that begins", 0))

    assert lines_of(file, draw) == ["a column that ends here", "and one that begins"]


def test_a_line_number_in_the_margin_is_a_line_of_its_own(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        in_one_object(canvas, 30, 700, ("042", 25), ("words of the paper", 20), ("043", 0))

    assert lines_of(file, draw) == ["042", "words of the paper", "043"]


def test_a_small_line_number_close_to_the_words_is_a_line_of_its_own(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        text.setFont("VeraBd", 5)
        text.textOut("42")
        text.moveCursor(14, 0)
        text.setFont("Vera", 10)
        text.textOut("1 Introduction of the paper")
        canvas.drawText(text)

    assert lines_of(file, draw) == ["42", "1 Introduction of the paper"]


@pytest.mark.parametrize("number", ["1", "2.3", "A", "IV."])
def test_the_number_of_a_heading_stays_with_its_words(file: Path, number: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("VeraBd", 12)
        in_one_object(canvas, 72, 700, (number, 12), ("Related Work", 0))

    assert lines_of(file, draw) == [f"{number} Related Work"]


def test_stretched_words_are_no_columns(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        in_one_object(canvas, 72, 700, *((word, 15.0) for word in ("justified", "text", "with", "too", "few", "words")))

    assert lines_of(file, draw) == ["justified text with too few words"]


def test_a_divided_word_ends_its_line_with_a_hyphen(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Words are divided at the end of a li-")
        canvas.drawString(72, 688, "ne in every language.")

    assert lines_of(file, draw) == ["Words are divided at the end of a li-", "ne in every language."]


def test_an_accent_drawn_over_its_letter_is_read_with_it(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Moller")
        over = 72 + canvas.stringWidth("M") + (canvas.stringWidth("o") - canvas.stringWidth("¨")) / 2
        canvas.drawString(over, 700, "¨")

    assert lines_of(file, draw) == ["Möller"]


def test_text_that_climbs_the_margin_is_turned(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(200, -30, "a stamp on the edge")

    (line,) = first_page(drawn_pdf(file, draw)).lines
    assert (line.text, line.turned) == ("a stamp on the edge", 90)
    assert line.baseline == pytest.approx(30, abs=0.1)


def test_text_that_nobody_sees_counts_as_text(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textOut("what a scanner recognised")
        canvas.drawText(text)

    page = first_page(drawn_pdf(file, draw))
    assert [line.text for line in page.lines] == ["what a scanner recognised"]
    assert page.ink_boxes == ()


def test_letters_of_mathematics_leave_the_places_of_others_alone(file: Path) -> None:
    """PDFium counts a letter beyond the first 65,536 characters as two."""

    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            if "/ToUnicode" in font:
                unicode_map = font.ToUnicode.read_bytes()
                font.ToUnicode.write(unicode_map.replace(b"<0061>", b"<D835DC4E>"))

    plain = first_page(given(file)).lines
    page = first_page(edit_pdf(file, change))
    assert page.lines[0].text == "A S𝑎mple P𝑎per"
    assert [line.box for line in page.lines] == [line.box for line in plain]
    assert [line.size for line in page.lines] == [line.size for line in plain]


@pytest.mark.parametrize("script", [HEBREW, ARABIC, CHINESE, KANA])
def test_text_of_another_script_is_no_defect(file: Path, script: int) -> None:
    plain = inspect_paper(given(file), "017")
    facts = inspect_paper(in_another_script(file, script), "017")
    assert codes(facts) - METADATA <= codes(plain)
    assert [line.box for line in facts.pages[0].lines] == [line.box for line in plain.pages[0].lines]
    assert facts.pages[0].garbled_characters == 0


def codes(facts: PaperFacts) -> set[str]:
    return {finding.code for finding in check_paper(paper("017"), Reading(facts), Rules(profile=load_profile("lncs")))}


def test_lines_keep_their_order_and_number(file: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(1500):
            canvas.drawString(72 + number % 5 * 100, 800 - number // 5 * 2, f"a{number}")

    found: tuple[TextLine, ...] = first_page(drawn_pdf(file, draw)).lines
    assert len(found) <= 1000
    assert found[0].text.startswith("a0")
