"""The same papers set by TeX: llncs, acmart and IEEEtran themselves, article with the measures of acl and ceurart."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pikepdf

from pdf_makers import edit_pdf
from planted import prose
from planted.sheets import Sheet

CLASSES = {
    "lncs": ("llncs.cls", "lmodern.sty"),
    "acm": ("acmart.cls",),
    "ieee": ("IEEEtran.cls",),
    "acl": ("geometry.sty",),
    "ceurart": ("lmodern.sty",),
}
RENAMED = {"acm": ("LinLibertineT", "LinLibertineTB"), "ceurart": ("LibertinusSerif-Regular", "LibertinusSans-Bold")}
"""Where TeX Live lacks Libertine or Libertinus, Latin Modern goes under their names."""

HEXADECIMAL = (
    r"\def\hexdigit#1{\ifcase#1 0\or1\or2\or3\or4\or5\or6\or7\or8\or9\or A\or B\or C\or D\or E\or F\fi}"
    r"\def\nhex#1#2{\expandafter\hexdigit\expandafter{\number\numexpr(2*#2-15)/32\relax}"
    r"\expandafter\hexdigit\expandafter{\number\numexpr#2-16*((2*#2-15)/32)\relax}}"
)
"""Two hexadecimal digits of a number, which newtxmath wants from a package that is seldom installed."""

PREAMBLES = {
    "lncs": r"\documentclass[a4paper]{llncs}\usepackage{graphicx}",
    "acm": r"\documentclass[sigconf]{acmart}"
    r"\setcopyright{rightsretained}\copyrightyear{2026}\acmYear{2026}\acmDOI{10.1145/3712345.3712346}"
    r"\acmConference[DLS '26]{Deep Learning on Supercomputers}{June 26, 2026}{Hamburg, Germany}"
    r"\acmISBN{979-8-4007-1234-0/2026/06}",
    "ieee": r"\documentclass[conference]{IEEEtran}\usepackage{times}\usepackage[T1]{fontenc}\usepackage{graphicx}"
    r"\IEEEoverridecommandlockouts\IEEEpubid{979-8-3315-2468-5/26/\$31.00~\copyright2026 IEEE\hfill}",
    "acl": r"\documentclass[11pt,twocolumn]{article}\usepackage[a4paper,margin=2.5cm,heightrounded]{geometry}"
    r"\setlength{\columnsep}{0.6cm}\usepackage{times}\usepackage[T1]{fontenc}\usepackage{graphicx,microtype}"
    r"\pagestyle{empty}",
    "ceurart": r"\documentclass[11pt]{article}"
    r"\usepackage[a4paper,left=89.65bp,top=84.2bp,width=418.2pt,textheight=595.8pt,noheadfoot]{geometry}"
    r"\IfFileExists{libertinus-type1.sty}{\usepackage{libertinus-type1}}{\usepackage{lmodern}}"
    r"\usepackage[T1]{fontenc}\usepackage{graphicx,microtype}\pagestyle{empty}\raggedbottom",
}
"""Up to \\begin{document}, without what all share."""

SHARED = r"\usepackage[utf8]{inputenc}\usepackage{tikz}\usepackage[hidelinks]{hyperref}"


def tex_missing() -> str | None:
    """Why TeX cannot be used here; None if it can."""
    return None if shutil.which("pdflatex") else "pdflatex is not installed"


@functools.cache
def class_missing(template: str) -> str | None:
    """Which class or package of a template is missing; None if it is there."""
    return next((f"TeX Live has no {name}" for name in CLASSES[template] if not _installed(name)), None)


@functools.cache
def _installed(name: str) -> bool:
    return subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode == 0


def set_with_tex(path: Path, sheet: Sheet, labels: Path | None = None) -> Path:
    """The paper of this sheet. `labels`: where an .aux of such a paper is or is left, which saves the second pass."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "paper.tex").write_text(source_of(sheet), encoding="utf-8")
        if not _installed("binhex.tex"):
            (Path(folder) / "binhex.tex").write_text(HEXADECIMAL, encoding="utf-8")
        command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "paper.tex"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "FORCE_SOURCE_DATE": "1"}
        auxiliary = Path(folder) / "paper.aux"
        known = labels is not None and labels.exists()
        if labels and known:
            shutil.copyfile(labels, auxiliary)
        # Notes in margins learn from the first pass where they stand.
        for _ in range(1 if known and "todonotes" not in source_of(sheet) else 2):
            subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        if labels and not known:
            shutil.copyfile(auxiliary, labels)
        shutil.copyfile(Path(folder) / "paper.pdf", path)
    if names := RENAMED.get(sheet.name):
        edit_pdf(path, functools.partial(_rename_faces, names=names))
    return path


def _rename_faces(pdf: pikepdf.Pdf, names: tuple[str, str]) -> None:
    """Put text faces under the names of the template's own: bold ones under the second."""
    for each in pdf.objects:
        if not isinstance(each, pikepdf.Dictionary):
            continue
        for key in ("/BaseFont", "/FontName"):
            name = str(each.get(key, ""))
            if any(
                part in name for part in ("LMRoman", "LMSans", "SFRM", "SFBX", "SFSS", "SFSX", "CMR", "CMBX", "CMSS")
            ):
                bold = any(part in name for part in ("Bold", "BX", "SX", "Demi"))
                each[key] = pikepdf.Name(f"{name.partition('+')[0]}+{names[bold]}")


