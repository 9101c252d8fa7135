"""The vocabulary: names of what papers compute with, as the project and the chair list them."""

from __future__ import annotations

from proceedings.records.record import Record


class Term(Record):
    """One name with its other spellings; in all of them blanks, hyphens and humps match each other.

    `kin` are releases, sizes and parts under names of their own: a text that has one has the term, and yet each of them
    is another thing.
    `exact`: capitals count. `everyday`: the name is a word of everyday language too, so that capitals count and a word
    that goes with its kind must stand near; `near` are the words that must, in place of those. `framework`: a software
    in which models are written and trained.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    exact: bool = False
    everyday: bool = False
    near: tuple[str, ...] = ()
    framework: bool = False


class Vocabulary(Record):
    """Terms by their kind. The chair's take the place of ours of the same name; `leave_out` are names of ours."""

    software: tuple[Term, ...] = ()
    datasets: tuple[Term, ...] = ()
    systems: tuple[Term, ...] = ()
    accelerators: tuple[Term, ...] = ()
    benchmarks: tuple[Term, ...] = ()
    leave_out: tuple[str, ...] = ()
