"""Text as it is compared."""

from __future__ import annotations

import pytest

from proceedings.folding import folded, folded_words


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("M¨oller", "Möller"),
        ("Yag˘ız", "Yağız"),
        ("Sa¨ıs", "Saïs"),
        ("ˇCapek", "Čapek"),
        ("ﬁne oﬃce", "fine office"),
        ("T ITLE", "TITLE"),
        ("Łękawski", "lekawski"),
        ("STRASSE", "Straße"),
        ("Йод", "Йод"),
        ("O(n²)", "O(n2)"),
        ("deep‐learning", "deep learning"),
    ],
)
def test_what_extraction_does_to_a_word_is_no_difference(printed: str, meant: str) -> None:
    assert folded(printed) == folded(meant) != ""


def test_letters_that_differ_stay_different() -> None:
    assert folded("model") != folded("models")
    assert folded("王小明") != folded("王大明")


def test_words_without_letters_do_not_count() -> None:
    assert folded_words("Deep – Learning & Co.") == ("deep", "learning", "co")
