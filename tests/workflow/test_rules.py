"""The house rules of the workflow itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RULES = sorted(ROOT.glob("rules/*.smk"))
BLOCKS = {
    re.split(r"\W", block, maxsplit=2)[1]: block
    for file in RULES
    for block in re.split(r"(?m)^(?=(?:rule|checkpoint) )", file.read_text("utf-8"))[1:]
}
"""Each rule's text by its name."""


@pytest.mark.parametrize("file", RULES, ids=lambda path: path.name)
def test_a_stage_file_is_short(file):
    assert len(file.read_text("utf-8").splitlines()) <= 120


@pytest.mark.parametrize("rule", BLOCKS)
def test_rule_script_and_log_have_one_stem(rule):
    assert f'"$PYTHON" "$SCRIPTS/{rule}.py"' in BLOCKS[rule]
    assert f'"output/logs/{rule}.' in BLOCKS[rule]
    assert (ROOT / "scripts" / f"{rule}.py").is_file()
    assert (ROOT / "tests/stages" / f"test_{rule}.py").is_file(), rule


@pytest.mark.parametrize("file", RULES, ids=lambda path: path.name)
def test_no_rule_runs_python_inside_snakemake(file):
    assert not re.search(r"(?m)^\s+(run|script):", file.read_text("utf-8"))


def test_the_findings_of_every_stage_are_gathered():
    stages = set(re.findall(r"output/work/findings/(\w+)\.json", "".join(BLOCKS.values())))
    assert "typeset_front_matter" in stages
    assert stages <= set(re.findall(r'"(\w+)",', BLOCKS["gather_findings"])), "written and never told"


def test_the_two_environments_cannot_drift():
    assert "-r requirements.txt" in (ROOT / "environment.yml").read_text("utf-8")


def test_the_lock_has_hashes_and_names_no_host():
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    assert "://" not in lock
    pinned = re.findall(r"(?m)^[\w.-]+(?:\[[\w,]+\])?==", lock)
    assert len(pinned) == len(re.findall(r"(?m)^\S+==.*\\\n\s+--hash=sha256:", lock))
