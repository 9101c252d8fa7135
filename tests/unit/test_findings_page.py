"""docs/findings.md, finding_codes.toml and the profiles say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proceedings.cause_table import cause_table
from proceedings.codes import all_codes
from proceedings.severity_matrix import severity_matrix

LIBRARY = "".join(path.read_text("utf-8") for path in (Path(__file__).parents[2] / "scripts").rglob("*.py"))
PAGE = (Path(__file__).parents[2] / "docs" / "findings.md").read_text("utf-8")
SECTIONS = {match[1]: match[2] for match in re.finditer(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)}
ABOUT_THE_PDF = ("file", "page", "layout", "font", "text")
NO_CURE_IN_A_PROGRAM = ("page-minimum", "certified", "repaired")


def plain(words: str) -> str:
    return " ".join(words.replace("`", "").split())


def test_every_code_has_a_heading_and_every_heading_a_code() -> None:
    assert set(SECTIONS) == set(all_codes())


@pytest.mark.parametrize("code", all_codes())
def test_a_section_explains_its_code(code: str) -> None:
    known, section = all_codes()[code], plain(SECTIONS[code])
    assert known.what and known.what in section
    assert known.remedy and f"Cure: {known.remedy}" in " ".join(SECTIONS[code].split()), "code in backticks too"
    assert "Why it matters: " in section
    words = " ".join(SECTIONS[code].split())
    assert f"- LaTeX: {known.latex} - Word: {known.word}" in words if known.latex else "- LaTeX: " not in words
    assert bool(known.latex) == bool(known.word)
    assert known.latex or known.group not in ABOUT_THE_PDF or code in NO_CURE_IN_A_PROGRAM


def test_the_printed_matrix_is_that_of_the_profiles() -> None:
    assert severity_matrix() in PAGE, "put in the table that `python -m proceedings.severity_matrix` prints in scripts/"


def test_the_printed_causes_are_those_of_the_codes() -> None:
    assert cause_table() in PAGE, "put in the table that `python -m proceedings.cause_table` prints in scripts/"


def test_the_matrix_has_a_line_for_every_code() -> None:
    lines = severity_matrix().splitlines()
    assert lines[0] == "| code | default | absence | acl | acm | ceurart | ieee | lncs |"
    assert [line.split()[1] for line in lines[2:]] == list(all_codes())


@pytest.mark.parametrize("code", all_codes())
def test_the_page_says_of_every_code_whether_anything_raises_it(code: str) -> None:
    unchecked = PAGE.split("## Not checked yet\n")[1].split("\n## ")[0]
    assert (f'"{code}"' not in LIBRARY) == (f"[{code}]" in unchecked)
