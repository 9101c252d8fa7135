"""Draw every page that a finding names, with the text block and the finding's place marked on it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.pictures.offending_pages import offending_pages
from proceedings.pictures.page_pictures import draw_pictures
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import FindingsFile
from proceedings.records.pictures import PagePicture, PicturesFile
from proceedings.records.record_files import read_records, write_records
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Read edition, findings and facts; write the pictures that changed, and the record of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--findings", type=Path, required=True, help="findings.json")
    parser.add_argument("--papers", type=Path, required=True, help="where <id>.pdf lie")
    parser.add_argument("--folder", type=Path, required=True, help="where the pictures are written")
    parser.add_argument("--output", type=Path, required=True, help="the record of the pictures; read first, if there")
    parser.add_argument("facts", type=Path, nargs="*", help="facts of the batches")
    args = parser.parse_args(argv)

    findings = read_records(args.findings, FindingsFile).findings
    facts = {each.paper: each for path in args.facts for each in read_records(path, list[PaperFacts])}
    wanted = offending_pages(findings, facts, read_records(args.edition, Edition).profile)
    pictures = draw_pictures(wanted, facts, args.papers, args.folder, _earlier(args.output))
    write_records(args.output, PicturesFile(pictures=tuple(pictures)))
    if wanted:
        print(f"picture_pages: {len(pictures)} of {counted(len(wanted), 'page')} shown")
    return 0


def _earlier(record: Path) -> tuple[PagePicture, ...]:
    """The pictures of the last build; none where its record is absent or of another version."""
    try:
        return read_records(record, PicturesFile).pictures
    except (OSError, msgspec.DecodeError):
        return ()


if __name__ == "__main__":
    raise SystemExit(main())
