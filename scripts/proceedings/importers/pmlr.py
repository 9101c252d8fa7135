"""PMLR, or any volume as BibTeX: one @Proceedings and an @InProceedings a paper, with the PDFs named after their keys.

SOURCE is the `.bib`, or a folder with one and the PDFs. All its papers are taken.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from proceedings.identifiers import bare_doi
from proceedings.importers import pmlr_volume
from proceedings.importers.artifact_links import linked_artifacts
from proceedings.importers.bibtex_people import names_of
from proceedings.importers.bibtex_text import address_text, latex_line, latex_paragraphs
from proceedings.importers.export_files import visible
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_bibtex import BibEntry, read_bibtex_file
from proceedings.importers.papers_alone import acceptance_list
from proceedings.importers.pmlr_supplements import supplement_files, supplements
from proceedings.importers.submission_pdfs import papers_below, pdfs_by_id
from proceedings.importers.system_text import listed
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper, PaperFiles, Published
from proceedings.records.reproducibility import Reproducibility

VOLUME, PAPERS = "proceedings", ("inproceedings", "conference", "incollection", "article")
OTHER_KINDS = "entries that are no papers of a volume were left out"
ODD_PAGES = "pages that are not whole numbers were left out"
PUBLISHED = "pages were taken as those of the published volume; where it has yet to be paginated, delete `published`"
UNUSED = "fields that have no place in the metadata were left out"
_PAGES = re.compile(r"([1-9][0-9]{0,5})(?:\s*[-‐‑–—]{1,3}\s*([1-9][0-9]{0,5}))?")
ARTIFACTS = ("software", "code", "data", "dataset")
ADDRESSES = ("pdf", "file", "url")
USED = frozenset(
    (
        *("author", "title", "subtitle", "shorttitle", "pages", "numpages", "abstract", "keywords", "doi", "crossref"),
        *("booktitle", "journal", "journaltitle", "section", "session", "track", "month", "date", "venue"),
        *(*ADDRESSES, *ARTIFACTS, *pmlr_volume.USED),
    )
)


def read(source: Path) -> Imported:
    """The papers of a volume. SourceError when the file is not BibTeX of one volume."""
    path = _file(source)
    doubts: list[Doubt] = []
    entries = read_bibtex_file(path, doubts)
    volumes = [entry for entry in entries if _is_volume(entry)]
    if len(volumes) > 1:
        lines = " and ".join(f"{each.key} (line {each.line})" for each in volumes)
        raise SourceError(f"{path.name}: there are several @proceedings, {lines}: take out all but those of one volume")
    papers = [entry for entry in entries if entry.kind in PAPERS and entry not in volumes]
    if not papers:
        kinds = ", ".join(sorted({f"@{entry.kind}" for entry in entries})) or "no entry"
        raise SourceError(
            f"{path.name}: there is no @inproceedings; there is {kinds}. "
            "Give the BibTeX of the proceedings, and call its papers @inproceedings"
        )
    doubts += _other_kinds(entry for entry in entries if entry not in volumes)
    names = _ids(papers, volumes)
    refuse_twice(path.name, ((names[each.key], each.field("title")) for each in papers))
    papers = _in_page_order(papers)
    volume = pmlr_volume.volume_of(volumes[0] if volumes else None, papers, path.name, doubts)
    saved = {_published(each.stem): each.stem for each in papers_below(path.parent)}
    stems = {names[each.key]: _stems(each, saved, names) for each in papers}
    there = supplement_files(path.parent)
    copies = {paper_id: supplements(there, those, paper_id) for paper_id, those in stems.items()}
    records = tuple(_paper(each, names[each.key], tuple(copies[names[each.key]]), doubts) for each in papers)
    edition = Edition(
        volume=volume,
        sessions=pmlr_volume.sessions(volumes, [(names[each.key], each) for each in papers], doubts),
        papers=records,
        accepted=acceptance_list(records),
    )
    doubts += _unused(papers)
    beside = {f"papers/{name}": found for each in copies.values() for name, found in each.items()}
    pdfs = pdfs_by_id(path.parent, stems, doubts, stems)
    return Imported(edition=edition, pdfs=pdfs, beside=beside, doubts=tuple(doubts))


def _file(source: Path) -> Path:
    if source.is_file():
        if source.suffix.lower() != ".bib":
            raise SourceError(f"{source}: BibTeX is wanted, a file that ends in .bib")
        return source
    found = visible(source, "*.bib")
    if len(found) != 1:
        there = ", ".join(path.name for path in found)
        raise SourceError(f"{source}: {f'name one of the files: {there}' if found else 'no .bib here'}")
    return found[0]


def _is_volume(entry: BibEntry) -> bool:
    """Whether an entry is the volume: @Proceedings, or @Conference as PMLR once had it, with editors and no authors."""
    return entry.kind == VOLUME or (
        entry.kind == "conference" and bool(entry.field("editor")) and not entry.field("author")
    )


def _other_kinds(entries: Iterable[BibEntry]) -> list[Doubt]:
    counts = collections.Counter(entry.kind for entry in entries if entry.kind not in PAPERS)
    return [Doubt(fact=OTHER_KINDS, where=f"@{kind} ({count})") for kind, count in counts.items()]


def _ids(papers: Sequence[BibEntry], volumes: Sequence[BibEntry]) -> dict[str, str]:
    """The id of each paper by its key: the key without that of the volume where all begin with it (`dls2031-017`)."""
    begin = f"{volumes[0].key}-" if volumes and volumes[0].key else ""
    if not begin or not all(each.key.startswith(begin) and each.key != begin for each in papers):
        begin = ""
    return {each.key: each.key.removeprefix(begin) for each in papers}


def _in_page_order(papers: Sequence[BibEntry]) -> list[BibEntry]:
    """The papers by their first pages where each has one of its own; else as the file has them."""
    first = [pages[0] for each in papers if (pages := _pages(each))]
    if len({*first}) < len(papers):
        return list(papers)
    return [paper for _, paper in sorted(zip(first, papers, strict=True), key=lambda pair: pair[0])]


def _paper(entry: BibEntry, paper_id: str, copies: tuple[str, ...], doubts: list[Doubt]) -> Paper:
    where = f"paper {paper_id}"
    authors = tuple(Author(**name) for name in names_of(entry.field("author"), where, doubts))
    pages = _pages(entry)
    doubts += [Doubt(fact=PUBLISHED, where=where)] if pages else []
    doubts += [Doubt(fact=ODD_PAGES, where=f"{where} ({said})")] if (said := entry.field("pages")) and not pages else []
    return Paper(
        id=paper_id,
        title=latex_line(entry.field("title"), where, doubts),
        subtitle=latex_line(entry.field("subtitle"), where, doubts) or None,
        short_title=latex_line(entry.field("shorttitle"), where, doubts) or None,
        authors=authors,
        track=latex_line(entry.field("track"), where, doubts) or None,
        abstract=latex_paragraphs(entry.field("abstract"), where, doubts),
        keywords=listed(latex_line(entry.field("keywords"), where, doubts)),
        doi=bare_doi(address_text(entry.field("doi"))) or None,
        published=Published(first_page=pages[0], last_page=pages[1]) if pages else None,
        files=PaperFiles(supplements=copies),
        expected_pages=pages[1] - pages[0] + 1 if pages else _count(entry.field("numpages")),
        reproducibility=_artifacts(entry),
    )


def _pages(entry: BibEntry) -> tuple[int, int] | None:
    """First and last page of `2--13`, `2-13`, `2–13` or `7`; None for others, such as `12:1--12:9` and `iv--vi`."""
    match = _PAGES.fullmatch(entry.field("pages").strip("{} "))
    if not match:
        return None
    first = int(match[1])
    last = int(match[2] or first)
    return (first, last) if last >= first else None


def _count(written: str) -> int:
    return int(written) if re.fullmatch(r"[1-9][0-9]{0,3}", written) else 1


def _artifacts(entry: BibEntry) -> Reproducibility | None:
    found = [
        artifact
        for name in ARTIFACTS
        for artifact in linked_artifacts(address_text(entry.field(name)), name.capitalize())
    ]
    return Reproducibility(artifacts=tuple(found)) if found else None


def _stems(entry: BibEntry, saved: Mapping[str, str], keys: Collection[str]) -> list[str]:
    """What the PDF may be called: the key, the file that the entry names, or the key as PMLR publishes it.

    PMLR writes `de-bock19a` for `debock19a`, and `sample31a` for `sample31`.
    """
    named = (PurePosixPath(unquote(_path(address_text(entry.field(name))))) for name in ADDRESSES)
    alike = [entry.key, *([f"{entry.key}a"] if f"{entry.key}a" not in keys else [])]
    published = (saved.get(_published(key), "") for key in alike)
    return [entry.key, *(each.stem for each in named if each.suffix.lower() == ".pdf"), *filter(None, published)]


def _published(key: str) -> str:
    """The key as it is compared with the name of a file that PMLR has named."""
    return key.replace("-", "").casefold()


def _path(address: str) -> str:
    """The path of an address; nothing of one that is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _unused(papers: Sequence[BibEntry]) -> list[Doubt]:
    counts = collections.Counter(name for each in papers for name, value in each.fields.items() if value.strip())
    return [Doubt(fact=UNUSED, where=f"{name} ({count})") for name, count in counts.items() if name not in USED]
