from __future__ import annotations

import msgspec
import pytest

from lined_pages import line, paper_of, text_lines
from proceedings.checks.review_mode import review_mode
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.paper import Paper
from worded_papers import findings, front, reading, said


def numbers() -> list[TextLine]:
    return [line(f"{n:03}", 60, 126 + 12 * n, size=6, font="Helvetica") for n in range(1, 45)]


@pytest.mark.parametrize(
    "words",
    [
        "Anonymous Author(s)",
        "ANONYMOUS AUTHOR(S)",
        "Anonymous ACL submission",
        "Anonymous Authors",
        "Author names omitted for review",
        "suppressed for double-blind review",
        "Paper under double-blind review",
        "Submission #123",
        "Paper ID 42",
    ],
)
def test_authors_that_are_not_named_are_review_mode(words: str) -> None:
    (only,) = findings(review_mode, reading(authors=(words,)))
    assert (only.severity, only.page) == ("error", 1) and words in only.message


@pytest.mark.parametrize(
    "words",
    [
        "CONFIDENTIAL REVIEW COPY. DO NOT DISTRIBUTE.",
        "Under review as a conference paper at SW 2026",
        "Unpublished working draft. Not for distribution.",
        "2026-01-31 12:30. Page 1 of 1–12.",
        "Manuscript submitted to ACM",
    ],
)
def test_a_notice_at_the_foot_is_review_mode(words: str) -> None:
    (only,) = findings(review_mode, reading(more=[line(words, 135, 800, size=8)]))
    assert words[:50] in only.message


def test_prose_is_not_searched() -> None:
    words = (
        "Anonymous authors wrote it.",
        "Under review as we write,",
        "double-blind review is usual",
        "Submission #12 won.",
    )
    assert not findings(review_mode, reading(*words))
    assert not findings(review_mode, reading(authors=("Ada Sample", "Bob Anonymou", "Sample University")))


def test_numbered_lines_and_all_else_are_one_finding() -> None:
    first = [*front(authors=("Anonymous Author(s)",)), *said(), *numbers()]
    (only,) = findings(review_mode, Reading(paper_of(first, [*text_lines(), *numbers()])))
    assert "numbered lines in the margin (pages 1–2) and “Anonymous Author(s)” (page 1)" in only.message


def test_a_watermark_across_the_page_is_review_mode() -> None:
    mark = TextLine(text="DRAFT", box=(150, 200, 450, 600), baseline=600, size=90, font="Times-Roman", turned=45)
    assert findings(review_mode, reading(more=[mark]))
    label = TextLine(text="draft", box=(150, 200, 160, 210), baseline=210, size=7, font="Times-Roman", turned=45)
    assert not findings(review_mode, reading(more=[label])), "the label of an axis"


@pytest.mark.parametrize("turned", [0, 90, 270])
def test_a_watermark_over_the_text_is_review_mode_at_any_angle(turned: int) -> None:
    mark = msgspec.structs.replace(line("DRAFT", 200, 420, size=60), turned=turned)
    assert findings(review_mode, reading(more=[mark]))


def test_large_words_that_cover_no_text_are_no_watermark() -> None:
    title = line("Draft Horses", 180, 100, size=24)
    label = TextLine(text="submitted", box=(100, 300, 120, 420), baseline=120, size=18, font="CMR10", turned=90)
    assert not findings(review_mode, reading(more=[title, label]))


def test_the_words_of_the_title_are_the_papers_own() -> None:
    about = Paper(id="017", title="Anonymous Authors and How to Find Them")
    head = line("Anonymous Authors and How to Find Them", 240, 60, size=8)
    assert not findings(review_mode, reading(more=[head]), paper=about)
    assert findings(review_mode, reading(more=[head]))
