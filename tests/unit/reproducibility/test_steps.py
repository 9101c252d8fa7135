"""One step up the ladder: what lifts an item, and where it stands then."""

from __future__ import annotations

import pytest

from full_reproducibility import FULL_BLOCK
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Benchmark,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
)
from proceedings.reproducibility.ladder import Rung
from proceedings.reproducibility.steps import Step, silent_kinds, steps

BRANCH = "https://github.com/sample/code"
DOI = "10.5281/zenodo.1234567"


def step(**block: object) -> Step:
    """The step of the only item of a block."""
    (only,) = steps(Reproducibility(**block))  # type: ignore[arg-type]
    return only


def test_a_release_without_a_version_is_stated_and_a_version_identifies_it() -> None:
    taken = step(software=(Software(id="SW1", name="PyTorch"),))
    assert (taken.at, taken.next, taken.reaches) == (Rung.STATED, Rung.IDENTIFIED, Rung.IDENTIFIED)
    assert taken.lift == "the `version` that was run, a `commit` in full or a `container` with its digest"
    assert taken.mark == "●○○"


def test_an_address_that_is_there_counts_once_the_version_is() -> None:
    taken = step(software=(Software(name="PyTorch", url="https://pytorch.org"),))
    assert (taken.at, taken.next, taken.reaches) == (Rung.STATED, Rung.IDENTIFIED, Rung.RESOLVABLE)


def test_nobody_is_asked_for_the_doi_of_a_compiler_or_the_address_of_a_machine() -> None:
    compiler = step(software=(Software(name="GCC", version="9.1", url="https://gcc.gnu.org"),))
    machine = step(hardware=(Hardware(system_name="Ours", host_processor_model_name="Xeon 6148"),))
    assert (compiler.next, compiler.lift, machine.next, machine.lift) == (None, "", None, "")


def test_of_the_authors_own_a_deposit_is_asked() -> None:
    taken = step(datasets=(Dataset(name="Ours", role="own", version="1", url=BRANCH),))
    assert (taken.at, taken.next, taken.reaches) == (Rung.RESOLVABLE, Rung.PERSISTENT, Rung.PERSISTENT)
    assert taken.lift == "the `doi` of a deposit, for instance at Zenodo"


def test_a_deposit_is_named_as_the_way_to_take_all_steps_at_once() -> None:
    taken = step(artifacts=(Artifact(title="Scripts", url=BRANCH),))
    assert (taken.at, taken.next) == (Rung.STATED, Rung.IDENTIFIED)
    assert taken.lift == "a `url` of one release or commit, not of a branch"
    assert taken.shortcut.startswith("the `doi` or `swhid` of a deposit")


def test_others_software_has_no_shortcut() -> None:
    assert step(software=(Software(name="PyTorch"),)).shortcut == ""


def test_what_is_deposited_lacks_nothing() -> None:
    assert step(artifacts=(Artifact(title="Scripts", doi=DOI),)).next is None


@pytest.mark.parametrize(
    ("block", "key"),
    [
        ({"software": (Software(version="1"),)}, "`name`"),
        ({"hardware": (Hardware(site="Ghent"),)}, "`system_name`"),
        ({"artifacts": (Artifact(kind="code"),)}, "`title`"),
    ],
)
def test_what_has_no_name_is_asked_for_one(block: dict[str, object], key: str) -> None:
    taken = step(**block)
    assert (taken.at, taken.next) == (Rung.UNSTATED, Rung.STATED)
    assert key in taken.lift


@pytest.mark.parametrize(
    "block",
    [
        {"algorithms": (Algorithm(name="SGD"),)},
        {"software": (Software(name="PyTorch"),)},
        {"datasets": (Dataset(name="Ours"),)},
        {"hardware": (Hardware(system_name="Ours"),)},
        {"benchmarks": (Benchmark(name="HPL"),)},
        {"artifacts": (Artifact(title="Code"),)},
    ],
)
def test_every_kind_has_words_for_its_step(block: dict[str, object]) -> None:
    assert "`" in step(**block).lift


def test_a_kind_of_the_call_is_silent_unless_it_has_an_item_or_a_reason() -> None:
    assert silent_kinds(None) == ("algorithms", "software", "datasets", "hardware")
    block = Reproducibility(software=(Software(name="A"),), not_applicable={"datasets": "A proof."})
    assert silent_kinds(block) == ("algorithms", "hardware")
    assert silent_kinds(FULL_BLOCK) == ()


def test_no_block_has_no_steps() -> None:
    assert steps(None) == ()