def source_of(sheet: Sheet) -> str:
    """The whole TeX source."""
    body = "\n\n".join(_section(sheet, number, title) for number, title in enumerate(prose.SECTIONS, 1))
    closing = "\n\n".join(f"\\section*{{{heading}}}\n{text}" for heading, text in sheet.closing if sheet.name != "lncs")
    if sheet.name == "lncs":
        closing = "\n".join(f"\\subsubsection*{{{heading}}}{text}" for heading, text in sheet.closing)
    shared = SHARED if sheet.name != "acm" else r"\usepackage{tikz}"
    source = "\n".join(
        (
            PREAMBLES[sheet.name] + shared,
            _before(sheet),
            r"\begin{document}",
            _front(sheet),
            body,
            closing,
            _references(),
            r"\end{document}",
        )
    )
    for old, new in sheet.tex:
        if old not in source:
            raise ValueError(f"{sheet.name}: the TeX source has no {old}")
        source = source.replace(old, new)
    return source


def _before(sheet: Sheet) -> str:
    if sheet.name in ("acl", "ceurart"):
        people = rf"{', '.join(sheet.authors)}\\ {prose.AFFILIATION}\\ {prose.EMAIL}"
        return rf"\title{{\textbf{{{sheet.title}}}}}\author{{{people}}}\date{{}}"
    return ""


def _front(sheet: Sheet) -> str:
    abstract = rf"\begin{{abstract}}{prose.ABSTRACT}%%\end{{abstract}}"
    words = ", ".join(prose.KEYWORDS)
    if sheet.name == "lncs":
        people = r" \and ".join(sheet.authors)
        keywords = r"\keywords{" + r" \and ".join(prose.KEYWORDS) + "}"
        institute = rf"\institute{{{prose.AFFILIATION}\\ \email{{{prose.EMAIL}}}}}"
        return rf"\title{{{sheet.title}}}\author{{{people}}}{institute}\maketitle" + abstract.replace("%%", keywords)
    if sheet.name == "ieee":
        people = rf"\author{{\IEEEauthorblockN{{{', '.join(sheet.authors)}}}\IEEEauthorblockA{{{prose.AFFILIATION}}}}}"
        keywords = rf"\begin{{IEEEkeywords}}{words}\end{{IEEEkeywords}}"
        return rf"\title{{{sheet.title}}}{people}\maketitle" + abstract.replace("%%", "") + keywords
    if sheet.name == "acm":
        people = "".join(_acm_author(name) for name in sheet.authors)
        ccs = r"\ccsdesc[500]{Computing methodologies~Machine learning}\ccsdesc[300]{Networks~Network performance}"
        return (
            rf"\title{{{sheet.title}}}{people}" + abstract.replace("%%", "") + ccs + rf"\keywords{{{words}}}\maketitle"
        )
    keywords = rf"\paragraph{{Keywords}} {words}" if sheet.name == "ceurart" else ""
    notice = rf"\let\thefootnote\relax\footnotetext{{{' '.join(sheet.notice)}}}" if sheet.notice else ""
    return r"\maketitle\thispagestyle{empty}" + abstract.replace("%%", "") + keywords + notice


def _acm_author(name: str) -> str:
    place = r"\institution{Sample University}\city{Ghent}\country{Belgium}"
    return rf"\author{{{name}}}\affiliation{{{place}}}\email{{{prose.EMAIL}}}"


def _section(sheet: Sheet, number: int, title: str) -> str:
    parts = [text for place, text in sheet.inserted if place == number] + prose.section(number, sheet.paragraphs)
    if number == 1:
        parts.append(r"Section~\ref{sec:3} measures, Figure~\ref{fig:wait} shows and others~\cite{r1,r2} have seen it.")
    if number == 2 and sheet.footnote:
        parts[0] += rf"\footnote{{{sheet.footnote}}}"
    if number == 3:
        parts.append(FIGURE)
    if number == 5:
        rows = r"\\ ".join(" & ".join(row) for row in prose.TABLE)
        table = rf"\begin{{tabular}}{{lrrr}}\hline {rows}\\ \hline\end{{tabular}}"
        parts.append(rf"\begin{{table}}[t]\centering\caption{{{prose.TABLE_CAPTION}}}{table}\end{{table}}")
    return rf"\section{{{title}}}\label{{sec:{number}}}" + "\n" + "\n\n".join(parts)


FIGURE = (
    r"\begin{figure}[t]\centering\begin{tikzpicture}\draw (0,0) rectangle (6,2.6);"
    r"\foreach \x in {1,...,11} \draw[fill=gray] (0.5*\x-0.2,0) rectangle (0.5*\x,0.2*\x);\end{tikzpicture}"
    rf"\caption{{{prose.FIGURE_CAPTION}}}\label{{fig:wait}}\end{{figure}}"
)


def _references() -> str:
    items = "\n".join(rf"\bibitem{{r{number}}} {text}" for number, text in enumerate(prose.REFERENCES, 1))
    return rf"\begin{{thebibliography}}{{10}}{items}\end{{thebibliography}}"
