from __future__ import annotations

import datetime
from typing import Any

import pytest

from builders import edition, paper
from proceedings.bibliography.bibtex import BibliographyError, entry_key, read_bibtex, volume_key, write_bibtex
from proceedings.publisher import PublisherPolicy, load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Author
from proceedings.records.placement import Pagination, Placement
from proceedings.records.volume import Editor, Event, PartOf, Volume

OWN, SPRINGER = load_policy("own"), load_policy("springer")

NAMES = (
    Author(given="Özge", family="Yılmaz"),
    Author(given="Ludwig", particle="van der", family="Berg"),
    Author(literal="Mausam"),
    Author(given="Văn Ánh", family="Nguyễn"),
    Author(given="Guðrún", family="Jónsdóttir"),
    Author(given="John", family="Tukey", suffix="Jr."),
    Author(given="明", family="王"),
    Author(given="Ольга", family="Иванова"),
)


def volume(**fields: object) -> Volume:
    wanted: dict[str, Any] = {
        "title": "Proceedings of the Workshop on Deep Learning & Supercomputers",
        "acronym": "DLS",
        "year": 2019,
        "publisher_name": "Sample Press",
        "event": Event(place="Frankfurt, Germany", start=datetime.date(2019, 6, 20)),
        "editors": (Editor(given="Ada", family="Editor"),),
    }
    return Volume(**(wanted | fields))


def two_papers(**fields: object) -> tuple[Edition, Pagination]:
    people: dict[str, Any] = {
        "people": NAMES,
        "title": "ResNet-50 at 90 % of $O(n_{k}^2)$ & More",
        "doi": "10.5555/dls.017",
    }
    made = edition(paper("017", **people), paper("021", keywords=("a & b", "c")), volume=volume(**fields))
    placements = (Placement(paper="017", last_page=4), Placement(paper="021", first_page=5, last_page=5))
    return made, Pagination(placements=placements, next_page=6)


def fields_of(key: str, made: tuple[Edition, Pagination], policy: PublisherPolicy = OWN) -> dict[str, str]:
    return read_bibtex(write_bibtex(*made, policy))[key]


def test_the_volume_and_each_paper_have_one_entry() -> None:
    assert list(read_bibtex(write_bibtex(*two_papers(), OWN))) == ["dls2019", "dls2019-017", "dls2019-021"]


def test_an_entry_stands_alone() -> None:
    fields = fields_of("dls2019-017", two_papers())
    assert fields["booktitle"] == r"Proceedings of the Workshop on Deep Learning \& Supercomputers"
    assert (fields["pages"], fields["year"], fields["month"]) == ("1--4", "2019", "jun")
    assert (fields["editor"], fields["address"]) == ("Editor, Ada", "Frankfurt, Germany")
    assert "crossref" not in fields


def test_a_paper_of_one_page_has_one_page_number() -> None:
    assert fields_of("dls2019-021", two_papers())["pages"] == "5"


def test_names_are_written_so_that_bibtex_parses_them() -> None:
    assert fields_of("dls2019-017", two_papers())["author"].split(" and ") == [
        r"Y{\i}lmaz, {\"O}zge",
        "van der Berg, Ludwig",
        "{Mausam}",
        r"Nguy{\~{\^e}}n, V{\u a}n {\'A}nh",
        r"J{\'o}nsd{\'o}ttir, Gu{\dh}r{\'u}n",
        "Tukey, Jr., John",
        r"{\relax {王}{明}}",
        r"{\relax И}ванова, {\relax О}льга",
    ]


def test_a_doi_that_the_publisher_will_register_stays_out() -> None:
    assert fields_of("dls2019-017", two_papers())["doi"] == "10.5555/dls.017"
    provisional = fields_of("dls2019-017", two_papers(publisher="springer"), SPRINGER)
    assert "doi" not in provisional
    assert "url" not in provisional


def test_pages_that_the_publisher_will_replace_carry_a_note() -> None:
    assert "own copy" in fields_of("dls2019-017", two_papers(publisher="springer"), SPRINGER)["note"]
    assert "note" not in fields_of("dls2019-017", two_papers())


def test_pending_identifiers_stay_out() -> None:
    assert "isbn" not in fields_of("dls2019", two_papers(isbn="pending"))
    assert "volume" not in fields_of("dls2019", two_papers(number="pending"))


def test_names_that_the_abstracts_know_keep_their_capital() -> None:
    papers = (paper("017", title="Idioms in Turkish", abstract="It concerns Turkish."), paper("021"))
    assert fields_of("dls2019-017", (edition(*papers, volume=volume()), two_papers()[1]))["title"].endswith("{Turkish}")


def test_papers_of_a_joint_volume_cite_the_joint_volume() -> None:
    joint = PartOf(title="High Performance Computing", series="LNCS", publisher="Springer", isbn="978-3-030-34356-9")
    fields = fields_of("dls2019-017", two_papers(part_of=joint))
    assert (fields["booktitle"], fields["series"]) == ("High Performance Computing", "LNCS")
    assert (fields["publisher"], fields["isbn"]) == ("Springer", "978-3-030-34356-9")


def test_a_missing_paper_has_no_entry() -> None:
    made, pagination = two_papers()
    missing = Placement(paper="021", first_page=5, last_page=5, standing="missing")
    without = Pagination(placements=(pagination.placements[0], missing), next_page=6)
    assert list(read_bibtex(write_bibtex(made, without, OWN))) == ["dls2019", "dls2019-017"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"acronym": "DLS"}, "dls2019"),
        ({"acronym": "DLS 2019"}, "dls2019"),
        ({"acronym": "DLS 2019 Late"}, "dls2019late"),
        ({"acronym": "Čo-Dé"}, "code2019"),
        ({"acronym": None}, "2019"),
        ({"acronym": None, "year": None}, "volume"),
    ],
)
def test_keys_are_acronym_and_year_in_ascii(fields: dict[str, Any], key: str) -> None:
    assert volume_key(volume(**fields)) == key
    assert entry_key(volume(**fields), paper("017")) == f"{key}-017"


def test_bibtex_that_does_not_parse_is_named_by_its_line() -> None:
    with pytest.raises(BibliographyError, match="line 3:"):
        read_bibtex("@misc{a, title = {b}}\n\n@misc{c, title = {d}, title = {e}}\n")


def test_every_character_of_ascii_reads_back_as_written() -> None:
    awkward = "".join(map(chr, range(33, 127))) + " {unbalanced and $x_{1$"
    made, pagination = two_papers()
    papers = (paper("017", title=awkward, keywords=(awkward,)), made.papers[1])
    assert "dls2019-017" in read_bibtex(write_bibtex(edition(*papers, volume=made.volume), pagination, OWN))


def test_a_book_without_editors_has_what_styles_sort_it_by() -> None:
    assert fields_of("dls2019", two_papers(editors=()))["key"] == "DLS"
    assert "key" not in fields_of("dls2019", two_papers())
