"""What was probably meant by a word that nobody knows."""

from __future__ import annotations

from proceedings.problem import nearest


def test_of_words_that_are_equally_near_it_is_the_first_whatever_their_order() -> None:
    words = ["015", "013", "002", "016"]
    assert {nearest("012", each) for each in (words, words[::-1], sorted(words))} == {"002"}


def test_nothing_near_is_nothing() -> None:
    assert nearest("title", ["017"]) is None
