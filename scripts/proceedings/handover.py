"""Handing over: output/ holds what was built, and a bundle that would not be given out never looks current."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection
from pathlib import Path

SUPERSEDED = "superseded"
BUNDLE_FOLDER = "output/bundle/"


def set_aside(bundles: Path, keep: Collection[str] = ()) -> tuple[Path, ...]:
    """Move every bundle in the folder to `superseded/` below it; returns where they are now.

    `keep`: names of those that stay, because they are about to be made again or are as they would be made.
    """
    moved = []
    for bundle in sorted(path for path in bundles.glob("*.zip") if path.name not in keep):
        target = bundles / SUPERSEDED / bundle.name
        target.parent.mkdir(exist_ok=True)
        moved.append(bundle.replace(target))
    return tuple(moved)


def unfinished_bundles(marks: Path) -> dict[str, str]:
    """The receivers whose bundles were refused, or not packed to the end, each with the first line of why.

    `marks`: the folder in which packing leaves a mark until it is done.
    """
    found = sorted(marks.glob("*.txt"))
    return {each.stem: "".join(each.read_text("utf-8").splitlines()[:1]) for each in found}


def set_aside_unfinished(bundles: Path, marks: Path) -> tuple[Path, ...]:
    """The same for the bundles that an earlier run made and the last one could not make again."""
    stale = {f"{receiver}.zip" for receiver in unfinished_bundles(marks)}
    return set_aside(bundles, keep={path.name for path in bundles.glob("*.zip")} - stale)


def refusal_lines(marks: Path) -> list[str]:
    """What the chair reads of the bundles that were not packed: a line each."""
    return [
        f"No {receiver}.zip: {why.rstrip(':.') or 'its packing broke off'}. "
        f"output/logs/bundle_publisher.{receiver}.log says it in full."
        for receiver, why in unfinished_bundles(marks).items()
    ]


def bundles_that_follow(targets: Collection[str], bundles: Collection[str], *, collecting: bool) -> set[str]:
    """The names of the bundles that a run ends with; any other would look current beside what it builds.

    `targets`: what is asked of the run, nothing for `all`; `bundles`: the paths of all bundles of the edition.
    """
    asked = set(targets) or {"all"}
    named = {each for each in asked if each.startswith(BUNDLE_FOLDER)}
    follow = named or "bundle" in asked or ("all" in asked and not collecting)
    return {Path(each).name for each in {*bundles, *named}} if follow else set()


def are_as_recorded(record: Path, folder: Path, listed: str = "pictures") -> bool:
    """Whether the folder holds the files that the record lists (work/pictures.json), no more and no fewer.

    `listed` is the record's key. True where nothing was made yet.
    """
    try:
        recorded = {each["file"] for each in json.loads(record.read_bytes()).get(listed, ())}
        return recorded == {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    except FileNotFoundError:
        return not record.exists()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def is_as_bound(output: Path) -> bool:
    """Whether the stamped papers are those of the table, no more and no fewer, and the last proof found no fault.

    What was deleted, added or changed by hand is bound again by the next build. True where nothing was built yet.
    """
    table, proof = output / "papers.csv", output / "proof.json"
    try:
        with table.open(encoding="utf-8", newline="") as rows:
            listed = {f"{row['id']}.pdf" for row in csv.DictReader(rows) if row["sha256"]}
        there = {path.name for path in (output / "papers").iterdir() if not path.name.startswith(".")}
        return listed == there and not json.loads(proof.read_bytes())["mismatches"]
    except FileNotFoundError:
        return True
    except (OSError, ValueError, KeyError, TypeError):
        return False
