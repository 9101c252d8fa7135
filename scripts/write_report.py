"""Write the chair's report: every paper, every finding with its cure, and what the proof shows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.ledger import ledger_changes
from proceedings.records.edition import Edition
from proceedings.records.finding import FindingsFile
from proceedings.records.pictures import PicturesFile
from proceedings.records.placement import Pagination
from proceedings.records.proof import Proof
from proceedings.records.record_files import read_records, write_file
from proceedings.report.build_files import existing, if_there, read_facts, record_if_there
from proceedings.report.compose import report_page
from proceedings.report.papers_csv import read_table
from proceedings.report.papers_view import Build
from proceedings.report.render import render_report


def main(argv: Sequence[str] | None = None) -> int:
    """Build the page from whatever the build has made; only edition and findings must be there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--findings", type=Path, required=True, help="findings.json")
    parser.add_argument("--table", type=Path, required=True, help="papers.csv; may be absent")
    parser.add_argument("--proof", type=Path, required=True, help="proof.json; may be absent")
    parser.add_argument("--pagination", type=Path, help="pagination.json; may be absent")
    parser.add_argument("--pictures", type=Path, help="record of the pages that are shown; may be absent")
    parser.add_argument("--facts-folder", type=Path, required=True, help="folder of the batches' facts")
    parser.add_argument("--deliverables", type=Path, nargs="*", default=(), help="more files to list, where they exist")
    parser.add_argument("--output", type=Path, required=True, help="index.html")
    args = parser.parse_args(argv)

    try:
        edition = read_records(args.edition, Edition)
        findings = read_records(args.findings, FindingsFile).findings
    except (OSError, msgspec.DecodeError) as error:
        print(f"The report needs {args.edition} and {args.findings}: {error}. Next: snakemake volume", file=sys.stderr)
        return 1
    handed_over = (args.table.with_name("proceedings.pdf"), args.table, args.findings, args.proof, *args.deliverables)
    pagination = record_if_there(args.pagination, Pagination) if args.pagination else None
    facts = read_facts(args.facts_folder)
    pictures = record_if_there(args.pictures, PicturesFile) if args.pictures else None
    build = Build(
        edition=edition,
        findings=findings,
        table=if_there(read_table, args.table) or {},
        facts=facts,
        files=existing(handed_over, args.table.parent),
        pictures=pictures.pictures if pictures else (),
        changes=ledger_changes(edition, pagination, facts) if pagination else (),
    )
    page = report_page(build, record_if_there(args.proof, Proof))
    write_file(args.output, render_report(page).encode("utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
