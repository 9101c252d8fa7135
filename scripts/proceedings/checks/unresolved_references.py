"""References that TeX or Word could not resolve: ??, [?] and error texts, also across a line end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.checks.rules import Rules, place
from proceedings.checks.sightings import Sighting, in_page_order, pages_of, quoted, seen
from proceedings.codes import finding
from proceedings.reading.flow import Flow, is_program
from proceedings.reading.reading import Reading
from proceedings.records.facts import PageFacts
from proceedings.records.finding import Finding, Severity
from proceedings.records.paper import Paper
from proceedings.wording import counted

LABELS = (
    r"Fig(?:ure)?s?|Tab(?:le)?s?|(?:Sub){0,2}sec(?:t|tion)?s?|Eq(?:n|uation)?s?|Alg(?:orithm)?s?|App(?:endix|endices)?|"
    r"Ch(?:ap(?:ter)?)?s?|Th(?:eore)?ms?|Lemmas?|Prop(?:osition)?s?|Cor(?:ollary|ollaries)?|Def(?:inition|n)?s?|"
    r"Listings?|Lst|Examples?|Steps?|Lines?|Parts?|Pages?|pp?|Rem(?:ark)?s?|Footnotes?|Refs?|Assumptions?|Claims?|"
    r"Abb(?:ildung)?|Tabelle|Abschnitt|Kapitel|Gleichung|Seite|Рис(?:ун(?:ок|ка|ке))?|Табл(?:иц[аеы])?|Гл(?:ав[аеы])?"
)
MILD: Severity = "warning"

MARK = r"\?{1,2}(?!\?)"
"""TeX sets it in bold, so that a blank may seem to follow it."""

BLANK = re.compile(r"(?<=\?)\s(?=[\])?,;])")

LABELLED = rf"(?<!\w)(?:{LABELS})\.?\s*(?:\(\s?\?\?\s?\)|\[\s?\?\?\s?\]|\?\?(?!\?))|§{{1,2}}\s*\?\?(?!\?)"
KEY, NUMBER = r"[\w+.-]{1,12}(?![\w+.-])", r"\d{1,3}(?!\d)"
BEFORE, BEHIND = rf"(?:{KEY}\s?[,;]\s?|{NUMBER}\s?)", rf"(?:[,;]\s?(?:{MARK}|{KEY})\s?|(?:{MARK}|{NUMBER})\s?)"
CITED = rf"\[{BEFORE}*{MARK}\s?{BEHIND}*(?:,\s[^\]\[]{{1,20}})?\]"
IN_PARENTHESES = r"\(\s?\?\?\s?\)|\((?-i:[A-ZÀ-Þ])[^()\d?]{1,50},\s\?\?\s?\)"
ERROR_TEXT = (
    r"Error!\s(?:Reference|Bookmark)[\w\s]{0,40}|Fehler!\s(?:Verweisquelle|Textmarke)[\w\s]{0,50}|"
    r"Erreur\s?!\s(?:Source|Signet)[\w\s]{0,40}|¡Error!\s(?:No se|Marcador)[\w\s]{0,50}|"
    r"Errore\.\sL['’]origine[\w\s]{0,40}|Erro!\s(?:Fonte|Indicador)[\w\s]{0,40}|"
    r"Ошибка!\s(?:Источник|Закладка)[\w\s]{0,40}"
)
ALWAYS = re.compile(f"{LABELLED}|{CITED}|{IN_PARENTHESES}|(?<![\"“„«'‘`])(?:{ERROR_TEXT})", re.IGNORECASE)

QUERY = r"[\"'“‘`(]?(?:\w+\s?\(\s?(?:\w+,\s?)?)?\?\?"
SUBJECT = re.compile(
    rf"\b(?:operators?|symbols?|holes?|signs?|tokens?|glyphs?|wildcards?|annotated|annotation|trigraphs?|written(?:\sas)?)"
    rf"\s{QUERY}|\?\?[\"'”’`]?\s(?:operators?|symbols?|holes?|signs?|marks?|tokens?|wildcards?|for\sa\shole)\b|"
    r"[\"'“‘`]\?\?[\"'”’`]|\?\?=",
    re.IGNORECASE,
)
"""Somebody writes about the two signs: only a label before them says that a reference was meant."""

SUBJECT_CITED = re.compile(
    r"[\"'“‘`]\[\?\][\"'”’`]|\(\?\)\s(?:or|and)\s\[\?\]|\b(?:type|wildcard|symbol)s?\s\[\?\]", re.IGNORECASE
)
"""The same of the sign of an unresolved citation."""

BY_AUTHOR = re.compile(
    r"(?<=\w\s)\(\s?\?{1,2}(?:\s?[;,]?\s?\?{1,2})*\s?(?:(?=\)\s?[.,;])|;\s?[^()]{1,60}|,\s?p+\.\s?\d[^()]{0,10})\)"
)
AUTHOR_YEAR = re.compile(r"[(;]\s?[A-ZÀ-Þ][^()\d;]{1,60}(?:19|20)\d\d[a-z]?")
FEWEST_CITATIONS = 3
"""A paper that cites authors and years in parentheses so often has its unresolved citations there too."""

PREPOSITION = r"(?i:in|see|from|of|by|with|to|and|cf\.|e\.g\.,?|as|than|at|on|via|also)"
NAME = r"[A-ZÀ-ÞА-Я][a-zß-ÿа-я]{2,}"
ALONE = re.compile(
    rf"\b{PREPOSITION}\s\?\?(?=[\s.,;)])(?!\s(?i:operator|or\b|\?))|"
    rf"\b{NAME}\s\?\?(?=\s?[.,;:)]|\s[a-zß-ÿа-я(\[])"
)
"""`as in ?? and`, `as Observation ?? shows`: any word with a capital may be a label; a question ends there."""

SPEECH = re.compile(r"[\"“”«»]|\b[A-Z][\w-]{0,12}:\s")


def unresolved_reference(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper. A "??" alone, or behind a name, in nothing that is spoken or program text, is a warning."""
    sure = [*_seen(reading, ALWAYS), *(_seen(reading, BY_AUTHOR) if cites_authors(reading) else ())]
    if about := _subjects(reading):
        sure = [each for each in sure if each.words not in about]
    lines = {id(each.line) for each in sure}
    alone = [each for each in _seen(reading, ALONE) if id(each.line) not in lines]
    likely = [each for each in alone if not about and not SPEECH.search(each.line.text)]
    sightings = in_page_order([*sure, *likely])
    if not sightings:
        return
    number, plural = counted(len(sightings), "reference"), len(sightings) > 1
    what = f"{number} {'are' if plural else 'is'} not resolved" if sure else f"{number} may be unresolved"
    message = f"{place(paper, pages_of(sightings))}: {what}: {seen(sightings)}."
    first = sightings[0]
    weight = None if sure else MILD
    yield finding("unresolved-reference", message, paper=paper.id, page=first.page, box=first.box, severity=weight)


