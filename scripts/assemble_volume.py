"""Assemble the volume: pages, bookmarks, page labels and links; the stamped papers; and their table."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, StampedPaper
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.volume.papers_table import papers_table
from proceedings.volume.pdf_volume import assemble_volume
from proceedings.volume.volume_assembly import assembly_findings, read_parts, sync_papers, usable_papers, volume_order


def main(argv: Sequence[str] | None = None) -> int:
    """Write the volume, the folder of stamped papers, their table and the findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True)
    parser.add_argument("--pagination", type=Path, required=True)
    parser.add_argument("--parts", type=Path, required=True, help="folder of the typeset parts and their records")
    parser.add_argument("--volume", type=Path, required=True)
    parser.add_argument("--papers", type=Path, required=True, help="folder for the stamped papers")
    parser.add_argument("--table", type=Path, required=True)
    parser.add_argument("--findings", type=Path, required=True)
    parser.add_argument("manifests", type=Path, nargs="*", metavar="MANIFEST", help="a batch's manifest")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    pagination = read_records(args.pagination, Pagination)
    manifests = {path.with_suffix(""): read_records(path, list[StampedPaper]) for path in args.manifests}
    papers = usable_papers(pagination, manifests)
    order = volume_order(edition, pagination, read_parts(args.parts), args.parts, papers)
    assembled = assemble_volume(order, args.volume)
    sync_papers(args.papers, papers.files)
    write_file(args.table, papers_table(edition, pagination, papers.stamped).encode())
    write_records(args.findings, [*papers.findings, *assembly_findings(assembled, papers.stamped)])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
