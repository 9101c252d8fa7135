from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import as_json, doubted, hotcrp_paper, written
from proceedings.editions.edition_writer import metadata_files
from proceedings.importers import IMPORTERS, read_source
from proceedings.importers.imported import Doubt, SourceError, doubt_lines


def test_equal_doubts_are_one_line_with_count_and_examples() -> None:
    doubts = [Doubt(fact="no PDF", where=f"paper {number}") for number in range(1, 10)]
    line = "no PDF (9 times): paper 1, paper 2, paper 3, paper 4, paper 5, paper 6 and 3 more"
    assert doubt_lines([Doubt(fact="no title"), *doubts]) == ["no title", line]


def test_a_kind_that_is_not_there_is_answered_with_the_kinds_there_are(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'linklings' is no importer .* aclpub2, .*csv, .*easychair"):
        read_source("linklings", tmp_path)
    with pytest.raises(SourceError, match=r"'easychar' is no importer of this version\. Did you mean \"easychair\"\?"):
        read_source("easychar", tmp_path)


@pytest.mark.parametrize(
    ("kind", "name", "seeming"),
    [
        ("hotcrp", "submission.csv", "easychair"),
        ("csv", "12/README_EASYCHAIR", "easychair"),
        ("easychair", "dls31-data.json", "hotcrp"),
        ("openreview", "volume.bib", "pmlr"),
    ],
)
def test_an_export_under_the_name_of_another_system_is_told(kind: str, name: str, seeming: str, tmp_path: Path) -> None:
    folder = written(tmp_path, {name: ""})
    with pytest.raises(SourceError, match=f"Does this come from {seeming}. Then say FROM={seeming}"):
        read_source(kind, folder)
    with pytest.raises(SourceError) as own:
        read_source(seeming, folder)
    assert "Does this come from" not in str(own.value)


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
def test_a_source_that_is_not_there_is_an_error(kind: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        read_source(kind, tmp_path / "absent")


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
def test_an_empty_folder_is_an_error(kind: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_source(kind, tmp_path)


def test_papers_without_authors_or_title_are_told(tmp_path: Path) -> None:
    tables = {
        "papers.csv": "id,title\n7,Fast\n8,\n",
        "authors.csv": "id,first name,last name\n8,Ada,Sample\n",
        "import.yml": "table: papers.csv\nauthors: {table: authors.csv}",
    }
    told = doubted(read_source("csv", written(tmp_path, tables)))
    assert "names nobody who wrote the paper: write the authors into metadata/papers: paper 7\n" in told
    assert "papers without a title: write it into metadata/papers: paper 8" in told


def submissions(folder: Path, *states: str) -> Path:
    papers = [hotcrp_paper(number, status=state) for number, state in enumerate(states, 1)]
    return written(folder, {"dls-data.json": as_json(papers)})


def test_the_volume_says_how_many_papers_were_submitted_where_the_export_has_those_that_were_not_accepted(
    tmp_path: Path,
) -> None:
    given = submissions(tmp_path, "accept", "reject", "desk_reject", "withdrawn", "draft", "accept")
    edition = read_source("hotcrp", given).edition
    assert edition.volume.review.submitted == 4, "nobody judged what was withdrawn or never handed in"
    assert "review:\n  submitted: 4\n" in metadata_files(edition, "HotCRP")["metadata/proceedings.yml"]


def test_of_accepted_papers_alone_nobody_knows_how_many_were_submitted(tmp_path: Path) -> None:
    assert read_source("hotcrp", submissions(tmp_path, "accept")).edition.volume.review.submitted is None
