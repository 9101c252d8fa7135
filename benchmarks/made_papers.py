"""Papers that are made up, and the folder of an edition of them as a build leaves it for what is handed over."""

from __future__ import annotations

import itertools
import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bundle_makers import archive
from deposit_makers import REGISTERING
from pdf_makers import paper_pdf
from proceedings.codes import finding
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition, Waiver
from proceedings.records.finding import FindingsFile
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.placement import TypesetPart
from proceedings.records.programme import Session
from proceedings.records.proof import PaperProof, Proof
from proceedings.records.record_files import write_records
from proceedings.records.volume import Review

TOPICS = ("Training at Scale", "Storage and Memory", "Sparse Models", "Machines for Learning")
WORDS = re.findall(
    r"\w+",
    """learning training storage memory network tensor graph sparse model scale parallel machine gradient kernel vision
    language data cluster energy precision schedule cache compiler inference latency throughput batch""",
)
SYLLABLES = list(map("".join, itertools.product("bdfghjklmnprstvwyz", "aeiou")))


def made_papers(number: int) -> list[Paper]:
    """So many papers, the same on every run: four authors each, a title of nine words and an abstract of ninety."""
    return [_paper(place) for place in range(1, number + 1)]


def retitled(papers: Sequence[Paper]) -> list[Paper]:
    """The papers, every tenth under another title."""
    return [
        msgspec.structs.replace(each, title=f"{each.title} Revisited") if place % 10 == 0 else each
        for place, each in enumerate(papers)
    ]


def _paper(number: int) -> Paper:
    chance = random.Random(number)
    homes = {f"home{n}": _home(chance) for n in range(2)}
    return Paper(
        id=str(number),
        title=" ".join(chance.choices(WORDS, k=8)).title() + f", Part {number}",
        authors=tuple(_author(place, number, chance) for place in range(4)),
        affiliations=homes,
        abstract=" ".join(chance.choices(WORDS, k=90)).capitalize() + ".",
        keywords=tuple(chance.sample(WORDS, 3)),
        topics=(TOPICS[number % len(TOPICS)],),
        type="full",
        track="main",
        doi=f"10.5555/dls.{number}",
        expected_pages=2,
    )


def _author(place: int, number: int, chance: random.Random) -> Author:
    given, family = ("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))
    return Author(
        given=given,
        family=family,
        email=f"{given}.{family}{number}@example.org".lower(),
        affiliations=(f"home{place % 2}",),
        corresponding=place == 0,
    )


def _home(chance: random.Random) -> Affiliation:
    return Affiliation(name=f"University of {chance.choice(WORDS).title()} {chance.randrange(200)}", country="BE")


def made_edition(papers: Sequence[Paper], publisher: str = "own") -> Edition:
    """A volume of the papers in sessions of ten, with what any receiver asks of it."""
    ids = [each.id for each in papers]
    sessions = (
        Session(title=f"Session {first // 10 + 1}", papers=tuple(ids[first : first + 10]))
        for first in range(0, len(ids), 10)
    )
    volume = msgspec.structs.replace(
        REGISTERING, publisher=publisher, series="Sample Series", number="12345", review=Review(submitted=len(papers))
    )
    waived = ("publisher-precondition", "metadata-missing", "rights-missing")
    return Edition(
        volume=volume,
        sessions=tuple(sessions),
        papers=tuple(papers),
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown="Welcome."),),
        waivers=tuple(Waiver(paper=None, code=code, reason="made up") for code in waived),
    )


def built(folder: Path, edition: Edition) -> None:
    """All that the stages before leave of the edition: its files, their facts, records, and a volume in name."""
    papers, output = folder / "papers", folder / "output"
    for each in (papers, output / "papers", folder / "metadata/front_matter"):
        each.mkdir(parents=True, exist_ok=True)
    (folder / "metadata/front_matter/preface.md").write_text("Welcome.")
    printed = paper_pdf(folder / "printed.pdf", pages=2)
    source = archive(folder / "source.zip", {"paper.tex": "\\documentclass{llncs}\\begin{document}"})
    for each in edition.papers:
        for target in (papers / f"{each.id}.pdf", papers / f"{each.id}-rights.pdf", output / f"papers/{each.id}.pdf"):
            shutil.copyfile(printed, target)
        shutil.copyfile(source, papers / f"{each.id}.zip")
    facts = inspect_paper(printed, "")
    came = {each.id: msgspec.structs.replace(facts, paper=each.id) for each in edition.papers}
    write_records(output / "work/facts/00.json", list(came.values()))
    write_records(output / "work/papers.json", edition)
    write_records(output / "work/pagination.json", assign_pages(edition, came))
    for part in ("artifact_appendix", "author_index", "keyword_index"):
        write_records(output / f"work/parts/{part}.json", TypesetPart())
    owed = tuple(finding("rights-missing", "No form has come.", paper=each.id) for each in edition.papers)
    write_records(output / "findings.json", FindingsFile(findings=owed))
    proofs = {each.id: PaperProof(id=each.id, pages=2, unchanged_pages=2) for each in edition.papers}
    write_records(output / "proof.json", Proof(papers=tuple(proofs.values())))
    paper_pdf(output / "proceedings.pdf", pages=5)
    (output / "papers.csv").write_text("id,title\n")
