"""aclpub2: a folder with papers.yml, program.yml, conference_details.yml and LaTeX texts, as the ACL publishes from.

Titles, names, abstracts and prefaces are LaTeX there and Unicode here; formulas stay between dollar signs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from proceedings.identifiers import file_stem
from proceedings.importers import aclpub2_programme, aclpub2_volume
from proceedings.importers.aclpub2_people import author
from proceedings.importers.export_files import file_in
from proceedings.importers.imported import Doubt, Imported, SourceError
from proceedings.importers.latex import left_commands, plain_text
from proceedings.importers.loose_yaml import Entry, entries, is_false, read_entries, read_mapping, text, texts
from proceedings.importers.people import AffiliationKeys
from proceedings.importers.plain_files import read_text
from proceedings.importers.submission_pdfs import NO_PDF
from proceedings.importers.system_text import LATEX_LEFT
from proceedings.records.edition import Edition
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper, PaperFiles
from proceedings.records.volume import Volume

NOT_ARCHIVAL: Literal["non-archival"] = "non-archival"
NO_ATTACHMENT = "attachments that are not in the export"


def read(source: Path) -> Imported:
    """The edition of an aclpub2 folder, or of the folder of a papers.yml. SourceError when it cannot be read."""
    if source.name == "papers.yml" and source.is_file():
        source = source.parent
    if not (source / "papers.yml").is_file():
        raise SourceError(f"{source}: no papers.yml here; give the folder that holds it and conference_details.yml")
    submissions = read_entries(source / "papers.yml")
    if not submissions:
        raise SourceError("papers.yml: it lists no papers")
    doubts: list[Doubt] = []
    beside: dict[str, Path] = {}
    papers = tuple(_paper(entry, number, source, beside, doubts) for number, entry in enumerate(submissions, start=1))
    pdfs = {paper.id: found for paper, entry in zip(papers, submissions, strict=True) if (found := _pdf(entry, source))}
    wanted = [paper.id for paper in papers if paper.status != NOT_ARCHIVAL]
    doubts += [Doubt(fact=NO_PDF, where=f"paper {paper_id}") for paper_id in wanted if paper_id not in pdfs]
    for path in _texts(source):  # for their doubts alone
        read_text(path, doubts)
    programme = aclpub2_programme.Programme(source, beside, doubts)
    keynotes = programme.keynotes()
    sessions = programme.sessions(read_entries(source / "program.yml"), papers, keynotes)
    volume = aclpub2_volume.volume(read_mapping(source / "conference_details.yml"), doubts)
    edition = Edition(
        volume=_with_types(volume, papers),
        sessions=sessions,
        keynotes=keynotes,
        papers=papers,
        front_matter=aclpub2_volume.prefaces(source, doubts),
        committees=aclpub2_volume.committees(source, doubts),
        sponsors=aclpub2_volume.sponsors(source, beside, doubts),
    )
    return Imported(edition=edition, pdfs=pdfs, beside=beside, doubts=tuple(doubts))


def _texts(source: Path) -> list[Path]:
    return sorted(path for ending in ("yml", "tex") for path in source.glob(f"**/*.{ending}"))


def _paper(entry: Entry, number: int, source: Path, beside: dict[str, Path], doubts: list[Doubt]) -> Paper:
    paper_id = text(entry, "id")
    if not paper_id:
        raise SourceError(f"papers.yml, entry {number} ({text(entry, 'title') or 'no title'}): it has no `id`")
    where = f"paper {paper_id}"
    affiliations = AffiliationKeys()
    authors = [author(each, affiliations, where, doubts) for each in entries(entry, "authors")]
    given = entry.get("attributes")
    attributes: Entry = given if isinstance(given, dict) else {}
    kind = text(attributes, "paper_type")
    title, subtitle = _title(entry, where, doubts)
    return Paper(
        id=paper_id,
        title=title,
        subtitle=subtitle,
        short_title=plain_text(text(entry, "short_title")) or None,
        language=text(entry, "language") or "en",
        authors=tuple(each for each in authors if each),
        affiliations=affiliations.affiliations,
        type="full" if kind.upper() in ("", "N/A") else "-".join(kind.lower().split()),
        track=plain_text(text(attributes, "submitted_area")) or None,
        abstract=_unicode(entry, "abstract", where, doubts) or None,
        keywords=_listed(entry, "keywords"),
        topics=_listed(entry, "topics"),
        awards=_listed(entry, "awards"),
        licence=text(entry, "licence") or None,
        files=_files(entry, paper_id, source, beside, doubts),
        status=NOT_ARCHIVAL if is_false(entry, "archival") else "accepted",
    )


def _title(entry: Entry, where: str, doubts: list[Doubt]) -> tuple[str, str | None]:
    """Title and subtitle, which are one title in aclpub2."""
    title, subtitle = _unicode(entry, "title", where, doubts), plain_text(text(entry, "subtitle"))
    return title.removesuffix(f": {subtitle}") if subtitle else title, subtitle or None


def _listed(entry: Entry, key: str) -> tuple[str, ...]:
    return tuple(plain_text(each) for each in texts(entry, key))


def _unicode(entry: Entry, key: str, where: str, doubts: list[Doubt]) -> str:
    converted = plain_text(text(entry, key))
    if commands := left_commands(converted):
        doubts.append(Doubt(fact=LATEX_LEFT, where=f"{where}, {key}: {' '.join(commands)}"))
    return converted


def _pdf(entry: Entry, source: Path) -> Path | None:
    names = [name for name in (text(entry, "file"), f"{text(entry, 'id')}.pdf") if name.lower().endswith(".pdf")]
    places = [file_in(folder, Path(name).name) for name in names for folder in (source / "papers", source)]
    return next(filter(None, places), None)


def _files(entry: Entry, paper_id: str, source: Path, beside: dict[str, Path], doubts: list[Doubt]) -> PaperFiles:
    """The names that attachments get beside the paper, the signed form its own; their files are added to `beside`."""
    names: dict[str, Path] = {}
    stem = file_stem(paper_id)
    for attachment in entries(entry, "attachments"):
        found = _attached(source, text(attachment, "file"))
        if found is None:
            doubts.append(Doubt(fact=NO_ATTACHMENT, where=f"paper {paper_id} ({Path(text(attachment, 'file')).name})"))
            continue
        kind = "rights" if text(attachment, "type").lower() == "copyright" else "supplement"
        name, number = f"{stem}-{kind}{found.suffix}", len(names) + 1
        names[f"{stem}-{kind}-{number}{found.suffix}" if name in names else name] = found
    beside |= {f"papers/{name}": path for name, path in names.items()}
    rights = next((name for name in names if name.startswith(f"{stem}-rights")), None)
    return PaperFiles(
        rights=rights if rights != f"{stem}-rights.pdf" else None,
        supplements=tuple(name for name in names if name.startswith(f"{stem}-supplement")),
    )


def _attached(source: Path, said: str) -> Path | None:
    """The file of an attachment, which is named from the folder of the attachments or from that of papers.yml."""
    names = [f"{folder}{name}" for name in (said, Path(said).name) if name for folder in ("attachments/", "")]
    return next(filter(None, (file_in(source, name) for name in names)), None)


def _with_types(volume: Volume, papers: tuple[Paper, ...]) -> Volume:
    """The volume with the types that its papers have, without page rules: the export has none."""
    kinds = sorted({paper.type for paper in papers})
    return msgspec.structs.replace(volume, types={kind: PageRule() for kind in kinds})
