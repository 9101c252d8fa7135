"""The copyright and licence notices that a publisher asks for on page 1: present, with the right year and numbers.

Sample text in a notice (`/XX/$31.00`) is a `template-leftover`, and no second finding here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import quoted
from proceedings.codes import finding
from proceedings.identifiers import bare_doi, bare_isbn, is_isbn, is_pending, same_doi_key
from proceedings.reading.flow import Flow
from proceedings.reading.letters import plain
from proceedings.reading.reading import Reading
from proceedings.records.facts import TextLine
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.record import Box
from proceedings.wording import listed

CITATION = 900
"""Characters that an ACM Reference Format may have; five authors and a long title make 360."""

DIVIDED_NUMBER = re.compile(r"(?<=\d-)\s(?=\d)")
CIRCLED_C = re.compile("\\bc ?[©\u20dd◯]|\u20dd ?c\\b|\u20ddc(?=\\d)")
"""The sign as TeX draws it: a letter and a circle around it."""

COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?((?:19|20)\d\d)\b", re.IGNORECASE)
IEEE_CODE = re.compile(
    r"(97[89][\dXx -]{9,16}|X[X\d-]{9,16})\s?/\s?([\dXY]{2})\s?/\s?\$\s?[\dX.]+\s?(?:©|\(c\)|copyright)\s?"
    r"([\dXY]{4})?,?\s?(?:by\s)?"
    r"(IEEE|Crown|European Union)?",
    re.IGNORECASE,
)
IEEE_BARE = re.compile(r"(?:©|\(c\)|copyright)\s?((?:19|20)\d\d)\s?(?:by\s)?IEEE\b", re.IGNORECASE)
US_GOVERNMENT = re.compile(
    r"U\.?\s?S\.?\s?Government work,?(?: and(?: is)?| is)? not (?:protected by|subject to) U\.?\s?S\.?\s?copyright",
    re.IGNORECASE,
)
ACM_FORMAT = re.compile(r"ACM Reference Format\s?:", re.IGNORECASE)
ACM_RIGHTS = re.compile(
    r"Permission to make digital or hard copies|licensed under a Creative Commons|Publication rights licensed to ACM|"
    r"Copyright held by the owner|authored by an? employee|ACM acknowledges that this contribution",
    re.IGNORECASE,
)
ACM_DOI = re.compile(r"(?:doi\.org/|doi:\s?)(10\.\d{4,9}/[\w.()/-]+\w)", re.IGNORECASE)
ISBN = re.compile(r"ISBN[\s:]{1,2}(97[89][\d-]{10,14})", re.IGNORECASE)
CEUR_HOLDER = re.compile(r"copyright for this paper by its authors?", re.IGNORECASE)
CC_BY = re.compile(r"Attribution 4\.0 International|CC[ -]BY 4\.0", re.IGNORECASE)
LICENCE = re.compile(
    rf"{CC_BY.pattern}|\bCC[ -](?:BY|0)[\w-]*(?: \d\.\d)?|Attribution[ -](?:Non-?Commercial|No-?Deriv|Share-?Alike)\w*|"
    r"Attribution \d\.\d\b",
    re.IGNORECASE,
)
SAMPLE = re.compile(r"X{2,}|Y{2}|n{5,}", re.IGNORECASE)

Notice = Callable[[str, Paper, Rules], Iterator[str]]
"""What is wrong with one notice in the words of page 1: nothing, or clauses such as `is missing`."""


def copyright_notice(paper: Paper, reading: Reading, rules: Rules) -> Iterator[Finding]:
    """All that is wrong with the notices of page 1 as one finding; missing and wrong are told apart.

    That page 1 holds no text at all is another finding.
    """
    lines = reading.facts.pages[0].lines
    if not lines:
        return
    words, problems, boxes = joined(lines), [], []
    for name in rules.profile.notices or ():
        title, notice, traces = NOTICES.get(name) or (quoted(name), _literally(name), ())
        if faults := list(notice(words, paper, rules)):
            problems.append(f"{title} {listed(faults)}")
            boxes += _boxes(lines, traces)
    if problems:
        message = f"{place(paper, [1])}: {'; '.join(problems)}."
        yield finding("copyright-notice", message, paper=paper.id, page=1, box=boxes[0] if boxes else None)


def joined(lines: Sequence[TextLine]) -> str:
    """The lines of a page as one; a number that was divided at its hyphen is put together, and so is a TeX ©."""
    return CIRCLED_C.sub("©", DIVIDED_NUMBER.sub("", plain(" ".join(line.text for line in lines))))


def ieee_code(lines: Sequence[TextLine]) -> str:
    """The notice with ISBN and fee code as page 1 prints it; else the words that stand for it, else nothing."""
    words = joined(lines)
    found = IEEE_CODE.search(words) or US_GOVERNMENT.search(words) or IEEE_BARE.search(words)
    return " ".join(found[0].split()) if found else ""


def ieee_holder(lines: Sequence[TextLine]) -> str:
    """Whose copyright the IEEE notice on page 1 states, in its own words; empty where there is no such notice."""
    words = joined(lines)
    if government := US_GOVERNMENT.search(words):
        return government[0]
    code = IEEE_CODE.search(words)
    return (code[4] or "") if code else "IEEE" if IEEE_BARE.search(words) else ""


def _boxes(lines: Sequence[TextLine], traces: Sequence[re.Pattern[str]]) -> list[Box]:
    """Where a notice stands, if it is there."""
    flow = Flow(lines)
    return [line.box for trace in traces for _, line in flow.find(trace)]


def _ieee(words: str, _: Paper, rules: Rules) -> Iterator[str]:
    if US_GOVERNMENT.search(words):
        return
    code = IEEE_CODE.search(words)
    if code is None:
        bare = IEEE_BARE.search(words)
        yield f"lacks its ISBN and fee code: it says only {quoted(bare[0])}" if bare else "is missing"
        return
    isbn, _short_year, year, holder = code.groups()
    if SAMPLE.search(code[0]):
        return
    yield from _wrong_isbn(isbn, rules)
    yield from _wrong_year(year, rules)
    if holder is None:
        yield "names no owner of the copyright (IEEE, Crown or European Union)"


def _acm_format(words: str, paper: Paper, rules: Rules) -> Iterator[str]:
    match = ACM_FORMAT.search(words)
    if match is None:
        yield "is missing"
        return
    citation = words[match.end() : match.end() + CITATION]
    years = re.findall(r"\b(?:19|20)\d\d\b", citation)
    if rules.volume.year and years and str(rules.volume.year) not in years:
        yield f"has the year {years[0]} instead of {rules.volume.year}"
    yield from _wrong_doi(citation, paper)


def _acm_rights(words: str, paper: Paper, rules: Rules) -> Iterator[str]:
    match = ACM_RIGHTS.search(words)
    if match is None:
        yield "is missing"
        return
    block = words[match.start() :]
    years = [year[1] for year in COPYRIGHT_YEAR.finditer(block)]  # of what the authors use, a footnote may tell first
    yield from _wrong_year(
        str(rules.volume.year) if str(rules.volume.year) in years else next(iter(years), None), rules
    )
    isbn = ISBN.search(block)
    if isbn:
        yield from _wrong_isbn(isbn[1], rules)
    if not ACM_FORMAT.search(words):
        yield from _wrong_doi(block, paper)


def _ceur(words: str, _: Paper, rules: Rules) -> Iterator[str]:
    holder = CEUR_HOLDER.search(words)
    if holder is None and not CC_BY.search(words) and not COPYRIGHT_YEAR.search(words):
        yield "is missing"
        return
    licence = _licence_of(holder, words)
    if licence is None:
        yield "does not name the licence CC BY 4.0"
    elif not CC_BY.fullmatch(licence[0]):
        yield f"names the licence {quoted(licence[0])} instead of CC BY 4.0"
    if holder is None:
        yield "does not say “Copyright for this paper by its authors”"
    else:
        yield from _wrong_year(_year_near(words, holder), rules)


def _licence_of(holder: re.Match[str] | None, words: str) -> re.Match[str] | None:
    """The licence behind the holder's name; elsewhere on the page another one is that of what the authors use."""
    if holder is None:
        return CC_BY.search(words) or LICENCE.search(words)
    return LICENCE.search(words, holder.end()) or CC_BY.search(words)


