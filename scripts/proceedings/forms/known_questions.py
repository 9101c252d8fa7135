"""The questions of an artifact description as they are documented, and what is said of one that is none of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from proceedings.forms.questions import Question
from proceedings.problem import by_nearness, nearest
from proceedings.records.finding import Severity
from proceedings.records.reproducibility import Experiments
from proceedings.wording import counted

STRUCTURE = (
    "",
    "appendix",
    "appendix artifact description",
    "artifact description",
    "overview of contributions and artifacts",
    "artifact identification",
    "computational artifact",
    "artifact evaluation",
    "appendix artifact evaluation",
)
"""Headings that ask nothing; an answer below them is told."""

_TITLES = (
    "Paper's Main Contributions",
    "Computational Artifacts",
    "Relation to Contributions",
    "Expected Results",
    "Expected Reproduction Time (in Minutes)",
    "Artifact Setup",
    "Hardware",
    "Software",
    "Datasets",
    "Algorithms",
    "Inputs",
    "Installation and Deployment",
    "Artifact Execution",
    "Artifact Analysis",
    *(key.replace("_", " ").capitalize() for key in Experiments.__struct_fields__),
)
DOCUMENTED = {Question(title, "", ()).name: title for title in _TITLES}
"""The questions as `metadata/README.md` writes them, by their words."""

ARE = "Questions are"
"""What the list of all questions begins with."""


class Unknown(NamedTuple):
    """What is told of a question that is none that is known."""

    fact: str
    remedy: str
    severity: Severity | None


def unknown(question: Question, name: str, known: Iterable[str], *, told: bool) -> Unknown:
    """A question that looks like a misspelt one is a fault; any other is left out, which is a warning.

    `name` is its words, `known` those of all questions; `told`: which there are was told before.
    """
    if name in STRUCTURE:
        return Unknown("this text answers no question that is known here.", _which(name, told=told), None)
    fact = f'"{question.title}" is no question that is known here'
    if meant := nearest(name, known):
        shown = DOCUMENTED.get(meant, meant.title())
        return Unknown(
            f"{fact}.", f'Did you mean "{shown}"? If it asks for something else, take it out of the form.', None
        )
    left = f"{fact}; what stands below it is left out ({counted(len(question.lines), 'line')})."
    return Unknown(left, f"Nothing, if it asks for something else. {_which(name, told=told)}", "warning")


def _which(name: str, *, told: bool) -> str:
    """The questions that there are, the nearest first."""
    return f"{ARE} named above." if told else f"{ARE} {', '.join(by_nearness(name, DOCUMENTED.values()))}."
