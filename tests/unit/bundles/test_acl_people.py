"""Names for aclpub2 read back in their parts, whatever letters they have."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings.bundles.acl_people import person
from proceedings.editions.edition_yaml import as_yaml
from proceedings.importers.aclpub2_people import member
from proceedings.records.front_matter import Member

WORD = st.text("abyzÅéöøłığŞşđÐþảễựơ李伟다やن'’-&_%#~^.", min_size=1, max_size=6).filter(
    lambda word: word.strip(".'’-")
)
PARTICLE = st.sampled_from(["van der", "de la", "d'", "von"])
SUFFIX = st.sampled_from(["Jr.", "III"])


def as_loaded(someone: Member) -> Any:
    """A member as an import loads the entry."""
    return yaml.load(as_yaml(person(someone, someone.affiliation)), Loader=yaml.CBaseLoader)


@settings(max_examples=60, deadline=None)
@given(given=WORD, family=WORD, particle=st.none() | PARTICLE, suffix=st.none() | SUFFIX)
def test_the_parts_of_a_name_read_back(given: str, family: str, particle: str | None, suffix: str | None) -> None:
    someone = Member(given=given, family=family, particle=particle, suffix=suffix)
    assert member(as_loaded(someone)) == someone


@settings(max_examples=20, deadline=None)
@given(name=WORD)
def test_a_mononym_reads_back_as_one(name: str) -> None:
    assert member(as_loaded(Member(literal=name))) == Member(literal=name)
