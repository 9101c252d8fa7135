"""Measure what many papers cost on their way in and out: imports, tables, adoption, deposits, bundles, proofs.

    python benchmarks/many_papers.py [--papers 2000] [--only WORD]

The papers are made up. Every system's export is written by the writers of `tests/`, imported, and imported again with
every tenth title changed. Every step is a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SCRIPTS = PROJECT / "scripts"
sys.path[:0] = [str(SCRIPTS), str(PROJECT / "tests"), str(PROJECT / "benchmarks")]

from made_papers import built, made_edition, made_papers, retitled  # noqa: E402
from measuring import Step, print_head, print_steps, used_by  # noqa: E402

from easychair_exports import EASYCHAIR_SYSTEMS  # noqa: E402
from export_makers import PDF  # noqa: E402
from json_exports import JSON_SYSTEMS  # noqa: E402
from mapped_exports import MAPPED_SYSTEMS  # noqa: E402
from proceedings.bundles import BUNDLES  # noqa: E402
from proceedings.names import display_name  # noqa: E402
from proceedings.records.paper import Paper  # noqa: E402
from table_exports import TABLE_SYSTEMS  # noqa: E402
from trip_makers import TRIPS, Trip  # noqa: E402

Export = Callable[[Sequence[Paper], Path], Path]
WAYS = ("easychair", "hotcrp", "openreview 2", "indico", "softconf", "cmt, xls", "pcs", "csv, long")
OUR_WAYS = ("acm-xml", "aclpub2", "pmlr")
"""Of the ways in which systems export, and of the formats that Bindery writes, one for each importer."""


def main(argv: Sequence[str] | None = None) -> int:
    """Make the papers and print a row for each step."""
    groups = {"imports": imports, "tables": tables, "bundles": deliveries}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", help=f"which steps, of {', '.join(groups)}; all, if none is named")
    parser.add_argument("--papers", type=int, default=2000, help="how many papers there are")
    args = parser.parse_args(argv)
    papers = made_papers(args.papers)
    print_head(f"{args.papers:,} papers")
    with tempfile.TemporaryDirectory() as folder:
        for name in args.steps or groups:
            print_steps(groups[name](Path(folder) / name, papers))
    return 0


def imports(folder: Path, papers: Sequence[Paper]) -> Iterator[Step]:
    """Every system's export into a new edition, and again into the same."""
    for number, (name, (kind, export)) in enumerate(exports().items()):
        place = folder / f"{number}"
        yield Step(f"import {name}", _import(kind, exported(export, papers, place / "export"), place))
        again = exported(export, retitled(papers), place / "again")
        yield Step("  again", _import(kind, again, place))


def exports() -> Mapping[str, tuple[str, Export]]:
    """By name the kind of an export of each system, and its writer."""
    systems = EASYCHAIR_SYSTEMS | JSON_SYSTEMS | TABLE_SYSTEMS | MAPPED_SYSTEMS
    of_systems = {name: (systems[name].kind, systems[name].write) for name in WAYS}
    return of_systems | {name: (TRIPS[name].kind, _of_trip(TRIPS[name])) for name in OUR_WAYS}


def exported(export: Export, papers: Sequence[Paper], folder: Path) -> Path:
    """What is given to the importer, with a PDF of each paper beside it."""
    folder.mkdir(parents=True)
    source = export(papers, folder)
    for paper in papers:
        (folder / f"{paper.id}.pdf").write_bytes(PDF)
    return source


def _of_trip(trip: Trip) -> Export:
    return lambda papers, folder: trip.write(made_edition(papers), folder)


def _import(kind: str, source: Path, place: Path) -> list[object]:
    return [SCRIPTS / "import_submissions.py", kind, source, place / "edition"]


