"""Where the people of the metadata stand on a title page, however the page writes and the PDF spells them.

A page may print initials or full names, middle names or none, the family name first or last; extraction adds footnote
marks, splits letters from their accents and words at line ends. A name is looked for in all of these forms at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from proceedings.folding import folded
from proceedings.names import whole_name
from proceedings.records.paper import Person
from proceedings.records.record import Record

_SOFT = frozenset(" -‐‑­.'’‘`´\t\u00a0")
_GAP = "[ \n]*"
_BETWEEN_LETTERS = "[ \n]?"
_MIDDLE_NAMES = "(?: +(?!and |und |et )[^\\W\\d_]+){1,2}? *"
# A footnote letter may be glued to a name, as in "Samplea,b".
_NAME_ENDS = "(?![^\\W\\d_]{2})"
_NAME_BEGINS = "(?<![^\\W\\d_])"
_ACCENTS_ALONE = re.compile("[\u00a8\u00b4`\u02c6\u02c7\u02d8-\u02dd\u00b8\u00af^~]")
# From here on, Unicode has the scripts in which no space parts a name from the next.
_CJK = "\u2e80"
_HYPHEN = re.compile("[-\u2010-\u2013]")
_EMAIL = re.compile(r"(\{[^}]*\}|[\w.+-]+)\s?@\s?[\w.-]*")


class AuthorText(Record):
    """Lines of a title page as one text, and `plain`: small letters, and "," for what ends a name.

    White space, hyphens and full stops, which may stand in a name, are " ", or the line end where one is among them.
    `places[n]` is the place in `text` of the n-th character of `plain`, `starts[n]` the place where line n begins.
    """

    text: str = ""
    plain: str = ""
    places: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()


class Sighting(Record):
    """A person found: [start, end) in the text; `exact` where the name is written out as in the metadata."""

    start: int = 0
    end: int = 0
    exact: bool = False


def author_text(lines: Iterable[str]) -> AuthorText:
    """Lines in the form in which names are looked for; addresses with an @ are blotted out."""
    text, starts = "", []
    for line in lines:
        starts.append(len(text))
        text += _EMAIL.sub(_blotted, unicodedata.normalize("NFC", line)) + "\n"
    plain: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for letter in _plain_sign(sign):
            if letter in " \n" and plain and plain[-1] in " \n":
                plain[-1] = max(plain[-1], letter, key="\n".__eq__)
                continue
            plain.append(letter)
            places.append(place)
    return AuthorText(text=text, plain="".join(plain), places=tuple(places), starts=tuple(starts))


def sighting(person: Person, within: AuthorText) -> Sighting | None:
    """Where a person stands in the text: where the name is written out, or else the first place that may be it."""
    found = None
    for pattern in name_patterns(person):
        for match in pattern.finditer(within.plain):
            seen = _seen(match, person, within)
            if seen.exact:
                return seen
            found = found or seen
    return found


def family_is_in(person: Person, within: AuthorText) -> bool:
    """Whether at least the family name (or one word of a whole name) stands in the text."""
    words = [person.family or "", *(person.literal or "").split()[-1:]]
    patterns = [_NAME_BEGINS + _spelled(folded(word)) + _NAME_ENDS for word in words if folded(word)]
    return any(re.search(pattern, within.plain) for pattern in patterns)


def name_patterns(person: Person) -> list[re.Pattern[str]]:
    """The forms in which a person may be named, the commonest first; none for a name without letters."""
    forms: list[str] = []
    if person.native:
        forms.append(_spelled(folded(person.native.name)))
    if person.family and person.given:
        forms += _split_name(person.given, person.particle or "", person.family)
    elif whole := folded(whole_name(person)):
        forms.append(_spelled(whole))
        *given, family = whole_name(person).split()
        forms += _split_name(" ".join(given), "", family) if given else []
    return [re.compile(form if form[0] >= _CJK else _NAME_BEGINS + form + _NAME_ENDS) for form in forms if form]


def differs_in_words(person: Person, seen: Sighting, within: AuthorText) -> bool:
    """Whether page and metadata have each a word of the name that the other lacks; initials stand for any name."""
    if seen.exact or person.native:
        return False
    printed = _name_words(within.text[seen.start : seen.end])
    meant = _name_words(whole_name(person))
    alone = [word for word in printed if word not in meant and not any(word in each or each in word for each in meant)]
    ours = [word for word in meant if word not in printed and not any(word in each or each in word for each in printed)]
    return bool(alone and ours)


def differs_in_signs(person: Person, seen: Sighting, within: AuthorText) -> bool:
    """Whether page and metadata write the same letters, but only one of them accents, or the hyphen.

    Where both have accents, a difference may be the extraction's, and so it may be where accents stand alone on the
    page; a hyphen at a line end may be the typesetter's.
    """
    if not seen.exact or person.native:
        return False
    printed, meant = within.text[seen.start : seen.end], whole_name(person)
    hyphens = "\n" not in printed and len(_HYPHEN.findall(printed)) != len(_HYPHEN.findall(meant))
    accents = has_accents(printed) and not has_accents(meant)
    lost = has_accents(meant) and not has_accents(printed) and not has_accents_alone(within.text)
    return hyphens or accents or lost


def _split_name(given: str, particle: str, family: str) -> list[str]:
    """Given name first, and family name first."""
    words = [word for word in (folded(word) for word in re.split(r"[\s.\-‐]+", given)) if word]
    last = _spelled(folded(family))
    if not words or not last:
        return [last] if last else []
    before = f"(?:{_spelled(folded(particle))}{_GAP})?" if folded(particle) else ""
    first = _given_names(words)
    return [f"{first}(?:{_GAP}|{_MIDDLE_NAMES}){before}{last}", f"{before}{last}[ \n,]*{first}"]


def _given_names(words: Sequence[str]) -> str:
    """The first of the given names or its initial, and as many of the others as are there."""
    glued = "".join(word[0] for word in words) if len(words) > 1 else ""
    names = _given_name(words[0]) + "".join(f"(?:{_GAP}{_given_name(word)})?" for word in words[1:])
    return f"(?:{names}|{glued}{_NAME_ENDS})" if glued else names


def _given_name(word: str) -> str:
    """A given name or its initial; of an initial, any name that begins with it."""
    return (
        f"{re.escape(word)}[^\\W\\d_]*"
        if len(word) == 1
        else f"(?:{_spelled(word)}|{re.escape(word[0])}(?![^\\W\\d_]))"
    )


def _spelled(word: str) -> str:
    """A word whose letters extraction may have set apart."""
    return _BETWEEN_LETTERS.join(map(re.escape, word))


def _seen(match: re.Match[str], person: Person, within: AuthorText) -> Sighting:
    letters = sorted(folded(match.group()))
    exact = letters == sorted(folded(whole_name(person)))
    return Sighting(start=within.places[match.start()], end=within.places[match.end() - 1] + 1, exact=exact)


def _plain_sign(sign: str) -> str:
    if sign == "\n":
        return sign
    letters = "".join(letter for letter in folded(sign) if letter.isalpha())
    if letters or _ACCENTS_ALONE.match(sign) or unicodedata.combining(sign):
        return letters
    return " " if sign in _SOFT else ","


def _name_words(name: str) -> list[str]:
    """The words of a name that are no initials, folded."""
    return [word for word in map(folded, re.split(r"[\s.,\-‐]+", name)) if len(word) > 2]


def _blotted(found: re.Match[str]) -> str:
    return "\0" * len(found.group())


def has_accents_alone(text: str) -> bool:
    """Whether accents stand beside their letters, so that nobody can tell whose they are."""
    return _ACCENTS_ALONE.search(text) is not None


def has_accents(name: str) -> bool:
    """Whether a name has accents, standing alone or not; ligatures are none."""
    return any(_ACCENTS_ALONE.match(sign) or (_is_letter(sign) and not sign.isascii()) for sign in name)


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and len(folded(sign)) == 1
