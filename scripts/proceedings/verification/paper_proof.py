"""Verifies one paper: the author's file, the stamped paper and its pages in the volume, read side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.records.proof import Fidelity, Inventory, LinkProof, Mismatch
from proceedings.typesetting.math_text import plain_title
from proceedings.verification.fidelity import Part, differences, dropped_on_purpose, whole_file
from proceedings.verification.links import compare_links, links_of_pages
from proceedings.verification.outline import outline_of, own_bookmarks, with_targets
from proceedings.verification.pages import (
    changed_pages,
    differing_pages,
    lacks_in_bands,
    pages_without_folio,
    wrong_labels,
)
from proceedings.verification.pdf_pictures import looks_the_same
from proceedings.verification.pdf_reading import FinishedPdf, UnreadableOutputError
from proceedings.verification.pdf_text import band_words
from proceedings.verification.readback import BookmarkRead, Target, WordsRead, bare
from proceedings.verification.volume_layout import labels_of


@dataclass(frozen=True)
class PaperCase:
    """What is known of one paper before its files are read. `start` is its first page in the volume, from 0.

    `received`: the file as it came, where `source` is a repaired one. `untagged`: assembly says that the volume does
    not carry the paper's tags, or not all.
    """

    paper: Paper
    placement: Placement
    start: int
    source: Path
    stamped: Path
    facts: PaperFacts | None = None
    folios: bool = True
    received: Path | None = None
    untagged: bool = False


@dataclass
class PaperReading:
    """What was read of one paper, and what was found wrong with it.

    `regrouped`: the bookmarks below the paper's own in the volume are others than its file has, or nested otherwise.
    """

    pages: int = 0
    source_read: bool = False
    links: LinkProof = field(default_factory=LinkProof)
    destinations: int = 0
    own_bookmarks: list[BookmarkRead] = field(default_factory=list)
    headings: int = 0
    bookmarks_in_source: int = 0
    broken_bookmarks: int = 0
    stamp_pages_found: int = 0
    unchanged_pages: int = 0
    identical_pages: int = 0
    not_embedded: set[str] = field(default_factory=set)
    fidelity: Fidelity = field(default_factory=Fidelity)
    regrouped: bool = False
    unused_layers: Counter[tuple[str, bool]] = field(default_factory=Counter)
    mismatches: list[Mismatch] = field(default_factory=list)


class PaperVerifier:
    """Reads one paper's files and compares them, each aspect in a method of its own."""

    def __init__(self, case: PaperCase, volume: FinishedPdf | None, volume_name: str) -> None:
        """`volume` None: it could not be read, and the stamped paper is compared with the author's file alone."""
        self.case = case
        self.volume = volume
        self.volume_name = volume_name
        self.reading = PaperReading()

    def verify(self) -> PaperReading:
        """Everything about the paper's own pages. Files that cannot be read are mismatches."""
        if not self.case.placement.present:
            return self.reading
        try:
            stamped = FinishedPdf(self.case.stamped)
            words = band_words(self.case.stamped, stamped.read.pages)
        except (UnreadableOutputError, OSError) as error:
            self._note("content", str(error).rstrip("."))
            return self.reading
        source = self._source()
        self.reading.source_read = source is not None
        self.reading.pages = len(stamped.read.pages)
        self._verify_file(stamped)
        self._verify_labels(stamped)
        self._verify_folios(words, source)
        self._verify_content(source, stamped)
        self._verify_links(source, stamped)
        self._verify_bookmarks(source, stamped)
        self._verify_fonts(source, stamped)
        self._verify_fidelity(source, stamped)
        return self.reading

    def _source(self) -> FinishedPdf | None:
        """The author's file, or None where pypdf cannot read it, which is not the finished files' fault."""
        try:
            return FinishedPdf(self.case.source, strict=False)
        except UnreadableOutputError:
            return None

    def _verify_file(self, stamped: FinishedPdf) -> None:
        if stamped.read.complaint:
            self._stamped("content", f"a strict reading objects: {stamped.read.complaint}")
        expected = self.case.placement.last_page - self.case.placement.first_page + 1
        found = len(stamped.read.pages)
        if found != expected:
            self._stamped("pagination", f"the paper has {found} pages, its place in the volume {expected}")
        facts = self.case.facts
        if facts is not None and facts.pages and len(facts.pages) != found:
            self._stamped("pagination", f"the author's file has {len(facts.pages)} pages, not {found}")
        title = bare(plain_title(self.case.paper.title))
        if title not in bare(stamped.read.title) or title not in bare(stamped.read.xmp_title):
            self._stamped("content", "the document information does not carry the paper's title")

    def _verify_labels(self, stamped: FinishedPdf) -> None:
        for words in wrong_labels(stamped.read.navigation.labels, labels_of(self.case.placement)):
            self._stamped("labels", words)

    def _verify_folios(self, words: Sequence[WordsRead], source: FinishedPdf | None) -> None:
        labels = labels_of(self.case.placement)[: self.reading.pages]
        if not self.case.folios:
            return
        before = self._source_words(source, labels)
        without = pages_without_folio(words, before, labels)
        self.reading.stamp_pages_found = len(labels) - len(without)
        for page in without:
            self._stamped(
                "stamp", f"page {page + 1}: the page number {labels[page]} is not stamped at its head or foot"
            )

    def _source_words(self, source: FinishedPdf | None, labels: Sequence[str]) -> list[WordsRead] | None:
        """The bands of the author's pages, of those alone in which inspection has not ruled the page number out."""
        if source is None:
            return None
        facts = self.case.facts.pages if self.case.facts is not None else ()
        without = {page.number - 1 for page, label in zip(facts, labels, strict=False) if lacks_in_bands(page, label)}
        try:
            return band_words(self.case.source, source.read.pages, set(range(len(labels))) - without)
        except UnreadableOutputError:
            return None

    def _verify_content(self, source: FinishedPdf | None, stamped: FinishedPdf) -> None:
        changed = self._changed(source, stamped) if source is not None else []
        self.reading.unchanged_pages = self.reading.pages - len(changed) if source is not None else 0
        for page in changed:
            self._stamped("content", f"page {page + 1}: what the author drew is not there as it was drawn")
        if self.volume is None:
            return
        differing = differing_pages(stamped, self.volume, self.case.start)
        self.reading.identical_pages = self.reading.pages - len(differing)
        for page in differing:
            self._note("content", f"{self._volume_page(page)}: the page is not the same as in the stamped paper")

    def _changed(self, source: FinishedPdf, stamped: FinishedPdf) -> list[int]:
        """Pages that hold other objects than the author's, and that do not look and read the same either."""
        case = self.case
        return [page for page in changed_pages(source, stamped) if not looks_the_same(case.source, case.stamped, page)]

    def _verify_links(self, source: FinishedPdf | None, stamped: FinishedPdf) -> None:
        links, pages = stamped.read.navigation.links, self.reading.pages
        found = links_of_pages(self.volume.read.navigation, self.case.start, pages) if self.volume else list(links)
        author = source.read.navigation if source is not None else None
        proof, troubles = compare_links(author, links, found, pages, self._volume_page)
        facts = self.case.facts
        if source is None and facts is not None:
            proof = _with_counts_of(proof, facts)
            if proof.source > proof.stamped:
                self._stamped("links", f"{proof.source - proof.stamped} of the author's {proof.source} links are lost")
        self.reading.links = proof
        for where, words in troubles:
            if where == "stamped":
                self._stamped("links", words)
            elif self.volume is not None:
                self._note("links", words)
        self.reading.destinations = len(stamped.read.navigation.destinations)
        if not stamped.read.navigation.sorted_names:
            self._stamped("links", "the names of destinations are not in order, so that some readers miss links")

    def _verify_bookmarks(self, source: FinishedPdf | None, stamped: FinishedPdf) -> None:
        found = with_targets(stamped.read.navigation.bookmarks)
        wanted = with_targets(source.read.navigation.bookmarks) if source is not None else found
        self.reading.own_bookmarks = found
        self.reading.headings = len(stamped.read.navigation.bookmarks) - len(found)
        if source is not None:
            self.reading.bookmarks_in_source = len(wanted)
            self.reading.broken_bookmarks = sum(each.is_broken for each in source.read.navigation.bookmarks)
        if found != wanted:
            same = sum(mine == theirs for mine, theirs in zip(found, wanted, strict=False))
            self._stamped("outline", f"{len(wanted) - same} of the author's {len(wanted)} bookmarks differ or are lost")
        elif source is not None and outline_of(stamped.read.navigation) != outline_of(source.read.navigation):
            self._stamped(
                "outline", "the author's bookmarks that lead to no page are lost, or all are nested otherwise"
            )

    def _verify_fonts(self, source: FinishedPdf | None, stamped: FinishedPdf) -> None:
        self.reading.not_embedded = stamped.read.not_embedded()
        authors = source.read.not_embedded() if source is not None else self.reading.not_embedded
        for name in sorted(self.reading.not_embedded - authors):
            self._stamped("content", f"the stamp's font {name} is not embedded")

    def _verify_fidelity(self, source: FinishedPdf | None, stamped: FinishedPdf) -> None:
        author, after, there = _whole(source), self._stamped_part(stamped), self._volume_part(stamped)
        for kind, words in differences(author, after, "the author's") if author is not None else ():
            self._stamped(kind, words)
        carried = replace(after, held=stamped.held.without_structure()) if self.case.untagged else after
        for kind, words in differences(carried, there, "the stamped paper's") if there is not None else ():
            self._note(kind, f"{self.volume_name}, paper {self.case.paper.id}: {words}")
        self.reading.regrouped = there is not None and outline_of(there) != outline_of(after)
        received = self._received() or author
        repaired = self.case.facts.repaired if self.case.facts is not None else None
        steps = repaired.steps if repaired is not None else ()
        untagged = _untagged(after, there) if self.case.untagged and there is not None else 0
        self.reading.unused_layers = stamped.held.unused_layers()
        self.reading.fidelity = Fidelity(
            source=received.inventory() if received is not None else None,
            stamped=after.inventory(),
            volume=there.inventory() if there is not None else Inventory(),
            dropped=dropped_on_purpose(received or after, author or after, steps, untagged),
        )

    def _received(self) -> Part | None:
        """The file as it came where it was repaired; None for one that can only be read after its repair."""
        try:
            return _whole(FinishedPdf(self.case.received, strict=False)) if self.case.received is not None else None
        except UnreadableOutputError:
            return None

    def _stamped_part(self, stamped: FinishedPdf) -> Part:
        navigation = stamped.read.navigation
        own = navigation.destinations_by_namespace.get(self.case.paper.id, {})
        return Part(navigation.links, navigation.bookmarks, own, held=stamped.held)

    def _volume_part(self, stamped: FinishedPdf) -> Part | None:
        """The paper's part of the volume, with those of its layers that no page uses and that the volume lists."""
        if self.volume is None:
            return None
        paper, start, pages = self.case.paper, self.case.start, self.reading.pages
        navigation = self.volume.read.navigation
        own = navigation.destinations_by_namespace.get(paper.id, {})
        return Part(
            links=links_of_pages(navigation, start, pages),
            bookmarks=own_bookmarks(navigation, plain_title(paper.title) or paper.id, start, pages),
            destinations={name: Target(target.page - start, target.view) for name, target in own.items()},
            held=self.volume.held.of_paper(paper.id, start, pages).with_unused_layers(stamped.held, self.volume.held),
        )

    def _volume_page(self, page: int) -> str:
        label = self.case.placement.first_page + page
        return f"{self.volume_name}, page {label} (page {page + 1} of paper {self.case.paper.id})"

    def _stamped(self, kind: str, words: str) -> None:
        joint = ", " if words.startswith("page ") and ":" in words else ": "
        self._note(kind, f"{self.case.stamped.as_posix()}{joint}{words}")

    def _note(self, kind: str, message: str) -> None:
        self.reading.mismatches.append(Mismatch(paper=self.case.paper.id, kind=kind, message=message))


def _whole(source: FinishedPdf | None) -> Part | None:
    return whole_file(source.read.navigation, source.held) if source is not None else None


def _untagged(stamped: Part, volume: Part) -> int:
    return (stamped.held.structure() - volume.held.structure()).total()


def _with_counts_of(proof: LinkProof, facts: PaperFacts) -> LinkProof:
    """The counts that inspection took of an author's file that pypdf cannot read."""
    return LinkProof(
        source=facts.links.internal,
        stamped=proof.stamped,
        volume=proof.volume,
        landed=proof.landed,
        broken_in_source=len(facts.links.broken),
        external_source=facts.links.external,
        external_stamped=proof.external_stamped,
        external_volume=proof.external_volume,
    )
