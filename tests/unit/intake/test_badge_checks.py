"""What stands against a badge: no deposit, no description, no such name, no word of who awarded it."""

from __future__ import annotations

from typing import Any

import pytest

from builders import paper
from proceedings.intake.badge_checks import badge_problems
from proceedings.problem import Problem
from proceedings.records.reproducibility import Artifact, Badge, Minutes, Reproducibility, Uses
from proceedings.records.volume import Volume

AVAILABLE, FUNCTIONAL, REUSABLE = (
    Badge(scheme="acm-1.1", name=name)
    for name in ("artifacts-available", "artifacts-evaluated-functional", "artifacts-evaluated-reusable")
)
REPRODUCED = Badge(scheme="acm-1.1", name="results-reproduced")
REPLICATED = Badge(scheme="acm-1.1", name="results-replicated")
WHOLE = {
    "id": "A1",
    "title": "Code",
    "kind": "software",
    "doi": "10.5281/zenodo.3630224",
    "licence": "MIT",
    "supports": ("C1",),
    "setup": Uses(text="Unpack."),
    "time_minutes": Minutes(execution=1),
    "execution": "make",
    "analysis": "Read the table.",
    "expected_results": "Table 1",
}


def against(
    *badges: Badge, demand: str = "required", artifacts: tuple[Artifact, ...] | None = None, **fields: Any
) -> list[Problem]:
    given = (Artifact(**{**WHOLE, **fields}),) if artifacts is None else artifacts
    block = Reproducibility(badges=badges, artifacts=given)
    return list(badge_problems(paper(reproducibility=block), Volume(reproducibility=demand)))


def message(problems: list[Problem]) -> str:
    assert [problem.code for problem in problems] == ["badge-unsupported"]
    return problems[0].message


@pytest.mark.parametrize("badge", [AVAILABLE, FUNCTIONAL, REUSABLE, REPRODUCED, REPLICATED])
def test_an_artifact_in_full_supports_every_badge(badge: Badge) -> None:
    assert against(badge) == []


@pytest.mark.parametrize(
    ("badge", "fields", "fact"),
    [
        (AVAILABLE, {"doi": None, "url": "https://github.com/a/b"}, "needs an archival identifier"),
        (AVAILABLE, {"doi": "10.5281"}, "needs an archival identifier"),
        (FUNCTIONAL, {"execution": None}, 'for "Artifacts Evaluated – Functional v1.1", A1 (Code) lacks execution'),
        (REUSABLE, {"licence": None}, "A1 (Code) needs a licence"),
        (REPRODUCED, {"expected_results": None, "analysis": None}, "A1 (Code) lacks analysis and expected_results"),
    ],
)
def test_a_badge_needs_what_it_says(badge: Badge, fields: dict[str, Any], fact: str) -> None:
    assert fact in message(against(badge, **fields))


def test_a_badge_without_artifacts_stands_on_nothing_unless_another_team_had_none() -> None:
    assert "has no artifact to stand on" in message(against(AVAILABLE, artifacts=()))
    assert against(REPLICATED, artifacts=()) == []


def test_available_asks_for_one_deposit_and_not_for_a_description() -> None:
    described = Artifact(id="A2", title="Logs", url="https://example.org/logs")
    assert against(AVAILABLE, artifacts=(Artifact(id="A1", title="Code", doi="10.5281/zenodo.1"), described)) == []


def test_reusable_implies_functional_and_no_badge_stands_twice() -> None:
    assert "Reusable implies Functional" in message(against(FUNCTIONAL, REUSABLE))
    assert '"Artifacts Available v1.1" stands twice' in message(against(AVAILABLE, AVAILABLE))
    assert against(AVAILABLE, REUSABLE, REPRODUCED) == []


@pytest.mark.parametrize(
    ("fields", "fact"),
    [
        ({"name": "artifacts-availible"}, "did you mean `artifacts-available`"),
        ({"name": "zzz"}, '"zzz" is no badge of acm-1.1; there are'),
        ({"scheme": None}, "names no `scheme`"),
        ({"scheme": "ACM", "name": "results-replicated"}, "until then Reproduced was called Replicated"),
        ({"status": "awarded"}, "said to be awarded, without `awarded` and `by`"),
        ({"status": "awarded", "awarded": "last June", "by": "AE committee"}, '"last June"'),
        ({"awarded": "2026-06-20"}, "requested is not awarded"),
    ],
)
def test_a_badge_is_written_as_it_was_given(fields: dict[str, Any], fact: str) -> None:
    assert fact in message(against(Badge(**{"scheme": "acm-1.1", "name": "artifacts-available", **fields})))


def test_an_award_says_when_and_by_whom_and_a_workshops_own_badge_is_its_own_affair() -> None:
    award = Badge(
        scheme="acm-1.1", name="artifacts-available", status="awarded", awarded="2026-06-20", by="AE committee"
    )
    assert against(award) == []
    assert against(Badge(scheme="dls", name="gold"), artifacts=()) == []


def test_an_encouraged_block_makes_it_information() -> None:
    problems = against(AVAILABLE, demand="encouraged", artifacts=())
    assert [problem.severity for problem in problems] == ["info"]
    assert against(AVAILABLE, demand="off", artifacts=()) == []


def test_a_badge_waits_for_an_artifact_that_does_not_say_what_it_is() -> None:
    assert against(FUNCTIONAL, artifacts=(Artifact(id="A1"),)) == []
    assert against(Badge(scheme="acm-1.1", status="awarded")) == []
