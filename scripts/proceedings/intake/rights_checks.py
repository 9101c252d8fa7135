"""What a paper's metadata says of its signed form, as far as it can be wrong by itself."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.folding import folded
from proceedings.problem import Problem
from proceedings.publisher import known_publishers, load_policy
from proceedings.records.paper import Author, Paper
from proceedings.records.volume import Volume
from proceedings.wording import listed


def rights_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """A signer who is no author, a variant that the publisher does not have, a signature before the paper was there."""
    rights = paper.rights
    if rights.signer and paper.authors and not any(_is(author, rights.signer) for author in paper.authors):
        fact = f'the form was signed by "{rights.signer}", who is no author.'
        remedy = "Correct the name; where an employer signs for the authors, waive the finding."
        yield _mismatch("signer", fact, remedy)
    known = load_policy(volume.publisher).rights_variants if volume.publisher in known_publishers() else ()
    if rights.variant and known and folded(rights.variant) not in {folded(variant) for variant in known}:
        fact = f'"{rights.variant}" is no variant of the form of {load_policy(volume.publisher).name}.'
        yield _mismatch("variant", fact, f"Variants are {listed(known)}.")
    if rights.signed and paper.dates.submitted and rights.signed < paper.dates.submitted:
        fact = f"the form was signed on {rights.signed}, before the paper was submitted on {paper.dates.submitted}."
        yield _mismatch("signed", fact, "Correct the date, or see that it is not the form of another paper.")


def _mismatch(key: str, fact: str, remedy: str) -> Problem:
    return Problem(at=("rights", key), code="rights-mismatch", message=fact, remedy=remedy)


def _is(author: Author, signer: str) -> bool:
    """Whether the signer may be this author: the family name, or the one name there is, stands in what is given."""
    names = [author.family, author.literal, author.native.name if author.native else None]
    return any(folded(name) in folded(signer) for name in names if name and folded(name))
