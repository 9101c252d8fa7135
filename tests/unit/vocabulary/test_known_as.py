from __future__ import annotations

import pytest

from proceedings.records.vocabulary import Term, Vocabulary
from proceedings.vocabulary.known_as import Known, is_framework, known_as
from proceedings.vocabulary.lexicon import lexicon_with

OURS = lexicon_with(Vocabulary())


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [
        ("pytorch", "software", Known("PyTorch", "PyTorch")),
        ("Py-Torch", "software", Known("PyTorch", "PyTorch")),
        ("jax", "software", Known("JAX", "JAX")),
        ("DGL", "software", Known("Deep Graph Library", "DGL")),
        ("imagenet 1k", "datasets", Known("ImageNet", "ImageNet-1K")),
        ("COCO", "datasets", Known("MS COCO", "COCO")),
        ("A100", "accelerators", Known("NVIDIA A100", "A100")),
        ("Xeon Phi", "accelerators", Known("Intel Xeon Phi", "Xeon Phi")),
    ],
)
def test_other_spellings_of_one_thing_have_its_name(name: str, kind: str, known: Known) -> None:
    assert known_as(name, kind, OURS) == known


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("EMNIST", "datasets"),
        ("ImageNet-21K", "datasets"),
        ("LAION-400M", "datasets"),
        ("WebText", "datasets"),
        ("H800", "accelerators"),
        ("torchvision", "software"),
        ("PyTorch", "datasets"),
        ("PyTorch trainer of our own", "software"),
    ],
)
def test_kin_and_unknown_names_stay_what_they_are(name: str, kind: str) -> None:
    assert known_as(name, kind, OURS) == Known(name, name)


@pytest.mark.parametrize("name", ["PyTorch", "pytorch", "TensorFlow", "Torch7", "Caffe2", "DGL"])
def test_a_framework_is_known_by_any_of_its_names(name: str) -> None:
    assert is_framework(name, OURS)


@pytest.mark.parametrize("name", ["torchvision", "NumPy", "Horovod", "MNIST", "A name of our own", ""])
def test_what_stands_beside_a_framework_is_none(name: str) -> None:
    assert not is_framework(name, OURS)


def test_the_chair_adds_frameworks() -> None:
    own = Vocabulary(software=(Term(name="Quokka", framework=True),))
    assert is_framework("quokka", lexicon_with(own))
