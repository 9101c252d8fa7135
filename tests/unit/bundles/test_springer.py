"""Springer's bundle: a folder a paper with PDF, sources and form, and refused with all that is missing."""

from __future__ import annotations

import csv
import io
import tarfile
from pathlib import Path

import msgspec
import pytest

from bundle_makers import TEX, ada, archive, built, pack, packed, two_papers
from proceedings.records.edition import Edition, Waiver
from proceedings.records.paper import PaperFiles

NUMBERED = two_papers(number="11887", isbn="978-3-030-34355-2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = built(tmp_path_factory.mktemp("springer"), NUMBERED)
    assert pack(place, "springer") == 0
    return place


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def readme(place: Path, name: str) -> str:
    return " ".join(packed(place, name)["README.txt"].decode().split())


def test_every_paper_has_a_folder_named_by_volume_and_first_page_with_its_files_as_they_came(folder: Path) -> None:
    held, first = packed(folder), "118870001/12"
    for ending in (".pdf", ".zip", "-rights.pdf"):
        assert held[f"{first}{ending}"] == (folder / f"papers/12{ending}").read_bytes()
    assert [row["folder"] for row in rows(held["contents.csv"])] == ["118870001", "118870005"]
    assert not any(name.startswith("papers/") for name in held)


def test_without_a_number_folders_are_named_by_place_and_id(folder: Path) -> None:
    assert pack(folder, "springer", two_papers(number="pending"), "early") == 0
    assert {"01-12/12.pdf", "02-7/7.zip"} <= set(packed(folder, "early"))
    assert "The metadata lacks the number of the volume and the ISBN." in readme(folder, "early")


def test_the_contents_say_part_authors_contact_and_what_is_there(folder: Path) -> None:
    first, second = rows(packed(folder)["contents.csv"])
    assert (first["part"], first["id"], first["running_head"], first["pages"]) == ("Scale", "12", "Fast", "1-4")
    assert first["authors"] == "Ada van der Berg Jr.; Mausam; Ngọc Trần"
    assert (first["corresponding_author"], first["email"]) == ("Ada van der Berg Jr.", "ada@example.org")
    assert (first["source"], first["licence_to_publish"]) == ("yes", "yes")
    assert second["title"] == "'=Sum of Parts"


def test_proofs_go_to_one_contact_a_paper(folder: Path) -> None:
    contacts = rows(packed(folder)["contacts.csv"])
    assert [(row["paper"], row["email"]) for row in contacts] == [("12", "ada@example.org"), ("7", "a@example.org")]


def test_front_matter_goes_as_text(folder: Path) -> None:
    held = packed(folder)
    files = {f"frontmatter/{name}" for name in ("title-page.md", "preface.md", "organisation.tex", "contents.md")}
    assert {*files, "frontmatter/front-matter.docx"} <= set(held)
    assert "- Volume: 11887" in held["frontmatter/title-page.md"].decode()
    assert "frontmatter/papers.csv" not in held


def test_a_complete_bundle_says_so_and_claims_no_acceptance(folder: Path) -> None:
    said = readme(folder, "bundle")
    assert "Nothing that we know of is missing." in said and "Nobody at Springer has confirmed" in said


def test_two_runs_make_the_same_bytes(folder: Path) -> None:
    assert pack(folder, "springer", NUMBERED, "again") == 0
    assert (folder / "again.zip").read_bytes() == (folder / "bundle.zip").read_bytes()


def lacking(place: Path) -> Edition:
    """Paper 12 has neither sources nor form, paper 7 two corresponding authors and sources that lead out."""
    edition = NUMBERED
    built(place, edition)
    (place / "papers/12.zip").unlink()
    (place / "papers/12-rights.pdf").unlink()
    archive(place / "papers/7.zip", {"paper.tex": "\\documentclass{llncs}\\begin{document}", "../out.tex": ""})
    first, second = edition.papers
    return msgspec.structs.replace(
        edition, papers=(first, msgspec.structs.replace(second, authors=(ada(), ada(email="b@example.org"))))
    )


def test_all_that_is_missing_is_told_at_once_and_what_is_waived_in_the_readme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = lacking(tmp_path / "edition")
    assert pack(tmp_path / "edition", "springer", edition, "refused") == 1
    assert capsys.readouterr().err.splitlines()[1:-1] == [
        "  papers/12.zip is missing: Springer builds from sources.",
        "  papers/12-rights.pdf is missing: Springer asks for the signed licence to publish.",
        '  papers/7.zip has a file "../out.tex" that would be written outside its folder.',
        "  paper 7 has 2 corresponding authors: Springer asks for exactly one, with an e-mail address.",
    ]
    assert not (tmp_path / "edition/refused.zip").exists()
    codes = (("12", "source-missing"), ("12", "rights-missing"), ("7", "source-mismatch"), ("7", "contact-author"))
    waived = tuple(Waiver(paper=id, code=code, reason="agreed") for id, code in codes)
    assert pack(tmp_path / "edition", "springer", msgspec.structs.replace(edition, waivers=waived), "waived") == 0
    assert "- papers/12.zip is missing: Springer builds from sources." in readme(tmp_path / "edition", "waived")


def test_sources_that_came_as_a_tar_or_as_a_document_are_sent_under_their_own_ending(tmp_path: Path) -> None:
    place = built(tmp_path / "edition", NUMBERED)
    for id in ("12", "7"):
        (place / f"papers/{id}.zip").unlink()
    with tarfile.open(place / "papers/12.TGZ", "w:gz") as tar:
        entry = tarfile.TarInfo("paper.tex")
        entry.size = len(TEX["paper.tex"])
        tar.addfile(entry, io.BytesIO(TEX["paper.tex"].encode()))
    (place / "papers/7.rtf").write_bytes(b"{\\rtf1 By hand}")
    assert pack(place, "springer") == 0
    held = packed(place)
    assert held["118870001/12.tgz"] == (place / "papers/12.TGZ").read_bytes()
    assert held["118870005/7.rtf"] == (place / "papers/7.rtf").read_bytes()
    assert "- The sources of paper 12 have neither a .bib nor a .bbl file." in readme(place, "bundle")


def test_an_orcid_that_cannot_be_true_is_in_no_list(folder: Path) -> None:
    first, second = NUMBERED.papers
    mistyped = msgspec.structs.replace(second, authors=(ada(email="a@example.org", orcid="0000-0002-1825-0098"),))
    assert pack(folder, "springer", msgspec.structs.replace(NUMBERED, papers=(first, mistyped)), "mistyped") == 0
    held = packed(folder, "mistyped")
    assert [row["orcid"] for row in rows(held["contacts.csv"])] == ["0000-0002-1825-0097", ""]


def test_a_file_outside_papers_goes_to_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "private.pdf").write_bytes(b"private")
    first, second = NUMBERED.papers
    for name in ("../private.pdf", str(folder / "private.pdf")):
        led_out = msgspec.structs.replace(second, files=PaperFiles(rights=name))
        assert pack(folder, "springer", msgspec.structs.replace(NUMBERED, papers=(first, led_out)), "out") == 1
        assert "papers/7-rights.pdf is missing" in capsys.readouterr().err


def test_a_photograph_of_a_form_is_not_sent_as_a_pdf(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "papers/form.jpg").write_bytes(b"\xff\xd8\xff")
    first, second = NUMBERED.papers
    photographed = msgspec.structs.replace(second, files=PaperFiles(rights="form.jpg"))
    assert pack(folder, "springer", msgspec.structs.replace(NUMBERED, papers=(first, photographed)), "photo") == 1
    assert "papers/7-rights.pdf is missing" in capsys.readouterr().err
