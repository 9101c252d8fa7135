"""Verifies the finished volume against the metadata, the authors' files and the tables, and writes down the proof.

The PDFs are read by pypdf and PDFium, neither of which wrote them. What cannot be read is a mismatch,
never an exception, so that there is always a proof.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import msgspec

from proceedings.papers_folder import author_file
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.records.proof import Mismatch, OutlineProof, Proof, VolumeProof
from proceedings.repairs.repaired import source_file
from proceedings.reproducibility.listed_names import listed_names
from proceedings.verification import matter
from proceedings.verification.agreement import Witnesses, prove_paper
from proceedings.verification.artifact_entries import artifact_troubles
from proceedings.verification.fidelity import unaccounted
from proceedings.verification.fillers import read_fillers, uncounted_pages
from proceedings.verification.outline import compare_outline, expected_outline
from proceedings.verification.pages import repeated_labels, wrong_labels
from proceedings.verification.paper_proof import PaperCase, PaperReading, PaperVerifier
from proceedings.verification.pdf_reading import FinishedPdf, UnreadableOutputError
from proceedings.verification.pdf_text import read_typeset
from proceedings.verification.readback import TypesetRead, bare, runs
from proceedings.verification.tables import file_sha256
from proceedings.verification.tables_proof import TablesVerifier
from proceedings.verification.volume_fidelity import lost_layers, nobodys, of_all_papers, of_no_paper
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.wording import counted

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
    """One verification: what it compares, and the mismatches so far.

    `untagged`: papers of which assembly says that the volume does not carry all their tags.
    """

    edition: Edition
    layout: VolumeLayout
    places: Places
    facts: Mapping[str, PaperFacts] = field(default_factory=dict)
    untagged: Collection[str | None] = ()
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
        of_volume = self._prove_volume(volume, readings, typeset)
        self._take_stock(readings, volume)
        wrong = self._kinds_by_paper()
        witnesses = self._witnesses(volume is not None)
        papers = tuple(
            prove_paper(each, readings[each.paper], wrong.get(each.paper, Counter()), witnesses)
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
            placeholders = [page for page, paper in self.layout.fillers() if paper is not None]
            return read_typeset(self.places.volume, [*self.layout.typeset_pages(), *placeholders], links)
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
            received=self._received_file(placement.paper),
            untagged=placement.paper in self.untagged,
            folios=self.edition.volume.stamp.page_numbers is not False,
        )
        reading = PaperVerifier(case, volume, self.places.volume.as_posix()).verify()
        self.mismatches += reading.mismatches
        return reading

    def _received_file(self, paper: str) -> Path | None:
        """The author's file as it came, where another one stands for it."""
        facts = self.facts.get(paper)
        return author_file(self.places.sources, paper) if facts and facts.repaired and facts.repaired.file else None

    def _compare_tables(self) -> None:
        verifier = TablesVerifier(self.edition, self.layout.pagination, self.places.papers)
        cases = [(self._papers[each.paper], each) for each in self._placements()]
        verifier.verify_table(self.places.table, cases)
        verifier.verify_bibliography(self.places.bibliography, cases)
        self.mismatches += verifier.mismatches
        self.unread |= verifier.unread

    def _compare_matter(self, volume: FinishedPdf, typeset: TypesetRead) -> None:
        natives, names = matter.native_names(self.edition.papers), listed_names(self.edition)
        for placement in self._placements():
            paper = self._papers[placement.paper]
            if self.layout.front.pages:
                troubles = matter.contents_troubles(paper, placement, self.layout, typeset)
                self._note(paper.id, "contents", troubles, self.places.volume)
            if self.layout.index.pages:
                troubles = matter.index_troubles(paper, placement, self.layout, typeset, natives)
                self._note(paper.id, "index", troubles, self.places.volume)
            if self.layout.keywords.pages:
                troubles = matter.keyword_troubles(paper, placement, self.layout, typeset)
                self._note(paper.id, "keywords", troubles, self.places.volume)
            if self.layout.appendix.pages:
                troubles = artifact_troubles(paper, placement, self.layout, typeset, names)
                self._note(paper.id, "artifacts", troubles, self.places.volume)
        of_sessions = matter.session_troubles(self.edition, self.layout, typeset)
        self._note(None, "sessions", of_sessions, self.places.volume)
        labels = volume.read.navigation.labels
        for link, label in matter.printed_numbers(typeset, labels):
            words = f'page {labels[link.page]}: the page number "{link.words}" leads to page {label}'
            self._note(None, "numbers", [f"{self.places.volume.as_posix()}, {words}"])

    def _prove_volume(
        self, volume: FinishedPdf | None, readings: Mapping[str, PaperReading], typeset_read: TypesetRead
    ) -> VolumeProof:
        fidelity = of_all_papers([reading.fidelity for reading in readings.values()])
        if volume is None:
            return VolumeProof(sha256=file_sha256(self.places.volume), fidelity=fidelity)
        read, navigation = volume.read, volume.read.navigation
        self._compare_volume(volume, readings)
        typeset = set(self.layout.typeset_pages())
        fillers = read_fillers(volume, self.layout, typeset_read, self._papers)
        pages = sum(reading.pages for reading in readings.values())
        whole = uncounted_pages(len(read.pages), pages, len(typeset), fillers)
        self._note(None, "pages", fillers.troubles or whole, self.places.volume)
        ours = [link for link in navigation.links if link.page in typeset and link.kind == "internal"]
        return VolumeProof(
            sha256=file_sha256(self.places.volume),
            pages=len(read.pages),
            paper_pages=pages,
            typeset_pages=len(typeset),
            placeholder_pages=fillers.placeholders,
            blank_pages=fillers.blanks,
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
            fidelity=fidelity,
            typeset=of_no_paper(volume, readings.keys(), self._paper_pages(readings), fidelity.volume.bookmarks),
        )

    def _paper_pages(self, readings: Mapping[str, PaperReading]) -> Iterator[int]:
        """The pages of the volume on which the stamped papers stand."""
        for each in self._placements():
            start = self.layout.start_of(each)
            yield from range(start, start + readings[each.paper].pages)

    def _take_stock(self, readings: Mapping[str, PaperReading], volume: FinishedPdf | None) -> None:
        """Whether all that a paper lost on the way was dropped on purpose; what is known already is not repeated."""
        if volume is None:
            return
        wrong = self._kinds_by_paper()
        for paper, reading in readings.items():
            if not wrong.get(paper, Counter()).keys() & {"content", "links", "outline", "fidelity"}:
                self._note(paper, "fidelity", unaccounted(reading.fidelity), self.places.volume)
        layers = lost_layers((reading.unused_layers for reading in readings.values()), volume.held)
        self._note(None, "fidelity", layers, self.places.volume)
        strays = nobodys(volume.held, readings.keys(), set(self._paper_pages(readings)))
        self._note(None, "fidelity", strays, self.places.volume)

    def _compare_volume(self, volume: FinishedPdf, readings: Mapping[str, PaperReading]) -> None:
        read, path = volume.read, self.places.volume
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
        self._note(None, "labels", wrong_labels(found, expected) or repeated_labels(found), self.places.volume)
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
        for about, words in troubles:
            self._note(about, "outline", [words], self.places.volume)
        for paper in (
            paper for paper, reading in readings.items() if reading.regrouped and paper not in dict(troubles)
        ):
            words = f"the bookmarks below that of paper {paper} are not those of the stamped paper"
            self._note(paper, "outline", [words], self.places.volume)
        if (more := proof.headings - sum(reading.headings for reading in readings.values())) > 0:
            self._note(
                None, "outline", [f"the outline has {counted(more, 'heading')} that no paper has"], self.places.volume
            )
        broken = sum(reading.broken_bookmarks for reading in readings.values())
        return msgspec.structs.replace(proof, broken_in_source=broken)

    def _witnesses(self, volume_read: bool) -> Witnesses:
        return Witnesses(
            volume=volume_read,
            folios=self.edition.volume.stamp.page_numbers is not False,
            contents=self.layout.front.pages > 0,
            index=self.layout.index.pages > 0,
            keywords=self.layout.keywords.pages > 0,
            artifacts=self.layout.appendix.pages > 0,
            table=self.places.table not in self.unread,
            bibliography=self.places.bibliography not in self.unread,
        )
