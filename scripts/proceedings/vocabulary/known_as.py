"""The names under which the vocabulary knows what a paper declares: NVIDIA A100 for A100, PyTorch for pytorch."""

from __future__ import annotations

from typing import NamedTuple

from proceedings.folding import folded
from proceedings.vocabulary.lexicon import Lexicon


class Known(NamedTuple):
    """The name under which a thing is one, and a name of it as it is properly spelt."""

    name: str
    spelt: str


def known_as(name: str, kind: str, lexicon: Lexicon) -> Known:
    """Other spellings of a term have its name, its kin have names of their own, and unknown names stay."""
    spelling = lexicon.spelling(name, kind)
    if spelling is None:
        return Known(name, name)
    one = spelling.words if spelling.words in spelling.term.kin else spelling.term.name
    return Known(one, spelling.words)


def is_framework(name: str, lexicon: Lexicon) -> bool:
    """Whether the vocabulary has it as a framework, or as a release of one: Caffe2 is, torchvision is none."""
    spelling = lexicon.spelling(name, "software")
    if spelling is None or not spelling.term.framework:
        return False
    return spelling.words not in spelling.term.kin or folded(name).startswith(folded(spelling.term.name))
