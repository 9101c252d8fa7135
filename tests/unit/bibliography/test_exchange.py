from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import oracles
from builders import edition, paper
from hard_papers import hard_edition
from proceedings.bibliography.cited_book import whole_title
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.names import inverted_name
from proceedings.publisher import load_policy
from proceedings.records.paper import Author
from proceedings.records.placement import Pagination, Placement
from proceedings.records.volume import Event, Volume
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.references import CSL, RIS, read_references, reference_troubles

VOLUME = Volume(title="The Volume", acronym="DLS", year=2019, event=Event(start=datetime.date(2019, 6, 20)))
PEOPLE = (Author(given="Ludwig", particle="van der", family="Berg", suffix="Jr."), Author(literal="Mausam"))
EDITION = edition(
    paper("017", people=PEOPLE, title="An $O(n)$ & More", doi="10.5555/x", keywords=("a", "b")),
    paper("021"),
    volume=VOLUME,
)
PAGINATION = Pagination(
    placements=(
        Placement(paper="017", last_page=4),
        Placement(paper="021", first_page=5, last_page=6, standing="missing"),
    ),
    next_page=7,
)


def test_ris_has_one_record_a_paper_with_lines_ended_as_the_format_has_it() -> None:
    written = write_ris(EDITION, PAGINATION, load_policy("own"))
    assert written.count(b"\n") == written.count(b"\r\n")
    lines = written.decode().split("\r\n")
    assert lines[0] == "TY  - CONF"
    assert lines.count("ER  - ") == 1
    assert {"AU  - van der Berg, Ludwig, Jr.", "AU  - Mausam", "TI  - An O(n) & More"} <= set(lines)
    assert {"SP  - 1", "EP  - 4", "DO  - 10.5555/x", "UR  - https://doi.org/10.5555/x", "KW  - a"} <= set(lines)


def test_csl_json_keeps_the_parts_of_a_name_apart() -> None:
    (item,) = json.loads(write_csl_json(EDITION, PAGINATION, load_policy("own")))
    assert item["author"] == [
        {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der", "suffix": "Jr."},
        {"literal": "Mausam"},
    ]
    assert (item["id"], item["type"], item["page"]) == ("dls2019-017", "paper-conference", "1-4")
    assert item["issued"] == {"date-parts": [[2019, 6]]}


def test_a_given_name_alone_is_a_name_as_it_stands() -> None:
    alone = edition(paper("017", people=(Author(given="Mausam"),)), volume=VOLUME)
    (item,) = json.loads(write_csl_json(alone, PAGINATION, load_policy("own")))
    assert item["author"] == [{"literal": "Mausam"}]
    assert "AU  - Mausam\r\n" in write_ris(alone, PAGINATION, load_policy("own")).decode()


def test_a_provisional_doi_stays_out_of_both() -> None:
    policy = load_policy("springer")
    assert b"10.5555" not in write_ris(EDITION, PAGINATION, policy)
    assert b"10.5555" not in write_csl_json(EDITION, PAGINATION, policy)


def test_an_edition_without_papers_has_empty_files() -> None:
    assert write_ris(edition(), Pagination(), load_policy("own")) == b""
    assert json.loads(write_csl_json(edition(), Pagination(), load_policy("own"))) == []


def test_csl_json_is_as_its_schema_says() -> None:
    from jsonschema import Draft7Validator

    schema = json.loads(Path(__file__).with_name("csl_data.json").read_bytes())
    for made in (hard_edition(), hard_edition(editors=(), event=Event(), year=None), (EDITION, PAGINATION)):
        items = json.loads(write_csl_json(*made, load_policy("own")))
        assert items and not list(Draft7Validator(schema).iter_errors(items))


@oracles.needed
def test_csls_own_schema_finds_nothing_wrong() -> None:
    for made in (hard_edition(), hard_edition(editors=(), event=Event(), year=None), (EDITION, PAGINATION)):
        items = json.loads(write_csl_json(*made, load_policy("own")))
        assert items and oracles.json_faults("csl-data.json", items) == []


@oracles.needed
def test_a_reader_of_ris_finds_every_field_and_loses_none(tmp_path: Path) -> None:
    made, pagination = hard_edition()
    (tmp_path / "hard.ris").write_bytes(write_ris(made, pagination, load_policy("own")))
    read = oracles.ris_records(tmp_path / "hard.ris")
    assert [each.get("unknown_tag") for each in read] == [None] * len(made.papers)
    for each, paper_of, place in zip(read, made.papers, pagination.placements, strict=True):
        assert each["authors"] == [" ".join(inverted_name(author).split()) for author in paper_of.authors]
        assert each["title"] == plain_title(whole_title(paper_of))
        assert (each["start_page"], each["end_page"]) == (str(place.first_page), str(place.last_page))
        assert (each["doi"], len(each["urls"]), each["keywords"]) == (paper_of.doi, 1, list(paper_of.keywords))
        assert each["secondary_authors"] == ["Éditor, Ada", "Mausam"]


@pytest.mark.parametrize(("ending", "write"), [(RIS, write_ris), (CSL, write_csl_json)])
def test_hard_names_titles_and_dois_read_back_from_ris_and_csl_json(tmp_path: Path, ending: str, write: object) -> None:
    made, pagination = hard_edition()
    assert callable(write)
    (tmp_path / f"hard{ending}").write_bytes(write(made, pagination, load_policy("own")))
    read = read_references(tmp_path / f"hard{ending}")
    places = zip(made.papers, pagination.placements, strict=True)
    assert [reference_troubles(read, each, place, made) for each, place in places] == [[]] * len(made.papers)


def test_the_address_of_a_doi_with_odd_signs_is_one() -> None:
    lines = write_ris(*hard_edition(), load_policy("own")).decode().splitlines()
    assert "DO  - 10.5555/x_(1)%23#;2-&(A)~b" in lines
    assert "UR  - https://doi.org/10.5555/x_(1)%2523%23%3B2-&(A)~b" in lines
    assert {"VL  - 123", "T3  - Notes & Queries"} <= set(lines)
