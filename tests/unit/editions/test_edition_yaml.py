from __future__ import annotations

import datetime

import pytest
import yaml

from proceedings.editions.edition_yaml import as_yaml, yaml_of
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.reproducibility import Artifact, Minutes
from proceedings.records.volume import Event, Volume

AWKWARD = [
    "NO",
    "n",
    "null",
    "~",
    "1.10",
    "1e3",
    "0o17",
    "007",
    "12:30:00",
    "2031-06-18",
    "=",
    "<<",
    "- a",
    "? b",
    "#c",
    "a: b",
    "a #b",
    "[x]",
    "{y}",
    "R&D",
    "&anchor",
    "*star",
    "!tag",
    "%x",
    "@at",
    "`tick",
    "'single'",
    '"double"',
    "back\\slash $x_1$",
    "tab\there",
    "two\nlines",
    "trailing ",
    " leading",
    "",
    "ıI İi Đặng 陳",
    "𝛼 emoji 🎓",
    "line\u2028separator",
    "nbsp\u00a0here",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_every_text_stays_a_text(text: str) -> None:
    assert yaml.safe_load(as_yaml({"title": text, "list": [text]})) == {"title": text, "list": [text]}


@pytest.mark.parametrize("text", AWKWARD)
def test_every_long_text_stays_a_text(text: str) -> None:
    long = " ".join([text, "word " * 30, text, "\n\nnext", text]).strip()
    assert yaml.safe_load(as_yaml({"abstract": long})) == {"abstract": long}


def test_what_other_readers_would_take_for_numbers_is_quoted() -> None:
    assert as_yaml(["1e3", "1.10", "0o17", "n"]) == '["1e3", "1.10", "0o17", "n"]\n'


def test_a_whole_number_has_no_point() -> None:
    text = yaml_of(Artifact(id="A1", time_minutes=Minutes(setup=30.0, execution=1.5)))
    assert text == "id: A1\ntime_minutes:\n  setup: 30\n  execution: 1.5\n"


def test_a_long_text_is_folded_for_people() -> None:
    text = as_yaml({"abstract": "some words " * 40 + "end"})
    assert text.startswith("abstract: >-\n  some words")
    assert max(map(len, text.splitlines())) < 120


def test_a_record_has_its_own_key_order_and_no_defaults() -> None:
    paper = Paper(
        title="One",
        authors=(Author(given="Ada", family="Sample", affiliations=("ghent",)),),
        affiliations={"ghent": Affiliation(name="Sample University", country="NO")},
    )
    assert yaml_of(paper).splitlines() == [
        "title: One",
        "authors:",
        "- given: Ada",
        "  family: Sample",
        "  affiliations: [ghent]",
        "affiliations:",
        "  ghent:",
        "    name: Sample University",
        "    country: 'NO'",
    ]


def test_dates_are_dates_and_a_type_without_rules_is_kept() -> None:
    volume = Volume(event=Event(start=datetime.date(2031, 6, 18)), types={"full": PageRule()})
    assert yaml_of(volume) == "event:\n  start: 2031-06-18\ntypes:\n  full: {}\n"


def test_letters_are_written_as_they_are() -> None:
    assert "Gözde Şahin" in as_yaml({"name": "Gözde Şahin"})
