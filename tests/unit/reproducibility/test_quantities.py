"""Quantities: the many ways in which people write one number, and what is none."""

from __future__ import annotations

import pytest

from proceedings.reproducibility.quantities import (
    Budget,
    Claim,
    budget_of,
    claims_in,
    count_of,
    is_bare_number,
    number_of,
    size_of,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,024", 1024),
        ("1 024", 1024),
        ("1\u202f024", 1024),
        ("1'024", 1024),
        ("1.5", 1.5),
        ("12", 12),
        ("1,048,576", 1048576),
    ],
)
def test_thousands_are_parted_in_many_ways(text: str, number: float) -> None:
    assert number_of(text) == number
    assert count_of(text) == int(number)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("64", 64),
        ("64 nodes", 64),
        ("16 to 1 024", 1024),
        ("two", 2),
        ("none", 0),
        ("2 (of 4)", 4),
        ("a single one", 1),
    ],
)
def test_a_count_is_the_largest_number_that_is_named(text: str, count: int) -> None:
    assert count_of(text) == count


@pytest.mark.parametrize("text", ["many", "several hundred", "", "A100", "9" * 400])
def test_what_names_no_number_is_no_count(text: str) -> None:
    assert count_of(text) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("40 GB", 40e9),
        ("40GB", 40e9),
        ("40 GiB", 40 * 2**30),
        ("1.6 TB", 1.6e12),
        ("2 TiB", 2 * 2**40),
        ("512 MB", 512e6),
        ("4 x 40 GB", 160e9),
        ("4x40 GB", 160e9),
        ("8 × 80 GiB", 640 * 2**30),
        ("1,024 GB DDR4", 1024e9),
        ("1 024 GB", 1024e9),
        ("147 gb", 147e9),
        ("40 GB of HBM2e", 40e9),
    ],
)
def test_a_size_is_in_bytes_of_powers_of_ten_or_of_two(text: str, whole: float) -> None:
    size = size_of(text)
    assert size is not None and not size.is_bits and not size.is_rate
    assert size.whole == whole


@pytest.mark.parametrize("text", ["512", "seven numbers", "40 G", "40 GHz", "large", "18 invented numbers"])
def test_a_number_without_a_unit_of_memory_is_no_size(text: str) -> None:
    assert size_of(text) is None


def test_bits_and_rates_are_told_from_bytes() -> None:
    bits, rate = size_of("40 Gb"), size_of("50 GB/s each")
    assert bits is not None and bits.is_bits
    assert rate is not None and rate.is_rate
    spelt = size_of("100 Gbit/s")
    assert spelt is not None and spelt.is_bits and spelt.is_rate


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("12k GPU h", Budget("GPU", 12_000)),
        ("about 3,000 node-hours", Budget("node", 3000)),
        ("3 000 GPU hours", Budget("GPU", 3000)),
        ("1.2 million core hours", Budget("core", 1.2e6)),
        ("7 node hours (invented)", Budget("node", 7)),
        ("500 A100 GPU-hours", Budget("GPU", 500)),
        ("10 GPU days", Budget("GPU", 240)),
        ("90 GPU minutes", Budget("GPU", 1.5)),
    ],
)
def test_a_budget_is_hours_of_something(text: str, budget: Budget) -> None:
    assert budget_of(text) == budget


@pytest.mark.parametrize("text", ["12k", "one minute on two cores", "64 GPUs", "3 hours", "12k GPU"])
def test_hours_of_nothing_and_things_for_no_time_are_no_budget(text: str) -> None:
    assert budget_of(text) is None


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("run on 64 GPUs", Claim(64, "accelerator", False, "64 GPUs")),
        ("64 NVIDIA A100 GPUs", Claim(64, "accelerator", False, "64 NVIDIA A100 GPUs")),
        ("all 256 accelerators", Claim(256, "accelerator", True, "all 256 accelerators")),
        ("a total of 1,024 GPUs", Claim(1024, "accelerator", True, "total of 1,024 GPUs")),
        ("512 TPUs in total", Claim(512, "accelerator", True, "512 TPUs in total")),
        ("on 1 024 nodes, pause of 40 s", Claim(1024, "node", False, "1 024 nodes")),
        ("a 16-node run", Claim(16, "node", False, "16-node")),
        ("on 128 compute nodes", Claim(128, "node", False, "128 compute nodes")),
    ],
)
def test_a_text_speaks_of_so_many(text: str, claim: Claim) -> None:
    assert list(claims_in(text)) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "4 GPUs per node",
        "4 GPUs/node",
        "12k GPU h",
        "7 node hours",
        "3 GPU-hours",
        "5 repetitions",
        "2 of the nodes",
        "v2.1 GPU",
    ],
)
def test_what_is_per_node_or_an_hour_is_no_claim_of_a_total(text: str) -> None:
    assert list(claims_in(text)) == []


def test_two_claims_of_one_sentence_are_two() -> None:
    assert [(each.number, each.noun) for each in claims_in("64 GPUs on 16 nodes")] == [
        (64, "accelerator"),
        (16, "node"),
    ]


@pytest.mark.parametrize(
    ("text", "bare"), [("1200", True), ("12k", True), ("1 200", True), ("12 h", False), ("none", False)]
)
def test_a_bare_number_says_nothing(text: str, bare: bool) -> None:
    assert is_bare_number(text) is bare


def test_a_page_of_digits_is_no_quantity_and_takes_no_time() -> None:
    digits = "9" * 20_000
    assert (count_of(digits), size_of(digits), budget_of(digits), list(claims_in(digits))) == (None, None, None, [])


@pytest.mark.parametrize(
    "text",
    [
        "8 A100 40 GB GPUs",
        "16 GB HBM2 GPUs",
        "CUDA 11.2 GPU support",
        "a 512 GB node",
        "2 x 24-core nodes",
        "64-core GPU nodes",
        "Table 3 GPU results",
        "Slurm 20.11 nodes",
        "32-bit GPU kernels",
        "10 GbE nodes",
        "3.2 GHz nodes",
        "In 2020 GPUs were",
        "an 8-GPU node",
        "eight 4-GPU servers",
        "7 nm GPUs",
        "600 MB node-local",
        "2017 GPU cluster",
        "32 GPU-equipped nodes",
    ],
)
def test_a_number_of_something_else_is_no_claim(text: str) -> None:
    assert list(claims_in(text)) == []


def test_accelerators_of_a_node_are_no_claim_and_their_total_is() -> None:
    claims = list(claims_in("on 64 nodes with 4 A100 GPUs each (256 GPUs in total), of the 27,360 V100 GPUs there"))
    assert [(each.number, each.noun, each.is_total) for each in claims] == [
        (64, "node", False),
        (256, "accelerator", True),
        (27360, "accelerator", False),
    ]
