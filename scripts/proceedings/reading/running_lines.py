"""What runs from page to page around the text: heads, feet, folios, line numbers of review mode."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from proceedings.reading.body_text import is_of_size, upright, usual_size
from proceedings.reading.folios import Folio, folios_of
from proceedings.reading.line_numbers import LineNumbers, line_numbers
from proceedings.reading.margins import ROWS, SAME_HEIGHT, Running, in_rows, outer_lines
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

SHORTEST = 3
"""Letters that a running head must have."""

LONG_LINE = 20
"""Characters of a line of running text."""

APART = 1.4
"""Type sizes from the baseline of a head to that of the text below it: more than a leading."""


class RunningLines(Record):
    """Everything that runs from page to page, in page order. A line that holds both is among the heads and folios."""

    heads: tuple[Running, ...] = ()
    feet: tuple[Running, ...] = ()
    folios: tuple[Folio, ...] = ()
    line_numbers: tuple[LineNumbers, ...] = ()

    def lines(self) -> set[tuple[int, TextLine]]:
        """All these lines with their pages, so that the text can be told from them."""
        running = {(each.page, each.line) for each in (*self.heads, *self.feet)}
        numbers = {(folio.page, folio.line) for folio in self.folios}
        return running | numbers | {(margin.page, line) for margin in self.line_numbers for line in margin.lines}


def running_lines(pages: Sequence[PageFacts]) -> RunningLines:
    """The running lines of a paper."""
    numbers = line_numbers(pages)
    outer = outer_lines(pages, ((margin.page, line) for margin in numbers for line in margin.lines))
    repeated = _on_most_pages(_outside(_repeated(outer) & _set_apart(outer), pages), len(pages))
    folios = folios_of(outer, repeated, len(pages))
    running = repeated | _beside(outer, [*repeated, *folios])
    worded = [each for each in outer if each in running and len(_letters(each.line.text)) >= SHORTEST]
    return RunningLines(
        heads=tuple(each for each in worded if each.band == "head"),
        feet=tuple(each for each in worded if each.band == "foot"),
        folios=folios,
        line_numbers=numbers,
    )


def _repeated(outer: Iterable[Running]) -> set[Running]:
    """The lines whose words stand at the same height on another page too; numbers in them may differ."""
    alike: dict[tuple[str, str], list[Running]] = defaultdict(list)
    for each in outer:
        if len(words := _letters(each.line.text)) >= SHORTEST:
            alike[each.band, words].append(each)
    return {each for group in alike.values() for each in group if any(_runs_on(each, other) for other in group)}


def _outside(repeated: set[Running], pages: Sequence[PageFacts]) -> set[Running]:
    """Those above or below all running text; the first row of tables that stand at the top of pages is inside."""
    head, foot = _text_between(pages, {(each.page, each.line) for each in repeated})
    return {
        each for each in repeated if (each.line.baseline < head if each.band == "head" else each.line.baseline > foot)
    }


def _on_most_pages(found: set[Running], pages: int) -> set[Running]:
    """Those of a band in which every other page has some at least, the first page apart."""
    counts = {band: len({each.page for each in found if each.band == band}) for band in ("head", "foot")}
    return {each for each in found if 2 * counts[each.band] >= pages - 1}


def _set_apart(outer: Sequence[Running]) -> set[Running]:
    """The lines between the edge of their page and the first white that is wider than a leading."""
    found: set[Running] = set()
    for rows in in_rows(outer):
        for number, row in enumerate(rows):
            inner = rows[number + 1] if number + 1 < len(rows) else None
            if inner is None or abs(inner[0].line.baseline - row[0].line.baseline) >= APART * row[0].line.size:
                if number + 1 < ROWS:
                    found |= {each for outside in rows[: number + 1] for each in outside}
                break
    return found


def _text_between(pages: Sequence[PageFacts], left_out: Collection[tuple[int, TextLine]]) -> tuple[float, float]:
    """Half a type size above the highest baseline, and below the lowest one, that running text reaches on two pages."""
    size = usual_size(pages)
    baselines = [
        [
            line.baseline
            for line in upright(page)
            if is_of_size(line, size) and len(line.text) >= LONG_LINE and (page.number, line) not in left_out
        ]
        for page in pages
    ]
    texts = [own for own in baselines if own]
    if len(texts) < 2:
        return math.inf, -math.inf
    return sorted(min(own) for own in texts)[1] - size / 2, sorted(max(own) for own in texts)[-2] + size / 2


def _runs_on(each: Running, other: Running) -> bool:
    return each.page != other.page and abs(each.line.baseline - other.line.baseline) <= SAME_HEIGHT


def _beside(outer: Sequence[Running], known: Iterable[Running | Folio]) -> set[Running]:
    """Heads on one page alone, as on the only odd page: at the height of others, or of folios, and set apart."""
    heights = [each.line.baseline for each in known if each.band == "head"]
    found: set[Running] = set()
    for rows in in_rows([each for each in outer if each.band == "head"]):
        first = rows[0][0].line
        apart = len(rows) == 1 or rows[1][0].line.baseline - first.baseline >= APART * first.size
        if apart and any(abs(first.baseline - height) <= SAME_HEIGHT for height in heights):
            found |= set(rows[0])
    return found


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())
