"""Pages that were frozen: what a replaced, late, longer, shorter or withdrawn paper does to them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from builders import edition, facts, paper
from proceedings.ledger import frozen_lines, ledger_changes, ledger_findings, ledger_table
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.facts import PaperFacts
from proceedings.records.placement import Pagination
from proceedings.records.programme import Session
from proceedings.records.volume import PartOf, Volume

IDS = ("a", "b", "c")
FROZEN = tuple(
    LedgerLine(id=each, first_page=4 * number + 1, pages=4, sha256=facts(each).sha256, line=number + 2)
    for number, each in enumerate(IDS)
)


def frozen(*more: str, withdrawn: str = "", **volume: Any) -> Edition:
    """Papers a, b and c of four pages each, frozen, and `more` that came later; one of them may be `withdrawn`."""
    papers = [paper(each, status="withdrawn" if each == withdrawn else "accepted") for each in (*IDS, *more)]
    return edition(*papers, volume=Volume(**volume), ledger=FROZEN)


def files(**pages: int) -> dict[str, PaperFacts]:
    """A file for each paper with so many pages; of four pages it is the one that was frozen."""
    made = {id: facts(id, number) for id, number in ({"a": 4, "b": 4, "c": 4} | pages).items() if number}
    return {id: each if len(each.pages) == 4 else replaced(each) for id, each in made.items()}


def replaced(given: PaperFacts) -> PaperFacts:
    return facts(given.paper, len(given.pages), sha256="f" * 64)


def pages_of(pagination: Pagination) -> dict[str, tuple[int, int]]:
    return {each.paper: (each.first_page, each.last_page) for each in pagination.placements}


def standing_of(pagination: Pagination, id: str) -> str:
    return next(each.standing for each in pagination.placements if each.paper == id)


def test_an_unchanged_edition_keeps_its_pages_and_says_nothing() -> None:
    made, pagination = frozen(), assign_pages(frozen(), files())
    assert pages_of(pagination) == {"a": (1, 4), "b": (5, 8), "c": (9, 12)}
    assert list(ledger_findings(made, pagination, files())) == []
    assert ledger_changes(made, pagination, files()) == ()


def test_a_shorter_paper_leaves_a_gap_in_the_numbers() -> None:
    pagination = assign_pages(frozen(), files(b=3))
    assert pages_of(pagination) == {"a": (1, 4), "b": (5, 7), "c": (9, 12)}
    assert all(each.blanks_after == 0 for each in pagination.placements)


def test_a_shorter_paper_is_filled_with_blanks_where_the_chair_says_so() -> None:
    pagination = assign_pages(frozen(on_shorter="blank"), files(b=3))
    assert pages_of(pagination)["c"] == (9, 12)
    assert [each.blanks_after for each in pagination.placements] == [0, 1, 0]


def test_a_shorter_paper_moves_the_others_up_where_the_chair_says_so() -> None:
    made = frozen(on_shorter="repaginate")
    pagination = assign_pages(made, files(b=3))
    assert pages_of(pagination) == {"a": (1, 4), "b": (5, 7), "c": (8, 11)}
    (moved,) = ledger_findings(made, pagination, files(b=3))
    assert (moved.code, moved.paper, moved.severity) == ("ledger-moved", None, "warning")
    assert "c (9 → 8)" in moved.message


def test_a_longer_paper_is_refused_with_the_choices_and_costs_no_other_its_pages() -> None:
    made, came = frozen(), files(b=6)
    pagination = assign_pages(made, came)
    assert pages_of(pagination) == {"a": (1, 4), "b": (5, 8), "c": (9, 12)}
    assert standing_of(pagination, "b") == "refused"
    (refused,) = ledger_findings(made, pagination, came)
    assert (refused.code, refused.paper, refused.severity) == ("ledger-refused", "b", "error")
    assert "has 6 pages" in refused.message and "keeps 4 for it (5–8)" in refused.message
    assert "on_longer: end" in refused.remedy and "on_longer: repaginate" in refused.remedy


def test_the_last_paper_may_not_grow_either_because_its_range_was_given_out() -> None:
    assert standing_of(assign_pages(frozen(), files(c=5)), "c") == "refused"


def test_a_longer_paper_goes_behind_the_last_one_where_the_chair_says_so() -> None:
    made = frozen(on_longer="end")
    pagination = assign_pages(made, files(a=6))
    assert pages_of(pagination) == {"b": (5, 8), "c": (9, 12), "a": (13, 18)}
    (moved,) = ledger_findings(made, pagination, files(a=6))
    assert "1 paper stands on another page than frozen: a (1 → 13)" in moved.message


def test_a_longer_paper_moves_those_behind_it_where_the_chair_says_so() -> None:
    made = frozen(on_longer="repaginate")
    pagination = assign_pages(made, files(a=6))
    assert pages_of(pagination) == {"a": (1, 6), "b": (7, 10), "c": (11, 14)}
    assert [each.code for each in ledger_findings(made, pagination, files(a=6))] == ["ledger-moved"]


def test_a_late_paper_goes_to_the_end_of_the_pages_and_stays_in_its_session() -> None:
    sessions = (Session(title="One", papers=("a", "late", "b")), Session(title="Two", papers=("c",)))
    made = edition(*(paper(each) for each in ("a", "late", "b", "c")), sessions=sessions, ledger=FROZEN)
    pagination = assign_pages(made, files(late=2))
    assert [each.paper for each in pagination.placements] == ["a", "b", "c", "late"]
    assert pages_of(pagination)["late"] == (13, 14)
    assert [[each.paper for each in papers] for _, papers in pagination.by_session()] == [["a", "b", "late"], ["c"]]


def test_a_paper_that_has_gone_keeps_its_place() -> None:
    pagination = assign_pages(frozen(), files(b=0))
    assert pages_of(pagination) == {"a": (1, 4), "b": (5, 8), "c": (9, 12)}
    assert standing_of(pagination, "b") == "missing"


def test_a_withdrawn_paper_is_taken_out_and_leaves_a_gap() -> None:
    pagination = assign_pages(frozen(withdrawn="b"), files())
    assert pages_of(pagination) == {"a": (1, 4), "c": (9, 12)}


def test_the_papers_behind_a_withdrawn_one_move_up_where_the_chair_says_so() -> None:
    made = frozen(withdrawn="b", on_withdrawn="repaginate")
    assert pages_of(assign_pages(made, files())) == {"a": (1, 4), "c": (5, 8)}


@pytest.mark.parametrize(
    ("phase", "publisher", "stays"),
    [("delivered", "own", True), ("frozen", "own", False), ("delivered", "springer", False)],
)
def test_only_what_the_workshop_itself_has_published_gets_a_tombstone(phase: str, publisher: str, stays: bool) -> None:
    made = frozen(withdrawn="b", phase=phase, publisher=publisher)
    pagination = assign_pages(made, files())
    assert ("b" in pages_of(pagination)) is stays
    assert pages_of(pagination)["c"] == (9, 12)
    if stays:
        assert (standing_of(pagination, "b"), pages_of(pagination)["b"]) == ("withdrawn", (5, 5))


def test_a_doi_that_was_given_out_may_not_change_in_silence() -> None:
    ledger = (LedgerLine(id="a", first_page=1, pages=4, doi="10.5555/1", line=2),)
    made = edition(paper("a", doi="10.5555/2"), ledger=ledger)
    (changed,) = ledger_findings(made, assign_pages(made, files()), files())
    assert (changed.code, changed.paper, changed.severity) == ("ledger-moved", "a", "error")
    assert (
        "metadata/ledger.csv, line 2: paper a was given the DOI 10.5555/1, and it has 10.5555/2 now" in changed.message
    )


def test_what_changed_since_is_told_paper_by_paper() -> None:
    came = files(a=3, b=0, late=2)
    made = frozen("late", withdrawn="c")
    changes = ledger_changes(made, assign_pages(made, came), came)
    assert [(each.paper, each.kind, each.before, each.now) for each in changes] == [
        ("a", "replaced", "1–4", "1–3"),
        ("b", "gone", "5–8", "5–8"),
        ("c", "withdrawn", "9–12", ""),
        ("late", "late", "", "13–14"),
    ]


def test_a_new_file_of_the_same_length_is_a_change_of_the_file_alone() -> None:
    came = files() | {"a": replaced(facts("a"))}
    changes = ledger_changes(frozen(), assign_pages(frozen(), came), came)
    assert [(each.paper, each.kind, each.before, each.now) for each in changes] == [("a", "replaced", "1–4", "1–4")]


def test_freezing_records_pages_identifiers_and_files() -> None:
    made = edition(paper("a", doi="10.5555/1"), paper("b", doi="pending"))
    came = {"a": facts("a", 4)}
    table = ledger_table(frozen_lines(made, assign_pages(made, came), came))
    assert table == f"id,first_page,pages,doi,sha256\na,1,4,10.5555/1,{facts('a').sha256}\nb,5,1,,\n"


def test_freezing_again_adds_late_papers_and_takes_nothing_back() -> None:
    came = files(b=3, late=2)
    made = frozen("late", withdrawn="c")
    lines = frozen_lines(made, assign_pages(made, came), came)
    assert [(line.id, line.first_page, line.pages) for line in lines] == [
        ("a", 1, 4),
        ("b", 5, 4),
        ("c", 9, 4),
        ("late", 13, 2),
    ]
    assert lines[1].sha256 == "f" * 64


def test_freezing_again_holds_the_pages_that_the_chair_let_move() -> None:
    made = frozen(on_longer="repaginate")
    again = frozen_lines(made, assign_pages(made, files(a=6)), files(a=6))
    assert [(line.id, line.first_page, line.pages) for line in again] == [("a", 1, 6), ("b", 7, 4), ("c", 11, 4)]


def test_freezing_again_lets_go_of_a_withdrawn_papers_pages_once_others_have_moved_up() -> None:
    made = frozen(withdrawn="b", on_withdrawn="repaginate")
    again = frozen_lines(made, assign_pages(made, files()), files())
    assert [(line.id, line.first_page) for line in again] == [("a", 1), ("c", 5)]


def test_a_shorter_paper_that_let_others_move_up_keeps_only_what_is_left_to_it() -> None:
    made, came = frozen(on_shorter="repaginate"), files(a=3)
    again = frozen_lines(made, assign_pages(made, came), came)
    assert [(line.id, line.first_page, line.pages) for line in again] == [("a", 1, 3), ("b", 4, 4), ("c", 8, 4)]


def test_what_is_frozen_stays_also_where_the_pages_of_a_withdrawn_paper_became_a_blank_and_a_session_page() -> None:
    sessions = (Session(title="One", papers=("a", "b")), Session(title="Two", papers=("c", "d")))
    volume = Volume(on_withdrawn="repaginate", on_shorter="blank", session_pages=True)
    papers = (paper("a"), paper("b", status="withdrawn"), paper("c"), paper("d"))
    lines = {"a": (2, 2), "b": (4, 2), "c": (8, 3), "d": (11, 2)}
    ledger = tuple(LedgerLine(id=id, first_page=first, pages=pages) for id, (first, pages) in lines.items())
    made, came = edition(*papers, sessions=sessions, volume=volume, ledger=ledger), files(a=2, c=2, d=2)
    pagination = assign_pages(made, came)
    again = msgspec.structs.replace(made, ledger=frozen_lines(made, pagination, came))
    assert pages_of(assign_pages(again, came)) == pages_of(pagination) == {"a": (2, 3), "c": (6, 7), "d": (9, 10)}


def test_a_first_page_that_the_editor_gives_otherwise_than_it_was_frozen_is_told() -> None:
    made, kept = frozen(part_of=PartOf(first_page=101)), frozen(part_of=PartOf(first_page=1))
    (told,) = ledger_findings(made, assign_pages(made, files()), files())
    assert (told.severity, told.paper) == ("error", None)
    assert "begins with page 1, and the first page in `part_of` is 101" in told.message
    assert list(ledger_findings(kept, assign_pages(kept, files()), files())) == []
