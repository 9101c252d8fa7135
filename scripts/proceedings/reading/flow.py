"""The text of a page as one string, so that words are found across line ends, and the lines found again."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from proceedings.reading.typefaces import family_of
from proceedings.records.facts import TextLine


class Flow:
    """Lines joined by line ends. Offsets into `text` lead back to the lines."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        """`lines`: in reading order."""
        self.lines = lines
        self.text = "\n".join(line.text for line in lines)
        self._starts = [0, *accumulate(len(line.text) + 1 for line in lines)]

    def line_at(self, offset: int) -> TextLine:
        """The line in which the character at `offset` stands."""
        return self.lines[bisect.bisect_right(self._starts, offset) - 1]

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], TextLine]]:
        """Each match with the line on which it begins."""
        for match in pattern.finditer(self.text):
            yield match, self.line_at(match.start())


def is_program(line: TextLine) -> bool:
    """Whether a line is set in a typewriter face, as program text and file names are."""
    family = family_of(line.font) or ""
    return "typewriter" in family or family == "courier"
