"""Archives of sources: what is found in them, and that none stops the reading."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from builders import paper
from pdf_makers import paper_pdf
from proceedings.companions.listing import companion_files, form_of, source_of
from proceedings.companions.reading import read_companions
from proceedings.companions.source_archive import read_archive
from proceedings.companions.tex_files import missing_files
from proceedings.records.companions import SourceFacts
from proceedings.records.paper import PaperFiles

PAPER = r"""\documentclass[runningheads]{llncs}
% \title{A Draft}
\title[Short]{How to Bind {\'E}crits\thanks{Funded.} \\ by Hand}
\begin{document}
\input{sections/intro}
\includegraphics[width=\linewidth]{figures/plot}
%\includegraphics{gone}
\bibliography{refs}
\end{document}
\includegraphics{behind-the-end}
"""


def archive(path: Path, **files: str | bytes) -> SourceFacts:
    """Facts of a zip with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return read_archive(path, path.name)


def of(path: Path, files: dict[str, str | bytes]) -> SourceFacts:
    return archive(path / "017.zip", **files)


WHOLE: dict[str, str | bytes] = {
    "paper/main.tex": PAPER,
    "paper/sections/intro.tex": r"\includegraphics{scheme.png}",
    "paper/figures/plot.pdf": b"%PDF",
    "paper/scheme.png": b"png",
    "paper/main.bbl": "",
}


def test_whole_sources_lack_nothing(tmp_path: Path) -> None:
    source = of(tmp_path, WHOLE | {"__MACOSX/paper/._main.tex": b"\0", "paper/.DS_Store": b"\0"})
    assert (source.kind, source.mains, source.problem) == ("latex", ("paper/main.tex",), None)
    assert source.titles == ("How to Bind Écrits by Hand",)
    assert source.missing == ()


@pytest.mark.parametrize(
    ("without", "named"),
    [
        ("paper/figures/plot.pdf", "figures/plot"),
        ("paper/scheme.png", "scheme.png"),
        ("paper/sections/intro.tex", "sections/intro"),
        ("paper/main.bbl", "refs.bib"),
    ],
)
def test_what_the_main_file_names_and_nobody_sent_is_missing(tmp_path: Path, without: str, named: str) -> None:
    source = of(tmp_path, {name: content for name, content in WHOLE.items() if name != without})
    assert source.missing == (named,)


@pytest.mark.parametrize(
    "words",
    [
        r"\includegraphics{example-image-a}",
        r"\includegraphics{\plots/one}",
        r"\newcommand{\fig}[1]{\includegraphics{#1}}",
        r"\iffalse\includegraphics{gone}\fi",
        r"\begin{comment}\includegraphics{gone}\end{comment}",
        r"\input{glyphtounicode}",
        r"\includegraphics{Figures/PLOT.PDF}",
        r"\graphicspath{{art/}}\includegraphics{plot.v2}",
        r"100\% of \includegraphics{plot}",
    ],
)
def test_what_tex_would_find_or_never_look_for_is_not_missing(tmp_path: Path, words: str) -> None:
    text = rf"\documentclass{{article}}\begin{{document}}{words}\end{{document}}"
    assert of(tmp_path, {"a.tex": text, "art/plot.pdf": b"", "art/plot.v2.pdf": b""}).missing == ()


def test_of_several_documents_the_one_named_like_the_paper_counts(tmp_path: Path) -> None:
    sample = r"\documentclass{llncs}\title{Sample}\begin{document}\end{document}"
    source = of(tmp_path, WHOLE | {"template/samplepaper.tex": sample})
    assert len(source.mains) == 2
    assert source.missing == ()
    source = of(tmp_path, {"017.tex": PAPER, "samplepaper.tex": sample})
    assert source.mains == ("017.tex",)


def test_a_word_processors_document_is_a_main_file(tmp_path: Path) -> None:
    source = of(tmp_path, {"paper/final.docx": b"PK", "paper/chart.xlsx": b"PK"})
    assert (source.kind, source.mains) == ("word-processor", ("paper/final.docx",))


def test_an_archive_without_a_document_says_what_it_holds(tmp_path: Path) -> None:
    source = of(tmp_path, {f"f{number}.py": "" for number in range(7)} | {"part.tex": "no class"})
    assert (source.kind, source.mains) == ("other", ())
    assert source.held == ("f0.py", "f1.py", "f2.py", "f3.py", "f4.py", "3 more")


def test_a_compiled_pdf_is_known_by_its_name_and_counted(tmp_path: Path) -> None:
    pdf = paper_pdf(tmp_path / "x.pdf", 3).read_bytes()
    source = of(tmp_path, {"main.tex": PAPER, "main.pdf": pdf, "plot.pdf": pdf})
    assert [(each.name, each.pages) for each in source.compiled] == [("main.pdf", 3)]


def test_a_title_made_by_macros_is_not_known(tmp_path: Path) -> None:
    text = r"\documentclass{llncs}\title{\thetitle}\begin{document}\end{document}"
    assert of(tmp_path, {"main.tex": text}).titles == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Rar!\x1a\x07\x00rest", "is a RAR archive, not a zip archive"),
        (b"\x1f\x8b\x08rest", "is a gzip archive, not a zip archive"),
        (b"<html>Sign in</html>", "is no zip archive, or was cut"),
    ],
)
def test_a_file_that_is_no_zip_says_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "017.zip").write_bytes(content)
    assert read_archive(tmp_path / "017.zip", "017.zip").problem == words


