"""Say what still blocks the volume, and fail if anything does."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.handover import set_aside
from proceedings.records.edition import Edition
from proceedings.records.finding import FindingsFile
from proceedings.records.record_files import read_records, write_file
from proceedings.severity import blocking
from proceedings.terminal_summary import summary_lines


def main(argv: Sequence[str] | None = None) -> int:
    """Write the summary; with blocking findings set the last bundles aside and return 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--findings", type=Path, required=True, help="findings.json")
    parser.add_argument("--bundles", type=Path, help="folder of the bundles that a refusal sets aside")
    parser.add_argument("--blocked", type=Path, required=True, help="where the summary goes when something blocks")
    parser.add_argument("--report", default="output/report/index.html", help="where to look next")
    parser.add_argument("--output", type=Path, required=True, help="written when nothing blocks")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    findings = read_records(args.findings, FindingsFile).findings
    summary = "\n".join(summary_lines(edition, findings, report=args.report))
    if blocking(findings):
        if args.bundles:
            set_aside(args.bundles)
        write_file(args.blocked, (summary + "\n").encode("utf-8"))
        return 1
    write_file(args.output, (summary + "\n").encode("utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
