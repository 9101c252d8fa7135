from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import collect_papers
from proceedings.importers import IMPORTERS
from proceedings.records.edition import Edition
from proceedings.records.record_files import read_records


def benchmark(name: str) -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bench() -> ModuleType:
    return benchmark("bench")


def test_blocks_made_from_real_ones_are_other_papers_blocks_and_the_same_on_every_run() -> None:
    module = benchmark("many_blocks")
    made = module.made_edition(22)
    assert made == module.made_edition(22)
    assert len({paper.title for paper in made.papers}) == len({paper.id for paper in made.papers}) == 22
    first, again = made.papers[5].reproducibility, made.papers[15].reproducibility
    assert len(first.artifacts) == len(again.artifacts) > 0
    assert not {each.url for each in first.artifacts} & {each.url for each in again.artifacts}


def test_an_export_for_every_importer_is_measured_and_the_same_on_every_run() -> None:
    module = benchmark("many_papers")
    assert {kind for kind, _ in module.exports().values()} == set(IMPORTERS)
    assert module.made_papers(11) == module.made_papers(11)
    assert (
        sum(a != b for a, b in zip(module.made_papers(11), module.retitled(module.made_papers(11)), strict=True)) == 2
    )


def test_a_made_edition_has_as_many_papers_as_asked_for(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bench._made(12, tmp_path / "made"))
    arguments = [
        "--metadata",
        "metadata",
        "--papers",
        "papers",
        "--output",
        "papers.json",
        "--findings",
        "findings.json",
    ]
    assert collect_papers.main(arguments) == 0
    edition = read_records(Path("papers.json"), Edition)
    assert [paper.id for paper in edition.papers] == [f"{number:05d}" for number in range(1, 13)]
    assert [len(session.papers) for session in edition.sessions] == [10, 2]


def test_jobs_of_a_stage_are_added_up_and_the_largest_memory_counts(bench: ModuleType) -> None:
    jobs = [bench.Usage("stamp_papers", 1.0, 30.0), bench.Usage("verify_volume", 5.0, 9.0)]
    jobs.append(bench.Usage("stamp_papers", 0.5, 50.0))
    assert bench._by_stage(jobs) == [("verify_volume", 5.0, 9.0, 1), ("stamp_papers", 1.5, 50.0, 2)]
