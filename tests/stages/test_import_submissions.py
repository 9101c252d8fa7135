from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from export_makers import PAPERS, aclpub2_folder, written
from import_submissions import main
from proceedings.intake.edition_folder import take_in
from proceedings.names import author_list
from proceedings.records.edition import Edition

CORPORA = Path(__file__).parents[2].parent / "shared/corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora are not beside the repository")


def imported(kind: str, source: Path, folder: Path) -> Edition:
    assert main([kind, str(source), str(folder)]) == 0
    edition, findings = take_in(folder / "metadata", folder / "papers")
    invalid = [finding.message for finding in findings if finding.code == "metadata-invalid"]
    assert [message for message in invalid if "stands in no session" not in message] == []
    return edition


def test_an_import_is_read_back_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = imported("aclpub2", aclpub2_folder(tmp_path / "export"), tmp_path / "e")
    assert [(paper.id, paper.title, paper.status) for paper in edition.papers] == [
        ("7", "Fast BERT: 50% of $O(n^2)$ & more", "accepted"),
        ("30", "A Third Paper", "accepted"),
        ("12", "No", "non-archival"),
    ]
    assert author_list(edition.papers[0].authors) == "Nehir İlkim Gönençer and Ada Sample"
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert "3 papers and 2 PDFs" in printed.out
    assert all(line.startswith("doubt: ") for line in printed.err.splitlines())


@pytest.mark.parametrize(
    ("kind", "papers"),
    [("papyrus", PAPERS), ("aclpub2", "- id: [\n"), ("aclpub2", "[{id: 7, title: a}, {id: 7, title: b}]")],
)
def test_a_failed_import_is_one_line_and_writes_nothing(
    kind: str, papers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = aclpub2_folder(tmp_path / "export", papers=papers)
    assert main([kind, str(source), str(tmp_path / "e")]) == 1
    assert not (tmp_path / "e").exists()
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1


@pytest.mark.parametrize(("kind", "top"), [("zip", "."), ("zip", "export"), ("gztar", "export")])
def test_a_packed_export_is_read_as_its_folder_is(kind: str, top: str, tmp_path: Path) -> None:
    folder = aclpub2_folder(tmp_path / "down/export")
    plain = imported("aclpub2", folder, tmp_path / "plain")
    packed = shutil.make_archive(str(tmp_path / "download"), kind, folder.parent if top == "export" else folder, top)
    assert imported("aclpub2", Path(packed), tmp_path / "e") == plain
    assert (tmp_path / "e/papers/7.pdf").read_bytes() == (tmp_path / "plain/papers/7.pdf").read_bytes()


def test_what_says_how_a_packed_table_is_read_may_lie_beside_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("papers.csv", "No,Paper,People\n7,Fast,Ada Sample\n")
    columns = "columns: {id: No, title: Paper}\nauthors: {layout: string, columns: {name: People}}\n"
    (tmp_path / "import.yml").write_text(columns)
    edition = imported("csv", tmp_path / "export.zip", tmp_path / "e")
    assert [(each.id, each.title) for each in edition.papers] == [("7", "Fast")]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["../7.pdf"], 'has a file "../7.pdf" that would be written outside its folder'),
        (["/etc/7.pdf"], "would be written outside its folder"),
        (["papers.yml", "Papers.yml"], "differ in capitals alone"),
        (["a", "a/b"], "unpack it yourself"),
        (["notes.txt"], "export.zip: no papers.yml here"),
    ],
)
def test_an_archive_that_nobody_should_unpack_is_refused_in_one_line(
    names: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert main(["aclpub2", str(tmp_path / "export.zip"), str(tmp_path / "e")]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1
    assert {each.name for each in tmp_path.iterdir()} == {"export.zip"}


def test_an_archive_of_another_kind_is_to_be_unpacked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "export.7z").write_bytes(b"7z")
    assert main(["easychair", str(tmp_path / "export.7z"), str(tmp_path / "e")]) == 1
    assert "unpack it" in capsys.readouterr().err


def test_the_file_of_the_papers_stands_for_its_folder(tmp_path: Path) -> None:
    papers = aclpub2_folder(tmp_path / "export") / "papers.yml"
    assert len(imported("aclpub2", papers, tmp_path / "e").papers) == 3


def test_an_edition_that_is_there_is_compared_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path / "e", {"metadata/proceedings.yml": "title: Mine\n", "metadata/papers/7.yml": "title: Fast\n"})
    assert main(["aclpub2", str(aclpub2_folder(tmp_path / "export")), str(tmp_path / "e")]) == 0
    said = capsys.readouterr().out
    assert "7  title: Fast -> Fast BERT: 50% of $O(n^2)$ & more  (edited here, and kept)" in said
    assert '30  is new: "A Third Paper"  (TAKE=papers adds it)' in said
    assert {path.name for path in (tmp_path / "e").rglob("*.*")} == {"proceedings.yml", "7.yml"}


