"""Editions as a chair meets them, for the report and the terminal summary."""

from __future__ import annotations

import datetime
from typing import Any

from builders import author, facts, paper
from proceedings.codes import finding
from proceedings.records.edition import Edition, Waiver
from proceedings.records.facts import LinkFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Author, Paper
from proceedings.records.programme import Session
from proceedings.records.proof import (
    Agreement,
    Dropped,
    Fidelity,
    Inventory,
    LinkProof,
    OutlineProof,
    PaperProof,
    Proof,
    VolumeProof,
)
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Benchmark,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
)
from proceedings.records.volume import Event, Volume
from proceedings.report.papers_csv import TableRow
from proceedings.report.papers_view import Build
from proceedings.verification.volume_fidelity import of_all_papers

TITLES = {
    "003": "Where the Bytes Go: Input Pipelines for ResNet-50 on Parallel File Systems",
    "007": "Gradient Compression over Four Interconnects",
    "011": "Mixed Precision beyond 4,096 Accelerators, or How the Loss Scale Learned to Stay Put when Everything Moved",
    "014": 'A <script>alert("x")</script> & "quoted" title with $O(n \\log n)$',
    "017": "Deep Learning on a Sample Machine",
    "021": "Checkpointing without Tears",
    "024": "Elastic Training under a Batch Scheduler",
    "028": "Learned Preconditioners for Lattice Codes",
    "031": "Scheduling Hyperparameter Sweeps across Partitions",
    "033": "Surrogates for Turbulence",
    "036": "A Withdrawn Paper",
    "040": "An Extended Abstract that Appears Elsewhere",
}
PEOPLE: dict[str, tuple[Author, ...]] = {
    "003": (
        author("Nguyễn Thị Minh Khai", corresponding=True, email="khai@example.org"),
        author("Ada Sample"),
    ),
    "007": (
        Author(given="Ludwig", particle="van der", family="Berg", suffix="Jr.", email="berg@example.org"),
        author("Işıl Çağlar"),
    ),
    "011": (author("Mausam", email="mausam@example.org"), author("Jón Þór Stefánsson")),
    "014": (author("O'Brien-Núñez & Söhne"),),
    "017": (author("Ada Sample", corresponding=True, email="ada@example.org"),),
    "028": (Author(given="明", family="王"), author("שרה לוי")),
}


def block(*counts: int, **fields: Any) -> Reproducibility:
    """A reproducibility block with so many algorithms, software, datasets, hardware, benchmarks, artifacts."""
    kinds = (Algorithm, Software, Dataset, Hardware, Benchmark, Artifact)
    names = ("algorithms", "software", "datasets", "hardware", "benchmarks", "artifacts")
    items: dict[str, Any] = {name: (kind(),) * count for name, kind, count in zip(names, kinds, counts, strict=False)}
    return Reproducibility(**items, **fields)


def twelve_papers() -> tuple[Paper, ...]:
    """Two-script names, a mononym, markup in a title, a withdrawn and a non-archival paper."""
    status = {"036": "withdrawn", "040": "non-archival"}
    reasons = {"033": {"datasets": "The paper proves a bound and trains on nothing."}}
    return tuple(
        paper(
            id,
            title=title,
            people=PEOPLE.get(id),
            status=status.get(id, "accepted"),
            reproducibility=block(
                number % 3,
                number,
                0 if id in reasons else 1 + number % 4,
                number % 2,
                number % 3,
                number // 3,
                not_applicable=reasons.get(id, {}),
            ),
        )
        for number, (id, title) in enumerate(TITLES.items())
    )


def difficult_edition(**volume: Any) -> Edition:
    """Twelve papers in three sessions and in none."""
    ids = list(TITLES)
    return Edition(
        volume=Volume(
            title="Proceedings of the Sample Workshop on Deep Learning on Supercomputers",
            acronym="DLS-SAMPLE 2019",
            reproducibility="required",
            event=Event(name="Sample Workshop"),
            **volume,
        ),
        sessions=(
            Session(title="Data and Communication", papers=tuple(ids[:4])),
            Session(title="Training at Scale", papers=tuple(ids[4:7])),
            Session(title="Applications", papers=tuple(ids[7:10])),
        ),
        papers=twelve_papers(),
        waivers=(
            Waiver(
                paper="007",
                code="font-not-embedded",
                reason="The figure is a scan of a 1987 plot.",
                by="the proceedings chair",
                until=datetime.date(2019, 6, 30),
            ),
        ),
        as_of=datetime.date(2019, 6, 20),
    )


