"""Compare the findings on real papers with a table of their known defects.

    python benchmarks/compare_corpora.py FOLDER [--differences]

FOLDER holds `index.csv` (columns file, kind, template, known_defects; defects separated by ` | `, each ending in the
method by which it was found in brackets) and the papers. A paper is judged by the profile of its template; a template
without a profile by none, so that only what every PDF can show is compared. What comes of it is in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from proceedings.checks.registry import check_edition  # noqa: E402
from proceedings.gathering import gathered_findings  # noqa: E402
from proceedings.inspection.pdf_inspection import inspect_paper  # noqa: E402
from proceedings.profile import FormatProfile, load_profile, packaged_names  # noqa: E402
from proceedings.publisher import publisher_of  # noqa: E402
from proceedings.records.edition import Edition  # noqa: E402
from proceedings.records.finding import Finding  # noqa: E402
from proceedings.records.paper import Author, Paper  # noqa: E402
from proceedings.records.programme import Session  # noqa: E402
from proceedings.records.volume import Volume  # noqa: E402


class Kind(NamedTuple):
    """A kind of known defect: how the table names it, and the codes by which we report it."""

    name: str
    listed_as: str
    codes: tuple[str, ...]
    needs: str = ""


KINDS = (
    Kind("font not embedded", r"nonembedded-fonts", ("font-not-embedded",)),
    Kind("Type 3 font", r"type3-fonts", ("type3-font",)),
    Kind("page numbers", r"page-numbers-printed", ("page-number-present", "already-stamped"), "page numbers"),
    Kind("running head", r"running-head", ("running-head-present", "already-stamped"), "running heads"),
    Kind("review version", r"(?i)line-numbers|anonymous|authors-suppressed|no-authors", ("review-mode",)),
    Kind("ink near the edge", r"text-within|text-block-width", ("ink-outside-text-block",), "text block"),
    Kind("sample text", r"template-placeholder|placeholder 'No|template text", ("template-leftover",)),
    Kind("unresolved reference", r"possible-unresolved", ("unresolved-reference",)),
    Kind("draft mark", r"draft-marker", ("todo-mark",)),
    Kind("remark", r"markup-annotations", ("review-annotation",)),
    Kind("form", r"form-fields", ("form",)),
    Kind("title property", r"docinfo-title-junk", ("document-info",)),
    Kind("page size", r"page-size-differs", ("page-size",), "page size"),
    Kind("typeface", r"without-Libertinus", ("body-font",), "typeface"),
    Kind("damage", r"qpdf-warning", ("damaged-pdf",)),
    Kind("page without text", r"page-without-text", ("blank-page", "no-searchable-text")),
    Kind("title", r"metadata-title-not|WRONG FILE", ("title-mismatch",), "metadata"),
    Kind("author", r"metadata-author-not|e-mail address", ("author-mismatch", "name-suspect"), "metadata"),
)


class Row(NamedTuple):
    """A paper of the table with what is known of it and what we found."""

    file: str
    profile: FormatProfile
    known: tuple[str, ...]
    findings: tuple[Finding, ...]

    def lists(self, kind: Kind) -> str | None:
        """The first known defect of this kind."""
        return next((each for each in self.known if re.search(kind.listed_as, each)), None)

    def found(self, kind: Kind) -> list[Finding]:
        """What we report of this kind, be it within the finding of its cause."""
        named = re.compile(rf"(?:is|are) not listed: .*\b(?:{'|'.join(kind.codes)})\b")
        return [each for each in self.findings if each.code in kind.codes or named.search(each.message)]

    def asks(self, kind: Kind) -> bool:
        """Whether the paper's profile asks anything of this kind."""
        profile = self.profile
        return {
            "page numbers": profile.page_numbers == "unwanted",
            "running heads": profile.running_heads == "unwanted",
            "text block": bool(profile.text_block.width),
            "page size": bool(profile.page_sizes),
            "typeface": bool(profile.body.families),
            "metadata": False,
        }.get(kind.needs, True)


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line a kind, and with --differences one for each paper on which the two disagree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where index.csv lies")
    parser.add_argument("--differences", action="store_true", help="name the papers")
    args = parser.parse_args(argv)
    if not (args.folder / "index.csv").is_file():
        print(f"compare_corpora: skipped, there is no {args.folder / 'index.csv'}.")
        return 0
    rows = list(judged_rows(args.folder))
    print(f"{len(rows)} papers\n")
    print(f"{'kind':22}{'listed':>7}{'asked':>7}{'found':>7}{'not found':>11}{'beyond the list':>17}")
    for kind in KINDS:
        print(_line(kind, rows))
        if args.differences:
            for line in _differences(kind, rows):
                print(f"    {line}")
    return 0


def judged_rows(folder: Path) -> Iterator[Row]:
    """Every single paper and every paper of a volume."""
    with (folder / "index.csv").open(encoding="utf-8", newline="") as table:
        for line in csv.DictReader(table):
            if line["kind"] in ("single-paper", "volume-paper") and line["file"].endswith(".pdf"):
                known = tuple(filter(None, line["known_defects"].split(" | ")))
                yield judged(folder / line["file"], line["file"], line["template"], known)


def judged(path: Path, name: str, template: str, known: tuple[str, ...]) -> Row:
    """One paper without metadata, under the profile of its template."""
    profile = load_profile(template) if template in packaged_names() else FormatProfile()
    record = Paper(id="1", title="", authors=(Author(literal=""),))
    volume = Volume(title="", profile=template, publisher=publisher_of(template))
    edition = Edition(volume=volume, profile=profile, sessions=(Session(papers=("1",)),), papers=(record,))
    findings = check_edition(edition, [inspect_paper(path, "1")])
    return Row(name, profile, known, gathered_findings(findings, edition, strict=False))


def _line(kind: Kind, rows: Iterable[Row]) -> str:
    listed = [row for row in rows if row.lists(kind)]
    asked = [row for row in listed if row.asks(kind)]
    found = sum(1 for row in asked if row.found(kind))
    beyond = sum(1 for row in rows if row.asks(kind) and row.found(kind) and not row.lists(kind))
    return f"{kind.name:22}{len(listed):7}{len(asked):7}{found:7}{len(asked) - found:11}{beyond:17}"


def _differences(kind: Kind, rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        listed, found = row.lists(kind), row.found(kind)
        if listed and not found and row.asks(kind):
            yield f"not found  {row.file}: {listed[:150]}"
        if found and not listed and row.asks(kind):
            yield f"beyond     {row.file}: {found[0].message[:190]}"


if __name__ == "__main__":
    raise SystemExit(main())
