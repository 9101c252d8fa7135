from __future__ import annotations

import pytest

from lined_pages import line, paper_of, text_lines
from proceedings.reading.notice_lines import PlacedLine
from proceedings.reading.passages import BROKEN, Passage
from proceedings.reading.reading import Reading
from worded_papers import front, heading, said


def places(*titles: tuple[str, float]) -> list[str]:
    """What the passages are about that begin with these headings on page 2, each of its size."""
    rows = [
        row
        for number, (title, size) in enumerate(titles)
        for row in (heading(title, 120 + 60 * number, size=size), line("It tells something.", 135, 140 + 60 * number))
    ]
    given = Reading(paper_of([*front(), *said()], [*rows, *text_lines(first=500)]))
    return [each.place for each in given.passages if each.lines[0].page == 2]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("2 Related Work", "aside"),
        ("1 Introduction", "aside"),
        ("4 Experimental Setup", "experiments"),
        ("5 Evaluation and Discussion", "experiments"),
        ("3.2 Implementation Details", "experiments"),
        ("Datasets", "experiments"),
        ("Acknowledgements", "thanks"),
        ("Data Availability", "experiments"),
        ("3 A Model of Queues", "body"),
        ("3 Data Parallelism", "body"),
        ("3 Distributed Training", "body"),
        ("6 Conclusion", "body"),
        ("References", "references"),
    ],
)
def test_a_heading_says_what_its_section_is_about(title: str, place: str) -> None:
    assert places((title, 12)) == [place]


def test_parts_of_a_section_are_about_what_it_is_unless_they_say_it() -> None:
    assert places(("4 Experiments", 12), ("4.1 Queues", 10.5), ("4.2 Related Work", 10.5), ("5 Queues", 12)) == [
        "experiments",
        "experiments",
        "aside",
        "body",
    ]


def test_without_numbers_a_smaller_heading_is_a_part() -> None:
    assert places(("Experiments", 14), ("Queues", 12), ("Stacks", 14)) == ["experiments", "experiments", "body"]


def test_a_passage_leads_from_its_text_back_to_the_lines() -> None:
    given = Reading(paper_of([*front(), *said("the last of Horo-", "vod and more")], text_lines()))
    (passage,) = (each for each in given.passages if "vod" in each.text)
    assert f"Horo{BROKEN}vod and more" in passage.text
    assert passage.line_at(passage.text.index("Horo")).line.text == "the last of Horo-"
    assert passage.line_at(passage.text.index("vod")).line.text == "vod and more"


def test_ligatures_and_quotes_are_read_as_they_are_written() -> None:
    passage = Passage("body", [PlacedLine(page=1, line=line("the ﬁrst “line”", 135, 126))])
    assert passage.text == 'the first "line" '
