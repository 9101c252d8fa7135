from __future__ import annotations

import pytest

from builders import author, paper
from lined_pages import line, paper_of, text_lines
from proceedings.checks.template_leftovers import template_leftover
from proceedings.reading.reading import Reading
from worded_papers import findings, front, reading, said


@pytest.mark.parametrize(
    "name",
    [
        "No Author Given",
        "First Author",
        "1st Given Name Surname",
        "Ben Trovato",
        "Firstname1 Lastname1",
        "Author Name(s)",
        "dept. name of organization (of Aff.)",
    ],
)
def test_sample_authors_are_found(name: str) -> None:
    (only,) = findings(template_leftover, reading(authors=(name,)))
    assert (only.severity, only.page) == ("error", 1)


@pytest.mark.parametrize(
    "words",
    [
        "Conference acronym ’XX, June 03–05, 2018, Woodstock, NY",
        "Woodstock ’18, June 03–05, 2018",
        "ACM ISBN 978-1-4503-XXXX-X/18/06",
        "https://doi.org/XXXXXXX.XXXXXXX",
        "https://doi.org/10.1145/nnnnnnn.nnnnnnn",
        "979-8-XXXX-XXXX-X/XX/$31.00 ©20XX IEEE",
        "0000-0000-0000-0000 (A. Sample)",
        "Identify applicable funding agency here. If none, delete this.",
    ],
)
def test_sample_notices_are_found(words: str) -> None:
    (only,) = findings(template_leftover, reading(more=[line(words, 135, 700, size=7)]))
    assert only.page == 1


def test_a_head_that_llncs_wrote_is_found_on_its_pages() -> None:
    head = line("Title Suppressed Due to Excessive Length", 240, 100, size=9)
    given = Reading(
        paper_of([*front(), *said()], text_lines(), [head, *text_lines()], text_lines(), [head, *text_lines()])
    )
    (only,) = findings(template_leftover, given)
    assert "pages 3, 5" in only.message


def test_filler_is_found_everywhere() -> None:
    given = Reading(paper_of([*front(), *said()], said("Lorem ipsum dolor sit amet, consectetur", top=140)))
    (only,) = findings(template_leftover, given)
    assert only.page == 2


def test_a_paper_that_quotes_sample_text_is_left_alone() -> None:
    assert not findings(template_leftover, reading("The class writes “Conference acronym ’XX” by default."))
    assert not findings(template_leftover, reading("The first author is named first. Your name matters."))
    code = Reading(paper_of([*front(), *said("acmDOI XXXXXXX.XXXXXXX", font="CMTT10")], text_lines()))
    assert not findings(template_leftover, code)
    later = Reading(paper_of([*front(), *said()], said("such as 0000-0000-0000-0000 in a record", top=140)))
    assert not findings(template_leftover, later)


def test_the_people_of_a_sample_may_write_papers() -> None:
    given = reading(more=[line("0000-0001-7116-9338 (I. Tiddi)", 135, 690, size=8)])
    assert findings(template_leftover, given)
    assert not findings(template_leftover, given, paper=paper(people=(author("Ilaria Tiddi"),)))


def test_running_text_about_templates_is_left_alone() -> None:
    about = (
        "The template acmart prints Woodstock ’18, June 03–05, 2018, Woodstock, and",
        "0000-0000-0000-0000 is no iD.",
    )
    assert not findings(template_leftover, reading(*about))
