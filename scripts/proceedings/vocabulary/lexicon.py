"""Finds the names of a vocabulary in text: each word is looked up, and what begins so is compared as it is spelt."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from proceedings.folding import folded
from proceedings.reading.passages import BROKEN
from proceedings.records.vocabulary import Term, Vocabulary

WORD = re.compile(rf"[^\W_]+(?:\+\+|#|{BROKEN}[^\W_]+)?")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
APART = re.compile(r"[\s_-]+")
BETWEEN = r"(?:-\s?|\s|_)?"

ADDRESS = re.compile(r"(?:https?:|www\.)\S+")
DOMAIN = re.compile(r"\.(?:com|org|io|ai|net|edu|gov)\b|[@_]")
"""Behind a part of an address, or of a name in a program."""

KINDS = ("software", "datasets", "systems", "accelerators", "benchmarks")

LONGEST_GAP = 3
"""Characters between two words of one name, as in `Weights & Biases`."""

NEARBY = 120
"""Characters before and behind a name in which the words must stand that go with it."""

CITED = re.compile(r"\s?(?:et\sal\b|and\s[A-Z]\w+,?\s\(?(?:19|20)\d\d)")
"""Behind the name of somebody who is cited."""

IN_A_PHRASE = re.compile(r"\s(?:of|between|et|and\s[A-Z]\w+,)\s|,?\s\(?(?:19|20)\d\d[a-z]?\)")
"""Behind a word of everyday language that is no name: `Frontier of`; or one who is cited."""


class Named(NamedTuple):
    """A term where it stands in a text."""

    term: Term
    kind: str
    start: int
    end: int


class Spelling(NamedTuple):
    """One way to write a term."""

    term: Term
    kind: str
    words: str


class Lexicon:
    """The terms of a vocabulary by the letters and digits of their spellings."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Nothing is compiled before a text has a word that it is needed for."""
        self._spellings: dict[str, list[Spelling]] = {}
        for kind in KINDS:
            for term in getattr(vocabulary, kind):
                for words in (term.name, *term.aliases, *term.kin):
                    self._spellings.setdefault(folded(words), []).append(Spelling(term, kind, words))
        every = (each for spellings in self._spellings.values() for each in spellings)
        self._beginnings = {start for each in every for start in _beginnings(each.words)}

    def named(self, text: str) -> Iterator[Named]:
        """The terms that a text of a paper names, the longest where one begins so; addresses are left out."""
        text = ADDRESS.sub(lambda address: " " * len(address[0]), text)
        passed = 0
        for whole in self._possible(text):
            fitting = [each for each in whole if each.start >= passed and _stands_for_it(each, text)]
            if fitting:
                yield fitting[-1]
                passed = fitting[-1].end

    def held(self, text: str) -> set[str]:
        """The names of all terms that a text may mean, whatever its capitals and whatever stands near."""
        return {each.term.name for whole in self._possible(text, strict=False) for each in whole}

    def spelling(self, name: str, kind: str) -> Spelling | None:
        """The spelling that a name is as a whole, whatever its capitals, blanks and hyphens."""
        return next((each for each in self._spellings.get(folded(name), ()) if each.kind == kind), None)

    def _possible(self, text: str, *, strict: bool = True) -> Iterator[list[Named]]:
        """What may begin at each word, the shortest first."""
        small = lower if len(lower := text.lower()) == len(text) else text
        for match in WORD.finditer(small):
            if match[0] in self._beginnings or BROKEN in match[0]:
                start = match.start()
                found = list(self._from(text, start, WORD.finditer(small, start), strict=strict))
                if found and text[start - 1 : start] not in (".", "@", "_"):
                    yield found

    def _from(self, text: str, start: int, words: Iterable[re.Match[str]], *, strict: bool) -> Iterator[Named]:
        """What these words spell together, the first of which begins at `start`."""
        key, last = "", start
        for word in words:
            if word.start() - last > LONGEST_GAP:
                return
            part, broken, _ = word[0].partition(BROKEN)
            if broken:
                yield from self._spelt(key + folded(part), text[start : word.start() + len(part)], start, strict=strict)
            key, last = key + folded(word[0]), word.end()
            yield from self._spelt(key, text[start:last], start, strict=strict)
            if key not in self._beginnings:
                return

    def _spelt(self, key: str, seen: str, start: int, *, strict: bool) -> Iterator[Named]:
        for each in self._spellings.get(key) or self._spellings.get(key.removesuffix("s")) or []:
            exact = strict and (each.term.exact or each.term.everyday)
            if _pattern(each.words, exact).fullmatch(seen.replace(BROKEN, "")):
                yield Named(each.term, each.kind, start, start + len(seen))
                return


def _beginnings(words: str) -> Iterator[str]:
    """`py`, `pytorch` and `pytorchs` of PyTorch: where it may be parted but by the end of a line.

    One letter alone begins too much; the first word stands there as it is written, too.
    """
    key = ""
    for piece in (piece for part in WORD.findall(words) for piece in HUMP.split(part)):
        key += folded(piece)
        if len(key) > 1:
            yield key
    yield f"{key}s"
    yield from WORD.findall(words.lower())[:1]


def _stands_for_it(named: Named, text: str) -> bool:
    """Whether the words near a name are those that go with it, and it is no person cited."""
    term = named.term
    if CITED.match(text, named.end) or DOMAIN.match(text, named.end):
        return False
    if term.everyday and IN_A_PHRASE.match(text, named.end):
        return False
    near = term.near or (words_near()[named.kind] if term.everyday else ())
    if not near:
        return True
    return _one_of(near).search(text, max(0, named.start - NEARBY), named.end + NEARBY) is not None


@functools.lru_cache(maxsize=2048)
def _pattern(words: str, exact: bool) -> re.Pattern[str]:
    """`Py-?Torch` of PyTorch; an s may follow, as in A100s."""
    parts = ("-?".join(re.escape(piece) for piece in HUMP.split(part)) for part in APART.split(words))
    return re.compile(f"{BETWEEN.join(parts)}s?", 0 if exact else re.IGNORECASE)


@functools.lru_cache(maxsize=512)
def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?![^\W_])", re.IGNORECASE)


@functools.lru_cache(maxsize=4)
def lexicon_with(own: Vocabulary) -> Lexicon:
    """The project's terms with those of an edition."""
    ours = packaged_terms()
    return Lexicon(msgspec.structs.replace(own, **{kind: _joined(getattr(ours, kind), own, kind) for kind in KINDS}))


def _joined(ours: Sequence[Term], own: Vocabulary, kind: str) -> tuple[Term, ...]:
    added = getattr(own, kind)
    gone = {folded(name) for name in (*own.leave_out, *(term.name for term in added))}
    return (*(term for term in ours if folded(term.name) not in gone), *added)


@functools.cache
def packaged_terms() -> Vocabulary:
    """The terms that come with the project."""
    return msgspec.convert(tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8")), Vocabulary)


@functools.cache
def words_near() -> dict[str, tuple[str, ...]]:
    """The words that go with each kind."""
    table = tomllib.loads(Path(__file__).with_name("use_words.toml").read_text("utf-8"))
    return msgspec.convert(table["near"], dict[str, tuple[str, ...]])
