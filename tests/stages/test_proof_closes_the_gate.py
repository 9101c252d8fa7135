"""A disagreement of each kind is planted in a right volume: verified, gathered and weighed, it closes the gate."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem

import gather_findings
import require_camera_ready
import verify_volume
from builders import facts
from pdf_makers import add_annotation
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.publisher import load_policy
from proceedings.records.placement import Bookmark, TypesetPart
from proceedings.records.proof import Agreement, Proof
from proceedings.records.record_files import read_records, write_records
from proceedings.records.reproducibility import Dataset, Reproducibility
from verification_makers import EDITION, LAYOUT, PAGINATION, Finished, describe, finished, label, write_table

WORK = Path("output/work")
FIRST = LAYOUT.front.pages
PARTS = ("front_matter", "author_index", "keyword_index")


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A right edition with all that the stages read."""
    folder = tmp_path_factory.mktemp("right")
    made = finished(folder)
    policy = load_policy("own")
    (folder / "proceedings.ris").write_bytes(write_ris(EDITION, PAGINATION, policy))
    (folder / "proceedings.csl.json").write_bytes(write_csl_json(EDITION, PAGINATION, policy))
    write_records(folder / WORK / "papers.json", EDITION)
    write_records(folder / WORK / "pagination.json", PAGINATION)
    write_records(folder / WORK / "facts/0.json", [facts("017", pages=3), facts("021", pages=3)])
    for stem, part in zip(PARTS, (LAYOUT.front, LAYOUT.index, TypesetPart()), strict=True):
        write_records(folder / WORK / "parts" / f"{stem}.json", part)
    assert made.places.volume.is_file()
    return folder


