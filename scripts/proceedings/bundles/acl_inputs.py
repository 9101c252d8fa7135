"""The records as aclpub2 reads them: papers.yml, program.yml, conference_details.yml and the committees.

Texts are LaTeX there. aclpub2 knows first, middle and last names: a particle and a suffix are part of the last one.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from proceedings.bibliography.cited_book import settled, whole_title
from proceedings.bibliography.latex_text import escaped, one_line, split_math
from proceedings.editions.edition_yaml import as_yaml
from proceedings.editorial.tables import affiliation_words
from proceedings.identifiers import sound_orcid
from proceedings.names import full_family_name
from proceedings.records.edition import Committee, Edition, Member, Session, Talk, Volume
from proceedings.records.paper import Author, Paper, Person

Entry: TypeAlias = dict[str, object]

ABSTRACT, BIOGRAPHY = "abstract", "biography"

CLOCK = re.compile(r"\d{1,2}:\d{2}")
REVIEWING = re.compile(r"(program(me)? committee|review)(?!.*chair)", re.IGNORECASE)
"""What a committee of reviewers is called; all others organise."""

AS_TYPED = "‘’“”–—…"
AS_TYPED_SIGN = re.compile(f"([{AS_TYPED}])")
"""Signs that aclpub2 takes as they are: spelled in LaTeX, they would read back as others."""


def input_files(edition: Edition, attachments: Mapping[str, Iterable[str]]) -> dict[str, bytes]:
    """The files by name; `attachments` are the names of each paper's by its id."""
    organising, reviewing = _by_kind(edition.committees)
    kept = [paper for paper in edition.papers if paper.status != "withdrawn"]
    wanted: dict[str, object] = {
        "conference_details.yml": _details(edition.volume),
        "papers.yml": [_paper(paper, attachments.get(paper.id, ())) for paper in kept],
        "program.yml": list(_programme(edition.sessions, {paper.id for paper in kept})),
        "organizing_committee.yml": [_committee(each, "members") for each in organising],
        "program_committee.yml": [_committee(each, "entries") for each in reviewing],
        "invited_talks.yml": [_talk(each, number) for number, each in enumerate(edition.keynotes, 1)],
        "prefaces.yml": [{"title": _latex(each.title), "file": f"{each.stem}.tex"} for each in edition.front_matter],
    }
    texts = {f"prefaces/{each.stem}.tex": each.markdown for each in edition.front_matter}
    for number, talk in enumerate(edition.keynotes, 1):
        texts |= {
            _talk_file(number, ABSTRACT): talk.abstract or "",
            _talk_file(number, BIOGRAPHY): talk.biography or "",
        }
    files = {name: as_yaml(content).encode() for name, content in wanted.items() if content}
    return files | {name: _paragraphs(text).encode() for name, text in texts.items() if text}


def _by_kind(committees: Sequence[Committee]) -> tuple[list[Committee], list[Committee]]:
    """Those that organise and those that review: the last ones, as they stand behind the others there too."""
    kinds = [bool(REVIEWING.search(each.role)) for each in committees]
    first = next((place for place in range(len(kinds)) if all(kinds[place:])), len(kinds))
    return list(committees[:first]), list(committees[first:])


def _details(volume: Volume) -> Entry:
    event = volume.event
    return _filled(
        {
            "book_title": _latex(volume.title),
            "event_name": _latex(event.name),
            "cover_subtitle": _latex(volume.subtitle or ""),
            "anthology_venue_id": event.acronym or volume.acronym,
            "start_date": _day(event.start),
            "end_date": _day(event.end),
            "isbn": settled(volume.isbn),
            "location": _latex(event.place or ""),
            "editors": [_person(each, each.affiliation) for each in volume.editors],
            "publisher": _latex(volume.publisher_name or "Association for Computational Linguistics"),
            "volume_name": "1",
        }
    )


