"""Which names the chair is asked about, and which are never taken for one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from proceedings.records.same_names import SameName
from proceedings.records.vocabulary import Term, Vocabulary
from proceedings.reproducibility.likeness import Likeness, likenesses
from proceedings.reproducibility.listed_names import spelling_key
from proceedings.reproducibility.named_things import NamedThing

PAIRS = Path(__file__).with_name("name_pairs.csv")
"""Pairs of names as papers write them, labelled by hand; docs/accuracy.md has what they tell."""


def asked(kind: str, *names: str, answers: tuple[SameName, ...] = (), own: Vocabulary | None = None) -> list[Likeness]:
    """What is asked about names of which each is another paper's."""
    return list(likenesses((NamedThing(kind, name, str(at)) for at, name in enumerate(names)), answers, own))


def pairs(found: list[Likeness]) -> list[tuple[str, str]]:
    return [(each.name, each.other) for each in found]


def test_nine_questions_in_ten_are_about_one_thing_and_four_in_five_pairs_are_found() -> None:
    with PAIRS.open(encoding="utf-8") as lines:
        labelled = list(csv.DictReader(lines))
    told = {label: [bool(asked(row["kind"], row["name"], row["other"])) for row in labelled if row["same"] == label]
            for label in ("yes", "no")}  # fmt: skip
    right, wrong = sum(told["yes"]), sum(told["no"])
    assert min(len(told["yes"]), len(told["no"])) > 150
    assert right / (right + wrong) >= 0.95
    assert right / len(told["yes"]) >= 0.85


def test_no_labelled_pair_is_one_entry_without_a_question() -> None:
    with PAIRS.open(encoding="utf-8") as lines:
        assert all(spelling_key(row["name"]) != spelling_key(row["other"]) for row in csv.DictReader(lines))


@pytest.mark.parametrize(
    ("kind", "name", "other", "why"),
    [
        ("datasets", "ImageNet-1K", "ILSVRC 2012", "vocabulary"),
        ("datasets", "ImageNet-1K", "ImageNet 1k (ILSVRC2012)", "vocabulary"),
        ("systems", "Gannet", "Gannet supercomputer (JSC)", "kind, maker, site"),
        ("software", "HydraStore", "Intel HydraStore library", "kind, maker, site"),
        ("systems", "Magpie Booster", "Booster of Magpie", "another order"),
        ("software", "Sample Collective Transport Library", "SCTL", "short for"),
        ("software", "HydraStore", "HydaStore", "one letter"),
        ("datasets", "Travelling waves", "Traveling waves", "one letter"),
    ],
)
def test_names_that_may_mean_one_thing_are_asked_about_with_the_reason(
    kind: str, name: str, other: str, why: str
) -> None:
    (found,) = asked(kind, name, other)
    assert (found.name, found.other) == (name, other)
    assert why in found.why


@pytest.mark.parametrize(
    ("kind", "name", "other"),
    [
        ("datasets", "CIFAR-10", "CIFAR-100"),
        ("datasets", "ImageNet-1K", "ImageNet-21K"),
        ("benchmarks", "ResNet-50", "ResNet-101"),
        ("benchmarks", "BERT-base", "BERT-large"),
        ("benchmarks", "GPT-2", "GPT-3"),
        ("accelerators", "NVIDIA A100", "NVIDIA H100"),
        ("software", "PyTorch", "PyTorch Lightning"),
        ("software", "Horovod", "Horovod Timeline"),
        ("software", "MPI", "OpenMPI"),
        ("systems", "Summit", "Summitdev"),
        ("systems", "Frontier", "Frontera"),
        ("systems", "LUMI-G", "LUMI-C"),
        ("systems", "Gannet (GPU)", "Gannet"),
        ("software", "HydraStoreS", "HydraStoreL"),
        ("software", "C++ Sample", "C Sample"),
    ],
)
def test_another_number_size_or_part_is_another_thing(kind: str, name: str, other: str) -> None:
    assert asked(kind, name, other) == asked(kind, other, name) == []


def test_what_one_paper_lists_side_by_side_is_two_things() -> None:
    together = [NamedThing("software", name, "017") for name in ("HydraStore", "HydraStore library")]
    assert likenesses(together) == ()
    assert likenesses([*together[:1], together[1]._replace(paper="021")]) != ()


def test_a_shared_identifier_asks_for_names_that_have_nothing_in_common() -> None:
    swan, gull = (
        NamedThing("software", name, name, marks=("DOI 10.5555/swan",)) for name in ("Swan", "Gull of the North")
    )
    (found,) = likenesses([swan, gull])
    assert found.why == "both have DOI 10.5555/swan"
    assert likenesses([swan, gull._replace(name="Swan-2")]) == ()


def test_an_address_of_many_things_tells_nothing() -> None:
    names = ("Swan", "Gull", "Heron", "Egret", "Teal")
    assert likenesses(NamedThing("datasets", name, name, marks=("address example.org/birds",)) for name in names) == ()


def test_a_name_with_its_version_is_the_name_where_the_version_is_given_beside_it() -> None:
    bare, with_version = NamedThing("software", "HydraStore", "1"), NamedThing("software", "HydraStore 1.13", "2")
    assert likenesses([bare, with_version]) == ()
    (found,) = likenesses([bare, with_version._replace(version="v1.13")])
    assert (found.name, found.other) == ("HydraStore", "HydraStore 1.13")


def test_each_name_is_asked_about_once_with_the_most_used_that_it_is_like() -> None:
    found = asked("datasets", "ILSVRC 2012", "ImageNet-1K", "imagenet 1k", "ImageNet", "ImageNet-21K")
    assert pairs(found) == [("ImageNet-1K", "ILSVRC 2012"), ("ImageNet-1K", "ImageNet")]
    assert found[0].papers == ("1", "2")


def test_what_is_answered_is_not_asked_again_and_what_follows_from_it_neither() -> None:
    yes = SameName(kind="datasets", name="ImageNet-1K", other="ILSVRC 2012", same=True)
    no = SameName(kind="datasets", name="ImageNet", other="ILSVRC 2012", same=False)
    assert asked("datasets", "ImageNet-1K", "ILSVRC 2012", answers=(yes,)) == []
    assert asked("datasets", "ImageNet-1K", "ILSVRC 2012", "ImageNet", answers=(yes, no)) == []


def test_the_vocabulary_of_the_chair_tells_spellings_and_kin() -> None:
    own = Vocabulary(software=(Term(name="Hydra", aliases=("HS9",), kin=("Hydra library",)),))
    assert pairs(asked("software", "Hydra", "HS9", own=own)) == [("Hydra", "HS9")]
    assert asked("software", "Hydra", "Hydra library", own=own) == []
