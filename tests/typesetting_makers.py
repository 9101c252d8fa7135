"""An edition whose names, titles and lists are as difficult as real ones, and its pagination."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from proceedings.records.edition import (
    Committee,
    Edition,
    Editor,
    Event,
    FrontMatterText,
    Member,
    Session,
    Sponsor,
    Talk,
    Volume,
)
from proceedings.records.paper import Affiliation, Author, NativeName, Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Badge,
    Benchmark,
    Contribution,
    Dataset,
    Experiments,
    Hardware,
    Minutes,
    Reproducibility,
    Software,
    Top500,
    Uses,
)

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
    return Reproducibility(
        contributions=(
            Contribution(id="C1", text="A layer-wise adaptive optimiser that keeps batch sizes of 64,000 stable."),
            Contribution(id="C2", text="Measurements of its communication on two machines."),
        ),
        algorithms=(
            Algorithm(id="ALG1", name="LARS", reference="10.48550/arXiv.1708.03888", described_in="Sec. 3, Alg. 1"),
            Algorithm(id="ALG2", name="Hierarchical all-reduce", new=True, implementation="SW2"),
        ),
        software=(
            Software(
                id="SW1",
                name="PyTorch",
                version="1.8.1",
                role="framework",
                url="https://pytorch.org",
                licence="BSD-3-Clause",
            ),
            Software(
                id="SW2",
                name="layerwise",
                version="0.3.0",
                role="own",
                url="https://git.example.org/deep-learning-group/layerwise-adaptive-rate-scaling/-/releases/v0.3.0",
                doi="10.5281/zenodo.1234567",
                swhid="swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f",
                licence="Apache-2.0",
                commit="0123456789abcdef0123456789abcdef01234567",
                container="registry.example.org/layerwise@sha256:6b1c2f",
            ),
            Software(id="SW3", name="Open MPI", version="4.1.0", role="mpi"),
        ),
        datasets=(
            Dataset(
                id="D1",
                name="ImageNet-1K",
                version="ILSVRC2012",
                url="https://image-net.org",
                doi="10.1007/s11263-015-0816-y",
                access="registration",
                size="147 GB",
                split="1.28 M / 50 k",
            ),
        ),
        hardware=(
            Hardware(
                id="HW1",
                system_name="JUWELS Booster",
                site="Jülich Supercomputing Centre",
                top500=Top500(list="2020-11", rank=7),
                number_of_nodes="64",
                host_processor_model_name="AMD EPYC 7402",
                host_processors_per_node="2",
                host_processor_core_count="24",
                host_memory_capacity="512 GB",
                host_storage_type="GPFS",
                host_networking="4x HDR200 InfiniBand",
                host_networking_topology="DragonFly+",
                accelerator_model_name="NVIDIA A100-SXM4-40GB",
                accelerators_per_node="4",
                accelerator_memory_capacity="40 GB",
                accelerator_interconnect="NVLink 3",
                operating_system="CentOS 8",
            ),
        ),
        benchmarks=(
            Benchmark(
                id="B1",
                suite="MLPerf Training",
                name="resnet",
                version="1.0",
                division="open",
                metric="time to train",
                value="12.3",
                unit="min",
                uses=Uses(datasets=("D1",), hardware=("HW1",), software=("SW1",)),
            ),
        ),
        artifacts=(
            Artifact(
                id="A1",
                title="Training scripts, logs and analysis notebooks",
                kind="workflow",
                doi="10.5281/zenodo.7654321",
                url="https://git.example.org/deep-learning-group/artifact-of-the-paper/-/tree/camera-ready",
                swhid="swh:1:dir:1fee702c7e6d14395bbf5ac3598e73bcbf97b030",
                licence="Apache-2.0",
                supports=("C1", "C2"),
                elements=("Fig. 3", "Table 2"),
                setup=Uses(hardware=("HW1",), software=("SW1", "SW2"), datasets=("D1",), text="Load the module stack."),
                time_minutes=Minutes(setup=30, execution=90, analysis=10),
                execution="Run `sbatch train.sh`; it starts 256 ranks and writes one log per rank.",
                analysis="The notebook `figures.ipynb` reads the logs and draws Figure 3.",
                expected_results="Top-1 accuracy of 75.9 ± 0.1 % after 90 epochs.",
            ),
        ),
        experiments=Experiments(seeds="1, 2, 3", repetitions="5", error_bars="one standard deviation"),
        badges=(
            Badge(
                scheme="acm-1.1",
                name="Artifacts Available v1.1",
                status="awarded",
                awarded="2019-06-01",
                by="the artifact committee",
            ),
            Badge(scheme="acm-1.1", name="Results Reproduced v1.1"),
        ),
        statement="The scheduler's logs cannot be published; the parsed timings can.",
        not_applicable={"datasets": "the second experiment uses synthetic tensors"},
    )


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


def difficult_edition(count: int = 12, **volume: Any) -> Edition:
    """An edition with preface, a committee of sixty, keynotes, sponsors and four sessions."""
    papers = difficult_papers(count)
    share = -(-count // 4)
    names = (
        "Training at Scale",
        "Communication",
        "Data, Storage and Input Pipelines",
        "Benchmarks and Reproducibility",
    )
    members = tuple(
        Member(
            given=PEOPLE[number % 12].given,
            family=PEOPLE[number % 12].family,
            literal=PEOPLE[number % 12].literal,
            affiliation=("Sample University", "National Laboratory of Samples and Further Samples", "Sample Corp.")[
                number % 3
            ],
            country=("BE", "TR", "US", "VN")[number % 4],
        )
        for number in range(60)
    )
    fields: dict[str, Any] = {
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
    return Edition(
        volume=Volume(**{**fields, **volume}),
        papers=papers,
        sessions=tuple(
            Session(title=name, papers=tuple(paper.id for paper in papers[share * at : share * (at + 1)]))
            for at, name in enumerate(names)
        ),
        keynotes=(
            Talk(
                title="Forty Years of Floating Point",
                speaker="Guðrún Þórðardóttir",
                affiliation="University of Samples",
                abstract="What a rounding error costs, *measured*. " * 12,
                biography="Guðrún Þórðardóttir has worked on numerical software since 1979. " * 4,
            ),
        ),
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown=PREFACE),),
        committees=(
            Committee(role="Workshop Chairs", members=members[:2]),
            Committee(
                role="Steering Committee", members=(Member(given="Ada", family="Sample"), Member(literal="Mausam"))
            ),
            Committee(role="Programme Committee", members=members),
        ),
        sponsors=(
            Sponsor(name="Sample Corp.", tier="Gold", url="https://example.org"),
            Sponsor(name="The Sample Foundation"),
        ),
    )


def placed(edition: Edition, first_page: int = 1, page_size: tuple[float, float] = A4) -> Pagination:
    """Four pages a paper; every fifth paper is not there."""
    placements: list[Placement] = []
    page = first_page
    for number, session in enumerate(edition.sessions):
        for paper in session.papers:
            present = len(placements) % 5 != 4
            placements.append(
                Placement(paper=paper, session=number, first_page=page, last_page=page + 3, present=present)
            )
            page += 4
    return Pagination(first_page=first_page, placements=tuple(placements), next_page=page, page_size=page_size)


NO_METADATA = Path("no-metadata-folder")
