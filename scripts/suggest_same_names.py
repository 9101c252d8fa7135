"""Ask which names in the papers' blocks mean one thing, in metadata/same_names.csv; answers that are there stay."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.intake.edition_folder import MetadataFolderError, take_in
from proceedings.intake.same_name_list import read_same_names
from proceedings.problem import as_finding
from proceedings.records.record_files import write_file
from proceedings.reproducibility.likeness import likenesses
from proceedings.reproducibility.named_things import named_things
from proceedings.same_names import FILE, same_names_table, with_questions
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Write the table where there is anything to ask; 1 and the reason where it cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    args = parser.parse_args(argv)

    table = args.edition / FILE
    answers, problems = read_same_names(table, shown_as=FILE)
    for problem in problems:
        print(as_finding(problem).message, file=sys.stderr)
    if problems:
        return 1
    try:
        edition, _ = take_in(args.edition / "metadata", args.edition / "papers")
    except MetadataFolderError as error:
        print(error, file=sys.stderr)
        return 1
    found = likenesses(named_things(edition.papers), answers, edition.vocabulary)
    lines = with_questions(answers, found)
    if lines != answers:
        write_file(table, same_names_table(lines).encode())
    what_next = "answer `yes` or `no` in the column `same`." if found else "nothing is left to ask."
    is_there = table.exists()
    print(f"{FILE}: {counted(len(found), 'open pair') if is_there else 'no table'} of names; {what_next}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
