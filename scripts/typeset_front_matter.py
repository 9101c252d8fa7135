"""Set cover, title page, imprint, texts, organisation and contents."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.publisher import UnknownPublisherError, load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.typesetting.front_matter import front_matter
from proceedings.typesetting.missing_glyphs import missing_glyphs
from proceedings.typesetting.own_cover import cover_findings, own_cover
from proceedings.typesetting.pictures import unprintable_pictures


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition, its pagination and the records of the back matter; write the part, its record and findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--edition", "--pagination", "--metadata", "--output", "--record"):
        parser.add_argument(option, type=Path, required=True)
    for option in ("--appendix", "--index", "--keywords"):
        parser.add_argument(option, type=Path, required=True, help="record of a part behind the papers")
    parser.add_argument(
        "--findings", type=Path, required=True, help="for characters and pictures that cannot be printed"
    )
    args = parser.parse_args(argv)
    edition, pagination = read_records(args.edition, Edition), read_records(args.pagination, Pagination)
    try:
        policy = load_policy(edition.volume.publisher)
    except UnknownPublisherError as error:
        print(f"metadata/proceedings.yml, publisher: {error}", file=sys.stderr)
        return 1
    back = back_matter(pagination, [args.appendix, args.index, args.keywords])
    content, part = front_matter(edition, pagination, policy, args.metadata, back)
    write_file(args.output, content)
    write_records(args.record, part)
    unprintable = [*missing_glyphs(edition), *unprintable_pictures(edition, args.metadata)]
    unusable = cover_findings(own_cover(edition.volume, args.metadata))
    write_records(args.findings, [*unprintable, *unusable])
    return 0


def back_matter(pagination: Pagination, records: Sequence[Path]) -> list[tuple[str, int, str]]:
    """(title, page label, part stem) of each part behind the papers that has pages."""
    found, label = [], pagination.next_page
    for path in records:
        part = read_records(path, TypesetPart)
        if part.pages:
            found.append((part.bookmarks[0].title, label, path.stem))
        label += part.pages
    return found


if __name__ == "__main__":
    raise SystemExit(main())
