"""`output/proofs/`: a page and a letter for every paper, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from proceedings.proofs.build import Papers
from proceedings.proofs.compose import authors_proof
from proceedings.proofs.letter import letter
from proceedings.proofs.render import render_proof
from proceedings.records.record_files import write_file


def proof_files(papers: Papers) -> Iterator[tuple[str, bytes]]:
    """Every file's name and content, paper by paper."""
    for paper in papers.edition.papers:
        proof = authors_proof(paper, papers)
        yield f"{paper.id}.html", render_proof(proof).encode("utf-8")
        yield f"{paper.id}.txt", letter(proof).encode("utf-8")


def write_proofs(folder: Path, papers: Papers) -> list[str]:
    """Write all proofs and take away what is nobody's; the names of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = set()
    for name, content in proof_files(papers):
        write_file(folder / name, content)
        written.add(name)
    for path in folder.iterdir():
        if path.is_file() and path.name not in written:
            path.unlink()
    return sorted(written)
