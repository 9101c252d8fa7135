"""Write an edition folder from a submission system's export, or show what the export has otherwise than one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from proceedings.editions.edition_writer import (
    DuplicateIdError,
    EditionExistsError,
    refuse_to_overwrite,
    with_file_names,
    write_edition,
)
from proceedings.importers import IMPORTERS, read_source
from proceedings.importers.imported import Doubt, Imported, SourceError, doubt_lines
from proceedings.packed_export import unpacked_export
from proceedings.reimport.taking import TAKEABLE, doubts_of, news_lines, news_of, take_news, takeable, write_provenance
from proceedings.taken_names import names_in, names_meant
from proceedings.wording import counted
from proceedings.yaml.yaml_edit import NoPlaceError

REFUSALS = (SourceError, EditionExistsError, DuplicateIdError, NoPlaceError, OSError)
"""What ends an import in one line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Read the export, write the edition, print one line; doubts go to standard error, one line each.

    Where there is an edition, every difference is printed, and only what `--take` names is written.
    """
    args = _arguments(argv)
    origin = f"{args.kind} export {args.source.resolve().name}"
    again = (args.edition / "metadata/proceedings.yml").is_file()
    try:
        take = names_meant(args.take, TAKEABLE, "an export")
        if not again:
            refuse_to_overwrite(args.edition, [])
        with unpacked_export(args.source) as source:
            imported = read_source(args.kind, source)
            doubts, said = _again(args, imported, origin, take) if again else _anew(args, imported, origin)
    except REFUSALS as error:
        print(f"import: {' '.join(str(error).split())}", file=sys.stderr)
        return 1
    for line in doubt_lines(doubts):
        print(f"doubt: {line}", file=sys.stderr)
    print(said)
    return 0


def _anew(args: argparse.Namespace, imported: Imported, origin: str) -> tuple[list[Doubt], str]:
    doubts = [*imported.doubts, *write_edition(args.edition, imported, origin)]
    if args.take:
        doubts.append(Doubt(fact="all was new, so that TAKE had nothing to choose from"))
    write_provenance(args.edition, with_file_names(imported)[0].pdfs, origin)
    counts = f"{counted(len(imported.edition.papers), 'paper')} and {counted(len(imported.pdfs), 'PDF')}"
    said = f"{args.edition}: {counts} imported from {args.kind}. Read metadata/, then: make EDITION={args.edition}"
    return doubts, said


def _again(args: argparse.Namespace, imported: Imported, origin: str, take: Collection[str]) -> tuple[list[Doubt], str]:
    news, doubts = news_of(args.edition, imported, origin)
    doubts += doubts_of(news, imported.doubts)
    for line in news_lines(news, take):
        print(line)
    number = take_news(args.edition, news, take)
    if number:
        return doubts, f"{args.edition}: {counted(number, 'change')} taken over from {args.kind}."
    found = len(news.differences) + len(news.new) + len(news.gone)
    if not found:
        return doubts, f"{args.edition}: the export says what the edition says."
    rest = ",".join(takeable(news))
    return doubts, f"{args.edition}: {counted(found, 'difference')}, none taken over." + f" Next: TAKE={rest}" * bool(
        rest
    )


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", metavar="KIND", help=f"one of {', '.join(sorted(IMPORTERS))}")
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the export: a folder, a file or an archive")
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder to write, or to compare with")
    parser.add_argument(
        "--take",
        metavar="FIELDS",
        type=names_in,
        default=[],
        help="fields to take over into an edition that is there, as title,authors; papers: new ones; pdfs: files; all",
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
