"""ACM's bundle: its lists are read back by our own importer without loss, its archives hold sources and PDF."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from bundle_makers import MAIN, TEX, ada, archive, built, pack, packed, two_papers
from export_makers import written
from proceedings.importers import acm
from proceedings.importers.imported import SourceError
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_records

SOURCES = TEX | {"figures/one.txt": "1"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = built(tmp_path_factory.mktemp("acm"), two_papers("acm", number="108XX"))
    archive(
        place / "papers/12.zip", {f"12/{name}": text for name, text in SOURCES.items()} | {"__MACOSX/._paper.tex": ""}
    )
    assert pack(place, "acm") == 0
    return place


def read_back(place: Path, folder: Path, name: str) -> Edition:
    return acm.read(written(place, {name: packed(folder)[name]}) / name).edition


def people(papers: Sequence[Paper]) -> list[list[tuple[object, ...]]]:
    """All that the formats say of authors, with the affiliations themselves."""
    return [
        [
            (
                each.given,
                " ".join(filter(None, (each.particle, each.family))),
                each.suffix,
                each.literal,
                each.email,
                each.orcid,
                each.corresponding,
                [paper.affiliations[key] for key in each.affiliations],
            )
            for each in paper.authors
        ]
        for paper in papers
    ]


@pytest.mark.parametrize("name", ["erights.xml", "enhanced.csv"])
def test_our_own_importer_reads_every_paper_and_author_back(tmp_path: Path, folder: Path, name: str) -> None:
    ours, theirs = two_papers("acm"), read_back(tmp_path, folder, name)
    assert people(theirs.papers) == people(ours.papers)
    assert [each.title for each in theirs.papers] == [each.title for each in ours.papers]
    assert [(each.title, each.papers) for each in theirs.sessions] == [("Scale", ("12",)), ("Storage", ("7",))]
    assert [(each.id, each.type, each.expected_pages) for each in theirs.papers] == [
        ("12", "full", 4), ("7", "full", 4)
    ]  # fmt: skip


def test_what_was_imported_is_written_and_read_the_same_again(tmp_path: Path, folder: Path) -> None:
    once = read_back(tmp_path / "one", folder, "erights.xml")
    volume = two_papers("acm").volume
    assert pack(folder, "acm", msgspec.structs.replace(once, volume=volume), "again") == 0
    again = acm.read(written(tmp_path / "two", {"e.xml": packed(folder, "again")["erights.xml"]}) / "e.xml").edition
    assert again == once


def test_elements_stand_in_acms_order_with_one_contact_a_paper(folder: Path) -> None:
    xml = packed(folder)["erights.xml"].decode()
    names = ("paper_type", "art_submission_date", "art_approval_date", "paper_title", "event_tracking_number")
    places = [xml.index(f"<{name}") for name in (*names, "published_article_number", "authors", "section")]
    assert places == sorted(places)
    assert [paper.count("<contact_author>Y<") for paper in xml.split("</paper>")[:-1]] == [1, 1]


def test_the_table_of_contents_has_nobodys_address(folder: Path) -> None:
    toc = packed(folder)["toc.xml"].decode()
    assert "<last_name>van der Berg</last_name>" in toc and "@" not in toc
    first = next(csv.DictReader(io.StringIO(packed(folder)["toc.csv"].decode("utf-8-sig"))))
    assert (first["Order"], first["ID"], first["SessionName"], first["DOI"]) == ("1", "12", "Scale", "")


def test_the_simple_table_quotes_every_cell_and_has_no_titles(folder: Path) -> None:
    text = packed(folder)["simple.csv"].decode()
    cells = next(csv.reader(io.StringIO(text)))
    assert text.startswith('"Full Paper","Fast & Slow: $O(n^2)$","Ada van der Berg Jr.:Computing, Sample University')
    assert cells[2].count(";") == 2 and cells[2].count(":") == 3
    assert cells[3:] == ["ada@example.org", ""]


def test_the_simple_table_is_refused_as_an_export_and_the_enhanced_one_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"this is ACM's simple CSV, .*; give the enhanced CSV or the XML beside it"):
        read_back(tmp_path, folder, "simple.csv")


def test_an_archive_a_paper_has_its_sources_and_its_pdf(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(folder)["sources/ow2019-12.zip"])) as held:
        assert held.namelist() == ["Source/all.bib", "Source/figures/one.txt", "Source/paper.tex", "pdf/ow2019-12.pdf"]
        assert held.read("Source/paper.tex").decode() == MAIN
        assert held.read("pdf/ow2019-12.pdf") == (folder / "papers/12.pdf").read_bytes()


def test_the_readme_names_what_acm_will_ask_for_and_claims_no_acceptance(folder: Path) -> None:
    said = " ".join(packed(folder)["README.txt"].decode().split())
    assert (
        "- Paper 12: Mausam and Ngọc Trần have no e-mail address; Ngọc Trần has no institution with its country;"
        in said
    )
    assert said.count("- Paper 12: ") == 1
    assert "Nobody at ACM has confirmed" in said


def test_two_runs_make_the_same_bytes(folder: Path) -> None:
    assert pack(folder, "acm", two_papers("acm", number="108XX"), "same") == 0
    assert (folder / "same.zip").read_bytes() == (folder / "bundle.zip").read_bytes()


def test_sources_are_asked_for_and_no_form_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = built(tmp_path / "edition", two_papers("acm"))
    for name in ("12-rights.pdf", "7-rights.pdf", "7.zip"):
        (place / "papers" / name).unlink()
    assert pack(place, "acm") == 1
    assert capsys.readouterr().err.splitlines()[1:-1] == ["  papers/7.zip is missing: ACM builds from sources."]


def test_a_paper_that_acm_collects_itself_is_in_every_list_without_pages_and_has_no_archive(tmp_path: Path) -> None:
    collected = two_papers("acm", collected_by="publisher")
    place = built(tmp_path / "edition", collected)
    pagination = read_records(place / "output/work/pagination.json", Pagination)
    first, second = pagination.placements
    away = msgspec.structs.replace(second, standing="missing")
    write_records(place / "output/work/pagination.json", msgspec.structs.replace(pagination, placements=(first, away)))
    (place / "papers/7.pdf").unlink()
    assert pack(place, "acm") == 0
    held = packed(place)
    assert [each for each in held if each.startswith("sources/")] == ["sources/ow2019-12.zip"]
    row = list(csv.DictReader(io.StringIO(held["enhanced.csv"].decode())))[-1]
    assert (row["event_tracking_number/theirnumber"], row["start_page"], row["end_page"]) == ("7", "", "")
    assert held["erights.xml"].decode().count("<paper>") == held["toc.xml"].decode().count("<paper>") == 2
    said = " ".join(held["README.txt"].decode().split())
    assert "- Without an archive, and without pages in the lists (with the publisher): 7." in said


def test_a_group_with_a_colon_is_one_entry_of_the_simple_table_and_half_a_name_is_told(folder: Path) -> None:
    first, second = two_papers("acm").papers
    people = (ada(), Author(literal="Sums: North; South"), Author(given="Solo"))
    edition = msgspec.structs.replace(
        two_papers("acm"), papers=(msgspec.structs.replace(first, authors=people), second)
    )
    assert pack(folder, "acm", edition, "group") == 0
    cells = next(csv.reader(io.StringIO(packed(folder, "group")["simple.csv"].decode())))
    assert [each.partition(":")[0] for each in cells[2].split(";")] == [
        "Ada van der Berg Jr.",
        "Sums, North, South",
        "Solo",
    ]
    said = " ".join(packed(folder, "group")["README.txt"].decode().split())
    assert "Sums: North; South and Solo have no first and last name;" in said
