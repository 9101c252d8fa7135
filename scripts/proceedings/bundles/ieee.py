"""What IEEE receives: the papers byte for byte as their authors sent them, and the list of what is packed.

sc2020-ieee/
    README.txt  packing-list.csv  manifest-sha256.txt
    papers/017.pdf  papers/017-rights.pdf  ...
    editorial/contents.md  editorial/authors.csv  ...  front_matter/preface.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, sha256_of, write_with_manifest
from proceedings.bundles.members import README, editorial_members, facts_by_id, front_matter_members, paper_members
from proceedings.bundles.paper_files import sent_name
from proceedings.checks.certificate import certificate_words
from proceedings.checks.copyright_notices import ieee_holder
from proceedings.checks.rules import Rules
from proceedings.editorial.tables import as_csv, state_words
from proceedings.names import display_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.wording import counted, listed

PACKING_LIST = "packing-list.csv"
COLUMNS = (
    "sequence",
    "paper",
    "file",
    "title",
    "authors",
    "type",
    "first_page",
    "last_page",
    "pages",
    "state",
    "certified",
    "certificate",
    "copyright_notice",
    "form",
    "form_variant",
    "signed",
    "sha256",
)
"""Our own: IEEE's specification of packing lists is not public. `form` is the copyright form (eCF) of the metadata."""


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    papers = paper_members(edition, sources, load_policy("ieee"))
    rows = list(packing_rows(edition, sources, papers))
    editorial = {f"editorial/{name}": member for name, member in editorial_members(sources).items()}
    members = editorial | front_matter_members(edition, sources) | papers
    members[PACKING_LIST] = as_csv(COLUMNS, rows)
    members[README] = readme(edition, rows).encode()
    return write_with_manifest(path, "ieee", members, edition)


def packing_rows(edition: Edition, sources: BundleSources, packed: dict[str, Member]) -> Iterator[Sequence[object]]:
    """One row a paper in the order of the pages, those without a file too."""
    papers, facts = {paper.id: paper for paper in edition.papers}, facts_by_id(sources)
    rules = Rules(profile=edition.profile, policy=load_policy("ieee"))
    for number, placement in enumerate(sources.pagination.placements, 1):
        paper, name = papers[placement.paper], sent_name(placement.paper, "pdf")
        about = _about(paper, placement, edition, name if name in packed else "")
        if name in packed:
            digest = sha256_of(packed[name])
            yield (number, *about, *_of_file(facts[paper.id], rules), *_of_form(paper), digest)
        else:
            yield (number, *about, "", "", "", *_of_form(paper), "")


def readme(edition: Edition, rows: Sequence[Sequence[object]]) -> str:
    """What is packed, how many papers are certified, and what nobody has confirmed."""
    of = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    kinds = Counter(row["certified"] for row in of if row["file"])
    words = {"yes": "certified by IEEE PDF eXpress", "no": "not certified", "void": "changed after certification"}
    told = [
        f"{kinds[kind]} {what}" + ("" if kind == "yes" else f" ({listed(_ids(of, 'certified', kind))})")
        for kind, what in words.items()
        if kinds[kind]
    ]
    lacking = [f"{row['paper']} ({row['state']})" for row in of if not row["file"]]
    lines = [
        f"{' '.join(edition.volume.title.split())}: papers for IEEE",
        "",
        "papers/ has the PDFs exactly as their authors sent them: no stamp, no repair, no byte is changed, so that a",
        f"certificate of PDF eXpress goes on to hold. {MANIFEST} has the SHA-256 of every file.",
        f"{PACKING_LIST} has every paper in order: its file, its pages in the workshop's own count, certificate,",
        "copyright notice on page 1, and what is on record of its copyright form.",
        "editorial/ has contents, authors and organisation as text, front_matter/ the preface if there is one.",
        "",
        f"{counted(len(of), 'paper')}: {listed(told) or 'no file'}.",
        *([f"Without a file: {listed(lacking)}."] if lacking else []),
        "",
        "Prepared from public descriptions of what IEEE asks for. The columns of the packing list are not IEEE's, of",
        "which no specification is public, and nobody at IEEE has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"


def _ids(rows: Sequence[dict[str, object]], column: str, value: str) -> list[str]:
    return [str(row["paper"]) for row in rows if row["file"] and row[column] == value]


def _about(paper: Paper, placement: Placement, edition: Edition, file: str) -> tuple[object, ...]:
    title, authors = " ".join(paper.title.split()), "; ".join(display_name(author) for author in paper.authors)
    pages = (placement.first_page, placement.last_page, placement.pages)
    return (paper.id, file, title, authors, paper.type, *pages, state_words(placement, paper, edition))


def _of_file(facts: PaperFacts, rules: Rules) -> tuple[object, ...]:
    return (*certificate_words(facts, rules), ieee_holder(facts.pages[0].lines))


def _of_form(paper: Paper) -> tuple[object, ...]:
    rights = paper.rights
    return rights.form or "", rights.variant or "", rights.signed.isoformat() if rights.signed else ""
