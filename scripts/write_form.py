"""Write a paper's reproducibility form, a workbook that an author can fill in, with what is known in it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.forms.form_files import write_form
from proceedings.forms.template_files import NoPaperError


def main(argv: Sequence[str] | None = None) -> int:
    """Write the forms and print where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("papers", metavar="ID", nargs="+", help="the ids of the papers")
    args = parser.parse_args(argv)
    try:
        for paper in args.papers:
            print(write_form(args.edition / "metadata", paper))
    except (NoPaperError, OSError) as error:
        print(f"form: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
