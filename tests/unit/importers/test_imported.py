from __future__ import annotations

from pathlib import Path

import pytest

from proceedings.importers import IMPORTERS, read_source
from proceedings.importers.imported import Doubt, SourceError, doubt_lines


def test_equal_doubts_are_one_line_with_count_and_examples() -> None:
    doubts = [Doubt(fact="no PDF", where=f"paper {number}") for number in range(1, 10)]
    line = "no PDF (9 times): paper 1, paper 2, paper 3, paper 4, paper 5, paper 6 and 3 more"
    assert doubt_lines([Doubt(fact="no title"), *doubts]) == ["no title", line]


def test_a_kind_that_is_not_there_is_answered_with_the_kinds_there_are(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'hotcrp7' is no importer .* aclpub2, .*csv, .*easychair"):
        read_source("hotcrp7", tmp_path)


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
def test_a_source_that_is_not_there_is_an_error(kind: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        read_source(kind, tmp_path / "absent")


@pytest.mark.parametrize("kind", sorted(IMPORTERS))
def test_an_empty_folder_is_an_error(kind: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_source(kind, tmp_path)
