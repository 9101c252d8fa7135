from __future__ import annotations

import pytest

from proceedings.records.placement import Pagination, Placement, TypesetPart
from proceedings.verification.volume_layout import VolumeLayout, labels_of, small_roman


@pytest.mark.parametrize(
    ("number", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (99, "xcix"), (448, "cdxlviii")]
)
def test_front_matter_pages_are_small_roman(number: int, written: str) -> None:
    assert small_roman(number) == written


def test_blanks_before_a_paper_count_and_carry_labels() -> None:
    placements = (Placement(paper="1", last_page=3), Placement(paper="2", first_page=5, last_page=6, blanks_before=1))
    layout = VolumeLayout(
        Pagination(placements=placements, next_page=7), TypesetPart(pages=2), index=TypesetPart(pages=1)
    )
    assert layout.start_of(placements[1]) == 6
    assert layout.labels() == ["i", "ii", "1", "2", "3", "4", "5", "6", "7"]
    assert layout.typeset_pages() == [0, 1, 8]


def test_a_part_of_a_joint_volume_starts_at_its_first_page() -> None:
    placement = Placement(paper="1", first_page=301, last_page=304)
    layout = VolumeLayout(Pagination(first_page=301, placements=(placement,), next_page=305))
    assert (layout.start_of(placement), layout.pages) == (0, 4)
    assert labels_of(placement) == layout.labels() == ["301", "302", "303", "304"]
