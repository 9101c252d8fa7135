"""Real runs of the workflow, in editions of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from new_edition import main as write_skeleton
from pdf_makers import paper_pdf

ROOT = Path(__file__).parents[2]

PROCEEDINGS = """\
title: Proceedings of the Sample Workshop
acronym: SW
year: 2019
publisher: own
profile: lncs
format: {body: {families: [dejavu-sans]}}
severities: {section-missing: "off"}
reproducibility: "off"
as_of: 2019-06-20
event: {name: Sample Workshop, place: Frankfurt am Main, start: 2019-06-20}
editors:
- {given: Eva, family: Editor}
types:
  full: {min: 1, max: 12}
"""

PAPER = """\
title: A Study of {id} on a Sample Machine
authors:
- {{given: Ada, family: Sample{id}, affiliations: [ghent], corresponding: true, email: ada@example.org}}
affiliations:
  ghent: {{name: Sample University, city: Ghent, country: BE}}
"""


@dataclass(frozen=True)
class Run:
    """What a run of snakemake did: its exit status, what it printed, and which rules ran."""

    status: int
    printed: str
    ran: tuple[str, ...]


@dataclass(frozen=True)
class EditionFolder:
    """An edition on disk that can be built."""

    path: Path

    def build(self, *targets: str) -> Run:
        """Run snakemake as a chair would, and say which rules ran (each leaves a log of its name)."""
        mark = self.path / "before.mark"
        mark.touch()
        done = subprocess.run(
            [sys.executable, "-m", "snakemake", "--directory", str(self.path), "--", *targets],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        logs = (self.path / "output/logs").glob("*.log")
        ran = sorted(log.name.split(".")[0] for log in logs if log.stat().st_mtime_ns > mark.stat().st_mtime_ns)
        mark.unlink()
        return Run(done.returncode, done.stdout + done.stderr, tuple(ran))

    def findings(self) -> list[dict[str, object]]:
        """What output/findings.json says."""
        return json.loads((self.path / "output/findings.json").read_text("utf-8"))["findings"]

    def write(self, file: str, text: str) -> None:
        """Write one of the edition's text files."""
        target = self.path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def write_edition(path: Path, papers: dict[str, int]) -> EditionFolder:
    """An edition whose papers have so many pages each, in one session."""
    edition = EditionFolder(path)
    edition.write("metadata/proceedings.yml", PROCEEDINGS)
    ids = ", ".join(f'"{paper}"' for paper in papers)
    edition.write("metadata/program.yml", f"sessions:\n- title: Papers\n  papers: [{ids}]\n")
    (path / "papers").mkdir(exist_ok=True)
    for paper, pages in papers.items():
        edition.write(f"metadata/papers/{paper}.yml", PAPER.format(id=paper))
        title, authors = f"A Study of {paper} on a Sample Machine", f"Ada Sample{paper}"
        paper_pdf(path / f"papers/{paper}.pdf", pages=pages, title=title, authors=authors)
    return edition


@pytest.fixture
def new_edition(tmp_path: Path) -> Callable[..., EditionFolder]:
    """`new_edition(a=3, b=2)`: an edition of two papers of three and two pages."""
    return lambda **papers: write_edition(tmp_path, papers)


@pytest.fixture
def skeleton(tmp_path: Path) -> Callable[[str], EditionFolder]:
    """`skeleton("dls-isc")`: what `make new PRESET=dls-isc` writes."""

    def written(preset: str) -> EditionFolder:
        assert write_skeleton([preset, str(tmp_path / preset)]) == 0
        return EditionFolder(tmp_path / preset)

    return written
