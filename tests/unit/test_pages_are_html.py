"""Every page that is handed over is HTML as the Nu checker, which CEUR-WS asks for, takes it: no error, no warning."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from bundle_makers import two_papers
from oracles import page_faults
from proceedings.bundles.ceur_index import ListedFile, index_page
from proceedings.records.paper import Author, NativeName
from proceedings.records.placement import Placement
from proceedings.records.programme import Session
from proceedings.records.volume import Editor, Event
from proceedings.report.compose import report_page
from proceedings.report.render import render_report
from proof_makers import LACKING, approved, described, found, page_of, shown
from report_makers import difficult_build, proof_of


def ceur_index(**event: object) -> str:
    """CEUR-WS's page of two papers with hard titles and names, one of them in another script."""
    edition = two_papers("ceur", event=Event(name="On <Sums> & Parts", acronym="OW", **event))
    native = Author(given="Wei", family="Li", native=NativeName(name="李伟", lang="zh"), orcid="0000-0002-1825-0097")
    papers = tuple(msgspec.structs.replace(each, authors=(*each.authors, native)) for each in edition.papers)
    editors = (Editor(literal="Mausam", affiliation="A & B"),)
    volume = msgspec.structs.replace(edition.volume, editors=editors)
    sessions = (Session(papers=(papers[0].id,)), Session(title="<Storage>", papers=(papers[1].id,)))
    whole = msgspec.structs.replace(edition, volume=volume, papers=papers, sessions=sessions)
    places = [Placement(paper=each.id, session=n, first_page=n + 1, last_page=n + 4) for n, each in enumerate(papers)]
    return index_page(
        whole, [ListedFile(each, place, f"paper{each.id}") for each, place in zip(papers, places, strict=True)]
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    build, about = difficult_build(), described(reproducibility=LACKING)
    day = datetime.date(2019, 6, 20)
    written = {
        "report": render_report(report_page(build, proof_of(build, mismatches=("the folio differs.",)))),
        "report-unproved": render_report(report_page(build, None)),
        "proof-open": page_of(about, found(page=3), found("body-font", "warning", waived=True), pictures=(shown(),)),
        "proof-approved": page_of(about, approvals=(approved(about),)),
        "ceur": ceur_index(),
        "ceur-beside": ceur_index(place="Ghent, Belgium", start=day, url="https://a.b/?c&d", colocated_with="ISC"),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, html in written.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    return sorted(folder.iterdir())


def test_no_page_has_an_error_or_a_warning(pages: list[Path]) -> None:
    assert page_faults(*pages) == []
