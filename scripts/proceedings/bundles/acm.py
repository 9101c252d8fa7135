"""What ACM receives: the papers as its e-rights and TAPS systems take them, lists in its formats, and front matter.

dls2019-acm/
    README.txt  erights.xml  toc.xml  toc.csv  simple.csv  enhanced.csv  manifest-sha256.txt
    sources/dls2019-017.zip  (Source/paper.tex ... pdf/dls2019-017.pdf)  ...
    frontmatter/title-page.md  frontmatter/organisation.tex  ...
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.bibliography.bibtex import volume_key
from proceedings.bundles.acm_names import first_name, last_name
from proceedings.bundles.acm_tables import TOC, enhanced_csv, simple_csv, toc_rows
from proceedings.bundles.acm_xml import erights_xml
from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, delivery_date, write_with_manifest, zipped
from proceedings.bundles.lacks import Lack, contact_lacks, lack_lines, refuse_what_is_missing, source_lacks, unsaid
from proceedings.bundles.members import README, front_texts, paper_members
from proceedings.bundles.paper_files import sent_name, sent_source
from proceedings.companions.unpacking import unpacked
from proceedings.editorial.blocks import one_line
from proceedings.editorial.tables import as_csv, state_words
from proceedings.identifiers import sound_orcid
from proceedings.names import display_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.wording import counted, lacking, listed

MOST_PLACES = 2
"""Affiliations of an author that the enhanced CSV has columns for."""


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    files = paper_members(edition, sources, "acm")
    papers = {paper.id: paper for paper in edition.papers}
    placed = [each for each in sources.pagination.placements if each.standing != "withdrawn"]
    packed = [papers[each.paper] for each in placed if each.present]
    every = [papers[each.paper] for each in placed]
    accepted = refuse_what_is_missing(edition, "ACM", _lacks(edition, every, packed, files))
    members = front_texts(edition, sources)
    members["erights.xml"] = erights_xml(edition, placed, people=True)
    members["toc.xml"] = erights_xml(edition, placed, people=False)
    members["toc.csv"] = as_csv(TOC, toc_rows(edition, placed))
    members["simple.csv"] = simple_csv(edition, placed)
    members["enhanced.csv"] = enhanced_csv(edition, placed)
    missing = [*lack_lines(accepted), *_still_missing(edition, placed)]
    members[README] = _readme(edition, packed, missing).encode()
    with tempfile.TemporaryDirectory() as aside:
        members |= _archives(edition, packed, files, Path(aside))
        return write_with_manifest(path, "acm", members, edition)


def _lacks(
    edition: Edition, every: Sequence[Paper], packed: Sequence[Paper], files: Mapping[str, Member]
) -> Iterator[Lack]:
    """What the lists ask of every paper, and the archives of those that are there."""
    yield from unsaid({"title": edition.volume.title})
    for paper in every:
        yield from unsaid({"title": paper.title}, paper.id)
        if paper in packed:
            yield from source_lacks(paper, sent_source(paper.id, files), "ACM")
        yield from contact_lacks(paper, "ACM")


def _archives(
    edition: Edition, packed: Sequence[Paper], files: Mapping[str, Member], aside: Path
) -> Iterator[tuple[str, Path]]:
    """An archive a paper as TAPS takes it, made in a folder of its own; one without sources that hold has its PDF."""
    for number, paper in enumerate(packed):
        name = f"{volume_key(edition.volume)}-{paper.id}"
        held: dict[str, Member] = {f"pdf/{name}.pdf": files[sent_name(paper.id, "pdf")]}
        source = sent_source(paper.id, files)
        if source and not list(source_lacks(paper, source, "ACM")):
            inside = unpacked(source, aside / f"{number}")
            around = _folder_around(inside)
            held |= {f"Source/{each.removeprefix(around)}": file for each, file in inside.items()}
        archive = aside / f"{number}.zip"
        with archive.open("wb") as target:
            zipped(target, held, delivery_date(edition))
        yield f"sources/{name}.zip", archive


def _folder_around(names: Collection[str]) -> str:
    """The folder in which all files of an archive lie, with its slash; nothing where some lie beside it."""
    tops = {name.partition("/")[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _still_missing(edition: Edition, placed: Sequence[Placement]) -> Iterator[str]:
    """What ACM asks of every author, and no bundle is refused for."""
    papers = {paper.id: paper for paper in edition.papers}
    away: dict[str, list[str]] = {}
    for each in (each for each in placed if not each.present):
        away.setdefault(state_words(each, papers[each.paper], edition), []).append(each.paper)
    for state, ids in away.items():
        yield f"- Without an archive, and without pages in the lists ({state}): {listed(ids)}."
    for paper in (papers[each.paper] for each in placed):
        if told := [lacking(names, what) for what, names in _of_authors(paper) if names]:
            yield f"- Paper {paper.id}: {'; '.join(told)}."


def _of_authors(paper: Paper) -> Iterator[tuple[str, list[str]]]:
    people = [(author, display_name(author)) for author in paper.authors]
    homes = {key for key, place in paper.affiliations.items() if place.name and place.country}
    yield "no e-mail address", [name for author, name in people if not author.email]
    yield "no institution with its country", [name for author, name in people if not homes & {*author.affiliations}]
    yield "no first and last name", [name for author, name in people if not (first_name(author) and last_name(author))]
    yield "no ORCID iD", [name for author, name in people if not sound_orcid(author.orcid)]
    several = [name for author, name in people if len(paper.affiliations_of(author)) > MOST_PLACES]
    yield f"more than {MOST_PLACES} affiliations, which the enhanced CSV does not hold", several


def _archive_words(number: int) -> Iterator[str]:
    if number:
        yield f"sources/ has {counted(number, 'archive')}, one a paper: Source/ as it came, pdf/ with the authors' PDF."


def _readme(edition: Edition, packed: Sequence[Paper], missing: Sequence[str]) -> str:
    lines = [
        f"{one_line(edition.volume.title)}: papers for ACM",
        "",
        "erights.xml has every accepted paper with its authors and their contact author; toc.xml the same",
        "without addresses and affiliations. simple.csv (without a line of titles) and enhanced.csv say it as tables,",
        "toc.csv has the papers in order. Pages are the workshop's own count, event_tracking_number is the paper's id,",
        "published_article_number its place in the order, and what ACM gives (profiles, client numbers, DOIs that are",
        "not final) is left empty. A text that begins like a formula of a spreadsheet stands behind an apostrophe in",
        "the tables.",
        *_archive_words(len(packed)),
        "frontmatter/ has what stands on the title page, preface, organisation and contents as text.",
        f"{MANIFEST} has the SHA-256 of every file.",
        "",
        "Still missing:" if missing else "Nothing that we know of is missing.",
        *missing,
        "",
        "Prepared from public descriptions of ACM's formats and from files that submission systems write for ACM; the",
        "layout of the archives in sources/ stands in none of them. Rights are signed with ACM: no forms are here.",
        "Nobody at ACM has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"
