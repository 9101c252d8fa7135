"""The stage that writes the authors' proofs."""

from __future__ import annotations

import json
import time
from pathlib import Path

import msgspec
import pytest

from builders import edition, facts
from proceedings.proofs.build import ReceivedFile, ReceivedPage, papers_of
from proceedings.proofs.folder import proof_files
from proceedings.publisher import load_policy
from proceedings.records.finding import FindingsFile
from proceedings.records.pictures import PicturesFile
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.proof import Proof
from proceedings.records.record_files import write_records
from proof_makers import LACKING, described, found, order, proved, volume
from write_proofs import main

FILES = {
    "--edition": "work/papers.json",
    "--findings": "findings.json",
    "--pagination": "work/pagination.json",
    "--proof": "proof.json",
    "--pictures": "work/pictures.json",
    "--facts": "work/facts/00.json",
    "--orders": "work/stamp_orders/00.json",
    "--folder": "proofs",
    "--record": "work/proofs.json",
}


def arguments(output: Path) -> list[str]:
    return [word for option, name in FILES.items() for word in (option, str(output / name))]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A build of a paper that came and of one that did not."""
    here, away = described("017"), described("021")
    places = (
        Placement(paper="017", last_page=3),
        Placement(paper="021", first_page=4, last_page=4, standing="missing"),
    )
    missing = msgspec.structs.replace(found("camera-ready-missing"), paper="021")
    write_records(tmp_path / "work/papers.json", edition(here, away, volume=volume()))
    write_records(tmp_path / "findings.json", FindingsFile(findings=(missing,)))
    write_records(tmp_path / "work/pagination.json", Pagination(placements=places))
    write_records(tmp_path / "proof.json", Proof(papers=(proved("017"), proved("021", present=False))))
    write_records(tmp_path / "work/pictures.json", PicturesFile())
    write_records(tmp_path / "work/facts/00.json", [facts("017", 3)])
    write_records(tmp_path / "work/stamp_orders/00.json", [order("017")])
    return tmp_path


def test_every_paper_has_a_page_and_a_letter_and_nobody_else_has(output: Path) -> None:
    (output / "proofs").mkdir()
    (output / "proofs/003.html").write_text("of last year", "utf-8")
    assert main(arguments(output)) == 0
    names = {"017.html", "017.txt", "021.html", "021.txt"}
    assert {path.name for path in (output / "proofs").iterdir()} == names
    assert {each["file"] for each in json.loads((output / "work/proofs.json").read_bytes())["proofs"]} == names
    assert "There is nothing to approve" not in (output / "proofs/017.txt").read_text("utf-8")
    assert "Send us the final PDF" in (output / "proofs/021.txt").read_text("utf-8")


def test_the_same_inputs_give_the_same_bytes_and_name_no_folder(output: Path) -> None:
    main(arguments(output))
    first = {path.name: path.read_bytes() for path in (output / "proofs").iterdir()}
    main(arguments(output))
    assert {path.name: path.read_bytes() for path in (output / "proofs").iterdir()} == first
    assert not [name for name, content in first.items() if str(output).encode() in content]


def test_without_a_volume_there_is_one_line_and_no_proof(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "proof.json").unlink()
    assert main(arguments(output)) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (output / "proofs").exists()


def test_a_paper_costs_milliseconds() -> None:
    papers = tuple(described(f"{number:04}", reproducibility=LACKING) for number in range(200))
    ids = tuple(each.id for each in papers)
    places = [Placement(paper=id, first_page=3 * n + 1, last_page=3 * n + 3) for n, id in enumerate(ids)]
    built = papers_of(
        edition(*papers, volume=volume(), sessions=(Session(title="All", papers=ids),)),
        load_policy("own"),
        [msgspec.structs.replace(found(page=3), paper=id) for id in ids],
        files=[ReceivedFile(paper=id, sha256="a" * 64, pages=(ReceivedPage(),)) for id in ids],
        pagination=Pagination(placements=tuple(places)),
        orders=[order(id) for id in ids],
        proof=Proof(papers=tuple(map(proved, ids))),
    )
    began = time.process_time()
    assert len(list(proof_files(built))) == 400
    assert time.process_time() - began < 4