TYPE3_CURE = 'Matplotlib: set `rcParams["pdf.fonttype"] = 42` and export the figure again.'
WAIVED = Finding(
    paper="007",
    code="font-not-embedded",
    severity="error",
    page=2,
    waived=True,
    message="Helvetica is not embedded.",
    remedy="Embed all fonts.",
)
REPEATED: tuple[tuple[str, Severity], ...] = (
    ("low-resolution-image", "warning"),
    ("page-box", "info"),
    ("no-unicode-map", "warning"),
)


def sixty_findings() -> tuple[Finding, ...]:
    """Errors, warnings and notes over many papers, one waived, one missing paper, two of the volume."""
    pending, stray = "metadata/proceedings.yml: the ISBN is still pending.", "papers/099.pdf belongs to no paper."
    found = (
        finding("metadata-missing", pending, remedy="Ask the publisher."),
        finding("orphan-pdf", stray, paper="099", remedy="Describe it, or remove it."),
        _error("camera-ready-missing", "The PDF is not there.", "021", remedy="Put it at papers/021.pdf."),
        _error("type3-font", "Figure 2 uses the Type 3 font DejaVuSans.", "017", page=3, remedy=TYPE3_CURE),
        _error("type3-font", "Figure 4 uses the Type 3 font DejaVuSans.", "017", page=6, remedy=TYPE3_CURE),
        _error("password", "The file asks for a password.", "014", remedy="Save it without one."),
        WAIVED,
    )
    return (*found, *(_repeated(number) for number in range(60 - len(found))))


def _error(code: str, message: str, paper: str, *, remedy: str, page: int | None = None) -> Finding:
    return finding(code, message, paper=paper, page=page, severity="error", remedy=remedy)


def _repeated(number: int) -> Finding:
    code, severity = REPEATED[number % 3]
    id = ("003", "007", "011", "024", "028")[number % 5]
    return finding(code, f"Something is seen in place {number}.", paper=id, page=number % 8 + 1, severity=severity)


def table_of(edition: Edition, *missing: str) -> dict[str, TableRow]:
    """Rows of papers.csv: every accepted paper takes four pages, but `missing` ones have no hash."""
    rows, page = {}, 1
    for each in edition.papers:
        if each.status == "accepted":
            digest = "" if each.id in missing else "a" * 64
            rows[each.id] = TableRow(first_page=str(page), last_page=str(page + 3), pages=4, sha256=digest)
            page += 4
    return rows


def difficult_build() -> Build:
    """The twelve papers with their sixty findings, after an assembly in which 014 and 021 are placeholders."""
    edition = difficult_edition()
    info = {"Producer": "pdfTeX-1.40.24"}
    return Build(
        edition=edition,
        findings=sixty_findings(),
        table=table_of(edition, "014", "021"),
        facts={
            each.id: facts(each.id, document_info=info, links=LinkFacts(internal=23, external=4))
            for each in edition.papers
            if each.id != "021"
        },
        files=("proceedings.pdf", "papers.csv", "findings.json", "proof.json"),
    )


def ledger_of(id: str) -> Fidelity:
    """Everything is kept, but for a link of paper 017 that led nowhere."""
    broken = int(id == "017")
    kept = Inventory(links_internal=23, links_external=4, bookmarks=8, structure={"P": 12})
    told = (Dropped(kind="links_internal", number=1, reason="led nowhere in the author’s own file already"),)
    source = Inventory(links_internal=23 + broken, links_external=4, bookmarks=8, structure={"P": 12})
    return Fidelity(source=source, stamped=kept, volume=kept, dropped=told if broken else ())


def proof_of(build: Build, **fields: Any) -> Proof:
    """A proof in which everything holds."""
    papers = tuple(
        PaperProof(
            id=id,
            present=bool(row.sha256),
            pages=row.pages if row.sha256 else 0,
            source_read=True,
            links=LinkProof(source=23, stamped=23, volume=23, landed=23, external_source=4, external_volume=4),
            stamp_pages_found=row.pages if row.sha256 else 0,
            unchanged_pages=row.pages if row.sha256 else 0,
            identical_pages=row.pages if row.sha256 else 0,
            fidelity=ledger_of(id),
            agrees=Agreement(labels=True, stamp=True, contents=True, index=True, table=True),
        )
        for id, row in build.table.items()
    )
    volume = VolumeProof(
        pages=56,
        paper_pages=40,
        typeset_pages=16,
        labels=("i-viii", "1-48"),
        fonts=31,
        typeset_links=64,
        typeset_links_landed=64,
        outline=OutlineProof(bookmarks=96, sessions=3, papers=10, own=79, landed=96),
        fidelity=of_all_papers([each.fidelity for each in papers if each.present]),
    )
    return Proof(volume=volume, papers=papers, **fields)
