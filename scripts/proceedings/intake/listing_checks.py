"""What is and what is not in `papers/`: missing camera-ready files, PDFs of no paper, named files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from proceedings.intake.programme import natural_key, nearest_paper
from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper

_BESIDE = ("-rights", "-supplement")
_NOTHING: Mapping[str, str] = {}


def listing_problems(
    papers: Sequence[Paper], listing: Collection[str], no_files: Mapping[str, str] = _NOTHING
) -> list[Problem]:
    """All problems of the listing: paths of files relative to `papers/`, with forward slashes.

    `no_files` says what is named like a PDF there and is none, by name: `{"017.pdf": "a folder"}`.
    """
    strays = {name.casefold(): name for name in _strays(papers, [*listing, *no_files])}
    problems: list[Problem] = []
    for paper in papers:
        awaited = f"{paper.id}.pdf"
        if paper.status == "accepted" and awaited not in listing:
            problems.append(_missing_camera_ready(paper, strays.pop(awaited.casefold(), None), no_files))
        problems += _named_files(paper, listing)
    arrived = {paper.id for paper in papers if f"{paper.id}.pdf" in listing}
    return [*problems, *(_orphan(name, papers, arrived, no_files) for name in sorted(strays.values(), key=natural_key))]


def _missing_camera_ready(paper: Paper, misspelt: str | None, no_files: Mapping[str, str]) -> Problem:
    fact = f"papers/{paper.id}.pdf is missing."
    remedy = f"Put the camera-ready PDF of paper {paper.id} there."
    if there := no_files.get(f"{paper.id}.pdf"):
        fact = f"papers/{paper.id}.pdf is {there}, not a PDF."
        remedy = f"Put the camera-ready PDF of paper {paper.id} in its place."
    elif misspelt and misspelt not in no_files:
        remedy = f"Rename papers/{misspelt} to {paper.id}.pdf; capitals count."
    return Problem(paper=paper.id, code="camera-ready-missing", message=fact, remedy=remedy)


def _strays(papers: Sequence[Paper], listing: Collection[str]) -> Iterator[str]:
    """PDFs in `papers/` itself that belong to no paper."""
    ids = {paper.id for paper in papers}
    named = {name for paper in papers for name in (paper.files.rights, *paper.files.supplements) if name}
    for name in listing:
        stem, dot, ending = name.rpartition(".")
        owner = next((stem.removesuffix(mark) for mark in _BESIDE if stem.endswith(mark)), stem)
        is_pdf = bool(dot) and ending.lower() == "pdf" and "/" not in name
        mine = (stem in ids and ending == "pdf") or (owner != stem and owner in ids) or name in named
        if is_pdf and not mine and not name.startswith("."):
            yield name


def _orphan(
    name: str, papers: Sequence[Paper], arrived: Collection[str], no_files: Mapping[str, str] = _NOTHING
) -> Problem:
    if there := no_files.get(name):
        fact = f"papers/{name} is {there}, not a PDF, and belongs to no paper of metadata/papers/."
        return Problem(code="orphan-pdf", message=fact, remedy="Take it away.")
    waiting = [paper.id for paper in papers if paper.id not in arrived]
    meant = nearest_paper(name.rpartition(".")[0], waiting)
    remedy = f"Rename it to {meant}.pdf if it is that paper's" if meant else "Name it after its paper's id"
    fact = f"papers/{name} belongs to no paper of metadata/papers/."
    return Problem(code="orphan-pdf", message=fact, remedy=f"{remedy}, add its metadata, or take it away.")


def _named_files(paper: Paper, listing: Collection[str]) -> Iterator[Problem]:
    """Files that the metadata names and that are not there."""
    named: list[tuple[Place, str | None, str]] = [
        (("files", "source"), paper.files.source, "source-missing"),
        (("files", "rights"), paper.files.rights, "rights-missing"),
        *((("files", "supplements", n), name, "metadata-invalid") for n, name in enumerate(paper.files.supplements)),
    ]
    for at, name, code in named:
        if name is None or name in listing:
            continue
        path = PurePosixPath(name)
        outside = path.is_absolute() or ".." in path.parts or "\\" in name
        fact = f'"{name}" is not a path inside papers/.' if outside else f"papers/{name} is named here and missing."
        remedy = "Write the name of a file in papers/." if outside else "Put the file there, or delete the key."
        code = "metadata-invalid" if outside else code
        yield Problem(paper=paper.id, at=at, code=code, message=fact, remedy=remedy)
