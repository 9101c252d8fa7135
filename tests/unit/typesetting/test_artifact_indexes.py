"""The indexes at the end of the artifact appendix."""

from __future__ import annotations

import pytest

import typesetting_makers as makers
from builders import edition, paper
from proceedings.records.edition import Edition
from proceedings.records.reproducibility import Benchmark, Dataset, Hardware, Reproducibility, Software
from proceedings.records.same_names import SameName
from proceedings.reproducibility.listed_names import listed_names
from proceedings.typesetting.artifact_appendix import artifact_appendix
from proceedings.typesetting.artifact_indexes import KINDS, index_entries
from proceedings.typesetting.declared import declared_groups, looks
from typeset_reading import alone_of, links_of, page_text


def volume(*blocks: Reproducibility, answers: tuple[SameName, ...] = ()) -> Edition:
    """Papers with these blocks, on pages 1, 5, 9 ..."""
    papers = (paper(str(number), reproducibility=block) for number, block in enumerate(blocks))
    return edition(*papers, same_names=answers)


def entries(kind: int, *blocks: Reproducibility, answers: tuple[SameName, ...] = ()) -> list[str]:
    """One index as it is printed, with its sub-entries behind their names."""
    made = volume(*blocks, answers=answers)
    found = index_entries(made, makers.placed(made), KINDS[kind], listed_names(made))
    lines = [line for entry in found for line in (entry.line, *entry.versions)]
    return [", ".join([line.text, *(str(page) for page, _ in line.pages)]) for line in lines]


def software(*named: tuple[str, str | None]) -> Reproducibility:
    return Reproducibility(software=tuple(Software(name=name, version=version) for name, version in named))


def test_the_papers_of_one_release_stand_behind_its_name_and_version() -> None:
    assert entries(1, software(("PyTorch", "1.8.1")), software(("PyTorch", "v1.8.1"))) == ["PyTorch 1.8.1, 1, 5"]


def test_several_versions_are_sub_entries_of_their_name() -> None:
    blocks = software(("PyTorch", "2.0")), software(("PyTorch", "1.8.1")), software(("PyTorch", None))
    assert entries(1, *blocks) == ["PyTorch, 9", "1.8.1, 5", "2.0, 1"]


def test_versions_follow_one_another_as_they_were_published() -> None:
    blocks = [software(("Spack", version)) for version in ("0.19", "v0.9.1", "0.9.1", "vega")]
    assert entries(1, *blocks) == ["Spack", "0.9.1, 5, 9", "0.19, 1", "vega, 13"]


def test_names_that_differ_in_capitals_and_hyphens_are_one_as_most_papers_write_it() -> None:
    blocks = software(("Open-MPI", "4")), software(("Open MPI", "4")), software(("Open MPI", "4"), ("open mpi", "4"))
    assert entries(1, *blocks) == ["Open MPI, version\u00a04, 1, 5, 9"]


def test_names_that_the_chair_has_joined_are_one_entry_with_all_their_versions() -> None:
    blocks = software(("HydraStore", "2.0")), software(("Hydra Object Store", "1.8")), software(("Magpie", None))
    assert entries(1, *blocks) == ["Hydra Object Store 1.8, 5", "HydraStore 2.0, 1", "Magpie, 9"]
    joined = SameName(kind="software", name="Hydra", other="HydraStore", same=True)
    other = SameName(kind="software", name="Hydra", other="Hydra Object Store", same=True)
    assert entries(1, *blocks, answers=(joined, other)) == ["Hydra", "1.8, 5", "2.0, 1", "Magpie, 9"]


def test_a_benchmark_is_named_with_its_suite_and_a_system_has_no_versions() -> None:
    run = Benchmark(suite="MLPerf Training", name="resnet", version="1.0")
    block = Reproducibility(
        benchmarks=(run, Benchmark(suite="other", name="HPL")), hardware=(Hardware(system_name="B"),)
    )
    assert entries(3, block) == ["HPL, 1", "MLPerf Training 1.0, resnet, 1"]
    assert entries(2, block) == ["B, 1"]


@pytest.mark.parametrize(
    "run",
    [
        Benchmark(suite="MLPerf HPC", name="cosmoflow", version="v1.0"),
        Benchmark(suite="Graph500", name="BFS", version="3"),
        Benchmark(suite="other", name="HPL", version="2"),
        Benchmark(suite="IO500", version="SC21"),
        Benchmark(suite="MLPerf Training 4.0", name="resnet", version="4.0"),
        Benchmark(name="HPCG"),
    ],
    ids=lambda run: run.suite or run.name,
)
def test_a_benchmark_is_called_alike_in_index_and_entry(run: Benchmark) -> None:
    (group,) = declared_groups(Reproducibility(benchmarks=(run,)), looks(9))
    (indexed,) = entries(3, Reproducibility(benchmarks=(run,)))
    assert indexed.replace("\u00a0", " ") == f"{group.items[0].paragraphs[0][0].text}, 1"


def test_what_has_no_name_is_no_entry_and_an_index_without_entries_is_left_out() -> None:
    block = Reproducibility(datasets=(Dataset(name="ImageNet"),), software=(Software(version="1"),))
    made = volume(block)
    content = artifact_appendix(made, makers.placed(made))
    assert [mark.title for mark in content.part.bookmarks][-1] == "Index of Datasets"
    assert "Index of Software" not in page_text(content.content, content.part.pages)


def test_every_page_of_an_entry_is_a_link_to_its_paper_in_the_volume_and_alone() -> None:
    made = volume(*[Reproducibility(datasets=(Dataset(name="ImageNet"),))] * 3)
    appendix = artifact_appendix(made, makers.placed(made))
    last = appendix.part.pages
    assert page_text(appendix.content, last).endswith("ImageNet, 1, 5, 9")
    inside = [link.uri for link in links_of(appendix.content) if link.page == last]
    outside = [link.uri for link in links_of(alone_of(appendix)) if link.page == last]
    assert inside == [f"bindery:paper.{number}" for number in range(3)]
    assert outside == [f"papers/{number}.pdf" for number in range(3)]


def test_a_long_index_has_its_letters() -> None:
    made = volume(software(*((f"{letter}-{number}", None) for letter in "ABC" for number in range(30))))
    appendix = artifact_appendix(made, makers.placed(made))
    assert " B B-0, 1 B-1, 1 " in page_text(appendix.content, appendix.part.pages)


def test_names_that_the_chair_has_joined_are_one_thing_in_the_plots_too() -> None:
    blocks = [Reproducibility(datasets=(Dataset(name=name),)) for name in ("Waves", "Sample Waves of 2019")]
    joined = SameName(kind="datasets", name="Waves", other="Sample Waves of 2019", same=True)
    apart, together = volume(*blocks), volume(*blocks, answers=(joined,))
    first = [page_text(artifact_appendix(made, makers.placed(made)).content, 1) for made in (apart, together)]
    assert ["Waves 2" in text for text in first] == [False, True]
