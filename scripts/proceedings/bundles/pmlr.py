"""What PMLR receives: one BibTeX file, and beside it every paper under its key.

dls2026-pmlr/
    dls2026.bib  sample26a.pdf  sample26a-supp.zip  ...  permissions/sample26a.pdf
    preface.pdf  front_matter/preface.md  README.txt  manifest-sha256.txt
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from proceedings.bibliography.bibtex import BibtexEntry, bibtex_text, filled, read_bibtex, volume_key
from proceedings.bibliography.cited_book import settled, there, whole_title
from proceedings.bibliography.titles import names_in
from proceedings.bundles.bundle import (
    MANIFEST,
    BundleSources,
    IncompleteDeliveryError,
    Member,
    delivery_date,
    write_with_manifest,
    zipped,
)
from proceedings.bundles.lacks import Lack, lack_lines, refuse_what_is_missing, unsaid
from proceedings.bundles.members import README, front_matter_members, lines_on_parts, not_packed, paper_members
from proceedings.bundles.paper_files import sent_name, supplement_files
from proceedings.bundles.pmlr_keys import paper_keys
from proceedings.bundles.pmlr_text import BROKEN_WORD, REFUSED, pmlr_name, pmlr_text, pmlr_title
from proceedings.editorial.blocks import one_line
from proceedings.email_addresses import without_addresses
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper, Person
from proceedings.records.placement import Placement
from proceedings.records.volume import Volume
from proceedings.reviewing import prefaces
from proceedings.wording import counted, listed, page_range

NUMBER_TO_COME = "NNN"
"""What stands for the number of the volume, which PMLR gives."""

PREFACE = "preface.pdf"
PARTS = {
    "-supp.": "KEY-supp has the supplement of a paper, several of them in one zip.",
    "permissions/": "permissions/ has the signed forms.",
    PREFACE: f"{PREFACE} is the preface with the organisation, set from front_matter/.",
    "front_matter/": "front_matter/ has the preface and the other texts, in Markdown.",
}
"""What the README says of what some volumes have, by what the names of such files hold."""

SUPPLEMENTS = (".pdf", ".zip", ".tar.gz")


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    files = paper_members(edition, sources, "pmlr")
    papers = there(edition, sources.pagination)
    packed = [paper for paper, _ in papers]
    accepted = refuse_what_is_missing(edition, "PMLR", _lacks(edition.volume, packed))
    keys = paper_keys(packed, edition.volume.known_year or 0)
    members: dict[str, Member] = {f"{keys[id]}.pdf": files[sent_name(id, "pdf")] for id in keys}
    members |= dict(_beside(edition, sources, keys, files))
    members[f"{volume_key(edition.volume)}.bib"] = bibliography(edition, papers, keys).encode()
    members |= front_matter_members(edition, sources)
    if preface := _preface(edition, sources):
        members[PREFACE] = preface
    missing = [*lack_lines(accepted), *not_packed(edition, sources), *_still_to_do(edition, packed)]
    members[README] = _readme(edition, keys, members, missing).encode()
    return write_with_manifest(path, "pmlr", members, edition)


def bibliography(edition: Edition, papers: Sequence[tuple[Paper, Placement]], keys: Mapping[str, str]) -> str:
    """The volume and its papers. Raises IncompleteDeliveryError where it holds what PMLR's checker refuses."""
    sections = section_names(edition, papers)
    names = names_in(paper.abstract or "" for paper in edition.papers)
    wanted = [
        BibtexEntry(kind="Proceedings", key=volume_key(edition.volume), fields=volume_fields(edition.volume, sections)),
        *(
            BibtexEntry(kind="InProceedings", key=keys[paper.id], fields=paper_fields(paper, place, sections, names))
            for paper, place in papers
        ),
    ]
    written = bibtex_text(wanted)
    subjects = {keys[paper.id]: f"paper {paper.id}" for paper, _ in papers}
    faults = [
        f"{name} of {subjects.get(key, 'the volume')}"
        for key, fields in read_bibtex(written).items()
        for name in fields
        if _is_refused(fields[name])
    ]
    if faults:
        fact = f"the BibTeX for PMLR holds what its checker refuses: {listed(faults)}."
        raise IncompleteDeliveryError(
            f"{fact} Next: write it in metadata/ without backslashes, braces and dollar signs"
        )
    return written


def volume_fields(volume: Volume, sections: Mapping[int, str]) -> dict[str, str]:
    """What is asked of the volume. The day of publication is PMLR's to add."""
    event = volume.event
    start, end = event.start, event.end or event.start
    fields = {
        "booktitle": pmlr_text(volume.title),
        "name": pmlr_text(event.name or volume.title),
        "shortname": pmlr_text(event.acronym or volume.acronym or ""),
        "year": str(volume.known_year or ""),
        "editor": _names(volume.editors),
        "start": start.isoformat() if start else "",
        "end": end.isoformat() if end else "",
        "address": pmlr_text(event.place or ""),
        "conference_url": event.url or "",
        "volume": pmlr_text(settled(volume.number) or NUMBER_TO_COME),
        "sections": "|".join(dict.fromkeys(sections.values())),
    }
    return filled(fields)


