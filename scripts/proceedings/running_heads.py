"""Titles that are too long for a running head, cut as an editor cuts them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from proceedings.bidi import closed

ELLIPSIS = "…"

_LEANING = (
    "a an the of on in at by for to from with without within and or nor but as is are be via into onto over under "
    "between among against per than that which its their our using towards toward through beyond vs vs. "
    "der die das den dem des ein eine einer und oder für mit von vom zu zur zum im am bei über "
    "le la les un une des du de et ou pour en sur dans avec par el los las y o para con"
)
NEVER_LAST = frozenset(_LEANING.split())
"""Words that lean on the next one, so that no cut title ends with them."""

MOST_WORDS = 100
"""Words of a title that are looked at: no head holds more."""

LONGEST_WORD = 300
"""Letters of a word that are."""

_BRACKETS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}


def cut_titles(title: str) -> Iterator[str]:
    """A title cut behind ever fewer words, each with an ellipsis: first where it can end well, then anywhere."""
    words = title.split(" ", MOST_WORDS + 1)[: MOST_WORDS + 1]
    cuts = range(len(words) - 1, 0, -1)
    yield from (_shown(words[:cut]) for cut in cuts if _ends_well(words, cut))
    yield from (_shown(words[:cut]) for cut in cuts)
    yield from (closed(words[0][:length] + ELLIPSIS) for length in range(min(len(words[0]), LONGEST_WORD) - 1, 0, -1))


def _shown(words: list[str]) -> str:
    return closed(" ".join(words).rstrip(" ,;:.–-") + ELLIPSIS)


def _ends_well(words: list[str], cut: int) -> bool:
    """Whether a title may end there: behind a word that says something, outside brackets and formulas."""
    last = words[cut - 1].strip(",;:.()[]“”").casefold()
    if last in NEVER_LAST or not any(map(str.isalnum, last)) or _is_sign(words[cut]):
        return False
    kept = " ".join(words[:cut])
    return all(kept.count(opening) <= kept.count(closing) for closing, opening in _BRACKETS.items())


def _is_sign(word: str) -> bool:
    """Whether a word is a sign of a formula, such as `=`."""
    return all(unicodedata.category(sign) == "Sm" for sign in word)
