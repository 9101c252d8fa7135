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
