"""The ladder: how far an item can be followed, and how far it makes sense to ask."""

from __future__ import annotations

from typing import Any

import pytest

from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Benchmark,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
    Top500,
    Uses,
)
from proceedings.reproducibility.ladder import KINDS, Item, Rung, highest_sensible, missing_rungs, rung
from proceedings.reproducibility.ownership import deposits, own_items

COMMIT = "56b43f4fec1f76953f15a627694d4bba34588969"
SWHID = "swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f"
DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
GITHUB = "https://github.com/pytorch/pytorch"


def software(**fields: Any) -> Software:
    return Software(name="PyTorch", **fields)


def dataset(**fields: Any) -> Dataset:
    return Dataset(**{"name": "ImageNet-1K", **fields})


@pytest.mark.parametrize(
    ("item", "reached"),
    [
        (Software(version="1.8.1"), Rung.UNSTATED),
        (software(), Rung.STATED),
        (software(version="latest"), Rung.STATED),
        (software(url=GITHUB), Rung.STATED),  # found, and not which
        (software(commit=COMMIT[:7]), Rung.STATED),
        (software(container="nvcr.io/nvidia/pytorch:21.03-py3"), Rung.STATED),
        (software(version="1.8.1"), Rung.IDENTIFIED),
        (software(commit=COMMIT), Rung.IDENTIFIED),
        (software(container=f"pytorch/pytorch@sha256:{DIGEST}"), Rung.IDENTIFIED),
        (software(version="1.8.1", url="pytorch.org"), Rung.IDENTIFIED),
        (software(version="1.8.1", url=GITHUB), Rung.RESOLVABLE),
        (software(url=f"{GITHUB}/tree/{COMMIT}"), Rung.RESOLVABLE),
        (software(container=f"nvcr.io/nvidia/pytorch@sha256:{DIGEST}"), Rung.RESOLVABLE),
        (software(doi="10.5281/zenodo.3630224"), Rung.PERSISTENT),
        (software(swhid=SWHID), Rung.PERSISTENT),
        (software(version="1", url="https://zenodo.org/records/3630224"), Rung.PERSISTENT),
        (software(doi="10.5281"), Rung.STATED),
        (software(swhid=SWHID[:-1]), Rung.STATED),
        (dataset(), Rung.STATED),
        (dataset(version="ILSVRC2012"), Rung.IDENTIFIED),
        (dataset(checksum=f"sha256:{DIGEST}"), Rung.IDENTIFIED),
        (dataset(name="CIFAR-10", url="https://www.cs.toronto.edu/~kriz/cifar.html"), Rung.RESOLVABLE),
        (dataset(version="1", croissant="https://huggingface.co/api/datasets/a/b/croissant"), Rung.RESOLVABLE),
        (dataset(url="https://hdl.handle.net/20.500.12123/33"), Rung.PERSISTENT),
        (Hardware(system_name="JUWELS Booster"), Rung.STATED),
        (Hardware(system_name="JUWELS Booster", accelerator_model_name="NVIDIA A100"), Rung.IDENTIFIED),
        (Hardware(system_name="JUWELS Booster", top500=Top500(list="2020-11", rank=7)), Rung.IDENTIFIED),
        (Hardware(system_name="JUWELS Booster", top500=Top500(rank=7)), Rung.STATED),
        (Algorithm(name="LARS"), Rung.STATED),
        (Algorithm(name="LARS", described_in="Sec. 3"), Rung.IDENTIFIED),
        (Algorithm(name="LARS", reference="10.48550/arXiv.1708.03888"), Rung.RESOLVABLE),
        (Benchmark(name="resnet"), Rung.STATED),
        (Benchmark(name="resnet", version="0.6"), Rung.IDENTIFIED),
        (Artifact(title="Scripts", url=GITHUB), Rung.STATED),
        (Artifact(title="Scripts", url=f"{GITHUB}/releases/tag/v1.8.1"), Rung.RESOLVABLE),
        (Artifact(title="Scripts", swhid=SWHID), Rung.PERSISTENT),
    ],
)
def test_an_item_stands_on_the_highest_rung_with_all_below_it(item: Item, reached: Rung) -> None:
    assert rung(item) is reached


