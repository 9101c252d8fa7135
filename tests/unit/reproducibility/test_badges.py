"""Badges by their names, and what an artifact description has to hold before evaluators can work by it."""

from __future__ import annotations

import pytest

from proceedings.records.reproducibility import Artifact, Badge, Minutes, Uses
from proceedings.reproducibility.badges import badge_key, badge_label, scheme_of, undescribed


@pytest.mark.parametrize(
    ("scheme", "name", "key"),
    [
        ("acm-1.1", "artifacts-available", "artifacts-available"),
        ("ACM v1.1", "Artifacts Available v1.1", "artifacts-available"),
        ("acm-1.1", "Artifacts Evaluated – Reusable v1.1", "artifacts-evaluated-reusable"),
        ("acm-1.1", "functional", "artifacts-evaluated-functional"),
        ("acm-1.1", "Results Replicated", "results-replicated"),
        ("ieee", "Code Reviewed", "code-reviewed"),
        ("IEEE", "Datasets Available", "datasets-available"),
    ],
)
def test_a_badge_is_known_by_its_key_its_label_and_its_last_word(scheme: str, name: str, key: str) -> None:
    assert badge_key(Badge(scheme=scheme, name=name)) == key


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        ("acm-1.1", "Code Available"),
        ("acm-1.1", "Artifacts Reviewed"),
        ("ieee", "Available"),  # code or datasets
        ("acm-1.0", "artifacts-available"),
        ("Best Artifact", "gold"),
        ("acm-1.1", ""),
    ],
)
def test_a_badge_of_another_scheme_is_not(scheme: str, name: str) -> None:
    assert badge_key(Badge(scheme=scheme, name=name)) is None


def test_a_label_is_in_words_and_a_workshops_own_stands_as_it_is() -> None:
    assert badge_label(Badge(scheme="acm-1.1", name="results-reproduced")) == "Results Reproduced v1.1"
    assert badge_label(Badge(scheme="dls", name="Runs on Fridays")) == "Runs on Fridays"
    assert scheme_of(Badge(scheme="ACM 1.1")) == "acm-1.1"
    assert scheme_of(Badge(scheme="IEEE")) == "ieee"


def test_an_artifact_is_described_when_an_evaluator_can_work_by_it() -> None:
    whole = Artifact(
        title="Code",
        supports=("C1",),
        setup=Uses(text="Unpack."),
        time_minutes=Minutes(execution=1),
        execution="make",
        analysis="Read the table.",
        expected_results="Table 1",
    )
    assert undescribed(whole) == ()
    assert undescribed(Artifact(title="Code", execution="make", supports=("C1",))) == (
        *("setup", "time_minutes", "analysis", "expected_results"),
    )
    assert undescribed(Artifact(title="Logs", kind="data")) == ("supports",)
    assert undescribed(Artifact(title="Logs", kind="data", supports=("C1",))) == ()
