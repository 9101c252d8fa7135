from __future__ import annotations

from typing import Literal

import pytest

from builders import paper
from lined_pages import line, reading_of, text_lines
from proceedings.checks.heads_and_folios import (
    page_number_missing,
    page_number_present,
    running_head_missing,
    running_head_present,
)
from proceedings.checks.rules import Rules
from proceedings.profile import FormatProfile, load_profile
from proceedings.reading.reading import Reading

CEUR = Rules(profile=load_profile("ceurart"))


def numbered(pages: int = 4) -> Reading:
    return reading_of(*[[*text_lines(), line(str(number), 300, 790)] for number in range(1, pages + 1)])


def headed() -> Reading:
    return reading_of(
        *[[*text_lines(), *([line("A. Sample et al.", 200, 98)] if number > 1 else [])] for number in range(1, 5)]
    )


def test_page_numbers_are_one_finding_with_the_box_of_the_first() -> None:
    (found,) = page_number_present(paper(), numbered(), CEUR)
    assert found.message == "papers/017.pdf, pages 1–4: the file has the page numbers 1–4 of its own."
    assert (found.page, found.box) == (1, (300, 783, 304.5, 792))


def test_roman_page_numbers_are_told_as_they_are_printed() -> None:
    (found,) = page_number_present(
        paper(), reading_of(*[[*text_lines(), line(number, 300, 790)] for number in ("i", "ii", "iii", "iv")]), CEUR
    )
    assert found.message.endswith("the file has the page numbers i–iv of its own.")


def test_running_heads_are_one_finding_that_quotes_the_first() -> None:
    (found,) = running_head_present(paper(), headed(), CEUR)
    assert (
        found.message
        == "papers/017.pdf, pages 2–4: the file has running heads of its own, the first “A. Sample et al.”."
    )
    assert (found.page, found.box and found.box[:2]) == (2, (200, 91))


def test_a_paper_without_them_is_no_finding() -> None:
    assert not list(page_number_present(paper(), headed(), CEUR))
    assert not list(running_head_present(paper(), numbered(), CEUR))


def test_a_paper_without_what_its_template_has_is_noted() -> None:
    wanted = Rules(profile=FormatProfile(title="Ours", running_heads="wanted", page_numbers="wanted"))
    bare = reading_of(*[text_lines()] * 3)
    (number,), (head,) = page_number_missing(paper(), bare, wanted), running_head_missing(paper(), bare, wanted)
    assert (number.message, number.severity) == ("papers/017.pdf has no page numbers; Ours has them.", "info")
    assert (head.message, head.severity) == ("papers/017.pdf has no running heads; Ours has them.", "info")
    assert not list(page_number_missing(paper(), numbered(), wanted))
    assert not list(running_head_missing(paper(), headed(), wanted))


def test_two_pages_do_not_show_that_something_runs() -> None:
    wanted = Rules(profile=FormatProfile(running_heads="wanted", page_numbers="wanted"))
    short = reading_of(text_lines(), text_lines())
    assert not [*page_number_missing(paper(), short, wanted), *running_head_missing(paper(), short, wanted)]


@pytest.mark.parametrize("asked", ["allowed", "unwanted", None])
def test_what_is_not_wanted_is_not_missed(asked: Literal["allowed", "unwanted"] | None) -> None:
    rules = Rules(profile=FormatProfile(running_heads=asked, page_numbers=asked))
    bare = reading_of(*[text_lines()] * 3)
    assert not [*page_number_missing(paper(), bare, rules), *running_head_missing(paper(), bare, rules)]


@pytest.mark.parametrize("name", ["lncs", "acm"])
def test_who_allows_them_hears_nothing(name: str) -> None:
    assert not list(running_head_present(paper(), headed(), Rules(profile=load_profile(name))))
    if name == "lncs":
        assert not list(page_number_present(paper(), numbered(), Rules(profile=load_profile(name))))
