"""What a step used: CPU is user + system with all children, as the operating system accounts for it."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

MIB = 1024.0
"""Peak memory is accounted for in kibibytes on Linux."""


class Step(NamedTuple):
    """A script with its arguments, run as a process of its own, and the exit statuses that are no failure."""

    name: str
    command: Sequence[object]
    may_end: Collection[int] = (0,)


class Used(NamedTuple):
    """CPU seconds and peak MiB of one process."""

    cpu: float
    peak: float


def used_by(step: Step) -> Used:
    """What a step used. SystemExit where it ended otherwise than it may.

    This file runs it: a process counts the memory of the one that starts it as its own, and that must be a small one.
    """
    done = subprocess.run(
        [sys.executable, __file__, *map(str, step.command)], capture_output=True, text=True, check=False
    )
    status, cpu, peak = done.stdout.splitlines()[-1].split()
    if int(status) not in step.may_end:
        raise SystemExit(f"{step.name}: {step.command} ended with {status}:\n{done.stderr[-1000:]}")
    return Used(float(cpu), float(peak))


def main(command: Sequence[str]) -> int:
    """Run a script, and print its exit status, its CPU seconds and its peak MiB in a line."""
    status = subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(status, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB)
    return 0


def print_head(what: str) -> None:
    """The first lines of a table of steps: what it is about, and its columns."""
    print(f"{what}\n\n{'step':32}{'CPU s':>9}{'peak MB':>9}", flush=True)


def print_steps(steps: Iterable[Step]) -> None:
    """Run each step when it is ready, and print a row of it."""
    for step in steps:
        used = used_by(step)
        print(f"{step.name:32}{used.cpu:9.2f}{used.peak:9.0f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
