from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from link_oracle import Landing, LinkOracle
from proceedings.records.placement import Bookmark
from stamp_makers import page_text, rendered
from volume_makers import SIZE, VolumeFolder

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def folder(tmp_path: Path) -> VolumeFolder:
    """Three papers whose destinations all have the same names, front matter, appendix and index."""
    made = VolumeFolder(tmp_path)
    made.add_part("front_matter", 4, bookmarks=[Bookmark(title="Preface", page=2), Bookmark(title="Contents", page=3)])
    made.add_part("artifact_appendix", 3, bookmarks=[Bookmark(title="Artifact Appendix")])
    made.add_part("author_index", 1)
    return made


def from_page(landings: list[Landing], first: int, pages: int) -> list[Landing]:
    """The links on these pages, with pages counted from `first`."""
    return [
        link._replace(page=link.page - first, target=None if link.target is None else link.target - first)
        for link in landings
        if first <= link.page < first + pages
    ]


def test_every_link_of_three_papers_with_the_same_names_lands_in_its_own_paper(folder: VolumeFolder) -> None:
    folder.stamp()
    assert folder.assemble() == []
    whole = LinkOracle(folder.volume).landings()
    for number, paper in enumerate(folder.papers):
        author = LinkOracle(folder.author(paper)).landings()
        assert author
        assert LinkOracle(folder.stamped(paper)).landings() == author
        assert from_page(whole, 4 + 3 * number, 3) == author


def test_explicit_destinations_and_chains_land_in_their_own_paper(folder: VolumeFolder) -> None:
    def explicit(pdf: Pdf) -> None:
        view = Array([pdf.pages[2].obj, Name.FitR, 10, 20, 110, 220])
        jump = Dictionary(S=Name.GoTo, D=view, Next=Dictionary(S=Name.GoTo, D=String("section.2")))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([5, 5, 9, 9]), A=jump)
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))

    for paper in ("a", "c"):
        folder.change(paper, explicit)
    folder.stamp()
    folder.assemble()
    landings = [link for link in LinkOracle(folder.volume).landings() if link.view[:1] == ("/FitR",)]
    assert [(link.page, link.target) for link in landings] == [(4, 6), (10, 12)]
    with Pdf.open(folder.volume) as pdf:
        chained = next(link for link in pdf.pages[10].obj.Annots if "/Next" in link.get("/A", {}))
        assert bytes(chained.A.Next.D) == b"c/section.2"


