from __future__ import annotations

import pytest

from lined_pages import line, page
from proceedings.reading.captions import captions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Figure 3: The slowest rank", "Figure 3"),
        ("Fig. 12. Speed-up", "Figure 12"),
        ("TABLE IV", "Table IV"),
        ("Table 2", "Table 2"),
        ("Table A.1: Settings", "Table A.1"),
        ("Algorithm 1: Training", "Algorithm 1"),
        ("Рис. 4. Схема", "Figure 4"),
        ("Abbildung 2: Aufbau", "Figure 2"),
    ],
)
def test_a_caption_has_a_kind_and_a_number(text: str, name: str) -> None:
    assert [each.name for each in captions(page(1, [line(text, 135, 200)]))] == [name]


@pytest.mark.parametrize(
    "text", ["Tables are set in nine points.", "Figures of speech", "The table 2 shows", "Fight 3"]
)
def test_other_lines_are_none(text: str) -> None:
    assert captions(page(1, [line(text, 135, 200)])) == ()


def test_where_no_caption_has_a_stop_the_number_is_enough() -> None:
    assert [each.name for each in captions(page(1, [line("Table 2 Hardware of all systems", 135, 200)]))] == ["Table 2"]
