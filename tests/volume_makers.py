"""Makers for the volume: an edition folder with authors' PDFs, stamp orders, stamped papers and typeset parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

import assemble_volume
import builders
import stamp_papers
from pdf_makers import paper_pdf, register_vera
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.placement import Bookmark, Pagination, Placement, StampedPaper, TypesetPart
from proceedings.records.programme import Session
from proceedings.records.record_files import read_records, write_records
from stamp_makers import order

SIZE = (300.0, 400.0)


@dataclass
class VolumeFolder:
    """An edition folder in which the volume can be built; `missing` papers have a placeholder."""

    folder: Path
    papers: Sequence[str] = ("a", "b", "c")
    pages: int = 3
    missing: Sequence[str] = ()
    parts: dict[str, TypesetPart] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Write the authors' PDFs, the pagination and the stamp orders."""
        placements, first = [], 1
        for paper in self.papers:
            placements.append(
                Placement(
                    paper=paper,
                    first_page=first,
                    last_page=first + self.pages - 1,
                    standing="missing" if paper in self.missing else "present",
                )
            )
            first += self.pages
            if paper not in self.missing:
                paper_pdf(self.author(paper), self.pages, title=f"Paper {paper}")
        self.pagination = Pagination(placements=tuple(placements), next_page=first, page_size=SIZE)
        self.edition: Edition = builders.edition(
            *(builders.paper(paper, doi=f"10.5555/{paper}") for paper in self.papers),
            sessions=(Session(title="First Session", papers=tuple(self.papers)),),
        )

    def author(self, paper: str) -> Path:
        return self.folder / "papers" / f"{paper}.pdf"

    def stamp(self) -> list[StampedPaper]:
        """Run the stamping stage on one batch of all papers."""
        orders = [
            msgspec.structs.replace(
                order(each.paper, self.pages, each.first_page),
                sha256=hashlib.sha256(self.author(each.paper).read_bytes()).hexdigest(),
            )
            for each in self.pagination.placements
            if each.present
        ]
        write_records(self.folder / "orders.json", orders)
        argv = [
            "--orders",
            "orders.json",
            "--papers",
            "papers",
            "--folder",
            "stamped/00",
            "--output",
            "stamped/00.json",
        ]
        assert stamp_papers.main(self._in_folder(argv)) == 0
        return read_records(self.folder / "stamped/00.json", list[StampedPaper])

    def assemble(self) -> list[Finding]:
        """Run the assembling stage and return its findings."""
        write_records(self.folder / "edition.json", self.edition)
        write_records(self.folder / "pagination.json", self.pagination)
        for stem, part in self.parts.items():
            write_records(self.folder / "parts" / f"{stem}.json", part)
        argv = ["--edition", "edition.json", "--pagination", "pagination.json", "--parts", "parts"]
        argv += ["--volume", "out/proceedings.pdf", "--papers", "out/papers", "--table", "out/papers.csv"]
        argv += ["--findings", "out/findings.json", "stamped/00.json"]
        assert assemble_volume.main(self._in_folder(argv)) == 0
        return read_records(self.folder / "out/findings.json", list[Finding])

    @property
    def volume(self) -> Path:
        return self.folder / "out/proceedings.pdf"

    def stamped(self, paper: str) -> Path:
        return self.folder / "stamped/00" / f"{paper}.pdf"

    def change(self, paper: str, change: Callable[[pikepdf.Pdf], None]) -> None:
        """Change an author's file."""
        with pikepdf.open(self.author(paper), allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(self.author(paper), deterministic_id=True)

    def add_part(self, stem: str, pages: int, *, links: Sequence[str] = (), bookmarks: Sequence[Bookmark] = ()) -> None:
        """A typeset part with `links` (URIs) on its first page; the appendix's pages carry `appendix.<id>`."""
        register_vera()
        (self.folder / "parts").mkdir(exist_ok=True)
        path = self.folder / "parts" / f"{stem}.pdf"
        canvas = Canvas(str(path), pagesize=SIZE, initialFontName="Vera", invariant=1)
        for page in range(1, pages + 1):
            canvas.setFont("Vera", 12)
            canvas.drawString(50, 200, f"{stem} page {page}")
            canvas.bookmarkPage("section.1" if page == 1 else f"section.{page}")
            for number, link in enumerate(links if page == 1 else ()):
                canvas.linkURL(link, (50, 20 * number, 100, 20 * number + 15), thickness=0)
            canvas.linkRect("", "section.1", (0, 380, 10, 390), thickness=0)
            canvas.showPage()
        canvas.save()
        if stem == "artifact_appendix":
            with pikepdf.open(path, allow_overwriting_input=True) as pdf:
                names = [(f"appendix.{paper}", page.obj) for paper, page in zip(self.papers, pdf.pages, strict=False)]
                pairs = [part for name, page in names for part in (String(name), Array([page, Name.Fit]))]
                pdf.Root["/Names"] = Dictionary(Dests=Dictionary(Names=Array(pairs)))
                pdf.save(path, deterministic_id=True)
        self.parts[stem] = TypesetPart(pages=pages, bookmarks=tuple(bookmarks))

    def _in_folder(self, argv: Sequence[str]) -> list[str]:
        return [each if each.startswith("--") else str(self.folder / each) for each in argv]