def test_the_pages_of_a_paper_look_the_same_in_the_volume(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    for page in range(3):
        assert (rendered(folder.stamped("b"), page) == rendered(folder.volume, 7 + page)).all()


def test_pages_are_labelled_in_roman_and_arabic_figures(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    labels = pypdf.PdfReader(folder.volume).page_labels
    assert labels == ["i", "ii", "iii", "iv", *map(str, range(1, 14))]


def test_a_part_of_a_joint_volume_starts_where_its_editor_said(tmp_path: Path) -> None:
    folder = VolumeFolder(tmp_path, papers=("a",))
    placement = folder.pagination.placements[0]
    moved = msgspec.structs.replace(placement, first_page=501, last_page=503)
    folder.pagination = msgspec.structs.replace(folder.pagination, first_page=501, placements=(moved,), next_page=504)
    folder.stamp()
    folder.assemble()
    assert pypdf.PdfReader(folder.volume).page_labels == ["501", "502", "503"]


def test_the_outline_goes_from_session_to_paper_to_the_paper_s_own_bookmarks(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    own = [(level + 2, title, page) for level, title, page in LinkOracle(folder.author("a")).bookmarks()]
    found = LinkOracle(folder.volume).bookmarks()
    assert found[:4] == [(0, "Preface", 1), (0, "Contents", 2), (0, "First Session", 4), (1, "Paper a", 4)]
    assert found[4 : 4 + len(own)] == [(level, title, (page or 0) + 4) for level, title, page in own]
    assert found[-2:] == [(0, "Artifact Appendix", 13), (0, "Author Index", 16)]
    assert [title for level, title, _ in found if level == 1] == ["Paper a", "Paper b", "Paper c"]


def test_private_links_of_our_own_pages_lead_into_the_volume(folder: VolumeFolder) -> None:
    goals = ["paper.b", "appendix.c", "part.artifact_appendix", "part.author_index", "page.5", "paper.zzz"]
    links = [*(f"bindery:{goal}" for goal in goals), "https://example.org"]
    folder.add_part("front_matter", 4, links=links)
    folder.stamp()
    (finding,) = folder.assemble()
    oracle = LinkOracle(folder.volume)
    landings = [link for link in oracle.landings() if link.page == 0 and link.rect[0] == 50]
    assert [link.target for link in landings] == [7, 15, 13, 16, 8]
    assert (finding.code, finding.paper) == ("link-lost", None)
    assert "paper.zzz" in finding.message
    annotations: Any = oracle.reader.pages[0]["/Annots"]
    assert "bindery:" not in str([each.get_object() for each in annotations])
    assert "https://example.org" in str([each.get_object() for each in annotations])


def test_links_within_our_own_parts_do_not_meet_those_of_papers(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    landings = LinkOracle(folder.volume).landings()
    assert {link.target for link in landings if link.page in (0, 1, 2, 3)} == {0}
    assert {link.target for link in landings if link.page in (13, 14, 15)} == {13}


def test_a_missing_paper_has_its_placeholder_and_blanks(tmp_path: Path) -> None:
    folder = VolumeFolder(tmp_path, missing=("b",))
    folder.add_part("front_matter", 1, links=["bindery:paper.b"])
    folder.add_part("placeholders", 1, bookmarks=[Bookmark(title="b", page=1)])
    folder.stamp()
    assert folder.assemble() == []
    assert "placeholders page 1" in page_text(folder.volume, 4)
    reader = pypdf.PdfReader(folder.volume)
    assert len(reader.pages) == 10
    assert [float(side) for side in reader.pages[5].mediabox[2:]] == list(SIZE)
    assert (rendered(folder.volume, 5) == 255).all()
    assert next(link.target for link in LinkOracle(folder.volume).landings() if link.rect[0] == 50) == 4
    assert (1, "Paper b", 4) in LinkOracle(folder.volume).bookmarks()
    assert not (tmp_path / "out/papers/b.pdf").exists()


def test_a_paper_that_could_not_be_stamped_is_an_error_and_blank_pages(folder: VolumeFolder) -> None:
    folder.author("b").write_bytes(b"%PDF-1.5 cut")
    folder.stamp()
    (finding,) = folder.assemble()
    assert (finding.code, finding.paper, finding.severity) == ("damaged-pdf", "b", "error")
    reader = pypdf.PdfReader(folder.volume)
    assert len(reader.pages) == 17
    assert (1, "Paper b", 7) in LinkOracle(folder.volume).bookmarks()
    rows = list(csv.DictReader((folder.folder / "out/papers.csv").open()))
    assert [bool(row["sha256"]) for row in rows] == [True, False, True]


def test_blank_pages_before_a_paper_count(tmp_path: Path) -> None:
    folder = VolumeFolder(tmp_path, papers=("a", "b"))
    first, second = folder.pagination.placements
    moved = msgspec.structs.replace(second, first_page=5, last_page=7, blanks_before=1)
    folder.pagination = msgspec.structs.replace(folder.pagination, placements=(first, moved), next_page=8)
    folder.stamp()
    folder.assemble()
    assert (rendered(folder.volume, 3) == 255).all()
    assert pypdf.PdfReader(folder.volume).page_labels == [str(number) for number in range(1, 8)]
    assert (1, "Paper b", 4) in LinkOracle(folder.volume).bookmarks()


def test_the_table_lists_every_paper_with_the_hash_of_its_file(folder: VolumeFolder) -> None:
    manifest = folder.stamp()
    folder.assemble()
    text = (folder.folder / "out/papers.csv").read_text()
    assert text.splitlines()[0] == "id,session,title,authors,first_page,last_page,pages,doi,sha256"
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["sha256"] for row in rows] == [each.sha256 for each in manifest]
    assert rows[1]["first_page"] == "4"
    assert rows[1]["doi"] == "10.5555/b"


def test_the_folder_of_papers_holds_the_stamped_files_and_no_others(folder: VolumeFolder) -> None:
    papers = folder.folder / "out/papers"
    papers.mkdir(parents=True)
    (papers / "old.pdf").write_bytes(b"old")
    folder.stamp()
    folder.assemble()
    assert sorted(path.name for path in papers.iterdir()) == ["a.pdf", "b.pdf", "c.pdf"]
    assert (papers / "a.pdf").read_bytes() == folder.stamped("a").read_bytes()
    untouched = (papers / "a.pdf").stat().st_mtime_ns
    folder.assemble()
    assert (papers / "a.pdf").stat().st_mtime_ns == untouched


def test_a_link_that_gets_lost_is_a_finding(folder: VolumeFolder) -> None:
    folder.stamp()
    with Pdf.open(folder.stamped("a"), allow_overwriting_input=True) as pdf:
        del pdf.Root.Names["/Dests"]
        pdf.save(folder.stamped("a"))
    (finding,) = folder.assemble()
    assert (finding.code, finding.paper) == ("link-lost", "a")


def test_the_volume_says_what_it_is(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    reader = pypdf.PdfReader(folder.volume)
    assert reader.metadata is not None
    assert reader.metadata.title == "Proceedings of the Sample Workshop"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_two_builds_are_the_same_bytes(folder: VolumeFolder) -> None:
    folder.stamp()
    folder.assemble()
    first = folder.volume.read_bytes()
    time.sleep(1.1)
    folder.assemble()
    assert folder.volume.read_bytes() == first


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_do_not_depend_on_the_order_of_hashes(folder: VolumeFolder, seed: str) -> None:
    folder.stamp()
    folder.assemble()
    first = folder.volume.read_bytes()
    argv = ["--edition", "edition.json", "--pagination", "pagination.json", "--parts", "parts"]
    argv += ["--volume", "out/proceedings.pdf", "--papers", "out/papers", "--table", "out/papers.csv"]
    argv += ["--findings", "out/findings.json", "stamped/00.json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(
        [sys.executable, SCRIPTS / "assemble_volume.py", *argv], cwd=folder.folder, env=environment, check=True
    )
    assert folder.volume.read_bytes() == first


def test_a_volume_of_more_papers_than_a_process_may_keep_files_open_is_assembled(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits on open files are a thing of Unix")
    made = VolumeFolder(tmp_path, papers=[f"p{number:02d}" for number in range(40)], pages=1)
    made.stamp()
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    next_free = os.dup(0)
    os.close(next_free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (next_free + 25, usual[1]))
    try:
        assert made.assemble() == []
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
    assert len(pypdf.PdfReader(made.volume).pages) == 40
