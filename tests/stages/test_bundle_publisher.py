from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from builders import edition, paper
from bundle_publisher import main
from proceedings.bundles import BUNDLES
from proceedings.bundles.archive import REQUIRED
from proceedings.records.placement import Pagination
from proceedings.records.record_files import write_records


def arguments(folder: Path, publisher: str) -> list[str]:
    write_records(folder / "output/work/papers.json", edition(paper("017")))
    write_records(folder / "output/work/pagination.json", Pagination())
    given = {
        "publisher": publisher,
        "edition": folder / "output/work/papers.json",
        "pagination": folder / "output/work/pagination.json",
        "facts-folder": folder / "output/work/facts",
        "folder": folder / "output",
        "metadata": folder / "metadata",
        "output": folder / "output/bundle" / f"{publisher}.zip",
    }
    return [word for name, value in given.items() for word in (f"--{name}", str(value))]


def test_the_archive_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = arguments(tmp_path, "archive")
    for name in REQUIRED:
        (tmp_path / "output" / name).write_text(name)
    assert main(given) == 0
    assert re.fullmatch(r"bundle_publisher: archive\.zip with \d+ files, \d+ kB\n", capsys.readouterr().out)
    with zipfile.ZipFile(tmp_path / "output/bundle/archive.zip") as bag:
        assert bag.read("sw2019-archive/data/proceedings.pdf") == b"proceedings.pdf"


def test_an_unknown_publisher_is_one_line_with_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(tmp_path, "elsewhere")) == 1
    said = capsys.readouterr().err
    known = ", ".join(sorted(BUNDLES))
    assert said == f'bundle_publisher: there is no bundle for "elsewhere"; known are: {known}.\n'


def test_a_mark_is_there_until_the_bundle_is_packed_and_says_why_it_is_not(tmp_path: Path) -> None:
    given, mark = arguments(tmp_path, "archive"), tmp_path / "packing/archive.txt"
    assert main([*given, "--mark", str(mark)]) == 1
    assert "not built yet" in mark.read_text()
    for name in REQUIRED:
        (tmp_path / "output" / name).write_text(name)
    assert main([*given, "--mark", str(mark)]) == 0
    assert not mark.exists()


def test_an_unfinished_build_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, "archive")) == 1
    assert "not built yet" in capsys.readouterr().err
