from __future__ import annotations

import os
from pathlib import Path

import pytest

from proceedings.terminal_news import LOCKED, news, obstacle

FAILED = """\
RuleException:
CalledProcessError in file "rules/intake.smk", line 32:
Command 'set -euo pipefail;
        "$PYTHON" "$SCRIPTS/{stage}.py" \\
            2>&1 | tee output/logs/{log}.log' {how}"""


def failed(stage: str, how: str, batch: str = "") -> str | None:
    return news(FAILED.format(stage=stage, log=stage + batch, how=how))


def test_the_schedulers_chatter_is_not_news() -> None:
    assert news("Building DAG of jobs...") is None
    assert news("\nSelect jobs to execute...") is None


def test_what_is_not_known_is_handed_on() -> None:
    assert news("MissingInputException in rule x:\nMissing input files") == (
        "MissingInputException in rule x:\nMissing input files"
    )


def test_a_failed_stage_is_named_with_its_log_and_without_its_command() -> None:
    assert failed("stamp_papers", "returned non-zero exit status 1.", ".00") == (
        "stamp_papers failed; what it said is in output/logs/stamp_papers.00.log"
    )


def test_a_stage_that_was_killed_is_told_from_one_that_failed() -> None:
    for how in ("died with <Signals.SIGKILL: 9>.", "returned non-zero exit status 137."):
        line = failed("inspect_papers", how, ".00")
        assert line is not None
        assert "killed, perhaps for want of memory" in line


def test_a_gate_that_closes_and_a_stage_that_the_chair_stopped_say_nothing() -> None:
    assert failed("require_camera_ready", "returned non-zero exit status 1.", ".strict") is None
    assert failed("stamp_papers", "died with <Signals.SIGINT: 2>.", ".00") is None


def test_a_locked_edition_says_how_to_free_it() -> None:
    assert news("LockException:\nError: Directory cannot be locked.") == LOCKED
    assert "--unlock" in LOCKED


def test_an_edition_that_was_never_built_has_no_obstacle(tmp_path: Path) -> None:
    assert obstacle(tmp_path) is None
    (tmp_path / "output/papers").mkdir(parents=True)
    assert obstacle(tmp_path) is None


def test_a_file_named_output_is_an_obstacle(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    line = obstacle(tmp_path)
    assert line is not None
    assert line.startswith("output is a file here")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_protected_file_is_named(tmp_path: Path) -> None:
    volume = tmp_path / "output/proceedings.pdf"
    volume.parent.mkdir()
    volume.touch(mode=0o444)
    line = obstacle(tmp_path)
    assert line is not None
    assert "output/proceedings.pdf cannot be written" in line
