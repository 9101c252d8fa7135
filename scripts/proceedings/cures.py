"""The cure that fits the paper's maker: with the general cure comes the one for LaTeX, for Word, or for both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from proceedings.codes import Code, all_codes
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding

Maker = Literal["tex", "word", "libreoffice"]

MAKERS: Mapping[Maker, re.Pattern[str]] = {
    "tex": re.compile(
        r"(?<![a-z])(?:pdfe?|xe|lua(?:hb|jit)?|mik|pc|oz|em|u?p|e)?-?tex\b|latex|tex2pdf|\bdvip|xdvipdfm|tectonic",
        re.IGNORECASE,
    ),
    "libreoffice": re.compile(r"libreoffice|openoffice|collabora", re.IGNORECASE),
    "word": re.compile(r"\bword\b|winword|\.docx?\b", re.IGNORECASE),
}
"""What Creator, Producer or Title of a PDF hold, in the order of asking: LibreOffice opens files made by Word."""


def maker_of(facts: PaperFacts) -> Maker | None:
    """The program that the authors wrote the paper with, by the document information; None where it does not say."""
    said = facts.document_info
    title = said.get("Title", "")
    words = f"{said.get('Creator', '')} {said.get('Producer', '')} {title if title.startswith('Microsoft') else ''}"
    return next((maker for maker, pattern in MAKERS.items() if pattern.search(words)), None)


def with_cures(
    findings: Iterable[Finding], facts: Iterable[PaperFacts], latex: Mapping[str, str] | None = None
) -> Iterator[Finding]:
    """The findings with the cure for each paper's maker; those of the volume, and cures of a check's own, as is.

    `latex`: what the profile says of a code in place of the general cure for LaTeX.
    """
    own = latex or {}
    makers = {each.paper: maker_of(each) for each in facts}
    for each in findings:
        known = all_codes()[each.code]
        if each.paper in makers and each.remedy == known.remedy:
            cure = "\n".join([each.remedy, *_special_cures(known, makers[each.paper], own.get(each.code))])
            yield msgspec.structs.replace(each, remedy=cure)
        else:
            yield each


def _special_cures(code: Code, maker: Maker | None, own: str | None) -> Iterator[str]:
    """A line each: `LaTeX: ...`, `Word: ...`; the programs are told apart only where that is known."""
    latex = own or code.latex
    if latex and maker in ("tex", None):
        yield f"LaTeX: {latex}"
    if code.word and maker != "tex":
        yield f"{'Word, and much the same in LibreOffice' if maker == 'libreoffice' else 'Word'}: {code.word}"
