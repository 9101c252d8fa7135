"""The pages that open sessions."""

from __future__ import annotations

import msgspec

import typesetting_makers as makers
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.typesetting.session_pages import session_pages
from typeset_reading import links_of, page_text

DIFFICULT = makers.difficult_edition()


def opened(pagination: Pagination) -> Pagination:
    """The pagination with a page before the first paper of each session; its labels are the ones before."""
    first = {placements[0].paper for _, placements in pagination.by_session()}
    return msgspec.structs.replace(
        pagination,
        placements=tuple(
            msgspec.structs.replace(each, session_page=each.first_page + 100) if each.paper in first else each
            for each in pagination.placements
        ),
    )


def test_a_session_opens_with_its_title_its_chairs_and_its_papers() -> None:
    chaired = (msgspec.structs.replace(DIFFICULT.sessions[0], chairs=("Ada Sample",)), *DIFFICULT.sessions[1:])
    edition = msgspec.structs.replace(DIFFICULT, sessions=chaired)
    content, part = session_pages(edition, opened(makers.placed(edition)))
    assert [mark.title for mark in part.bookmarks] == [session.title for session in edition.sessions]
    words = page_text(content, 1)
    assert words.startswith("Training at Scale Chair: Ada Sample Training at Scale: A Sample")
    assert words.endswith(" 101") and "Minh Khai Nguyễn Thị" in words
    papers = [f"bindery:paper.{paper}" for paper in edition.sessions[0].papers]
    assert list(dict.fromkeys(link.uri for link in links_of(content) if link.page == 1)) == papers


def test_a_session_of_very_many_papers_has_one_page_all_the_same() -> None:
    edition = makers.difficult_edition(160)
    content, part = session_pages(edition, opened(makers.placed(edition)))
    assert part.pages == len(edition.sessions) == 4
    assert "Benchmarks and Reproducibility" in page_text(content, 4)


def test_without_such_pages_there_is_no_part() -> None:
    assert session_pages(DIFFICULT, makers.placed(DIFFICULT)) == (b"", TypesetPart())
