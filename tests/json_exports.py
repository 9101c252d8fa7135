"""HotCRP, OpenReview and Indico: papers as their JSON has them. Keys and wrappings are the systems' own."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape
from pathlib import Path

from export_makers import as_json, written
from proceedings.countries import country_name
from proceedings.names import whole_name
from proceedings.records.paper import Author, Paper
from system_exports import System, Writer, first_place, name_columns, words
from table_exports import csv_file

Entry = dict[str, object]

GIVEN_FAMILY, FIRST_LAST = ("given_name", "family_name"), ("first", "last")
"""How HotCRP spells the parts of names today, and how it did."""

_AUTHORS_CSV = ("paper", "title", *GIVEN_FAMILY, "email", "affiliation", "orcid", "country", "iscontact")


def hotcrp(spelling: tuple[str, str] = GIVEN_FAMILY, *, beside: bool = True) -> Writer:
    """Writes `CONF-data.json`, one paper as an object, and if asked the authors CSV beside it."""

    def write(papers: Sequence[Paper], folder: Path) -> Path:
        entries = [_hotcrp_paper(each, spelling) for each in papers]
        written(folder, {"dls-data.json": as_json(entries if len(entries) > 1 else entries[0])})
        rows = [row for paper in papers for row in _hotcrp_rows(paper)]
        return written(folder, {"dls-authors.csv": csv_file(_AUTHORS_CSV, rows)} if beside else {})

    return write


def _hotcrp_paper(paper: Paper, spelling: tuple[str, str]) -> Entry:
    submitted = paper.dates.submitted
    noon = datetime.time(12, tzinfo=datetime.UTC)
    contacts = [{"email": each.email} for each in paper.authors if each.corresponding and each.email]
    entry: Entry = {
        "object": "paper",
        "pid": int(paper.id),
        "title": paper.title,
        "abstract": (paper.abstract or "").replace("\n", "\r\n"),
        "authors": [_hotcrp_author(each, paper, spelling) for each in paper.authors],
        "contacts": contacts,
        "topics": list(paper.topics),
        "keywords": "\n".join(paper.keywords),
        "submission": {"mimetype": "application/pdf", "pages": paper.expected_pages},
        "decision": "Accepted",
        "status": "accepted",
        "submitted": True,
    }
    if submitted:
        entry["submitted_at"] = int(datetime.datetime.combine(submitted, noon).timestamp())
    return entry


def _hotcrp_author(author: Author, paper: Paper, spelling: tuple[str, str]) -> Entry:
    given, family, _ = name_columns(author)
    said = {
        "email": author.email,
        **dict(zip(spelling, (given, family), strict=True)),
        "affiliation": first_place(author, paper).name,
    }
    return {key: value for key, value in said.items() if value}


def _hotcrp_rows(paper: Paper) -> list[list[str]]:
    rows = []
    for author in paper.authors:
        place = first_place(author, paper)
        country = country_name(place.country) if place.country else ""
        cells = [author.email, place.name, author.orcid, country, "yes" if author.corresponding else ""]
        rows.append([paper.id, paper.title, *name_columns(author)[:2], *(cell or "" for cell in cells)])
    return [*rows, [paper.id, paper.title, "Cora", "Contact", "cora@example.org", "", "", "", "nonauthor"]]


def openreview(version: int = 2, *, profiles: bool = False) -> Writer:
    """Writes `notes.json` of the API's version 1 or 2, and if asked `profiles.json`."""

    def write(papers: Sequence[Paper], folder: Path) -> Path:
        notes = [_note(paper, version, profiles=profiles) for paper in papers]
        people = [_profile(author, paper) for paper in papers for author in paper.authors]
        files = {"notes.json": as_json({"notes": notes, "count": len(notes)})}
        return written(folder, files | ({"profiles.json": as_json(people)} if profiles else {}))

    return write


