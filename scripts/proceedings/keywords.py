"""When two keywords are one."""

from __future__ import annotations

import re

from proceedings.typeface import normalised
from proceedings.typesetting.math_text import plain_title

_BETWEEN_WORDS = re.compile(r"[\s\-‐‑–]+")


def keyword_key(keyword: str) -> str:
    """What all spellings of a keyword share: `data parallel` of "Data-Parallel"; C, C++ and C# stay apart.

    Empty for one that shows nothing in print.
    """
    return _BETWEEN_WORDS.sub(" ", normalised(plain_title(keyword)).casefold()).strip()
