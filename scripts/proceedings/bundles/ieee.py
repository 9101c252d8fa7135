"""What IEEE receives: the papers byte for byte as their authors sent them, and the list of what is packed.

sc2020-ieee/
    README.txt  packing-list.csv  manifest-sha256.txt
    papers/017.pdf  papers/017-rights.pdf  ...
    frontmatter/title-page.md  frontmatter/preface.md  frontmatter/contents.md  frontmatter/author-index.md  ...
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.bibliography.cited_book import book_of, own_doi, whole_title
from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, sha256_of, write_with_manifest
from proceedings.bundles.lacks import Lack, lack_lines, refuse_what_is_missing, unsaid
from proceedings.bundles.members import README, facts_by_id, front_texts, paper_members, unsaid_of_the_front
from proceedings.bundles.paper_files import form_is_for, sent_name
from proceedings.bundles.title_page import ieee_numbers
from proceedings.checks.certificate import certificate_words
from proceedings.checks.copyright_notices import ieee_code, ieee_holder
from proceedings.checks.rules import Rules
from proceedings.editorial.blocks import Block, one_line
from proceedings.editorial.tables import as_csv, contacts_of, state_words
from proceedings.editorial.texts import markdown
from proceedings.names import display_name, index_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper, Rights
from proceedings.records.placement import Pagination, Placement
from proceedings.typesetting.author_index import index_entries
from proceedings.wording import counted, listed

PACKING_LIST = "packing-list.csv"
COLUMNS = (
    "sequence",
    "paper",
    "file",
    "title",
    "authors",
    "corresponding_author",
    "email",
    "session",
    "type",
    "first_page",
    "last_page",
    "pages",
    "state",
    "certified",
    "certificate",
    "copyright_notice",
    "copyright_code",
    "ecf",
    "signed",
    "form",
    "form_variant",
    "form_file",
    "doi",
    "sha256",
)
"""Our own: IEEE's specification of packing lists is not public.

