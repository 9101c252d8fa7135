"""A paper and its people, as `metadata/papers/<id>.yml` describes them."""

from __future__ import annotations

import datetime
from typing import Literal

from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility

Status = Literal["accepted", "withdrawn", "non-archival"]

Collector = Literal["chair", "publisher"]
"""Who collects a camera-ready file."""

PENDING = "pending"
"""The word for an identifier that is still to come (DOI, ISBN, ISSN)."""


class NativeName(Record):
    """A name in its own script, shown beside the romanised one. `lang` is a BCP 47 tag."""

    name: str = ""
    lang: str | None = None


class Person(Record):
    """A name that is never split by guessing: given and family, or one `literal` (a mononym, a group)."""

    given: str | None = None
    family: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    native: NativeName | None = None
    email: str | None = None
    orcid: str | None = None


class Author(Person):
    """An author; `affiliations` are keys into the paper's `affiliations`."""

    affiliations: tuple[str, ...] = ()
    corresponding: bool = False
    equal_contribution: bool = False


class Affiliation(Record):
    """An institution; `country` is an ISO 3166 alpha-2 code, `ror` the bare nine characters."""

    department: str | None = None
    name: str = ""
    city: str | None = None
    region: str | None = None
    country: str | None = None
    ror: str | None = None


class PaperFiles(Record):
    """Files beside the camera-ready PDF, relative to `papers/`; each defaults to `<id>` and its ending."""

    source: str | None = None
    rights: str | None = None
    supplements: tuple[str, ...] = ()


class Rights(Record):
    """The signed form that lets the publisher print the paper."""

    form: str | None = None
    signer: str | None = None
    variant: str | None = None
    signed: datetime.date | None = None

    @property
    def is_recorded(self) -> bool:
        """Whether the metadata says that somebody signed it, whatever file is there."""
        return bool(self.signer or self.signed)


class ExtraPages(Record):
    """Pages above the type's limit, and who allowed them."""

    pages: int = 0
    allowed_by: str | None = None


class Funding(Record):
    """A funder and its award."""

    name: str = ""
    ror: str | None = None
    award: str | None = None


class PaperDates(Record):
    """Milestones of one paper. `revised`: an erratum took the place of the published file on that day."""

    submitted: datetime.date | None = None
    accepted: datetime.date | None = None
    camera_ready: datetime.date | None = None
    revised: datetime.date | None = None


class Published(Record):
    """The pages that a paper has in the publisher's book. Where it is said, even without them, its DOI is final."""

    first_page: int | None = None
    last_page: int | None = None


class Paper(Record):
    """One paper of the edition. `id` is the stem of its file and of its PDF, case kept.

    `notes` are the chairs' own: they are printed nowhere and leave the house in no bundle.
    """

    id: str = ""
    title: str = ""
    short_title: str | None = None
    subtitle: str | None = None
    authors: tuple[Author, ...] = ()
    affiliations: dict[str, Affiliation] = {}
    type: str = "full"
    track: str | None = None
    language: str = "en"
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    doi: str | None = None
    published: Published | None = None
    licence: str | None = None
    files: PaperFiles = PaperFiles()
    rights: Rights = Rights()
    receipt: str | None = None
    notes: str | None = None
    status: Status = "accepted"
    collected_by: Collector | None = None
    expected_pages: int = 1
    extra_pages: ExtraPages = ExtraPages()
    funding: tuple[Funding, ...] = ()
    dates: PaperDates = PaperDates()
    reproducibility: Reproducibility | None = None

    @property
    def pdf(self) -> str:
        """Where its PDF lies, as messages name it: relative to the edition."""
        return f"papers/{self.id}.pdf"

    def affiliations_of(self, author: Author) -> list[Affiliation]:
        """The author's affiliations in order, each once, as far as the paper has them."""
        keys = dict.fromkeys(key for key in author.affiliations if key in self.affiliations)
        return [self.affiliations[key] for key in keys]
