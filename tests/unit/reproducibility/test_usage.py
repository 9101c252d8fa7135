"""What the papers of a volume used: each paper once for each thing, whatever it calls it."""

from __future__ import annotations

from typing import Any

import pytest

from builders import edition, paper
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Dataset, Experiments, Hardware, Reproducibility, Software
from proceedings.records.same_names import SameName
from proceedings.reproducibility.usage import Scale, Tallies, Usage, Use, tallies_of


def tallies(*papers: Paper, answers: tuple[SameName, ...] = ()) -> Tallies:
    return tallies_of(edition(*papers, same_names=answers), papers)


def with_data(id: str, *names: str) -> Paper:
    return paper(id, reproducibility=Reproducibility(datasets=tuple(Dataset(name=name) for name in names)))


def with_software(id: str, **roles: str) -> Paper:
    items = tuple(Software(name=name, role=role) for name, role in roles.items())
    return paper(id, reproducibility=Reproducibility(software=items))


def with_machines(id: str, *machines: dict[str, Any]) -> Paper:
    return paper(id, reproducibility=Reproducibility(hardware=tuple(Hardware(**keys) for keys in machines)))


def with_model(id: str, model: str) -> Paper:
    return with_machines(id, {"accelerator_model_name": model})


def with_budget(id: str, budget: str) -> Paper:
    return paper(id, reproducibility=Reproducibility(experiments=Experiments(compute_budget=budget)))


def names(usage: Usage) -> list[str]:
    return [use.name for use in usage.uses]


def test_a_paper_counts_once_for_a_thing_that_it_names_twice() -> None:
    counted = tallies(with_data("a", "ImageNet-1K", "imagenet 1k"), with_data("b", "ImageNet-1K")).datasets()
    assert counted == Usage((Use("ImageNet-1K", ("a", "b")),), papers=2)


def test_the_most_used_comes_first_and_equals_are_in_the_order_of_the_alphabet() -> None:
    used = tallies(with_data("a", "Zebra", "Éclair"), with_data("b", "Yak", "Zebra"), with_data("c", "Fig")).datasets()
    assert names(used) == ["Zebra", "Éclair", "Fig", "Yak"]
    assert [use.name for use in used.shared] == ["Zebra"] and len(used.single) == 3


def test_equals_that_do_not_all_fit_are_left_out_together_unless_nothing_would_be_left() -> None:
    used = Usage(tuple(Use(name, ("a",) * count) for name, count in zip("ABCDE", (5, 3, 3, 2, 1), strict=True)), 5)
    assert [[use.name for use in used.most_used(most)] for most in (4, 3, 2, 1)] == [
        list("ABCD"),
        list("ABC"),
        ["A"],
        ["A"],
    ]
    assert [use.name for use in Usage(used.uses[1:], 5).most_used(1)] == ["B"]


def test_papers_that_declare_nothing_are_not_counted() -> None:
    used = tallies(paper("a"), with_data("b"), with_data("c", ""), with_data("d", "Own")).datasets()
    assert used == Usage((Use("Own", ("d",)),), papers=1)


def test_datasets_that_are_relatives_are_not_one() -> None:
    assert len(tallies(with_data("a", "MNIST", "EMNIST", "CIFAR-10", "CIFAR-100")).datasets().uses) == 4


def test_what_no_vocabulary_knows_is_printed_as_most_papers_have_it() -> None:
    papers = with_data("a", "own-data"), with_data("b", "Own Data"), with_data("c", "Own Data")
    assert names(tallies(*papers).datasets()) == ["Own Data"]


def test_names_that_the_chair_joins_are_one() -> None:
    answers = (SameName(kind="datasets", name="MNIST", other="Handwritten digits", same=True),)
    used = tallies(with_data("a", "Handwritten digits"), with_data("b", "mnist"), answers=answers).datasets()
    assert used.uses == (Use("MNIST", ("a", "b")),)


def test_names_that_the_chair_sets_apart_are_two_whatever_the_vocabulary_knows() -> None:
    data = SameName(kind="datasets", name="ImageNet", other="ImageNet-1K", same=False)
    models = SameName(kind="accelerators", name="A100 40 GB", other="A100 80 GB", same=False)
    names = tallies(with_data("a", "ImageNet"), with_data("b", "ImageNet-1K"), answers=(data,)).datasets().uses
    sizes = tallies(with_model("a", "A100 40 GB"), with_model("b", "A100 80 GB"), answers=(models,)).accelerators()
    assert (len(names), len(sizes.uses)) == (2, 2)


def test_a_framework_is_what_has_the_role_or_what_the_vocabulary_has_as_one() -> None:
    first = with_software("a", PyTorch="library", NumPy="library", Quokka="framework of our own")
    second = with_software("b", **{"pytorch 2.1.0": "framework", "CUDA": "toolkit", "torchvision": "models"})
    assert tallies(first, second).frameworks() == Usage((Use("PyTorch", ("a", "b")), Use("Quokka", ("a",))), 2)


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ("NVIDIA A100-SXM4-40GB", "A100", "NVIDIA A100"),
        ("NVIDIA A100 80GB PCIe", "nvidia a100 (40 GB HBM2e)", "NVIDIA A100"),
        ("NVIDIA Tesla V100-SXM2-32GB", "4x V100 GPUs", "NVIDIA V100"),
        ("MI250X", "AMD Instinct MI250X", "MI250X"),
        ("NVIDIA GeForce RTX 2080Ti", "RTX 2080 Ti", "RTX 2080 Ti"),
        ("Google TPU v3", "TPUv3", "Google TPU v3"),
        ("Sample Accelerator A32, 32 GB", "Sample accelerator A32", "Sample Accelerator A32"),
    ],
)
def test_accelerators_are_one_model_whatever_their_maker_form_and_memory(one: str, other: str, printed: str) -> None:
    assert tallies(with_model("a", one), with_model("b", other)).accelerators().uses == (Use(printed, ("a", "b")),)


@pytest.mark.parametrize(
    ("one", "other"), [("H100", "H800"), ("MI250", "MI250X"), ("RTX 2080", "RTX 2080 Ti"), ("TPU v3", "TPU v4")]
)
def test_models_that_differ_are_two(one: str, other: str) -> None:
    assert len(tallies(with_model("a", one), with_model("b", other)).accelerators().uses) == 2


@pytest.mark.parametrize("model", ["none", "n/a", "-", "", "64 GB"])
def test_no_accelerator_is_none(model: str) -> None:
    assert tallies(with_model("a", model)).accelerators() == Usage()


def test_a_machine_counts_by_its_name() -> None:
    papers = with_machines("a", {"system_name": "Sample-1"}), with_machines("b", {"system_name": "sample 1"})
    assert tallies(*papers).systems().uses == (Use("Sample-1", ("a", "b")),)


def test_the_scale_of_a_paper_is_its_largest_machine() -> None:
    small = {"number_of_nodes": "2", "accelerators_per_node": "8"}
    large = {"number_of_nodes": "16 to 1,024", "accelerators_per_node": "4"}
    papers = with_machines("a", small, large), with_machines("b", small), with_machines("c", {"number_of_nodes": "9"})
    assert tallies(*papers).largest_configurations() == (Scale("a", 4096), Scale("b", 16))


def test_budgets_are_kept_apart_by_what_they_are_hours_of() -> None:
    papers = with_budget("a", "40 node hours"), with_budget("b", "12k GPU h"), with_budget("c", "3 GPU days")
    found = tallies(*papers, with_budget("d", "a minute")).budgets()
    assert list(found.items()) == [("GPU", (Scale("b", 12000), Scale("c", 72))), ("node", (Scale("a", 40),))]
