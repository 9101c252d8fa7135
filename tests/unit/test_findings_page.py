"""docs/findings.md, finding_codes.toml and the profiles say the same."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from proceedings.cause_table import cause_table
from proceedings.checks.registry import EDITION_CHECKS, FILE_CHECKS, PAPER_CHECKS
from proceedings.codes import all_codes
from proceedings.severity_matrix import severity_matrix

SCRIPTS = Path(__file__).parents[2] / "scripts"
PAGE = (Path(__file__).parents[2] / "docs" / "findings.md").read_text("utf-8")
SECTIONS = {match[1]: match[2] for match in re.finditer(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)}
CHECKS = {**FILE_CHECKS, **PAPER_CHECKS, **EDITION_CHECKS}
ABOUT_THE_PDF = ("file", "page", "layout", "font", "text")
NO_CURE_IN_A_PROGRAM = ("page-minimum", "certified", "repaired")


def raised_in(path: Path) -> set[str]:
    """The codes with which a module makes findings and problems; to compare or list a code does not count."""
    module = ast.parse(path.read_text("utf-8"))
    functions = [each for each in ast.walk(module) if isinstance(each, ast.FunctionDef)]
    return {code for function in functions for code in _raised(function, module)} & all_codes().keys()


def _raised(function: ast.FunctionDef, module: ast.Module) -> Iterator[str]:
    """What functions are given first or as `code`; for a name, what the module gives it, or any that stands here."""
    for call in (each for each in ast.walk(function) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)):
        for given in [*call.args[:1], *(each.value for each in call.keywords if each.arg == "code")]:
            named = [given] if isinstance(given, ast.Constant) else []
            if isinstance(given, ast.Name) and call.func.id in ("finding", "Problem"):
                named = _values(module, given.id) or function.body
            constants = (each for part in named for each in ast.walk(part) if isinstance(each, ast.Constant))
            yield from (each.value for each in constants if isinstance(each.value, str))


def _values(module: ast.Module, name: str) -> list[ast.stmt]:
    """The statements that give a name of the module its value."""
    given = (each for each in module.body if isinstance(each, ast.Assign))
    return [each for each in given if any(isinstance(to, ast.Name) and to.id == name for to in each.targets)]


RAISED = {code for path in SCRIPTS.rglob("*.py") for code in raised_in(path)}


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
    assert (code not in RAISED) == (f"[{code}]" in unchecked)


@pytest.mark.parametrize("code", CHECKS)
def test_a_registered_check_raises_its_code(code: str) -> None:
    assert code in raised_in(Path(inspect.getfile(CHECKS[code])))


def test_a_code_that_is_only_named_is_not_raised(tmp_path: Path) -> None:
    lines = [
        "CHECKS = {'gutter': None}",
        "NAME = 'leading'",
        "def checked(found):",
        "    if found.code == 'page-size':",
        "        yield finding(NAME, 'page-limit')",
        "        yield Problem(code='password', message='encrypted')",
    ]
    module = tmp_path / "module.py"
    module.write_text("\n".join(lines))
    assert raised_in(module) == {"leading", "password"}
