from __future__ import annotations

from pathlib import Path

from builders import edition, paper
from proceedings.records.placement import Pagination, Placement, StampedPaper
from proceedings.records.volume import Editor, Volume
from proceedings.volume.pdf_tags import LostTags
from proceedings.volume.pdf_volume import Assembled
from proceedings.volume.volume_assembly import (
    assembly_findings,
    read_parts,
    sync_papers,
    usable_papers,
    volume_description,
)

PLACES = Pagination(
    placements=(
        Placement(paper="a", first_page=1, last_page=2),
        Placement(paper="b", first_page=3, last_page=4),
        Placement(paper="c", first_page=5, last_page=6, standing="missing"),
    )
)
BATCH = Path("stamped/00")


def stamped(paper: str, pages: int = 2, problem: str | None = None, links: int = 0) -> StampedPaper:
    return StampedPaper(paper=paper, file=f"{paper}.pdf", pages=pages, problem=problem, internal_links=links)


def test_papers_that_fit_their_place_are_used() -> None:
    papers = usable_papers(PLACES, {BATCH: [stamped("a"), stamped("b")]})
    assert papers.files == {"a": BATCH / "a.pdf", "b": BATCH / "b.pdf"}
    assert papers.findings == []


def test_each_paper_that_is_not_there_or_does_not_fit_is_one_finding() -> None:
    papers = usable_papers(PLACES, {BATCH: [stamped("a", pages=3)]})
    assert papers.files == {}
    assert [(each.paper, each.code) for each in papers.findings] == [("a", "damaged-pdf"), ("b", "damaged-pdf")]
    assert "3 pages" in papers.findings[0].message


def test_the_problem_of_stamping_is_told() -> None:
    papers = usable_papers(PLACES, {BATCH: [stamped("a", problem="papers/a.pdf is cut."), stamped("b")]})
    (finding,) = papers.findings
    assert "papers/a.pdf is cut." in finding.message


def test_lost_links_and_dropped_tags_are_told() -> None:
    records = {"a": stamped("a", links=3), "b": stamped("b", links=2)}
    assembled = Assembled(links={"a": 3, "b": 1}, dangling=("paper.x",), untagged={"a": LostTags("no root")})
    found = list(assembly_findings(assembled, records))
    assert [(each.code, each.paper, each.severity) for each in found] == [
        ("link-lost", "b", "error"),
        ("link-lost", None, "error"),
        ("structure-lost", "a", "info"),
    ]
    assert list(assembly_findings(Assembled({"a": 3, "b": 2}, (), {}), records)) == []


def test_the_folder_of_papers_follows_the_stamped_files(tmp_path: Path) -> None:
    source, papers = tmp_path / "a.pdf", tmp_path / "papers"
    source.write_bytes(b"one")
    sync_papers(papers, {"a": source})
    (papers / "b.pdf").write_bytes(b"left over")
    (papers / "notes.txt").write_bytes(b"not ours")
    source.write_bytes(b"two")
    sync_papers(papers, {"a": source})
    assert {path.name: path.read_bytes() for path in papers.iterdir()} == {"a.pdf": b"two", "notes.txt": b"not ours"}


def test_a_part_without_a_record_is_absent(tmp_path: Path) -> None:
    assert read_parts(tmp_path) == {}


def test_the_volume_is_described_by_its_metadata() -> None:
    volume = Volume(
        title="Proceedings", editors=(Editor(given="Ada", family="Sample"),), isbn="pending", doi="10.5555/v"
    )
    description = volume_description(edition(paper("a"), volume=volume))
    assert description.authors == ("Ada Sample",)
    assert (description.isbn, description.doi) == (None, "10.5555/v")
