"""What Springer receives: a folder a paper with its PDF, its sources and its form, and the front matter as text.

dls2019-springer/
    README.txt  contents.csv  contacts.csv  manifest-sha256.txt
    118870001/017.pdf  118870001/017.zip  118870001/017-rights.pdf  ...
    frontmatter/title-page.md  frontmatter/preface.md  frontmatter/organisation.tex  ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.bibliography.cited_book import book_of, whole_title
from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, write_with_manifest
from proceedings.bundles.lacks import Lack, contact_lacks, lack_lines, refuse_what_is_missing, source_lacks, unsaid
from proceedings.bundles.members import README, front_texts, not_packed, paper_members, unsaid_of_the_front
from proceedings.bundles.paper_files import ENDINGS, form_is_for, sent_name, sent_source
from proceedings.companions.unpacking import UnsafeArchiveError, archive_names
from proceedings.editorial.blocks import one_line
from proceedings.editorial.tables import as_csv, contacts_of, state_words
from proceedings.identifiers import sound_orcid
from proceedings.names import display_name
from proceedings.papers_folder import FORM, SOURCES
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.records.placement import Placement
from proceedings.wording import counted, page_range

CONTENTS = "contents.csv"
COLUMNS = (
    "order",
    "folder",
    "part",
    "id",
    "title",
    "running_head",
    "authors",
    "corresponding_author",
    "email",
    "pages",
    "source",
    "licence_to_publish",
)
CONTACTS = "contacts.csv"
CONTACT_COLUMNS = ("paper", "folder", "title", "name", "email", "orcid")

SHORT_ENOUGH = 60
"""Letters of a title that fit into a running head of the series."""


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    files = paper_members(edition, sources, "springer")
    papers = {paper.id: paper for paper in edition.papers}
    packed = [papers[each.paper] for each in sources.pagination.placements if each.present]
    accepted = refuse_what_is_missing(edition, "Springer", _lacks(edition, packed, files))
    folders = folder_names(edition, sources.pagination.placements)
    members = front_texts(edition, sources)
    members |= _in_folders(files, folders)
    members[CONTENTS] = as_csv(COLUMNS, contents_rows(edition, sources, files))
    members[CONTACTS] = as_csv(CONTACT_COLUMNS, _contact_rows(packed, folders))
    missing = [*lack_lines(accepted), *_still_missing(edition, sources, packed, files)]
    members[README] = _readme(edition, packed, members, missing).encode()
    return write_with_manifest(path, "springer", members, edition)


def folder_names(edition: Edition, placements: Sequence[Placement]) -> dict[str, str]:
    """Each paper's folder: the volume's number and the first page, or, without a number, its place and id."""
    number = book_of(edition.volume, load_policy("springer")).number or ""
    if number.isascii() and number.isdigit():
        return {each.paper: f"{int(number):04}{each.first_page:04}" for each in placements}
    width = max(2, len(str(len(placements))))
    return {each.paper: f"{place:0{width}}-{each.paper}" for place, each in enumerate(placements, 1)}


def contents_rows(edition: Edition, sources: BundleSources, files: Mapping[str, Member]) -> Iterator[Sequence[object]]:
    """One row a paper in the order of the pages, those without a file too; pages are the workshop's own."""
    papers, placements = {paper.id: paper for paper in edition.papers}, sources.pagination.placements
    folders = folder_names(edition, placements)
    for order, placement in enumerate(placements, 1):
        paper = papers[placement.paper]
        contacts = contacts_of(paper)
        yield (
            order,
            folders[paper.id] if placement.present else f"({state_words(placement, paper, edition)})",
            one_line(edition.session_title(placement.session)),
            paper.id,
            one_line(whole_title(paper)),
            one_line(paper.short_title or ""),
            "; ".join(display_name(author) for author in paper.authors),
            "; ".join(display_name(author) for author in contacts),
            "; ".join(author.email or "" for author in contacts),
            page_range(placement.first_page, placement.last_page, "-"),
            "yes" if sent_source(paper.id, files) else "no",
            _licence(paper, edition, files),
        )


