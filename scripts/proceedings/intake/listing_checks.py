"""What is and what is not in `papers/`: missing camera-ready files, PDFs of no paper, named files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from proceedings.intake.programme import natural_key, nearest_paper
from proceedings.papers_folder import CAMERA_READY, FORM, beside, is_inside, own_file, own_source
from proceedings.problem import Place, Problem
from proceedings.records.paper import Paper

_NOTHING: Mapping[str, str] = {}


def listing_problems(
    papers: Sequence[Paper],
    listing: Collection[str],
    no_files: Mapping[str, str] = _NOTHING,
    elsewhere: Collection[str] = (),
) -> list[Problem]:
    """All problems of the listing: paths of files relative to `papers/`, with forward slashes.

    `no_files` says what is named like a PDF there and is none, by name: `{"017.pdf": "a folder"}`.
    `elsewhere` are the ids of papers whose files the publisher collects.
    """
    arrived = {paper.id: file for paper in papers if (file := own_file(paper.id, CAMERA_READY, listing))}
    forms = (own_file(paper.id, FORM, listing) for paper in papers)
    counted = frozenset(name for name in (*arrived.values(), *forms) if name)
    strays = sorted(_strays(papers, [*listing, *no_files], counted), key=natural_key)
    problems: list[Problem] = []
    for paper in papers:
        if paper.status == "accepted" and paper.id not in arrived:
            misspelt = [name for name in strays if name.casefold() == f"{paper.id}{CAMERA_READY}".casefold()]
            strays = [name for name in strays if name not in misspelt]
            collected = paper.id in elsewhere and not misspelt
            problems.append(_collected(paper) if collected else _missing_camera_ready(paper, misspelt, no_files))
        problems += _named_files(paper, listing)
    return [*problems, *(_stray(name, counted, papers, arrived, no_files) for name in strays)]


def _missing_camera_ready(paper: Paper, misspelt: Sequence[str], no_files: Mapping[str, str]) -> Problem:
    fact = f"papers/{paper.id}.pdf is missing."
    remedy = f"Put the camera-ready PDF of paper {paper.id} there."
    file = next((name for name in misspelt if name not in no_files), None)
    if there := no_files.get(f"{paper.id}.pdf"):
        fact = f"papers/{paper.id}.pdf is {there}, not a PDF."
        remedy = f"Put the camera-ready PDF of paper {paper.id} in its place."
    elif file:
        remedy = f"Rename papers/{file} to {paper.id}.pdf; the capitals of an id count."
    return Problem(paper=paper.id, code="camera-ready-missing", message=fact, remedy=remedy)


def _collected(paper: Paper) -> Problem:
    """What is not expected here: it is told all the same, and weighs nothing."""
    fact = f"papers/{paper.id}.pdf is not here: the publisher collects it."
    remedy = "Nothing; a copy that you put there takes the place of the placeholder page."
    return Problem(paper=paper.id, code="camera-ready-missing", message=fact, remedy=remedy)


def _strays(papers: Sequence[Paper], listing: Collection[str], counted: Collection[str]) -> Iterator[str]:
    """PDFs in `papers/` itself that belong to no paper; `counted` are the papers themselves and their forms."""
    ids = {paper.id for paper in papers}
    named = {name for paper in papers for name in (paper.files.rights, *paper.files.supplements) if name}
    for name in listing:
        is_pdf = name.lower().endswith(CAMERA_READY) and "/" not in name and not name.startswith(".")
        owner, what = beside(name)
        mine = name in counted or name in named or (what == "supplement" and owner in ids)
        if is_pdf and not mine:
            yield name


def _stray(
    name: str,
    counted: Collection[str],
    papers: Sequence[Paper],
    arrived: Collection[str],
    no_files: Mapping[str, str],
) -> Problem:
    """A file beside one that differs in capitals alone, or one that belongs to nobody."""
    twin = min((each for each in counted if each.casefold() == name.casefold()), default=None)
    if twin is None or name in no_files:
        return _orphan(name, papers, arrived, no_files)
    fact = f"papers/{name} differs from papers/{twin} in capitals alone, and papers/{twin} counts."
    return Problem(code="orphan-pdf", message=fact, remedy="Take away the one that is not the paper's.")


def _orphan(name: str, papers: Sequence[Paper], arrived: Collection[str], no_files: Mapping[str, str]) -> Problem:
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
        outside = not is_inside(name)
        fact = f'"{name}" is not a path inside papers/.' if outside else f"papers/{name} is named here and missing."
        alike = min((file for file in listing if file.casefold() == name.casefold()), default=None)
        there = f"Write {alike}; capitals count." if alike else "Put the file there, or delete the key."
        if (come := own_source(paper.id, listing)) and not alike and code == "source-missing":
            there = f"Delete the key, or write {come}, which is there."
        remedy = "Write the name of a file in papers/." if outside else there
        code = "metadata-invalid" if outside else code
        yield Problem(paper=paper.id, at=at, code=code, message=fact, remedy=remedy)
