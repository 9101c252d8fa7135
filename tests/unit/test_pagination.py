from __future__ import annotations

import msgspec
import pytest

from builders import edition, facts, paper
from proceedings.pagination import assign_pages, commonest_size, page_size
from proceedings.records.edition import Edition, LedgerLine
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.programme import Session
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import AppendixSettings, PartOf, Volume


def placed(pagination):
    return [(each.paper, each.first_page, each.last_page) for each in pagination.placements]


def known(*all_facts):
    return {each.paper: each for each in all_facts}


def test_papers_follow_one_another_without_a_gap():
    pagination = assign_pages(edition(paper("a"), paper("b")), known(facts("a", 4), facts("b", 3)))
    assert placed(pagination) == [("a", 1, 4), ("b", 5, 7)]
    assert pagination.next_page == 8


def test_a_part_of_a_joint_volume_starts_where_its_editor_says():
    joint = edition(paper("a"), volume=Volume(part_of=PartOf(first_page=211)))
    assert placed(assign_pages(joint, known(facts("a", 4)))) == [("a", 211, 214)]


def test_a_missing_paper_keeps_its_expected_pages_free():
    pagination = assign_pages(edition(paper("a", expected_pages=6), paper("b")), known(facts("b", 2)))
    assert placed(pagination) == [("a", 1, 6), ("b", 7, 8)]
    assert [each.present for each in pagination.placements] == [False, True]


def test_a_paper_with_owner_restrictions_is_not_present():
    locked = known(facts("a", 4, condition="encrypted"))
    assert not assign_pages(edition(paper("a")), locked).placements[0].present


def test_a_damaged_paper_is_not_present():
    broken = known(facts("a", 0, condition="damaged", problem="Cut off."))
    assert not assign_pages(edition(paper("a")), broken).placements[0].present


def test_withdrawn_and_non_archival_papers_get_no_pages():
    papers = (paper("a", status="withdrawn"), paper("b", status="non-archival"), paper("c"))
    assert placed(assign_pages(edition(*papers), known(*(facts(each) for each in "abc")))) == [("c", 1, 4)]


def test_a_paper_starts_on_a_recto_when_the_volume_says_so():
    recto = edition(paper("a"), paper("b"), volume=Volume(papers_start_on="recto"))
    pagination = assign_pages(recto, known(facts("a", 3), facts("b", 2)))
    assert placed(pagination) == [("a", 1, 3), ("b", 5, 6)]
    assert [each.blanks_before for each in pagination.placements] == [0, 1]


@pytest.mark.parametrize(("pages", "blanks", "next_page"), [(3, 1, 5), (4, 0, 5)])
def test_the_artifact_appendix_is_a_part_and_begins_on_a_recto(pages, blanks, next_page):
    described = edition(paper("a", reproducibility=Reproducibility(statement="All of it.")))
    pagination = assign_pages(described, known(facts("a", pages)))
    assert (pagination.placements[-1].blanks_after, pagination.next_page) == (blanks, next_page)


@pytest.mark.parametrize("volume", [Volume(appendix=AppendixSettings(placement="online")), Volume(part_of=PartOf())])
def test_without_an_appendix_in_the_volume_nothing_stands_behind_the_last_paper(volume):
    described = edition(paper("a", reproducibility=Reproducibility(statement="All of it.")), volume=volume)
    for whole in (described, edition(paper("a"))):
        assert assign_pages(whole, known(facts("a", 3))).next_page == 4


def in_sessions(*sessions: str, **volume) -> Edition:
    """`in_sessions("ab", "c")`: papers a and b in one session, c in another."""
    papers = [paper(each) for each in "".join(sessions)]
    titled = tuple(Session(title=f"Session {each}", papers=tuple(each)) for each in sessions)
    return edition(*papers, sessions=titled, volume=Volume(**volume))


def led_in(pagination):
    return [(each.first_page, each.session_page, each.blanks_before) for each in pagination.placements]


def test_a_page_of_its_own_opens_a_session_on_a_recto():
    three = known(facts("a", 2), facts("b", 1), facts("c", 2))
    volume = in_sessions("ab", "c", session_pages=True)
    assert led_in(assign_pages(volume, three)) == [(2, 1, 1), (4, None, 0), (6, 5, 1)]
    recto = in_sessions("ab", "c", session_pages=True, papers_start_on="recto")
    assert led_in(assign_pages(recto, three)) == [(3, 1, 2), (5, None, 0), (9, 7, 3)]