def _lacks(edition: Edition, packed: Sequence[Paper], files: Mapping[str, Member]) -> Iterator[Lack]:
    yield from unsaid({"title": edition.volume.title})
    for paper in packed:
        yield from unsaid({"title": paper.title}, paper.id)
        yield from source_lacks(paper, sent_source(paper.id, files), "Springer")
        if edition.volume.publisher == "springer" and _licence(paper, edition, files) == "no":
            words = f"papers/{paper.id}-rights.pdf is missing: Springer asks for the signed licence to publish."
            yield Lack(paper.id, "rights-missing", words)
        yield from contact_lacks(paper, "Springer")


def _still_missing(
    edition: Edition, sources: BundleSources, packed: Sequence[Paper], files: Mapping[str, Member]
) -> Iterator[str]:
    """What Springer may ask for later, and no bundle is refused for."""
    volume = edition.volume
    book = book_of(volume, load_policy("springer"))
    yield from unsaid_of_the_front(edition, {"the number of the volume": book.number, "the ISBN": book.isbn})
    yield from not_packed(edition, sources)
    unsigned = [each for each in packed if _licence(each, edition, files) == "no"]
    if unsigned and volume.publisher != "springer":
        name = load_policy(volume.publisher).name
        yield f"- The licences to publish: the forms of this edition are signed for {name}, and stay with its chairs."
    for paper in packed:
        if _licence(paper, edition, files) == "recorded":
            yield f"- The form of paper {paper.id} is recorded as signed, and there is no papers/{paper.id}-rights.pdf."
        if len(paper.title) > SHORT_ENOUGH and not paper.short_title:
            yield f"- Paper {paper.id} has a long title and no suggestion for its running head."
        if not _has_bibliography(sent_source(paper.id, files)):
            yield f"- The sources of paper {paper.id} have neither a .bib nor a .bbl file."


def _has_bibliography(source: Path | None) -> bool:
    """Whether LaTeX sources bring their references as a file; a word processor's keep them in the text."""
    try:
        names = archive_names(source) if source else []
    except UnsafeArchiveError:
        return True  # a lack of its own
    is_latex = any(name.lower().endswith(".tex") for name in names)
    return not is_latex or any(name.lower().endswith((".bib", ".bbl")) for name in names)


def _licence(paper: Paper, edition: Edition, files: Mapping[str, Member]) -> str:
    if sent_name(paper.id, "rights") in files:
        return "yes"
    return "recorded" if paper.rights.is_recorded and form_is_for("springer", paper, edition) else "no"


def _contact_rows(packed: Sequence[Paper], folders: Mapping[str, str]) -> Iterator[Sequence[object]]:
    """To whom proofs go: one row a paper."""
    for paper in packed:
        for author in contacts_of(paper):
            about = (paper.id, folders[paper.id], one_line(whole_title(paper)))
            yield (*about, display_name(author), author.email or "", sound_orcid(author.orcid) or "")


def _in_folders(files: Mapping[str, Member], folders: Mapping[str, str]) -> dict[str, Member]:
    """`118870001/017.pdf` for `papers/017.pdf`."""
    endings = {*ENDINGS.values(), *SOURCES}
    names = {f"papers/{id}{ending}": f"{folder}/{id}{ending}" for id, folder in folders.items() for ending in endings}
    return {names[name]: member for name, member in files.items()}


def _readme(edition: Edition, packed: Sequence[Paper], members: Iterable[str], missing: Sequence[str]) -> str:
    forms = ", and the signed licence to publish" * any(name.endswith(FORM) for name in members)
    lines = [
        f"{one_line(edition.volume.title)}: papers for Springer",
        "",
        f"{counted(len(packed), 'paper')}, each in a folder of its own: PDF and sources as they came{forms}.",
        "A folder is named by the number of the volume and the paper's first page, or by the paper's place and id",
        "where the volume has no number yet.",
        f"{CONTENTS} has the papers in order, with part, authors and pages; the pages are the workshop's own count.",
        f"{CONTACTS} has to whom the proofs of each paper go. A text that begins like a formula of a spreadsheet",
        "stands behind an apostrophe.",
        "frontmatter/ has what stands on the title page, preface, organisation and contents as text; authors.csv in it",
        "has given and family names apart, for the running heads and the author index.",
        f"{MANIFEST} has the SHA-256 of every file.",
        "",
        "Still missing:" if missing else "Nothing that we know of is missing.",
        *missing,
        "",
        "Prepared from Springer's public instructions for editors and authors of proceedings, and from the folders",
        "that EasyChair makes for such volumes. Nobody at Springer has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"
