"""Versions: what names one state and what another one tomorrow."""

from __future__ import annotations

import pytest

from proceedings.reproducibility.versions import has_one_version, is_version, names_its_version


@pytest.mark.parametrize(
    "text",
    [
        "1.8.1",
        "v2",
        "1.8.1+cu111",
        "21.03-py3",
        "2021-06-20",
        "ILSVRC2012",
        "jammy",
        "R2021b",
        "commit 56b43f4",
        "release 3",
        "2019 Update 8",
        "20.11.4~deb9",
        "==1.8.1",
        "master (2021-03-02)",
    ],
)
def test_a_number_a_date_and_a_release_are_versions(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "latest",
        "master",
        "latest stable",
        "nightly",
        "HEAD",
        ">=1.8",
        "1.8+",
        "1.x",
        "2.*",
        "~1.4",
        "1.8 or later",
        "n/a",
        "unknown",
        "in-house",
    ],
)
def test_what_moves_or_says_nothing_is_no_version(text: str | None) -> None:
    assert not is_version(text)


@pytest.mark.parametrize("name", ["CUDA 11.2", "PyTorch v1.8.1", "COCO 2017", "WMT14 English-German", "SQuAD 1.1"])
def test_a_name_may_hold_its_version(name: str) -> None:
    assert names_its_version(name)


@pytest.mark.parametrize("name", ["PyTorch", "ImageNet-1K", "ResNet-50", "Python 3", "CIFAR-10"])
def test_a_size_in_a_name_is_no_version(name: str) -> None:
    assert not names_its_version(name)


def test_a_dataset_that_came_out_once_has_no_version_to_ask_for() -> None:
    assert has_one_version("CIFAR-10")
    assert has_one_version("Cifar10")
    assert not has_one_version("CIFAR-11")
    assert not has_one_version("ImageNet-21K")
