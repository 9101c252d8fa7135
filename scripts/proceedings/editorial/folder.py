"""What is in the editorial folder: each text as Markdown, LaTeX and Word, each table as CSV."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.editorial.blocks import contents, organisation, part_name
from proceedings.editorial.listing import FILES
from proceedings.editorial.tables import (
    AUTHORS,
    ORGANISATION,
    PAPERS,
    SESSIONS,
    as_csv,
    authors_rows,
    organisation_rows,
    papers_rows,
    sessions_rows,
    state_words,
)
from proceedings.editorial.texts import latex, markdown
from proceedings.editorial.word import word_document
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.wording import counted, date_words, listed_briefly, page_list


def editorial_files(
    edition: Edition, pagination: Pagination, policy: PublisherPolicy, sent: Mapping[str, Mapping[str, str]]
) -> dict[str, bytes]:
    """All files of the folder. `sent` by id: the names in the bundle of what is sent of a paper, by its kind."""
    listed, people = list(contents(edition, pagination)), list(organisation(edition))
    texts = {
        "contents.md": markdown(listed),
        "contents.tex": latex(listed),
        "organisation.md": markdown(people),
        "organisation.tex": latex(people),
        "README.txt": readme(edition, pagination),
    }
    tables = {
        "papers.csv": as_csv(PAPERS, papers_rows(edition, pagination, policy, sent)),
        "sessions.csv": as_csv(SESSIONS, sessions_rows(edition, pagination)),
        "authors.csv": as_csv(AUTHORS, authors_rows(edition, pagination)),
        "organisation.csv": as_csv(ORGANISATION, organisation_rows(edition)),
    }
    encoded = {name: text.encode() for name, text in texts.items()}
    return {**encoded, **tables, "front-matter.docx": word_document([*listed, *people])}


def readme(edition: Edition, pagination: Pagination) -> str:
    """What the folder is, what is in it, how many papers on which pages, and what is still to come."""
    width = max(map(len, FILES))
    lines = [
        _heading(edition),
        "",
        "What its editor or publisher sets anew, as text and tables to be edited. All files are in UTF-8.",
        "",
        *(f"{name:<{width}}  {what}" for name, what in FILES.items()),
        "",
        *_extent(edition, pagination),
        "E-mail addresses are those of corresponding authors, for proofs; they are not for print.",
    ]
    if edition.printed_date:
        lines.append(f"As of {date_words(edition.printed_date)}.")
    return "\n".join(lines) + "\n"


def _heading(edition: Edition) -> str:
    joint = edition.volume.part_of
    return f"{part_name(edition)}, a part of {joint.title}" if joint and joint.title else part_name(edition)


def _extent(edition: Edition, pagination: Pagination) -> list[str]:
    placements = pagination.placements
    if not placements:
        return ["There is no paper yet."]
    span = page_list(range(placements[0].first_page, placements[-1].last_page + 1))
    joint = edition.volume.part_of
    counted_from = f"Pages are counted from {joint.first_page}, as it was given." if joint else ""
    states: dict[str, list[str]] = {}
    papers = {paper.id: paper for paper in edition.papers}
    for each in placements:
        if not each.present:
            states.setdefault(state_words(each, papers[each.paper], edition), []).append(each.paper)
    lacking = "; ".join(f"{listed_briefly(ids)} ({state})" for state, ids in states.items())
    awaited = f"Not included: {lacking}." if lacking else "All of them are included."
    said = f"{counted(len(placements), 'paper')} on {span}. {awaited} {counted_from} {_appendix(edition, pagination)}"
    return [" ".join(said.split())]


def _appendix(edition: Edition, pagination: Pagination) -> str:
    """Whose pages the appendix takes in a joint volume, which the parts behind have to know."""
    volume = edition.volume
    if not (volume.part_of and volume.appendix_in_volume and any(paper.reproducibility for paper in edition.papers)):
        return ""
    return f"The artifact appendix goes on from page {pagination.next_page}; the next part begins behind it."
