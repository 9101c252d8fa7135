"""Check one PDF as the proceedings chair would, before you send it. Nothing leaves this machine.

Exit status: 0 nothing blocks, 1 an error stands, 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from proceedings.checker_version import library_digest
from proceedings.codes import finding
from proceedings.profile import FormatProfile, ProfileError
from proceedings.receipts import receipt_for
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding, FindingsFile
from proceedings.records.format_profile import PageRule
from proceedings.self_check import asked_profile, paper_facts, self_check, shown_path
from proceedings.self_pictures import Pictures, write_pictures
from proceedings.severity import blocking
from proceedings.terminal_findings import finding_lines, printable
from proceedings.wording import counted


def main(argv: Sequence[str] | None = None) -> int:
    """Check the file, print what was found."""
    args = _arguments(argv)
    try:
        profile = asked_profile(args.profile)
    except ProfileError as error:
        print(error, file=sys.stderr)
        if args.json:
            _write(_as_json([finding("metadata-invalid", str(error), remedy="")]))
        return 2
    facts = paper_facts(args.file)
    pages = PageRule(min=args.min_pages, max=args.max_pages, excluding=args.excluding and tuple(args.excluding))
    findings = self_check(facts, profile, pages, path=shown_path(args.file))
    try:
        folder = args.pictures
        drawn = write_pictures(args.file, facts, findings, profile, folder) if folder else Pictures([], {})
    except OSError as error:
        print(f"The pictures cannot be written to {args.pictures}: {error.strerror}.", file=sys.stderr)
        return 2
    shown = [f"Pictures: {counted(len(drawn.files), 'page')} in {printable(str(folder))}"] if drawn.files else []
    if facts.pages and args.max_pages is None and profile.pages.max is None:
        shown.append("No page limit was given, so the length was not checked.")
    _write(_as_json(findings) if args.json else _as_text(args.file, facts, findings, profile, drawn.places, shown))
    return 1 if blocking(findings) else 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, metavar="FILE", help="the PDF")
    parser.add_argument("--profile", required=True, metavar="NAME", help="lncs, acm, ieee, ..., or path/to/own.yml")
    parser.add_argument("--min-pages", type=_page_number, metavar="N", help="fewest pages for this type of paper")
    parser.add_argument("--max-pages", type=_page_number, metavar="N", help="most pages for this type of paper")
    parser.add_argument("--excluding", nargs="+", choices=["references", "appendix"], help="pages that do not count")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="draw the pages that findings name into DIR")
    parser.add_argument("--json", action="store_true", help='one object {"findings": [...]} instead of text')
    args = parser.parse_args(argv)
    if args.min_pages and args.max_pages and args.min_pages > args.max_pages:
        parser.error(f"no paper has at least {args.min_pages} pages and at most {args.max_pages}")
    return args


def _page_number(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f'"{words}" is no number of pages')
    return int(words)


def _as_json(findings: Sequence[Finding]) -> str:
    found = msgspec.json.encode(FindingsFile(findings=tuple(findings)), order="sorted")
    return msgspec.json.format(found, indent=1).decode()


def _as_text(
    path: Path,
    facts: PaperFacts,
    findings: Sequence[Finding],
    profile: FormatProfile,
    places: Mapping[Finding, str],
    shown: Sequence[str],
) -> str:
    terminal = sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    named = profile.title or profile.name
    lines = finding_lines(
        facts, findings, file=shown_path(path), profile=named, places=places, width=width, colour=colour
    )
    receipt = [f"Receipt: {receipt_for(facts.sha256, profile, library_digest())}"] if facts.sha256 else []
    return "\n".join([*lines, *shown, *receipt])


def _write(text: str) -> None:
    """Print in one piece; a reader that has gone away (`| head`) is no fault."""
    try:
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    raise SystemExit(main())
