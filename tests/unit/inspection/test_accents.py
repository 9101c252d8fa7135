from __future__ import annotations

import pytest

from proceedings.inspection.accents import Character, composed

WIDE, NARROW = 5.0, 2.8


def line(*characters: tuple[str, float]) -> list[Character]:
    """Letters 5 pt wide at their left edges; accents 3 pt wide; a negative edge is a space that nobody drew."""
    found = []
    for text, x in characters:
        width = WIDE if text.isalpha() and text not in "ˆˇ" else NARROW
        found.append(Character(text, (x, 0, x + width, 7) if x >= 0 else None))
    return found


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ([("M", 0), ("¨", 7), ("o", 6), ("l", 12)], "Möl"),
        ([("c", 0), ("´", 1), ("e", 6)], "će"),
        ([("i", 0), (" ", -1), ("ˇ", 7), ("c", 6), ("e", 12)], "iče"),
        ([("D", 0), ("u", 6), ("s", 12), (" ", -1), ("¨", 7)], "Düs "),
        ([("¸", 1), ("c", 0)], "ç"),
        ([("´", 1), ("ı", 0)], "í"),
    ],
)
def test_an_accent_goes_to_the_letter_it_stands_over(drawn: list[tuple[str, float]], read: str) -> None:
    assert composed(line(*drawn), 10) == read


def test_two_accents_of_a_line_find_their_letters() -> None:
    gasic = [("G", 0), ("a", 6), ("s", 12), ("i", 18), ("ˇ", 13), (" ", -1), ("c", 24), ("´", 25)]
    assert composed(line(*gasic), 12) == "Gašić"


def test_an_accent_over_nothing_and_one_that_makes_no_character_stay() -> None:
    assert composed(line(("a", 0), ("´", 30)), 10) == "a´"
    assert composed(line(("q", 0), ("´", 1)), 10) == "q´"


def test_a_word_space_beside_an_accent_stays_a_space() -> None:
    words = [("a", 0), (" ", -1), ("´", 10), ("e", 9), ("n", 15)]
    assert composed(line(*words), 10) == "a én"
