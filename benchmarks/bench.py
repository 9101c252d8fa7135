"""Measure a whole build from outside: CPU and peak memory of every stage, of a run with nothing to do, of one paper.

    python benchmarks/bench.py [EDITION ...] [--papers N ...]

Each edition is copied, built, run again unchanged, and run once more with its first paper replaced by a
revision of the same length. `--papers 2000` measures a made edition of so many two-page papers as well,
which takes minutes.
CPU is user + system as the operating system accounts for it, so that a busy machine changes it little;
wall time is printed too, and means something on an idle machine only.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf

PROJECT = Path(__file__).resolve().parent.parent
SCRIPTS = PROJECT / "scripts"
MIB = 1024.0
"""Peak memory is accounted for in kibibytes on Linux."""

PROBE = """
import atexit, json, os, resource, sys, time
def _write_down(script=os.path.basename(sys.argv[0]) if sys.argv[:1] else ""):
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu, peak = sum(each.ru_utime + each.ru_stime for each in used), max(each.ru_maxrss for each in used)
    path = os.path.join(os.environ["BENCH_RECORDS"], f"{os.getpid()}-{time.time_ns()}.json")
    with open(path, "w") as record:
        json.dump([sys.argv[0], cpu, peak], record)
atexit.register(_write_down)
"""
"""Every interpreter that starts under the benchmark reads this, and says at its end what it used."""


class Usage(NamedTuple):
    """CPU seconds and peak MiB of one process."""

    script: str
    cpu: float
    peak: float


class Run(NamedTuple):
    """One run of the workflow: total CPU seconds with all children, wall seconds, and its stages."""

    cpu: float
    wall: float
    status: int
    stages: list[Usage]


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table for each edition."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("editions", nargs="*", type=Path, help="edition folders; the sample edition if none is given")
    parser.add_argument("--papers", nargs="*", type=int, default=[], help="sizes of made editions to measure too")
    args = parser.parse_args(argv)
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        for number, edition in enumerate(args.editions or ([] if args.papers else [PROJECT])):
            name = "sample edition" if edition.resolve() == PROJECT else edition.resolve().name
            measure(_copied(edition, Path(folder) / str(number)), name)
        for papers in args.papers:
            measure(_made(papers, Path(folder) / f"made-{papers}"), f"{papers} made papers")
    return 0


def measure(edition: Path, name: str) -> None:
    """Build, build again, replace a paper and build; print what each took."""
    first = _run(edition)
    pages = _pages(edition)
    print(f"## {name}: {len(list(edition.glob('papers/*.pdf')))} papers, {pages} pages in the volume\n")
    _print_stages(first, pages)
    _print_run("unchanged, run again", _run(edition))
    if replaced := _replace_a_paper(edition):
        again = _run(edition)
        _print_run(f"{replaced} replaced", again)
        print("  jobs: " + ", ".join(f"{count} {stage}" for stage, _, _, count in _by_stage(again.stages)))
    print()


def _run(edition: Path) -> Run:
    records = Path(tempfile.mkdtemp(dir=edition.parent))
    (records / "probe").mkdir()
    (records / "probe" / "sitecustomize.py").write_text(PROBE)
    environment = os.environ | {"PYTHONPATH": str(records / "probe"), "BENCH_RECORDS": str(records)}
    command = [sys.executable, "-m", "snakemake", "--snakefile", str(PROJECT / "Snakefile")]
    command += ["--profile", str(PROJECT / "profiles" / "default"), "--directory", str(edition)]
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    wall, cpu = time.perf_counter() - start, _children() - before
    stages = list(_records(records))
    return Run(cpu, wall, done.returncode, stages)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _records(folder: Path) -> Iterator[Usage]:
    """What each stage's process wrote down; other interpreters, such as the workflow engine's own, are left out."""
    for path in sorted(folder.glob("*.json")):
        script, cpu, peak = json.loads(path.read_text())
        if Path(script).parent == SCRIPTS:
            yield Usage(Path(script).stem, cpu, peak / MIB)


def _by_stage(stages: Sequence[Usage]) -> list[tuple[str, float, float, int]]:
    """(stage, CPU seconds, peak MiB, jobs), dearest first."""
    names = {each.script for each in stages}
    rows = []
    for name in names:
        jobs = [each for each in stages if each.script == name]
        rows.append((name, sum(job.cpu for job in jobs), max(job.peak for job in jobs), len(jobs)))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _print_stages(run: Run, pages: int) -> None:
    print(f"{'stage':28}{'jobs':>5}{'CPU s':>9}{'pages/s':>9}{'peak MB':>9}")
    for stage, cpu, peak, jobs in _by_stage(run.stages):
        print(f"{stage:28}{jobs:5}{cpu:9.2f}{pages / max(cpu, 0.01):9.0f}{peak:9.0f}")
    rest = run.cpu - sum(each.cpu for each in run.stages)
    print(f"{'workflow engine and shells':28}{'':5}{rest:9.2f}")
    print(f"{'whole build':28}{len(run.stages):5}{run.cpu:9.2f}{pages / run.cpu:9.0f}")
    print(f"\nwall {run.wall:.1f} s, exit status {run.status}")


def _print_run(what: str, run: Run) -> None:
    print(f"{what}: {run.cpu:.2f} CPU s, wall {run.wall:.1f} s, {len(run.stages)} jobs, exit status {run.status}")


def _pages(edition: Path) -> int:
    proof = edition / "output" / "proof.json"
    return int(json.loads(proof.read_text())["volume"]["pages"]) if proof.is_file() else 0


def _replace_a_paper(edition: Path) -> str:
    """Give the first paper a revised file with as many pages; its name, or nothing where there is no paper."""
    papers = sorted(edition.glob("papers/*.pdf"), key=lambda path: path.name)
    papers = [path for path in papers if not path.stem.endswith(("-rights", "-supplement"))]
    if not papers:
        return ""
    with pikepdf.open(papers[0], allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Keywords"] = "revised"
        pdf.save(papers[0], deterministic_id=True)
    return papers[0].name


def _copied(edition: Path, folder: Path) -> Path:
    for part in ("metadata", "papers"):
        shutil.copytree(edition / part, folder / part)
    return folder


def _made(papers: int, folder: Path) -> Path:
    """An edition of so many papers: a sample paper's two pages under new names, in sessions of ten."""
    _copied(PROJECT, folder)
    source = _sample(folder)
    for path in [*folder.glob("papers/*.pdf"), *folder.glob("papers/*.zip"), *folder.glob("metadata/papers/*.yml")]:
        path.unlink()
    ids = [f"{number:05d}" for number in range(1, papers + 1)]
    for paper in ids:
        (folder / "papers" / f"{paper}.pdf").write_bytes(source + f"% {paper}\n".encode())
        (folder / "metadata" / "papers" / f"{paper}.yml").write_text(_metadata(paper))
    sessions = [
        f'- title: Session {first // 10 + 1}\n  papers: ["' + '", "'.join(ids[first : first + 10]) + '"]\n'
        for first in range(0, papers, 10)
    ]
    (folder / "metadata" / "program.yml").write_text("sessions:\n" + "".join(sessions))
    (folder / "metadata" / "waivers.yml").unlink(missing_ok=True)
    return folder


def _sample(folder: Path) -> bytes:
    """A sample paper of two pages."""
    import pypdf

    for path in sorted(folder.glob("papers/*.pdf")):
        if len(pypdf.PdfReader(path).pages) == 2:
            return path.read_bytes()
    raise SystemExit("No sample paper has two pages.")


def _metadata(paper: str) -> str:
    number = int(paper)
    return f"""title: Training Deep Networks on a Sample Machine, Part {number}
authors:
- {{given: Ada, family: Sample{number % 997}, affiliations: [one], corresponding: true, email: ada{number}@example.org}}
- {{given: Bo, family: Second{number % 499}, affiliations: [one]}}
affiliations:
  one: {{name: Sample University, city: Ghent, country: BE}}
abstract: A paper made to measure the build.
keywords: [deep learning, supercomputers]
reproducibility:
  algorithms: [{{name: Stochastic gradient descent}}]
  software: [{{name: PyTorch, version: "2.{number % 9}"}}]
  datasets: [{{name: ImageNet-1K}}]
  hardware: [{{system_name: Sample Machine {number % 17}}}]
"""


if __name__ == "__main__":
    raise SystemExit(main())
