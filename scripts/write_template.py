"""Write the empty reproducibility block of a paper, with every key explained, as comments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.forms.template_files import NoPaperError, write_template


def main(argv: Sequence[str] | None = None) -> int:
    """Write the template and print where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("paper", metavar="ID", help="the id of the paper")
    args = parser.parse_args(argv)
    try:
        print(write_template(args.edition / "metadata", args.paper))
    except (NoPaperError, OSError) as error:
        print(f"template: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