@pytest.fixture
def made(right: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Finished:
    shutil.copytree(right, tmp_path / "edition")
    monkeypatch.chdir(tmp_path / "edition")
    return Finished(Path())


def gate(made: Finished) -> tuple[int, Proof]:
    """Verify, gather, ask the gate: its exit status, and the proof."""
    places = made.places
    paths = {
        "edition": WORK / "papers.json",
        "pagination": WORK / "pagination.json",
        "volume": places.volume,
        "papers": places.papers,
        "table": places.table,
        "bibliography": places.bibliography,
        "facts-folder": WORK / "facts",
        "parts": WORK / "parts",
        "proof": Path("output/proof.json"),
        "findings": WORK / "verified.json",
    }
    assert verify_volume.main(_words(paths)) == 0
    paths = {"edition": WORK / "papers.json", "output": Path("output/findings.json"), "strict": WORK / "strict.json"}
    assert gather_findings.main([*_words(paths), str(WORK / "verified.json")]) == 0
    paths = {"edition": paths["edition"], "findings": paths["output"]}
    paths |= {"blocked": WORK / "blocked.txt", "output": WORK / "gate.txt"}
    return require_camera_ready.main(_words(paths)), read_records(Path("output/proof.json"), Proof)


def _words(paths: dict[str, Path]) -> list[str]:
    return [word for name, path in paths.items() for word in (f"--{name}", str(path))]


Plant = Callable[[Finished], object]


def in_volume(change: Callable[[pikepdf.Pdf], object]) -> Plant:
    return lambda made: made.edit_volume(change)


def in_stamped(change: Callable[[pikepdf.Pdf], object]) -> Plant:
    """The paper and its hash are changed, so that only the change itself is wrong."""

    def plant(made: Finished) -> None:
        made.edit(made.places.papers / "017.pdf", change)
        write_table(made)

    return plant


def in_file(name: str, before: str, after: str) -> Plant:
    def plant(made: Finished) -> None:
        path = made.folder / name
        written = path.read_bytes()
        assert before.encode() in written
        path.write_bytes(written.replace(before.encode(), after.encode()))

    return plant


def highlight(pdf: pikepdf.Pdf) -> None:
    add_annotation(pdf, pdf.pages[0], Dictionary(Subtype=Name.Highlight, Rect=Array([100, 500, 200, 512])))


def unstamp(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].obj.Resources.XObject
    pdf.pages[-1].obj.Contents = Array([*list(pdf.pages[-1].obj.Contents)[:-1], pdf.make_stream(b"Q")])


def swap_pages(pdf: pikepdf.Pdf) -> None:
    first, second = pdf.pages[FIRST].obj, pdf.pages[FIRST + 1].obj
    first.Contents, second.Contents = second.Contents, first.Contents


def lose_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[FIRST + 1].obj.Annots.pop()


def move_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[2].children[1] = OutlineItem("Waiting for the Slowest Rank", FIRST)


def lead_astray(page: int) -> Plant:
    """All links of a typeset page lead to the volume's last page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for each in pdf.pages[page].obj.Annots:
            each.A.D = Array([pdf.pages[-1].obj, Name.Fit])

    return in_volume(change)


def index_of_keywords(made: Finished) -> None:
    """The page of the author index is called one of keywords, which it does not show."""
    papers = tuple(msgspec.structs.replace(each, keywords=("allreduce",)) for each in EDITION.papers)
    work = made.folder / WORK
    write_records(work / "papers.json", msgspec.structs.replace(EDITION, papers=papers))
    write_records(work / "parts/author_index.json", TypesetPart())
    write_records(work / "parts/keyword_index.json", LAYOUT.index)


def index_of_datasets(made: Finished) -> None:
    """The page of the author index is called the artifact appendix's index of datasets, which it does not show."""
    block = Reproducibility(datasets=(Dataset(name="ImageNet"),))
    papers = tuple(msgspec.structs.replace(each, reproducibility=block) for each in EDITION.papers)
    work = made.folder / WORK
    write_records(work / "papers.json", msgspec.structs.replace(EDITION, papers=papers))
    write_records(work / "parts/author_index.json", TypesetPart())
    marks = (Bookmark(title="Index of Datasets"),)
    write_records(work / "parts/artifact_appendix.json", TypesetPart(pages=1, bookmarks=marks))


def use_font(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].obj.Resources.Font["/Plain"] = font


def repeat_labels(pdf: pikepdf.Pdf) -> None:
    label(pdf, {0: Dictionary(S=Name.r), 2: Dictionary(S=Name.D), 8: Dictionary(S=Name.D, St=2)})


def say_a_page_more(made: Finished) -> None:
    write_records(made.folder / WORK / "facts/0.json", [facts("017", pages=4), facts("021", pages=3)])


def fill_placeholder(pdf: pikepdf.Pdf) -> None:
    pdf.pages[FIRST + 6].obj.Contents = pdf.make_stream(b"")


OF_A_PAPER: list[tuple[str, Plant]] = [
    ("pagination", say_a_page_more),
    ("labels", in_stamped(lambda pdf: label(pdf, {0: Dictionary(S=Name.D, St=5)}))),
    ("stamp", in_stamped(unstamp)),
    ("content", in_volume(swap_pages)),
    ("links", in_volume(lose_link)),
    ("fidelity", in_stamped(highlight)),
    ("outline", in_volume(move_bookmark)),
    ("contents", lead_astray(1)),
    ("index", lead_astray(-1)),
    ("keywords", index_of_keywords),
    ("artifacts", index_of_datasets),
    ("table", in_file("papers.csv", "Ada Sample", "Ada Simple")),
    ("bibliography", in_file("proceedings.bib", "{1--3}", "{1--2}")),
    ("bibliography", in_file("proceedings.ris", "EP  - 3", "EP  - 2")),
    ("bibliography", in_file("proceedings.csl.json", '"1-3"', '"1-2"')),
    ("sha256", lambda made: (made.places.papers / "017.pdf").open("ab").write(b"\n")),
]

OF_THE_VOLUME: list[tuple[str, Plant]] = [
    ("cannot be read as a PDF", lambda made: made.places.volume.write_bytes(b"%PDF-1.5 cut")),
    ("papers.csv: cannot be read", lambda made: made.places.table.unlink()),
    ("proceedings.ris: cannot be read", lambda _: Path("proceedings.ris").write_bytes(b"\xff")),
    ("proceedings.csl.json: cannot be read", lambda _: Path("proceedings.csl.json").write_text("[1]")),
    ("11 pages, and there are 6 of papers, 3 of front", in_volume(pikepdf.Pdf.add_blank_page)),
    ("page 7 stands in for paper 033 and does not name it", in_volume(fill_placeholder)),
    ('page 9 is labelled "2" instead of "7"', in_volume(repeat_labels)),
    ("does not carry the volume's title", in_volume(lambda pdf: describe(pdf, "Untitled"))),
    ("the font Helvetica is not embedded", in_volume(use_font)),
    ('the page number "1" leads to page 8', lead_astray(1)),
    ("999.pdf belongs to no paper", lambda _: shutil.copy("stamped/017.pdf", "stamped/999.pdf")),
    ("papers.csv lists 3 papers, the volume 3, or in another order", in_file("papers.csv", "033,Papers", "")),
]


def test_a_right_volume_passes(made: Finished) -> None:
    status, proof = gate(made)
    assert (status, proof.mismatches) == (0, ())
    assert all(kind in (True, None) for paper in proof.papers for kind in msgspec.structs.astuple(paper.agrees))


def test_each_witness_of_a_paper_is_contradicted_once() -> None:
    assert {kind for kind, _ in OF_A_PAPER} == set(Agreement.__struct_fields__)


@pytest.mark.parametrize(("kind", "plant"), OF_A_PAPER)
def test_a_disagreement_about_a_paper_closes_the_gate(made: Finished, kind: str, plant: Plant) -> None:
    plant(made)
    status, proof = gate(made)
    assert status == 1
    assert any(getattr(paper.agrees, kind) is False for paper in proof.papers), proof.mismatches


@pytest.mark.parametrize(("says", "plant"), OF_THE_VOLUME)
def test_a_disagreement_about_the_volume_closes_the_gate(made: Finished, says: str, plant: Plant) -> None:
    plant(made)
    status, proof = gate(made)
    assert status == 1
    assert any(says in each for each in proof.mismatches), proof.mismatches
