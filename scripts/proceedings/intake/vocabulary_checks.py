"""The chair's own vocabulary: terms that can never be found, and names to leave out that nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.folding import folded
from proceedings.problem import Problem, did_you_mean
from proceedings.records.vocabulary import Vocabulary
from proceedings.vocabulary.lexicon import KINDS, packaged_terms


def vocabulary_problems(own: Vocabulary) -> Iterator[Problem]:
    """Terms without a name, names that stand twice, and names to leave out that are none of ours."""
    seen: dict[str, str] = {}
    for kind in KINDS:
        for number, term in enumerate(getattr(own, kind)):
            key = folded(term.name)
            if not key:
                fact = "the term has no `name`."
                remedy = "Write the name that papers use, or delete the term."
                yield Problem(at=(kind, number), message=fact, remedy=remedy)
            elif key in seen:
                fact = f'"{term.name}" stands twice, in {seen[key]} and in {kind}.'
                yield Problem(at=(kind, number, "name"), message=fact, remedy="Delete one of the two.")
            seen.setdefault(key, kind)
    ours = {folded(term.name): term.name for kind in KINDS for term in getattr(packaged_terms(), kind)}
    for number, name in enumerate(own.leave_out):
        if folded(name) not in ours:
            fact = f'"{name}" is no name of the vocabulary that comes with Bindery, so there is nothing to leave out.'
            remedy = did_you_mean(name, ours.values(), "Write the `name` of a term, not one of its aliases.")
            yield Problem(at=("leave_out", number), message=fact, remedy=remedy)
