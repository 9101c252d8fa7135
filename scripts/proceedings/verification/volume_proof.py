"""Verifies the finished volume against the metadata, the authors' files and the tables, and writes down the proof.

The PDFs are read by pypdf and PDFium, neither of which wrote them. What cannot be read is a mismatch,
never an exception, so that there is always a proof.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from proceedings.bibliography.bibtex import BibliographyError
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.records.proof import Agreement, Mismatch, OutlineProof, PaperProof, Proof, VolumeProof
from proceedings.repairs.repaired import source_file
from proceedings.verification.matter import contents_troubles, index_troubles, keyword_troubles, printed_numbers
from proceedings.verification.outline import compare_outline, expected_outline
from proceedings.verification.pages import wrong_labels
from proceedings.verification.paper_proof import PaperCase, PaperReading, PaperVerifier
from proceedings.verification.pdf_reading import FinishedPdf, UnreadableOutputError
from proceedings.verification.pdf_text import read_typeset
from proceedings.verification.readback import TypesetRead, bare, runs
from proceedings.verification.tables import (
    Row,
    bibliography_troubles,
    file_sha256,
    hash_troubles,
    order_troubles,
    read_entries,
    read_table,
    row_troubles,
    stray_files,
)
from proceedings.verification.volume_layout import VolumeLayout

PRIVATE_SCHEME = "bindery:"
"""Links of this scheme are turned into real ones when the volume is assembled; none may be left."""


@dataclass(frozen=True)
class Places:
    """The finished files: the volume, the folder of stamped papers, papers.csv, the BibTeX; and the authors' folder."""

    volume: Path
    papers: Path
    table: Path
    bibliography: Path
    sources: Path


