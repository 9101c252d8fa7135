"""ACM's e-rights XML or its enhanced CSV: what Linklings, EasyChair, HotCRP and others write of accepted papers.

SOURCE is the file, or a folder with it and the PDFs. All papers in it are accepted. DOIs are in `toc.csv` beside it.
"""

from __future__ import annotations

from pathlib import Path

from proceedings.importers.acm_papers import edition_of
from proceedings.importers.acm_table import papers_of_table
from proceedings.importers.acm_toc import TOC, with_dois
from proceedings.importers.acm_xml import papers_of_xml
from proceedings.importers.export_files import visible
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.papers_alone import NO_VOLUME
from proceedings.importers.submission_pdfs import pdfs_by_id

KINDS = (".xml", ".csv")
BESIDE = ("toc", "simple")
"""Files of a bundle that say less of the same papers."""


def read(source: Path) -> Imported:
    """The papers of a file for ACM. SourceError when it cannot be read."""
    path = _file(source)
    doubts = [Doubt(fact=NO_VOLUME)]
    papers = papers_of_xml(path, doubts) if path.suffix.lower() == ".xml" else papers_of_table(path, doubts)
    refuse_twice(path.name, ((paper.id, paper.fields["title"]) for paper in papers))
    edition = with_dois(edition_of(papers, doubts), path.with_name(TOC), doubts)
    return Imported(
        edition=edition,
        pdfs=pdfs_by_id(path.parent, [paper.id for paper in edition.papers], doubts),
        doubts=tuple(doubts),
    )


def _file(source: Path) -> Path:
    if source.is_file():
        if source.suffix.lower() not in KINDS:
            raise SourceError(f"{source}: ACM's XML or CSV is wanted, a file that ends in {' or '.join(KINDS)}")
        return source
    for kind in KINDS:
        there = visible(source, f"*{kind}")
        found = [path for path in there if path.stem.casefold() not in BESIDE] or there
        if len(found) > 1:
            raise SourceError(f"{source}: name one of the files; there are: {', '.join(path.name for path in found)}")
        if found:
            return found[0]
    raise SourceError(f"{source}: no file here that ends in {' or '.join(KINDS)}")
