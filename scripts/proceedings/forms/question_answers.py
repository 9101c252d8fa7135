"""Answers to the questions of SC's artifact description as values of the block.

Nothing is taken apart that is not marked: items stand on lines of their own, artifacts and contributions are named
A1 and C1, and what fits no question is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from proceedings.forms.answers import Answer
from proceedings.forms.block_keys import ID_LETTERS
from proceedings.forms.item_lines import COLUMNS, ID, LIST_MARK, ItemLine, are_items, continued, item_line, table_items
from proceedings.forms.known_questions import ARE, STRUCTURE, unknown
from proceedings.forms.questions import Line, Question
from proceedings.forms.reproduction_times import part_times, says_no_time
from proceedings.forms.workbook_answers import parted
from proceedings.problem import Place, Problem
from proceedings.records.finding import Severity
from proceedings.records.reproducibility import Experiments
from proceedings.wording import listed

_ARTIFACT = re.compile(r"(?:computational )?(?:artifact )?\b(a\d{1,3})\b", re.IGNORECASE)
_NOTHING = re.compile(r"\W*(?:n\W?a|none|nothing|nil|not applicable|tbd|tba|todo)?\W*", re.IGNORECASE)
_NOT_APPLICABLE = re.compile(r"\W*(?:n\W?a|none|not applicable)\b\W+(?P<reason>\w.*?)\)?\W*", re.IGNORECASE | re.DOTALL)
_NAMES = {"hardware": "system_name"}


class Collected:
    """Values of a block by their places, as they are found."""

    def __init__(self) -> None:
        """Nothing is known at first; questions that name no artifact ask about the first one."""
        self.found: dict[Place, Answer] = {}
        self.problems: list[Problem] = []
        self.ids: dict[str, list[str]] = {kind: [] for kind in ID_LETTERS}
        self.artifact = "A1"

    def add(self, at: Place, value: str | tuple[str, ...], where: str) -> None:
        """Add a value; a second one for its place goes behind it."""
        known = self.found.get(at)
        if known is None:
            self.found[at] = Answer(at, value, where)
        elif isinstance(value, str):
            self.found[at] = known._replace(value=f"{known.value}\n\n{value}")
        else:
            self.found[at] = known._replace(value=tuple(dict.fromkeys((*known.value, *value))))

    def item(self, kind: str, identifier: str, where: str) -> int:
        """The number of an item by its id, which is a new one if nobody has it or none was said."""
        ids = self.ids[kind]
        counted = (f"{ID_LETTERS[kind]}{number}" for number in range(1, 1000))
        identifier = identifier or next(each for each in counted if each not in ids)
        if identifier not in ids:
            ids.append(identifier)
            self.add((kind, len(ids) - 1, "id"), identifier, where)
        return ids.index(identifier)

    def of_artifact(self, *path: str, where: str) -> Place:
        """A place in the artifact that is spoken of."""
        return ("artifacts", self.item("artifacts", self.artifact, where), *path)

    def note(self, where: str, fact: str, remedy: str, severity: Severity | None = None) -> None:
        """Note that something is no answer, or not all of it."""
        self.problems.append(Problem(message=f"{where}: {fact}", remedy=remedy, severity=severity))


def answers_of_questions(questions: Iterable[Question]) -> tuple[list[Answer], list[Problem]]:
    """All answers, and what is none."""
    collected = Collected()
    for question in questions:
        _take(question, collected)
    return list(collected.found.values()), collected.problems


def is_question(question: Question) -> bool:
    """Whether it is one that is known here."""
    name = " ".join(_ARTIFACT.sub(" ", question.name, count=1).split())
    return bool(question.name) and (name in QUESTIONS or name in STRUCTURE)


def _take(question: Question, collected: Collected) -> None:
    name = question.name
    if said := _ARTIFACT.search(name):
        collected.artifact = said[1].upper()
        name = " ".join(_ARTIFACT.sub(" ", name, count=1).split())
        if not name:
            return _artifacts(_of(collected.artifact, question.lines), collected)
    lines = () if all(_NOTHING.fullmatch(line.text) for line in question.lines) else question.lines
    if lines and name in QUESTIONS:
        QUESTIONS[name](lines, collected)
    elif lines:
        told = any(problem.remedy and ARE in problem.remedy for problem in collected.problems)
        collected.note(question.where, *unknown(question, name, QUESTIONS, told=told))
    return None


def _of(artifact: str, lines: Sequence[Line]) -> list[Line]:
    """Lines below the heading of an artifact, each as if it began with its id."""
    return [line if ID.match(line.text) else Line(f"{artifact}: {line.text}", line.where) for line in lines]


def _contributions(lines: Sequence[Line], collected: Collected) -> None:
    at: Place = ()
    for line in lines:
        said = ID.match(LIST_MARK.sub("", line.text, count=1))
        if said or LIST_MARK.match(line.text) or not at:
            at = ("contributions", collected.item("contributions", said[1] if said else "", line.where), "text")
        text = LIST_MARK.sub("", line.text, count=1) if said or LIST_MARK.match(line.text) else line.text
        text = text[said.end() :] if said else text
        known = collected.found.pop(at, None)  # a line that goes on, not a paragraph of its own
        collected.add(at, f"{known.value} {text}" if known else text, known.where if known else line.where)


def _artifacts(lines: Sequence[Line], collected: Collected) -> None:
    for line in lines:
        if line.text.startswith("|"):
            _table_row([cell.strip() for cell in line.text.strip("|").split("|")], line.where, collected)
            continue
        item = item_line(line.text)
        number = collected.item("artifacts", item.id or collected.artifact, line.where)
        for key, value in {"title": item.name, **item.values}.items():
            if value:
                collected.add(("artifacts", number, key), value, line.where)


def _table_row(cells: Sequence[str], where: str, collected: Collected) -> None:
    """A row of artifact, contributions that it supports and elements of the paper; titles and rules are none."""
    if not re.fullmatch(r"A\d{1,3}", cells[0]):
        return
    number = collected.item("artifacts", cells[0], where)
    for key, cell in zip(("supports", "elements"), cells[1:], strict=False):
        if values := parted(cell):
            collected.add(("artifacts", number, key), values, where)


def _supports(lines: Sequence[Line], collected: Collected) -> None:
    named = tuple(dict.fromkeys(each for line in lines for each in re.findall(r"\bC\d{1,3}\b", line.text)))
    if not named:
        return collected.note(lines[0].where, "no contribution is named.", "Name them by their ids: C1, C2.")
    collected.add(collected.of_artifact("supports", where=lines[0].where), named, lines[0].where)
    if re.sub(r"\b[AC]\d{1,3}\b|supports|and|\W", "", _joined(lines)):
        remedy = "Put into expected results or analysis what readers need of it."
        collected.note(lines[0].where, f"only {listed(named)} is kept of this text.", remedy, severity="warning")
    return None


def _minutes(lines: Sequence[Line], collected: Collected) -> None:
    remedy = "Write `Artifact Setup: 30`, `Artifact Execution: 60`, `Artifact Analysis: 10`, each on its line."
    for line in lines:
        times = part_times(line.text)
        for part, minutes in times:
            if minutes is None:
                collected.note(line.where, f'"{line.text}" gives no number of minutes for {part}.', remedy)
            else:
                place = collected.of_artifact("time_minutes", part, where=line.where)
                collected.add(place, f"{minutes:g}", line.where)
        if not times and not says_no_time(line.text):
            is_frame = line.text.startswith("|") or line.text.endswith(":")
            fact = f'"{line.text}" gives no number of minutes for setup, execution or analysis'
            severity: Severity | None = "warning" if is_frame else None
            collected.note(line.where, f"{fact}{'; it is left out' if is_frame else ''}.", remedy, severity)


def _items(kind: str) -> Callable[[Sequence[Line], Collected], None]:
    def take(lines: Sequence[Line], collected: Collected) -> None:
        if reason := _NOT_APPLICABLE.fullmatch(_joined(lines)):
            return collected.add(("not_applicable", kind), reason["reason"], lines[0].where)
        if any(line.text.startswith("|") for line in lines):
            return _table_items(kind, lines, collected)
        lines = continued(lines)
        if not are_items(lines) and collected.ids["artifacts"]:
            return _setup_text(kind.capitalize())(lines, collected)
        if not are_items(lines):
            remedy = f"Name each of the {kind} on a line of its own that begins with a hyphen."
            return collected.note(lines[0].where, "this is a text, and what it names cannot be told apart.", remedy)
        for line in lines:
            _add_item(kind, item_line(line.text, with_version=kind == "software"), line.where, collected)
        return None

    return take


def _table_items(kind: str, lines: Sequence[Line], collected: Collected) -> None:
    """The items of a table whose columns are all known; of another one nothing is taken."""
    items, fault = table_items(lines)
    if fault:
        remedy = f"Call the columns {COLUMNS}, or begin a line of its own with a hyphen for each of the {kind}."
        collected.note(lines[0].where, fault, remedy)
    for item, where in items:
        _add_item(kind, item, where, collected)


def _add_item(kind: str, item: ItemLine, where: str, collected: Collected) -> None:
    """Add an item, or what is new of one that was named before; the artifact that is spoken of needs it."""
    name = _NAMES.get(kind, "name")
    known = _item_called(item.name, item.values.get("version"), kind, name, collected)
    number = collected.item(kind, item.id or known, where)
    for key, value in {name: item.name, **item.values}.items():
        if value and (kind, number, key) not in collected.found:
            collected.add((kind, number, key), value, where)
    if kind != "algorithms" and collected.ids["artifacts"]:
        identifier = collected.ids[kind][number]
        collected.add(collected.of_artifact("setup", kind, where=where), (identifier,), where)


def _item_called(name: str, version: str | None, kind: str, key: str, collected: Collected) -> str:
    """The id of the item of this name and version that was named before, or nothing."""
    for number, identifier in enumerate(collected.ids[kind]):
        known = [collected.found.get((kind, number, each)) for each in (key, "version")]
        if [each and each.value for each in known] == [name, version]:
            return identifier
    return ""


def _setup_text(label: str) -> Callable[[Sequence[Line], Collected], None]:
    def take(lines: Sequence[Line], collected: Collected) -> None:
        words = f"{label}: {_joined(lines)}" if label else _joined(lines)
        collected.add(collected.of_artifact("setup", "text", where=lines[0].where), words, lines[0].where)

    return take


def _text(*path: str) -> Callable[[Sequence[Line], Collected], None]:
    def take(lines: Sequence[Line], collected: Collected) -> None:
        collected.add(collected.of_artifact(*path, where=lines[0].where), _joined(lines), lines[0].where)

    return take


def _experiments(key: str) -> Callable[[Sequence[Line], Collected], None]:
    return lambda lines, collected: collected.add(("experiments", key), _joined(lines), lines[0].where)


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


QUESTIONS: dict[str, Callable[[Sequence[Line], Collected], None]] = {
    "papers main contributions": _contributions,
    "main contributions": _contributions,
    "contributions": _contributions,
    "computational artifacts": _artifacts,
    "artifacts": _artifacts,
    "relation to contributions": _supports,
    "expected results": _text("expected_results"),
    "expected reproduction time": _minutes,
    "artifact setup": _setup_text(""),
    "hardware": _items("hardware"),
    "software": _items("software"),
    "datasets": _items("datasets"),
    "algorithms": _items("algorithms"),
    "algorithm": _items("algorithms"),
    "inputs": _setup_text("Inputs"),
    "datasets inputs": _items("datasets"),
    "dataset": _items("datasets"),
    "data sets": _items("datasets"),
    "hardware dependencies": _items("hardware"),
    "software dependencies": _items("software"),
    "installation": _setup_text("Installation"),
    "experiment workflow": _text("execution"),
    "evaluation and expected results": _text("expected_results"),
    "installation and deployment": _setup_text("Installation and deployment"),
    "artifact execution": _text("execution"),
    "artifact analysis": _text("analysis"),
    **{key.replace("_", " "): _experiments(key) for key in Experiments.__struct_fields__},
}
"""What is done with the answer to each question, by the words of the question."""
