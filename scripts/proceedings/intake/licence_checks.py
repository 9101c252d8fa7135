"""Licences of items: unknown ones, and those of datasets that forbid what an artifact does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proceedings.intake.one_problem import as_one_problem
from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Artifact, Dataset, Reproducibility
from proceedings.records.volume import Volume
from proceedings.reproducibility.demand import is_asked
from proceedings.reproducibility.licences import (
    alternatives,
    asks_for_itself,
    forbids_change,
    forbids_commerce,
    forbids_sharing,
    is_licence,
    keeps_terms,
    nearest_licence,
    unknown_part,
)
from proceedings.reproducibility.naming import named, telling_items
from proceedings.reproducibility.ownership import own_items
from proceedings.wording import lacking, listed_briefly, shortened

CARRIES_DATA = ("data", "dataset", "datasets", "model", "models", "weights")
"""Kinds of artifacts that pass on what is in a dataset, or what was learned from it."""

_MEASURED = re.compile(
    r"\b(?:logs?|traces?|timings?|measure\w*|profiles?|results?|figures?|plots?|scores?|evaluations?)\b", re.IGNORECASE
)
"""Words in the titles of data that were measured in runs, and hold nothing of what the runs read."""


def licence_problems(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """Artifacts without a licence, and licences of items that are no SPDX expression."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    faults = list(_unknown(paper.reproducibility))
    guesses = dict.fromkeys(f'"{guess}"' for _, _, guess in faults if guess)
    remedy = f"Probably {listed_briefly(list(guesses))} is meant." if guesses else None
    yield from as_one_problem("licence-unknown", [(at, fact) for at, fact, _ in faults], volume, remedy)


def licence_conflicts(paper: Paper, volume: Volume) -> Iterator[Problem]:
    """Artifacts of data or models that grant what the licence of a dataset which they stand on does not allow."""
    if not is_asked(paper, volume) or paper.reproducibility is None:
        return
    yield from as_one_problem("licence-conflict", list(_conflicts(paper.reproducibility)), volume)


def _unknown(block: Reproducibility) -> Iterator[tuple[Place, str, str | None]]:
    """Place, fact and the id that was probably meant."""
    bare = [(number, each) for number, each in telling_items(block, "artifacts") if not each.licence]
    if bare:
        fact = lacking([named(each) for _, each in bare], "no licence")
        yield ("reproducibility", "artifacts", bare[0][0]), fact, None
    for kind in ("software", "datasets", "artifacts"):
        for number, item in enumerate(getattr(block, kind)):
            if item.licence and not is_licence(item.licence):
                part = unknown_part(item.licence)
                fact = f'"{shortened(part, 40)}" of {named(item)} is no SPDX licence'
                yield ("reproducibility", kind, number, "licence"), fact, nearest_licence(part)


def _conflicts(block: Reproducibility) -> Iterator[tuple[Place, str]]:
    own = own_items(block)
    others = {
        each.id: each for number, each in enumerate(block.datasets) if each.id and ("datasets", number) not in own
    }
    for number, artifact in enumerate(block.artifacts):
        if (artifact.kind or "").strip().lower() in CARRIES_DATA and not _MEASURED.search(artifact.title):
            for dataset in (others[key] for key in artifact.setup.datasets if key in others):
                choices = [_forbidden(dataset, terms, artifact) for terms in alternatives(dataset.licence or "")]
                why = next(iter(choices))
                if why and all(choices):
                    at = ("reproducibility", "artifacts", number)
                    yield at, f"{named(artifact)} is published under {artifact.licence or 'no licence'}, and {why}"


def _forbidden(dataset: Dataset, terms: str, artifact: Artifact) -> str | None:
    """What these terms of the dataset say against the artifact, or None. Whether a model is made of it they do not."""
    given = artifact.licence or ""
    whose = f"{named(dataset)}, {terms},"
    if forbids_sharing(terms):
        return f"{whose} may not be passed on"
    if forbids_change(terms) and not _is_model(artifact):
        return f"{whose} allows nothing that is made of it"
    if forbids_commerce(terms) and given and not forbids_commerce(given):
        return f"{whose} is for non-commercial use"
    if asks_for_itself(terms) and given and not keeps_terms(given, terms) and not _is_model(artifact):
        return f"{whose} asks for its own licence"
    return None


def _is_model(artifact: Artifact) -> bool:
    return (artifact.kind or "").strip().lower() in ("model", "models", "weights")
