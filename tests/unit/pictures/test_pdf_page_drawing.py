from __future__ import annotations

import io

import msgspec
import pytest
from PIL import Image

from pdf_makers import given, paper_pdf
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.pictures.pdf_page_drawing import (
    BLOCK,
    DPI,
    GREYS,
    MARK,
    MOST_PIXELS,
    Drawing,
    draw_pages,
    drawing_key,
)
from proceedings.records.facts import PageFacts
from proceedings.records.pictures import PagePicture

PICTURE = PagePicture(paper="017", page=2, marks=((300.0, 400.0, 400.0, 440.0),), block=(134.8, 115.8, 480.6, 662.9))
WHITE = GREYS - 1


def drawn(path, *pictures) -> dict[int, Drawing]:
    return draw_pages(path, inspect_paper(path, "017"), pictures or (PICTURE,))


def pixels(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(drawing.png))


def at(image: Image.Image, x: float, y: float) -> object:
    return image.getpixel((round(x * DPI / 72), round(y * DPI / 72)))


def test_a_page_is_drawn_with_its_marks_and_its_block(tmp_path):
    path = paper_pdf(tmp_path / "017.pdf")
    (drawing,) = drawn(path).values()
    image = pixels(drawing)
    assert image.size == (drawing.width, drawing.height)
    assert abs(drawing.width - 595.276 * DPI / 72) <= 1
    inks = {colour: count for count, colour in image.getcolors()}
    assert inks[MARK] > 500 and inks[BLOCK] > 500
    assert sum(count for colour, count in inks.items() if colour < WHITE // 2) > 1000, "the text is there"
    assert at(image, 350, 400 - 4) == MARK and at(image, 350, 440 + 4) == MARK


def test_the_same_page_is_drawn_in_the_same_bytes(tmp_path):
    path = paper_pdf(tmp_path / "017.pdf")
    assert drawn(path) == drawn(path)


def test_several_marks_have_numbers(tmp_path):
    path = paper_pdf(tmp_path / "017.pdf")
    one = pixels(drawn(path)[2]).getcolors()
    second = (150.0, 500.0, 200.0, 520.0)
    two = pixels(drawn(path, msgspec.structs.replace(PICTURE, marks=(*PICTURE.marks, second)))[2])
    labels = sum(two.getpixel((x, y)) == MARK for x in range(120, 200) for y in range(600, 640))
    assert labels > 100
    above = [two.getpixel((x, y)) for x in range(170, 260) for y in range(595, 618)]
    assert MARK not in above, "the number hides the line above"
    assert dict(map(reversed, two.getcolors()))[MARK] > dict(map(reversed, one))[MARK]


@pytest.mark.parametrize(
    "box", [(-50.0, -50.0, 20.0, 20.0), (580.0, 830.0, 900.0, 900.0), (700.0, 900.0, 800.0, 950.0)]
)
def test_a_mark_beyond_the_page_is_cut_or_left_out(tmp_path, box):
    path = paper_pdf(tmp_path / "017.pdf")
    assert 2 in drawn(path, msgspec.structs.replace(PICTURE, marks=(box, *PICTURE.marks)))


def test_a_picture_of_a_page_takes_a_few_tens_of_kilobytes(tmp_path):
    assert len(drawn(paper_pdf(tmp_path / "017.pdf"))[2].png) < 100_000


def test_a_huge_page_is_drawn_smaller(tmp_path):
    path = paper_pdf(tmp_path / "017.pdf", size=(4000.0, 9000.0))
    drawing = drawn(path)[2]
    assert drawing.width * drawing.height <= 1.01 * MOST_PIXELS


def test_what_is_no_pdf_has_no_pictures(tmp_path):
    path = tmp_path / "017.pdf"
    path.write_bytes(b"%PDF-1.5\nnothing else")
    facts = msgspec.structs.replace(inspect_paper(given(tmp_path / "a.pdf"), "017"), paper="017")
    assert draw_pages(path, facts, (PICTURE,)) == {}


def test_a_page_that_is_not_there_costs_no_other(tmp_path):
    path = paper_pdf(tmp_path / "017.pdf", pages=2)
    facts = inspect_paper(path, "017")
    longer = msgspec.structs.replace(facts, pages=(*facts.pages, PageFacts(number=3, width=595.0, height=842.0)))
    pictures = [msgspec.structs.replace(PICTURE, page=number) for number in (3, 2)]
    assert list(draw_pages(path, longer, pictures)) == [2]


def test_the_key_says_what_was_drawn():
    assert drawing_key(PICTURE, "a") == drawing_key(PICTURE, "a")
    others = [
        drawing_key(PICTURE, "b"),
        drawing_key(msgspec.structs.replace(PICTURE, page=3), "a"),
        drawing_key(msgspec.structs.replace(PICTURE, marks=()), "a"),
        drawing_key(msgspec.structs.replace(PICTURE, block=None), "a"),
        drawing_key(msgspec.structs.replace(PICTURE, remarks=True), "a"),
    ]
    assert len({drawing_key(PICTURE, "a"), *others}) == 6
