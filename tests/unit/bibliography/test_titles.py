from __future__ import annotations

import pytest

from proceedings.bibliography.titles import bibtex_title, names_in


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("ResNet-50 on GPUs", "{ResNet}-50 on {GPUs}"),
        ("Training in 3D with C", "Training in {3D} with {C}"),
        ("A Study of Training at Scale", "A Study of Training at Scale"),
        ("Training networks on the machine called Frontier", "Training networks on the machine called {Frontier}"),
        ("Die ÖBB und ihre neuen Züge", r"Die {{\"O}BB} und ihre neuen {Z{\"u}ge}"),
        ("An $O(N)$ Scheme", "An {$O(N)$} Scheme"),
        ("GPT's Limits", "{GPT's} Limits"),
    ],
)
def test_capitals_that_carry_meaning_are_kept_from_the_style(title: str, written: str) -> None:
    assert bibtex_title(title) == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("How Random Must It Be? Shuffling at Scale", "How Random Must It Be? {Shuffling} at Scale"),
        ("Large Batches: A Study", "Large Batches: A Study"),
        ("Large Batches: “Training” Again", "Large Batches: ``{Training}'' Again"),
        ("“Training” Again", "``{Training}'' Again"),
        ("$O(n)$ Is Enough. Really", "{$O(n)$} Is Enough. {Really}"),
    ],
)
def test_a_clause_begins_with_its_capital_where_a_style_would_turn_it_small(title: str, written: str) -> None:
    assert bibtex_title(title) == written


def test_what_the_abstracts_always_give_a_capital_is_a_name() -> None:
    abstracts = (
        "We study Turkish. Training helps; training for Azerbaijani, too.",
        "Is it so in Turkish? Models say Yes.",
    )
    names = names_in(abstracts)
    assert {"Turkish", "Azerbaijani"} <= names
    assert not {"Training", "We", "Is", "Models"} & names
    assert bibtex_title("Training Models for Turkish", names) == "Training Models for {Turkish}"


def test_a_capital_in_an_abbreviation_that_is_spelled_out_is_no_evidence() -> None:
    assert names_in(["We use Evidence Generation and Injection (EGI) for Turkish."]) == {"Turkish"}


def test_without_abstracts_no_word_is_a_name() -> None:
    assert names_in(["", "Turkish first, then training."]) == frozenset()