`copyright_notice` is whose copyright page 1 states, `copyright_code` the notice as it is printed there. `ecf` is
whether the electronic copyright form is `received`, by the metadata or as a file; `signed` is its day.
"""
INDEX = "frontmatter/author-index.md"
RECEIVED, NOT_RECEIVED = "received", "not received"


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    papers = paper_members(edition, sources, "ieee")
    accepted = refuse_what_is_missing(edition, "IEEE", _lacks(edition, sources.pagination))
    rows = list(packing_rows(edition, sources, papers))
    members = front_texts(edition, sources) | papers
    members[INDEX] = markdown(_author_index(edition, sources.pagination)).encode()
    members[PACKING_LIST] = as_csv(COLUMNS, rows)
    members[README] = readme(edition, rows, lack_lines(accepted)).encode()
    return write_with_manifest(path, "ieee", members, edition)


def packing_rows(edition: Edition, sources: BundleSources, packed: Mapping[str, Member]) -> Iterator[Sequence[object]]:
    """One row a paper in the order of the pages, those without a file too."""
    papers, facts = {paper.id: paper for paper in edition.papers}, facts_by_id(sources)
    policy = load_policy("ieee")
    rules = Rules(profile=edition.profile, policy=policy)
    for number, placement in enumerate(sources.pagination.placements, 1):
        paper, name = papers[placement.paper], sent_name(placement.paper, "pdf")
        about = _about(paper, placement, edition, name if name in packed else "")
        form, doi = _of_form(paper, edition, packed), own_doi(paper, policy) or ""
        if name in packed:
            yield (number, *about, *_of_file(facts[paper.id], rules), *form, doi, sha256_of(packed[name]))
        else:
            yield (number, *about, "", "", "", "", *form, doi, "")


def readme(edition: Edition, rows: Sequence[Sequence[object]], missing: Sequence[str] = ()) -> str:
    """What is packed, how many papers are certified, what is missing, and what nobody has confirmed."""
    of = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    kinds = Counter(row["certified"] for row in of if row["file"])
    words = {"yes": "certified by IEEE PDF eXpress", "no": "not certified", "void": "changed after certification"}
    told = [
        f"{kinds[kind]} {what}" + ("" if kind == "yes" else f" ({listed(_ids(of, 'certified', kind))})")
        for kind, what in words.items()
        if kinds[kind]
    ]
    lacking = [f"{row['paper']} ({row['state']})" for row in of if not row["file"]]
    open_points = [*missing, *_still_missing(edition, of)]
    lines = [
        f"{one_line(edition.volume.title)}: papers for IEEE",
        "",
        "papers/ has the PDFs exactly as their authors sent them: no stamp, no repair, no byte is changed, so that a",
        f"certificate of PDF eXpress goes on to hold. {MANIFEST} has the SHA-256 of every file.",
        f"{PACKING_LIST} has every paper in order: its file, its pages in the workshop's own count, certificate, the",
        "copyright notice as page 1 prints it, and whether its electronic copyright form (eCF) is received.",
        "frontmatter/ has title page, preface, contents, organisation and author index as text, to be set.",
        "",
        f"{counted(len(of), 'paper')}: {listed(told) or 'no file'}.",
        *([f"Without a file: {listed(lacking)}."] if lacking else []),
        "",
        *_numbers(edition),
        "",
        "Still missing:" if open_points else "Nothing that we know of is missing.",
        *open_points,
        "",
        "Prepared from public descriptions of what IEEE asks for. The columns of the packing list are not IEEE's, of",
        "which no specification is public, and nobody at IEEE has confirmed that the bundle is accepted as it is.",
    ]
    return "\n".join(lines) + "\n"


def _lacks(edition: Edition, pagination: Pagination) -> Iterator[Lack]:
    papers = {paper.id: paper for paper in edition.papers}
    yield from unsaid({"title": edition.volume.title, "year": edition.volume.year})
    for paper in (papers[each.paper] for each in pagination.placements if each.present):
        yield from unsaid({"title": paper.title, "authors": paper.authors}, paper.id)


def _numbers(edition: Edition) -> list[str]:
    """The numbers by which IEEE knows the proceedings, a line each."""
    known = {"ISBN": book_of(edition.volume, load_policy("ieee")).isbn, **ieee_numbers(edition.volume)}
    return [f"{label}: {number or 'not given yet'}" for label, number in known.items()]


def _still_missing(edition: Edition, rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """What IEEE asks for before it takes a paper, and no bundle is refused for."""
    for kind, words in (
        ("no", "Without a certificate of IEEE PDF eXpress, through which their authors send them"),
        ("void", "Changed after PDF eXpress certified them, so that their authors upload what it returned once more"),
    ):
        if ids := _ids(rows, "certified", kind):
            yield f"- {words}: {listed(ids)}."
    if ids := _ids(rows, "ecf", NOT_RECEIVED):
        yield f"- No electronic copyright form is on record: {listed(ids)}."
    if ids := _ids(rows, "copyright_code", ""):
        yield f"- No copyright notice on page 1: {listed(ids)}."
    yield from unsaid_of_the_front(edition)


def _author_index(edition: Edition, pagination: Pagination) -> Iterator[Block]:
    """Everybody with the first pages of their papers, as an index has them."""
    yield Block("title", "Author Index")
    for entry in index_entries(edition, pagination):
        yield Block("line", f"{index_name(entry.author)}: {', '.join(str(page) for page, _ in entry.pages)}")


def _ids(rows: Sequence[Mapping[str, object]], column: str, value: str) -> list[str]:
    return [str(row["paper"]) for row in rows if row["file"] and row[column] == value]


def _about(paper: Paper, placement: Placement, edition: Edition, file: str) -> tuple[object, ...]:
    people = (
        "; ".join(display_name(author) for author in paper.authors),
        "; ".join(display_name(author) for author in contacts_of(paper)),
        "; ".join(author.email or "" for author in contacts_of(paper)),
    )
    pages = (placement.first_page, placement.last_page, placement.pages)
    session, state = one_line(edition.session_title(placement.session)), state_words(placement, paper, edition)
    return (paper.id, file, one_line(whole_title(paper)), *people, session, paper.type, *pages, state)


def _of_file(facts: PaperFacts, rules: Rules) -> tuple[object, ...]:
    lines = facts.pages[0].lines
    return (*certificate_words(facts, rules), ieee_holder(lines), ieee_code(lines))


def _of_form(paper: Paper, edition: Edition, packed: Mapping[str, Member]) -> tuple[object, ...]:
    """What is known of the form; one that was signed for another publisher is none."""
    rights = paper.rights if form_is_for("ieee", paper, edition) else Rights()
    name = sent_name(paper.id, "rights")
    file = name if name in packed else ""
    signed = rights.signed.isoformat() if rights.signed else ""
    state = RECEIVED if file or rights.is_recorded else NOT_RECEIVED
    return state, signed, rights.form or "", rights.variant or "", file
