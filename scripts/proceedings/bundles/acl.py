"""What the ACL Anthology receives, laid out as aclpub2 does: stamped papers, front matter, attachments and inputs.

dls2019-acl/
    proceedings.pdf  watermarked_pdfs/0.pdf  watermarked_pdfs/17.pdf  ...  attachments/17-supplement.zip
    inputs/papers.yml  inputs/program.yml  inputs/conference_details.yml  ...  anthology.xml
    copyright/17.pdf  front_matter/preface.md  README.txt  manifest-sha256.txt
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.bibliography.cited_book import there
from proceedings.bundles.acl_inputs import input_files
from proceedings.bundles.acl_xml import FRONT, anthology_xml, paper_file, venue
from proceedings.bundles.bundle import MANIFEST, BundleSources, IncompleteDeliveryError, Member, write_with_manifest
from proceedings.bundles.lacks import Lack, lack_lines, refuse_what_is_missing, unsaid
from proceedings.bundles.members import README, front_matter_members, lines_on_parts, not_packed, paper_members
from proceedings.bundles.paper_files import sent_name, supplement_files
from proceedings.editorial.blocks import one_line
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.wording import counted, listed

VOLUME = "proceedings.pdf"
OTHER_STAMPS = "The stamps are those of another publisher's edition: build it with `publisher: acl` for ACL's."
PARTS = {
    FRONT: "0.pdf beside them is the front matter: an entry of its contents opens the paper's file in the same\n"
    "folder, and an entry whose page is not there leads nowhere.",
    "attachments/": "attachments/ has the supplements.",
    "copyright/": "copyright/ has the signed forms.",
    "front_matter/": "front_matter/ has the texts of the front matter, in Markdown.",
}


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    if not (sources.output / VOLUME).is_file():
        raise IncompleteDeliveryError(
            f"{(sources.output / VOLUME).as_posix()} is not built yet. Next: snakemake bundle"
        )
    files = paper_members(edition, sources, "acl")
    papers = there(edition, sources.pagination)
    front = _front(edition, sources, papers)
    lacks = [*_volume_lacks(edition, has_front=front is not None), *_paper_lacks(papers)]
    accepted = refuse_what_is_missing(edition, "the ACL Anthology", lacks)
    members: dict[str, Member] = {VOLUME: sources.output / VOLUME} | ({FRONT: front} if front else {})
    members |= {paper_file(paper.id): files[sent_name(paper.id, "pdf")] for paper, _ in papers}
    attached = _attachments(supplement_files((paper for paper, _ in papers), sources.papers))
    members |= {f"attachments/{name}": file for each in attached.values() for name, file in each.items()}
    members |= _forms(papers, files) | front_matter_members(edition, sources)
    members |= {f"inputs/{name}": content for name, content in input_files(edition, attached, sources.metadata).items()}
    members["anthology.xml"] = anthology_xml(edition, papers, members, attached)
    members[README] = _readme(edition, papers, members, [*lack_lines(accepted), *not_packed(edition, sources)]).encode()
    return write_with_manifest(path, "acl", members, edition)


def _front(edition: Edition, sources: BundleSources, papers: Sequence[tuple[Paper, Placement]]) -> bytes | None:
    """The front matter, whose contents lead to the papers beside it; None where the volume has none."""
    from proceedings.bundles.pdf_parts import front_alone

    return front_alone(edition, sources, {paper.id: f"{paper.id}.pdf" for paper, _ in papers})


def _attachments(supplements: Mapping[str, Sequence[Path]]) -> dict[str, dict[str, Path]]:
    """By id the supplements under their names in attachments/: each begins with the id, and none stands twice."""
    taken: set[str] = set()
    found: dict[str, dict[str, Path]] = {id: {} for id in supplements}
    for id, files in supplements.items():
        for number, file in enumerate(files, 1):
            name = file.name if file.name.startswith(f"{id}-") else f"{id}-{file.name}"
            name = name if name.casefold() not in taken else f"{id}-{number}-{file.name}"
            taken.add(name.casefold())
            found[id][name] = file
    return found


def _forms(papers: Sequence[tuple[Paper, Placement]], files: Mapping[str, Member]) -> dict[str, Member]:
    """The signed transfers of copyright."""
    there = {paper.id: files.get(sent_name(paper.id, "rights")) for paper, _ in papers}
    return {f"copyright/{id}.pdf": file for id, file in there.items() if file is not None}


def _volume_lacks(edition: Edition, *, has_front: bool) -> Iterator[Lack]:
    volume = edition.volume
    said = {
        "title": volume.title,
        "acronym": venue(volume),
        "year": volume.year,
        "editors": volume.editors,
        "event.place": volume.event.place,
        "event.start": volume.event.start,
    }
    yield from unsaid(said)
    if not has_front:
        words = f"{VOLUME} has no front matter, which the Anthology asks for as {FRONT}."
        yield Lack(None, "publisher-precondition", words)


def _paper_lacks(papers: Sequence[tuple[Paper, Placement]]) -> Iterator[Lack]:
    for paper, _ in papers:
        if paper.id == "0":
            yield Lack("0", "publisher-precondition", "paper 0 would take the place of the front matter: rename it.")
        yield from unsaid({"title": paper.title, "authors": paper.authors}, paper.id)


def _readme(
    edition: Edition, papers: Sequence[tuple[Paper, Placement]], members: Iterable[str], missing: Sequence[str]
) -> str:
    beside = [paper.id for paper in edition.papers if paper.status == "non-archival"]
    lines = [
        f"{one_line(edition.volume.title)}: a volume for the ACL Anthology",
        "",
        f"{VOLUME} is the whole volume. watermarked_pdfs/ has {counted(len(papers), 'paper')} with pages and citation",
        "stamped on them, by their ids.",
        *lines_on_parts(members, PARTS),
        "inputs/ has the records as aclpub2 reads them, with the authors' addresses, which it asks for; the files of",
        "the papers are those in watermarked_pdfs/. A particle and a suffix are part of a last name there; keys beside",
        "those of aclpub2 (particle, affiliations, sponsors and others) are for reading the records back.",
        *([f"Not archival, and therefore in inputs/ alone: {listed(beside)}."] if beside else []),
        "anthology.xml has the volume in the form of the Anthology's own files; its ids are provisional.",
        f"{MANIFEST} has the SHA-256 of every file.",
        "",
        *([OTHER_STAMPS, ""] if edition.volume.publisher != "acl" else []),
        *(["Still missing:", *missing, ""] if missing else []),
        "Prepared from what is public of aclpub2 and of the Anthology's schema. Nobody at the ACL has confirmed that",
        "the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"
