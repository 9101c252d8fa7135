"""The edition: the volume, its programme and its papers, as one record."""

from __future__ import annotations

import datetime
from typing import Literal

from proceedings.records.finding import Weight
from proceedings.records.paper import Paper, Person
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


class PageRule(Record):
    """How long a paper of one type may be; `excluding` names page types that do not count."""

    min: int | None = None
    max: int | None = None
    excluding: tuple[Literal["references", "appendix"], ...] = ()


class PartOf(Record):
    """The joint volume of somebody else in which the workshop is a part."""

    title: str = ""
    first_page: int = 1
    series: str | None = None
    editors: tuple[Editor, ...] = ()
    publisher: str | None = None
    isbn: str | None = None
    doi: str | None = None


class AppendixSettings(Record):
    """Where the artifact appendix stands: in the volume, or online only."""

    placement: Literal["volume", "online"] = "volume"


class StampSettings(Record):
    """Where the edition differs from its publisher's stamps. None: the publisher's policy holds."""

    running_heads: bool | None = None
    page_numbers: bool | None = None
    first_page_footer: bool | None = None
    notice: str | None = None


class Repair(Record):
    """What may be done to an author's file without asking."""

    decrypt: bool = False


class Volume(Record):
    """`metadata/proceedings.yml`."""

    title: str = ""
    subtitle: str | None = None
    short_title: str | None = None
    acronym: str | None = None
    series: str | None = None
    edition: str | None = None
    year: int | None = None
    language: str = "en"
    event: Event = Event()
    editors: tuple[Editor, ...] = ()
    publisher: str = "own"
    publisher_name: str | None = None
    isbn: str | None = None
    issn: str | None = None
    doi: str | None = None
    doi_prefix: str | None = None
    url: str | None = None
    licence: str | None = None
    copyright: str | None = None
    topics: tuple[str, ...] = ()
    profile: str = "lncs"
    types: dict[str, PageRule] = {}
    severities: dict[str, Weight] = {}
    reproducibility: Literal["required", "encouraged", "off"] = "encouraged"
    phase: Phase = "checking"
    deadlines: dict[str, datetime.date] = {}
    collected_by: Literal["chair", "publisher"] = "chair"
    part_of: PartOf | None = None
    appendix: AppendixSettings = AppendixSettings()
    stamp: StampSettings = StampSettings()
    repair: Repair = Repair()
    papers_start_on: Literal["any", "recto"] = "any"
    bundles: tuple[str, ...] = ("archive",)
    as_of: datetime.date | None = None


class Talk(Record):
    """A keynote or a talk without a paper."""

    title: str = ""
    speaker: str | None = None
    affiliation: str | None = None
    time: str | None = None
    abstract: str | None = None
    biography: str | None = None


class Session(Record):
    """A session with its papers (ids) in order."""

    title: str = ""
    papers: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    time: str | None = None
    talks: tuple[Talk, ...] = ()


class Member(Person):
    """A member of a committee."""

    affiliation: str | None = None
    country: str | None = None


class Committee(Record):
    """A group of people with one role, in the order given."""

    role: str = ""
    members: tuple[Member, ...] = ()


class Sponsor(Record):
    """A sponsor; `logo` is a file relative to `metadata/`."""

    name: str = ""
    tier: str | None = None
    url: str | None = None
    logo: str | None = None


class FrontMatterText(Record):
    """One Markdown file of `metadata/front_matter/`; `stem` is its name without the ending."""

    stem: str = ""
    title: str = ""
    markdown: str = ""


class Waiver(Record):
    """A finding that the chair accepts; `paper` None is the volume."""

    paper: str | None = None
    code: str = ""
    reason: str = ""
    by: str | None = None
    until: datetime.date | None = None


class Edition(Record):
    """Everything the metadata says, in volume order: `papers` follow the sessions.

    `archival` papers (status accepted, in a session) are the ones that get pages. Papers in no
    session come last, in a session of their own that intake adds, so that nothing is dropped.
    `as_of` is "today" for deadlines, waivers and every date written: proceedings.yml, else
    SOURCE_DATE_EPOCH, else the latest date in the metadata.
    """

    volume: Volume = Volume()
    sessions: tuple[Session, ...] = ()
    keynotes: tuple[Talk, ...] = ()
    papers: tuple[Paper, ...] = ()
    front_matter: tuple[FrontMatterText, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    as_of: datetime.date | None = None
