"""Names that may mean one thing and that nobody has answered yet; answers that gainsay one another or have no use."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from proceedings.problem import Problem
from proceedings.records.paper import Paper
from proceedings.records.same_names import SameName
from proceedings.records.vocabulary import Vocabulary
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.likeness import likenesses
from proceedings.reproducibility.listed_names import Answers, Key, spelling_key
from proceedings.reproducibility.named_things import NamedThing, named_things
from proceedings.wording import counted, listed_briefly, shortened

NAMED_AT_MOST = 12
"""So many pairs are named; the table has them all."""


def same_name_problems(
    answers: Sequence[SameName], papers: Sequence[Paper], volume: Volume, own: Vocabulary
) -> Iterator[Problem]:
    """What `metadata/same_names.csv` leaves open, and what is wrong in it."""
    things = list(named_things(paper for paper in papers if is_asked(paper, volume)))
    yield from _gainsaid(answers)
    yield from _unused(answers, things)
    if open_pairs := likenesses(things, answers, own):
        named = [f'"{shortened(each.name)}" and "{shortened(each.other)}" ({each.kind})' for each in open_pairs]
        each = " each" if len(named) > 1 else ""
        message = f"{counted(len(named), 'pair')} of names may mean one thing{each}: {_listed(named)}."
        yield Problem(code="names-alike", message=message)


def _gainsaid(answers: Sequence[SameName]) -> Iterator[Problem]:
    """Names that one line keeps apart and others join."""
    joined = Answers(answers)
    for each in answers:
        name, other = _keys(each)
        if each.same is False and name == other:
            fact = f'"{each.name}" and "{each.other}" differ in capitals, blanks or signs alone, and are one name here.'
            remedy = "Delete the line, or give the paper's item a name that tells the two apart."
            yield Problem(line=each.line, message=fact, remedy=remedy, severity="warning")
        elif each.same is False and joined.are_one(name, other):
            fact = f'"{each.name}" and "{each.other}" are not the same here, and by other lines they are; these hold.'
            remedy = "Decide which it is, and correct the lines that have one of the two names."
            yield Problem(line=each.line, message=fact, remedy=remedy, severity="warning")


def _unused(answers: Sequence[SameName], things: Collection[NamedThing]) -> Iterator[Problem]:
    """Answers about names that are in no paper: harmless, and worth knowing. What is printed need not be in one."""
    used = {(thing.kind, spelling_key(thing.name)) for thing in things}
    idle: list[tuple[int, str]] = []
    for each in answers:
        key, other = _keys(each)
        if each.same is not None and other not in used:
            idle.append((each.line, each.other))
        elif each.same is False and key not in used:
            idle.append((each.line, each.name))
    if idle:
        named = [f'"{name}" (line {line})' for line, name in idle]
        fact = f"{counted(len(idle), 'answer')} about names that no paper has: {_listed(named)}."
        remedy = "Delete the lines, or leave them for the next edition."
        yield Problem(line=idle[0][0], message=fact, remedy=remedy, severity="info")


def _keys(answer: SameName) -> tuple[Key, Key]:
    return (answer.kind, spelling_key(answer.name)), (answer.kind, spelling_key(answer.other))


def _listed(named: Sequence[str]) -> str:
    return listed_briefly(named, NAMED_AT_MOST)
