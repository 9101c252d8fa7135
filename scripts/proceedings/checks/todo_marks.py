"""Notes of the authors to themselves: TODO, FIXME, XXX in the form in which people leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, pages_of, quoted, seen
from proceedings.codes import finding
from proceedings.reading.flow import Flow, is_program
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted

WORD = r"(?<![\w/.#@-])(?:TODO|FIXME|FixMe|ToDo)(?![\w/-]|\.\w)"
UNITS = (
    r"percent|per cent|times|ms|seconds?|minutes?|hours?|days?|[kMGT]i?B|pages?|points?|nodes?|GPUs?|users?|samples?"
)
MARK = re.compile(
    rf"[\[({{<]\s?{WORD}[^\])}}>\n]{{0,60}}|{WORD}\s?[:!][^\n\[]{{0,60}}|^{WORD}$|\bTodo\slist$"
    r"|\[\s?XXX\b[^\]\n]{0,60}|(?<![\w.-])(?:XXX|TBD|TBA):\s(?!to\sbe\s)[^\n]{0,60}|^(?:Todo|To do):\s[^\n]{0,60}"
    rf"|(?<![\w.$-])XXX\s?(?:%|(?:{UNITS})\b)|\b(?:Fig(?:ure|\.)|Table|Eq(?:uation|\.))\sXXX\b",
    re.MULTILINE,
)
INLINE = re.compile(rf"{WORD}[^\n]{{0,40}}")
SUBJECT = re.compile(
    rf"[\"'“‘`]{WORD}|{WORD}(?:\s|\n)(?:comments?|items?|lists?|tags?|notes?|tasks?|marks?|markers?|annotations?|keywords?|"
    rf"apps?|statements?|entries|entry)|(?:comments?|tags?|keywords?|words?|markers?)\s(?:\w+\s){{0,3}}{WORD}"
)
"""Somebody writes about such marks."""

SPELLINGS = ("TODO", "FIXME", "FixMe", "ToDo", "Todo", "To do", "XXX", "TBD", "TBA")
"""What text must hold to have any of these: looking for it first takes a tenth of the time."""

MOST_INLINE = 5
"""A paper that has the bare word more often writes about it."""


def todo_mark(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper, quoting each mark. Papers about such marks are left in peace."""
    flows = [(page.number, flow) for page in reading.facts.pages if _may_hold_marks(flow := Flow(page.lines))]
    if any(SUBJECT.search(flow.text) for _, flow in flows):
        return
    marks = list(_seen(flows, MARK))
    taken = {id(each.line) for each in marks}
    inline = [each for each in _seen(flows, INLINE) if id(each.line) not in taken]
    sightings = in_page_order([*marks, *inline] if len(inline) <= MOST_INLINE else marks)
    if sightings:
        number = counted(len(sightings), "note")
        message = f"{place(paper, pages_of(sightings))}: {number} to the authors themselves left: {seen(sightings)}."
        yield finding("todo-mark", message, paper=paper.id, page=sightings[0].page, box=sightings[0].box)


def _may_hold_marks(flow: Flow) -> bool:
    return any(spelling in flow.text for spelling in SPELLINGS)


def _seen(flows: list[tuple[int, Flow]], pattern: re.Pattern[str]) -> Iterator[Sighting]:
    for page, flow in flows:
        for match, line in flow.find(pattern):
            if not is_program(line):
                yield Sighting(page=page, line=line, words=quoted(match[0]))
