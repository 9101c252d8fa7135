"""How many examples of a property a test tries: the same on every run and machine, and none kept in the folder."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings


def few(examples: int, *, smaller: bool = True) -> settings:
    """So many examples; a failing one is not made `smaller` where each goes through whole systems."""
    phases = tuple(Phase) if smaller else (Phase.explicit, Phase.generate)
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
