"""How far the items of a kind have climbed, taken together."""

from __future__ import annotations

import pytest

from proceedings.records.reproducibility import Artifact, Badge, Dataset, Hardware, Reproducibility, Software
from proceedings.reproducibility.badges import short_label
from proceedings.reproducibility.climb import climbs

CODE = "https://github.com/sample/code"
DOI = "10.5281/zenodo.1234567"


def marks(**block: object) -> dict[str, str]:
    found = climbs(Reproducibility(**block))  # type: ignore[arg-type]
    return {kind: climb.mark for kind, climb in found.items()}


def test_a_kind_stands_on_the_rung_that_none_of_its_items_falls_short_of() -> None:
    high, low = Software(name="A", version="1", url=CODE), Software(name="B")
    assert marks(software=(high,)) == {"software": "●●●"}
    assert marks(software=(high, low)) == {"software": "●○○"}


def test_an_item_holds_others_back_only_from_rungs_that_it_can_be_asked_for() -> None:
    own, foreign = Dataset(name="Ours", role="own", doi=DOI), Dataset(name="Theirs", version="1", url=CODE)
    assert marks(datasets=(own, foreign)) == {"datasets": "●●●●"}
    assert marks(datasets=(own, foreign, Dataset(name="More of ours", role="own"))) == {"datasets": "●○○○"}


def test_a_machine_is_whole_once_it_is_identified() -> None:
    assert marks(hardware=(Hardware(system_name="M", accelerator_model_name="A100"),)) == {"hardware": "●●"}


def test_what_lies_at_a_deposited_artifact_lasts_with_it() -> None:
    kept = Artifact(title="Code", url=CODE, doi=DOI)
    assert marks(artifacts=(kept,), software=(Software(name="Code", url=CODE),))["software"] == "●●●●"


def test_an_item_without_a_name_stands_on_the_ground() -> None:
    assert climbs(Reproducibility(software=(Software(),)))["software"].missing == 3
    assert climbs(None) == climbs(Reproducibility()) == {}


@pytest.mark.parametrize(
    ("scheme", "name", "short"),
    [
        ("acm-1.1", "artifacts-available", "Available"),
        ("acm-1.1", "artifacts-evaluated-reusable", "Reusable"),
        ("ieee", "code-available", "Code Available"),
        ("ieee", "results-reproduced", "Reproduced"),
        ("ours", "Gold", "Gold"),
    ],
)
def test_a_badge_is_short_where_room_is_scarce(scheme: str, name: str, short: str) -> None:
    assert short_label(Badge(scheme=scheme, name=name)) == short
