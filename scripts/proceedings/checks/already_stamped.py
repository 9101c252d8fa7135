"""Files that were published elsewhere: a preprint's stamp, another book's footer, identifier or page numbers."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, quoted, seen
from proceedings.codes import finding
from proceedings.reading.letters import plain
from proceedings.reading.notice_lines import PlacedLine, distinct, is_in_margin, running_text, small_print
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

PREPRINT = re.compile(
    r"(?:arXiv|bioRxiv|medRxiv|HAL|ePrint) ?: ?\S{6,}.*(?:\[[\w.-]+\]|\d{1,2} \w{3} (?:19|20)\d\d|v\d)"
)
PREPRINT_UPRIGHT = re.compile(r"arXiv:\S{6,} ?(?:v\d+ )?\[[\w.-]+\] .*(?:19|20)\d\d$")
DOI_LINE = re.compile(r"(?:doi:? ?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9})/\S+$", re.IGNORECASE)

FEWEST_FOLIOS = 2

NOTE_MARK = re.compile(r"\d{1,2}|[∗*†‡§¶⋆]{1,3}|[a-z]")
NOTE_GAP = 12.0
"""Points between the mark of a note and its text, at most."""


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
        mark = _is_foreign_mark(words, paper, rules) and not _is_footnote(each, pages)
        if footer or mark or _is_preprint(each, words):
            yield Sighting(page=each.page, line=each.line, words=quoted(each.line.text))


def _is_footnote(placed: PlacedLine, pages: Sequence[PageFacts]) -> bool:
    """Whether the line is an author's note: a mark stands before it that was set apart from it."""
    line = placed.line
    page = next(each for each in pages if each.number == placed.page)
    return any(
        NOTE_MARK.fullmatch(each.text)
        and 0 <= line.box[0] - each.box[2] < NOTE_GAP
        and abs(line.baseline - each.baseline) < line.size
        for each in page.lines
    )


def _is_preprint(placed: PlacedLine, words: str) -> bool:
    """The stamp of a preprint server: it climbs the left margin, or stands upright in full."""
    return bool((PREPRINT if placed.line.turned else PREPRINT_UPRIGHT).match(words))


def _is_foreign_footer(words: str, rules: Rules) -> bool:
    """A footer with the pages of a book. What names the volume itself or its event is the template's."""
    volume, event = rules.volume, rules.volume.event
    own = [plain(name) for name in (volume.title, volume.series, volume.acronym, event.name, event.acronym) if name]
    named = any(name.casefold() in words.casefold() for name in own if len(name) > 3)
    return not named and any(footer.match(words) for footer in _marks().footers)


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
    """Page numbers that begin far from 1: those of another book, unless the joint volume begins there."""
    folios = reading.running.folios
    offsets = Counter(folio.value - folio.page for folio in folios)
    offset, times = max(offsets.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    part = rules.volume.part_of
    if times < FEWEST_FOLIOS or offset < 2 or (part and part.first_page > 1 and offset >= part.first_page - 1):
        return
    first = next(folio for folio in folios if folio.value - folio.page == offset)
    yield Sighting(page=first.page, line=first.line, words=f"the page number {first.value}")


class _Marks(NamedTuple):
    """publisher_marks.toml, compiled."""

    footers: tuple[re.Pattern[str], ...]
    owners: dict[str, re.Pattern[str]]
    prefixes: dict[str, list[str]]


@functools.cache
def _marks() -> _Marks:
    table = tomllib.loads(Path(__file__).with_name("publisher_marks.toml").read_text("utf-8"))
    return _Marks(
        footers=tuple(re.compile(footer, re.IGNORECASE) for footer in table["footers"]),
        owners={owner: re.compile(pattern, re.IGNORECASE) for owner, pattern in table["owners"].items()},
        prefixes=table["prefixes"],
    )
