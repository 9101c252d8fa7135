"""Which way text runs: the Unicode bidirectional algorithm (UAX #9) over the text of one paragraph.

A level is even where text runs to the right and odd where it runs to the left. Lines are put in order after
they have been broken, each for itself: `visual_order`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A character without which no text is ever reordered."""

ISOLATE, POP = "\u2068", "\u2069"
"""What stands around a name so that nothing beside it is drawn into its direction."""

CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_EMBEDDINGS = {"LRE": (0, None), "RLE": (1, None), "LRO": (0, "L"), "RLO": (1, "R")}
_INITIATORS = {"LRI": 0, "RLI": 1, "FSI": 0}
_REMOVED = {*_EMBEDDINGS, "PDF", "BN"}
_NEUTRAL = {"B", "S", "WS", "ON", *_INITIATORS, "PDI"}
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_SIDES = {**_STRONG, "EN": "R", "AN": "R"}
"""Which side a letter or a number takes for the signs beside it."""

_BETWEEN = {"EN": ("ES", "CS"), "AN": ("CS",)}
"""The signs that may stand within a number."""

_DEEPEST = 125
_FARTHER_PAIRS = "[{\uff3b\uff5b"


class _Embedding(NamedTuple):
    level: int
    override: str | None = None
    isolate: bool = False


def isolated(text: str) -> str:
    """`text` held apart from its neighbours, where it could be reordered with them."""
    return f"{ISOLATE}{text}{POP}" if RIGHT_TO_LEFT.search(text) else text


def closed(text: str) -> str:
    """A text that was cut, with the isolates closed that it leaves open."""
    return text + POP * max(0, sum(text.count(sign) for sign in "\u2066\u2067\u2068") - text.count(POP))


def base_level(text: str) -> int:
    """1 where most letters run to the left, not counting what is held apart; 0 elsewhere and without letters."""
    counted, depth = {"L": 0, "R": 0}, 0
    for sort in map(unicodedata.bidirectional, text):
        depth += (sort in _INITIATORS) - (sort == "PDI" and depth > 0)
        if depth == 0 and sort in _STRONG:
            counted[_STRONG[sort]] += 1
    return int(counted["R"] > counted["L"])


