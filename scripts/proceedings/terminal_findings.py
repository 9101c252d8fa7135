"""The findings of one paper on a terminal, for somebody who has never seen them: what, where, and the cure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding, Severity
from proceedings.severity import blocking
from proceedings.tallies import tally_words
from proceedings.wording import counted

WIDEST = 100
INDENT = " " * 9
COLOURS: Mapping[Severity, str] = {"error": "1;31", "warning": "33", "info": "36"}
BOLD, FAINT = "1", "2"


def finding_lines(
    facts: PaperFacts,
    findings: Sequence[Finding],
    *,
    file: str,
    profile: str,
    places: Mapping[Finding, str] | None = None,
    width: int = WIDEST,
    colour: bool = False,
) -> Iterator[str]:
    """All lines for the author; `file` is what messages call the PDF and `profile` the title of what it was checked as.

    `places`: the picture and the mark that show a finding.
    """
    pages = counted(len(facts.pages), "page") if facts.pages else "no usable page"
    done = f"{pages}, checked as {profile}" if facts.sha256 else "nothing could be checked"
    yield from _wrapped(f"{printable(file)}: {done}", width, style=BOLD, colour=colour)
    for each in findings:
        yield ""
        yield from _lines_of(each, file, (places or {}).get(each), min(width, WIDEST), colour)
    yield ""
    yield from _wrapped(verdict(findings), width, style=BOLD, colour=colour)


def verdict(findings: Sequence[Finding]) -> str:
    """The result in one sentence or two."""
    if not findings:
        return "Nothing was found: the file is fine."
    grave = blocking(findings)
    rest = tally_words(each for each in findings if each not in grave)
    if not grave:
        return f"Nothing blocks the paper; look at {rest}."
    has = f"{counted(len(grave), 'error')} {'has' if len(grave) == 1 else 'have'}"
    beside = f"; look at {rest} too" if len(grave) < len(findings) else ""
    return f"{has} to be cured before the paper can be printed{beside}."


def _lines_of(finding: Finding, file: str, place: str | None, width: int, colour: bool) -> Iterator[str]:
    mark = _styled(f"{finding.severity:<9}", COLOURS[finding.severity], colour)
    first, *more = _wrapped(_message(finding, file), width - len(INDENT)) or [""]
    yield f"{mark}{first}"
    yield from (f"{INDENT}{line}" for line in more)
    for line in _cure(finding):
        yield from (f"{INDENT}{part}" for part in _wrapped(line, width - len(INDENT), hanging="  "))
    shown = f", shown in {printable(place)}" if place else ""
    yield f"{INDENT}{_styled(f'{finding.code}{shown}', FAINT, colour)}"


def _message(finding: Finding, file: str) -> str:
    """The message, without the file where it begins with it as the first line of all does."""
    for lead in (f"{file}, ", f"{file}: "):
        words = finding.message.removeprefix(lead)
        if words != finding.message:
            return words[:1].upper() + words[1:]
    return finding.message


def _cure(finding: Finding) -> Iterator[str]:
    general, *special = finding.remedy.split("\n")
    if general:
        yield f"Cure: {general}"
    yield from special


def _wrapped(words: str, width: int, *, hanging: str = "", style: str = "", colour: bool = False) -> list[str]:
    lines = textwrap.wrap(
        printable(words), max(width, 30), subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return [_styled(line, style, colour) for line in lines]


def _styled(words: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{words}\x1b[0m" if colour and style else words


def printable(words: str) -> str:
    """Without control characters, which a file may bring along: nothing in it reaches the terminal as a command."""
    return "".join(each if each.isprintable() else " " for each in words)
