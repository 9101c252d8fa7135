"""The volume of an aclpub2 folder: conference details, prefaces, committees and sponsors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from proceedings.identifiers import file_stem
from proceedings.importers.aclpub2_people import editor, member
from proceedings.importers.export_files import file_in, place_beside
from proceedings.importers.imported import Doubt
from proceedings.importers.latex import markdown, plain_text
from proceedings.importers.loose_yaml import Entry, date, entries, is_true, read_entries, text, texts
from proceedings.importers.plain_files import read_text
from proceedings.records.front_matter import Committee, FrontMatterText, Member, Sponsor
from proceedings.records.volume import Event, Volume

ACL = "association for computational linguistics"
NO_TITLE = "conference_details.yml has no book_title: give the volume a title in metadata/proceedings.yml"
NO_DATES = "conference_details.yml has no start_date: give year and event dates in metadata/proceedings.yml"
KEYS = (("book_title", "volume"), ("event_name", "name"), ("anthology_venue_id", "abbreviation"))
"""Keys of conference_details.yml, and what they were called in the first year of aclpub2."""

ODD_MEMBER = "a committee member's name holds a colon"
NO_TIER = "Sponsors"
"""The tier that our own export gives to sponsors that have none."""

LOGO_NAMES = "sponsors are known by their logo files only: write their names in metadata/sponsors.yml"


def volume(details: Entry, doubts: list[Doubt]) -> Volume:
    """The volume as conference_details.yml has it, set for the ACL's format and without reproducibility blocks."""
    title, name, acronym = (plain_text(text(details, now) or text(details, once)) for now, once in KEYS)
    start = date(details, "start_date")
    doubts += [Doubt(fact=NO_TITLE)] if not title else []
    doubts += [Doubt(fact=NO_DATES)] if start is None else []
    publisher = plain_text(text(details, "publisher"))
    return Volume(
        title=title,
        subtitle=plain_text(text(details, "cover_subtitle")) or None,
        acronym=text(details, "acronym") or acronym or None,
        year=start.year if start else None,
        event=Event(
            name=name,
            acronym=text(details, "event_acronym") or acronym or None,
            colocated_with=plain_text(text(details, "colocated_with")) or None,
            place=plain_text(text(details, "location")) or None,
            start=start,
            end=date(details, "end_date"),
            url=text(details, "url") or None,
        ),
        editors=tuple(editor(each) for each in entries(details, "editors")),
        publisher="acl",
        publisher_name=None if publisher.lower() == ACL else publisher or None,
        isbn=text(details, "isbn") or None,
        profile="acl",
        reproducibility="off",
    )


def prefaces(source: Path, doubts: list[Doubt]) -> tuple[FrontMatterText, ...]:
    """The prefaces as Markdown: `preface`, `preface-2`, ... in the order of prefaces.yml, or by the names it gives."""
    made: list[FrontMatterText] = []
    for entry in read_entries(source / "prefaces.yml"):
        name = Path(text(entry, "file")).name
        path = file_in(source / "prefaces", name)
        if path is None:
            doubts.append(Doubt(fact="prefaces that are not in the export", where=name or text(entry, "title")))
            continue
        stem = _free_stem(text(entry, "stem"), made)
        title = plain_text(text(entry, "title")) or "Preface"
        made.append(FrontMatterText(stem=stem, title=title, markdown=markdown(read_text(path, []))))
    return tuple(made)


def _free_stem(wanted: str, taken: list[FrontMatterText]) -> str:
    """The name that is wanted, if it can be had."""
    known = {each.stem.casefold() for each in taken}
    usual = f"preface-{len(taken) + 1}" if taken else "preface"
    return file_stem(wanted) if wanted and file_stem(wanted).casefold() not in known else usual


def committees(source: Path, doubts: list[Doubt]) -> tuple[Committee, ...]:
    """The organisers, then the programme committee, each group under its role, and within it by its areas.

    Groups of one role and area are one, in which a person stands once.
    """
    groups = [
        *((entry, "members") for entry in read_entries(source / "organizing_committee.yml")),
        *(_programme_group(entry) for entry in read_entries(source / "program_committee.yml")),
    ]
    made: list[Committee] = []
    for group, key in groups:
        role = plain_text(text(group, "role")) or "Committee"
        parted = [each for each in entries(group, key) if text(each, "area")]
        made += [_committee(role, area, entries(area, "members"), doubts) for area in parted]
        made.append(_committee(role, group, [each for each in entries(group, key) if each not in parted], doubts))
    return tuple(each for each in _merged(made) if each.members or each.chairs)


def _merged(groups: Iterable[Committee]) -> Iterator[Committee]:
    """One committee for each role and area; OpenReview's tables have a group a person."""
    by_role: dict[tuple[str, str | None], list[Committee]] = {}
    for each in groups:
        by_role.setdefault((each.role, each.area), []).append(each)
    for (role, area), alike in by_role.items():
        chairs = dict.fromkeys(chair for each in alike for chair in each.chairs)
        members = dict.fromkeys(member for each in alike for member in each.members)
        yield Committee(role=role, area=area, chairs=tuple(chairs), members=tuple(members))


def _programme_group(entry: Entry) -> tuple[Entry, str]:
    """aclpub2's own instructions have `members` where its examples have `entries`."""
    return entry, "entries" if entries(entry, "entries") else "members"


def _committee(role: str, group: Entry, people: list[Entry], doubts: list[Doubt]) -> Committee:
    area = plain_text(text(group, "area"))
    named = [(each, member(each)) for each in people]
    named = [(entry, each) for entry, each in named if each.family or each.literal]
    odd = [" ".join(filter(None, (each.given, each.family))) for _, each in named if _odd(each)]
    doubts += [Doubt(fact=ODD_MEMBER, where=name) for name in odd]
    return Committee(
        role=role.removesuffix(f": {area}") if area else role,
        area=area or None,
        chairs=tuple(each for entry, each in named if is_true(entry, "chair")),
        members=tuple(each for entry, each in named if not is_true(entry, "chair")),
    )


def sponsors(source: Path, beside: dict[str, Path], doubts: list[Doubt]) -> tuple[Sponsor, ...]:
    """The sponsors that are named, or one for each logo; the logos are added to `beside`."""
    made = []
    for entry in read_entries(source / "sponsors.yml"):
        tier = plain_text(text(entry, "tier"))
        named = entries(entry, "sponsors")
        for each in named or [{"logo": logo} for logo in texts(entry, "logos")]:
            file = Path(text(each, "logo")).name
            found = file_in(source / "sponsor_logos", file) or file_in(source, text(each, "logo"))
            place = place_beside(beside, "sponsors", found) if found else None
            doubts += [Doubt(fact=LOGO_NAMES, where=file)] if not named else []
            made.append(
                Sponsor(
                    name=plain_text(text(each, "name")) or Path(file).stem.replace("_", " ").replace("-", " ").title(),
                    tier=None if named and tier == NO_TIER else tier or None,
                    url=text(each, "url") or None,
                    logo=place,
                )
            )
    return tuple(made)


def _odd(member: Member) -> bool:
    return ":" in f"{member.given}{member.family}{member.literal}"
