from __future__ import annotations

import pytest

from proceedings.checks.todo_marks import todo_mark
from worded_papers import findings, reading


@pytest.mark.parametrize(
    "words",
    [
        "TODO: measure again on the third machine.",
        "[TODO cite the earlier work here]",
        "FIXME the numbers of the table are old.",
        "The gain is XXX percent in the median.",
        "as shown in Figure XXX of it",
        "[XXX ask Bob]",
        "TBD: ask for the permission.",
        "We thank TODO for the machines.",
    ],
)
def test_a_note_is_quoted(words: str) -> None:
    (only,) = findings(todo_mark, reading(words))
    assert (only.severity, only.page) == ("warning", 1) and "“" in only.message


@pytest.mark.parametrize(
    "words",
    [
        "The user keeps a to-do list, and a todo list is what is shown.",
        "Sizes run from XXX-large to XXXL in the shop.",
        "Roman numerals such as XXX stand for thirty, and XXX Corps was one.",
        "The number is masked as XXXXX in the sample.",
        "XXXVIII readings were held.",
        "We count TODO comments in the code.",
        "TBD: to be determined; TBA: to be announced.",
        "Tags such as “TODO” and FIXME are left by programmers.",
    ],
)
def test_what_is_no_note_is_left_alone(words: str) -> None:
    assert not findings(todo_mark, reading(words))


def test_all_notes_are_one_finding() -> None:
    (only,) = findings(todo_mark, reading("TODO: one", "text between", "FIXME: two"))
    assert "2 notes to the authors themselves" in only.message
