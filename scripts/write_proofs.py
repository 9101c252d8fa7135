"""Write the author's proof of every paper: a page of how it will appear and a letter of what is open."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.proofs.build import ReceivedFile, papers_of
from proceedings.proofs.folder import write_proofs
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.finding import FindingsFile
from proceedings.records.pictures import PicturesFile
from proceedings.records.placement import Pagination, StampOrder
from proceedings.records.proof import Proof
from proceedings.records.record_files import read_records, write_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read what the build knows of all papers; write the folder, and the record of what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--findings", type=Path, required=True, help="findings.json")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--proof", type=Path, required=True, help="proof.json of verify_volume")
    parser.add_argument("--pictures", type=Path, help="the record of picture_pages; none: no page is shown")
    parser.add_argument("--facts", type=Path, nargs="*", default=(), help="facts of the batches")
    parser.add_argument("--orders", type=Path, nargs="*", default=(), help="what is stamped, batch by batch")
    parser.add_argument("--folder", type=Path, required=True, help="where the proofs are written")
    parser.add_argument("--record", type=Path, required=True, help="where the names of the files are written")
    args = parser.parse_args(argv)

    try:
        edition = read_records(args.edition, Edition)
        papers = papers_of(
            edition,
            load_policy(edition.volume.publisher),
            read_records(args.findings, FindingsFile).findings,
            files=[each for path in args.facts for each in read_records(path, list[ReceivedFile])],
            pagination=read_records(args.pagination, Pagination),
            orders=[each for path in args.orders for each in read_records(path, list[StampOrder])],
            proof=read_records(args.proof, Proof),
            pictures=read_records(args.pictures, PicturesFile).pictures if args.pictures else (),
        )
    except (OSError, msgspec.DecodeError) as error:
        print(f"write_proofs: {error}. Next: snakemake volume", file=sys.stderr)
        return 1
    names = write_proofs(args.folder, papers)
    write_records(args.record, {"proofs": [{"file": name} for name in names]}, indented=False)
    print(f"write_proofs: {counted(len(edition.papers), 'paper')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
