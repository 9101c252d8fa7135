"""Quantities as people write them: counts, sizes of memory, budgets of computing time, and claims of totals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK = r"[ \u00a0\u2009\u202f]"
_NUMBER = r"\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3}){1,4}(?![\d.]*\d)(?:\.\d+)?|\d{1,15}(?!\d)(?:\.\d+)?"
_TIMES = r"[x×*]"
_MANY = {"": 1, "k": 10**3, "K": 10**3, "M": 10**6, "thousand": 10**3, "million": 10**6}
_WORDS = ("zero", *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
_SAID = {**{word: number for number, word in enumerate(_WORDS)}, "none": 0, "single": 1}

_PREFIXES = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5, "e": 6}
_SIZE = re.compile(
    rf"(?<![\d.])(?:(?P<times>\d{{1,6}}){_BLANK}?{_TIMES}{_BLANK}?)?(?P<number>{_NUMBER}){_BLANK}?-?"
    r"(?P<prefix>[kKmMgGtTpPeE]?)(?P<binary>i?)(?P<unit>[Bb](?:ytes?|its?)?)(?![A-Za-z])(?P<rate>/s|ps)?"
)
_BUDGET = re.compile(
    rf"(?<![\d.])(?P<number>{_NUMBER}){_BLANK}?(?P<many>k|K|M|thousand|million)?(?:{_BLANK}|-)?"
    r"(?:[A-Z][A-Za-z]*\d\w*[ -])?(?P<of>GPU|TPU|accelerator|node|core|CPU|processor)s?"
    r"[ -]?(?P<time>hours?|hrs?|h|days?|minutes?|min)\b",
    re.IGNORECASE,
)
_HOURS = {"h": 1.0, "d": 24.0, "m": 1 / 60}
_BEFORE_YEAR = re.compile(r"\b(?:in|since|of)\s$", re.IGNORECASE)
_PIECE_BEHIND = re.compile(r"[ -](?:nodes?|servers?|machines?|systems?|box(?:es)?)\b|-", re.IGNORECASE)
_OF_A_PIECE = (
    r"(?:[kKMGTPE]i?B|[KMGT]B?bit|[KMGT]b[Ee]?|[kMG]?Hz|k?W|nm|bits?|cores?|way|sockets?|threads?|ranks?|process(?:es)?|"
    r"hours?|h|min(?:utes)?|ms|s(?:econds?)?|epochs?|images?|samples?|percent)\b"
)
"""Words behind a number that is one of each piece, or of something else: 48-core nodes, 40 GB GPUs."""

_CLAIM = re.compile(
    rf"(?P<all>\b(?:all|total of|totalling|altogether|in total)\s+)?(?<![\w.,-])(?P<number>{_NUMBER})(?P<many>k)?"
    rf"(?:[ \u00a0-](?!(?:per|of|on|in|and|to|times)\b|[x×](?![A-Za-z])|{_OF_A_PIECE})[A-Za-z][\w.-]*){{0,3}}?"
    r"[ \u00a0-]"
    r"(?P<noun>GPU|TPU|accelerator|node)(?P<plural>s?)\b(?![ -]?(?:h|hrs?|hours?|days?|minutes?|min|seconds?)\b)"
    r"(?!\s*(?:per|/|a|each)\b|/)(?P<total>\s+(?:in total|altogether|overall)\b)?",
    re.IGNORECASE,
)


class Size(NamedTuple):
    """An amount of memory in bytes, or a rate of it: `times` pieces of `each`."""

    each: float
    times: int = 1
    is_bits: bool = False
    is_rate: bool = False

    @property
    def whole(self) -> float:
        """All pieces together."""
        return self.each * self.times


class Budget(NamedTuple):
    """Hours of computing of so many units: `("GPU", 12000.0)`; TPUs and accelerators are told from GPUs."""

    of: str
    hours: float


class Claim(NamedTuple):
    """A number of nodes or accelerators that a text speaks of, and whether it says that these are all."""

    number: int
    noun: str
    is_total: bool
    words: str


def number_of(text: str, many: str = "") -> float:
    """The value of `1,024`, `1 024` or `1'024`, times `k` or `million`."""
    scale = next((each for word, each in _MANY.items() if word.lower() == many.lower()), 1)
    return float(re.sub(r"[^\d.]", "", text)) * scale


def count_of(text: str) -> int | None:
    """The largest whole number that a text names in digits or as its first word: 1024 of `16 to 1 024`; or None."""
    found = [number_of(each) for each in re.findall(rf"(?<![\w.])(?:{_NUMBER})", text)]
    if found:
        return int(max(found))
    first = re.match(r"\W*(?:an?\s+)?([a-z]+)(?!\w)", text.lower())
    return _SAID.get(first[1]) if first else None


def size_of(text: str) -> Size | None:
    """The first size in a text: `40 GB`, `1.5 TiB`, `4 x 40 GB`; GB is 10^9 bytes and GiB 2^30, Gb are bits."""
    match = _SIZE.search(text)
    if not match:
        return None
    base = 1024 if match["binary"] else 1000
    unit = match["unit"].lower() if match["unit"] != "b" or match["prefix"].islower() else "bit"
    each = number_of(match["number"]) * base ** _PREFIXES[match["prefix"].lower()]
    return Size(each, int(match["times"] or 1), unit.startswith("bit"), bool(match["rate"]))


def budget_of(text: str) -> Budget | None:
    """The first budget in a text: `12k GPU h`, `3,000 node-hours`, `1.2 million core hours`; or None."""
    match = _BUDGET.search(text)
    if not match:
        return None
    hours = number_of(match["number"], match["many"] or "") * _HOURS[match["time"][0].lower()]
    of = match["of"]
    return Budget(of.upper() if len(of) == 3 else of.lower(), hours)


def claims_in(text: str) -> Iterator[Claim]:
    """The numbers of nodes and of accelerators that a text speaks of; not those per node, nor hours of them."""
    for match in _CLAIM.finditer(text):
        if not _is_count(match, text):
            continue
        noun = "node" if match["noun"].lower() == "node" else "accelerator"
        number = int(number_of(match["number"], match["many"] or ""))
        yield Claim(number, noun, bool(match["all"] or match["total"]), " ".join(match[0].split()))


def _is_count(match: re.Match[str], text: str) -> bool:
    """Whether a number counts what follows, as in a 16-node run: not in an 8-GPU node, CUDA 11 GPU code, a year."""
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) and _BEFORE_YEAR.search(text[: match.start()])
    is_joined = match[0][-len(match["noun"]) - 1] == "-" and not _PIECE_BEHIND.match(text[match.end() :])
    is_plural = bool(match["plural"] or match["many"]) or match["number"] == "1"
    return (is_plural or is_joined) and not is_year and "." not in match["number"]


def is_bare_number(text: str) -> bool:
    """Whether a text is a number and nothing else, so that nobody knows of what."""
    return bool(re.fullmatch(rf"\W*(?:{_NUMBER})\W*(?:k|K|M|thousand|million)?\W*", text))
