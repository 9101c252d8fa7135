"""A paper whose file only the publisher has: cited as soon as the publisher's pages are known, and not before."""

from __future__ import annotations

from pathlib import Path

from builders import edition, paper
from proceedings.bibliography.bibtex import entry_key, read_bibtex, write_bibtex
from proceedings.bibliography.exchange import write_ris
from proceedings.deposits.folder import deposit_files
from proceedings.publisher import load_policy
from proceedings.records.paper import Published
from proceedings.records.placement import Pagination, Placement
from proceedings.verification.references import read_references, reference_troubles
from proceedings.verification.tables import bibliography_troubles

HERE = paper("017", "Ada Sample", published=Published(first_page=31, last_page=40))
THERE = paper("021", "Ben Two", published=Published(first_page=41, last_page=52), doi="10.1145/1.2")
NOWHERE = paper("033", "Cem Three", published=Published())
EDITION = edition(HERE, THERE, NOWHERE)
PLACES = (
    Placement(paper="017"),
    Placement(paper="021", standing="missing"),
    Placement(paper="033", standing="missing"),
)
PAGES, ACM = Pagination(placements=PLACES, next_page=4), load_policy("acm")


def test_bibtex_and_ris_cite_it_and_the_proof_agrees(tmp_path: Path) -> None:
    entries = read_bibtex(write_bibtex(EDITION, PAGES, ACM))
    (tmp_path / "p.ris").write_bytes(write_ris(EDITION, PAGES, ACM))
    references = read_references(tmp_path / "p.ris")
    keys = [entry_key(EDITION.volume, each) for each in (HERE, THERE, NOWHERE)]
    assert [entries[key]["pages"] for key in keys[:2]] == ["31--40", "41--52"]
    assert keys[2] not in entries
    for each, place in zip(EDITION.papers, PLACES, strict=True):
        assert bibliography_troubles(entries, each, place, EDITION) == []
        assert reference_troubles(references, each, place, EDITION) == []


def test_it_is_deposited() -> None:
    files = deposit_files(EDITION, PAGES, ACM)
    assert [name for name in files if name.startswith("jats/")] == ["jats/017.xml", "jats/021.xml"]
