from __future__ import annotations

import bibtexparser
import pytest

from builders import edition, paper
from proceedings.bibliography.bibtex import write_bibtex
from proceedings.publisher import load_policy
from proceedings.records.placement import Pagination, Placement
from proceedings.verification.tables import bibliography_troubles


@pytest.mark.parametrize(
    "title",
    ["Plain", "A < B & C > D % # { } \\ ~ ^ _ $5", "x^y and $x^2$", "Ünïcödé “quotes” – İstanbul", "100 % of Peak"],
)
def test_a_title_is_the_same_in_bibtex_whatever_signs_it_has(title: str) -> None:
    made = edition(paper("017", title=title))
    placement = Placement(paper="017", first_page=1, last_page=4)
    pagination = Pagination(placements=(placement,), next_page=5)
    parsed = bibtexparser.parse_string(write_bibtex(made, pagination, load_policy("own")))
    entries = {entry.key: {key: field.value for key, field in entry.fields_dict.items()} for entry in parsed.entries}
    assert bibliography_troubles(entries, made.papers[0], placement, made) == []
