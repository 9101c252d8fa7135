"""Editions that are packed for a publisher: two papers with their files, as the stages before leave them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builders import paper
from bundle_publisher import main as bundle_publisher
from inspect_papers import main as inspect_papers
from pdf_makers import paper_pdf
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.front_matter import Committee, FrontMatterText, Member
from proceedings.records.paper import Affiliation, Author
from proceedings.records.programme import Session
from proceedings.records.record_files import read_records, write_records
from proceedings.records.volume import Editor, Volume
from write_editorial import main as write_editorial

MAIN = "\\documentclass{llncs}\\begin{document}\\bibliography{all}\\end{document}"
TEX = {"paper.tex": MAIN, "all.bib": ""}
EDITORS = (Editor(given="Ed", family="Itor", affiliation="Sample University", email="ed@example.org"),)
PLACES = {
    "ghent": Affiliation(department="Computing", name="Sample University", city="Ghent", country="BE"),
    "kiel": Affiliation(name="Second Lab: North; South", country="DE"),
}


def ada(**fields: Any) -> Author:
    """A corresponding author with an address."""
    given: dict[str, Any] = {
        "email": "ada@example.org",
        "orcid": "0000-0002-1825-0097",
        "affiliations": ("ghent", "kiel"),
    }
    return Author(given="Ada", family="Berg", particle="van der", suffix="Jr.", corresponding=True, **(given | fields))


def two_papers(publisher: str = "springer", **volume: Any) -> Edition:
    """Paper 12 by three people in a first session, paper 7 by one in a second."""
    people = (ada(), Author(literal="Mausam", affiliations=("kiel",)), Author(given="Ngọc", family="Trần"))
    papers = (
        paper("12", people=people, affiliations=PLACES, title="Fast & Slow: $O(n^2)$", short_title="Fast"),
        paper("7", people=(ada(email="a@example.org"),), affiliations=PLACES, title="=Sum of Parts"),
    )
    return Edition(
        volume=Volume(title="Our Workshop", acronym="OW", year=2019, publisher=publisher, editors=EDITORS, **volume),
        sessions=(Session(title="Scale", papers=("12",)), Session(title="Storage", papers=("7",))),
        papers=papers,
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown="Welcome."),),
        committees=(Committee(role="Chairs", members=(Member(given="Ed", family="Itor"),)),),
    )


def archive(path: Path, files: Mapping[str, str] = TEX) -> Path:
    """A zip of text files."""
    with zipfile.ZipFile(path, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name, text)
    return path


def built(place: Path, edition: Edition) -> Path:
    """A folder with PDF, sources and form of every paper, and what the stages before a bundle make of them."""
    (place / "papers").mkdir(parents=True)
    (place / "metadata/front_matter").mkdir(parents=True)
    (place / "metadata/front_matter/preface.md").write_text("Welcome.")
    for each in edition.papers:
        paper_pdf(place / f"papers/{each.id}.pdf")
        paper_pdf(place / f"papers/{each.id}-rights.pdf")
        archive(place / f"papers/{each.id}.zip")
    work = place / "output/work"
    given = ["--folder", str(place / "papers"), "--output", str(work / "facts/00.json"), "--kept", str(work / "kept")]
    assert inspect_papers([*given, "--", *(each.id for each in edition.papers)]) == 0
    facts = {each.paper: each for each in read_records(work / "facts/00.json", list[PaperFacts])}
    write_records(work / "papers.json", edition)
    write_records(work / "pagination.json", assign_pages(edition, facts))
    records = ["--edition", str(work / "papers.json"), "--pagination", str(work / "pagination.json")]
    editorial = ["--papers", str(place / "papers"), "--folder", str(place / "output/editorial")]
    assert write_editorial([*records, *editorial]) == 0
    return place


def pack(place: Path, publisher: str, edition: Edition | None = None, name: str = "bundle") -> int:
    """Pack the folder for a publisher, of another edition if one is given."""
    work = place / "output/work"
    about = work / "papers.json"
    if edition is not None:
        about = work / f"{name}.json"
        write_records(about, edition)
    records = ["--edition", str(about), "--pagination", str(work / "pagination.json")]
    folders = [
        "--papers",
        str(place / "papers"),
        "--metadata",
        str(place / "metadata"),
        "--folder",
        str(place / "output"),
    ]
    facts = ["--facts-folder", str(work / "facts")]
    return bundle_publisher(
        [*records, *folders, *facts, "--publisher", publisher, "--output", str(place / f"{name}.zip")]
    )


def packed(place: Path, name: str = "bundle") -> dict[str, bytes]:
    """The files of the bundle, without its own folder."""
    with zipfile.ZipFile(place / f"{name}.zip") as bundle:
        return {each.partition("/")[2]: bundle.read(each) for each in bundle.namelist()}
