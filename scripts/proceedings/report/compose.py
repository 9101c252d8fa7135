"""From the records of a build to the report's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.proof import Proof
from proceedings.report.bundles_view import becomes_of_bundles, bundle_views
from proceedings.report.fidelity_view import fidelity_view
from proceedings.report.findings_view import causes, code_views, finding_views
from proceedings.report.ledger_view import changes_view
from proceedings.report.page import Figure, FileView, Mood, ReportPage
from proceedings.report.papers_view import Build, anchors_of, is_crowded, session_views
from proceedings.report.proof_view import links_kept, proof_view
from proceedings.report.reproducibility_view import reproducibility_view
from proceedings.severity import blocking
from proceedings.standing import Standing, standings_of, state_sentence
from proceedings.tallies import tally_words
from proceedings.wording import counted, date_words, label_ranges

RIBBON_AT_MOST = 240
"""With more papers, a paper in the ribbon of the volume would be thinner than a hair."""

WHAT_IT_IS = {
    "proceedings.pdf": "the whole volume",
    "papers": "the stamped papers, one file each",
    "papers.csv": "pages, DOI and hash of every paper",
    "chase.csv": "who owes what: one row a person to write to",
    "findings.json": "every finding, for programs",
    "proof.json": "what was read back from the finished files",
    "proceedings.bib": "the BibTeX index",
    "proceedings.ris": "the same for reference managers",
    "proceedings.csl.json": "the same as CSL-JSON",
    "artifact-appendix.pdf": "the artifact appendix alone",
    "editorial/README.txt": "what is in editorial/, for whoever sets contents, authors and organisation anew",
    "artifacts.csv": "all artifacts, software, datasets and systems as a table",
    "artifacts.json": "the same for programs",
    "proofs": "one proof and one letter for every author",
    "deposits/ro-crate-metadata.json": "volume, papers and artifacts as an RO-Crate",
    "deposits/schema-org.jsonld": "the same in the words of Schema.org, for a site",
    "deposits/crossref.xml": "the DOIs of volume and papers, for Crossref",
    "deposits/dblp.xml": "the table of contents, for dblp",
    "deposits/datacite": "a record of every paper, for DataCite",
    "deposits/jats": "the front matter of every paper in JATS",
    "deposits/artifacts": "CodeMeta and CITATION.cff for each software of the authors",
    "site": "the static site",
}


def report_page(build: Build, proof: Proof | None) -> ReportPage:
    """The whole page. Where no volume has been proved yet, `proof` is None."""
    edition, findings = build.edition, build.findings
    standings = standings_of(edition, findings)
    anchors = anchors_of(edition)
    elsewhere = [each for each in findings if each.paper not in anchors]
    counts = Counter(standings.values())
    return ReportPage(
        language=edition.volume.language or "en",
        title=edition.volume.title or "Untitled proceedings",
        mood=_mood(counts, findings),
        state=state_sentence(edition, findings),
        figures=_figures(build, proof),
        standings=tuple((each, counts[each]) for each in get_args(Standing) if counts[each]),
        ribbon=bool(build.table) and len(edition.papers) <= RIBBON_AT_MOST,
        causes=causes(findings) if is_crowded(standings) else (),
        volume_findings=finding_views(elsewhere, edition, {}, named=True),
        sessions=session_views(build),
        codes=code_views(findings, edition, anchors),
        proof=proof_view(proof) if proof else (),
        fidelity=fidelity_view(proof, edition, anchors) if proof else None,
        changes=changes_view(len(edition.ledger), build.changes, anchors),
        reproducibility=reproducibility_view(edition, anchors),
        files=tuple(map(_file, build.files)),
        bundles=bundle_views(edition),
        of_bundles=becomes_of_bundles(edition, findings),
    )


def _mood(counts: Counter[Standing], findings: Sequence[Finding]) -> Mood:
    if blocking(findings):
        return "bad"
    return "waiting" if counts["awaited"] or not counts else "good"


def _figures(build: Build, proof: Proof | None) -> tuple[Figure, ...]:
    links = (_link_figure(proof),) if proof else ()
    return (
        _phase_figure(build.edition),
        _paper_figure(build.edition),
        _page_figure(build, proof),
        *links,
        _finding_figure(build.findings),
    )


def _phase_figure(edition: Edition) -> Figure:
    return Figure(label="Phase", value=edition.volume.phase, remark=_today_words(edition))


NOT_SET = "the latest day that is known; as_of in proceedings.yml sets it"


def _today_words(edition: Edition) -> str:
    """Which day it is for the edition, and where the day comes from if proceedings.yml does not say it."""
    if edition.as_of is None:
        return ""
    day = f"as of {date_words(edition.as_of)}"
    return day if edition.volume.as_of else f"{day}, {NOT_SET}"


def _paper_figure(edition: Edition) -> Figure:
    others = Counter(each.status for each in edition.papers if each.status != "accepted")
    remark = ", ".join(f"{number:,} {status}" for status, number in sorted(others.items()))
    accepted = sum(each.status == "accepted" for each in edition.papers)
    sessions = len([each for each in edition.sessions if each.papers])
    grouped = f"in {counted(sessions, 'session')}" if sessions else ""
    return Figure(label="Papers", value=f"{accepted:,}", remark="; ".join(filter(None, (grouped, remark))))


def _page_figure(build: Build, proof: Proof | None) -> Figure:
    if proof and proof.volume.pages:
        return Figure(label="Pages", value=f"{proof.volume.pages:,}", remark=label_ranges(proof.volume.labels))
    pages = sum(each.pages for each in build.table.values())
    return Figure(label="Pages", value=_number(pages), remark="of papers" if pages else "no volume yet")


def _link_figure(proof: Proof) -> Figure:
    kept, total = links_kept(proof)
    if not total:
        return Figure(label="Internal links", value="none", remark="in the papers")
    return Figure(label="Internal links", value=f"{kept:,} of {total:,}", remark="kept, stamped and in the volume")


def _finding_figure(findings: Sequence[Finding]) -> Figure:
    return Figure(label="Findings", value=_number(len(findings)), remark=tally_words(findings) if findings else "")


def _number(count: int) -> str:
    return f"{count:,}" if count else "none"


def _file(path: str) -> FileView:
    return FileView(link=f"../{path}", name=path, what=WHAT_IT_IS.get(path, ""))
