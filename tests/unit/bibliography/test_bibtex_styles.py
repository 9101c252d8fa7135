"""The real bibtex and biber read proceedings.bib without a warning and print names and titles as they are meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from hard_papers import hard_edition
from proceedings.bibliography.bibtex import read_bibtex, write_bibtex
from proceedings.publisher import load_policy
from proceedings.verification.tables import bibliography_troubles

STYLES = ("plain", "alpha", "apalike", "splncs04", "IEEEtran", "ACM-Reference-Format")


@pytest.fixture(scope="module")
def bibliography(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `hard.bib`, and with `none.bib`, whose volume has neither editors nor series nor number."""
    folder = tmp_path_factory.mktemp("bibliography")
    lacking: dict[str, object] = {"editors": (), "series": None, "number": None, "url": None}
    for name, fields in {"hard": {}, "none": lacking}.items():
        (folder / f"{name}.bib").write_text(write_bibtex(*hard_edition(**fields), load_policy("own")), "utf-8")
    return folder


def set_by(folder: Path, bib: str, style: str) -> str:
    """What bibtex makes of a bibliography, on one line; it warned of nothing, and cut no letter."""
    if shutil.which("bibtex") is None:
        pytest.skip("bibtex is not installed (Debian: apt-get install texlive-binaries)")
    if subprocess.run(["kpsewhich", f"{style}.bst"], capture_output=True, check=False).returncode:
        pytest.skip(f"{style}.bst is not installed (Debian: apt-get install texlive-publishers)")
    aux = f"\\relax\n\\citation{{*}}\n\\bibdata{{{bib}}}\n\\bibstyle{{{style}}}\n"
    (folder / "volume.aux").write_text(aux, "ascii")
    run = subprocess.run(["bibtex", "volume"], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0 and "arning" not in run.stdout, run.stdout
    return " ".join((folder / "volume.bbl").read_text("utf-8").split())  # which no letter cut in two can be


@pytest.mark.tex
@pytest.mark.parametrize("style", STYLES)
def test_no_style_of_bibtex_warns(bibliography: Path, style: str) -> None:
    written = set_by(bibliography, "hard", style)
    assert written.count("\\bibitem") == 11
    assert r"{\"O}" in written and r"{\relax {王}{明}}" in written


@pytest.mark.tex
@pytest.mark.parametrize("style", STYLES)
def test_no_style_warns_of_what_the_edition_has_not(bibliography: Path, style: str) -> None:
    assert set_by(bibliography, "none", style).count("\\bibitem") == 11


@pytest.mark.tex
@pytest.mark.parametrize(
    "printed",
    [
        r"Y{\i}lmaz, {\"O}., van~der Berg, L., Nguy{\~{\^e}}n, V.{\'A}.: Plain title: A {GPU} story. In:",
        r"Portegies~Zwart, S., {{d'}Alembert}, J., O{'}Brien, M.: {ResNet}-50 at 90 \% of {$O(n_{k}^2)$} \& more. In:",
        r"King, Jr., M.L., de~la Cruz, III, R., Sukarno: What is a\_b\_c \#1? {A}",
        r"{The Sample Machine Team}, {Barnes and Noble, Inc.}, {Collaboration \& Friends}: ``{Quoted}'' {`}single{'}",
        r"{\relax {王}{明}}, {\relax И}ванова, {\relax О}., {\relax ع}لي, {\relax محمد}., {\relax {김}{지훈}}:",
        r"{{\"O}zt{\"u}rk-Y{\i}lmaz}, A.M., Smith-Jones, J.: {C}++ and {C}\#: 100\% of \textless{}{T}\textgreater{}",
        r"{de la Cruz Lopez}, M., van {van Gogh}, V.: deep learning on machines: 你好, 東京. In:",
        r"{And}, A., {C, D}, A., Others, o.: {$\alpha$}-{Net}: {$\ell_1$} and",
    ],
)
def test_springers_style_prints_names_and_titles_as_they_are(bibliography: Path, printed: str) -> None:
    assert printed in set_by(bibliography, "hard", "splncs04")


@pytest.mark.tex
def test_biber_reads_it_and_finds_every_field_that_its_entries_must_have(bibliography: Path) -> None:
    if shutil.which("biber") is None:
        pytest.skip("biber is not installed (Debian: apt-get install biber)")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", "hard.bib"]
    run = subprocess.run(command, cwd=bibliography, capture_output=True, text=True, check=False)
    assert run.returncode == 0 and not {"WARN", "ERROR"} & set((run.stdout + run.stderr).split()), run.stdout
    assert (bibliography / "out.bib").read_text("utf-8").count("@INPROCEEDINGS") == 10


def test_hard_names_and_titles_read_back_by_the_reader_of_the_proof() -> None:
    made, pagination = hard_edition()
    read = read_bibtex(write_bibtex(made, pagination, load_policy("own")))
    places = zip(made.papers, pagination.placements, strict=True)
    assert [bibliography_troubles(read, each, place, made) for each, place in places] == [[]] * len(made.papers)