def embedding_levels(text: str, base: int = 0) -> list[int]:
    """The level of every character of a paragraph whose own level is `base`."""
    sorts = [unicodedata.bidirectional(character) or "L" for character in text]
    pairs = _isolate_pairs(sorts)
    explicit, types = _explicit(sorts, base, pairs)
    levels = list(explicit)
    for places in _sequences(sorts, explicit, pairs):
        level = explicit[places[0]]
        before, after = _bounds(places, sorts, explicit, base, pairs)
        found = _weak([types[place] for place in places], before)
        _settle_brackets(found, [text[place] for place in places], [sorts[place] for place in places], before, level)
        _settle_neutrals(found, before, after, level)
        for place, sort in zip(places, found, strict=True):
            levels[place] = _implicit(sort, level)
    for place, sort in enumerate(sorts):
        if sort in _REMOVED:  # it shows nothing, and parts nothing
            levels[place] = levels[place - 1] if place else base
    return _trailing_reset(sorts, levels, base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right: rule L2."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        runs = [(deep, list(run)) for deep, run in groupby(order, key=lambda place: levels[place] >= level)]
        order = [place for deep, run in runs for place in (run[::-1] if deep else run)]
    return order


def _isolate_pairs(sorts: Sequence[str]) -> dict[int, int]:
    """BD9: each isolate initiator's PDI."""
    pairs: dict[int, int] = {}
    open_ones: list[int] = []
    for place, sort in enumerate(sorts):
        if sort in _INITIATORS:
            open_ones.append(place)
        elif sort == "PDI" and open_ones:
            pairs[open_ones.pop()] = place
        elif sort == "B":
            open_ones.clear()
    return pairs


def _explicit(sorts: Sequence[str], base: int, pairs: Mapping[int, int]) -> tuple[list[int], list[str]]:
    """X1 to X8: levels and types as the formatting characters say them."""
    levels, types = [base] * len(sorts), list(sorts)
    stack, beyond, beyond_isolates, isolates = [_Embedding(base)], 0, 0, 0
    for place, sort in enumerate(sorts):
        if sort == "PDI":
            if beyond_isolates:
                beyond_isolates -= 1
            elif isolates:
                beyond, isolates = 0, isolates - 1
                while not stack.pop().isolate:
                    pass
        elif sort == "PDF" and not beyond_isolates:
            if beyond:
                beyond -= 1
            elif len(stack) > 1 and not stack[-1].isolate:
                stack.pop()
        levels[place] = stack[-1].level
        if sort not in _REMOVED and stack[-1].override:
            types[place] = stack[-1].override
        if sort in _EMBEDDINGS or sort in _INITIATORS:
            odd, override = _EMBEDDINGS.get(sort) or (_direction(sort, place, sorts, pairs), None)
            level = stack[-1].level + 1 + (stack[-1].level + 1 + odd) % 2
            if level <= _DEEPEST and not beyond and not beyond_isolates:
                stack.append(_Embedding(level, override, sort in _INITIATORS))
                isolates += sort in _INITIATORS
            elif sort in _INITIATORS:
                beyond_isolates += 1
            elif not beyond_isolates:
                beyond += 1
    return levels, types


def _direction(sort: str, place: int, sorts: Sequence[str], pairs: Mapping[int, int]) -> int:
    """1 for an isolate whose text runs to the left: that of an FSI runs as its first letter does."""
    if sort != "FSI":
        return _INITIATORS[sort]
    end, inside = pairs.get(place, len(sorts)), place + 1
    while inside < end:
        if sorts[inside] in _STRONG:
            return int(_STRONG[sorts[inside]] == "R")
        inside = pairs.get(inside, end) + 1 if sorts[inside] in _INITIATORS else inside + 1
    return 0


def _sequences(sorts: Sequence[str], levels: Sequence[int], pairs: Mapping[int, int]) -> Iterator[list[int]]:
    """X9 and X10: the isolating run sequences, without what is removed."""
    left = [place for place, sort in enumerate(sorts) if sort not in _REMOVED]
    runs = [list(run) for _, run in groupby(left, key=lambda place: levels[place])]
    closing = set(pairs.values())
    by_start = {run[0]: run for run in runs}
    for run in runs:
        if run[0] in closing:
            continue
        places = list(run)
        while (follower := pairs.get(places[-1])) is not None and follower in by_start:
            places += by_start[follower]
        yield places


def _bounds(
    places: Sequence[int], sorts: Sequence[str], levels: Sequence[int], base: int, pairs: Mapping[int, int]
) -> tuple[str, str]:
    """Which way the text before and behind a sequence runs: sos and eos."""
    first, last, level = places[0], places[-1], levels[places[0]]
    before = next((levels[place] for place in range(first - 1, -1, -1) if sorts[place] not in _REMOVED), base)
    behind = (levels[place] for place in range(last + 1, len(sorts)) if sorts[place] not in _REMOVED)
    after = base if sorts[last] in _INITIATORS and last not in pairs else next(behind, base)
    return "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]


def _weak(types: Sequence[str], before: str) -> list[str]:
    """W1 to W7: marks, numbers and what stands between numbers."""
    found, last = list(types), before
    for place, sort in enumerate(found):
        if sort == "NSM":
            found[place] = last
        last = "ON" if sort in _INITIATORS or sort == "PDI" else found[place]
    strong = before
    for place, sort in enumerate(found):
        if sort == "EN" and strong == "AL":
            found[place] = "AN"
        strong = sort if sort in _STRONG else strong
    found = ["R" if sort == "AL" else sort for sort in found]
    for place in range(1, len(found) - 1):
        one, other = found[place - 1], found[place + 1]
        if one == other and found[place] in _BETWEEN.get(one, ()):
            found[place] = one
    _give_terminators(found)
    found = ["ON" if sort in ("ES", "ET", "CS") else sort for sort in found]
    strong = before
    for place, sort in enumerate(found):
        if sort == "EN" and strong == "L":
            found[place] = "L"
        strong = sort if sort in _STRONG else strong
    return found


def _give_terminators(found: list[str]) -> None:
    """W5: signs such as % go with the number beside them."""
    start = 0
    for sort, run in groupby(list(found)):
        end = start + len(list(run))
        if sort == "ET" and "EN" in (found[start - 1] if start else "", found[end] if end < len(found) else ""):
            found[start:end] = ["EN"] * (end - start)
        start = end


def _settle_brackets(found: list[str], text: Sequence[str], sorts: Sequence[str], before: str, level: int) -> None:
    """N0: both brackets of a pair run as what they hold, or as what stands before them."""
    along = "LR"[level % 2]
    for start, end in _bracket_pairs(found, text):
        inside = {_SIDES.get(sort) for sort in found[start + 1 : end]} - {None}
        if not inside:
            continue
        context = next((_SIDES[sort] for sort in reversed(found[:start]) if sort in _SIDES), before)
        side = along if along in inside or context == along else context
        for place in (start, end):
            found[place] = side
            for mark in range(place + 1, len(found)):
                if sorts[mark] != "NSM":
                    break
                found[mark] = side


def _bracket_pairs(found: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: opening and closing brackets that belong together, by their opening ones."""
    open_ones: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, (sort, sign) in enumerate(zip(found, text, strict=True)):
        if sort != "ON" or not unicodedata.mirrored(sign):
            continue
        sign = unicodedata.normalize("NFC", sign)
        if unicodedata.category(sign) == "Ps":
            if len(open_ones) == 63:
                break
            open_ones.append((chr(ord(sign) + (2 if sign in _FARTHER_PAIRS else 1)), place))
        elif sign in (closings := [closing for closing, _ in open_ones]):
            depth = len(closings) - 1 - closings[::-1].index(sign)
            pairs.append((open_ones[depth][1], place))
            del open_ones[depth:]
    return sorted(pairs)


def _settle_neutrals(found: list[str], before: str, after: str, level: int) -> None:
    """N1 and N2: signs and spaces between two that run alike run with them, others with the level."""
    start = 0
    for neutral, run in groupby(list(found), key=_NEUTRAL.__contains__):
        end = start + len(list(run))
        if neutral:
            one = _SIDES[found[start - 1]] if start else before
            other = _SIDES[found[end]] if end < len(found) else after
            found[start:end] = [one if one == other else "LR"[level % 2]] * (end - start)
        start = end


def _implicit(sort: str, level: int) -> int:
    """I1 and I2."""
    if level % 2:
        return level if sort == "R" else level + 1
    return level + {"L": 0, "R": 1}.get(sort, 2)


def _trailing_reset(sorts: Sequence[str], levels: list[int], base: int) -> list[int]:
    """L1: separators and the white space before them and at the end run as the paragraph does."""
    at_end = True
    for place in range(len(sorts) - 1, -1, -1):
        sort = sorts[place]
        if sort in ("S", "B"):
            at_end = True
        elif sort not in _REMOVED and sort not in ("WS", "PDI", *_INITIATORS):
            at_end = False
        if at_end:
            levels[place] = base
    return levels
