"""Licences of software and data: whether they are SPDX expressions, and what they forbid."""

from __future__ import annotations

import functools
import re

COMPATIBLE = ("gpl-3.0", "lal-1.3")
"""Licences to which Creative Commons lets CC BY-SA 4.0 be changed."""

_NO_SHARING = re.compile(
    r"no.?(?:re)?distribution|non.?redistribut\w+|not.?redistribut\w+|may.?not.?be.?(?:shared|redistributed)|no.?sharing",
    re.IGNORECASE,
)


def is_licence(text: str) -> bool:
    """Whether text is an SPDX expression: known ids, `LicenseRef-...`, joined by AND, OR and WITH."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression  # a table of 700 licences

    try:
        canonicalize_license_expression(text)
    except (InvalidLicenseExpression, ValueError):
        return False
    return True


def unknown_part(text: str) -> str:
    """The one licence of an expression that SPDX does not know; the whole text where that is not one alone."""
    parts = (part.strip(" ()") for part in re.split(r"\s+(?:AND|OR)\s+", text))
    unknown = [part for part in parts if not is_licence(part)]
    return unknown[0] if len(unknown) == 1 else text


@functools.cache
def nearest_licence(text: str) -> str | None:
    """The SPDX id that was probably meant by `Apache 2.0` or `BSD 3-clause`; None where only a guess could tell.

    Its version is never guessed: "CC BY" may be any, "GPL-3" may be `-only` or `-or-later`.
    """
    from proceedings.problem import nearest

    wanted, known = _letters(text), _ids()
    guess = next((each for each in (wanted, f"{wanted}0") if each in known), None) or nearest(wanted, known)
    is_near = (
        guess is not None and guess[:3] == wanted[:3] and _digits(guess).rstrip("0") == _digits(wanted).rstrip("0")
    )
    return known[guess] if guess and is_near and not guess.endswith(("only", "orlater")) else None


def forbids_commerce(licence: str) -> bool:
    """Whether the licence is for non-commercial use alone."""
    return bool(re.search(r"(?:^|[-_ ])NC(?=$|[-_ \d])|non.?commercial", licence, re.IGNORECASE))


def forbids_change(licence: str) -> bool:
    """Whether the licence lets nobody publish what was made of the work."""
    return bool(re.search(r"(?:^|[-_ ])ND(?=$|[-_ \d])|no.?deriv", licence, re.IGNORECASE))


def asks_for_itself(licence: str) -> bool:
    """Whether what is made of the work has to bear the same licence (Creative Commons ShareAlike, ODbL)."""
    return bool(re.search(r"(?:^|[-_ ])SA(?=$|[-_ \d])|^ODbL|^CDLA-Sharing", licence, re.IGNORECASE))


def alternatives(licence: str) -> tuple[str, ...]:
    """The licences among which one may choose: both of `CC-BY-SA-4.0 OR MIT`."""
    return tuple(part.strip(" ()") for part in re.split(r"\s+OR\s+", licence))


def keeps_terms(given: str, terms: str) -> bool:
    """Whether what is given asks for itself as the terms do: the same licence, a later version, a declared equal."""
    granted = {part.strip(" ()").lower() for part in re.split(r"\s+(?:OR|AND|WITH)\s+", given)}
    wanted = {part.strip(" ()").lower() for part in re.split(r"\s+AND\s+", terms) if asks_for_itself(part.strip(" ()"))}
    return all(any(_is_as_free(each, want) for each in granted) for want in wanted)


def _is_as_free(given: str, wanted: str) -> bool:
    family, _, version = wanted.rpartition("-")
    same, _, later = given.rpartition("-")
    is_later = same == family and re.fullmatch(r"[\d.]+", later) is not None and later >= version
    return given == wanted or is_later or (wanted == "cc-by-sa-4.0" and given.startswith(COMPATIBLE))


def forbids_sharing(licence: str) -> bool:
    """Whether the licence says in words that the work may not be passed on."""
    return bool(_NO_SHARING.search(licence))


@functools.cache
def _ids() -> dict[str, str]:
    """SPDX ids by their letters and digits; those that SPDX has given up are left out."""
    from packaging.licenses._spdx import LICENSES  # the same table; the package shows no other way to it

    return {_letters(each["id"]): each["id"] for each in LICENSES.values() if not each["deprecated"]}


def _letters(text: str) -> str:
    words = re.sub(r"\b(?:the|licen[cs]e|version|v(?=\d))\b", " ", text.lower())
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\bv(?=\d)", "", words))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
