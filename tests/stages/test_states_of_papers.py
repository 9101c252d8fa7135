"""Every state a paper can be in, through all stages: what each output says of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pypdf
import pytest

from metadata_makers import PAPER, PROCEEDINGS, edition_folder
from pdf_makers import paper_pdf
from proceedings.records.finding import Finding, FindingsFile
from proceedings.records.proof import Proof
from proceedings.records.record_files import read_records
from stage_chain import build
from typeset_reading import whole_text

STATES = {
    "here": "",
    "gone": "status: withdrawn\n",
    "talk": "status: non-archival\n",
    "late": "expected_pages: 3\n",
    "far": "collected_by: publisher\nexpected_pages: 2\n",
    "last": "",
}
NAMES = {"here": "Here", "gone": "Gone", "talk": "Talk", "late": "Late", "far": "Far", "last": "Last"}
MORE = """\
publisher: springer
page_budget: {min: 2, expected: 9, max: 20}
"""


def described(id: str) -> str:
    """The metadata of a paper whose author and title are called like its state."""
    return PAPER.replace("Ada", NAMES[id]).replace("Deep Learning", f"{NAMES[id]} Learning") + STATES[id]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an edition with a paper in every state, all in one session."""
    folder = tmp_path_factory.mktemp("edition")
    metadata = {f"papers/{id}.yml": described(id) for id in STATES}
    edition_folder(folder, *STATES, **metadata, **{"proceedings.yml": PROCEEDINGS + MORE})
    for id in ("late", "far"):
        (folder / f"papers/{id}.pdf").unlink()
    for id in ("here", "gone", "talk", "last"):
        paper_pdf(folder / f"papers/{id}.pdf", 2, title=f"{NAMES[id]} Learning on a Sample Machine")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        build(*STATES)
    return folder / "output"


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def findings(built: Path) -> tuple[Finding, ...]:
    return read_records(built / "findings.json", FindingsFile).findings


def test_only_accepted_papers_have_pages_and_those_that_are_not_there_keep_the_expected_ones(built: Path) -> None:
    pages = {id: (row["first_page"], row["last_page"]) for id, row in rows(built / "papers.csv").items()}
    assert pages == {"here": ("1", "2"), "late": ("3", "5"), "far": ("6", "7"), "last": ("8", "9")}


def test_only_papers_that_are_there_have_a_hash_a_file_and_an_entry(built: Path) -> None:
    there = {"here", "last"}
    assert {id for id, row in rows(built / "papers.csv").items() if row["sha256"]} == there
    assert {path.stem for path in (built / "papers").iterdir()} == there
    entries = (built / "proceedings.bib").read_text("utf-8")
    assert [name for name in NAMES.values() if f"{name} Learning" in entries.replace("{", "").replace("}", "")] == [
        *("Here", "Last")
    ]


def test_a_placeholder_says_whether_the_paper_is_awaited_or_with_the_publisher(built: Path) -> None:
    volume = pypdf.PdfReader(built / "proceedings.pdf")
    late, far = (volume.pages[volume.page_labels.index(label)].extract_text() for label in ("3", "6"))
    assert "has not arrived" in late
    assert "The publisher collects the camera-ready paper" in far


def test_withdrawn_and_non_archival_papers_stand_nowhere_in_the_volume(built: Path) -> None:
    text = whole_text((built / "proceedings.pdf").read_bytes())
    outlined = str(pypdf.PdfReader(built / "proceedings.pdf").outline)
    for name in ("Gone", "Talk"):
        assert f"{name} Learning" not in text + outlined
        assert f"Sample, {name}" not in text
    assert "Sample, Here" in text and "Sample, Far" in text


def test_the_proof_finds_no_disagreement(built: Path) -> None:
    proof = read_records(built / "proof.json", Proof)
    assert not proof.mismatches


def test_only_a_paper_that_is_expected_here_blocks(built: Path) -> None:
    absent = {each.paper: each.severity for each in findings(built) if each.code == "camera-ready-missing"}
    assert absent == {"late": "error", "far": "info"}
    assert not any(each.paper in ("gone", "talk") for each in findings(built))


def test_the_report_has_a_row_for_every_paper_with_its_state(built: Path) -> None:
    page = (built / "report/index.html").read_text("utf-8")
    for id, stands in {"gone": "withdrawn", "talk": "non-archival", "late": "missing", "far": "with-publisher"}.items():
        assert f'<tr id="paper-{id}" class="paper {stands}"' in page
    assert "1 is with the publisher (far)" in page


def test_the_joint_editor_is_told_which_papers_are_not_included(built: Path) -> None:
    states = {id: row["state"] for id, row in rows(built / "editorial/papers.csv").items()}
    assert states == {"here": "included", "late": "missing", "far": "with the publisher", "last": "included"}
    assert "Talk" not in (built / "editorial/contents.md").read_text("utf-8")
    assert "Sample, Gone" not in (built / "editorial/authors.csv").read_text("utf-8-sig")


def test_pages_that_are_expected_count_in_the_budget(built: Path) -> None:
    assert not [each for each in findings(built) if each.code == "page-budget"]


def test_the_authors_of_every_paper_are_told_where_it_stands(built: Path) -> None:
    letters = {id: " ".join((built / f"proofs/{id}.txt").read_text("utf-8").split()) for id in STATES}
    assert "on record as withdrawn" in letters["gone"]
    assert "stands in the programme, and not in the volume" in letters["talk"]
    assert "Send us the final PDF" in letters["late"]
    assert "The publisher collects the file" in letters["far"] and "Send us the final PDF" not in letters["far"]
    assert [id for id, letter in letters.items() if "We enter your yes" in letter] == ["here", "last"]
    for id, letter in letters.items():
        assert ("here.pdf" in letter, "last.pdf" in letter) == (id == "here", id == "last")
