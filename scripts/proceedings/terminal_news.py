"""What a chair reads of the engine's own lines: no chatter, and its errors in the field's words."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

CHATTER = (
    "Assuming unrestricted",
    "At least one job did not complete",
    "Building DAG of jobs",
    "Cannot restore",
    "Complete log(s)",
    "Conda environments",
    "DAG of jobs will be",
    "Elapsed time",
    "Execute ",
    "Exiting because a job",
    "Restored previous version of output/bundle/",
    "Select jobs to execute",
    "Updating checkpoint",
    "Using shell",
    "Using workflow specific profile",
    "WorkflowError:\nAt least one job did not complete",
)
STOPPING = "Terminating processes on user request"
UP_TO_DATE = "Nothing to be done"
REFUSING = ("require_camera_ready", "bundle_changes")
"""The stages whose failure is no fault of their own: the last lines say why."""

LOCKED = (
    "This edition is being built by another run, or a run was killed. Wait for the other run; if there is none,\n"
    "free the edition with `.venv/bin/snakemake --unlock --directory EDITION` and build again."
)
_LOG = re.compile(r"\btee '?(output/logs/([a-z_]+)[\w.-]*\.log)")
_STATUS = re.compile(r"returned non-zero exit status (\d+)|died with <Signals\.(\w+)")


def news(text: str) -> str | None:
    """What the chair reads for a line of the engine's log; None when that is nothing."""
    text = text.strip()
    if text.startswith(CHATTER):
        return None
    if text.startswith(STOPPING):
        return "Stopping ..."
    if text.startswith("LockException"):
        return LOCKED
    log = _LOG.search(text)
    return _failed_stage(text, *log.groups()) if "CalledProcessError" in text and log else text


def _failed_stage(text: str, log: str, stage: str) -> str | None:
    """A stage that failed has said why itself; one that was killed has not."""
    status = _STATUS.search(text)
    signal = status[2] if status else None
    if stage in REFUSING or signal in ("SIGINT", "SIGTERM"):
        return None
    killed = signal == "SIGKILL" or (status is not None and status[1] == "137")
    why = "was killed, perhaps for want of memory" if killed else "failed"
    return f"{stage} {why}; what it said is in {log}"


def obstacle(folder: Path) -> str | None:
    """What keeps a build from writing below `folder`, an edition, in one line; None when nothing does."""
    output = folder / "output"
    if output.exists() and not output.is_dir():
        return "output is a file here, and a folder of this name is to be written: rename or remove the file."
    for path in _written(folder, output):
        if not os.access(path, os.W_OK):
            return (
                f"{path.as_posix()} cannot be written: allow it (chmod -R u+w output .snakemake), or copy the edition."
            )
    return None


def _written(folder: Path, output: Path) -> Iterator[Path]:
    """The folders and files that a build replaces, or the folder in which it would make them."""
    state = folder / ".snakemake"
    yield from (each if each.exists() else folder for each in (output, state, state / "locks") if each.parent.exists())
    yield from sorted(each for each in output.rglob("*") if not each.is_symlink())
