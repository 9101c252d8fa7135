from __future__ import annotations

import pytest

from proceedings.page_sizes import A4, LETTER, as_written, name_of, same_size, sides_of, size_in_words, to_the_fraction
from proceedings.profile import FormatProfile, TextBlock

PLACE = (70.0, 70.0, 525.0, 770.0)


@pytest.mark.parametrize("size", [(595.22, 842.0), (595.0, 841.0), (841.89, 595.276)])
def test_every_program_s_a4_is_a4_upright_or_on_its_side(size: tuple[float, float]) -> None:
    assert (name_of(size), size_in_words(size), same_size(size, A4)) == ("a4", "A4", True)


def test_a_size_without_a_name_is_told_in_millimetres_as_if_it_stood_upright() -> None:
    assert name_of((850.39, 566.93)) is None
    assert size_in_words((850.39, 566.93)) == "200 x 300 mm"
    assert size_in_words(LETTER) == "US Letter"


def test_a_named_size_is_known_to_the_fraction_and_keeps_its_turn() -> None:
    assert to_the_fraction((420.0, 595.0)) == (419.528, 595.276)
    assert to_the_fraction((842.0, 595.0)) == (841.89, 595.276)
    assert to_the_fraction((439.0, 666.0)) == (439.0, 666.0)


def test_profiles_write_a_size_by_its_name_or_in_points() -> None:
    assert (as_written((595.22, 842.0)), as_written((439.37, 666.142))) == ("a4", "439.4x666.1")
    assert (sides_of("a4"), sides_of("439.4x666.1"), sides_of("439.4")) == (A4, (439.4, 666.1), None)


def test_how_near_a_page_must_come_to_a_size_is_the_profile_s_to_say() -> None:
    places = TextBlock(places={"a4": (PLACE,)})
    assert FormatProfile(text_block=places).places_on((598.0, 842.0)) == ()
    lenient = FormatProfile(text_block=places, page_size_tolerance=3)
    assert lenient.places_on((598.0, 842.0)) == lenient.places_on(A4) == (PLACE,)
    assert FormatProfile(page_size_tolerance=0).size_tolerance == FormatProfile().size_tolerance == 1
