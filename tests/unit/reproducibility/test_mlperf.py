"""MLPerf's table: what exists together, under which names, and what is nearest to what does not."""

from __future__ import annotations

import pytest

from proceedings.records.reproducibility import Benchmark
from proceedings.reproducibility.mlperf import (
    Suite,
    entry,
    is_mlperf,
    nearest_version,
    result_version,
    says_not_verified,
    suite_of,
    suites,
    version_of,
    versions_with,
)


def suite(title: str) -> Suite:
    found = suite_of(title)
    assert found is not None, title
    return found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("MLPerf Training", "MLPerf Training"),
        ("mlperf-training v1.0", "MLPerf Training"),
        ("MLPerf Training HPC", "MLPerf HPC"),
        ("MLPerf HPC 2.0", "MLPerf HPC"),
        ("MLPerf Inference: Datacenter", "MLPerf Inference"),
        ("MLPerf Storage", "MLPerf Storage"),
    ],
)
def test_a_suite_is_known_by_its_spellings(text: str, title: str) -> None:
    assert suite(text).title == title


@pytest.mark.parametrize("text", ["MLPerf", "MLPerf Train", "HPL-MxP", ""])
def test_a_mere_mlperf_is_no_suite(text: str) -> None:
    assert suite_of(text) is None


@pytest.mark.parametrize(
    ("title", "version", "name", "own"),
    [
        ("MLPerf Training", "0.6", "ResNet-50", "resnet"),
        ("MLPerf Training", "4.0", "resnet50", "resnet"),
        ("MLPerf Training", "1.0", "ResNet-50 v1.5", "resnet"),
        ("MLPerf Training", "2.1", "3D U-Net", "unet3d"),
        ("MLPerf Training", "2.0", "RetinaNet", "ssd"),
        ("MLPerf Training", "5.0", "R-GAT", "rgat"),
        ("MLPerf Training", "4.1", "R-GAT", "gnn"),
        ("MLPerf Training", "5.0", "Llama 3.1 405B", "llama31_405b"),
        ("MLPerf Training", "3.1", "DLRM-DCNv2", "dlrm_dcnv2"),
        ("MLPerf HPC", "1.0", "CosmoFlow", "cosmoflow"),
        ("MLPerf HPC", "2.0", "Open Catalyst", "oc20"),
        ("MLPerf Inference", "3.0", "bert-99.9", "bert"),
        ("MLPerf Inference", "1.1", "3d-unet-99", "3d-unet"),
        ("MLPerf Inference", "0.5", "SSD-ResNet34", "ssd-large"),
        ("MLPerf Inference", "5.0", "resnet50", "resnet"),
    ],
)
def test_a_benchmark_is_found_under_the_names_people_write(title: str, version: str, name: str, own: str) -> None:
    assert entry(suite(title), version, name) == own


@pytest.mark.parametrize(
    ("title", "version", "name"),
    [
        ("MLPerf Training", "4.1", "resnet"),
        ("MLPerf Training", "5.0", "ResNet-50"),
        ("MLPerf Training", "0.6", "bert"),
        ("MLPerf Training", "3.0", "dlrm"),
        ("MLPerf Training", "4.0", "ResNet-101"),
        ("MLPerf HPC", "0.7", "oc20"),
        ("MLPerf HPC", "2.0", "openfold"),
        ("MLPerf HPC", "1.0", "resnet"),
        ("MLPerf Inference", "2.1", "ssd-large"),
        ("MLPerf Inference", "4.1", "rnnt"),
        ("MLPerf Training", "5.0", "stable-diffusion-xl"),
    ],
)
def test_a_benchmark_that_was_not_in_that_version_is_not_found(title: str, version: str, name: str) -> None:
    assert entry(suite(title), version, name) is None


def test_resnet_left_training_after_4_0() -> None:
    assert versions_with(suite("MLPerf Training"), "ResNet-50")[-1] == "4.0"
    assert nearest_version("5.0", versions_with(suite("MLPerf Training"), "resnet")) == "4.0"
    assert nearest_version("0.1", ("0.5", "0.6")) == "0.5"


def test_every_version_has_each_of_its_benchmarks_once() -> None:
    for each in suites():
        for names in each.versions.values():
            assert len(set(names)) == len(names) > 1


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({"version": "v1.0"}, "1.0"),
        ({"version": "2"}, "2.0"),
        ({"version": "0.6.0"}, "0.6"),
        ({"suite": "MLPerf Training v3.1"}, "3.1"),
        ({"suite": "MLPerf Training"}, None),
        ({"version": "latest"}, "latest"),
    ],
)
def test_a_version_is_read_as_it_is_written(fields: dict[str, str], version: str | None) -> None:
    assert version_of(Benchmark(name="resnet", **fields)) == version


def test_a_result_is_one_of_mlperf_if_its_suite_says_so() -> None:
    assert is_mlperf(Benchmark(suite="ML-Perf Training"))
    assert is_mlperf(Benchmark(name="MLPerf ResNet-50"))
    assert not is_mlperf(Benchmark(suite="HPL-MxP", name="hpl"))


@pytest.mark.parametrize(
    ("number", "version"), [("1.0-1059", "1.0"), ("v0.7-29", "0.7"), ("1059", None), ("1.0_1059", None)]
)
def test_a_published_result_begins_with_its_version(number: str, version: str | None) -> None:
    assert result_version(number) == version


def test_the_sentence_of_mlcommons_is_found_in_a_text_and_nothing_like_it() -> None:
    assert says_not_verified("Note: result not verified by\nMLCommons Association")
    assert not says_not_verified("Result not verified by MLPerf.")
    assert not says_not_verified("Result verified by MLCommons Association.")
