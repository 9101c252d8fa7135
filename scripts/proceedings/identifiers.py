"""Identifiers of people, organisations, papers and books: bare forms, and whether they can be true.

Only what an identifier says of itself is judged: its form and its check digits. Nothing is looked up.
"""

from __future__ import annotations

import re
import unicodedata

from proceedings.records.paper import PENDING

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_DASHES = re.compile(r"[\s‐-―−]+")
_ORCID = re.compile(r"(\d{4}-){3}\d{3}[\dX]")
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}")
_DOI = re.compile(r"10\.\d{4,9}(\.\d+)*/[^\s<>\"{}\\^]+")
_DOI_PREFIX = re.compile(r"10\.\d{4,9}(\.\d+)*(/\S*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]")
_PAPER_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HTTP = r"(?:https?://)?(?:www\.)?"


def is_paper_id(text: str) -> bool:
    """Whether text can be the id of a paper, and so the name of its files."""
    return bool(_PAPER_ID.fullmatch(text))


def file_stem(paper_id: str) -> str:
    """The id itself where it can name a file, else what is left of it without the letters that cannot."""
    return paper_id if is_paper_id(paper_id) else re.sub(r"[^A-Za-z0-9._-]+", "-", paper_id).strip(".-_") or "paper"


def is_pending(identifier: str | None) -> bool:
    """Whether the identifier is announced but still to come."""
    return identifier == PENDING


def bare_orcid(text: str) -> str:
    """`0000-0002-1825-0097` of an address, of 16 digits, or of one with other dashes."""
    text = re.sub(rf"^{_HTTP}orcid\.org/", "", text.strip(), flags=re.IGNORECASE).rstrip("/")
    digits = _DASHES.sub("", text).replace("-", "").upper()
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4)) if len(digits) == 16 else text


def bare_ror(text: str) -> str:
    """The nine characters of a ROR id that may be given as an address."""
    return re.sub(rf"^{_HTTP}ror\.org/", "", text.strip(), flags=re.IGNORECASE).rstrip("/").lower()


def bare_doi(text: str) -> str:
    """A DOI without resolver and without `doi:`, its case kept; `pending` in small letters."""
    text = re.sub(rf"^({_HTTP}(dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE)
    return PENDING if text.lower() == PENDING else text


def bare_isbn(text: str) -> str:
    """An ISBN without the word, its hyphens kept and of one kind; `pending` in small letters."""
    text = re.sub(r"^isbn(-1[03])?:?\s*", "", text.strip(), flags=re.IGNORECASE)
    return PENDING if text.lower() == PENDING else _DASHES.sub("-", text).upper()


def bare_issn(text: str) -> str:
    """An ISSN as `1234-5678`, without the word; `pending` in small letters."""
    text = re.sub(r"^e?-?issn:?\s*", "", text.strip(), flags=re.IGNORECASE)
    digits = _DASHES.sub("", text).replace("-", "").upper()
    if text.lower() == PENDING:
        return PENDING
    return f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 else text


def sound_orcid(orcid: str | None) -> str | None:
    """The iD if it can be true; one that cannot is handed to nobody."""
    return orcid if orcid and is_orcid(orcid) else None


def is_orcid(text: str) -> bool:
    """Whether a bare ORCID has its form and its check digit (ISO 7064, mod 11-2)."""
    if not _ORCID.fullmatch(text):
        return False
    total = 0
    for digit in text.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return text[-1] == ("X" if check == 10 else str(check))


def is_ror(text: str) -> bool:
    """Whether a bare ROR id has its form and its two check digits (ISO 7064, mod 97-10)."""
    if not _ROR.fullmatch(text):
        return False
    number = 0
    for letter in text[:7]:
        number = number * 32 + _CROCKFORD.index(letter)
    return int(text[7:]) == 98 - number * 100 % 97


def is_doi(text: str) -> bool:
    """Whether a bare DOI has its form; a DOI has no check digit."""
    return bool(_DOI.fullmatch(text))


def sound_doi(doi: str | None) -> str | None:
    """A bare DOI as it may be written into a record for others; None for one that is pending or has not its form."""
    return doi if doi and is_doi(doi) else None


def is_doi_prefix(text: str) -> bool:
    """Whether text can begin a DOI: `10.5281`, or with the first part of the suffix `10.18653/v1`."""
    return bool(_DOI_PREFIX.fullmatch(text))


def language_tag(text: str | None) -> str | None:
    """A language as it may be marked in a document: `en`, `pt-BR`; None for what has not the form of BCP 47."""
    return text if _LANGUAGE.fullmatch(text or "") else None


def same_doi_key(text: str) -> str:
    """What two spellings of one DOI share: DOIs know no capitals."""
    return unicodedata.normalize("NFC", text).casefold()


def is_isbn(text: str) -> bool:
    """Whether a bare ISBN of 10 or 13 digits has its check digit."""
    digits = text.replace("-", "")
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (1 + position % 2 * 2) for position, digit in enumerate(digits)) % 10 == 0
    return bool(re.fullmatch(r"\d{9}[\dX]", digits)) and _weighted(digits) % 11 == 0


def is_issn(text: str) -> bool:
    """Whether a bare ISSN has its form and its check digit."""
    return bool(_ISSN.fullmatch(text)) and _weighted(text.replace("-", "")) % 11 == 0


def _weighted(digits: str) -> int:
    """The sum of the digits times their places from the right; X is ten."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (len(values) - position) for position, value in enumerate(values))
