"""Write the skeleton of a new edition: commented metadata and an empty folder for the papers."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.editions.edition_writer import EditionExistsError, write_folder
from proceedings.editions.skeleton import UnknownPresetError, preset_names, skeleton


def main(argv: Sequence[str] | None = None) -> int:
    """Write the files of the preset, none of them over an existing edition."""
    args = _arguments(argv)
    try:
        write_folder(args.edition, skeleton(args.preset), {})
    except (UnknownPresetError, EditionExistsError, OSError) as error:
        print(f"new: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    print(
        f"{args.edition}: a new edition. Begin with metadata/proceedings.yml; metadata/papers/README.md says how a "
        f"paper is added. Then: make EDITION={shlex.quote(str(args.edition))}"
    )
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("preset", metavar="PRESET", help=f"one of {', '.join(preset_names())}")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder to write")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
