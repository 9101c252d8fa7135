"""Papers in words for the checks of text: a front page, running text, and what a test puts on it."""

from __future__ import annotations

from collections.abc import Sequence

from lined_pages import line, paper_of, text_lines
from proceedings.checks.registry import PaperCheck
from proceedings.checks.rules import Rules
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

LEFT = 135.0


def front(*, authors: Sequence[str] = ("Ada Sample",), abstract: str = "Abstract. We measure.") -> list[TextLine]:
    """Title, authors and abstract."""
    names = [line(name, 250, 170 + 14 * n) for n, name in enumerate(authors)]
    title = line("Waiting for the Slowest Rank", 180, 140, size=14.3, font="CMBX12")
    return [title, *names, line(abstract, 160, 250, size=9, font="CMR9")]


def said(*sentences: str, top: float = 280, font: str = "CMR10") -> list[TextLine]:
    """Lines of running text that say this, then more of it."""
    rows = [line(text, LEFT, top + 12 * n, font=font) for n, text in enumerate(sentences)]
    return [*rows, *text_lines(first=top + 12 * len(sentences) + 12, last=640)]


def heading(text: str, baseline: float, *, size: float = 12, font: str = "CMBX12", x: float = LEFT) -> TextLine:
    """A heading at the left edge of the column."""
    return line(text, x, baseline, size=size, font=font)


def reading(*sentences: str, more: Sequence[TextLine] = (), authors: Sequence[str] = ("Ada Sample",)) -> Reading:
    """A paper of two pages that says this on its first one, with `more` lines drawn there at the end."""
    return Reading(paper_of([*front(authors=authors), *said(*sentences), *more], text_lines()))


def on_profile(name: str, **fields: object) -> Rules:
    """The rules of a packaged profile."""
    return Rules(profile=load_profile(name), **fields)  # type: ignore[arg-type]


def findings(
    check: PaperCheck, given: Reading, rules: Rules | None = None, paper: Paper | None = None
) -> list[Finding]:
    """What one check says."""
    return list(check(paper or Paper(id="017", title="Waiting for the Slowest Rank"), given, rules or Rules()))
