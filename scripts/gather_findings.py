"""Join the findings of all stages and weigh them: profile, phase, the edition's own rules, root causes, waivers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.gathering import gathered_findings
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding, FindingsFile
from proceedings.records.record_files import read_records, write_records


def main(argv: Sequence[str] | None = None) -> int:
    """Read the stages' findings, write findings.json and the same as a delivery would see them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--output", type=Path, required=True, help="findings.json")
    parser.add_argument("--strict", type=Path, required=True, help="the same, weighed as for a delivery")
    parser.add_argument("--complete", action="store_true", help="these are all stages: a waiver of nothing is unused")
    parser.add_argument("findings", type=Path, nargs="+", help="the stages' findings")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    findings = [each for path in args.findings for each in read_records(path, list[Finding])]
    for path, strict in ((args.output, False), (args.strict, True)):
        gathered = gathered_findings(findings, edition, strict=strict, complete=args.complete)
        write_records(path, FindingsFile(findings=gathered))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
