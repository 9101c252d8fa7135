"""The rows of the report's table of papers, session by session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import msgspec

from proceedings.names import display_name
from proceedings.papers_folder import CAMERA_READY
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.pictures import PagePicture
from proceedings.records.placement import LedgerChange
from proceedings.records.record import Record
from proceedings.report.findings_view import author_file, contacts, finding_views
from proceedings.report.page import PaperView, SessionView
from proceedings.report.papers_csv import TableRow
from proceedings.standing import Standing, by_paper, standings_of
from proceedings.tallies import tallies
from proceedings.wording import counted, page_range, size_words

BLOCKING: tuple[Standing, ...] = ("blocked", "missing")

EXPANDED_AT_MOST = 12
"""With more blocked papers than this, their findings start folded: the table itself is then the overview."""

PROOFS = "proofs"
"""The folder of the authors' proofs, as `Build.files` names it."""


class Build(Record):
    """What a build left for the report. Table and facts are empty before the volume exists.

    `files` are deliverables that exist, as paths relative to the output folder.
    """

    edition: Edition = Edition()
    findings: tuple[Finding, ...] = ()
    table: dict[str, TableRow] = {}
    facts: dict[str, PaperFacts] = {}
    files: tuple[str, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    changes: tuple[LedgerChange, ...] = ()


def anchors_of(edition: Edition) -> dict[str, str]:
    """The element id of every paper's row."""
    return {each.id: f"paper-{quote(each.id, safe='')}" for each in edition.papers}


def session_views(build: Build) -> tuple[SessionView, ...]:
    """All papers in volume order, each once, under their sessions; those in no session come last."""
    left = _rows(build)
    sessions = [
        SessionView(title=each.title, papers=tuple(left.pop(id) for id in each.papers if id in left))
        for each in build.edition.sessions
    ]
    sessions.append(SessionView(title="In no session", papers=tuple(left.values())))
    return tuple(each for each in sessions if each.papers)


def _rows(build: Build) -> dict[str, PaperView]:
    grouped = by_paper(build.findings)
    standings = standings_of(build.edition, build.findings)
    unfold = not is_crowded(standings)
    anchors = anchors_of(build.edition)
    files = {id: facts.file or f"{id}{CAMERA_READY}" for id, facts in build.facts.items()}
    rows = {}
    for paper in build.edition.papers:
        stands = standings[paper.id]
        rows[paper.id] = msgspec.structs.replace(
            _row(paper, build, grouped.get(paper.id, ()), files),
            anchor=anchors[paper.id],
            standing=stands,
            expanded=unfold and stands in BLOCKING,
        )
    return rows


def is_crowded(standings: Mapping[str, Standing]) -> bool:
    """Whether more papers are blocked than a chair takes in row by row."""
    return sum(each in BLOCKING for each in standings.values()) > EXPANDED_AT_MOST


def _row(paper: Paper, build: Build, findings: Sequence[Finding], files: Mapping[str, str]) -> PaperView:
    placed = build.table.get(paper.id, TableRow())
    facts = build.facts.get(paper.id)
    proof = f"../{PROOFS}/{quote(paper.id, safe='')}" if PROOFS in build.files else None
    in_volume = placed.first_page and "proceedings.pdf" in build.files
    return PaperView(
        id=paper.id,
        title=paper.title or "(no title)",
        authors=", ".join(display_name(each) for each in paper.authors) or "(no authors)",
        notes=" ".join((paper.notes or "").split()),
        pages=page_words(placed),
        page_count=placed.pages,
        volume_link=f"../proceedings.pdf#nameddest=paper.{quote(paper.id, safe='')}" if in_volume else None,
        stamped_link=f"../papers/{quote(paper.id, safe='')}.pdf" if placed.sha256 else None,
        proof_link=f"{proof}.html" if proof else None,
        letter_link=f"{proof}.txt" if proof else None,
        file_link=author_file(files[paper.id]) if facts else None,
        file_facts=file_facts(facts) if facts else (),
        tallies=tallies(findings),
        findings=finding_views(findings, build.edition, files, build.pictures),
        contacts=contacts(paper),
    )


def page_words(placed: TableRow) -> str:
    """`17-24` with an en dash, `17`, or nothing."""
    first, last = placed.first_page or placed.last_page, placed.last_page or placed.first_page
    return page_range(first, last)


def file_facts(facts: PaperFacts) -> tuple[str, ...]:
    """The author's file in a few words: pages, size, version, producer, links."""
    producer = facts.document_info.get("Producer") or facts.document_info.get("/Producer")
    return tuple(
        each
        for each in (
            counted(len(facts.pages), "page") if facts.pages else "",
            size_words(facts.bytes),
            f"PDF {facts.pdf_version}" if facts.pdf_version else "",
            producer or "",
            counted(facts.links.internal, "internal link") if facts.links.internal else "",
            "tagged" if facts.tagged else "",
        )
        if each
    )
