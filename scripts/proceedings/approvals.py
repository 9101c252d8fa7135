"""What an author's approval holds for: the file as received, and what is printed of the paper's metadata."""

from __future__ import annotations

import hashlib

import msgspec

from proceedings.records.edition import Approval
from proceedings.records.paper import Affiliation, Author, NativeName, Paper
from proceedings.records.record import Record
from proceedings.records.reproducibility import Reproducibility, written_out


class PrintedAuthor(Record, omit_defaults=False):
    """An author as readers see the name, with the affiliations in full."""

    given: str | None = None
    family: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    native: NativeName | None = None
    orcid: str | None = None
    affiliations: tuple[Affiliation, ...] = ()


class PrintedMetadata(Record, omit_defaults=False):
    """Everything of a paper's metadata that readers see, and nothing that the chairs give it later.

    Page numbers, session, type and DOI are not among it: a paper that moves in the volume stays approved.
    """

    title: str = ""
    subtitle: str | None = None
    short_title: str | None = None
    authors: tuple[PrintedAuthor, ...] = ()
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    licence: str | None = None
    reproducibility: Reproducibility | None = None


def printed_metadata(paper: Paper) -> PrintedMetadata:
    """What is printed of a paper."""
    return PrintedMetadata(
        title=paper.title,
        subtitle=paper.subtitle,
        short_title=paper.short_title,
        authors=tuple(_printed_author(author, paper) for author in paper.authors),
        abstract=paper.abstract,
        keywords=paper.keywords,
        licence=paper.licence,
        reproducibility=paper.reproducibility and written_out(paper.reproducibility),
    )


def printed_metadata_text(paper: Paper) -> bytes:
    """The same as JSON that people can read."""
    return msgspec.json.format(msgspec.json.encode(printed_metadata(paper), order="sorted"), indent=1) + b"\n"


def printed_metadata_sha256(paper: Paper) -> str:
    """The SHA-256, in hex, of what is printed: of its JSON with sorted keys and no white space, in UTF-8."""
    return hashlib.sha256(msgspec.json.encode(printed_metadata(paper), order="sorted")).hexdigest()


def changed_since(approval: Approval, pdf_sha256: str, metadata_sha256: str) -> list[str]:
    """What is no more as it was approved, given the digests of now; empty while the approval holds."""
    pairs = (
        (approval.pdf_sha256, pdf_sha256, "the file"),
        (approval.metadata_sha256, metadata_sha256, "the printed metadata"),
    )
    return [what for then, now, what in pairs if then != now]


def approval_line(paper: str, pdf_sha256: str, metadata_sha256: str) -> str:
    """The line of `metadata/approvals.csv` by which somebody approves the paper."""
    return f"{paper},{pdf_sha256},{metadata_sha256},NAME,DATE"


def _printed_author(author: Author, paper: Paper) -> PrintedAuthor:
    return PrintedAuthor(
        given=author.given,
        family=author.family,
        particle=author.particle,
        suffix=author.suffix,
        literal=author.literal,
        native=author.native,
        orcid=author.orcid,
        affiliations=tuple(paper.affiliations[key] for key in author.affiliations if key in paper.affiliations),
    )
