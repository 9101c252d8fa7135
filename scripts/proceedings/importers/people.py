"""People as submission systems write them: columns for the parts of a name, affiliations as one line of text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypedDict

import msgspec

from proceedings.importers.imported import Doubt
from proceedings.names import PARTICLES
from proceedings.records.paper import Affiliation, Author
from proceedings.records.record import Record

NO_FAMILY = "the name has no family part and is kept whole as `literal`: split it in metadata/papers if it can be"
NAMED_BY_EMAIL = "the author is named by an e-mail address: write the name in metadata/papers"
NO_NAME = "an author without any name was left out"
PARTICLE = "the middle name may be a particle of the family name: move it to `particle` if it is"
PARTICLE_FIRST = (
    "the family name begins with what may be a particle: if it is filed under the word behind, move it to `particle`, "
    "as `particle: van der` and `family: Velde`"
)
SUFFIX_LAST = "the name ends with what may be a suffix: move it to `suffix` if it is"
ONE_CASE = "the name is written in one case"
NO_AFFILIATION = ("", "-", "NA", "N/A", "NONE")
_BESIDE_ORCID = re.compile(r"^(orcid(\s*id)?\s*:\s*)?((https?://)?(www\.)?orcid\.org/)?|[?#].+", re.IGNORECASE)
_FIRST = PARTICLES | {"das", "do", "dos", "des", "e", "y", "af", "av", "vom", "zum", "zur", "al", "el", "ibn"}
_JOINED = re.compile(r"d['’]\w|['’][nt]\s|[ae]l-\w|van ['’]t\s")
"""Particles as family names begin with them, in small letters; some are joined to the name."""

SUFFIX = re.compile(r"(jr|sr|ii|iii|iv|ph\.? ?d|m\.?d)\.?", re.IGNORECASE | re.ASCII)  # "İı" is a name
LONGEST_KEY = 24
_LINKS = PARTICLES | {
    *("of", "the", "for", "and", "at", "in", "on", "a", "an"),
    *("les", "et", "des", "do", "y", "e", "fur", "und", "die", "das", "voor", "en"),
}
"""Words that lead to the next one, in letters of ASCII."""


class NameFields(TypedDict, total=False):
    """The fields of a `Person` that hold the name."""

    given: str
    family: str
    suffix: str
    literal: str


def person_fields(given: str, family: str, suffix: str = "") -> NameFields:
    """The fields of a name from its columns. A name in one column, or one with an e-mail address, is `literal`."""
    if given and family and "@" not in given + family:
        return {"given": given, "family": family, "suffix": suffix} if suffix else {"given": given, "family": family}
    return {"literal": " ".join(dict.fromkeys(filter(None, (given, family, suffix))))}


def name_doubts(given: str, middle: str, family: str, where: str) -> list[Doubt]:
    """What is odd about a name in the export's own columns."""
    doubts = []
    whole = " ".join(part for part in (given, middle, family) if part)
    if "@" in whole:
        return [Doubt(fact=NAMED_BY_EMAIL, where=where)]
    if not (given or middle) or not family:
        doubts.append(Doubt(fact=NO_FAMILY, where=f"{where} ({whole})"))
    if middle.lower() in PARTICLES:
        doubts.append(Doubt(fact=PARTICLE, where=f"{where} ({whole})"))
    if begins_with_particle(family):
        doubts.append(Doubt(fact=PARTICLE_FIRST, where=f"{where} ({whole})"))
    if any(" " in part and SUFFIX.fullmatch(part.split()[-1]) for part in (given, middle, family)):
        doubts.append(Doubt(fact=SUFFIX_LAST, where=f"{where} ({whole})"))
    if len(family) > 3 and (family.isupper() or family.islower()):
        doubts.append(Doubt(fact=ONE_CASE, where=f"{where} ({whole})"))
    return doubts


def begins_with_particle(family: str) -> bool:
    """Whether a family name begins with what may be a particle: `van der Berg`, `d'Alembert`, `al-Khwārizmī`.

    With a capital it is part of the name, as in `Van Damme`.
    """
    first, *others = family.split() or [""]
    return bool(others and first in _FIRST) or _JOINED.match(family) is not None


def bare_orcid(text: str) -> str | None:
    """`0000-0002-1825-0097` of an ORCID written as an address or after the word; other text for the checks to judge."""
    return _BESIDE_ORCID.sub("", text.strip()).strip("/ ") or None


def real_email(text: str) -> str | None:
    """The first e-mail address of a field, also of `Ada Sample <ada@example.org>`; None for one that was masked."""
    address = next((part for part in re.split(r"(?:mailto:|[;,<>\s])+", text) if "@" in part), "")
    return address if address and "*" not in address else None


class People(Record):
    """The authors of one paper with the affiliations that their keys name."""

    authors: tuple[Author, ...] = ()
    affiliations: dict[str, Affiliation] = {}


class AffiliationKeys:
    """The affiliations of one paper: equal ones get one key, which is made of their words."""

    def __init__(self) -> None:
        """Start with none."""
        self.affiliations: dict[str, Affiliation] = {}

    def key(self, affiliation: Affiliation) -> tuple[str, ...]:
        """The key of this affiliation in a tuple; empty when it has no name or says that there is none."""
        affiliation = msgspec.structs.replace(affiliation, name=said_once(affiliation.name))
        if affiliation.name.upper() in NO_AFFILIATION:
            return ()
        for key, known in self.affiliations.items():
            if known == affiliation:
                return (key,)
        key = _free(_short_key(affiliation.name), self.affiliations)
        self.affiliations[key] = affiliation
        return (key,)


def said_once(name: str) -> str:
    """`Ghent` for "Ghent and Ghent" or "Ghent, Ghent", as OpenReview joins two posts at one institution."""
    return re.sub(r"^(.+?)(?:(?: and |, )\1)+$", r"\1", name)


def _short_key(name: str) -> str:
    """`technische-universitat` for "Technische Universität München"; `affiliation` for a name without Latin letters.

    It ends with a word that means something: `sample-university` for "Sample University of the Arctic".
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    kept: list[str] = []
    for word in re.findall(r"[a-z0-9]+", letters):
        if kept and len("-".join(kept)) + len(word) > LONGEST_KEY:
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1] in _LINKS:
        kept.pop()
    return "-".join(kept) or "affiliation"


def _free(key: str, taken: Iterable[str]) -> str:
    if key not in taken:
        return key
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"


def folded_name(name: str) -> str:
    """A name in the form to compare names by: its letters without case and accents."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i")).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