def _paper(paper: Paper, attachments: Iterable[str]) -> Entry:
    """aclpub2 puts the addresses of authors nowhere that readers see them."""
    return _filled(
        {
            "id": paper.id,
            "title": _latex(whole_title(paper)),
            "abstract": _latex(paper.abstract or ""),
            "file": f"{paper.id}.pdf",
            "archival": "false" if paper.status == "non-archival" else None,
            "authors": [_author(each, paper) for each in paper.authors],
            "attributes": _filled({"paper_type": "" if paper.type == "full" else paper.type}),
            "attachments": [{"type": "attachment", "file": name} for name in attachments],
        }
    )


def _author(author: Author, paper: Paper) -> Entry:
    known = [paper.affiliations[key] for key in author.affiliations if key in paper.affiliations]
    institution = "; ".join(affiliation_words(each) for each in known)
    return _person(author, institution) | _filled({"email": author.email, "orcid": sound_orcid(author.orcid)})


def _person(person: Person, institution: str | None) -> Entry:
    """A mononym or a group has a last name only."""
    last = " ".join(part for part in (full_family_name(person), person.suffix) if part)
    return _filled(
        {
            "first_name": _latex(person.given or "") if last else None,
            "last_name": _latex(person.literal or last or person.given or ""),
            "institution": _latex(institution or ""),
        }
    )


def _committee(committee: Committee, key: str) -> Entry:
    people: tuple[Member, ...] = (*committee.chairs, *committee.members)
    role = ": ".join(part for part in (committee.role, committee.area) if part)
    return {"role": _latex(role), key: [_person(each, each.affiliation) for each in people]}


def _talk(talk: Talk, number: int) -> Entry:
    day = _day(talk.date)
    clock = CLOCK.search(talk.time or "")
    return _filled(
        {
            "title": _latex(talk.title),
            "speaker_name": _latex(talk.speaker or ""),
            "institution": _latex(talk.affiliation or ""),
            "date": f"{day} {clock.group():0>5}:00" if day and clock else day,
            "location": _latex(talk.room or ""),
            "chair": _latex(talk.chair or ""),
            "abstract_file": _talk_file(number, ABSTRACT).rpartition("/")[2] if talk.abstract else None,
            "bio_file": _talk_file(number, BIOGRAPHY).rpartition("/")[2] if talk.biography else None,
        }
    )


def _talk_file(number: int, what: str) -> str:
    return f"invited_talks/{number}-{what}.tex"


def _programme(sessions: Sequence[Session], papers: set[str]) -> Iterator[Entry]:
    """Every session in its order; one without a day is on that of the one before it."""
    day: datetime.date | None = None
    for session in sessions:
        day = session.date or day
        clocks = CLOCK.findall(session.time or "")
        yield _filled(
            {
                "title": _latex(session.title),
                "start_time": _moment(day, clocks[:1]),
                "end_time": _moment(day, clocks[1:2]),
                "chair": _latex(", ".join(session.chairs)),
                "location": _latex(session.room or ""),
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


def _latex(text: str) -> str:
    """Text in LaTeX; formulas, and signs that need no spelling, stay."""
    parts = split_math(unicodedata.normalize("NFC", one_line(text)))
    return "".join(part if is_math else _spelled(part) for is_math, part in parts)


def _spelled(text: str) -> str:
    return "".join(part if part in AS_TYPED else escaped(part) for part in AS_TYPED_SIGN.split(text))


def _paragraphs(markdown: str) -> str:
    """A Markdown text as LaTeX: its headings and paragraphs; other marks stay as they are typed."""
    blocks = (_block(block) for block in re.split(r"\n\s*\n", markdown) if block.strip())
    return "\n\n".join(blocks) + "\n"


def _block(block: str) -> str:
    heading = re.fullmatch(r"#+\s+(.*)", block.strip())
    return f"\\section*{{{_latex(heading[1])}}}" if heading else "\n".join(map(_latex, block.splitlines()))