def test_nobody_has_a_doi_for_a_compiler_and_a_machine_stops_at_its_name() -> None:
    foreign = {kind: highest_sensible(kind, own=False) for kind in KINDS}
    assert foreign["software"] is foreign["datasets"] is Rung.RESOLVABLE
    assert {foreign[kind] for kind in ("hardware", "algorithms", "benchmarks")} == {Rung.IDENTIFIED}
    assert highest_sensible("artifacts", own=True) is highest_sensible("datasets", own=True) is Rung.PERSISTENT


def test_nothing_leads_to_data_that_cannot_be_given() -> None:
    ours, theirs = dataset(access="proprietary"), dataset(access="Proprietary")
    assert missing_rungs(ours, "datasets", own=True) == ()
    assert missing_rungs(theirs, "datasets", own=False) == (Rung.IDENTIFIED,)
    assert Rung.PERSISTENT in missing_rungs(dataset(access="registration"), "datasets", own=True)


def test_a_run_of_no_suite_is_told_by_the_data_it_tests_on() -> None:
    on_data = Uses(datasets=("D1",))
    assert rung(Benchmark(name="response selection", uses=on_data)) is Rung.IDENTIFIED
    assert rung(Benchmark(suite="other", name="response selection", uses=on_data)) is Rung.IDENTIFIED
    assert rung(Benchmark(suite="SuperGLUE", name="BoolQ", uses=on_data)) is Rung.STATED


@pytest.mark.parametrize(
    "name",
    ["AWS p4d.24xlarge", "ml.p3.2xlarge", "c7g.metal", "GCP e2-micro", "a2-highgpu-8g", "Azure Standard_NC24rs_v3"],
)
def test_a_machine_type_of_a_cloud_says_which_machine_it_is(name: str) -> None:
    assert rung(Hardware(system_name=name)) is Rung.IDENTIFIED


@pytest.mark.parametrize("name", ["Amazon EC2 instance", "e2-standards-2x", "A2-highgpu", "Standard_", "v1.2 large"])
def test_a_name_that_is_no_machine_type_does_not(name: str) -> None:
    assert rung(Hardware(system_name=name)) is Rung.STATED


def test_what_is_missing_is_told_up_to_what_can_be_asked() -> None:
    named = software()
    assert missing_rungs(named, "software", own=False) == (Rung.IDENTIFIED, Rung.RESOLVABLE)
    assert missing_rungs(named, "software", own=True) == (Rung.IDENTIFIED, Rung.RESOLVABLE, Rung.PERSISTENT)
    assert missing_rungs(software(version="1.8.1", url=GITHUB), "software", own=False) == ()
    assert missing_rungs(software(swhid=SWHID), "software", own=True) == ()


def test_the_authors_own_is_what_they_say_what_is_new_and_what_lies_with_an_artifact() -> None:
    block = Reproducibility(
        algorithms=(Algorithm(name="Ours", new=True, implementation="SW3"), Algorithm(name="x", implementation="SW1")),
        software=(
            Software(id="SW1", name="PyTorch", url=GITHUB),
            Software(id="SW2", name="layerwise", role="own"),
            Software(id="SW3", name="ring"),
            Software(id="SW4", name="plots", url="http://example.org/a/"),
        ),
        datasets=(
            dataset(url="https://image-net.org"),
            dataset(name="Traces", doi="10.5281/ZENODO.7"),
            dataset(name="Logs", role="own"),
        ),
        artifacts=(Artifact(title="All", url="https://example.org/a", doi="10.5281/zenodo.7"),),
    )
    assert own_items(block) == {
        *(("software", number) for number in (1, 2, 3)),
        *(("datasets", number) for number in (1, 2)),
        ("artifacts", 0),
    }


def test_what_has_the_address_of_a_deposited_artifact_is_deposited() -> None:
    place = "https://example.org/a"
    kept = Reproducibility(artifacts=(Artifact(title="All", url=place, doi="10.5281/zenodo.7"),))
    lost = Reproducibility(artifacts=(Artifact(title="All", url=place),))
    assert rung(dataset(url=place), deposits(kept)) is Rung.PERSISTENT
    assert rung(dataset(version="1", url=place), deposits(lost)) is Rung.RESOLVABLE
