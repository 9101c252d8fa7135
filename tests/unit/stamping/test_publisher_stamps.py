"""What each publisher's policy stamps, read back from stamped papers: the words, and where they stand."""

from __future__ import annotations

import datetime
from functools import cache
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from builders import author, edition, facts, paper
from proceedings.pagination import assign_pages
from proceedings.publisher import known_publishers, load_policy
from proceedings.records.volume import Event, Volume
from proceedings.stamping.pdf_stamping import stamp_paper
from proceedings.stamping.stamp_design import stamp_orders
from typeset_reading import SetLine, set_lines_of

VOLUME = Volume(
    title="Proceedings of the Sample Workshop",
    acronym="SW",
    year=2019,
    licence="CC-BY-4.0",
    event=Event(place="Ghent, Belgium", start=datetime.date(2019, 6, 20), end=datetime.date(2019, 6, 21)),
)
BLOCK = (134.8, 480.6)
BAND = 0.13 * 841.89

FOLIO = {"verso": ["foot-centre 2"], "recto": ["foot-centre 3"]}
LNCS = {
    "verso": ["head-left 2 A. Sample and B. Two"],
    "recto": ["head-right A Short Title 3"],
}
AT_THE_FOOT = {"verso": ["foot-centre SW 2019 · p. 2"], "recto": ["foot-centre SW 2019 · p. 3"]}
CITATION = "foot-centre Proceedings of the Sample Workshop, pp. 1–3. Ghent, Belgium, 20–21 June 2019"
RIGHTS = "foot-centre © 2019 the author(s) · CC BY 4.0 · https://doi.org/10.5555/sw.017"
PROVISIONAL = f"{RIGHTS} (provisional)"
OWN_COPY = "foot-centre Workshop’s own copy, not the version of record."
CC_BY = [
    "foot-centre © 2019 Copyright for this paper by its authors.",
    "foot-centre Use permitted under Creative Commons License Attribution 4.0 International (CC BY 4.0).",
]
PRINTED: dict[str, dict[str, list[str]]] = {
    "springer": {"first": ["foot-centre 1", CITATION, PROVISIONAL, OWN_COPY], **LNCS},
    "own": {"first": ["foot-centre 1", CITATION, RIGHTS], **LNCS},
    "acl": {
        "first": [
            "foot-centre 1",
            "foot-centre Proceedings of the Sample Workshop, pages 1–3",
            "foot-centre Ghent, Belgium, 20–21 June 2019. © 2019 Association for Computational Linguistics",
        ],
        **FOLIO,
    },
    "ceur": {
        "first": ["foot-centre 1", CITATION, *CC_BY, "foot-centre https://doi.org/10.5555/sw.017", OWN_COPY],
        **FOLIO,
    },
    "ieee": {"first": ["foot-centre 1", CITATION, PROVISIONAL, OWN_COPY], **FOLIO},
    "acm": {"first": ["foot-centre 1", CITATION, PROVISIONAL, OWN_COPY], **FOLIO},
    "pmlr": {"first": ["foot-centre 1", CITATION, RIGHTS, OWN_COPY], **FOLIO},
}
"""Of each publisher the lines of a first page, a verso and a recto, from the head down, on papers without heads."""


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "017.pdf"
    with pikepdf.new() as pdf:
        for _ in range(3):
            pdf.add_blank_page(page_size=(595.276, 841.89))
        pdf.save(path)
    return path


@cache
def stamped(publisher: str, path: Path, *, head_taken: bool = False) -> dict[str, list[str]]:
    """The lines of each page of a stamped paper, each behind its place."""
    pages = facts("017", 3).pages
    if head_taken:
        pages = tuple(replace(page, head_ink=((134.8, 93.0, 480.6, 101.0),)) for page in pages)
    known = {"017": replace(facts("017"), sha256="", pages=pages)}
    people = (author("Ada Sample"), author("Bo Two"))
    made = edition(paper("017", people=people, short_title="A Short Title", doi="10.5555/sw.017"), volume=VOLUME)
    (order,) = stamp_orders(made, assign_pages(made, known), known, load_policy(publisher))
    content = stamp_paper(order, path).content
    return {kind: lines_of(content, page) for page, kind in enumerate(("first", "verso", "recto"), 1)}


def lines_of(content: bytes, page: int) -> list[str]:
    """`foot-centre 17` for every line of a page, from the head down."""
    runs = sorted(set_lines_of(content, page), key=lambda run: (round(run.bottom), run.left))
    lines = [list(line) for _, line in groupby(runs, key=lambda run: round(run.bottom))]
    return [f"{place_of(line)} {' '.join(run.text for run in line)}" for line in lines]


def place_of(line: list[SetLine]) -> str:
    """Where a line stands; it lies in one of the two bands, between the edges of the text block."""
    left, right, top, bottom = line[0].left, line[-1].right, line[0].top, line[0].bottom
    assert bottom < BAND or top > 841.89 - BAND
    assert left > BLOCK[0] - 2 and right < BLOCK[1] + 2
    if abs(left + right - sum(BLOCK)) < 3:
        side = "centre"
    else:
        side = "left" if left < BLOCK[0] + 2 else "right"
        assert side == "left" or right > BLOCK[1] - 2
    return f"{'head' if bottom < BAND else 'foot'}-{side}"


def test_every_publisher_is_told_here() -> None:
    assert set(PRINTED) == set(known_publishers())


@pytest.mark.parametrize("publisher", PRINTED)
def test_each_kind_of_page_carries_what_its_publisher_wants(publisher: str, blank: Path) -> None:
    assert stamped(publisher, blank) == PRINTED[publisher]


@pytest.mark.parametrize("publisher", PRINTED)
def test_where_the_head_is_taken_the_stamp_is_one_line_at_the_foot(publisher: str, blank: Path) -> None:
    wanted = PRINTED[publisher] | (AT_THE_FOOT if publisher in ("springer", "own") else {})
    assert stamped(publisher, blank, head_taken=True) == wanted
