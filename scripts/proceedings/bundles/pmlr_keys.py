"""What papers are called at PMLR: `smith26a`, the first author's family name, the year, and a letter."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from proceedings.bibliography.bibtex import LONGEST_KEY
from proceedings.bibliography.latex_text import LETTERS
from proceedings.names import full_family_name
from proceedings.records.paper import Paper

LETTER_COUNT = 26
NAMELESS = "paper"
"""What stands for a name without Latin letters, and for a paper without authors."""


def paper_keys(papers: Sequence[Paper], year: int) -> dict[str, str]:
    """The key of each paper by its id; papers of one name have letters in their order."""
    seen: Counter[str] = Counter()
    keys = {}
    for paper in papers:
        stem = f"{_name(paper)}{year % 100:02d}"
        keys[paper.id] = stem + _letters(seen[stem])
        seen[stem] += 1
    return keys


def _name(paper: Paper) -> str:
    if not paper.authors:
        return NAMELESS
    first = paper.authors[0]
    return _in_ascii(full_family_name(first) or first.literal or first.given or "") or NAMELESS


def _in_ascii(name: str) -> str:
    """`van-der-berg`, `t-joens`: accents gone, hyphens between words."""
    spelled = "".join(LETTERS.get(sign, sign) for sign in name.replace("’", "'"))
    letters = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", letters).strip("-")[:LONGEST_KEY].rstrip("-")


def _letters(number: int) -> str:
    """`a` to `z`, then `aa`."""
    before, last = divmod(number, LETTER_COUNT)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)