def test_a_cut_and_a_locked_and_an_empty_archive_have_a_problem(tmp_path: Path) -> None:
    of(tmp_path, WHOLE)
    whole = (tmp_path / "017.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert read_archive(tmp_path / "cut.zip", "cut.zip").problem == "is no zip archive, or was cut"
    assert of(tmp_path, {}).problem == "holds no file"
    of(tmp_path, {"a.tex": "text"})
    content = bytearray((tmp_path / "017.zip").read_bytes())
    content[content.index(b"PK\x03\x04") + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(content)
    assert read_archive(tmp_path / "locked.zip", "locked.zip").problem == "opens only with a password"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("main.tex", PAPER)
        with bomb.open("bomb.tex", "w", force_zip64=True) as opened:
            for _ in range(200):
                opened.write(b"%" * (1 << 20))
    (tmp_path / "017.zip").write_bytes(made.getvalue())
    (source,) = read_companions(tmp_path, ["017.zip"]).sources
    assert source.mains == ("main.tex",)


def test_sources_and_forms_are_known_by_their_names(tmp_path: Path) -> None:
    names = ("017.pdf", "017.zip", "017-rights.pdf", "017-supplement.zip", "forms/a.pdf", ".x.zip", "README.md")
    in_capitals = ("021.PDF", "021.ZIP", "021-Rights.PDF", "021-Supplement.zip")
    for name in (*names, *in_capitals):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    files = companion_files(tmp_path, ["017", "021"])
    assert files == ("017-rights.pdf", "017.zip", "021-Rights.PDF", "021.ZIP", "forms/a.pdf")
    assert [form_of(paper(id), files) for id in ("017", "021", "03")] == [files[0], files[2], "03-rights.pdf"]
    assert [source_of(paper(id), files) for id in ("017", "021", "03")] == [files[1], files[3], "03.zip"]
    assert source_of(paper("017", files=PaperFiles(source="v2.zip")), files) == "v2.zip"


def test_a_form_is_read_with_its_fields_and_a_broken_one_is_empty(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "a-rights.pdf", 1, title="Consent to Publish")
    (tmp_path / "b-rights.pdf").write_bytes(b"%PDF-1.5 cut")
    first, second = read_companions(tmp_path, ["a-rights.pdf", "b-rights.pdf", "gone.pdf"]).forms
    assert "Consent to Publish" in first.text
    assert (second.file, second.text) == ("b-rights.pdf", "")


def test_a_name_is_looked_for_first_beside_the_main_file_as_tex_does() -> None:
    texts = {
        "p/main.tex": r"\input{s/one}",
        "p/s/one.tex": r"\input{two}",
        "p/two.tex": r"\includegraphics{lost}",
        "p/s/two.tex": "nothing",
    }
    assert missing_files("p/main.tex", texts, list(texts)) == ("lost",)
