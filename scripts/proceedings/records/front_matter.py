"""What stands before the papers: committees, sponsors and texts."""

from __future__ import annotations

from proceedings.records.paper import Person
from proceedings.records.record import Record


class Member(Person):
    """A member of a committee."""

    affiliation: str | None = None
    country: str | None = None


class Committee(Record):
    """A group of people with one role, in the order given, or those of them who are at home in one area.

    Committees of one role that follow one another are one with several areas. `chairs` come first.
    """

    role: str = ""
    area: str | None = None
    chairs: tuple[Member, ...] = ()
    members: tuple[Member, ...] = ()


class Sponsor(Record):
    """A sponsor; `logo` is a file relative to `metadata/`."""

    name: str = ""
    tier: str | None = None
    url: str | None = None
    logo: str | None = None


class FrontMatterText(Record):
    """One Markdown file of `metadata/front_matter/`; `stem` is its name without the ending."""

    stem: str = ""
    title: str = ""
    markdown: str = ""
