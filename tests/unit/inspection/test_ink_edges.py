"""Edges of ink that may pass a text block are known finely: by the letters of a line, or drawn again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lined_pages import line, text_lines
from pdf_figure_defects import picture
from pdf_makers import A4, BLOCK, edit_pdf, paper_pdf
from proceedings.inspection.ink_edges import BOTTOM, LEFT, RIGHT, TOP, doubtful_edges, edge_of_letters, sharp_parts
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.record import Box

COLUMN = ((135.0, 480.0),)
FINE = 0.2
"""Points within which a fine edge is right."""

Shape = Callable[[Canvas, Box], None]


def test_edges_within_the_edges_of_the_text_are_left_as_they_are() -> None:
    inside, outside = (200.0, 300.0, 480.0, 301.0), (200.0, 320.0, 484.0, 321.0)
    assert list(doubtful_edges([inside, outside], text_lines(COLUMN), A4)) == [(1, RIGHT)]


def test_a_few_overfull_lines_are_no_edge_of_the_text() -> None:
    overfull = [line("A line that is overfull", 135, 200 + 12 * row, width=348) for row in range(4)]
    found = set(doubtful_edges([each.box for each in overfull], [*text_lines(COLUMN), *overfull], A4))
    assert found == {(row, RIGHT) for row in range(4)}


def test_without_text_all_in_the_outer_thirds_is_in_doubt() -> None:
    figure, icon = (100.0, 300.0, 500.0, 400.0), (250.0, 500.0, 300.0, 540.0)
    assert list(doubtful_edges([figure, icon], [], A4)) == [(0, LEFT), (0, RIGHT)]


def test_what_stands_first_and_last_of_a_column_may_pass_the_block_there() -> None:
    head, rows = (135.0, 90.0, 300.0, 98.0), [(135.0, 110.0 + 12 * row, 480.0, 118.0 + 12 * row) for row in range(48)]
    found = list(doubtful_edges([head, *rows], text_lines(COLUMN), A4))
    assert [at for at, edge in found if edge == TOP] == [0, 1, 2]
    assert [at for at, edge in found if edge == BOTTOM] == [48, 47, 46]


def test_a_line_ends_with_its_letters_and_a_rule_does_not() -> None:
    words = line("Words that are overfull", 135, 200, width=351.3)
    x0, y0, x1, y1 = words.box
    assert edge_of_letters((x0, y0, x1 + 0.7, y1), RIGHT, [words]) == x1
    assert edge_of_letters((x0, y0, x1 + 9.0, y1), RIGHT, [words]) is None
    assert edge_of_letters((135.0, 300.0, x1, 300.8), RIGHT, [words]) is None


def test_only_so_many_edges_of_a_page_are_drawn_again() -> None:
    rules = [(300.0, 100.0 + 20 * row, 490.0, 101.0 + 20 * row) for row in range(5)]
    sharp = sharp_parts(rules, text_lines(COLUMN, first=300), A4, lambda part, edge: part[edge] - 0.5, most=3)
    assert [part[RIGHT] for part in sharp].count(489.5) == 3


def rule(canvas: Canvas, box: Box) -> None:
    canvas.setLineWidth(0.4)
    canvas.line(box[0], box[1], box[2], box[1])


def filled(canvas: Canvas, box: Box) -> None:
    canvas.rect(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke=0, fill=1)


def photograph(canvas: Canvas, box: Box) -> None:
    canvas.drawImage(ImageReader(picture(60)), box[0], box[1], box[2] - box[0], box[3] - box[1])


def curve(canvas: Canvas, box: Box) -> None:
    canvas.ellipse(*box, stroke=0, fill=1)


@pytest.mark.parametrize("shape", [rule, filled, photograph, curve])
@pytest.mark.parametrize("beyond", [2.8, 3.2, 5.8, 6.2])
def test_an_edge_that_passes_the_text_is_right_within_a_fifth_of_a_point(
    tmp_path: Path, shape: Shape, beyond: float
) -> None:
    left, _, right, _ = BLOCK

    def draw(canvas: Canvas, _: int) -> None:
        canvas.setFillGray(1)
        canvas.rect(left - 20, 290, right - left + 40, 70, stroke=0, fill=1)
        canvas.setFillGray(0)
        shape(canvas, (right - 60, 300, right + beyond, 340))
        shape(canvas, (left - beyond, 300, left + 60, 340))

    parts = inspect_paper(paper_pdf(tmp_path / "017.pdf", 1, draw=draw), "017").pages[0].ink_boxes
    assert max(part[RIGHT] for part in parts) == pytest.approx(right + beyond, abs=FINE)
    assert min(part[LEFT] for part in parts) == pytest.approx(left - beyond, abs=FINE)


@pytest.mark.parametrize("shape", [filled, photograph, curve])
def test_what_hangs_out_above_and_below_is_right_too(tmp_path: Path, shape: Shape) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        shape(canvas, (200, A4[1] - 109.3, 260, A4[1] - 101.3))
        shape(canvas, (200, A4[1] - 674.6, 260, A4[1] - 668.6))

    parts = inspect_paper(paper_pdf(tmp_path / "017.pdf", 1, draw=draw), "017").pages[0].ink_boxes
    assert min(part[TOP] for part in parts) == pytest.approx(101.3, abs=FINE)
    assert max(part[BOTTOM] for part in parts) == pytest.approx(674.6, abs=FINE)


def test_on_a_turned_page_edges_are_those_of_the_page_as_displayed(tmp_path: Path) -> None:
    def draw(canvas: Canvas, _: int) -> None:
        filled(canvas, (100, 42.3, 140, 803.2))

    path = paper_pdf(tmp_path / "017.pdf", 1, fill=0, title="", draw=draw)
    edit_pdf(path, lambda pdf: pdf.pages[0].rotate(90, relative=False))
    (part,) = inspect_paper(path, "017").pages[0].ink_boxes
    assert (part[LEFT], part[RIGHT]) == pytest.approx((42.3, 803.2), abs=FINE)
