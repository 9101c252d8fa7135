from __future__ import annotations

import csv

from builders import edition, paper
from proceedings.records.paper import PENDING
from proceedings.records.placement import Pagination, Placement, StampedPaper
from proceedings.volume.papers_table import COLUMNS, papers_table

PLACES = Pagination(
    placements=(Placement(paper="a", first_page=1, last_page=4), Placement(paper="b", first_page=5, last_page=5)),
    next_page=6,
)


def test_a_row_a_paper_in_volume_order() -> None:
    whole = edition(
        paper("b", doi=PENDING), paper("a", "Ada Sample", "Mausam", title='Of "Nodes",\nand More', doi="10.5555/a")
    )
    text = papers_table(whole, PLACES, {"a": StampedPaper(sha256="f00")})
    rows = list(csv.reader(text.splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1] == ["a", "Papers", 'Of "Nodes", and More', "Ada Sample; Mausam", "1", "4", "4", "10.5555/a", "f00"]
    assert rows[2][4:] == ["5", "5", "1", "", ""]
    assert text.endswith("\n")
    assert "\r" not in text
