"""Under which name a thing is listed."""

from __future__ import annotations

import pytest

from proceedings.records.same_names import SameName
from proceedings.reproducibility.listed_names import ListedNames, spelling_key
from proceedings.reproducibility.named_things import NamedThing


def answer(name: str, other: str, *, same: bool | None = True) -> SameName:
    return SameName(kind="datasets", name=name, other=other, same=same)


def names(*answers: SameName, used: tuple[str, ...] = ()) -> ListedNames:
    return ListedNames((NamedThing("datasets", name, str(at)) for at, name in enumerate(used)), answers)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Open MPI", "OpenMPI"), ("ResNet-50", "resnet 50"), ("torch_geometric", "Torch Geometric"), ("A  B", "A‑B")],
)
def test_capitals_blanks_hyphens_and_underscores_make_no_other_name(name: str, other: str) -> None:
    assert spelling_key(name) == spelling_key(other)


@pytest.mark.parametrize(("name", "other"), [("Qwen2-7B", "Qwen 27B"), ("C++", "C"), ("A.B", "AB"), ("7-1", "71")])
def test_every_other_sign_does(name: str, other: str) -> None:
    assert spelling_key(name) != spelling_key(other)


def test_nothing_is_joined_that_nobody_has_confirmed() -> None:
    open_or_no = (answer("ImageNet-1K", "ILSVRC 2012", same=None), answer("ImageNet-1K", "ImageNet", same=False))
    for name in ("ImageNet-1K", "ILSVRC 2012", "ImageNet"):
        assert names(*open_or_no).printed("datasets", name) == name


def test_what_the_chair_joins_is_printed_as_the_chair_has_it() -> None:
    listed = names(answer("ImageNet-1K (ILSVRC 2012)", "ilsvrc 2012"), used=("ILSVRC-2012", "ILSVRC-2012"))
    assert listed.printed("datasets", "ILSVRC-2012") == "ImageNet-1K (ILSVRC 2012)"
    assert listed.printed("software", "ILSVRC-2012") == "ILSVRC-2012"


def test_joins_reach_through_names_to_the_one_that_stands_under_no_other() -> None:
    chain = (answer("ImageNet-1K", "ImageNet"), answer("ILSVRC 2012", "ImageNet-1K"), answer("ImageNet", "IN1k"))
    assert {names(*chain).printed("datasets", name) for name in ("IN1k", "ImageNet", "imagenet-1k", "ILSVRC 2012")} == {
        "ILSVRC 2012"
    }


def test_names_that_are_joined_in_a_circle_have_the_first() -> None:
    circle = (answer("B", "A"), answer("A", "B"))
    assert [names(*circle).printed("datasets", name) for name in "AB"] == ["B", "B"]


def test_of_spellings_the_most_used_is_printed() -> None:
    assert names(used=("Open-MPI", "Open MPI", "Open MPI")).printed("datasets", "OpenMPI") == "Open MPI"


def test_a_name_that_shows_nothing_is_not_listed() -> None:
    assert names().printed("datasets", " - ") == ""
