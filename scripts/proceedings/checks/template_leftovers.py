"""Sample text of templates, where templates have it. Papers may quote it elsewhere."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, pages_of, quoted, seen
from proceedings.codes import finding
from proceedings.folding import folded, folded_words
from proceedings.names import whole_name
from proceedings.reading.flow import Flow, is_program
from proceedings.reading.notice_lines import front_lines, running_text, small_print
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Record

QUOTES = tuple('"“„«`‘')


class SampleText(Record):
    """The sample text of one template, by the place where it counts."""

    front: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


def template_leftover(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper, quoting all sample text that is left."""
    sightings = in_page_order([*_front(reading), *_small(reading), *_text(reading), *_people(paper, reading)])
    if sightings:
        message = f"{place(paper, pages_of(sightings))}: sample text of the template is left: {seen(sightings)}."
        yield finding("template-leftover", message, paper=paper.id, page=sightings[0].page, box=sightings[0].box)


def _front(reading: Reading) -> Iterator[Sighting]:
    """Titles and names: a line of its own, so at its beginning."""
    for each in front_lines(reading.facts.pages, reading.front):
        if match := _any_of("front").match(each.line.text.lstrip("∗*†‡ ")):
            yield Sighting(page=each.page, line=each.line, words=quoted(match[0]))


def _small(reading: Reading) -> Iterator[Sighting]:
    """Front, small print of page 1 and running heads; a notice goes on from line to line.

    Who quotes sample text, in quotation marks or in running text, has no fault.
    """
    first = reading.facts.pages[0]
    pages = reading.facts.pages
    places = {id(each.line) for each in (*front_lines(pages, reading.front), *small_print(pages))}
    heads = [each for each in running_text(reading.running) if each.page != first.number]
    for page in [first.number, *sorted({each.page for each in heads})]:
        flow = Flow(first.lines if page == first.number else [each.line for each in heads if each.page == page])
        for match, line in flow.find(_any_of("small")):
            quotes = flow.text[match.start() - 1 : match.start()] in QUOTES
            if not is_program(line) and not quotes and (page != first.number or id(line) in places):
                yield Sighting(page=page, line=line, words=quoted(match[0]))


def _text(reading: Reading) -> Iterator[Sighting]:
    """Filler, which nobody quotes in full: once a page."""
    for page in reading.facts.pages:
        for match, line in list(Flow(page.lines).find(_any_of("text")))[:1]:
            yield Sighting(page=page.number, line=line, words=quoted(match[0]))


def _people(paper: Paper, reading: Reading) -> Iterator[Sighting]:
    """ORCID iDs of a template's sample authors, unless they are the authors."""
    names = {word for author in paper.authors for word in folded_words(whole_name(author))}
    samples = [orcid for orcid, family in _people_in_samples().items() if folded(family) not in names]
    for line in reading.facts.pages[0].lines:
        for orcid in samples:
            if orcid in line.text:
                yield Sighting(page=1, line=line, words=quoted(orcid))


@functools.cache
def _any_of(where: str) -> re.Pattern[str]:
    samples: Iterable[SampleText] = msgspec.convert(
        [table for name, table in _tables().items() if name != "people"], list[SampleText]
    )
    words = [word for sample in samples for word in getattr(sample, where)]
    return re.compile("|".join(f"(?:{word})".replace(" ", r"\s") for word in words), re.IGNORECASE)


def _people_in_samples() -> dict[str, str]:
    return msgspec.convert(_tables()["people"], dict[str, str])


@functools.cache
def _tables() -> dict[str, object]:
    return tomllib.loads(Path(__file__).with_name("template_words.toml").read_text("utf-8"))
