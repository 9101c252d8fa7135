"""The forms of a name by which another one is recognised: letters, words, initials, and what it is known as."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from proceedings.folding import folded
from proceedings.records.record import Record
from proceedings.records.vocabulary import Vocabulary
from proceedings.reproducibility.named_things import NamedThing
from proceedings.vocabulary.lexicon import KINDS, packaged_terms

WORD = re.compile(r"[^\W_]+(?:\.\d+)*(?:\+\+|#)?")
RUN = re.compile(r"\d+(?:\.\d+)*|[^\W\d]+(?:\+\+|#)?")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
SO_MANY = re.compile(r"^\s*\(?\d+\s?[x×]\)?\s+")
IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z]")

SHORTEST_SHORT, SHORTEST_MISSPELT = 3, 7
"""Letters of an abbreviation, and of a name in which a wrong one is a slip."""

PLACED = ("software", "systems", "accelerators")
"""Kinds behind whose names brackets tell whose or where they are, and seldom which."""

Known = Mapping[str, str]
"""What the vocabulary has a spelling for, by the letters of the spelling."""


class _Words(Record):
    small: frozenset[str]
    makers: frozenset[str]
    goods: frozenset[str]
    qualifiers: frozenset[str]
    kinds: dict[str, frozenset[str]]
    sites: dict[str, frozenset[str]]


class Form(NamedTuple):
    """One way to read a name. `told` are the words that tell it from others, `letters` their letters in one."""

    told: tuple[str, ...]
    letters: str
    known: str | None

    @property
    def numbers(self) -> list[str]:
        """Its numbers, in rising order."""
        return sorted(NUMBER.findall(self.letters))

    @property
    def qualifiers(self) -> set[str]:
        """Its words for sizes, parts and editions."""
        runs = {run for word in self.told for run in RUN.findall(word)}
        return runs & _words().qualifiers

    @property
    def runs(self) -> str:
        """Its words in alphabetical order, letters and digits apart."""
        return " ".join(sorted(run for word in self.told for run in RUN.findall(word)))


def forms(thing: NamedThing, known: Known) -> tuple[Form, ...]:
    """The whole name first; then without the version that is given beside it, the halves of `Long Name (LN)`, and
    without what stands in brackets.
    """
    whole = SO_MANY.sub("", thing.name)
    parts = [whole, *_without_version(whole, thing.version)]
    if match := IN_BRACKETS.fullmatch(whole):
        if _one_in_two(match[1], match[2], thing.kind, known):
            parts += [match[1], match[2]]
        elif thing.kind in PLACED and not _sets_apart(match[2]):
            parts.append(match[1])
    return tuple(dict.fromkeys(_form(part, thing.kind, thing.site, known) for part in parts))


def initials(name: str) -> str | None:
    """`dgl` of "Deep Graph Library"; None for a name of one or two words."""
    words = [word for word in split_words(name) if word not in _words().small and not word[0].isdigit()]
    return "".join(word[0] for word in words) if len(words) >= SHORTEST_SHORT else None


def abbreviation(name: str) -> str | None:
    """The letters of a name that is an abbreviation: `dgl` of "DGL"."""
    name = name.strip()
    return name.casefold() if len(name) >= SHORTEST_SHORT and SHORT.fullmatch(name) else None


def split_words(name: str) -> list[str]:
    """The words of a name, folded; a point between digits, and the signs of C++ and C#, stay."""
    return [re.sub(r"[^\W_]+", lambda part: folded(part[0]), word) for word in WORD.findall(name)]


def joined(words: Sequence[str]) -> str:
    """The letters of words in one; between two numbers a blank stays."""
    return re.sub(r"(?<!\d) | (?!\d)", "", " ".join(words))


@functools.lru_cache(maxsize=4)
def known_names(own: Vocabulary) -> Known:
    """What each spelling of the vocabularies means: the term's name, or itself where it is of a term's kin."""
    found: dict[str, str] = {}
    for terms in (own, packaged_terms()):
        for term in (term for kind in KINDS for term in getattr(terms, kind)):
            found.setdefault(joined(split_words(term.name)), term.name)
            for alias in term.aliases:
                found.setdefault(joined(split_words(alias)), term.name)
            for kin in term.kin:
                found.setdefault(joined(split_words(kin)), kin.casefold())
    return found


def _form(name: str, kind: str, site: str, known: Known) -> Form:
    words = split_words(name)
    told = _told(words, kind, site)
    letters = joined(told)
    return Form(tuple(told), letters, known.get(joined(words)) or known.get(letters))


def _told(words: Sequence[str], kind: str, site: str) -> list[str]:
    """The words without those that say no more than kind, site and maker, as far as a name is left."""
    lists = _words()
    beside = lists.sites["centres"] | frozenset(split_words(site)) if kind == "systems" else frozenset[str]()
    told = _without(words, lists.small)
    told = _without(told, beside)
    told = _without(told, lists.kinds[kind])
    bare = _without(told, lists.makers)
    return told if joined(bare) in lists.goods else bare


def _without(words: Sequence[str], idle: frozenset[str]) -> list[str]:
    kept = [word for word in words if word not in idle]
    return kept if sum(map(len, kept)) > 1 and any(map(str.isalpha, "".join(kept))) else list(words)


def _without_version(name: str, version: str | None) -> Iterator[str]:
    """`PyTorch` of "PyTorch 1.13" in version 1.13; a number without a point may be a part of the name."""
    bare = (version or "").strip().lstrip("vV")
    if "." in bare and (match := re.fullmatch(rf"(.+?)[\s\-_,]+\(?v?{re.escape(bare)}\)?", name.strip(), re.I)):
        yield match[1]


def _one_in_two(outside: str, inside: str, kind: str, known: Known) -> bool:
    """Whether a name and what stands behind it in brackets are two names of one thing."""
    first, second = _form(outside, kind, "", known).known, _form(inside, kind, "", known).known
    if first and second:
        return first == second
    return _stands_for(inside, outside) or _stands_for(outside, inside)


def _sets_apart(words: str) -> bool:
    """Whether words in brackets may tell one release, size or part from another."""
    return bool(NUMBER.search(words) or set(split_words(words)) & _words().qualifiers)


def _stands_for(short: str, long: str) -> bool:
    """Whether one word has letters of the other name alone, in order and from its first: SQuAD, MultiNLI, OC20."""
    letters, words = joined(split_words(short)), split_words(long)
    if " " in short.strip() or len(letters) < SHORTEST_SHORT:
        return False
    return any(_are_letters_of(letters, joined(whole)) for whole in (words, _without(words, _words().makers)))


def _are_letters_of(letters: str, whole: str) -> bool:
    left = iter(whole)
    return letters[0] == whole[0] and len(letters) < len(whole) and all(letter in left for letter in letters)


@functools.cache
def _words() -> _Words:
    table = tomllib.loads(Path(__file__).with_name("likeness.toml").read_text("utf-8"))
    return msgspec.convert(table, _Words)
