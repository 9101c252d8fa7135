"""What the conference and its papers have in common in a Crossref deposit: people, days, addresses, languages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from proceedings.bibliography.cited_book import Book
from proceedings.deposits.contributors import is_group, is_named, orcids, place_of, ror_address
from proceedings.deposits.xml_text import Element, Part, holder, line, one_line, some
from proceedings.names import display_name, full_family_name
from proceedings.records.paper import Affiliation, Person

LONGEST_NAME, LONGEST_SUFFIX, LONGEST_ORGANISATION, LONGEST_WORDS = 60, 10, 511, 255
"""Characters that a part of a name, an organisation and a place, department or publisher may have."""

_NAME = re.compile(r"[^\d?]*[^?\s]+[^\d]*")
"""What Crossref takes as a part of a name: `R2D2` and `Who?`, but neither `R 2 D 2` nor `?`."""

_LISTED = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jw ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv "
    "sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh"
)
LANGUAGES = frozenset(_LISTED.split())
"""The languages that Crossref knows; Bengali, for one, is not among them."""


def contributors(role: str, people: Sequence[tuple[Person, Sequence[Affiliation]]]) -> Part:
    """The people who have a name, in their order, each with the institutions."""
    people = [each for each in people if is_named(each[0])]
    known = orcids([person for person, _ in people])
    order = ["first", *["additional"] * (len(people) - 1)]
    return some(
        "contributors",
        (
            _contributor(person, places, orcid, {"sequence": place, "contributor_role": role})
            for (person, places), orcid, place in zip(people, known, order, strict=False)
        ),
    )


def publication_date(book: Book) -> Element:
    """Year and month; on which day a book came out, nobody says."""
    month = line("month", f"{book.month:02d}" if book.month else None)
    return holder("publication_date", month, line("year", str(book.year)), attributes={"media_type": "online"})


def day_element(name: str, day: datetime.date | None) -> Part:
    """A day with month, day and year, in this order."""
    if day is None:
        return None
    return holder(name, line("month", f"{day:%m}"), line("day", f"{day:%d}"), line("year", f"{day:%Y}"))


def doi_data(doi: str | None, address: str | None) -> Element:
    """A DOI and where it leads."""
    return holder("doi_data", line("doi", doi), line("resource", address))


def language(tag: str | None) -> str | None:
    """The language without its region: `pt` of `pt-BR`; None where Crossref does not know it."""
    code = (tag or "").lower().partition("-")[0]
    return code if code in LANGUAGES else None


def short_line(name: str, text: str | None) -> Part:
    """A place or a department, or nothing where it has fewer or more characters than Crossref takes."""
    words = one_line(text or "")
    return line(name, words) if 2 <= len(words) <= LONGEST_WORDS else None


def _is_part(text: str | None, longest: int) -> bool:
    words = one_line(text or "")
    return not words or (len(words) <= longest and bool(_NAME.fullmatch(words)))


def _contributor(person: Person, places: Sequence[Affiliation], orcid: str | None, kind: dict[str, str | None]) -> Part:
    given = None if person.literal else person.given
    surname = person.literal or full_family_name(person) or display_name(person)
    suffix = None if person.literal else person.suffix
    parts = ((given, LONGEST_NAME), (surname, LONGEST_NAME), (suffix, LONGEST_SUFFIX))
    if is_group(person) or not all(_is_part(*each) for each in parts):  # Crossref refuses a batch for one such part
        return line("organization", display_name(person)[:LONGEST_ORGANISATION], kind)
    return holder(
        "person_name",
        line("given_name", given),
        line("surname", surname),
        line("suffix", suffix),
        some("affiliations", map(_institution, places)),
        line("ORCID", f"https://orcid.org/{orcid}" if orcid else None),
        some("alt-name", [line("string-name", person.native.name if person.native else None)]),
        attributes=kind,
    )


def _institution(place: Affiliation) -> Part:
    """Name and id, then place and department; an institution with an id needs no place."""
    ror = ror_address(place.ror)
    name = place.name or (None if ror else place.department)
    if not name and not ror:
        return None
    return holder(
        "institution",
        line("institution_name", name),
        line("institution_id", ror, {"type": "ror"}),
        short_line("institution_place", None if ror else place_of(place)),
        short_line("institution_department", place.department if name != place.department else None),
    )
