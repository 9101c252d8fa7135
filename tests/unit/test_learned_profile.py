from __future__ import annotations

from lined_pages import reading_of, text_lines
from proceedings.learned_profile import learned_profile


def test_how_near_to_a_named_size_the_pages_must_come_may_be_said() -> None:
    two_points_wider = reading_of(text_lines(), text_lines(), size=(597.3, 841.9))
    assert learned_profile(two_points_wider).page_sizes == ("597.3x841.9",)
    learned = learned_profile(two_points_wider, tolerance=3)
    assert learned.page_sizes == tuple(learned.text_block.places) == ("a4",)
