"""Odd front pages as TeX sets them: right metadata raises nothing, and one change one finding."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from builders import edition, holdings, paper
from proceedings.checks.author_mismatch import author_mismatch
from proceedings.checks.title_mismatch import title_mismatch
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding

pytestmark = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")

TITLE = "Waiting for the Slowest Rank"
SIX = ("Ada Ackers", "Ben Boom", "Carla Crispin", "Dirk Dorn", "Eva Ekberg", "Finn Falk")
TEXT = "The slowest rank is what all others wait for, and nobody knows beforehand which one it will be. " * 30

PAGES = {
    "six blocks of IEEEtran": (
        r"\documentclass[conference]{IEEEtran}",
        r"\and ".join(rf"\IEEEauthorblockN{{{name}}}\IEEEauthorblockA{{Oak Ridge\\ Saint Louis, USA}}" for name in SIX),
        SIX,
    ),
    "institutions below names in one type": (
        r"\documentclass{article}",
        r"Ada Ackers\\Carnegie Mellon \and Ben Boom\\Max Planck \and Carla Crispin\\Johns Hopkins",
        SIX[:3],
    ),
    "institutions behind marks in one type": (
        r"\documentclass{article}",
        r"Ada Ackers$^1$ \quad Ben Boom$^2$\\ $^1$Johns Hopkins \quad $^2$Rolls Royce\\ \texttt{\{a,b\}@sample.org}",
        SIX[:2],
    ),
    "institutions behind names": (
        r"\documentclass{article}",
        r"Ada Ackers, Carnegie Mellon \and Ben Boom, Max Planck",
        SIX[:2],
    ),
}


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PaperFacts]:
    folder = tmp_path_factory.mktemp("front")
    return {name: _set(folder, number, *page[:2]) for number, (name, page) in enumerate(PAGES.items())}


def _set(folder: Path, number: int, document: str, authors: str) -> PaperFacts:
    source = folder / f"{number}.tex"
    body = rf"\begin{{abstract}}{TEXT[:200]}\end{{abstract}}\section{{Introduction}}{TEXT}"
    front = rf"\title{{{TITLE}}}\author{{{authors}}}\date{{}}"
    source.write_text(rf"{document}\begin{{document}}{front}\maketitle{body}\end{{document}}")
    made = subprocess.run(
        ["pdflatex", "-interaction=batchmode", source.name], cwd=folder, stdout=subprocess.DEVNULL, check=False
    )
    if made.returncode:
        pytest.skip(f"TeX lacks what this needs: {document}")
    return inspect_paper(source.with_suffix(".pdf"), "017")


def found(facts: PaperFacts, *authors: str) -> list[Finding]:
    held = holdings(edition(paper("017", *authors, title=TITLE)), facts)
    return [*title_mismatch(held), *author_mismatch(held)]


@pytest.mark.parametrize("name", PAGES)
def test_right_metadata_raises_nothing(name: str, inspected: dict[str, PaperFacts]) -> None:
    assert found(inspected[name], *PAGES[name][2]) == []


@pytest.mark.parametrize("name", PAGES)
def test_one_change_is_one_finding(name: str, inspected: dict[str, PaperFacts]) -> None:
    first, *others = PAGES[name][2]
    for changed in (
        [first, *others, "Zora Nealeburg"],
        [first.replace("ck", "xk"), *others],
        [others[0], first, *others[1:]],
        [first, *others[:-1], "Zora Nealeburg"],
    ):
        assert len(found(inspected[name], *changed)) == 1, changed
