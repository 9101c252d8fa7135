"""What was imported, exported by the same system and imported again is the same, but for what the system never holds.

The writers, and what each system has no place for, stand in `tests/*_exports.py`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from easychair_exports import EASYCHAIR_SYSTEMS
from few_examples import few
from json_exports import JSON_SYSTEMS
from mapped_exports import MAPPED_SYSTEMS
from proceedings.csv_text import unescaped
from proceedings.importers import read_source
from proceedings.importers.imported import Imported
from proceedings.importers.people import PARTICLE_FIRST, SUFFIX_LAST
from proceedings.importers.system_text import form_abstract
from proceedings.records.paper import Author, Paper
from record_strategies import papers, spelled
from system_exports import System, as_held, without
from table_exports import TABLE_SYSTEMS

SYSTEMS = EASYCHAIR_SYSTEMS | JSON_SYSTEMS | TABLE_SYSTEMS | MAPPED_SYSTEMS
FEW = few(6, smaller=False)


def as_imported(text: str) -> str:
    """A text as an import leaves it: without LaTeX and HTML, and not begun as a cell that hides a formula."""
    assume(unescaped(text) == text)
    read = form_abstract(text, "", []) or ""
    assume(read and form_abstract(read, "", []) == read)
    return read


@st.composite
def submissions(draw: st.DrawFn) -> list[Paper]:
    """Papers as an import leaves them, numbered, in the order of their numbers; every contact has an address."""
    drawn = []
    for number in sorted(draw(st.lists(st.integers(1, 9999), min_size=1, max_size=2, unique=True))):
        paper = draw(papers(str(number)))
        people = [
            msgspec.structs.replace(each, email=f"{place}{number}@example.org" if each.email or not place else None)
            for place, each in enumerate(paper.authors)
        ]
        drawn.append(
            without(
                paper,
                title=as_imported(paper.title),
                abstract=as_imported(paper.abstract) if paper.abstract else None,
                authors=tuple(people),
                topics=paper.keywords[:2],
                licence=draw(st.sampled_from((None, "CC-BY-4.0"))),
            )
        )
    return drawn


def returned(system: System, papers: Sequence[Paper]) -> Imported:
    """The papers after the way out and in again."""
    with tempfile.TemporaryDirectory() as folder:
        return read_source(system.kind, system.write(papers, Path(folder) / "export"))


def known_to(system: System, papers: Sequence[Paper]) -> list[Paper]:
    """Those papers of which the format can say names and places, under ids such as it has."""
    said = [each for each in papers if system.can_say(each)]
    return [without(each, id=system.numbered(each.id)) for each in said]


@FEW
@given(submissions())
def test_what_a_system_holds_comes_back_as_it_was(papers: list[Paper]) -> None:
    for name, system in SYSTEMS.items():
        if sent := known_to(system, papers):
            found = returned(system, sent).edition.papers
            assert [spelled(each) for each in found] == [spelled(as_held(each, system)) for each in sent], name


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_part_of_a_name_that_has_no_place_of_its_own_is_a_doubt(name: str) -> None:
    system = SYSTEMS[name]
    person = Author(given="Ada", particle="van der", family="Velde", suffix="Jr.", email="ada@example.org")
    export = returned(system, known_to(system, [Paper(id="7", title="A", authors=(person,))]))
    (found,) = export.edition.papers[0].authors
    facts = {each.fact for each in export.doubts}
    if system.whole:
        assert found.literal == "Ada van der Velde Jr."
        assert any("whole" in each for each in facts)
    else:
        assert (found.given, found.family) == ("Ada", "van der Velde" if system.suffix else "van der Velde Jr.")
        assert PARTICLE_FIRST in facts
        assert (SUFFIX_LAST in facts) is not system.suffix
