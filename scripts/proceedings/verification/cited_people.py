"""Compares the people whom a reference names with the authors of its paper, in whatever form it writes a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from proceedings.names import display_name
from proceedings.records.paper import Paper
from proceedings.verification.readback import bare
from proceedings.wording import counted

BETWEEN = re.compile(r"\sand\s")


def people_in(written: str) -> list[str]:
    """The names of a BibTeX field; an `and` inside braces is part of a name."""
    return [name for name in _names(written) if name.strip()]


def people_troubles(place: str, named: Sequence[str], paper: Paper) -> list[str]:
    """Where those who are `named` are not the paper's authors, each in turn. `place` is what names them."""
    if len(named) != len(paper.authors):
        authors = counted(len(paper.authors), "author")
        return [f"{place} lists {len(named)} instead of the paper's {authors}"]
    wanted = [display_name(author) for author in paper.authors]
    return [
        f'{place} names "{name}" instead of "{author}"'
        for name, author in zip(named, wanted, strict=True)
        if _letters(name) != _letters(author)
    ]


def _letters(name: str) -> list[str]:
    """The letters of a name without their order, for some put the family name first."""
    return sorted(bare(name))


def _names(written: str) -> Iterator[str]:
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in written))
    start = 0
    for between in BETWEEN.finditer(written):
        if not depths[between.start()]:
            yield written[start : between.start()]
            start = between.end()
    yield written[start:]
