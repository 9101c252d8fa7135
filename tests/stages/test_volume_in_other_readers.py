"""A volume of hard papers (forms, layers, attached files, tags, a turned page) in readers that did not write it."""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from fidelity_makers import loaded_volume
from proceedings.verification.pdf_reading import FinishedPdf


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return loaded_volume(tmp_path_factory.mktemp("loaded")).volume


def test_a_strict_reading_of_every_object_has_no_complaint(volume: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert FinishedPdf(volume).read.complaint is None
    logging.getLogger("pypdf").setLevel(logging.WARNING)  # the verification silences it
    reader = PdfReader(volume, strict=True)
    numbers = [*reader.xref[0], *reader.xref_objStm]
    assert len(numbers) > 100
    assert None not in [reader.get_object(IndirectObject(number, 0, reader)) for number in numbers if number]
    assert [each.getMessage() for each in caplog.records] == []


@pytest.mark.parametrize(
    "command",
    [
        "qpdf --check",
        "pdfinfo -dests",
        "pdfinfo -struct",
        "pdftotext -q",
        "pdfdetach -list",
        "mutool info",
        "mutool draw -q -F txt -o /dev/null",
    ],
)
def test_other_readers_have_no_complaint(volume: Path, command: str) -> None:
    program, *options = command.split()
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    read = subprocess.run([program, *options, str(volume)], capture_output=True, text=True, check=False)
    complaints = [line for line in read.stderr.splitlines() if "ICC support" not in line]  # of how mutool was built
    assert (read.returncode, complaints) == (0, [])


def test_another_reader_finds_the_files_of_each_paper_under_its_name(volume: Path) -> None:
    if shutil.which("pdfdetach") is None:
        pytest.skip("pdfdetach is not installed")
    listed = subprocess.run(["pdfdetach", "-list", str(volume)], capture_output=True, text=True, check=True).stdout
    assert listed.splitlines()[0] == "4 embedded files"
