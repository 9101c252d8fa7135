"""Notes of the authors to themselves: TODO, FIXME, XXX in the form in which people leave them, and boxes in margins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, pages_of, quoted, seen
from proceedings.codes import finding
from proceedings.reading.flow import Flow, is_program
from proceedings.reading.margin_notes import MarginNote
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.wording import counted

WORD = r"(?<![\w/.#@-])(?:TODO|FIXME|FixMe|FiXme|ToDo)(?![\w/-]|\.\w)"
UNITS = (
    r"percent|per cent|times|ms|seconds?|minutes?|hours?|days?|[kMGT]i?B|pages?|points?|nodes?|GPUs?|users?|samples?"
)
MARK = re.compile(
    rf"[\[({{<]\s?{WORD}[^\])}}>\n]{{0,60}}|{WORD}\s?[:!][^\n\[]{{0,60}}|^{WORD}$|\bTodo\slist$|^Missing\nfigure$"
    r"|\[\s?XXX\b[^\]\n]{0,60}|(?<![\w.-])(?:XXX|TBD|TBA):\s(?!to\sbe\s)[^\n]{0,60}|^(?:Todo|To do):\s[^\n]{0,60}"
    rf"|(?<![\w.$-])XXX\s?(?:%|(?:{UNITS})\b)|\b(?:Fig(?:ure|\.)|Table|Eq(?:uation|\.))\sXXX\b"
    rf"|{WORD}\s(?:Note|Warning|Error|Fatal):[^\n]{{0,60}}",
    re.MULTILINE,
)
INLINE = re.compile(rf"{WORD}[^\n]{{0,40}}")
SUBJECT = re.compile(
    rf"[\"'“‘`]{WORD}|{WORD}(?:\s|\n)(?:comments?|items?|lists?|tags?|notes?|tasks?|marks?|markers?|annotations?|keywords?|"
    rf"apps?|statements?|entries|entry)|(?:comments?|tags?|keywords?|words?|markers?)\s(?:\w+\s){{0,3}}{WORD}"
)
"""Somebody writes about such marks."""

SPELLINGS = ("TODO", "FIXME", "FixMe", "FiXme", "ToDo", "Todo", "To do", "XXX", "TBD", "TBA", "Missing\n")
"""What text must hold to have any of these: looking for it first takes a tenth of the time."""

MOST_INLINE = 5
"""A paper that has the bare word more often writes about it."""

DIVIDED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
"""Where a word goes on in the next line of a note."""

UNREAD = "a box in the margin"
"""What is said of a note whose words run into the text beside it."""


def todo_mark(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper, quoting each mark. Papers about such marks are left in peace.

    Notes in the margin are graver: that they lie outside the text block is no finding of its own.
    """
    notes = todo_notes(reading)
    sightings = in_page_order([*map(_in_margin, notes), *_in_text(reading, notes)])
    if sightings:
        number = counted(len(sightings), "note")
        message = f"{place(paper, pages_of(sightings))}: {number} to the authors themselves left: {seen(sightings)}."
        severity: Severity = "error" if notes else "warning"
        page, box = sightings[0].page, sightings[0].box
        yield finding("todo-mark", message, paper=paper.id, page=page, box=box, severity=severity)


def todo_notes(reading: Reading) -> tuple[MarginNote, ...]:
    """The notes in margins that are notes of the authors to themselves: they stand in a box or say so."""
    return tuple(note for note in reading.margin_notes if note.boxed or _mark_in(note))


def _mark_in(note: MarginNote) -> re.Match[str] | None:
    words = Flow([*note.joined, *note.lines]).text
    return MARK.search(words) or INLINE.search(words)


def _in_margin(note: MarginNote) -> Sighting:
    mark = None if note.boxed else _mark_in(note)
    words = mark[0] if mark else DIVIDED.sub("", "\n".join(line.text for line in note.lines))
    return Sighting(page=note.page, line=TextLine(box=note.box), words=quoted(words) if words else UNREAD)


def _in_text(reading: Reading, notes: Iterable[MarginNote]) -> list[Sighting]:
    """The marks by their words, those in these `notes` left out; none in a paper about such marks."""
    noted = {(note.page, line) for note in notes for line in (*note.lines, *note.joined)}
    flows = [
        (page.number, flow)
        for page in reading.facts.pages
        if _may_hold_marks(flow := Flow([line for line in page.lines if (page.number, line) not in noted]))
    ]
    if any(SUBJECT.search(flow.text) for _, flow in flows):
        return []
    marks = list(_seen(flows, MARK))
    taken = {id(each.line) for each in marks}
    inline = [each for each in _seen(flows, INLINE) if id(each.line) not in taken]
    return [*marks, *inline] if len(inline) <= MOST_INLINE else marks


def _may_hold_marks(flow: Flow) -> bool:
    return any(spelling in flow.text for spelling in SPELLINGS)


def _seen(flows: list[tuple[int, Flow]], pattern: re.Pattern[str]) -> Iterator[Sighting]:
    for page, flow in flows:
        for match, line in flow.find(pattern):
            if not is_program(line):
                yield Sighting(page=page, line=line, words=quoted(match[0]))
