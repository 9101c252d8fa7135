"""The programme: days, sessions beside their times, papers and talks, breaks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.programme import Session, Talk
from proceedings.typesetting.book import chairs_line, heading, speaker_line, unbroken_names
from proceedings.typesetting.grid import PageGrid
from proceedings.typesetting.inline import Span, Style
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.math_text import title_spans
from proceedings.typesetting.rows import Row, beside, kept_together, paragraph, sink, space, tagged
from proceedings.typesetting.running_order import has_times, printed_time, running_order
from proceedings.typesetting.tags import ARTIFACT
from proceedings.wording import weekday_words

TIME_ROOM = 74.0
"""Points at the left in which the times stand."""

NOT_IN_THE_VOLUME = "not in this volume"


def programme_rows(edition: Edition, grid: PageGrid) -> list[Row]:
    """Everything in the order in which it takes place, each day under its date; nothing where no time is known."""
    if not has_times(edition):
        return []
    papers = {paper.id: paper for paper in edition.papers if paper.status != "withdrawn"}
    rows: list[Row] = []
    for day, slots in groupby(running_order(edition), key=lambda slot: slot.day):
        rows += heading(weekday_words(day), grid) if day else []
        for slot in slots:
            if rows and not rows[-1].keep:
                rows.append(space(grid.leading / 2))
            rows += _session(slot.item, papers, grid) if isinstance(slot.item, Session) else _talk(slot.item, grid)
    return rows


def _session(session: Session, papers: Mapping[str, Paper], grid: PageGrid) -> list[Row]:
    """Title, chairs and room, held to the first paper; a break is its title alone."""
    inside = [_paper(papers[each], session.times.get(each), grid) for each in session.papers if each in papers]
    inside += [_talk(talk, grid, strong=False) for talk in session.talks]
    style = Style("serif-semibold" if inside else "serif", grid.size)
    head = _title(session.title, style, grid) + _small(chairs_line(*session.chairs), session.room or "", grid)
    rows = kept_together(_beside_time(session.time, head, grid), with_next=bool(inside))
    guide = _continued(session.title, grid)
    for number, (first, *others) in enumerate(inside):
        led = first._replace(resumed=(*guide, first)) if number else first
        rows += [space(grid.leading / 4), led, *others]
    return rows


def _continued(title: str, grid: PageGrid) -> list[Row]:
    """What says at the head of a page which session goes on there."""
    style = Style("serif-italic", grid.size)
    spans = [*title_spans(title or "Session", style), Span(" (continued)", Style("serif", grid.size))]
    rows = paragraph(spans, Shape(grid.measure - TIME_ROOM, "left"), grid.leading)
    again = tagged(beside([], rows, TIME_ROOM), ARTIFACT)
    return [*kept_together(again, with_next=True), sink(grid.leading / 4)]


def _paper(paper: Paper, time: str | None, grid: PageGrid) -> list[Row]:
    title = _title(paper.title, Style("serif", grid.size), grid)
    kept = paper.status == "accepted"
    aside = _joined(*paper.awards, "" if kept else NOT_IN_THE_VOLUME)
    rows = _beside_time(time, title + _small(unbroken_names(paper.authors), aside, grid), grid)
    return [row._replace(link=f"bindery:paper.{paper.id}") for row in rows] if kept else rows


def _talk(talk: Talk, grid: PageGrid, strong: bool = True) -> list[Row]:
    """A keynote, in strong letters as a session is, or a talk within one."""
    style = Style("serif-semibold" if strong else "serif", grid.size)
    title = _title(talk.title or ("Keynote" if strong else "Talk"), style, grid)
    about = [*_small(speaker_line(talk), "", grid), *_small(chairs_line(talk.chair), talk.room or "", grid)]
    return _beside_time(talk.time, [*title, *about], grid)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _beside_time(time: str | None, rows: list[Row], grid: PageGrid) -> list[Row]:
    """An entry with its time hanging at the left, on one page."""
    shape = Shape(TIME_ROOM - 6.0, "left")
    hung = paragraph([Span(printed_time(time), Style("serif", grid.size))], shape, grid.leading) if time else []
    return kept_together(beside(hung, rows, TIME_ROOM))


def _title(title: str, style: Style, grid: PageGrid) -> list[Row]:
    shape = Shape(grid.measure - TIME_ROOM, "left", indent=1.2 * grid.size)
    return paragraph(title_spans(title or "Session", style), shape, grid.leading)


def _small(words: str, aside: str, grid: PageGrid) -> list[Row]:
    """A smaller line under a title: words, and in italics what is to be known besides."""
    size, indent = grid.size - 1.0, 1.2 * grid.size
    spans = [Span(words, Style("serif", size))] if words else []
    spans += [Span(" · ", Style("serif", size))] if words and aside else []
    spans += [Span(aside, Style("serif-italic", size))] if aside else []
    shape = Shape(grid.measure - TIME_ROOM, "left", indent, indent)
    return paragraph(spans, shape, grid.leading) if spans else []