def _year_near(words: str, match: re.Match[str]) -> str | None:
    """`© 2024 Copyright for this paper`, or the year behind it."""
    near = re.search(r"((?:19|20)\d\d)\W{0,3}$", words[: match.start()]) or COPYRIGHT_YEAR.search(
        words[match.start() :]
    )
    return near[1] if near else None


def _wrong_year(year: str | None, rules: Rules) -> Iterator[str]:
    if year is None:
        yield "has no year"
    elif rules.volume.year and year != str(rules.volume.year):
        yield f"has the year {year} instead of {rules.volume.year}"


def _wrong_isbn(printed: str, rules: Rules) -> Iterator[str]:
    """An ISBN that cannot be one, or is another book's."""
    part = rules.volume.part_of
    assigned = (part.isbn if part else None) or rules.volume.isbn
    bare = bare_isbn(printed.strip())
    if not is_isbn(bare):
        yield f"has the ISBN {bare}, whose check digit does not fit"
    elif assigned and not is_pending(assigned) and bare.replace("-", "") != assigned.replace("-", ""):
        yield f"has the ISBN {bare} instead of {assigned}"


def _wrong_doi(words: str, paper: Paper) -> Iterator[str]:
    printed = ACM_DOI.search(words)
    if printed is None or not paper.doi or is_pending(paper.doi) or SAMPLE.search(printed[1]):
        return
    if same_doi_key(bare_doi(printed[1])) != same_doi_key(bare_doi(paper.doi)):
        yield f"has the DOI {printed[1]} instead of {paper.doi}"


def _literally(text: str) -> Notice:
    """A notice of an own profile: its words must stand on page 1."""

    def notice(words: str, _: Paper, __: Rules) -> Iterator[str]:
        if plain(text).casefold() not in words.casefold():
            yield "is missing"

    return notice


NOTICES: Mapping[str, tuple[str, Notice, tuple[re.Pattern[str], ...]]] = {
    "ieee-copyright": ("the IEEE copyright notice", _ieee, (IEEE_CODE, IEEE_BARE)),
    "acm-reference-format": ("the ACM Reference Format", _acm_format, (ACM_FORMAT,)),
    "acm-rights": ("the ACM rights block", _acm_rights, (ACM_RIGHTS,)),
    "ceur-cc-by": ("the CC BY 4.0 notice", _ceur, (CEUR_HOLDER, CC_BY)),
}
"""By the names that profiles use: how a message calls the notice, what may be wrong, and what shows where it stands."""
