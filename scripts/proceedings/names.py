"""How a person's name is printed, abbreviated, indexed, collated and written to BibTeX.

A name is never split by guessing: these functions only put together what the metadata keeps
apart. Names whose given and family parts are both in Chinese, Japanese or Korean script are
printed family first and without a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from proceedings.bidi import isolated
from proceedings.records.paper import Person
from proceedings.wording import listed

# Han, kana, Hangul: the scripts in which the family name comes first and no space follows it.
_EAST_ASIAN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "zu", "bin")
)
"""Words in small letters that may stand before a family name, of which they are a part or not."""

ELIDING = ("'", "’", "-")
"""How a particle ends behind which no space stands."""

# What separates the tokens of a name for BibTeX; commas and braces have a meaning of their own.
_BIBTEX_SEPARATOR = re.compile(r"[\s~-]+")

_NO_BRACES = {ord(brace): None for brace in "{}"}

_GROUP_WORDS = re.compile(
    r"\b(the|team|group|consortium|collaboration|project|initiative|working|committee|community|council|alliance|"
    r"university|institute|institut|laborator(y|ies)|lab|labs|cent(er|re)|network|foundation|society|task force|"
    r"inc|ltd|gmbh|authors?|developers?|contributors?|for|of|and|on|at)\b",
    re.IGNORECASE,
)


def is_group_name(name: str) -> bool:
    """Whether a name that has no parts says itself that it is a group's: `The Sample Machine Team`."""
    return _GROUP_WORDS.search(name) is not None


def is_east_asian(person: Person) -> bool:
    """Whether given and family name are both in Han, kana or Hangul, so that they are printed family first."""
    return bool(
        not person.particle and _EAST_ASIAN.match(person.family or "") and _EAST_ASIAN.match(person.given or "")
    )


def display_name(person: Person) -> str:
    """The name as it is printed under a title: `Ludwig van der Berg Jr.`; a `literal` as it stands."""
    if person.literal:
        return person.literal
    if is_east_asian(person):
        return _joined(f"{person.family}{person.given}", person.suffix)
    return _joined(person.given, full_family_name(person), person.suffix)


def full_family_name(person: Person) -> str:
    """Particle and family name: `van der Berg`, `d'Alembert`; empty without a family name."""
    if not person.family or not person.particle:
        return person.family or ""
    space = "" if person.particle.endswith(ELIDING) else " "
    return f"{person.particle}{space}{person.family}"


def whole_name(person: Person) -> str:
    """The name in the order in which it is said, given name first in every script: `Ludwig van der Berg Jr.`."""
    return person.literal or " ".join(part for part in (person.given, full_family_name(person), person.suffix) if part)


def index_name(person: Person) -> str:
    """The name as an index prints it: `van der Berg, Ludwig, Jr.`; a mononym and a group as they stand."""
    if is_east_asian(person):
        return display_name(person)
    return inverted_name(person)


def inverted_name(person: Person) -> str:
    """Family name first, the parts set off by commas: `van der Berg, Ludwig, Jr.`; a `literal` as it stands."""
    if person.literal or not person.family:
        return display_name(person)
    return ", ".join(part for part in (full_family_name(person), person.given, person.suffix) if part)


def sort_name(person: Person) -> str:
    """The text that an index collates by: family, given, particle, suffix, or the literal.

    Particles do not count (`van der Berg` stands under B). The parts are separated by tabs, which
    collate before spaces, so that `De, Ada` stands before `De Silva, Ada`.
    """
    if person.literal:
        return person.literal
    return "\t".join(part for part in (person.family, person.given, person.particle, person.suffix) if part)


def short_name(person: Person) -> str:
    """The name with initials, as a running head prints it: `L. van der Berg`, `J.-P. Serre`, `Mausam`.

    Scripts without capital letters know no initials: `محمد علي` stays as it is.
    """
    if person.literal or not person.family or not person.given or _has_no_initial(person.given):
        return display_name(person)
    return _joined(initials(person.given), full_family_name(person), person.suffix)