def _note(paper: Paper, version: int, *, profiles: bool) -> Entry:
    ids = [_user(each, paper) if profiles or not each.email else each.email for each in paper.authors]
    content: Entry = {
        "title": paper.title,
        "authors": [whole_name(each) for each in paper.authors],
        "authorids": ids,
        "abstract": paper.abstract or "",
        "keywords": list(paper.keywords),
        "venue": "DLS 2031",
        "venueid": "example.org/DLS/2031/Workshop",
    }
    if paper.track:
        content["track"] = paper.track
    wrapped = content if version == 1 else {key: {"value": value} for key, value in content.items()}
    note: Entry = {"id": f"note{paper.id}", "forum": f"note{paper.id}", "number": int(paper.id), "content": wrapped}
    return note | ({"license": paper.licence} if paper.licence else {})


def _user(author: Author, paper: Paper) -> str:
    return f"~P{paper.id}_{paper.authors.index(author)}"


def _profile(author: Author, paper: Paper) -> Entry:
    given, family, _ = name_columns(author)
    first, _, middle = given.partition(" ")
    place = first_place(author, paper)
    institution = {
        "name": place.name,
        "department": place.department,
        "city": place.city,
        "stateProvince": place.region,
        "country": place.country,
    }
    content: Entry = {
        "names": [{"first": first, "middle": middle, "last": family, "username": _user(author, paper)}],
        "history": [{"position": "PhD student", "start": 2029, "end": None, "institution": institution}],
        "emails": [author.email] if author.email else [],
    }
    return {"id": _user(author, paper), "content": content | ({"orcid": author.orcid} if author.orcid else {})}


def indico(papers: Sequence[Paper], folder: Path) -> Path:
    """Writes `event.json`: one event whose contributions have accepted papers; texts are HTML, as in its editor."""
    event = {"title": "Deep Learning on Sample Machines", "contributions": [_contribution(each) for each in papers]}
    return written(folder, {"event.json": as_json({"count": 1, "results": [event]})})


def _contribution(paper: Paper) -> Entry:
    paragraphs = (paper.abstract or "").split("\n\n")
    return {
        "id": paper.id,
        "title": escape(paper.title, quote=False),
        "description": "".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs if part),
        "type": paper.type.replace("-", " ").title(),
        "track": {"title": escape(paper.track, quote=False)} if paper.track else None,
        "keywords": list(paper.keywords),
        "primary_authors": [_person(each, paper) for each in paper.authors[:1]],
        "coauthors": [_person(each, paper) for each in paper.authors[1:]],
        "speakers": [_person(each, paper) for each in paper.authors[-1:]],
        "paper": {"state": "accepted"},
    }


def _person(author: Author, paper: Paper) -> Entry:
    given, family, _ = name_columns(author)
    place = first_place(author, paper)
    link = {"name": place.name, "city": place.city or "", "country_code": place.country or ""}
    return {
        "first_name": given,
        "last_name": family,
        "email": author.email or "",
        "affiliation": place.name,
        "affiliation_link": link,
    }


_HOTCRP = words("id title abstract keywords topics expected_pages submitted")
_OPENREVIEW = words("id title abstract keywords track licence")
_PROFILE = words("name department city region country")
JSON_SYSTEMS = {
    "hotcrp": System("hotcrp", hotcrp(), _HOTCRP, words("email orcid corresponding"), words("name country")),
    "hotcrp, first and last": System("hotcrp", hotcrp(FIRST_LAST, beside=False), _HOTCRP, words("email corresponding")),
    "openreview 2": System("openreview", openreview(), _OPENREVIEW, words("email"), places=0, whole=True),
    "openreview 1": System("openreview", openreview(1), _OPENREVIEW, words("email"), places=0, whole=True),
    "openreview with profiles": System(
        "openreview", openreview(profiles=True), _OPENREVIEW, words("email orcid"), _PROFILE
    ),
    "indico": System(
        "indico", indico, words("id title abstract keywords type track"), words("email"), words("name city country")
    ),
}
"""Each way of these systems; of several affiliations they hold the first, and no suffix apart."""
