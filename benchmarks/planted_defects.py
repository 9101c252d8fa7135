"""Recall and precision of every check on planted defects, and what inspection and checks cost a page.

    python benchmarks/planted_defects.py

Clean papers of five templates, set by reportlab and, where installed, by TeX and LibreOffice, with one defect each:
the same cases as in tests/planted. CPU is user + system of the process and of its children.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "scripts"), str(PROJECT / "tests")]

from planted.cases import Case  # noqa: E402
from planted.judging import Outcome, findings_of, record_of, table_of  # noqa: E402
from planted.makers import Papers, why_not  # noqa: E402
from planted.running import all_runs, checked_codes, judged, papers  # noqa: E402
from planted.sheets import SHEETS  # noqa: E402
from proceedings.inspection.pdf_inspection import inspect_paper  # noqa: E402

REPEATS = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Print both tables; 1 if a case fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        store = papers(Path(name))
        outcomes = list(_outcomes(store, Path(name)))
        print("## Planted defects\n")
        print(table_of(outcomes))
        failures = [each for each in outcomes if each.failure]
        for each in failures:
            print(f"{each.template}, {each.maker}, {each.case}: {each.failure}")
        print("\n## Cost of inspection and checks\n")
        print(f"{'template':10}{'maker':11}{'pages':>6}{'inspection ms/page':>20}{'checks ms/page':>16}")
        for line in _costs(store, Path(name)):
            print(line)
    return 1 if failures else 0


def _outcomes(store: Papers, folder: Path) -> Iterator[Outcome]:
    known = checked_codes()
    for run in all_runs():
        if why_not(run.maker, run.template) or (run.case.code and run.case.code not in known):
            continue
        with tempfile.TemporaryDirectory(dir=folder) as own:
            yield judged(run, store, Path(own))


def _costs(store: Papers, folder: Path) -> Iterator[str]:
    """One line a clean paper."""
    case = Case("clean", None)
    for maker in ("reportlab", "tex", "writer"):
        for template, sheet in SHEETS.items():
            if why_not(maker, template):
                continue
            path = store.copy(maker, sheet, folder / "017.pdf")
            pages = len(inspect_paper(path, "017").pages)
            record = record_of(sheet)
            inspection = _cpu(lambda path=path: inspect_paper(path, "017"))
            whole = _cpu(lambda path=path, sheet=sheet, record=record: findings_of(path, sheet, record, case))
            checks = max(whole - inspection, 0.0)
            yield f"{template:10}{maker:11}{pages:6}{1000 * inspection / pages:20.1f}{1000 * checks / pages:16.1f}"


def _cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call, the mean of some."""
    before = sum(os.times()[:4])
    for _ in range(REPEATS):
        work()
    return (sum(os.times()[:4]) - before) / REPEATS


if __name__ == "__main__":
    raise SystemExit(main())