def test_a_late_paper_does_not_open_its_session_again():
    volume = in_sessions("ab", "c", session_pages=True)
    ledger = (LedgerLine(id="a", first_page=2, pages=2), LedgerLine(id="c", first_page=6, pages=2))
    late = msgspec.structs.replace(volume, ledger=ledger)
    pagination = assign_pages(late, known(facts("a", 2), facts("b", 1), facts("c", 2)))
    assert placed(pagination) == [("a", 2, 3), ("c", 6, 7), ("b", 8, 8)]
    assert led_in(pagination) == [(2, 1, 1), (6, 5, 2), (8, None, 0)]


@pytest.mark.parametrize("session_pages", [False, True])
def test_what_leads_a_paper_in_stands_there_after_freezing_too(session_pages):
    volume = in_sessions("ab", "c", session_pages=session_pages, papers_start_on="recto")
    three = known(facts("a", 3), facts("b", 2), facts("c", 1))
    given = assign_pages(volume, three)
    ledger = tuple(LedgerLine(id=each.paper, first_page=each.first_page, pages=each.pages) for each in given.placements)
    assert assign_pages(msgspec.structs.replace(volume, ledger=ledger), three) == given


@pytest.mark.parametrize("gone", [paper("c", status="withdrawn"), paper("c", status="non-archival")])
def test_a_session_keeps_its_page_when_its_first_paper_is_withdrawn(gone):
    three = known(facts("a", 2), facts("b", 1), facts("c", 2), facts("d", 2))
    volume = in_sessions("ab", "cd", session_pages=True)
    given = assign_pages(volume, three)
    assert led_in(given)[2:] == [(6, 5, 1), (8, None, 0)]
    ledger = tuple(LedgerLine(id=each.paper, first_page=each.first_page, pages=each.pages) for each in given.placements)
    papers = tuple(gone if each.id == "c" else each for each in volume.papers)
    later = assign_pages(msgspec.structs.replace(volume, papers=papers, ledger=ledger), three)
    assert placed(later) == [("a", 2, 3), ("b", 4, 4), ("d", 8, 9)]
    assert led_in(later)[-1] == (8, 5, 0)
    assert later.placements[-1].labels_before == (5,)


def test_pages_given_out_without_session_pages_keep_their_numbers():
    volume = in_sessions("a", "b", session_pages=True)
    ledger = (LedgerLine(id="a", first_page=1, pages=2), LedgerLine(id="b", first_page=3, pages=2))
    frozen = msgspec.structs.replace(volume, ledger=ledger)
    assert led_in(assign_pages(frozen, known(facts("a", 2), facts("b", 2)))) == [(1, None, 0), (3, None, 0)]


def test_a_placement_knows_its_session():
    sessions = (Session(title="S", papers=("a",)), Session(title="T", papers=("b",)))
    two = edition(paper("a"), paper("b"), sessions=sessions)
    pagination = assign_pages(two, known(facts("a"), facts("b")))
    assert [each.session for each in pagination.placements] == [0, 1]


def test_the_volume_takes_the_size_of_most_pages():
    letter = tuple(PageFacts(number=number, width=612, height=792) for number in (1, 2, 3))
    assert page_size([facts("b", 2)]) == (595.276, 841.89)
    assert page_size([facts("b", 2), PaperFacts(paper="a", pages=letter)]) == (612, 792)
    assert page_size([]) == (595.276, 841.89)


def test_a_volume_of_a5_papers_is_a5_to_the_fraction():
    sheets = tuple(PageFacts(number=number, width=419.53, height=595.28) for number in (1, 2))
    assert page_size([PaperFacts(paper="a", pages=sheets)]) == (419.528, 595.276)


def test_a_withdrawn_paper_does_not_decide_the_size_of_the_volume():
    letter = tuple(PageFacts(number=number, width=612, height=792) for number in range(1, 10))
    made = edition(paper("a", status="withdrawn"), paper("b"))
    assert assign_pages(made, known(PaperFacts(paper="a", pages=letter), facts("b", 2))).page_size == (595.276, 841.89)


def test_of_two_sizes_that_are_equally_common_the_first_is_taken():
    upright, turned = (PageFacts(number=1, width=w, height=h) for w, h in ((595, 842), (842, 595)))
    assert commonest_size([upright, turned]) == (595, 842)
    assert commonest_size([turned, upright]) == (842, 595)
