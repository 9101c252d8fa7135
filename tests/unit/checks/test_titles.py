"""Titles compared."""

from __future__ import annotations

import pytest

from proceedings.checks.titles import differences_in_words, differing_words, likeness, plain_title, script_of


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("DEEP LEARNING ON A MACHINE", "Deep Learning on a Machine"),
        ("D EEP L EARNING ON A M ACHINE", "Deep Learning on a Machine"),
        ("Eﬃcient Super-computers", "Efficient Supercomputers"),
        ("M¨obius – a “study”", 'Möbius: A "Study"'),
        ("Sorting in O(n2) Steps", "Sorting in $O(n^2)$ Steps"),
        ("On β-Reduction", r"On $\beta$-Reduction"),
        ("The N2CMS Project", r"The {\selectlanguage{english} N2CMS} Project"),
        ("A Sample Machine1", "A Sample Machine"),
        ("A Sample Machine.1", "A Sample Machine"),
    ],
)
def test_titles_that_are_the_same(printed: str, meant: str) -> None:
    assert likeness(printed, meant) == 1.0


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Sample Machine 2", "Sample Machine 3"),
        ("Sample Machine 2", "Sample Machine"),
        ("Scaling GPT-4", "Scaling GPT"),
        ("Lessons from 2020", "Lessons from"),
        ("Lessons from2020", "Lessons from"),
        ("A Sample Machine", "A Sample Machine1"),
    ],
)
def test_a_title_that_ends_with_a_number_of_its_own_keeps_it(printed: str, meant: str) -> None:
    assert likeness(printed, meant) < 1.0


def test_the_words_that_differ_are_shown_as_they_are_written() -> None:
    differ = "“by” / “through” and “act” / “acts”"
    assert differences_in_words("Filtering by act labels", "Filtering through acts labels") == differ
    assert differing_words("A Deep Sample", "A Sample") == [("Deep", "")]
    assert differences_in_words("A Sample", "A Deep Sample") == "“Deep”, which only the metadata has"


def test_words_in_pieces_and_hyphens_are_no_differing_words() -> None:
    assert differing_words("D EEP LEARNING", "Deep Learning") == []
    assert differing_words("deep-learning", "deep learning") == []


def test_titles_with_nothing_in_common_are_not_listed_word_by_word() -> None:
    assert differences_in_words("a x b y c z d w e v", "a 1 b 2 c 3 d 4 e 5") == ""


def test_latex_leaves_a_title() -> None:
    assert plain_title(r"\textbf{On} the $\alpha$ of \emph{Things}") == "On the α of Things"
    assert plain_title("Plain & Simple") == "Plain & Simple"


def test_the_script_is_that_of_most_letters() -> None:
    assert script_of("Hello мир") == "LATIN"
    assert script_of("Привет, PDF") == "CYRILLIC"
    assert script_of("123") == ""
