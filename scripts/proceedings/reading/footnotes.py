"""The footnotes of page 1: what begins with a mark in small print, and the lines with which it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from proceedings.boxes import width
from proceedings.reading.body_text import upright
from proceedings.reading.notice_lines import small_print
from proceedings.records.facts import PageFacts, TextLine

MARK = r"(?:\d{1,2}|[∗*†‡§¶⋆]{1,3})"
LONE_MARK = re.compile(rf"{MARK}|[a-z]")
WITH_MARK = re.compile(rf"{MARK}\s?[^\W\d_]")

MARK_GAP = 12.0
"""Points between the mark of a note and its text, at most."""

PITCH = 1.3
"""Type sizes from one line of a note to the next, at most: LNCS and ACL set 9 on 11 points, ACM 7 on 8."""

INDENT = 15.0
"""Points by which the first line of a note may begin further right than the others."""

OPEN = (":", ",", ";", "-", "–", "(", "[")
"""Behind these, no note ends."""


def footnotes(pages: Sequence[PageFacts]) -> frozenset[TextLine]:
    """The lines of the notes on page 1.

    What stands close below a note is its next line, unless it would have had room on the line above.
    """
    small = sorted((each.line for each in small_print(pages) if each.line.turned == 0), key=lambda line: line.baseline)
    marks = [line for line in small if LONE_MARK.fullmatch(line.text)]
    found: list[TextLine] = []
    for line in small:
        if _has_mark(line, marks) or any(goes_on(above, line, pages[0]) for above in found):
            found.append(line)
    return frozenset(found)


def _has_mark(line: TextLine, marks: Sequence[TextLine]) -> bool:
    """Whether the line begins with a mark, or one stands before it that was set apart from it."""
    return bool(WITH_MARK.match(line.text)) or any(
        0 <= line.box[0] - mark.box[2] < MARK_GAP and abs(line.baseline - mark.baseline) < line.size for mark in marks
    )


def goes_on(above: TextLine, line: TextLine, page: PageFacts) -> bool:
    """Whether the small print of the line `above` has its next line here: words wrap where they fit no more."""
    close = 0 < line.baseline - above.baseline <= PITCH * line.size and abs(line.size - above.size) < 1
    if not close or not -2 <= above.box[0] - line.box[0] <= INDENT:
        return False
    column = max(each.box[2] for each in upright(page) if abs(each.box[0] - line.box[0]) <= INDENT)
    first_word = len(line.text.partition(" ")[0]) / max(1, len(line.text)) * width(line.box)
    blank = line.size  # and what a ragged line leaves
    return above.text.endswith(OPEN) or above.box[2] + blank + first_word > column
