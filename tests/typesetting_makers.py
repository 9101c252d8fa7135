"""An edition whose names, titles and lists are as difficult as real ones, and its pagination."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from full_reproducibility import FULL_BLOCK
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, FrontMatterText, Member, Sponsor
from proceedings.records.paper import Affiliation, Author, NativeName, Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session, Talk
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import Editor, Event, Volume

A4 = (595.276, 841.89)

PREFACE = """# Preface

This volume holds the papers of the workshop's fifth edition -- a sample edition, written to be typeset. Training a
*neural network* on a **supercomputer** is an experiment like any other: what was run, on which machine, with which
release of which library, decides whether anybody else will ever see the same numbers. The call therefore asked the
authors for four things: the algorithms, the software releases, the datasets, and the hardware configurations used.

Of the 23 submissions the committee accepted 12. Each paper had three reviews; see the
[call for papers](https://example.org/call) and the appendix of this volume, in which the authors' own descriptions of
their artifacts are printed in full.

## Thanks

We thank

- the authors, who answered every question about their artifacts with patience and, in the end, with a version number;
- the reviewers;
- the sponsors, without whom there would have been no coffee.

> Reproducibility is not a virtue of the reader. It is a courtesy of the writer, and it has to be paid for in advance.

| Round | Submitted | Accepted |
|---|---|---|
| Full papers | 18 | 9 |
| Short papers | 5 | 3 |

June 2019\\
The editors
"""

PEOPLE = (
    Author(given="Minh Khai", family="Nguyễn Thị", orcid="0000-0002-1825-0097"),
    Author(given="Işıl", family="Öztürk-Yılmaz"),
    Author(given="Xiaoming", family="Zhang", native=NativeName(name="张晓明", lang="zh")),
    Author(given="Jun-seo", family="Kim", native=NativeName(name="김준서", lang="ko")),
    Author(given="Guðrún", family="Þórðardóttir"),
    Author(given="Ludwig", family="Berg", particle="van der"),
    Author(literal="Mausam"),
    Author(given="Łukasz", family="Ćwikła-Święcicki"),
    Author(given="Jean-François", family="d’Ormesson"),
    Author(given="Ángel", family="García Márquez", suffix="Jr."),
    Author(given="Đức", family="Đặng"),
    Author(given="Haruka", family="Sakuragi", native=NativeName(name="桜木はるか", lang="ja")),
)

TITLES = (
    "Training at Scale: A Sample",
    r"Sorting Gradients in $O(n \log n)$ Time on $2^{14}$ Nodes",
    "A Very Long Title That Goes On for More Than Two Lines, Because Its Authors Wanted to Say Everything About Mixed "
    "Precision, Gradient Compression and Fault Tolerance Before Anybody Had Opened the Paper",
    "Checkpointing Without Tears",
    r"$\alpha$-Entmax Attention with $\mathcal{O}(n)$ Memory: Kernels, Caches and $k_{max}$",
    "ResNet-50 in Ninety Seconds",
    "On the Cost of All-Reduce over Dragonfly Networks",
    "Input Pipelines That Do Not Starve",
    "Datasets Nobody Can Download",
    "Learning Rates for Very Large Batches: Warm-up, LARS, and What the Loss Surface Has to Do with Either of Them",
    "Seeds, Schedules and Silence",
    "CosmoFlow, Again",
)


def reproducibility_block() -> Reproducibility:
    """A block in which every field is filled in."""
    return FULL_BLOCK


def difficult_papers(count: int = 12) -> tuple[Paper, ...]:
    """`count` papers of one to six authors; every third one has no reproducibility block."""
    return tuple(
        Paper(
            id=f"{7 * number + 3:03}",
            title=TITLES[number % len(TITLES)],
            authors=tuple(PEOPLE[(number + step) % len(PEOPLE)] for step in range(1 + number % 6)),
            affiliations={"ghent": Affiliation(name="Sample University", country="BE")},
            reproducibility=None if number % 3 == 2 else reproducibility_block(),
        )
        for number in range(count)
    )


SESSIONS = (
    "Training at Scale",
    "Communication",
    "Data, Storage and Input Pipelines",
    "Benchmarks and Reproducibility",
)

AFFILIATIONS = ("Sample University", "National Laboratory of Samples and Further Samples", "Sample Corp.")

VOLUME: dict[str, Any] = {
    "title": "Proceedings of the Fifth Workshop on Deep Learning on Supercomputers",
    "subtitle": "A Sample Edition",
    "acronym": "DLS 2019",
    "series": "Sample Series in Computing",
    "edition": "Volume 5",
    "year": 2019,
    "event": Event(
        name="Deep Learning on Supercomputers",
        colocated_with="ISC High Performance 2019",
        place="Frankfurt am Main, Germany",
        start=datetime.date(2019, 6, 20),
        end=datetime.date(2019, 6, 20),
    ),
    "editors": (
        Editor(given="Ada", family="Sample", affiliation="Sample University, Ghent, Belgium"),
        Editor(given="Minh Khai", family="Nguyễn Thị", affiliation="Institute of Samples, Hanoi, Vietnam"),
    ),
    "publisher": "springer",
    "isbn": "pending",
    "doi": "10.1007/978-3-030-00000-0",
    "licence": "CC-BY-4.0",
}

KEYNOTE = Talk(
    title="Forty Years of Floating Point",
    speaker="Guðrún Þórðardóttir",
    affiliation="University of Samples",
    abstract="What a rounding error costs, *measured*. " * 12,
    biography="Guðrún Þórðardóttir has worked on numerical software since 1979. " * 4,
)

SPONSORS = (
    Sponsor(name="Sample Corp.", tier="Gold", url="https://example.org"),
    Sponsor(name="The Sample Foundation"),
)


def difficult_edition(count: int = 12, **volume: Any) -> Edition:
    """An edition with preface, a committee of sixty, keynotes, sponsors and four sessions."""
    papers = difficult_papers(count)
    share = -(-count // len(SESSIONS))
    members = committee_of_sixty()
    steering = (Member(given="Ada", family="Sample"), Member(literal="Mausam"))
    return Edition(
        volume=Volume(**(VOLUME | volume)),
        papers=papers,
        sessions=tuple(
            Session(title=name, papers=tuple(paper.id for paper in papers[share * at : share * (at + 1)]))
            for at, name in enumerate(SESSIONS)
        ),
        keynotes=(KEYNOTE,),
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown=PREFACE),),
        committees=(
            Committee(role="Workshop Chairs", members=members[:2]),
            Committee(role="Steering Committee", members=steering),
            Committee(role="Programme Committee", members=members),
        ),
        sponsors=SPONSORS,
    )


def committee_of_sixty() -> tuple[Member, ...]:
    """Members by the names of `PEOPLE`, again and again."""
    return tuple(
        Member(
            given=person.given,
            family=person.family,
            literal=person.literal,
            affiliation=AFFILIATIONS[number % 3],
            country=("BE", "TR", "US", "VN")[number % 4],
        )
        for number, person in enumerate(PEOPLE * 5)
    )


def placed(edition: Edition, first_page: int = 1, page_size: tuple[float, float] = A4) -> Pagination:
    """Four pages a paper; every fifth paper is not there."""
    placements: list[Placement] = []
    page = first_page
    for number, session in enumerate(edition.sessions):
        for paper in session.papers:
            present = len(placements) % 5 != 4
            placements.append(
                Placement(
                    paper=paper,
                    session=number,
                    first_page=page,
                    last_page=page + 3,
                    standing="present" if present else "missing",
                )
            )
            page += 4
    return Pagination(first_page=first_page, placements=tuple(placements), next_page=page, page_size=page_size)


NO_METADATA = Path("no-metadata-folder")
