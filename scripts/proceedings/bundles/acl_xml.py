"""The volume as the ACL Anthology keeps it: one XML file, in the order and with the digests that its schema wants."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence

from proceedings.bibliography.bibtex import volume_key
from proceedings.bibliography.cited_book import settled, whole_title
from proceedings.bibliography.latex_text import split_math
from proceedings.bundles.bundle import Member
from proceedings.deposits.contributors import orcids
from proceedings.deposits.xml_text import Element, Part, document, holder, line, mark, one_line
from proceedings.editorial.tables import affiliation_words
from proceedings.email_addresses import without_addresses
from proceedings.names import full_family_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper, Person
from proceedings.records.placement import Placement
from proceedings.records.volume import Volume
from proceedings.wording import MONTHS, page_range

FRONT = "watermarked_pdfs/0.pdf"


def anthology_xml(
    edition: Edition,
    papers: Sequence[tuple[Paper, Placement]],
    members: Mapping[str, Member],
    attached: Mapping[str, Mapping[str, Member]],
) -> bytes:
    """The collection with its one volume; papers count from 1 in the order of their pages.

    `members` has the PDFs, `attached` by id the supplements of each paper under their names.
    """
    key = volume_key(edition.volume)
    bibkey = line("bibkey", f"{_plain(key)}-front")
    front = [holder("frontmatter", _digest("pdf", members[FRONT]), bibkey)] if FRONT in members else []
    listed = [
        _paper(number, paper, place, f"{_plain(key)}-{number}", (members[paper_file(paper.id)], attached[paper.id]))
        for number, (paper, place) in enumerate(papers, 1)
    ]
    about = {"id": "1", "type": "proceedings"}
    volume = holder("volume", _meta(edition.volume), *front, *listed, attributes=about)
    collection = f"{edition.volume.known_year or ''}.{venue(edition.volume)}"
    return document(holder("collection", volume, attributes={"id": collection}))


def venue(volume: Volume) -> str:
    """The venue's id: the acronym in small letters, without the year."""
    return re.sub(r"\d+", "", _plain(volume.event.acronym or volume.acronym or "")).strip("-")


def paper_file(paper: str) -> str:
    """Where a paper lies in the delivery."""
    return f"watermarked_pdfs/{paper}.pdf"


def _meta(volume: Volume) -> Element:
    start = volume.event.start
    return holder(
        "meta",
        _marked_up("booktitle", volume.title),
        *_people("editor", volume.editors),
        line("publisher", volume.publisher_name or "Association for Computational Linguistics"),
        line("address", volume.event.place),
        line("month", MONTHS[start.month - 1] if start else None),
        line("year", str(volume.known_year or "")),
        line("isbn", settled(volume.isbn)),
        line("venue", venue(volume)),
    )


def _paper(
    number: int, paper: Paper, place: Placement, key: str, files: tuple[Member, Mapping[str, Member]]
) -> Element:
    pdf, attached = files
    return holder(
        "paper",
        _marked_up("title", whole_title(paper)),
        *_people("author", paper.authors, paper),
        line("pages", page_range(place.first_page, place.last_page)),
        _marked_up("abstract", without_addresses(paper.abstract or "")),
        _digest("pdf", pdf),
        *(_digest("attachment", attached[name], name) for name in sorted(attached)),
        line("language", paper.language if paper.language != "en" else None),
        *(line("award", award, {"name": award}) for award in paper.awards),
        line("bibkey", key),
        attributes={"id": str(number)},
    )


def _people(role: str, people: Sequence[Person], paper: Paper | None = None) -> list[Part]:
    named = [each for each in people if each.literal or each.family or each.given]
    return [
        Element(role, (("orcid", orcid),) if orcid else (), _name(person, paper))
        for person, orcid in zip(named, orcids(named), strict=True)
    ]


def _name(person: Person, paper: Paper | None) -> tuple[Element, ...]:
    """A mononym or a group has an empty first name."""
    last = " ".join(part for part in (full_family_name(person), person.suffix) if part)
    first = (line("first", person.given) if last else None) or mark("first")
    whole = line("last", person.literal or last or person.given)
    known = paper.affiliations_of(person) if isinstance(person, Author) and paper else []
    place = line("affiliation", "; ".join(affiliation_words(each) for each in known))
    return tuple(part for part in (first, whole, place) if part)


def _marked_up(name: str, text: str) -> Part:
    """Text with its formulas as TeX."""
    parts = split_math(one_line(text))
    content = tuple(
        Element("tex-math", (), (part.strip("$"),), is_text=True) if is_math else part for is_math, part in parts
    )
    return Element(name, (), content, is_text=True) if content else None


def _digest(name: str, member: Member, text: str = "") -> Element:
    """The element with the CRC-32 of a file, as the Anthology writes it."""
    content = member if isinstance(member, bytes) else member.read_bytes()
    return Element(name, (("hash", f"{zlib.crc32(content):08x}"),), (text,) if text else (), is_text=True)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
