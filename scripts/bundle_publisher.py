"""Pack what one publisher or archive receives, with its manifest."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.bundles import BUNDLES, write_bundle_of
from proceedings.bundles.bundle import BundleSources, IncompleteDeliveryError
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted, size_words


def main(argv: Sequence[str] | None = None) -> int:
    """Write one bundle; 1 with one line where the publisher is not known or something is not built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--publisher", required=True, help=f"one of {', '.join(sorted(BUNDLES))}")
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--folder", type=Path, required=True, help="the output folder with everything that was built")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json")
    parser.add_argument("--facts-folder", type=Path, required=True, help="the facts of all batches")
    parser.add_argument("--metadata", type=Path, default=Path("metadata"), help="the edition's metadata")
    parser.add_argument("--papers", type=Path, default=Path("papers"), help="the files as they came")
    parser.add_argument("--mark", type=Path, help="a file that is there until the bundle is packed, and says why not")
    parser.add_argument("--output", type=Path, required=True, help="where the zip is written")
    args = parser.parse_args(argv)

    if args.publisher not in BUNDLES:
        known = ", ".join(sorted(BUNDLES))
        print(f'bundle_publisher: there is no bundle for "{args.publisher}"; known are: {known}.', file=sys.stderr)
        return 1
    edition = read_records(args.edition, Edition)
    sources = BundleSources(
        output=args.folder,
        metadata=args.metadata,
        papers=args.papers,
        pagination=read_records(args.pagination, Pagination),
        facts=tuple(sorted(args.facts_folder.glob("*.json"))),
    )
    _leave(args.mark, "")
    try:
        files = write_bundle_of(args.publisher, edition, sources, args.output)
    except IncompleteDeliveryError as error:
        _leave(args.mark, str(error))
        print(f"bundle_publisher: {error}", file=sys.stderr)
        return 1
    if args.mark:
        args.mark.unlink()
    print(
        f"bundle_publisher: {args.output.name} with {counted(files, 'file')}, {size_words(args.output.stat().st_size)}"
    )
    return 0


def _leave(mark: Path | None, why: str) -> None:
    if mark:
        write_file(mark, why.encode())


if __name__ == "__main__":
    raise SystemExit(main())
