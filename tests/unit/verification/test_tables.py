from __future__ import annotations

import bibtexparser
import msgspec
import pytest

from builders import edition, paper
from proceedings.bibliography.bibtex import entry_key, read_bibtex, write_bibtex
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.publisher import load_policy
from proceedings.records.paper import Author
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


@pytest.mark.parametrize("sign", "\t{}\\^")
def test_a_doi_without_its_form_is_not_cited_and_no_mismatch(sign: str) -> None:
    made = edition(paper("017", doi=f"10.5281/a{sign}b"))
    placement = Placement(paper="017", first_page=1, last_page=4)
    pagination = Pagination(placements=(placement,), next_page=5)
    entries = read_bibtex(write_bibtex(made, pagination, load_policy("own")))
    assert "doi" not in entries[entry_key(made.volume, made.papers[0])]
    assert bibliography_troubles(entries, made.papers[0], placement, made) == []
    written = write_ris(made, pagination, load_policy("own")) + write_csl_json(made, pagination, load_policy("own"))
    assert b"10.5281" not in written


def test_an_and_in_the_name_of_a_group_parts_no_authors() -> None:
    group = Author(literal="Research and Development Team")
    made = edition(msgspec.structs.replace(paper("017"), authors=(group, Author(family="Đặng", given="Ñandú-Pérez"))))
    placement = Placement(paper="017", first_page=1, last_page=4)
    written = write_bibtex(made, Pagination(placements=(placement,), next_page=5), load_policy("own"))
    assert bibliography_troubles(read_bibtex(written), made.papers[0], placement, made) == []
