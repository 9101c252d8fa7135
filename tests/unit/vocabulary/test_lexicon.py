from __future__ import annotations

import pytest

from proceedings.records.vocabulary import Term, Vocabulary
from proceedings.vocabulary.lexicon import BROKEN, KINDS, Lexicon, lexicon_with, packaged_terms

OURS = lexicon_with(Vocabulary())


def names(text: str, lexicon: Lexicon = OURS) -> list[str]:
    return [each.term.name for each in lexicon.named(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("written in Pytorch and run", "PyTorch"),
        ("ResNet50 on one node", "ResNet-50"),
        ("a ResNet 50 of our own", "ResNet-50"),
        ("trained on ImageNet1k alone", "ImageNet"),
        ("the ILSVRC2012 pictures", "ImageNet"),
        ("four A100s in each", "NVIDIA A100"),
        ("an NVIDIA A100-SXM4 with 40 GB", "NVIDIA A100"),
        ("JUWELS Booster in Jülich", "JUWELS"),
        ("a loop in Charm++, said", "Charm++"),
        ("drawn in Protégé, an editor of ontologies in OWL", "Protégé"),
        ("Tesla T4 GPUs", "NVIDIA T4"),
        ("by OpenMPI 4", "Open MPI"),
        (f"by Horo{BROKEN}vod alone", "Horovod"),
        (f"by Tensor{BROKEN}Flow alone", "TensorFlow"),
        (f"on ImageNet{BROKEN}1K alone", "ImageNet"),
        (f"A100{BROKEN}based nodes", "NVIDIA A100"),
        ("trained on 512 nodes of Summit at night", "Summit"),
        ("runs of WOZ 2.0 here", "WOZ 2.0"),
        ("the Intel C++ Compiler here", "Intel compiler"),
        ("Intel Math Kernel Library (a solver)", "Intel MKL"),
        ("on 96 GPUs of Summit at night", "Summit"),
        ("all of Summit's nodes", "Summit"),
        ("Polaris at Argonne", "Polaris"),
        ("Frontier, an exascale machine", "Frontier"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "at the summit of 64 nodes",
        "Frontier of Pareto solutions for nodes and GPUs",
        "The Horizon is far.",
        "Cray et al. measured nodes",
        "Edison et al. built a supercomputer",
        "Julia and Torch are friends of ours.",
        "a hundred, or a 100 GB of it",
        "https://github.com/pytorch/pytorch/tree",
        "see www.tensorflow.org/guide for it",
        "pytorch.org has it",
        "the keras_model file of theirs.pytorch",
        "They sharp ened it with a singularity in space.",
        "Titan (2019) as a supercomputer of people",
        "a spark in the aurora of the polaris",
        "A Pareto Frontier for many GPUs",
        "on Polaris, as cards with such GPUs are called",
        "two Titan cards, which are GPUs",
        "glue and clip the stream",
    ],
)
def test_a_word_that_is_no_name_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_the_longest_name_counts() -> None:
    assert names("on Tiny ImageNet and MLPerf HPC") == ["Tiny ImageNet", "MLPerf"]


def test_the_terms_are_many_and_none_stands_twice() -> None:
    everything = [term.name for kind in KINDS for term in getattr(packaged_terms(), kind)]
    assert len(everything) >= 600
    assert len(everything) == len(set(everything))


def test_a_term_of_the_chairs_takes_the_place_of_ours() -> None:
    own = Vocabulary(systems=(Term(name="Summit", near=("quokka",)), Term(name="Magpie")), leave_out=("PyTorch",))
    found = names("Magpie and Summit have nodes and PyTorch and Keras", lexicon_with(own))
    assert found == ["Magpie", "Keras"]
    assert names("a quokka on Summit", lexicon_with(own)) == ["Summit"]


def test_a_block_holds_names_whatever_their_capitals_and_what_stands_near() -> None:
    assert OURS.held("summit\nNvidia Tesla V100-SXM2-32GB\nimagenet-1k") >= {"Summit", "NVIDIA V100", "ImageNet"}


def test_kin_of_a_term_are_found_as_the_term() -> None:
    lexicon = Lexicon(Vocabulary(software=(Term(name="Magpie", kin=("Magpie-XL",)),)))
    assert names("trained in Magpie XL", lexicon) == ["Magpie"]


def test_other_spellings_and_kin_are_kept_apart() -> None:
    terms = [term for kind in KINDS for term in getattr(packaged_terms(), kind)]
    assert not any(set(term.aliases) & set(term.kin) for term in terms)
    (imagenet,) = (term for term in terms if term.name == "ImageNet")
    assert "ILSVRC2012" in imagenet.aliases and "ImageNet-21K" in imagenet.kin
