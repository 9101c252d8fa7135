"""Files that were published elsewhere: a preprint's stamp, another book's footer, identifier or page numbers."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, quoted, seen
from proceedings.codes import finding
from proceedings.reading.footnotes import footnotes, goes_on
from proceedings.reading.letters import plain
from proceedings.reading.notice_lines import PlacedLine, distinct, is_in_margin, running_text, small_print
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

PREPRINT = re.compile(
    r"(?:arXiv|bioRxiv|medRxiv|HAL|ePrint) ?: ?\S{6,}.*(?:\[[\w.-]+\]|\d{1,2} \w{3} (?:19|20)\d\d|v\d)"
)
PREPRINT_UPRIGHT = re.compile(r"arXiv:\S{6,} ?(?:v\d+ )?\[[\w.-]+\] .*(?:19|20)\d\d$")
DOI_LINE = re.compile(r"(?:doi:? ?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9})/\S+$", re.IGNORECASE)

OTHER_BOOK = 2
"""From so many pages further on, numbers are those of another book; a sheet before the paper moves them by one."""


def already_stamped(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """What another publication left on page 1, in heads and feet, as one finding."""
    sightings = in_page_order([*_stamps(paper, reading, rules), *_folios(reading, rules)])
    if sightings:
        first = sightings[0]
        message = f"{place(paper)} bears the marks of another publication: {seen(sightings, pages_lead=False)}."
        yield finding("already-stamped", message, paper=paper.id, page=first.page, box=first.box)


def _stamps(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Sighting]:
    pages = reading.facts.pages
    for each in distinct([*small_print(pages), *running_text(reading.running)]):
        words = plain(each.line.text)
        at_edge = each.page != 1 or is_in_margin(each.line, pages[0])
        footer = at_edge and _is_foreign_footer(words, rules)
        mark = _is_foreign_mark(words, paper, rules) and each.line not in _own_words(reading)
        if footer or mark or _is_preprint(each, words):
            yield Sighting(page=each.page, line=each.line, words=quoted(each.line.text))


def _own_words(reading: Reading) -> frozenset[TextLine]:
    """The lines of page 1 in which authors name what others published.

    They are footnotes, references but for their foot, and identifiers with which a sentence goes on, as in an abstract.
    """
    page, small = reading.facts.pages[0], [each.line for each in small_print(reading.facts.pages)]
    begins = [heading.index for kind, heading in reading.page_kinds[0].begins if kind == "references"]
    listed = {line for line in page.lines[min(begins) :] if not is_in_margin(line, page)} if begins else set()
    named = {line for line in small if DOI_LINE.match(plain(line.text))}
    said = {line for line in named if any(goes_on(above, line, page) for above in small)}
    return footnotes(reading.facts.pages) | listed | said


def _is_preprint(placed: PlacedLine, words: str) -> bool:
    """The stamp of a preprint server: it climbs the left margin, or stands upright in full."""
    return bool((PREPRINT if placed.line.turned else PREPRINT_UPRIGHT).match(words))


def _is_foreign_footer(words: str, rules: Rules) -> bool:
    """A footer with the pages of a book, or its name. What names the volume itself or its event is the template's.

    A name without pages may be the volume's own where nobody knows what that is called.
    """
    volume, event = rules.volume, rules.volume.event
    own = [plain(name) for name in (volume.title, volume.series, volume.acronym, event.name, event.acronym) if name]
    named = any(name.casefold() in words.casefold() for name in own if len(name) > 3)
    footers = (*_marks().footers, *(_marks().names if rules.volume_is_known else ()))
    return not named and any(footer.match(words) for footer in footers)


def _is_foreign_mark(words: str, paper: Paper, rules: Rules) -> bool:
    """Another publisher's copyright, or a DOI that another publisher gave, alone on its line."""
    profile = rules.profile.based_on or rules.profile.name
    owners = {owner for owner, pattern in _marks().owners.items() if _is_said(pattern, words)}
    match = DOI_LINE.match(words)
    ours = (paper.doi or "", rules.volume.doi_prefix or "")
    if match and not any(doi.startswith(match[1]) for doi in ours):
        owners |= {owner for owner, prefixes in _marks().prefixes.items() if match[1] in prefixes}
    return bool(owners) and profile not in owners


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    """Whether the words say this without quoting it."""
    found = pattern.search(words)
    return found is not None and not words[: found.start()].endswith(('"', "'"))


def _folios(reading: Reading, rules: Rules) -> Iterator[Sighting]:
    """Page numbers that begin with 3 or later: those of another book, unless the joint volume begins there."""
    part = rules.volume.part_of
    for first in reading.running.folios[:1]:
        before = first.value - first.page
        if before >= OTHER_BOOK and not (part and 1 < part.first_page <= before + 1):
            yield Sighting(page=first.page, line=first.line, words=f"the page number {first.number}")


class _Marks(NamedTuple):
    """publisher_marks.toml, compiled."""

    footers: tuple[re.Pattern[str], ...]
    names: tuple[re.Pattern[str], ...]
    owners: dict[str, re.Pattern[str]]
    prefixes: dict[str, list[str]]


@functools.cache
def _marks() -> _Marks:
    table = tomllib.loads(Path(__file__).with_name("publisher_marks.toml").read_text("utf-8"))
    return _Marks(
        footers=tuple(re.compile(footer, re.IGNORECASE) for footer in table["footers"]),
        names=tuple(re.compile(name, re.IGNORECASE) for name in table["names"]),
        owners={owner: re.compile(pattern, re.IGNORECASE) for owner, pattern in table["owners"].items()},
        prefixes=table["prefixes"],
    )
