"""The order in which lines of two directions are drawn."""

from __future__ import annotations

import pytest

from proceedings.bidi import CONTROLS, base_level, closed, embedding_levels, isolated, visual_order

ALI, COHEN = "\u0639\u0644\u064a", "\u05db\u05d4\u05df"


def drawn(text: str, base: int = 0) -> str:
    """The characters of a line from left to right, without those that show nothing."""
    order = visual_order(embedding_levels(text, base))
    return "".join(text[place] for place in order if text[place] not in CONTROLS)


@pytest.mark.parametrize(
    ("text", "left_to_right"),
    [
        ("Ada Sample, 17", "Ada Sample, 17"),
        ("abc \u05d0\u05d1\u05d2", "abc \u05d2\u05d1\u05d0"),
        ("a \u05d0\u05d1 \u05d2\u05d3 b", "a \u05d3\u05d2 \u05d1\u05d0 b"),
        ("\u05d0\u05d1 12", "12 \u05d1\u05d0"),
        ("a \u05d0 12 \u05d1", "a \u05d1 12 \u05d0"),
        ("a \u0627 \u0661\u0662 b", "a \u0661\u0662 \u0627 b"),
        ("\u05d0 3.5% \u05d1", "\u05d1 3.5% \u05d0"),
        ("\u0627 3.5% \u0628", "\u0628 %3.5 \u0627"),
        ("a (\u05d0\u05d1) c", "a (\u05d1\u05d0) c"),
        ("a \u05d0 (\u05d1) c", "a )\u05d1( \u05d0 c"),
        ("a \u05d0 (b) c", "a \u05d0 (b) c"),
        ("\u05d0\u05b0\u05d1", "\u05d1\u05b0\u05d0"),
        ("a \u202e b \u202c c", "a  b  c"),
        ("a \u2067b \u05d0\u2069 c", "a \u05d0 b c"),
        ("\u05d0 \u2066a \u05d1 b\u2069 \u05d2", "\u05d2 a \u05d1 b \u05d0"),
        ("\u2067\u2066\u2069", ""),
        ("", ""),
    ],
)
def test_a_line_is_drawn_as_the_algorithm_orders_it(text: str, left_to_right: str) -> None:
    assert drawn(text) == left_to_right


def test_names_side_by_side_keep_the_order_of_their_list() -> None:
    assert drawn(f"{ALI}, {COHEN}") == f"{COHEN[::-1]} ,{ALI[::-1]}"
    assert drawn(f"{isolated(ALI)}, {isolated(COHEN)}") == f"{ALI[::-1]}, {COHEN[::-1]}"


def test_a_number_beside_a_name_stays_where_it_is() -> None:
    assert drawn(f"{ALI}, 17, 42") == f"42 ,17 ,{ALI[::-1]}"
    assert drawn(f"{isolated(ALI)}, 17, 42") == f"{ALI[::-1]}, 17, 42"


def test_a_latin_name_is_not_touched() -> None:
    assert isolated("Ada Sample") == "Ada Sample"


def test_a_paragraph_runs_as_most_of_its_letters_do() -> None:
    assert base_level(f"{ALI} and Ada Sample") == 0
    assert base_level(f"{ALI} {COHEN} A.") == 1
    assert base_level(f"{isolated(ALI)}, {isolated(COHEN)}") == base_level("1 + 1") == 0


def test_a_text_that_was_cut_is_closed() -> None:
    assert closed(isolated(ALI)[:-1]) == isolated(ALI)
    assert closed("Ada") == "Ada"


def test_embeddings_without_end_are_borne() -> None:
    assert max(embedding_levels("\u202b" * 200 + "a" + "\u2067" * 200 + "b\u2069\u2069\u202c")) <= 126


def test_what_an_embedding_holds_does_not_turn_what_follows_it() -> None:
    assert drawn("\u202b1\u202c.b", base=1) == "b.1"
