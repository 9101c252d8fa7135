"""Measure what the reproducibility blocks of a large volume cost: checks, appendix, tables and data files.

    python benchmarks/many_blocks.py [--papers 2000]

Each paper declares what one of the ten real papers of `tests/real_blocks` does, 19 items on average. What
varies between papers varies: releases, numbers, the words of sentences, the names and addresses of the authors' own.
Every step is a process of its own. CPU is user + system as the operating system accounts for it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "benchmarks")]

from measuring import Step, print_head, print_steps  # noqa: E402

from proceedings.intake.metadata_checks import paper_problems  # noqa: E402
from proceedings.records.edition import Edition  # noqa: E402
from proceedings.records.paper import Paper  # noqa: E402
from proceedings.records.placement import Pagination, Placement  # noqa: E402
from proceedings.records.programme import Session  # noqa: E402
from proceedings.records.record_files import read_records, write_records  # noqa: E402
from proceedings.records.volume import Volume  # noqa: E402
from proceedings.yaml.yaml_source import read_yaml_record  # noqa: E402

BLOCKS = PROJECT / "tests" / "real_blocks"
SENTENCES = ("contributions", "benchmarks", "artifacts", "experiments", "statement")
KEPT = (
    "id",
    "name",
    "title",
    "suite",
    "kind",
    "url",
    "doi",
    "licence",
    "supports",
    "uses",
    "hardware",
    "software",
    "datasets",
)
"""Values that are no sentences."""


def main(argv: Sequence[str] | None = None) -> int:
    """Make the volume and print a row for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=2000, help="how many papers the volume has")
    parser.add_argument("--only-check", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.only_check:
        return check(args.only_check)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), args.papers)
    return 0


def check(edition: Path) -> int:
    """The intake's checks of every paper."""
    read = read_records(edition, Edition)
    print(sum(len(paper_problems(paper, read.volume)) for paper in read.papers), "problems")
    return 0


def measure(folder: Path, papers: int) -> None:
    """CPU seconds and peak memory of each step on a volume of so many papers."""
    edition = made_edition(papers)
    places = (
        Placement(paper=each.id, first_page=8 * n + 1, last_page=8 * n + 8) for n, each in enumerate(edition.papers)
    )
    write_records(folder / "edition.json", edition)
    write_records(folder / "pagination.json", Pagination(placements=tuple(places)))
    given = ["--edition", folder / "edition.json", "--pagination", folder / "pagination.json"]
    made = ["--output", folder / "part.pdf", "--record", folder / "part.json", "--outside", folder / "outside.json"]
    alone = ["--part", folder / "part.pdf", "--outside", folder / "outside.json", "--output", folder / "alone.pdf"]
    items = sum(_items(paper) for paper in edition.papers)
    print_head(f"{papers:,} papers, {items:,} items")
    steps = (
        Step("checks of intake", [__file__, "--only-check", folder / "edition.json"]),
        Step("artifact appendix", [PROJECT / "scripts" / "typeset_artifact_appendix.py", *given, *made]),
        Step("appendix alone", [PROJECT / "scripts" / "detach_appendix.py", *alone]),
        Step("tables, data files", [PROJECT / "scripts" / "write_artifacts.py", *given, "--folder", folder]),
    )
    print_steps(steps)
    print(f"\nappendix {(folder / 'alone.pdf').stat().st_size / 1e6:.1f} MB, {sum(1 for _ in folder.rglob('*'))} files")


def made_edition(papers: int) -> Edition:
    """A volume of so many papers, made from the real blocks."""
    real = [_read(path) for path in sorted(BLOCKS.glob("*.yml"))]
    made = tuple(_paper(number, real) for number in range(papers))
    session = Session(title="Papers", papers=tuple(each.id for each in made))
    return Edition(
        volume=Volume(title="A Large Volume", year=2026, reproducibility="required"), sessions=(session,), papers=made
    )


def _read(path: Path) -> Paper:
    paper, problems = read_yaml_record(path, Paper, shown_as=path.name)
    if problems:
        raise SystemExit(f"{path} has problems.")
    return paper


def _paper(number: int, real: Sequence[Paper]) -> Paper:
    """A paper like one of the real ones, its own things under its own names."""
    like, chance = real[number % len(real)], random.Random(number)
    block = msgspec.json.decode(msgspec.json.encode(like.reproducibility))
    block = {kind: _varied(value, chance) if kind in SENTENCES else value for kind, value in block.items()}
    for kind in ("software", "datasets", "artifacts"):
        for item in block.get(kind, []):
            _make_its_own(item, number, chance)
    about = {"id": f"{number:05d}", "title": f"{like.title}, Part {number}", "doi": None, "reproducibility": block}
    return msgspec.convert(msgspec.to_builtins(like) | about, Paper)


def _varied(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 (any JSON)
    """Sentences of the same words in another order, with other numbers."""
    if isinstance(value, dict):
        return {key: each if key in KEPT else _varied(each, chance) for key, each in value.items()}
    if isinstance(value, list):
        return [_varied(each, chance) for each in value]
    if not isinstance(value, str):
        return value
    words = re.sub(r"\d", lambda _: str(chance.randrange(1, 10)), value).split(" ")
    return " ".join(chance.sample(words, len(words)))


def _make_its_own(item: dict[str, Any], number: int, chance: random.Random) -> None:
    """Others' software in one of some releases; what authors made themselves is no other paper's."""
    if item.get("role") == "own" or "title" in item:
        name = "title" if "title" in item else "name"
        item[name] = f"{item[name]} {number}"
        if "url" in item:
            item["url"] = f"{item['url']}/{number}"
    elif "version" in item:
        item["version"] = f"{item['version']}.{chance.randrange(7)}"


def _items(paper: Paper) -> int:
    return sum(
        len(value) for value in msgspec.to_builtins(paper.reproducibility).values() if isinstance(value, tuple | list)
    )


if __name__ == "__main__":
    raise SystemExit(main())
