"""Names that somebody should look at: what exports and typing do to the names of people.

A name cannot be proved wrong. These are the signs that it was mangled, each with its cure; a name
that is right in spite of them is waived.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from proceedings.intake.unsplit_names import INITIALS, is_unsplit, proposed_parts
from proceedings.names import PARTICLES, display_name
from proceedings.problem import Place, Problem
from proceedings.records.paper import Author, Paper, Person
from proceedings.yaml.yaml_syntax import CURLY

_SUFFIX = re.compile(r"[\s,]+(?a:jr\.?|sr\.?|ii|iii|iv)$", re.IGNORECASE)
_TITLE = re.compile(r"^(dr|prof|mr|mrs|ms|professor|doctor|dipl\.?-ing|phd)\b\.?\s", re.IGNORECASE)
# (pattern, fact, cure) for each single part of a name
_SIGNS = (
    (re.compile(r"\S@\S"), "is an e-mail address", "Write the name, and the address under `email`."),
    (re.compile(r"\d"), "holds a digit", "Delete footnote marks and numbers that were exported with the name."),
    (re.compile(r"[\\{}$]|&\w+;|&#"), "holds LaTeX or HTML codes", "Write the letters themselves, such as é or ł."),
    (re.compile(f"^[{CURLY}].*[{CURLY}]$"), "stands in curly quotes, which would be printed", "Delete the quotes."),
    (re.compile("[\ufffd?]"), "holds a letter that was lost on the way", "Write the letter anew."),
)


def suspicious_names(people: Sequence[Person], at: Place) -> Iterator[Problem]:
    """One problem for each person whose name bears such a sign; `at` is the place of the list."""
    for number, person in enumerate(people):
        field, fact, remedy = next(_suspicions(person), ("", "", ""))
        if fact:
            message = f'the name "{display_name(person)}": {fact}.'
            yield Problem(at=(*at, number, field), code="name-suspect", message=message, remedy=remedy)


def duplicate_authors(paper: Paper) -> Iterator[Problem]:
    """One problem for each author who stands in the list a second time, by ORCID, e-mail address or name."""
    first: dict[str, int] = {}
    for number, author in enumerate(paper.authors):
        for key in _identities(author):
            twin = first.setdefault(key, number)
            if twin != number and _may_be_one(author, paper.authors[twin], key):
                names = f"{display_name(paper.authors[twin])} and {display_name(author)}"
                fact = f"authors {twin + 1} and {number + 1} seem to be one person: {names}."
                remedy = "Delete one of them, or give each an ORCID and an e-mail address of their own."
                yield Problem(at=("authors", number), code="duplicate-author", message=fact, remedy=remedy)
                break


def swapped_names(papers: Sequence[Paper]) -> Iterator[Problem]:
    """One problem for each author whose given and family name are the other way round in another paper."""
    first: dict[tuple[str, str], str] = {}
    for paper in papers:
        for number, author in enumerate(paper.authors):
            given, family = plain_name(author.given or ""), plain_name(author.family or "")
            other = first.get((family, given))
            if given and family and given != family and other and other != paper.id:
                fact = f'the name "{display_name(author)}": given and family name are swapped in paper "{other}".'
                remedy = "Ask the author which is the family name, and write both papers alike."
                at = ("authors", number, "family")
                yield Problem(paper=paper.id, at=at, code="name-suspect", message=fact, remedy=remedy)
            first.setdefault((given, family), paper.id)


def plain_name(name: str) -> str:
    """A name without accents, capitals, hyphens and full stops, to compare spellings by."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[-.,'’]", " ", letters).split())


def _suspicions(person: Person) -> Iterator[tuple[str, str, str]]:
    """(field, fact, cure) of everything suspicious in one name, the surest first."""
    for field in ("given", "family", "literal"):
        part = getattr(person, field)
        if part:
            yield from ((field, fact, cure) for fact, cure in _suspicions_of_part(part))
    if person.literal:
        yield from _suspicions_of_literal(person)
    elif person.family and not person.given:
        yield "family", "there is no given name", "Add it under `given`; a name of one word is a `literal`."
    elif person.family and person.given:
        yield from _suspicions_of_split(person.given, person.family)


def _suspicions_of_part(part: str) -> Iterator[tuple[str, str]]:
    for sign, fact, cure in _SIGNS:
        if sign.search(part):
            yield f'"{part}" {fact}', cure
    if (repaired := _repaired(part)) is not None:
        yield f'"{part}" was read in the wrong encoding', f'It is probably "{repaired}".'
    if _TITLE.match(part):
        yield f'"{part}" begins with an academic title', "Write the name alone."


def _suspicions_of_literal(person: Person) -> Iterator[tuple[str, str, str]]:
    if person.given or person.family:
        yield "literal", "it has a `literal` beside `given` or `family`", "Keep one of the two ways."
    elif is_unsplit(person.literal or ""):
        proposal = proposed_parts(person.literal or "")
        yield "literal", "it is not split", f"Write the parts of a person's name apart, {proposal}"


def _suspicions_of_split(given: str, family: str) -> Iterator[tuple[str, str, str]]:
    apart = "Write `given` and `family` apart, each without a comma."
    for field, part in (("family", family), ("given", given)):
        if _SUFFIX.search(part):
            yield field, f'"{part}" ends with a suffix', "Write it under `suffix`."
        elif "," in part or ";" in part:
            yield field, f'"{part}" holds a comma', apart
    for field, part, length in (("family", family, 3), ("given", given, 5)):
        if _is_shouted(part, length):
            yield field, f'"{part}" is in capitals', f'Write "{part.title()}", as the author does.'
    if given.split()[-1] in PARTICLES:
        yield "given", f'"{given}" ends with a particle', "Write it under `particle`."
    if INITIALS.fullmatch(family):
        yield "family", f'"{family}" is an initial, so given and family name may be swapped', "Swap them."


def _is_shouted(part: str, length: int) -> bool:
    """Whether a word of at least `length` letters is in capitals (scripts without small letters are not)."""
    return any(len(word) >= length and word.isalpha() and word.isupper() for word in re.split(r"[\s-]", part))


def _repaired(part: str) -> str | None:
    """What UTF-8 letters that were read as Windows-1252 or Latin-1 were before, or None for a sound name."""
    if part.isascii():
        return None
    for encoding in ("cp1252", "latin-1"):
        try:
            return part.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _identities(author: Author) -> list[str]:
    keys = [author.orcid, author.email and author.email.casefold(), plain_name(display_name(author))]
    return [key for key in keys if key]


def _may_be_one(author: Author, other: Author, shared: str) -> bool:
    """Whether what two authors share makes them one person.

    Two ORCIDs tell people of one name apart, and two people with nothing alike in their names
    merely share an e-mail address, as exports with one address for a group have it.
    """
    if author.orcid and other.orcid:
        return author.orcid == other.orcid
    words, others = (set(plain_name(display_name(each)).split()) for each in (author, other))
    return "@" not in shared or bool(words & others)
