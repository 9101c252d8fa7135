"""The records as aclpub2 reads them: papers.yml, program.yml, conference_details.yml and the committees.

Texts are LaTeX there. aclpub2 knows first, middle and last names: a particle and a suffix are part of the last one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from proceedings.bibliography.latex_text import latex_text
from proceedings.editions.edition_yaml import as_yaml
from proceedings.editorial.tables import affiliation_words
from proceedings.identifiers import is_orcid
from proceedings.names import full_family_name
from proceedings.records.edition import Committee, Edition, Member, Session, Talk, Volume
from proceedings.records.paper import Author, Paper, Person

Entry: TypeAlias = dict[str, object]

CLOCK = re.compile(r"\d{1,2}:\d{2}")
PROGRAMME = re.compile(r"program|review", re.IGNORECASE)
"""What a committee of reviewers is called; all others organise."""


def input_files(edition: Edition, attachments: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
    """The files by name; `attachments` are the names of each paper's by its id."""
    reviewing = [each for each in edition.committees if PROGRAMME.search(each.role)]
    organising = [each for each in edition.committees if each not in reviewing]
    kept = [paper for paper in edition.papers if paper.status != "withdrawn"]
    wanted: dict[str, object] = {
        "conference_details.yml": _details(edition.volume),
        "papers.yml": [_paper(paper, attachments.get(paper.id, ())) for paper in kept],
        "program.yml": list(_programme(edition.sessions, {paper.id for paper in kept})),
        "organizing_committee.yml": [_committee(each, "members") for each in organising],
        "program_committee.yml": [_committee(each, "entries") for each in reviewing],
        "invited_talks.yml": [_talk(each) for each in edition.keynotes],
    }
    return {name: as_yaml(content).encode() for name, content in wanted.items() if content}


def _details(volume: Volume) -> Entry:
    event = volume.event
    return _filled(
        {
            "book_title": latex_text(volume.title),
            "event_name": latex_text(event.name),
            "cover_subtitle": latex_text(volume.subtitle or ""),
            "anthology_venue_id": event.acronym or volume.acronym,
            "start_date": _day(event.start),
            "end_date": _day(event.end),
            "isbn": volume.isbn,
            "location": latex_text(event.place or ""),
            "editors": [_person(each, each.affiliation) for each in volume.editors],
            "publisher": latex_text(volume.publisher_name or "Association for Computational Linguistics"),
            "volume_name": "1",
        }
    )


def _paper(paper: Paper, attachments: Sequence[str]) -> Entry:
    """aclpub2 puts the addresses of authors nowhere that readers see them."""
    return _filled(
        {
            "id": paper.id,
            "title": latex_text(paper.title),
            "abstract": latex_text(paper.abstract or ""),
            "file": f"{paper.id}.pdf",
            "archival": "false" if paper.status == "non-archival" else None,
            "authors": [_author(each, paper) for each in paper.authors],
            "attributes": _filled({"paper_type": "" if paper.type == "full" else paper.type}),
            "attachments": [{"type": "attachment", "file": name} for name in attachments],
        }
    )


def _author(author: Author, paper: Paper) -> Entry:
    known = [paper.affiliations[key] for key in author.affiliations if key in paper.affiliations]
    orcid = author.orcid if author.orcid and is_orcid(author.orcid) else None
    institution = "; ".join(affiliation_words(each) for each in known)
    return _person(author, institution) | _filled({"email": author.email, "orcid": orcid})


def _person(person: Person, institution: str | None) -> Entry:
    """A mononym or a group has a last name only."""
    last = " ".join(part for part in (full_family_name(person), person.suffix) if part)
    return _filled(
        {
            "first_name": latex_text(person.given or "") if last else None,
            "last_name": latex_text(person.literal or last or person.given or ""),
            "institution": latex_text(institution or ""),
        }
    )


def _committee(committee: Committee, key: str) -> Entry:
    people: tuple[Member, ...] = (*committee.chairs, *committee.members)
    role = ": ".join(part for part in (committee.role, committee.area) if part)
    return {"role": latex_text(role), key: [_person(each, each.affiliation) for each in people]}


def _talk(talk: Talk) -> Entry:
    day = _day(talk.date)
    clock = CLOCK.search(talk.time or "")
    return _filled(
        {
            "title": latex_text(talk.title),
            "speaker_name": latex_text(talk.speaker or ""),
            "institution": latex_text(talk.affiliation or ""),
            "date": f"{day} {clock.group():0>5}:00" if day and clock else day,
            "location": latex_text(talk.room or ""),
            "chair": latex_text(talk.chair or ""),
        }
    )


def _programme(sessions: Sequence[Session], papers: set[str]) -> Iterator[Entry]:
    """Every session in its order; one without a day is on that of the one before it."""
    day: datetime.date | None = None
    for session in sessions:
        day = session.date or day
        clocks = CLOCK.findall(session.time or "")
        yield _filled(
            {
                "title": latex_text(session.title),
                "start_time": _moment(day, clocks[:1]),
                "end_time": _moment(day, clocks[1:2]),
                "chair": latex_text(", ".join(session.chairs)),
                "location": latex_text(session.room or ""),
                "papers": [
                    _filled({"id": id, "start_time": _moment(day, CLOCK.findall(session.times.get(id, ""))[:1])})
                    for id in session.papers
                    if id in papers
                ],
            }
        )


def _moment(day: datetime.date | None, clocks: Sequence[str]) -> str | None:
    """`2020-07-01 09:30:00`; the day alone where there is no hour."""
    if day is None:
        return None
    return f"{day.isoformat()} {clocks[0]:0>5}:00" if clocks else None


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _filled(fields: Entry) -> Entry:
    return {key: value for key, value in fields.items() if value}
