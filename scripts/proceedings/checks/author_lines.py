"""How a title page sets people apart from their institutions, where both are set in one type.

"Carnegie Mellon" and "Johns Hopkins" look like people. They are none where they stand below a name, behind a footnote
mark, or in turn with names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from proceedings.boxes import shared_width
from proceedings.checks.author_segments import parts_of
from proceedings.folding import folded
from proceedings.records.facts import TextLine

FOUND = "\x01"
"""Stands for each sign of a name that was found; addresses are blotted out with another."""

CLOSE = 1.8
"""Baselines of one block are at most so many type sizes apart."""

FEWEST_IN_TURN = 2
"""From so many names on, each with something behind it, names and institutions take turns."""

_MARK = re.compile(r"\s*(?:\d{1,2}|[∗*†‡§¶⋆])\s*[^\W\d_]")
_MARK_BEHIND = re.compile(r"[^\W\d_]\s?[\d∗*†‡§¶⋆](?:,?\s?[\d∗*†‡§¶⋆]){0,3}$")
_NAME_FOUND = re.compile(f"{FOUND}(?:[{FOUND} .-]*{FOUND})?")
_LIST_GOES_ON = re.compile(r"(?:[,;&·•]|\band)\W*$")
_LAST = re.compile(r"\x01[^\w\x01]*\d*[^\w\x01]*(?:\band|&)\s+([^\W\d_]{3,})[\W\d_]*$")


def begins_with_mark(text: str) -> bool:
    """Whether a line begins as affiliations do, with the mark that stands behind the name: `1 Johns Hopkins`."""
    return _MARK.match(text) is not None and not _MARK_BEHIND.search(text.strip())


def lines_below_names(lines: Sequence[TextLine], own: Collection[int]) -> frozenset[int]:
    """The numbers of lines that stand close below an author's, as institutions do; `own` are the authors' lines.

    So is what stands beside one of them, in a row without authors. None where authors stand below one another. A list
    that goes on in the next line is no such line.
    """
    below: set[int] = set()
    for number, line in enumerate(lines):
        above = [n for n, each in enumerate(lines) if _is_close_below(line, each) and (n in own or n in below)]
        if number in own and any(n in own and not _goes_on(lines[n], line) for n in above):
            return frozenset()
        if number not in own and not _is_addressed(line, lines) and any(not _goes_on(lines[n], line) for n in above):
            below.add(number)
    rows = [lines[number] for number in below if not any(_is_of_row(lines[n], lines[number]) for n in own)]
    beside = {n for n, line in enumerate(lines) if any(_is_of_row(line, row) for row in rows)}
    return frozenset(below | {n for n in beside - set(own) if not _is_addressed(lines[n], lines)})


def takes_turns(masked: str) -> bool:
    """Whether one thing stands behind each name that was found: `Ada Sample, Carnegie Mellon, Ben Two, Max Planck`."""
    pieces = _NAME_FOUND.split(masked)
    return len(pieces) > FEWEST_IN_TURN and not folded(pieces[0]) and all(len(parts_of(p)) == 1 for p in pieces[1:])


def stands_in_pairs(masked: str) -> bool:
    """Whether each of several lines holds two things without a mark, and a name that was found is the first of its two.

    The second may be institutions, and the first others people in the place of those whom the metadata has.
    """
    lines = [line for line in masked.split("\n") if line.strip()]
    return len(lines) >= FEWEST_IN_TURN and FOUND in masked and all(map(_is_pair, lines))


def _is_pair(line: str) -> bool:
    before, *behind = _NAME_FOUND.split(line)
    if _LIST_GOES_ON.search(line) or _MARK_BEHIND.search(line.strip()):
        return False
    return [len(parts_of(piece)) for piece in (before, *behind)] in ([2], [0, 1])


def last_of_list(masked: str) -> list[str]:
    """The one word behind the "and" of a list of names that were all found: somebody of one name."""
    last = _LAST.search(masked)
    others = parts_of(masked[: last.start(1)]) if last else []
    return [last[1]] if last and not others else []


def _is_close_below(line: TextLine, above: TextLine) -> bool:
    step = line.baseline - above.baseline
    return shared_width(line.box, above.box) > 0 and 0.5 * line.size < step <= CLOSE * line.size


def _is_of_row(line: TextLine, other: TextLine) -> bool:
    return abs(line.baseline - other.baseline) < 0.5 * line.size


def _is_addressed(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line has what people have: a footnote mark behind it, or an e-mail address in its row."""
    row = (each for each in lines if _is_of_row(line, each))
    return bool(_MARK_BEHIND.search(line.text)) or any("@" in each.text for each in row)


def _goes_on(above: TextLine, line: TextLine) -> bool:
    """Whether a list of names goes on from one line to the next."""
    return bool(_LIST_GOES_ON.search(above.text)) or line.text.startswith((",", ";", "and ", "& "))
