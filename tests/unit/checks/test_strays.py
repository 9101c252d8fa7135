from __future__ import annotations

import time

from lined_pages import line, page, text_lines
from proceedings.checks.overflow import Overflow
from proceedings.checks.strays import strays
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts, PaperFacts, TextLine
from proceedings.records.record import Box


def at(number: int, *boxes: Box, beyond: float = 9.0, side: str = "right") -> Overflow:
    return Overflow(page=number, side=side, beyond=beyond, boxes=boxes)  # type: ignore[arg-type]


def found(pages: list[PageFacts], *overflows: Overflow) -> list[str]:
    by_number = {each.number: each for each in pages}
    reading = Reading(PaperFacts(paper="017", pages=tuple(pages)))
    made = strays([(by_number[each.page], each) for each in overflows], reading)
    return [f"{each.culprit.name} +{each.lines - 1} {each.pages}" for each in made]


def sheet(number: int, *more: TextLine) -> PageFacts:
    return page(number, [*text_lines(first=400), *more])


def entry(number: int, baseline: float) -> TextLine:
    return line(f"[{number}] A reference that is as long as a line of the running text", 125, baseline, width=350)


def test_rules_as_wide_as_a_table_are_of_that_table() -> None:
    caption = line("Table 1: Hardware.", 200, 300)
    top, bottom = (130.0, 100.0, 500.0, 100.8), (130.0, 290.0, 500.0, 290.8)
    assert found([sheet(1, caption)], at(1, top), at(1, bottom)) == ["rules of Table 1 +0 (1,)"]


def test_two_tables_of_one_width_are_two() -> None:
    captions = line("Table 1: Hardware.", 200, 155), line("Table 2: Software.", 200, 265)
    cells = line("GPU", 140, 120, width=300), line("MPI", 140, 230, width=300)
    parts = (130.0, 100.0, 500.0, 150.0), (130.0, 210.0, 500.0, 260.0)
    assert len(found([sheet(1, *captions, *cells)], at(1, parts[0]), at(1, parts[1]))) == 2


def test_the_entries_of_a_list_are_one() -> None:
    entries = [entry(number, 100 + 20 * number) for number in range(1, 6)]
    parts = [at(1, each.box, side="left") for each in entries]
    assert found([sheet(1, *entries)], *parts) == ["“[1] A reference that…” +4 (1,)"]


def test_a_list_goes_on_over_pages() -> None:
    entries = [entry(number, 100 + 20 * number) for number in range(1, 6)]
    parts = [at(number, each.box, side="left") for number in (1, 2) for each in entries]
    assert found([sheet(1, *entries), sheet(2, *entries)], *parts) == ["“[1] A reference that…” +9 (1, 2)"]


def test_a_few_overfull_lines_are_each_their_own() -> None:
    lines = [line("Each of these lines is overfull by itself as its words are", 135, y, width=360) for y in (120, 200)]
    assert len(found([sheet(1, *lines)], *(at(1, each.box) for each in lines))) == 2


def test_a_frame_on_all_pages_is_one() -> None:
    frame = (20.0, 30.0, 60.0, 380.0)
    pages = [sheet(number) for number in (1, 2, 3)]
    assert found(pages, *(at(number, frame, side="left") for number in (1, 2, 3))) == ["a drawing +0 (1, 2, 3)"]


def test_seven_thousand_strays_are_told_apart_in_seconds() -> None:
    pages = [page(number, [line("A figure without a caption", 135, 700)]) for number in range(1, 801)]
    parts = [
        at(each.number, drawing(row, 10.0 + (37 * row + 11 * each.number) % 90)) for each in pages for row in range(9)
    ]
    start = time.process_time()
    assert len(found(pages, *parts)) < len(parts)
    assert time.process_time() - start < 3


def drawing(row: int, width: float) -> Box:
    return (500.0, 20.0 * row, 500.0 + width, 20.0 * row + 9)
