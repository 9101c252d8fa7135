"""What CEUR-WS receives: the page of the volume, the papers as their authors sent them, and their agreements.

dls2021-ceur/
    index.html  preface.pdf  paper1.pdf  paper2.pdf  ...  dls2021.bib
    agreements/paper1.pdf  ...  front_matter/preface.md  README.txt  manifest-sha256.txt
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from proceedings.bibliography.bibtex import volume_key, write_bibtex
from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, write_with_manifest
from proceedings.bundles.ceur_index import ListedFile, index_page, language_code
from proceedings.bundles.lacks import Lack, lack_lines, refuse_what_is_missing, unsaid
from proceedings.bundles.members import README, front_matter_members, lines_on_parts, not_packed, paper_members
from proceedings.bundles.paper_files import sent_name
from proceedings.editorial.blocks import one_line
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.volume import Volume
from proceedings.reviewing import prefaces, selection, selection_sentence
from proceedings.wording import counted, listed_briefly, permission_words

INDEX = "index.html"
OPEN_LICENCE = "CC-BY-4.0"
PARTS = {
    "agreements/": "agreements/ has the signed agreements of the authors under the names of their papers.",
    "front_matter/": "front_matter/ has the texts of the front matter, in Markdown; CEUR-WS gets preface.pdf alone.",
}


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    files = paper_members(edition, sources, "ceur")
    listed = listed_files(edition, sources)
    signed = {each.paper.id for each in listed if sent_name(each.paper.id, "rights") in files}
    lacks = [*_volume_lacks(edition.volume), *_paper_lacks(edition.volume, listed, signed)]
    accepted = refuse_what_is_missing(edition, "CEUR-WS", lacks)
    members: dict[str, Member] = {f"{each.stem}.pdf": files[sent_name(each.paper.id, "pdf")] for each in listed}
    members |= {
        f"agreements/{each.stem}.pdf": files[sent_name(each.paper.id, "rights")]
        for each in listed
        if each.paper.id in signed
    }
    members |= front_matter_members(edition, sources)
    if preface := _preface(edition, sources, listed):
        members["preface.pdf"] = preface
    members[INDEX] = index_page(edition, listed, has_preface=bool(preface)).encode()
    members[f"{volume_key(edition.volume)}.bib"] = _bibliography(edition, sources)
    missing = [*lack_lines(accepted), *_to_be_done(edition, listed, signed), *not_packed(edition, sources)]
    members[README] = _readme(edition, listed, members, missing).encode()
    return write_with_manifest(path, "ceur", members, edition)


def listed_files(edition: Edition, sources: BundleSources) -> list[ListedFile]:
    """The papers that are there, in the order of their pages: `paper1`, `paper2`, and so on."""
    papers = {paper.id: paper for paper in edition.papers}
    there = [each for each in sources.pagination.placements if each.present]
    return [ListedFile(papers[each.paper], each, f"paper{number}") for number, each in enumerate(there, 1)]


def _preface(edition: Edition, sources: BundleSources, listed: Sequence[ListedFile]) -> bytes | None:
    """The prefaces as a file of their own, with how the papers were chosen and who did so; None without any of it."""
    from proceedings.bundles.pdf_parts import preface_alone

    volume = edition.volume
    sentence = selection_sentence(selection(volume.review, [each.paper for each in listed]))
    chosen = " ".join(part for part in (sentence, volume.review.process) if part)
    notice = f"© {volume.year or ''} Copyright for this paper by its authors. {permission_words(volume.licence)}"
    return preface_alone(edition, sources, chosen, " ".join(notice.split()))


def _bibliography(edition: Edition, sources: BundleSources) -> bytes:
    """The index in BibTeX as it is handed over elsewhere: no DOI that is not final."""
    return write_bibtex(edition, sources.pagination, load_policy(edition.volume.publisher)).encode()


def _volume_lacks(volume: Volume) -> Iterator[Lack]:
    """What the page of the volume cannot do without."""
    said = {
        "title": volume.title,
        "acronym": volume.event.acronym or volume.acronym,
        "year": volume.year,
        "editors": volume.editors,
        "event.place": volume.event.place,
        "event.start": volume.event.start,
        "language (one that has a code of ISO 639-2)": language_code(volume),
    }
    yield from unsaid(said)
    if volume.licence and volume.licence.upper() != OPEN_LICENCE:
        words = f"metadata/proceedings.yml: the licence is {volume.licence}; CEUR-WS publishes under {OPEN_LICENCE}."
        yield Lack(None, "publisher-precondition", words)


def _paper_lacks(volume: Volume, listed: Sequence[ListedFile], signed: Collection[str]) -> Iterator[Lack]:
    for each in listed:
        paper = each.paper
        if not paper.authors:
            yield Lack(paper.id, "metadata-missing", f"paper {paper.id} has no authors.")
        if volume.publisher == "ceur" and paper.id not in signed:
            words = f"papers/{paper.id}-rights.pdf is missing: CEUR-WS asks for an agreement (NTP or TP) a paper."
            yield Lack(paper.id, "rights-missing", words)


def _to_be_done(edition: Edition, listed: Sequence[ListedFile], signed: Collection[str]) -> Iterator[str]:
    """What is nobody's to do but the editors', and what may be asked for later."""
    yield "- The agreement of the editors with CEUR-WS, signed by hand, has to be put beside the zip."
    yield "- Vol-XXX, the URN and the day of publication are given by CEUR-WS."
    without = [each.paper.id for each in listed if each.paper.id not in signed]
    if without and edition.volume.publisher != "ceur":
        named = listed_briefly(without)
        yield f"- {counted(len(without), 'paper')} without an agreement (NTP or TP) with CEUR-WS: {named}."
    review = edition.volume.review
    for key, said in {"review.submitted": review.submitted, "review.process": review.process}.items():
        if said is None:
            yield f"- The preface has to say how papers were chosen: proceedings.yml does not say `{key}`."
    if not prefaces(edition):
        yield "- There is no text of a preface: metadata/front_matter/preface.md is missing."


def _readme(edition: Edition, listed: Sequence[ListedFile], members: Iterable[str], missing: Sequence[str]) -> str:
    lines = [
        f"{one_line(edition.volume.title)}: a volume for CEUR-WS",
        "",
        f"{INDEX} is the page of the volume, with the classes that CEUR-WS reads. {counted(len(listed), 'paper')},",
        "paper1.pdf and so on in the order of the pages, are exactly as their authors sent them: no stamp, no byte is",
        "changed. The pages in the contents are the workshop's own count.",
        *lines_on_parts(members, PARTS),
        f"The day of submission and who submits stand at the end of {INDEX}. {MANIFEST} has the SHA-256 of every",
        "file.",
        "",
        "Which file is which paper:",
        *(f"  {each.stem}.pdf  {each.paper.id}" for each in listed),
        "",
        "Still to be done:",
        *missing,
        "",
        "Prepared from the public instructions of CEUR-WS to editors and its template of an index page. Nobody at",
        "CEUR-WS has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"