@dataclass
class Verification:
    """One verification: what it compares, and the mismatches so far."""

    edition: Edition
    layout: VolumeLayout
    places: Places
    facts: Mapping[str, PaperFacts] = field(default_factory=dict)
    mismatches: list[Mismatch] = field(default_factory=list)
    unread: set[Path] = field(default_factory=set)
    """Tables of which nothing could be compared."""

    def prove(self) -> Proof:
        """Read everything back and compare it."""
        volume = self._open_volume()
        typeset = self._read_typeset(volume)
        readings = {each.paper: self._read_paper(each, volume) for each in self._placements()}
        self._compare_tables()
        if volume is not None:
            self._compare_matter(volume, typeset)
        of_volume = self._prove_volume(volume, readings)
        wrong = self._kinds_by_paper()
        papers = tuple(
            self._prove_paper(each, readings[each.paper], wrong.get(each.paper, Counter()), volume is not None)
            for each in self._placements()
        )
        return Proof(volume=of_volume, papers=papers, mismatches=tuple(f"{each.message}." for each in self.mismatches))

    def _placements(self) -> list[Placement]:
        return [each for each in self.layout.pagination.placements if each.paper in self._papers]

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        return {paper.id: paper for paper in self.edition.papers}

    def _kinds_by_paper(self) -> dict[str | None, Counter[str]]:
        """How many mismatches of each kind each paper has."""
        kinds: dict[str | None, Counter[str]] = {}
        for each in self.mismatches:
            kinds.setdefault(each.paper, Counter())[each.kind] += 1
        return kinds

    def _note(self, paper: str | None, kind: str, sentences: Iterable[str], place: Path | None = None) -> None:
        prefix = f"{place.as_posix()}: " if place else ""
        self.mismatches += [Mismatch(paper=paper, kind=kind, message=prefix + each) for each in sentences]

    def _open_volume(self) -> FinishedPdf | None:
        try:
            volume = FinishedPdf(self.places.volume)
        except UnreadableOutputError as error:
            self._note(None, "file", [str(error).rstrip(".")])
            return None
        if volume.read.complaint:
            self._note(None, "file", [f"a strict reading objects: {volume.read.complaint}"], self.places.volume)
        return volume

    def _read_typeset(self, volume: FinishedPdf | None) -> TypesetRead:
        if volume is None:
            return TypesetRead({}, ())
        try:
            links = volume.read.navigation.internal()
            return read_typeset(self.places.volume, self.layout.typeset_pages(), links)
        except UnreadableOutputError as error:
            self._note(None, "file", [str(error).rstrip(".")])
            return TypesetRead({}, ())

    def _read_paper(self, placement: Placement, volume: FinishedPdf | None) -> PaperReading:
        case = PaperCase(
            paper=self._papers[placement.paper],
            placement=placement,
            start=self.layout.start_of(placement),
            source=source_file(self.places.sources, placement.paper, self.facts.get(placement.paper)),
            stamped=self.places.papers / f"{placement.paper}.pdf",
            facts=self.facts.get(placement.paper),
            folios=self.edition.volume.stamp.page_numbers is not False,
        )
        reading = PaperVerifier(case, volume, self.places.volume.as_posix()).verify()
        self.mismatches += reading.mismatches
        return reading

    def _compare_tables(self) -> None:
        rows = self._rows()
        entries = self._entries()
        by_id: dict[str, Row] = {row.get("id", ""): row for row in rows or ()}
        for placement in self._placements():
            paper, row = self._papers[placement.paper], by_id.get(placement.paper)
            if rows is not None:
                self._note(paper.id, "table", row_troubles(row, paper, placement, self.edition))
                self._note(paper.id, "sha256", hash_troubles(row, placement, self.places.papers), self.places.table)
            if entries is not None:
                troubles = bibliography_troubles(entries, paper, placement, self.edition)
                self._note(paper.id, "bibliography", troubles, self.places.bibliography)
        if rows is not None:
            self._note(None, "table", order_troubles(rows, self.layout.pagination))
        strays = stray_files(self.places.papers, self.layout.pagination)
        self._note(None, "table", [f"{name} belongs to no paper of the volume" for name in strays], self.places.papers)

    def _rows(self) -> list[dict[str, str]] | None:
        try:
            return read_table(self.places.table)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            self.unread.add(self.places.table)
            self._note(None, "file", [f"cannot be read ({type(error).__name__})"], self.places.table)
            return None

    def _entries(self) -> dict[str, dict[str, str]] | None:
        try:
            return read_entries(self.places.bibliography)
        except (OSError, UnicodeDecodeError) as error:
            self._note(None, "file", [f"cannot be read ({type(error).__name__})"], self.places.bibliography)
        except BibliographyError as error:
            self._note(None, "bibliography", [str(error).rstrip(".")])
        self.unread.add(self.places.bibliography)
        return None

    def _compare_matter(self, volume: FinishedPdf, typeset: TypesetRead) -> None:
        for placement in self._placements():
            paper = self._papers[placement.paper]
            if self.layout.front.pages:
                troubles = contents_troubles(paper, placement, self.layout, typeset)
                self._note(paper.id, "contents", troubles, self.places.volume)
            if self.layout.index.pages:
                troubles = index_troubles(paper, placement, self.layout, typeset)
                self._note(paper.id, "index", troubles, self.places.volume)
            if self.layout.keywords.pages:
                troubles = keyword_troubles(paper, placement, self.layout, typeset)
                self._note(paper.id, "keywords", troubles, self.places.volume)
        labels = volume.read.navigation.labels
        for link, label in printed_numbers(typeset, labels):
            words = f'page {labels[link.page]}: the page number "{link.words}" leads to page {label}'
            self._note(None, "numbers", [f"{self.places.volume.as_posix()}, {words}"])

    def _prove_volume(self, volume: FinishedPdf | None, readings: Mapping[str, PaperReading]) -> VolumeProof:
        if volume is None:
            return VolumeProof(sha256=file_sha256(self.places.volume))
        read, navigation = volume.read, volume.read.navigation
        self._compare_volume(volume, readings)
        typeset = set(self.layout.typeset_pages())
        ours = [link for link in navigation.links if link.page in typeset and link.kind == "internal"]
        return VolumeProof(
            sha256=file_sha256(self.places.volume),
            pages=len(read.pages),
            labels=runs(navigation.labels),
            title=read.title,
            outline=self._compare_outline(volume, readings),
            fonts=len(read.fonts),
            fonts_not_embedded=tuple(sorted(read.not_embedded())),
            internal_links=len(navigation.internal()),
            typeset_links=len(ours),
            typeset_links_landed=sum(link.target is not None for link in ours),
            external_links=len(navigation.web()),
            destinations=len(navigation.destinations),
        )

    def _compare_volume(self, volume: FinishedPdf, readings: Mapping[str, PaperReading]) -> None:
        read, path = volume.read, self.places.volume
        if len(read.pages) != self.layout.pages:
            words = f"the volume has {len(read.pages)} pages instead of {self.layout.pages}"
            self._note(None, "pages", [words], path)
        self._compare_labels(volume)
        title = bare(self.edition.volume.title)
        if title not in bare(read.title) or title not in bare(read.xmp_title):
            self._note(None, "title", ["the document information does not carry the volume's title"], path)
        authors = set().union(*(reading.not_embedded for reading in readings.values()))
        fonts = sorted(read.not_embedded() - authors)
        self._note(None, "fonts", [f"the font {name} is not embedded" for name in fonts], path)
        self._compare_own_links(volume)

    def _compare_labels(self, volume: FinishedPdf) -> None:
        expected, found = self.layout.labels(), volume.read.navigation.labels
        self._note(None, "labels", wrong_labels(found, expected), self.places.volume)
        for placement in self._placements():
            start, count = self.layout.start_of(placement), placement.last_page - placement.first_page + 1
            wrong = wrong_labels(found[start : start + count], expected[start : start + count])
            self._note(placement.paper, "labels", [f"in the volume, {each}" for each in wrong], self.places.volume)

    def _compare_own_links(self, volume: FinishedPdf) -> None:
        navigation, path = volume.read.navigation, self.places.volume
        typeset = set(self.layout.typeset_pages())
        for link in navigation.links:
            label = navigation.labels[link.page]
            if link.kind == "web" and link.address.startswith(PRIVATE_SCHEME):
                self._note(None, "links", [f'page {label}: the link "{link.address}" was never resolved'], path)
            elif link.page in typeset and link.kind == "internal" and link.target is None:
                self._note(None, "links", [f'page {label}: the link "{link.address}" leads nowhere'], path)
        if not navigation.sorted_names:
            words = "the names of destinations are not in order, so that some readers miss links"
            self._note(None, "links", [words], path)

    def _compare_outline(self, volume: FinishedPdf, readings: Mapping[str, PaperReading]) -> OutlineProof:
        own = {paper: reading.own_bookmarks for paper, reading in readings.items()}
        wanted = expected_outline(self.edition, self.layout, own)
        proof, troubles = compare_outline(wanted, volume.read.navigation.bookmarks)
        for paper, words in troubles:
            self._note(paper, "outline", [words], self.places.volume)
        return proof

    def _prove_paper(
        self, placement: Placement, reading: PaperReading, wrong: Counter[str], volume_read: bool
    ) -> PaperProof:
        return PaperProof(
            id=placement.paper,
            present=placement.present,
            first_page=placement.first_page,
            last_page=placement.last_page,
            pages=reading.pages,
            source_read=reading.source_read,
            links=reading.links,
            destinations=reading.destinations,
            bookmarks=max(0, len(reading.own_bookmarks) - wrong["outline"]) if volume_read else 0,
            bookmarks_in_source=reading.bookmarks_in_source,
            stamp_pages_found=reading.stamp_pages_found,
            unchanged_pages=reading.unchanged_pages,
            identical_pages=reading.identical_pages,
            agrees=self._agreement(placement, wrong, volume_read),
        )

    def _agreement(self, placement: Placement, wrong: Counter[str], volume_read: bool) -> Agreement:
        examined = {
            "pagination": placement.present,
            "labels": volume_read,
            "stamp": placement.present and self.edition.volume.stamp.page_numbers is not False,
            "content": placement.present,
            "links": placement.present,
            "outline": volume_read,
            "contents": volume_read and self.layout.front.pages > 0,
            "index": volume_read and self.layout.index.pages > 0,
            "keywords": volume_read and self.layout.keywords.pages > 0,
            "table": self.places.table not in self.unread,
            "bibliography": self.places.bibliography not in self.unread,
            "sha256": self.places.table not in self.unread,
        }
        return Agreement(**{kind: kind not in wrong for kind, asked in examined.items() if asked})
