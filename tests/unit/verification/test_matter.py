"""What the contents and the author index are read for."""

from __future__ import annotations

import msgspec
import pytest

from builders import edition, paper
from proceedings.records.paper import Author, NativeName
from proceedings.records.placement import Pagination, Placement, TypesetPart
from proceedings.records.programme import Session
from proceedings.verification.matter import (
    contents_troubles,
    index_troubles,
    keyword_troubles,
    native_names,
    session_troubles,
)
from proceedings.verification.readback import TypesetLink, TypesetRead
from proceedings.verification.volume_layout import VolumeLayout

PLACEMENT = Placement(paper="017", first_page=1, last_page=4)
LAYOUT = VolumeLayout(
    Pagination(placements=(PLACEMENT,), next_page=5), front=TypesetPart(pages=1), index=TypesetPart(pages=1)
)


def contents(title: str, printed: str) -> list[str]:
    """What is wrong with a contents page that prints `printed` and page 1 for a paper of this title."""
    read = TypesetRead({0: f"Contents {printed} 1 Ada Sample"}, (TypesetLink(0, 1, "1", f"{printed} . . . 1"),))
    return contents_troubles(paper("017", title=title), PLACEMENT, LAYOUT, read)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        (r"A $\frac{1}{2}$-Approximation", "A 1/2-Approximation"),
        (r"$\alpha$-Entmax in $O(n^2)$", "α-Entmax in O(n2)"),
        ("Parsing ᏣᎳᎩ and 𠮷 Well", "Parsing  and  Well"),
        ("Parsing ᏣᎳᎩ Well", "Parsing ᎩᎳᏣ Well"),
        ("Parsing ᏣᎳᎩ Well", "Parsing □□□□ Well"),
        ("ᏣᎳᎩ", "□□□□"),
        ("Größe of 語 Models", "Größe of 語 Models"),
        ("Parsing שלום עולם Well", "Parsing עולם שלום Well"),  # as some readers give it
    ],
)
def test_a_title_is_found_as_it_is_set_without_what_no_face_has(title: str, printed: str) -> None:
    assert contents(title, printed) == []


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Parsing ᏣᎳᎩ Well", "Parsing □□□□ Badly"),
        (r"A $\frac{1}{2}$-Approximation", "A 1/3-Approximation"),
        ("Größe of 語 Models", "Größe of Models"),
        ("Parsing שלום עולם Well", "Parsing שלום Well"),
    ],
)
def test_another_title_is_caught_beside_what_no_face_has(title: str, printed: str) -> None:
    assert contents(title, printed) == [f'the contents page does not show the title "{title}"']


@pytest.mark.parametrize(("line", "troubles"), [("1 . . . שלום", 0), ("שלום . . . 1", 0), ("11 . . . שלום", 1)])
def test_the_page_stands_at_either_end_of_a_line_that_runs_left(line: str, troubles: int) -> None:
    read = TypesetRead({0: "שלום Ada Sample"}, (TypesetLink(0, 1, "1", line),))
    assert len(contents_troubles(paper("017", title="שלום"), PLACEMENT, LAYOUT, read)) == troubles


def test_other_authors_or_another_order_of_them_in_the_contents_are_caught() -> None:
    read = TypesetRead({0: "A Sample 1 Bo Li and Ada Sample"}, (TypesetLink(0, 1, "1", "A Sample . . . 1"),))
    given = paper("017", "Ada Sample", "Bo Li", title="A Sample")
    assert contents_troubles(given, PLACEMENT, LAYOUT, read) == [
        'the contents page does not show the authors "Ada Sample and Bo Li"'
    ]


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("Li, Bo, 5 Sample, Ada, 1", True),
        ("Sample, Ada 阿达, 1, 5", True),
        ("Sample, Ada عادة, 1, 5", True),  # readers differ in the order of such words
        ("Li, Bo, 1 Sample, Ada, 5", False),
        ("Sample, Adam, 1 Sample, Ada, 5", False),
        ("Sample, Ada Li, Bo, 1", False),
    ],
)
def test_a_page_in_the_index_stands_behind_its_own_author(printed: str, right: bool) -> None:
    (author,) = (given := paper("017", "Ada Sample")).authors
    native = [word for word in ("阿达", "عادة") if word in printed]
    natives = native_names([msgspec.structs.replace(given, authors=(named(author, each),)) for each in native])
    read = TypesetRead({5: printed}, (TypesetLink(5, 1, "1", printed),))
    troubles = index_troubles(given, PLACEMENT, LAYOUT, read, natives)
    assert troubles == ([] if right else ['the author index does not give page 1 for "Sample, Ada"'])


def named(author: Author, native: str) -> Author:
    return msgspec.structs.replace(author, native=NativeName(name=native))


@pytest.mark.parametrize(("printed", "troubles"), [("□□□□, Ada, 1", 0), ("□□□□, Bo, 1", 1)])
def test_a_name_in_the_index_is_compared_without_what_no_face_has(printed: str, troubles: int) -> None:
    (given,) = edition(paper("017", "Ada ᏗᎦᎸ")).papers
    read = TypesetRead({5: printed}, (TypesetLink(5, 1, "1", printed),))
    assert len(index_troubles(given, PLACEMENT, LAYOUT, read)) == troubles


@pytest.mark.parametrize(
    ("printed", "links", "troubles"),
    [
        ("Mixed precision, 1 Seeds, 1", 2, []),
        ("Mixed precision, 1 Seeds, 2", 2, ['the keyword index does not give page 1 for "Seeds"']),
        ("Mixed precision, 1", 2, ['the keyword index does not show "Seeds"']),
        ("Mixed precision, 1 Seeds, 1", 1, ["the keyword index leads to the paper once for its 2 keywords"]),
    ],
)
def test_a_keyword_is_found_as_other_papers_spell_it(printed: str, links: int, troubles: list[str]) -> None:
    layout = VolumeLayout(LAYOUT.pagination, LAYOUT.front, index=LAYOUT.index, keywords=TypesetPart(pages=1))
    read = TypesetRead({6: printed}, tuple(TypesetLink(6, 1, "1", printed) for _ in range(links)))
    given = paper("017", keywords=("mixed-precision", "Mixed Precision", "Seeds"))
    assert keyword_troubles(given, PLACEMENT, layout, read) == troubles


@pytest.mark.parametrize(("printed", "troubles"), [("Scaling Chair: Ada", 0), ("Storage", 1)])
def test_the_page_that_opens_a_session_shows_its_title(printed: str, troubles: int) -> None:
    opened = msgspec.structs.replace(PLACEMENT, first_page=2, last_page=4, blanks_before=1, session_page=1)
    layout = VolumeLayout(Pagination(placements=(opened,), next_page=5))
    whole = edition(paper("017"), sessions=(Session(title="Scaling", papers=("017",)),))
    assert len(list(session_troubles(whole, layout, TypesetRead({0: printed}, ())))) == troubles