def paper_fields(
    paper: Paper, place: Placement, sections: Mapping[int, str], names: Set[str] = frozenset()
) -> dict[str, str]:
    """What is said of a paper; an address in its abstract is withheld. `names` as of `names_in`."""
    fields = {
        "title": pmlr_title(whole_title(paper), names),
        "author": _names(paper.authors),
        "pages": page_range(place.first_page, place.last_page, dash="--"),
        "abstract": pmlr_text(without_addresses(paper.abstract or "")),
        "section": sections.get(place.session, ""),
    }
    return filled(fields)


def section_names(edition: Edition, papers: Sequence[tuple[Paper, Placement]]) -> dict[int, str]:
    """The title of each session that has papers; none at all where there is one session, or one without a title.

    A bar or an equals sign would part the list of sections.
    """
    numbers = sorted({place.session for _, place in papers})
    titles = {each: edition.session_title(each) for each in numbers}
    named = {each: pmlr_text(title.replace("|", "/").replace("=", "-")) for each, title in titles.items()}
    return named if len(numbers) > 1 and all(named.values()) else {}


def _lacks(volume: Volume, papers: Sequence[Paper]) -> Iterator[Lack]:
    said = {
        "title": volume.title,
        "acronym": volume.event.acronym or volume.acronym,
        "year": volume.year,
        "editors": volume.editors,
        "event.start": volume.event.start,
        "event.place": volume.event.place,
    }
    yield from unsaid(said)
    for paper in papers:
        given = {"title": paper.title, "authors": paper.authors, "abstract": paper.abstract}
        yield from unsaid(given, paper.id)


def _beside(
    edition: Edition, sources: BundleSources, keys: Mapping[str, str], files: Mapping[str, Member]
) -> Iterator[tuple[str, Member]]:
    """Supplements, and the signed permissions."""
    packed = [each for each in edition.papers if each.id in keys]
    supplements = supplement_files(packed, sources.papers)
    for paper in packed:
        if supplements[paper.id]:
            ending, member = _as_one(supplements[paper.id], sources.papers, edition)
            yield f"{keys[paper.id]}-supp{ending}", member
        if sent_name(paper.id, "rights") in files:
            yield f"permissions/{keys[paper.id]}.pdf", files[sent_name(paper.id, "rights")]


def _preface(edition: Edition, sources: BundleSources) -> bytes | None:
    """The prefaces as a file of their own, with the organisation; None where there is none."""
    if not prefaces(edition):
        return None
    from proceedings.bundles.pdf_parts import preface_alone

    return preface_alone(edition, sources)


def _as_one(supplements: Sequence[Path], papers: Path, edition: Edition) -> tuple[str, Member]:
    """The one supplement that a paper may have and its ending; several, or one of another kind, are zipped."""
    first = supplements[0]
    ending = next((each for each in SUPPLEMENTS if first.name.lower().endswith(each)), "")
    if ending and len(supplements) == 1:
        return ending, first
    together = io.BytesIO()
    zipped(together, {path.relative_to(papers).as_posix(): path for path in supplements}, delivery_date(edition))
    return ".zip", together.getvalue()


def _names(people: Sequence[Person]) -> str:
    return " and ".join(pmlr_name(person) for person in people)


def _is_refused(value: str) -> bool:
    return REFUSED.search(value) is not None


def _still_to_do(edition: Edition, papers: Sequence[Paper]) -> Iterator[str]:
    """What the editors may have to do, and no bundle is refused for."""
    for paper in papers:
        broken = [match.group() for text in (paper.title, paper.abstract or "") for match in BROKEN_WORD.finditer(text)]
        if broken:
            yield f'- Paper {paper.id}: the checker takes "{broken[0]}" for a word that was broken at a line end.'
    if prefaces(edition):
        yield f"- {PREFACE} has no entry in the BibTeX file. To be in the volume it wants one, and the name of its key."


def _readme(edition: Edition, keys: Mapping[str, str], members: Iterable[str], missing: Sequence[str]) -> str:
    of_number = f"the number of the volume ({NUMBER_TO_COME} stands for it) and "
    if settled(edition.volume.number):
        of_number = ""
    lines = [
        f"{one_line(edition.volume.title)}: a volume for PMLR",
        "",
        f"{counted(len(keys), 'paper')}: each PDF is the file as its authors sent it and is named by the key of its",
        f"entry in the BibTeX file. {MANIFEST} has the SHA-256 of every file. The pages are the workshop's own count.",
        *lines_on_parts(members, PARTS),
        "Names are written family name first with a comma; a name of one part, or of a group, stands in braces.",
        "",
        "Which key is which paper:",
        *(f"  {key}  {id}" for id, key in keys.items()),
        "",
        "Still to come:",
        f"- {of_number}the day of publication, which PMLR gives",
        *missing,
        "",
        "Prepared from the public specification of PMLR's volumes and from what its public checker looks for. Nobody",
        "at PMLR has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"