def initials(given: str) -> str:
    """Initials of given names: `J.-P.` of `Jean-Pierre`, `J. R.` of `J.R.`, `A. de los R.` of `Ana de los Ríos`."""
    words = re.sub(r"\.(?=[^\s-])", ". ", unicodedata.normalize("NFC", given)).split()
    return " ".join(
        word if position and word.islower() else "-".join(_initial(part) for part in word.split("-") if part)
        for position, word in enumerate(words)
    )


def running_head_names(authors: Sequence[Person]) -> str:
    """The authors in a running head: one, two joined by `and`, or the first `et al.`; empty for none."""
    names = [isolated(short_name(author)) for author in authors[:2]]
    return f"{names[0]} et al." if len(authors) > 2 else " and ".join(names)


def author_list(authors: Sequence[Person]) -> str:
    """All authors in full, joined as in a sentence: `A, B and C`."""
    return listed([display_name(author) for author in authors])


def set_author_list(authors: Sequence[Person]) -> str:
    """The same for pages that we set: names of scripts that run left keep their place in the list."""
    return listed([isolated(display_name(author)) for author in authors])


def bibtex_name(person: Person) -> str:
    """The name in the form `von Last, Jr., First`, braced where BibTeX would split it or print it wrongly.

    BibTeX takes for the `von` part all words up to the last one whose first ASCII letter is small,
    and it splits at hyphens too, so that `Öztürk-Yılmaz` needs braces. Where braces hold two parts of ours, each is in
    braces again (`{{王}{明}}`, `{{d'}Alembert}, Jean`), which prints the same and tells them apart. Characters are not
    escaped; braces of the name's own, which would end its entry, are left out.
    """
    person = _without_braces(person)
    if is_east_asian(person):
        return f"{{{{{person.family}}}{_joined(f'{{{person.given}}}', person.suffix)}}}"
    if person.literal or not person.family or (person.suffix and not person.given):
        return f"{{{display_name(person)}}}"
    parts = (_bibtex_family(person), _braced(person.suffix), _bibtex_given(person.given))
    return ", ".join(part for part in parts if part)


def _without_braces(person: Person) -> Person:
    parts = {name: getattr(person, name) for name in ("given", "family", "particle", "suffix", "literal")}
    bare = {name: part.translate(_NO_BRACES) for name, part in parts.items() if part}
    return msgspec.structs.replace(person, **bare) if bare else person


def _bibtex_family(person: Person) -> str:
    if not person.particle:
        return _one_last_name(person.family or "")
    parts_names = _braced(person.particle) != person.particle
    if parts_names or person.particle.endswith(ELIDING) or not _reads_as_von(person.particle.split()[-1]):
        space = "" if person.particle.endswith(ELIDING) else " "
        return f"{{{{{person.particle}}}{space}{person.family}}}"
    return f"{person.particle} {_one_last_name(person.family or '')}"


def _bibtex_given(given: str | None) -> str:
    """`given`, in braces when its script knows no initials, which styles would make of it."""
    return f"{{{given}}}" if given and _has_no_initial(given) else _braced(given)


def _one_last_name(family: str) -> str:
    """`family`, in braces when BibTeX would find more in it than one last name."""
    *others, _ = [token for token in _BIBTEX_SEPARATOR.split(family) if token] or [""]
    splits = any(_reads_as_von(token) for token in others)
    return f"{{{family}}}" if splits else _braced(family)


def _braced(part: str | None) -> str:
    """`part`, in braces when it holds what separates names or parts of a name."""
    if part and ("," in part or "and" in part.lower().split()):
        return f"{{{part}}}"
    return part or ""


def _reads_as_von(token: str) -> bool:
    """Whether the token's first ASCII letter is small: BibTeX knows no other letters."""
    letter = re.search(r"[A-Za-z{]", token)
    return letter is not None and letter.group().islower()


def _initial(part: str) -> str:
    """The first letter with its combining marks, and a full stop."""
    length = 1
    while length < len(part) and unicodedata.combining(part[length]):
        length += 1
    return part[:length] + "."


def _has_no_initial(given: str) -> bool:
    return given[0].upper() == given[0].lower()


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
