"""The records as aclpub2 reads them: papers.yml, program.yml, conference_details.yml, committees and sponsors.

Texts are LaTeX there. What aclpub2 knows nothing of stands in keys that it does not look at (`particle`, `keywords`),
so that `make import FROM=aclpub2` reads the records back as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from proceedings.bibliography.cited_book import bare_acronym, settled, whole_title
from proceedings.bundles.acl_latex import latex, latex_of_markdown
from proceedings.bundles.acl_people import Entry, author, filled, organisers, person, reviewers
from proceedings.bundles.acl_programme import invited_talks, programme, talk_files
from proceedings.bundles.bundle import Member
from proceedings.editions.edition_yaml import as_yaml
from proceedings.email_addresses import without_addresses
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, Sponsor
from proceedings.records.paper import Paper
from proceedings.records.volume import Volume

REVIEWING = re.compile(r"(program(me)? committee|review)(?!.*chair)", re.IGNORECASE)
"""What a committee of reviewers is called; all others organise."""

LOGOS = "sponsor_logos"
TIER = "Sponsors"
"""The tier of sponsors that have none: aclpub2 prints one over each group."""


def input_files(edition: Edition, attachments: Mapping[str, Iterable[str]], metadata: Path) -> dict[str, Member]:
    """The files by name; `attachments` are the names of each paper's by its id, `metadata` has logos and photos."""
    organising, reviewing = _by_kind(edition.committees)
    kept = [paper for paper in edition.papers if paper.status != "withdrawn"]
    logos = _logos(edition.sponsors, metadata)
    wanted: dict[str, object] = {
        "conference_details.yml": _details(edition.volume),
        "papers.yml": [_paper(paper, attachments.get(paper.id, ())) for paper in kept],
        "program.yml": list(programme(edition)),
        "organizing_committee.yml": organisers(organising),
        "program_committee.yml": list(reviewers(reviewing)),
        "invited_talks.yml": invited_talks(edition),
        "sponsors.yml": list(_sponsors(edition.sponsors, logos)),
        "prefaces.yml": [
            {"title": latex(each.title), "file": f"{each.stem}.tex", "stem": each.stem} for each in edition.front_matter
        ],
    }
    files: dict[str, Member] = {name: as_yaml(content).encode() for name, content in wanted.items() if content}
    files |= {f"{LOGOS}/{name}": metadata / logo for logo, name in logos.items()}
    files |= {f"prefaces/{each.stem}.tex": latex_of_markdown(each.markdown).encode() for each in edition.front_matter}
    return files | talk_files(edition, metadata)


def _by_kind(committees: Sequence[Committee]) -> tuple[list[Committee], list[Committee]]:
    """Those that organise and those that review: the last ones, as they stand behind the others there too."""
    kinds = [bool(REVIEWING.search(each.role)) for each in committees]
    first = next((place for place in range(len(kinds)) if all(kinds[place:])), len(kinds))
    return list(committees[:first]), list(committees[first:])


def _details(volume: Volume) -> Entry:
    """aclpub2 prints the year behind the acronym, which is given without it."""
    event = volume.event
    bare = bare_acronym(volume)
    return filled(
        {
            "book_title": latex(volume.title),
            "event_name": latex(event.name),
            "cover_subtitle": latex(volume.subtitle or ""),
            "anthology_venue_id": bare,
            "start_date": event.start,
            "end_date": event.end or event.start,
            "isbn": settled(volume.isbn),
            "location": latex(event.place or ""),
            "editors": [person(each, each.affiliation) for each in volume.editors],
            "publisher": latex(volume.publisher_name or "Association for Computational Linguistics"),
            "volume_name": "1",
            "acronym": volume.acronym if volume.acronym != bare else None,
            "event_acronym": event.acronym if event.acronym != bare else None,
            "colocated_with": latex(event.colocated_with or ""),
            "url": event.url,
        }
    )


def _paper(paper: Paper, attachments: Iterable[str]) -> Entry:
    """A paper; no DOI, since the Anthology registers it."""
    return {"id": paper.id, "title": latex(whole_title(paper)), "file": f"{paper.id}.pdf"} | filled(
        {
            "abstract": latex(without_addresses(paper.abstract or "")),
            "archival": False if paper.status == "non-archival" else None,
            "authors": [author(each, paper) for each in paper.authors],
            "attributes": filled(
                {"paper_type": "" if paper.type == "full" else paper.type, "submitted_area": latex(paper.track or "")}
            ),
            "attachments": [{"type": "attachment", "file": name} for name in attachments],
            "subtitle": latex(paper.subtitle or ""),
            "short_title": latex(paper.short_title or ""),
            "keywords": [latex(each) for each in paper.keywords],
            "topics": [latex(each) for each in paper.topics],
            "awards": [latex(each) for each in paper.awards],
            "language": "" if paper.language == "en" else paper.language,
            "licence": paper.licence,
        }
    )


def _logos(sponsors: Sequence[Sponsor], metadata: Path) -> dict[str, str]:
    """The logos that are there, each with a name that no other has."""
    names: dict[str, str] = {}
    for logo in dict.fromkeys(each.logo for each in sponsors if each.logo and (metadata / each.logo).is_file()):
        name = Path(logo).name
        names[logo] = name if name not in names.values() else f"{len(names) + 1}-{name}"
    return names


def _sponsors(sponsors: Sequence[Sponsor], logos: Mapping[str, str]) -> Iterator[Entry]:
    """sponsors.yml, where aclpub2 knows sponsors by their logos; `sponsors` has their names."""
    for tier, together in groupby(sponsors, key=lambda each: each.tier):
        group = list(together)
        yield {
            "tier": latex(tier or TIER),
            "logos": [logos[each.logo] for each in group if each.logo and each.logo in logos],
            "sponsors": [
                filled({"name": latex(each.name), "url": each.url, "logo": logos.get(each.logo or "")})
                for each in group
            ],
        }
