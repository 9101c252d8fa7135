"""The volume of an aclpub2 folder: conference details, prefaces, committees and sponsors."""

from __future__ import annotations

from pathlib import Path

from proceedings.importers.imported import Doubt
from proceedings.importers.latex import markdown, plain_text
from proceedings.importers.loose_yaml import Entry, date, entries, read_entries, read_text, text, texts
from proceedings.importers.people import NameFields, person_fields
from proceedings.records.edition import Committee, Editor, Event, FrontMatterText, Member, Sponsor, Volume

ACL = "association for computational linguistics"
NO_TITLE = "conference_details.yml has no book_title: give the volume a title in metadata/proceedings.yml"
NO_DATES = "conference_details.yml has no start_date: give year and event dates in metadata/proceedings.yml"
ODD_MEMBER = "a committee member's name holds a colon"
LOGO_NAMES = "sponsors are known by their logo files only: write their names in metadata/sponsors.yml"


def volume(details: Entry, doubts: list[Doubt]) -> Volume:
    """The volume as conference_details.yml has it, set for the ACL's format and without reproducibility blocks."""
    title, start = plain_text(text(details, "book_title")), date(details, "start_date")
    doubts += [Doubt(fact=NO_TITLE)] if not title else []
    doubts += [Doubt(fact=NO_DATES)] if start is None else []
    publisher = plain_text(text(details, "publisher"))
    return Volume(
        title=title,
        subtitle=plain_text(text(details, "cover_subtitle")) or None,
        acronym=text(details, "anthology_venue_id") or None,
        year=start.year if start else None,
        event=Event(
            name=plain_text(text(details, "event_name")),
            acronym=text(details, "anthology_venue_id") or None,
            place=plain_text(text(details, "location")) or None,
            start=start,
            end=date(details, "end_date"),
        ),
        editors=tuple(Editor(**_name(each), affiliation=_institution(each)) for each in entries(details, "editors")),
        publisher="acl",
        publisher_name=None if publisher.lower() == ACL else publisher or None,
        isbn=text(details, "isbn") or None,
        profile="acl",
        reproducibility="off",
    )


def prefaces(source: Path, doubts: list[Doubt]) -> tuple[FrontMatterText, ...]:
    """The prefaces as Markdown: `preface`, `preface-2`, ... in the order of prefaces.yml."""
    made: list[FrontMatterText] = []
    for entry in read_entries(source / "prefaces.yml"):
        name = Path(text(entry, "file")).name
        path = source / "prefaces" / name
        if not name or not path.is_file():
            doubts.append(Doubt(fact="prefaces that are not in the export", where=name or text(entry, "title")))
            continue
        stem = f"preface-{len(made) + 1}" if made else "preface"
        title = plain_text(text(entry, "title")) or "Preface"
        made.append(FrontMatterText(stem=stem, title=title, markdown=markdown(read_text(path))))
    return tuple(made)


def committees(source: Path, doubts: list[Doubt]) -> tuple[Committee, ...]:
    """The organisers, then the programme committee, each group under its role."""
    groups = [
        *((entry, "members") for entry in read_entries(source / "organizing_committee.yml")),
        *((entry, "entries") for entry in read_entries(source / "program_committee.yml")),
    ]
    made = []
    for group, key in groups:
        people = tuple(Member(**_name(each), affiliation=_institution(each)) for each in entries(group, key))
        people = tuple(each for each in people if each.family or each.literal)
        doubts += [Doubt(fact=ODD_MEMBER, where=" ".join(filter(None, (m.given, m.family)))) for m in people if _odd(m)]
        made.append(Committee(role=plain_text(text(group, "role")) or "Committee", members=people))
    return tuple(each for each in made if each.members)


def sponsors(source: Path, beside: dict[str, Path], doubts: list[Doubt]) -> tuple[Sponsor, ...]:
    """One sponsor for each logo; the logos are added to `beside`."""
    made = []
    for entry in read_entries(source / "sponsors.yml"):
        for logo in (Path(each) for each in texts(entry, "logos")):
            found = next(
                (each for each in (source / "sponsor_logos" / logo.name, source / logo) if each.is_file()), None
            )
            if found:
                beside[f"metadata/sponsors/{logo.name}"] = found
            doubts.append(Doubt(fact=LOGO_NAMES, where=logo.name))
            made.append(
                Sponsor(
                    name=logo.stem.replace("_", " ").replace("-", " ").title(),
                    tier=plain_text(text(entry, "tier")) or None,
                    logo=f"sponsors/{logo.name}" if found else None,
                )
            )
    return tuple(made)


def _name(entry: Entry) -> NameFields:
    given, middle, family = (plain_text(text(entry, key)) for key in ("first_name", "middle_name", "last_name"))
    return person_fields(" ".join(filter(None, (given, middle))), family)


def _institution(entry: Entry) -> str | None:
    return plain_text(text(entry, "institution")) or None


def _odd(member: Member) -> bool:
    return ":" in f"{member.given}{member.family}{member.literal}"
