"""The volume: what proceedings.yml says, as records."""

from __future__ import annotations

import datetime
from typing import Literal

from proceedings.records.finding import Weight
from proceedings.records.format_profile import FormatProfile, PageRule
from proceedings.records.paper import Collector, Paper, Person
from proceedings.records.record import Record

Phase = Literal["collecting", "checking", "frozen", "delivered"]


class Event(Record):
    """The workshop as it takes place."""

    name: str = ""
    acronym: str | None = None
    colocated_with: str | None = None
    place: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    url: str | None = None


class Editor(Person):
    """An editor of the volume, with the affiliation in one line."""

    affiliation: str | None = None


class PartOf(Record):
    """The joint volume of somebody else in which the workshop is a part."""

    title: str = ""
    first_page: int = 1
    series: str | None = None
    number: str | None = None
    editors: tuple[Editor, ...] = ()
    publisher: str | None = None
    isbn: str | None = None
    doi: str | None = None


class AppendixSettings(Record):
    """Where the artifact appendix stands: in the volume, or online only. None: the edition's kind decides."""

    placement: Literal["volume", "online"] | None = None


class StampSettings(Record):
    """Where the edition differs from its publisher's stamps. None: the publisher's policy holds."""

    running_heads: bool | None = None
    page_numbers: bool | None = None
    first_page_footer: bool | None = None
    notice: str | None = None


class Repair(Record):
    """What may be done to an author's file without asking; each is done only where no page looks different for it."""

    decrypt: bool = False
    javascript: bool = False
    annotations: bool = False
    attachments: bool = False
    page_box: bool = False


class Award(Record):
    """An award that goes to people; those that go to papers stand with the papers."""

    name: str = ""
    recipients: tuple[str, ...] = ()
    reason: str | None = None


class PageBudget(Record):
    """How many pages all papers together may have; `expected` is the number that was agreed on."""

    min: int | None = None
    expected: int | None = None
    max: int | None = None


class Review(Record):
    """How the papers were chosen: how many were `submitted` to be reviewed and `accepted`, and by what `process`.

    None: nobody has said. Where `accepted` is not said, it is the reviewed papers of the volume.
    """

    submitted: int | None = None
    accepted: int | None = None
    process: str | None = None


class Crossref(Record):
    """Who hands the deposit in, the address that Crossref writes to, and who answers for the metadata."""

    depositor: str | None = None
    email: str | None = None
    registrant: str | None = None


class IeeeNumbers(Record):
    """What IEEE gives a conference: the number of its record, and that of the proceedings in IEEE's catalogue."""

    conference_record: str | None = None
    part_number: str | None = None


class Volume(Record):
    """`metadata/proceedings.yml`; `cover` is a file relative to `metadata/`, `number` the volume's in its series.

    `published`: the publisher has brought the book out, so that the DOI of the volume is final."""

    title: str = ""
    subtitle: str | None = None
    short_title: str | None = None
    acronym: str | None = None
    series: str | None = None
    number: str | None = None
    edition: str | None = None
    year: int | None = None
    language: str = "en"
    cover: str | None = None
    event: Event = Event()
    editors: tuple[Editor, ...] = ()
    publisher: str = "own"
    publisher_name: str | None = None
    isbn: str | None = None
    issn: str | None = None
    doi: str | None = None
    doi_prefix: str | None = None
    published: bool = False
    url: str | None = None
    paper_url: str | None = None
    crossref: Crossref | None = None
    ieee: IeeeNumbers = IeeeNumbers()
    licence: str | None = None
    copyright: str | None = None
    topics: tuple[str, ...] = ()
    review: Review = Review()
    awards: tuple[Award, ...] = ()
    profile: str = "lncs"
    format: FormatProfile = FormatProfile()
    types: dict[str, PageRule] = {}
    page_budget: PageBudget = PageBudget()
    severities: dict[str, Weight] = {}
    reproducibility: Literal["required", "encouraged", "off"] = "encouraged"
    phase: Phase = "checking"
    deadlines: dict[str, datetime.date] = {}
    collected_by: Collector = "chair"
    part_of: PartOf | None = None
    appendix: AppendixSettings = AppendixSettings()
    keyword_index: bool = True
    stamp: StampSettings = StampSettings()
    repair: Repair = Repair()
    session_pages: bool = False
    papers_start_on: Literal["any", "recto"] = "any"
    on_shorter: Literal["gap", "blank", "repaginate"] = "gap"
    on_longer: Literal["refuse", "end", "repaginate"] = "refuse"
    on_withdrawn: Literal["gap", "repaginate"] = "gap"
    bundles: tuple[str, ...] = ("archive",)
    as_of: datetime.date | None = None

    @property
    def known_year(self) -> int | None:
        """The year of the book, or that of the event where only this is said."""
        return self.year or (self.event.start.year if self.event.start else None)

    def is_with_publisher(self, paper: Paper) -> bool:
        """Whether the publisher collects the paper's file, so that none is expected here; one that is there is used."""
        return paper.status == "accepted" and (paper.collected_by or self.collected_by) == "publisher"

    @property
    def appendix_in_volume(self) -> bool:
        """Whether the artifact appendix stands in the volume; in a part of somebody else's only if that is said."""
        return self.appendix.placement == "volume" or (self.appendix.placement is None and self.part_of is None)
