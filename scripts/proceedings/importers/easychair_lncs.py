"""EasyChair's LNCS proceedings, unpacked: a folder a paper, `VVVVPPPP` after volume and first page, with its files.

Each has a `README_EASYCHAIR` of title, pages and authors, the PDF, the sources and the copyright form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from proceedings.importers.csv_authors import Fields, people_of
from proceedings.importers.imported import Doubt, Imported, SourceError
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.plain_files import read_text
from proceedings.importers.submission_pdfs import NO_PDF, pdfs_below
from proceedings.importers.system_text import form_title
from proceedings.importers.tables import one_line
from proceedings.records.paper import Paper

README = "README_EASYCHAIR"
NUMBERED = "the papers bear the numbers of their folders, for the export does not name those of the submissions"
NO_PAGES = f"{README} names no pages"
SEVERAL_PDFS = "several PDFs in the folder could be the paper, so none was taken"
_FORM = re.compile(r"copyright|licen[cs]e|rights|consent|permission|ctp|ltp", re.IGNORECASE)
_RULE = re.compile(r"-{3,}")
_HEADINGS = (["first", "last"], ["first name", "last name"], ["given name", "family name"])


def readmes(folder: Path) -> list[Path]:
    """What tells that a folder is such an export: the `README_EASYCHAIR` of its papers, in the order of the volume."""
    return sorted(path for depth in ("*", "*/*") for path in folder.glob(f"{depth}/{README}") if path.is_file())


def read_lncs(paths: Sequence[Path]) -> Imported:
    """The papers with these descriptions. SourceError when one has no title, or they are of several volumes."""
    _refuse_several_volumes([path.parent.name for path in paths])
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME), Doubt(fact=NUMBERED)]
    pdfs: dict[str, Path] = {}
    beside: dict[str, Path] = {}
    papers = []
    for path in paths:
        papers.append(_paper(path, doubts))
        _find_files(path.parent, pdfs, beside, doubts)
    return Imported(edition=papers_alone(papers), pdfs=pdfs, beside=beside, doubts=tuple(doubts))


def _refuse_several_volumes(names: Sequence[str]) -> None:
    volumes = sorted({name[:-4] for name in names if name.isdigit()})
    if len(volumes) > 1 or len({*names}) < len(names):
        twice = next((name for name in names if names.count(name) > 1), "")
        said = f"the folder {twice} is there twice" if twice else f"the folders are of the volumes {', '.join(volumes)}"
        raise SourceError(f"{said}: were two exports unpacked into one folder? Give the folder of one")


def _paper(path: Path, doubts: list[Doubt]) -> Paper:
    paper_id, where = path.parent.name, f"paper {path.parent.name}"
    lines = read_text(path, doubts).splitlines()
    title = _said("Paper", lines)
    if not title:
        raise SourceError(f"{paper_id}/{README}: there is no line `Paper: ...` with a title; export the volume again")
    people = people_of(_authors(lines), where, doubts)
    return Paper(
        id=paper_id,
        title=form_title(title, where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        expected_pages=_pages(_said("Pages", lines), where, doubts),
    )


def _said(key: str, lines: Sequence[str]) -> str:
    return next((one_line(line.partition(":")[2]) for line in lines if line.startswith(f"{key}:")), "")


def _pages(written: str, where: str, doubts: list[Doubt]) -> int:
    """How many pages `1-12` are; they are those that were planned, so that they are not kept as published."""
    match = re.fullmatch(r"([0-9]{1,5})\s*-+\s*([0-9]{1,5})", written)
    if not match:
        doubts.append(Doubt(fact=NO_PAGES, where=where))
        return 1
    return max(1, int(match[2]) - int(match[1]) + 1)


def _authors(lines: Sequence[str]) -> list[Fields]:
    """Given and family names, on either side of the bar, in the table between lines of dashes.

    Where an empty line parts its heading from the names, they end at the next line of dashes; another table may follow.
    """
    rules = [number for number, line in enumerate(lines) if _RULE.fullmatch(line.strip())]
    table = lines[rules[0] + 1 : rules[-1]] if len(rules) > 1 else []
    first = lines[rules[0] + 1 : rules[1]] if table else []
    blank = next((number for number, line in enumerate(first) if not line.strip()), None)
    if blank is not None and any("|" in line for line in first[blank:]):
        table = first[blank:]
    pairs = [[one_line(part) for part in line.split("|", 1)] for line in table if "|" in line]
    if pairs and [part.casefold() for part in pairs[0]] in _HEADINGS:
        pairs = pairs[1:]
    return [{"given": given, "family": family} for given, family in pairs]


def _find_files(folder: Path, pdfs: dict[str, Path], beside: dict[str, Path], doubts: list[Doubt]) -> None:
    """The paper, the copyright form and the sources of a folder, where there is one of each."""
    name, where = folder.name, f"paper {folder.name}"
    there = pdfs_below(folder)
    forms = [path for path in there if _FORM.search(path.stem)]
    papers = [path for path in there if path not in forms]
    sources = sorted(folder.glob("*.zip"))
    if len(papers) == 1:
        pdfs[name] = papers[0]
    else:
        listed = f" ({', '.join(path.name for path in papers)})" if papers else ""
        doubts.append(Doubt(fact=SEVERAL_PDFS if papers else NO_PDF, where=f"{where}{listed}"))
    beside |= {f"papers/{name}-rights.pdf": path for path in forms if len(forms) == 1}
    beside |= {f"papers/{name}.zip": path for path in sources if len(sources) == 1}
