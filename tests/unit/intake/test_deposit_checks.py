from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from builders import paper
from deposit_makers import REGISTERING
from metadata_makers import PROCEEDINGS, edition_folder, findings_of
from proceedings.intake.deposit_checks import deposit_problems
from proceedings.records.volume import Crossref, Volume


def problems(*papers: Any, **fields: Any) -> list[tuple[str, str | None]]:
    volume = msgspec.structs.replace(REGISTERING, **fields)
    return [(each.message, each.severity) for each in deposit_problems(volume, papers)]


def test_an_edition_that_does_not_say_who_deposits_is_asked_nothing() -> None:
    assert list(deposit_problems(Volume(title="T"), [paper("017")])) == []


def test_an_edition_with_all_that_crossref_asks_for_is_silent() -> None:
    assert problems(paper("017", doi="10.5555/x")) == []


def test_all_that_is_missing_is_told_at_once() -> None:
    lacking = problems(crossref=Crossref(depositor="S", email="no address"), paper_url="https://example.org/all.html")
    keys = "`crossref.email`, `crossref.registrant` and `paper_url` are not given, or not in the form that is taken."
    assert lacking == [(f"crossref.xml is not written: {keys}", None)]


@pytest.mark.parametrize("doi", [None, "pending", "10.1234.56/a"])
def test_papers_without_a_doi_to_register_are_one_finding(doi: str | None) -> None:
    papers = [paper("1", doi=doi), paper("2", doi="10.5555/x"), paper("3", doi=doi), paper("4", status="withdrawn")]
    assert problems(*papers) == [("crossref.xml is without papers 1 and 3: no DOI that can be registered.", None)]


def test_that_somebody_else_registers_the_dois_is_a_note() -> None:
    assert problems(publisher="springer") == [("crossref.xml is not written: Springer registers the DOIs.", "info")]
    assert problems(publisher="nobody") == []


def test_the_finding_names_the_line(tmp_path: Path) -> None:
    text = f"{PROCEEDINGS}crossref: {{depositor: Sample Society, email: dois@example.org}}\n"
    found = findings_of(edition_folder(tmp_path, **{"proceedings.yml": text}))
    (told,) = (each.message for each in found if each.code == "deposit-incomplete")
    assert told.startswith("metadata/proceedings.yml, line 6: crossref.xml is not written: `crossref.registrant`")
