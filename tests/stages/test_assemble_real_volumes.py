"""Published papers, stamped and assembled; every internal link is followed before and after."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

import assemble_volume
import builders
import stamp_papers
from link_oracle import LinkOracle
from proceedings.records.finding import Finding
from proceedings.records.placement import Pagination, Placement, StampedPaper
from proceedings.records.programme import Session
from proceedings.records.record_files import read_records, write_records
from stamp_makers import order

VOLUMES = Path(__file__).parents[2].parent / "shared/corpora/volumes"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not VOLUMES.is_dir(), reason="the shared corpora are not beside the repository"),
]


@pytest.mark.parametrize(
    ("volume", "left_out", "links"), [("sigdial2022-acl", {"4"}, 3621), ("sigturk2026-acl", set(), 1964)]
)
def test_every_internal_link_of_a_published_volume_lands(
    volume: str, left_out: set[str], links: int, tmp_path: Path
) -> None:
    papers = VOLUMES / volume / "papers"
    ids = sorted(path.stem for path in papers.glob("*.pdf") if path.stem not in left_out)
    placements, first = [], 1
    for paper in ids:
        with pikepdf.open(papers / f"{paper}.pdf") as pdf:
            pages = len(pdf.pages)
        placements.append(Placement(paper=paper, first_page=first, last_page=first + pages - 1))
        first += pages
    _build(tmp_path, papers, Pagination(placements=tuple(placements), next_page=first))

    whole = LinkOracle(tmp_path / "proceedings.pdf").landings()
    total = 0
    for place in placements:
        before = [link for link in LinkOracle(papers / f"{place.paper}.pdf").landings() if link.target is not None]
        start, end = place.first_page - 1, place.last_page
        after = [
            link._replace(page=link.page - start, target=link.target - start)
            for link in whole
            if start <= link.page < end and link.target is not None
        ]
        assert LinkOracle(tmp_path / "stamped/00" / f"{place.paper}.pdf").landings() == before
        assert after == before
        total += len(before)
    assert total == links
    assert read_records(tmp_path / "findings.json", list[Finding]) == []


def _build(folder: Path, papers: Path, pagination: Pagination) -> None:
    ids = [each.paper for each in pagination.placements]
    write_records(folder / "pagination.json", pagination)
    write_records(
        folder / "edition.json",
        builders.edition(*map(builders.paper, ids), sessions=(Session(title="All", papers=tuple(ids)),)),
    )
    orders = [
        order(each.paper, each.last_page - each.first_page + 1, each.first_page, left=70, right=525)
        for each in pagination.placements
    ]
    write_records(folder / "orders.json", orders)
    argv = ["--orders", f"{folder}/orders.json", "--papers", str(papers), "--folder", f"{folder}/stamped/00"]
    assert stamp_papers.main([*argv, "--output", f"{folder}/stamped/00.json"]) == 0
    assert not any(each.problem for each in read_records(folder / "stamped/00.json", list[StampedPaper]))
    argv = ["--edition", f"{folder}/edition.json", "--pagination", f"{folder}/pagination.json"]
    argv += ["--parts", f"{folder}/parts", "--volume", f"{folder}/proceedings.pdf", "--papers", f"{folder}/papers"]
    argv += ["--table", f"{folder}/papers.csv", "--findings", f"{folder}/findings.json", f"{folder}/stamped/00.json"]
    assert assemble_volume.main(argv) == 0
