"""How numbers, lists, dates, page ranges, licences and identifiers are worded, everywhere the same."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOTHING = "(nothing)"
URI_SIGNS = "%/:=&?~#+!$,;'@()*[]"
CREATIVE_COMMONS = re.compile(r"CC-(BY[A-Z-]*)-(\d\.\d)(?:-[A-Z]+)?", re.IGNORECASE)


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `1,204 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(words: Sequence[str]) -> str:
    """The words as a sentence lists them: `a, b and c`; empty for none."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def listed_briefly(words: Sequence[str], most: int = 6) -> str:
    """The same with at most so many words; the others are counted: `a, b and 3 more`."""
    if len(words) > most:
        words = [*words[:most], f"{len(words) - most:,} more"]
    return listed(words)


def lacking(names: Sequence[str], what: str) -> str:
    """`A1 has no licence`, `A1 and A2 have no licence`."""
    return f"{listed_briefly(names)} {'has' if len(names) == 1 else 'have'} {what}"


def shortened(words: str, most: int = 60) -> str:
    """The words with single blanks between them, at most so many characters: `The words as far as they …`."""
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()} …"


def date_words(day: datetime.date) -> str:
    """`20 June 2019`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: datetime.date) -> str:
    """`Thursday, 20 June 2019`."""
    return f"{WEEKDAYS[day.weekday()]}, {date_words(day)}"


def date_span(start: datetime.date | None, end: datetime.date | None) -> str:
    """`7-9 September 2022` with an en dash, one day as one date, nothing for no dates."""
    if start is None or end is None or start == end:
        only = start or end
        return date_words(only) if only else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_words(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {date_words(end)}"
    return f"{date_words(start)} – {date_words(end)}"


def page_range(first: int | str, last: int | str, dash: str = "–") -> str:
    """`17` or `17-20` with an en dash, of numbers or of page labels."""
    return str(first) if first == last else f"{first}{dash}{last}"


def label_ranges(ranges: Iterable[str]) -> str:
    """`i-viii, 1-48` with en dashes, of ranges of page labels written with hyphens."""
    return ", ".join(ranges).replace("-", "–")


def licence_label(licence: str) -> str:
    """`CC BY 4.0` for `CC-BY-4.0`; other SPDX ids as they are."""
    match = CREATIVE_COMMONS.fullmatch(licence.strip())
    return f"CC {match[1].upper()} {match[2]}" if match else licence


def licence_url(licence: str) -> str | None:
    """Where a Creative Commons licence is written out; None for others."""
    match = CREATIVE_COMMONS.fullmatch(licence.strip())
    return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/" if match else None


def permission_words(licence: str | None) -> str:
    """What the licence permits, as CEUR-WS words it; its own licence, CC BY 4.0, where none is named."""
    label = licence_label(licence or "CC-BY-4.0")
    own = "Creative Commons License Attribution 4.0 International (CC BY 4.0)"
    return f"Use permitted under {own if label == 'CC BY 4.0' else label}."


def copyright_words(year: int | None, holder: str | None) -> str:
    """`© 2019 the author(s)`; the year is not said twice where the holder names it."""
    if not year:
        return f"© {holder}" if holder else ""
    named = holder or "the author(s)"
    return f"© {named}" if str(year) in named else f"© {year} {named}"


def change_words(old: str, new: str) -> str:
    """What a value was and what it will be: `full -> short`."""
    return f"{old or NOTHING} -> {new or NOTHING}"


def ascii_uri(uri: str) -> str:
    """A URI in ASCII; what is quoted in it already stays as it is."""
    return quote(uri, safe=URI_SIGNS, errors="replace")


_ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in ' "#%<>?[\\]^`{|}'}


def doi_url(doi: str) -> str:
    """The resolver's address of a bare DOI, whose signs that end an address or are forbidden in one are escaped."""
    return f"https://doi.org/{doi.translate(_ESCAPED)}"


def page_list(pages: Iterable[int]) -> str:
    """`page 3`, `pages 1-3, 7` with en dashes, or nothing for no pages."""
    numbers = sorted(set(pages))
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = ", ".join(page_range(first, last) for first, last in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {words}" if numbers else ""


def with_pages(named: Iterable[tuple[str, int | None]]) -> list[str]:
    """`results.csv (pages 2-3)` with en dashes: each name once, in the order met, with its pages where it has any."""
    pages: dict[str, list[int]] = {}
    for name, page in named:
        pages.setdefault(name, []).extend([] if page is None else [page])
    return [f"{name} ({page_list(numbers)})" if numbers else name for name, numbers in pages.items()]


def size_words(size: int) -> str:
    """`412 kB`, `3.1 MB`: decimal units, as file managers and publishers count."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:,.1f} MB"
    return f"{max(1, round(size / 1000))} kB" if size else "empty file"