def tables(folder: Path, papers: Sequence[Paper]) -> Iterator[Step]:
    """The papers as a table, the table taken back, and lists of a publisher, with every tenth title changed."""
    source = exported(exports()["csv, long"][1], papers, folder / "export")
    used_by(Step("", _import("csv", source, folder)))
    edition = folder / "edition"
    yield Step("table", [SCRIPTS / "write_table.py", edition])
    yield Step("  workbook", [SCRIPTS / "write_table.py", edition, "--kind", "xlsx"])
    (edition / "metadata/papers.xlsx").unlink()
    table = edition / "metadata/papers.csv"
    changed = {paper.title: other.title for paper, other in zip(papers, retitled(papers), strict=True)}
    rows = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    table.write_text(_csv([changed.get(cell, cell) for cell in row] for row in rows), "utf-8")
    yield Step("apply", [SCRIPTS / "apply_table.py", edition])
    pages = ((each.id, each.title, f"10.5555/b.{each.id}", f"{n}-{n + 1}") for n, each in enumerate(papers, 1))
    listed = folder / "listed.csv"
    listed.write_text(_csv([("id", "title", "doi", "pages"), *pages]))
    yield Step("adopt by id", [SCRIPTS / "adopt_publication.py", "csv", listed, edition, "--alike"])
    titled = folder / "titled.csv"
    titled.write_text(_csv([("title", "doi"), *((each.title, f"10.5555/c.{each.id}") for each in papers)]))
    yield Step("adopt by title", [SCRIPTS / "adopt_publication.py", "csv", titled, edition, "--alike"])
    grid = folder / "grid.csv"
    people = ((each.title, "; ".join(map(display_name, each.authors)), each.authors[0].email) for each in papers)
    grid.write_text(_csv([("Title", "Authors", "Email"), *people]))
    yield Step("reconcile", [SCRIPTS / "reconcile_papers.py", "acm", grid, edition], may_end=(0, 1))
    yield Step("check metadata", [SCRIPTS / "collect_papers.py", *_collected(edition, folder)])


def deliveries(folder: Path, papers: Sequence[Paper]) -> Iterator[Step]:
    """What is written and packed when the volume is there."""
    built(folder, made_edition(papers))
    output, metadata = folder / "output", folder / "metadata"
    work = output / "work"
    placed: list[object] = ["--edition", work / "papers.json", "--pagination", work / "pagination.json"]
    yield Step("deposits", [SCRIPTS / "write_deposits.py", *placed, "--folder", output / "deposits"])
    yield Step("bibliography", [SCRIPTS / "write_bibliography.py", *placed, "--output", output / "proceedings.bib"])
    files: list[object] = ["--papers", folder / "papers", "--folder", output / "editorial"]
    yield Step("editorial texts", [SCRIPTS / "write_editorial.py", *placed, *files])
    front: list[object] = ["--metadata", metadata, "--output", work / "parts/front_matter.pdf"]
    front += ["--record", work / "parts/front_matter.json", "--findings", work / "findings.json"]
    for option, part in {"appendix": "artifact_appendix", "index": "author_index", "keywords": "keyword_index"}.items():
        front += [f"--{option}", work / f"parts/{part}.json"]
    yield Step("front matter", [SCRIPTS / "typeset_front_matter.py", *placed, *front])
    given: list[object] = [*placed, "--folder", output, "--facts-folder", work / "facts"]
    given += ["--metadata", metadata, "--papers", folder / "papers"]
    for name in BUNDLES:
        command = [SCRIPTS / "bundle_publisher.py", *given, "--publisher", name, "--output", folder / f"{name}.zip"]
        yield Step(f"bundle {name}", command)
    found = ["--edition", work / "papers.json", "--findings", output / "findings.json"]
    yield Step("chase.csv", [SCRIPTS / "write_chase.py", *found, "--output", output / "chase.csv"])
    facts = ["--proof", output / "proof.json", "--facts", work / "facts/00.json"]
    to = ["--folder", output / "proofs", "--record", work / "proofs.json"]
    findings = ["--findings", output / "findings.json"]
    yield Step("authors' proofs", [SCRIPTS / "write_proofs.py", *placed, *findings, *facts, *to])


def _collected(edition: Path, folder: Path) -> list[object]:
    read: list[object] = ["--metadata", edition / "metadata", "--papers", edition / "papers"]
    return [*read, "--output", folder / "papers.json", "--findings", folder / "findings.json"]


def _csv(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
