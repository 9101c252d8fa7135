from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Pdf

from proceedings.pdf.pdf_geometry import displayed_geometry, inherited, page_geometry, shows_nothing, visible_box

BOX = (10.0, 20.0, 310.0, 420.0)


@pytest.mark.parametrize(
    ("rotate", "top_left", "bottom_right"),
    [
        (0, (10, 420), (310, 20)),
        (90, (10, 20), (310, 420)),
        (180, (310, 20), (10, 420)),
        (270, (310, 420), (10, 20)),
        (-90, (310, 420), (10, 20)),
        (450, (10, 20), (310, 420)),
    ],
)
def test_the_corners_of_the_displayed_page_are_corners_of_the_box(
    rotate: float, top_left: tuple[float, float], bottom_right: tuple[float, float]
) -> None:
    geometry = displayed_geometry(BOX, rotate=rotate)
    assert (geometry.width, geometry.height) == ((300, 400) if rotate % 180 == 0 else (400, 300))
    assert geometry.user_space(0, 0) == pytest.approx(top_left)
    assert geometry.user_space(geometry.width, geometry.height) == pytest.approx(bottom_right)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_upright_matrix_starts_at_the_bottom_left(rotate: int) -> None:
    geometry = displayed_geometry(BOX, rotate=rotate, user_unit=2)
    a, b, c, d, e, f = geometry.upright_matrix
    assert (e, f) == pytest.approx(geometry.user_space(0, geometry.height))
    assert a * d - b * c > 0  # text is not mirrored
    assert (c * geometry.height + e, d * geometry.height + f) == pytest.approx(geometry.user_space(0, 0))


def test_a_user_unit_makes_the_page_larger_and_not_its_coordinates() -> None:
    geometry = displayed_geometry(BOX, user_unit=2)
    assert (geometry.width, geometry.height) == (600, 800)
    assert geometry.user_space(600, 800) == pytest.approx((310, 20))


@pytest.mark.parametrize(
    ("media", "crop", "shown"),
    [
        (BOX, None, BOX),
        ((310, 420, 10, 20), None, BOX),
        ((-300, -400, 0, 0), None, (-300, -400, 0, 0)),
        (BOX, (50, 60, 200, 300), (50, 60, 200, 300)),
        (BOX, (-50, -60, 900, 900), BOX),
        (BOX, (500, 500, 600, 600), BOX),
        (BOX, (50, 50, 50, 50), BOX),
        (None, None, (0, 0, 612, 792)),
        ((0, 0, float("inf"), 10), None, (0, 0, 612, 792)),
        ((1, 2, 3), None, (0, 0, 612, 792)),
    ],
)
def test_what_is_displayed_is_the_crop_box_within_the_media_box(
    media: tuple[float, ...] | None, crop: tuple[float, ...] | None, shown: tuple[float, ...]
) -> None:
    assert visible_box(media, crop) == shown


def test_values_are_inherited_from_the_nearest_ancestor() -> None:
    with Pdf.new() as pdf:
        pages = pdf.make_indirect(Dictionary(MediaBox=Array([0, 0, 100, 200]), Rotate=90))
        node = pdf.make_indirect(Dictionary(Parent=pages, Rotate=180))
        page = pdf.make_indirect(Dictionary(Parent=node))
        assert inherited(page, "/Rotate") == 180
        assert inherited(page, "/CropBox") is None
        assert page_geometry(page).width == 100


def test_a_page_tree_that_bites_its_tail_ends() -> None:
    with Pdf.new() as pdf:
        node = pdf.make_indirect(Dictionary())
        node["/Parent"] = node
        assert inherited(node, "/MediaBox") is None
        assert page_geometry(node).width == 612


def test_a_crop_box_beside_the_page_shows_nothing() -> None:
    with Pdf.new() as pdf:
        page = pdf.make_indirect(Dictionary(MediaBox=Array([0, 0, 100, 200])))
        assert not shows_nothing(page)
        page["/CropBox"] = Array([200, 300, 400, 500])
        assert shows_nothing(page)


def test_boxes_of_words_count_as_missing() -> None:
    with Pdf.new() as pdf:
        page = pdf.make_indirect(Dictionary(MediaBox=Array([pdf.make_stream(b""), 0, 1, 1]), Rotate=Array()))
        assert page_geometry(page).height == 792
