"""Import real volumes, write each in every format that Bindery writes and reads, import that, and compare all records.

    python benchmarks/round_trips.py FOLDER [--differences]

FOLDER holds exports of submission systems and volumes at any depth: `papers.yml`, `*.bib`, `*.csv`, `*.json`. What no
importer reads is counted. What comes of it is in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "tests")]

from proceedings.importers import read_source  # noqa: E402
from proceedings.importers.imported import SourceError  # noqa: E402
from proceedings.records.edition import Edition  # noqa: E402
from trip_makers import TRIPS, Difference, differences_of, expected_of, there_and_back  # noqa: E402

KINDS = {
    "papers.yml": ("aclpub2",),
    "submission.csv": ("easychair",),
    ".bib": ("pmlr",),
    ".csv": ("acm", "csv"),
    ".json": ("hotcrp", "openreview", "indico"),
}

FEWEST = 5
"""Papers of a volume; what has fewer is an example of a format."""


def editions(folder: Path) -> Iterator[tuple[str, Edition | None]]:
    """Every export below a folder, and the edition that it is; None for one that is refused."""
    for path in sorted(folder.rglob("*")):
        kinds = KINDS.get(path.name) or KINDS.get(path.suffix)
        if kinds and path.is_file():
            yield path.relative_to(folder).as_posix(), _imported(path, kinds)


def _imported(path: Path, kinds: Sequence[str]) -> Edition | None:
    """The edition as it is once its metadata is read, which composes letters and accents."""
    for kind in kinds:
        try:
            edition = read_source(kind, path.parent if path.name in KINDS else path).edition
        except SourceError:
            continue
        composed = unicodedata.normalize("NFC", msgspec.json.encode(edition).decode())
        return msgspec.json.decode(composed, type=Edition)
    return None


def compared(edition: Edition) -> tuple[int, list[tuple[str, Difference]]]:
    """How many values came back in all formats together, and what was otherwise."""
    values, found = 0, []
    for name, trip in TRIPS.items():
        with TemporaryDirectory() as folder:
            back = there_and_back(trip, edition, Path(folder)).edition
        values += sum(_said(fields) for fields in expected_of(name, edition).values())
        found += [(name, each) for each in differences_of(name, edition, back)]
    return values, found


def _said(value: object) -> int:
    """How many values that say something there are in a value."""
    if isinstance(value, msgspec.Struct):
        return _said(msgspec.structs.asdict(value))
    if isinstance(value, dict):
        return sum(map(_said, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(_said, value))
    return value not in (None, "", False)


def main(argv: Sequence[str] | None = None) -> int:
    """Print a row for each volume; 1 where something did not come back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--differences", action="store_true", help="print every value that is otherwise")
    args = parser.parse_args(argv)
    refused, lost = 0, 0
    print("| volume | papers | authors | values | differences |\n| --- | ---: | ---: | ---: | ---: |")
    for name, edition in editions(args.folder):
        if edition is None or len(edition.papers) < FEWEST or not all(paper.title for paper in edition.papers):
            refused += 1
            continue
        values, found = compared(edition)
        lost += len(found)
        authors = sum(len(paper.authors) for paper in edition.papers)
        print(f"| {name} | {len(edition.papers)} | {authors} | {values} | {len(found)} |", flush=True)
        for format_name, each in found if args.differences else ():
            print(f"    {format_name}, {each.paper} {each.field}: {each.expected!r} -> {each.found!r}")
    print(f"{refused} files are no export that can be read, or of fewer than {FEWEST} papers with titles")
    return int(lost > 0)


if __name__ == "__main__":
    raise SystemExit(main())
