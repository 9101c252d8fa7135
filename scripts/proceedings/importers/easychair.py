"""EasyChair: the folder of its data download (submission.csv, author.csv, ...), its workbook, its tables copied by
hand, or the unpacked LNCS proceedings.

An `import.yml` in the folder may say `accept: REGEX`, where the conference's decisions are not called "accept".
Reviews are never read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from proceedings.importers import easychair_tables
from proceedings.importers.acceptance import MAPPING, Rule, chosen
from proceedings.importers.easychair_lncs import read_lncs, readmes
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.people import People, folded_name
from proceedings.importers.submission_pdfs import pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed, title_text
from proceedings.importers.tables import Row, is_yes, one_line
from proceedings.names import whole_name
from proceedings.records.paper import Paper

TRACK = ("track", "track name", "track #")
"""Columns that tell the track of a submission, where there are several tracks."""

OTHER_AUTHORS = "the authors of the submission and the author list differ; the list holds"
NO_ABSTRACTS = "the export has no abstracts (EasyChair's free licence leaves them out)"


def read(source: Path) -> Imported:
    """The accepted submissions of an export, in the order of their table. SourceError when there is none."""
    folder = source if source.is_dir() else source.parent
    if not easychair_tables.has_submissions(source):
        if paths := readmes(folder):
            return read_lncs(paths)
        _refuse_acm_download(source)
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    submissions = easychair_tables.submissions(source, doubts)
    refuse_twice("the submissions", ((row["#"], one_line(row.get("title", ""))) for row in submissions))
    alive = [(row, row.get("decision", "")) for row in submissions if not is_yes(row.get("deleted?", ""))]
    accepted = chosen(alive, text(read_mapping(folder / MAPPING), "accept"), "the submissions", doubts, Rule())
    authors = easychair_tables.authors(source, accepted, doubts)
    topics = easychair_tables.topics(source, doubts)
    papers = tuple(_paper(row, authors, topics, doubts) for row in accepted)
    if not any(paper.abstract for paper in papers):
        doubts.append(Doubt(fact=NO_ABSTRACTS))
    pdfs = pdfs_by_id(folder, [paper.id for paper in papers], doubts)
    return Imported(edition=papers_alone(papers), pdfs=pdfs, doubts=tuple(doubts))


def _refuse_acm_download(source: Path) -> None:
    """SourceError that names the right importer for EasyChair's download for ACM."""
    for path in [source] if source.is_file() else sorted(source.glob("*.xml")):
        with path.open("rb") as file:
            begin = file.read(2048).replace(b"\0", b"")
        if b"<erights_record" in begin:
            raise SourceError(f"{path}: this is EasyChair's data download for ACM; import it with FROM=acm")


def _paper(
    row: Row,
    authors: Mapping[str, People],
    topics: Mapping[str, Sequence[str]],
    doubts: list[Doubt],
) -> Paper:
    where = f"paper {row['#']}"
    people = authors.get(row["#"], People())
    doubts += _differing_authors(row.get("authors", ""), people, where)
    return Paper(
        id=row["#"],
        title=form_title(row.get("title", ""), where, doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        track=next((track for key in TRACK if (track := one_line(row.get(key, "")))), None),
        abstract=form_abstract(row.get("abstract", ""), where, doubts),
        keywords=listed(row.get("keywords", "")),
        topics=tuple(topics.get(row["#"], ())),
    )


def _differing_authors(line: str, people: People, where: str) -> list[Doubt]:
    """Whether "A B, C D and E F" and the author list name the same people in the same order."""
    named = [folded_name(part) for part in re.split(r",| and ", title_text(line, where, [])) if part.strip()]
    if not named or named == [folded_name(whole_name(author)) for author in people.authors]:
        return []
    return [Doubt(fact=OTHER_AUTHORS, where=where)]
