"""Read the finished PDFs back with other code than wrote them, and prove that all agree."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from pathlib import Path

from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.records.proof import Proof
from proceedings.records.record_files import read_records, write_records
from proceedings.verification.proof_findings import proof_findings
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.verification.volume_proof import Places, Verification


def main(argv: Sequence[str] | None = None) -> int:
    """Read everything back, write the proof and one finding for each kind of mismatch of each paper."""
    args = _parser().parse_args(argv)
    gc.set_threshold(100_000, 20, 100)  # a million small objects stay to the end; looking for circles took a fifth
    verification = Verification(
        edition=read_records(args.edition, Edition),
        layout=_layout(read_records(args.pagination, Pagination), args.parts),
        places=Places(args.volume, args.papers, args.table, args.bibliography, args.sources),
        facts={
            each.paper: each
            for path in sorted(args.facts_folder.glob("*.json"))
            for each in read_records(path, list[PaperFacts])
        },
        untagged=_untagged(args.assembly),
    )
    proof = verification.prove()
    write_records(args.proof, proof)
    write_records(args.findings, proof_findings(verification.mismatches))
    print(f"verify_volume: {summary(proof)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--volume", type=Path, required=True, help="the finished volume")
    parser.add_argument("--papers", type=Path, required=True, help="folder of the stamped papers")
    parser.add_argument("--table", type=Path, required=True, help="papers.csv")
    parser.add_argument("--bibliography", type=Path, required=True, help="proceedings.bib")
    parser.add_argument("--sources", type=Path, default=Path("papers"), help="folder of the authors' files")
    parser.add_argument("--facts-folder", type=Path, required=True, help="folder of the facts")
    parser.add_argument("--parts", type=Path, required=True, help="folder of the typeset parts' records")
    parser.add_argument("--assembly", type=Path, help="findings of assemble_volume: which papers' tags it left out")
    parser.add_argument("--proof", type=Path, required=True, help="where the proof is written")
    parser.add_argument("--findings", type=Path, required=True, help="where the findings are written")
    return parser


def _layout(pagination: Pagination, parts: Path) -> VolumeLayout:
    front, appendix, index, keywords = (
        read_records(path, TypesetPart) if (path := parts / f"{stem}.json").exists() else TypesetPart()
        for stem in ("front_matter", "artifact_appendix", "author_index", "keyword_index")
    )
    return VolumeLayout(pagination, front, appendix, index, keywords)


def _untagged(assembly: Path | None) -> frozenset[str | None]:
    findings = read_records(assembly, list[Finding]) if assembly is not None else []
    return frozenset(each.paper for each in findings if each.code == "structure-lost")


def summary(proof: Proof) -> str:
    """What the terminal says: pages, links that land, mismatches."""
    landed, all_links = (sum(getattr(paper.links, name) for paper in proof.papers) for name in ("landed", "source"))
    count = len(proof.mismatches)
    outcome = {0: "no mismatch", 1: "1 mismatch"}.get(count, f"{count} mismatches")
    return f"{proof.volume.pages} pages, {landed} of {all_links} links land, {outcome}"


if __name__ == "__main__":
    raise SystemExit(main())
