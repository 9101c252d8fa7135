"""Imports are work: a build starts some thirty processes, and none may take in what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
HEAVY = ("bibtexparser", "fontTools", "jinja2", "numpy", "pandas", "pikepdf", "pypdf", "pypdfium2", "reportlab", "yaml")
NEEDED = {
    "assemble_volume": {"pikepdf"},
    "bundle_changes": {"yaml"},
    "collect_papers": {"yaml"},
    "detach_appendix": {"pikepdf"},
    "freeze_pages": {"yaml"},
    "import_forms": {"yaml"},
    "import_submissions": {"yaml"},
    "new_edition": {"yaml"},
    "reconcile_papers": {"yaml"},
    "record_arrivals": {"yaml"},
    "repair_papers": {"pikepdf", "pypdfium2"},
    "stamp_papers": {"pikepdf"},
    "suggest_same_names": {"yaml"},
    "verify_volume": {"fontTools", "pypdf", "pypdfium2"},  # pypdf takes in fontTools by itself
    "adopt_publication": {"yaml"},
    "apply_table": {"yaml"},
    "write_form": {"yaml"},
    "write_table": {"yaml"},
    "write_template": {"yaml"},
}
"""What a stage takes in before it knows its arguments; every other stage takes in nothing heavy."""

NEVER = {"snakemake", "openpyxl", "pandas", "numpy"}


def taken_in(stage: str) -> set[str]:
    """Names of the packages that are loaded when a stage has been imported."""
    program = f"import sys; import {stage}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("stage", sorted(path.stem for path in SCRIPTS.glob("*.py")))
def test_a_stage_takes_in_no_more_than_it_needs(stage: str) -> None:
    found = taken_in(stage)
    assert found & {*HEAVY, *NEVER} <= NEEDED.get(stage, set())


def test_the_proof_takes_in_nothing_that_sets_pages() -> None:
    program = "import sys, verify_volume; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=True)
    found = {name for name in done.stdout.split() if name.startswith("proceedings.typesetting.")}
    assert found <= {"proceedings.typesetting.inline", "proceedings.typesetting.math_text"}
