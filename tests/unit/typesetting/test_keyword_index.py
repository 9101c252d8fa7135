"""The keyword index."""

from __future__ import annotations

import pytest

import typesetting_makers as makers
from builders import edition, paper
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.records.volume import PartOf, Volume
from proceedings.typesetting.keyword_index import keyword_index, keyword_lines
from typeset_reading import links_of, whole_text


def lines_of(*keywords: tuple[str, ...]) -> dict[str, list[int]]:
    """What is printed, with its pages, of papers with these keywords, on pages 1, 5, 9 ..."""
    volume = edition(*(paper(str(number), keywords=each) for number, each in enumerate(keywords)))
    lines = keyword_lines(volume, makers.placed(volume))
    return {line.text: [page for page, _ in line.pages] for line in lines}


def test_spellings_that_differ_in_capitals_and_hyphens_are_one_entry() -> None:
    found = lines_of(("Mixed precision",), ("mixed-precision",), ("Mixed precision", "Mixed Precision"))
    assert found == {"Mixed precision": [1, 5, 9]}


def test_of_spellings_equally_common_the_first_is_printed() -> None:
    assert lines_of(("All-reduce",), ("all-reduce",)) == {"All-reduce": [1, 5]}


def test_what_is_printed_alike_is_one_entry_and_what_shows_nothing_is_none() -> None:
    assert lines_of(("$k$-means", "~", "\u200f"), ("K-Me\u00adans",)) == {"k-means": [1, 5]}


def test_what_only_a_sign_tells_apart_stays_apart() -> None:
    assert lines_of(("C", "C++", "C#")) == {"C": [1], "C++": [1], "C#": [1]}


def test_keywords_are_collated() -> None:
    assert list(lines_of(("zero", "Übertragung", "über", "Apex", "tuning"))) == [
        "Apex", "tuning", "über", "Übertragung", "zero",
    ]  # fmt: skip


def test_every_page_number_is_a_link_to_its_paper() -> None:
    volume = edition(paper("a", keywords=("Seeds", "$k$-means")), paper("b", keywords=("Seeds",)))
    content, part = keyword_index(volume, makers.placed(volume), 49)
    assert sorted(link.uri for link in links_of(content)) == ["bindery:paper.a"] * 2 + ["bindery:paper.b"]
    assert part == TypesetPart(pages=1, bookmarks=(Bookmark(title="Keyword Index", page=1),))
    assert "K k-means, 1" in whole_text(content) and "S Seeds, 1, 5" in whole_text(content)


@pytest.mark.parametrize("volume", [Volume(keyword_index=False), Volume(part_of=PartOf(title="Joint"))])
def test_an_edition_may_have_none_and_a_part_of_a_volume_has_none(volume: Volume) -> None:
    whole = edition(paper("a", keywords=("Seeds",)), volume=volume)
    assert keyword_index(whole, makers.placed(whole), 9) == (b"", TypesetPart())


def test_without_keywords_there_is_no_index() -> None:
    whole = edition(paper("a", keywords=(" ",)))
    assert keyword_index(whole, makers.placed(whole), 9) == (b"", TypesetPart())
