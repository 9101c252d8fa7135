"""Import every export in a folder, and print what became of each.

    python benchmarks/import_exports.py FOLDER [PART ...]

FOLDER holds exports of submission systems and volumes' own metadata, PART is a part of a path. A line an export: the
kind that reads it, the papers that are in it, counted by other means, those that came out, authors, kinds of doubts,
and why it was refused. The last lines add up each folder. What comes of it is in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from proceedings.importers import read_source  # noqa: E402
from proceedings.importers.imported import Imported, SourceError  # noqa: E402
from proceedings.records.record import Record  # noqa: E402

FOLDERS = MappingProxyType({"papers.yml": "aclpub2", "submission.csv": "easychair"})
"""What a file makes of the folder in which it lies."""

FILES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ".bib": ("pmlr",),
        ".json": ("hotcrp", "openreview", "indico"),
        ".xml": ("acm",),
        ".csv": ("acm", "softconf", "cmt", "csv"),
        ".html": ("csv",),
    }
)
"""The kinds that are tried for a file; the last one's refusal is told."""

PART_OF_A_FOLDER = ("author.csv", "topics.csv")


class Outcome(Record):
    """What became of an export: `refused` is empty for one that came in."""

    path: Path
    kind: str
    papers_in: int | None = None
    papers_out: int = 0
    authors: int = 0
    doubts: int = 0
    refused: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Import and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the exports are")
    parser.add_argument("parts", nargs="*", metavar="PART", help="parts of paths; without one, all exports")
    args = parser.parse_args(argv)
    outcomes = [_outcome(path, kinds) for path, kinds in _exports(args.folder, args.parts)]
    print("export | kind | papers in | papers out | authors | doubts | refused")
    for each in outcomes:
        print(_line(each, args.folder))
    for folder in dict.fromkeys(each.path.parent for each in outcomes):
        print(_sum([each for each in outcomes if each.path.parent == folder], folder.relative_to(args.folder)))
    return 0


def _exports(folder: Path, parts: Sequence[str]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (not parts or any(part in path.as_posix() for part in parts)):
            if path.name in FOLDERS:
                yield path, (FOLDERS[path.name],)
            elif path.suffix.lower() in FILES and path.name not in PART_OF_A_FOLDER:
                yield path, FILES[path.suffix.lower()]


def _outcome(path: Path, kinds: Sequence[str]) -> Outcome:
    """What the first kind makes of it that takes it, else what the last one says."""
    source = path.parent if path.name in FOLDERS else path
    refused = ""
    for kind in kinds:
        try:
            return _came_in(path, kind, read_source(kind, source))
        except SourceError as error:
            refused = str(error)
    return Outcome(path=path, kind=kinds[-1], papers_in=_counted(path, kinds[-1]), refused=refused)


def _came_in(path: Path, kind: str, imported: Imported) -> Outcome:
    papers = imported.edition.papers
    return Outcome(
        path=path,
        kind=kind,
        papers_in=_counted(path, kind),
        papers_out=len(papers),
        authors=sum(len(paper.authors) for paper in papers),
        doubts=len({doubt.fact for doubt in imported.doubts}),
    )


def _counted(path: Path, kind: str) -> int | None:
    """The papers of a file by means that share nothing with the importers; None where there are none for its kind."""
    return COUNTS[kind](path) if kind in COUNTS and path.suffix != ".html" else None


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as table:
        return [row for row in csv.reader(table) if any(row)]


def _easychair(path: Path) -> int:
    title, *rows = _rows(path)
    decision, deleted = title.index("decision"), title.index("deleted?")
    return sum(row[decision] == "accept" and row[deleted] != "yes" for row in rows)


def _bibtex(path: Path) -> int:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return len(re.findall(r"^\s*@\s*(?:inproceedings|conference|incollection|article)\s*[{(]", text, re.I | re.M))


COUNTS: Mapping[str, Callable[[Path], int]] = MappingProxyType(
    {
        "pmlr": _bibtex,
        "easychair": _easychair,
        "aclpub2": lambda path: len(re.findall(r"^(?:- |  )id:", path.read_text("utf-8"), re.M)),
        "hotcrp": lambda path: json.dumps(json.loads(path.read_text("utf-8"))).count('"title":'),
        "indico": lambda path: len(json.loads(path.read_text("utf-8"))),
        "acm": lambda path: len({row[1] for row in _rows(path)}),
        "csv": lambda path: len(_rows(path)) - 1,
    }
)


def _line(each: Outcome, folder: Path) -> str:
    cells = (each.path.relative_to(folder), each.kind, each.papers_in, each.papers_out, each.authors, each.doubts)
    return " | ".join(map(str, (*cells, each.refused or "-")))


def _sum(outcomes: Sequence[Outcome], folder: Path) -> str:
    came_in = [each for each in outcomes if not each.refused]
    papers = (sum(each.papers_in or 0 for each in came_in), sum(each.papers_out for each in came_in))
    return (
        f"{folder}: {len(came_in)} of {len(outcomes)} imported, papers {papers[0]} in, {papers[1]} out, "
        f"{sum(each.authors for each in came_in)} authors"
    )


if __name__ == "__main__":
    raise SystemExit(main())
