"""Take the facts of a batch of papers; an unusable file is a fact too."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.inspection.kept_facts import KeptFacts
from proceedings.papers_folder import CAMERA_READY, author_file
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records, write_records
from proceedings.records.repair import RepairedPaper
from proceedings.repairs.repaired import as_repaired
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read the PDFs that are present and not known, write the facts of each in the order given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="where the camera-ready PDFs lie")
    parser.add_argument("--output", type=Path, required=True, help="facts of the batch")
    parser.add_argument("--repaired", type=Path, nargs="*", default=[], help="records of the batch's repairs")
    parser.add_argument("--kept", type=Path, required=True, help="folder for facts that are kept by content")
    parser.add_argument("papers", nargs="*", metavar="ID", help="paper ids; one whose PDF is absent is left out")
    args = parser.parse_args(argv)

    present = [(paper, author_file(args.folder, paper)) for paper in args.papers]
    repaired = {each.paper: each for path in args.repaired for each in read_records(path, list[RepairedPaper])}
    kept = KeptFacts(args.kept)
    facts = [_facts(kept, paper, path, repaired.get(paper)) for paper, path in present if path.is_file()]
    write_records(args.output, facts, indented=False)
    kept.forget_older()
    if args.papers:
        print(f"inspect_papers {args.output.stem}: {_summary(facts, len(args.papers), kept.reused)}")
    return 0


def _facts(kept: KeptFacts, paper: str, path: Path, repaired: RepairedPaper | None) -> PaperFacts:
    facts = kept.facts_of(Path(repaired.file) if repaired and repaired.file else path, paper)
    if path.name != f"{paper}{CAMERA_READY}":
        facts = msgspec.structs.replace(facts, file=path.name)
    return as_repaired(facts, repaired) if repaired else facts


def _summary(facts: Sequence[PaperFacts], papers: int, reused: int) -> str:
    pages = counted(sum(len(each.pages) for each in facts), "page")
    return f"{len(facts)} of {counted(papers, 'paper')}, {pages}" + (f", {reused} known from before" if reused else "")


if __name__ == "__main__":
    raise SystemExit(main())