def _subjects(reading: Reading) -> frozenset[str]:
    """The marks, as they are quoted, of which the paper speaks itself."""
    texts = [Flow(page.lines).text for page in reading.facts.pages if any("?" in line.text for line in page.lines)]
    signs = {"“(??)”", "“( ?? )”"} if any(SUBJECT.search(text) for text in texts) else set()
    cited = {"“[?]”"} if any(SUBJECT_CITED.search(text) for text in texts) else set()
    return frozenset(signs | cited)


def cites_authors(reading: Reading) -> bool:
    """Whether the paper cites by author and year, in parentheses."""
    found = 0
    for page in reading.facts.pages:
        found += sum(len(AUTHOR_YEAR.findall(line.text)) for line in page.lines)
        if found >= FEWEST_CITATIONS:
            return True
    return False


def _seen(reading: Reading, pattern: re.Pattern[str]) -> Iterator[Sighting]:
    for page in reading.facts.pages:
        yield from _on_page(page, pattern)


def _on_page(page: PageFacts, pattern: re.Pattern[str]) -> Iterator[Sighting]:
    if not any("?" in line.text or "!" in line.text or "Errore." in line.text for line in page.lines):
        return
    for match, line in Flow(page.lines).find(pattern):
        if not is_program(line):
            yield Sighting(page=page.number, line=line, words=quoted(BLANK.sub("", match[0])))
