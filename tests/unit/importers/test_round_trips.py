"""What is written in a format and imported again is what it was, in all that the format can hold.

More examples than the suite needs: `ROUND_TRIPS=2000 python -m pytest tests/unit/importers/test_round_trips.py`.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import example, given, settings

from builders import edition, paper
from few_examples import few
from proceedings.bibliography.latex_text import latex_text
from proceedings.importers.latex import plain_text
from proceedings.importers.people import PARTICLE_FIRST, SUFFIX_LAST
from proceedings.names import full_family_name
from proceedings.paper_table.changes import changes_of
from proceedings.paper_table.columns import Known
from proceedings.paper_table.reading import read_papers_table
from proceedings.paper_table.writing import write_table
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper
from proceedings.records.volume import Editor, Event
from record_strategies import SIGNS, VOLUME, editions, every_name, text
from trip_makers import NAME, TRIPS, Difference, differences_of, there_and_back

MORE = os.environ.get("ROUND_TRIPS")
SOME = settings(few(int(MORE or 10), smaller=False), derandomize=not MORE)
HARD = edition(paper("017", people=tuple(every_name()), affiliations={}, title="A"), volume=VOLUME)
"""An edition with a paper by everybody whose name is hard."""

NOBODY = Paper(id="1", title="Nobody's", status="non-archival")
ANYBODY = Paper(id="2", title="First: last", subtitle="A Part", authors=(Author(given="First", family="Name"),))


def differences(name: str, made: Edition) -> list[Difference]:
    """What is otherwise after the way there and back."""
    with TemporaryDirectory() as folder:
        return differences_of(name, made, there_and_back(TRIPS[name], made, Path(folder)).edition)


@SOME
@given(editions())
@example(HARD)
@example(edition(NOBODY, ANYBODY, volume=VOLUME))
def test_every_format_that_we_write_comes_back_as_it_was(made: Edition) -> None:
    assert [(name, found) for name in TRIPS if (found := differences(name, made))] == []


@pytest.mark.parametrize("name", ["proceedings.bib", "pmlr", "aclpub2"])
def test_a_volume_comes_back_with_all_its_editors(tmp_path: Path, name: str) -> None:
    people = tuple(Editor(**{part: getattr(each, part) for part in NAME}) for each in every_name())
    place = Event(
        name="Sample Workshop", acronym="SW", place="São Paulo", start=date(2031, 6, 18), end=date(2031, 6, 19)
    )
    volume = msgspec.structs.replace(VOLUME, title="Sums & “Parts”", editors=people, number="103", event=place)
    back = there_and_back(TRIPS[name], edition(paper("017"), volume=volume), tmp_path).edition.volume
    assert back.editors == people
    assert (back.title, back.year, back.event.place) == (volume.title, 2031, "São Paulo")
    assert back.number == (None if name == "aclpub2" else "103")
    assert (back.event == place) == (name != "proceedings.bib")


@pytest.mark.parametrize("name", ["acm-xml", "acm-csv", "metadata/papers.csv", "easychair-lncs"])
def test_a_particle_or_suffix_that_a_format_joins_to_a_name_is_told(tmp_path: Path, name: str) -> None:
    told = {(each.fact, each.where) for each in there_and_back(TRIPS[name], HARD, tmp_path).doubts}
    for author in HARD.papers[0].authors:
        where = f"paper 017 ({author.given} {full_family_name(author)}"
        doubted = {fact for fact, said in told if said.startswith(where)}
        assert PARTICLE_FIRST in doubted or not re.match(r"[a-z'’]", author.particle or "")
        assert SUFFIX_LAST in doubted or not author.suffix or name != "easychair-lncs"


@SOME
@given(text(signs=SIGNS.replace("$", "") + "\\"))
def test_any_text_without_formulas_is_latex_and_text_again(written: str) -> None:
    assert plain_text(latex_text(written)) == written


@SOME
@given(editions())
def test_the_table_of_the_papers_says_what_the_metadata_says(tmp_path: Path, made: Edition) -> None:
    known = Known({each.id: each for each in made.papers}, made.sessions)
    write_table(tmp_path / "papers.csv", known, made.volume)
    table = read_papers_table(tmp_path / "papers.csv", known)
    changes = changes_of(table.rows, known, made.volume, "papers.csv")
    assert (table.rows.keys(), table.problems) == (known.papers.keys(), [])
    assert (changes.differences, changes.problems) == ([], [])