def test_what_was_named_is_taken_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = aclpub2_folder(tmp_path / "export")
    imported("aclpub2", source, tmp_path / "e")
    papers = (source / "papers.yml").read_text("utf-8").replace("A Third Paper", "A Third Study")
    (source / "papers.yml").write_text(papers, "utf-8")
    assert main(["aclpub2", str(source), str(tmp_path / "e"), "--take", "title,authors"]) == 0
    assert "30  title: A Third Paper -> A Third Study  (taken)\n" in capsys.readouterr().out
    assert "title: A Third Study\n" in (tmp_path / "e/metadata/papers/30.yml").read_text("utf-8")


def test_a_field_that_no_export_has_is_asked_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aclpub2", str(tmp_path), str(tmp_path / "e"), "--take", "titel"]) == 1
    assert capsys.readouterr().err == "import: nothing of an export is called 'titel'. Did you mean \"title\"?\n"


@needs_corpora
@pytest.mark.corpora
def test_the_sigdial_volume_is_imported_whole(tmp_path: Path) -> None:
    edition = imported("aclpub2", CORPORA / "volumes/sigdial2022-acl", tmp_path / "e")
    archival = [paper for paper in edition.papers if paper.status == "accepted"]
    present = {path.stem for path in (tmp_path / "e/papers").glob("*.pdf")}
    assert [paper.id for paper in edition.papers if paper.status == "non-archival"] == ["4"]
    assert {paper.id for paper in archival} - present == {"28"}
    assert len(archival) == 40
    assert archival[0].id == "22"
    assert all(session.title for session in edition.sessions)
    by_id = {paper.id: paper for paper in archival}
    assert author_list(by_id["11"].authors) == "Ramiro H. Gálvez, Lara Gauder, Jordi Luque and Agustín Gravano"
    assert (by_id["98"].abstract or "").count("75.4%") == 1
    assert edition.volume.isbn == "978-1-952148-02-6"
    assert edition.front_matter[0].title == "Introduction"


@needs_corpora
@pytest.mark.corpora
def test_the_sigturk_volume_is_imported_whole(tmp_path: Path) -> None:
    edition = imported("aclpub2", CORPORA / "volumes/sigturk2026-acl", tmp_path / "e")
    present = {path.stem for path in (tmp_path / "e/papers").glob("*.pdf")}
    assert {paper.id for paper in edition.papers} - present == {"25"}
    by_id = {paper.id: paper for paper in edition.papers}
    assert "naïve" in (by_id["13"].abstract or "")
    assert by_id["5"].authors[2].given == "Nehir İlkim"
    assert "English–Turkish" in by_id["28"].title


@needs_corpora
@pytest.mark.corpora
def test_the_easychair_sample_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = imported("easychair", CORPORA / "metadata/easychair-extra-synthetic", tmp_path / "e")
    assert len(edition.papers) == 180
    assert all(paper.authors and paper.abstract and paper.keywords for paper in edition.papers)
    assert len(capsys.readouterr().err.splitlines()) < 10


@needs_corpora
@pytest.mark.corpora
@pytest.mark.parametrize(
    ("kind", "file", "papers", "authors"),
    [
        ("hotcrp", "hotcrp/hotcrp-example_submissions.json", 2, 3),
        ("hotcrp", "hotcrp/hotcrp-test-db.json", 30, 90),
        ("acm", "acm-csv/acm-proceedings-enhanced-sample.csv", 5, 11),
        ("pcs", "ieeevr2024/ieeevr2024-journalpapers.csv", 79, 380),
        ("pmlr", "nime-bib/nime2018.bib", 92, 240),
        ("pmlr", "nime-bib/nime2023.bib", 99, 267),
        ("pmlr", "../volumes/pmlr-v103-isipta2019", 51, 104),
    ],
)
def test_the_samples_of_other_systems_are_imported(
    kind: str, file: str, papers: int, authors: int, tmp_path: Path
) -> None:
    edition = imported(kind, CORPORA / "metadata" / file, tmp_path / "e")
    assert (len(edition.papers), sum(len(paper.authors) for paper in edition.papers)) == (papers, authors)
