from __future__ import annotations

import pytest
from lxml import etree

import oracles
from builders import author
from deposit_makers import deposited, faults, registering, tree_of
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author
from proceedings.records.volume import Event

XLINK = "{http://www.w3.org/1999/xlink}href"


def front(about: Edition | None = None) -> etree._Element:
    """The front matter of paper 017, once it holds to the schema."""
    written = deposited(about or registering())["jats/017.xml"]
    assert faults(written, "jats") == []
    return tree_of(written)


def test_an_article_has_its_parts_in_the_order_of_jats() -> None:
    (meta,) = front().iterfind(".//article-meta")
    assert list(dict.fromkeys(each.tag for each in meta)) == [
        *("article-id", "title-group", "contrib-group", "aff", "pub-date", "fpage", "lpage", "history", "permissions"),
        *("self-uri", "related-object", "abstract", "kwd-group", "funding-group", "conference", "counts"),
    ]


def test_authors_have_orcid_institutions_and_the_name_that_they_have() -> None:
    found = list(front().iterfind(".//contrib"))
    assert [each.get("corresp") for each in found] == ["yes", None, None, None]
    assert found[0].findtext("contrib-id") == "https://orcid.org/0000-0002-1825-0097"
    assert [each.text for each in found[0].iterfind("name/*")] == ["van der Berg", "Ludwig", "Jr."]
    assert [each.get("rid") for each in found[0].iterfind("xref")] == ["aff1", "aff2"]
    assert found[1].findtext("name[@name-style='given-only']/given-names") == "Mausam"
    assert found[2].findtext("name-alternatives/string-name") == "王小明"
    assert found[3].findtext("collab") == "The Sample Machine Team"


def test_an_institution_has_its_ror_and_its_country() -> None:
    first, second = front().iterfind(".//aff")
    assert first.findtext("institution-wrap/institution-id") == "https://ror.org/009vhk114"
    assert [each.text for each in first.iterfind(".//institution")] == ["CS", "Sample University"]
    assert (second.findtext("city"), second.findtext("country")) == ("Paris", "France")


def test_what_goes_with_the_paper_is_told_with_what_it_is_to_it() -> None:
    found = {each.get("object-id"): each for each in front().iterfind(".//related-object")}
    own = found["10.5281/zenodo.1234567"]
    assert (own.get("link-type"), own.get("object-type"), own.get("object-id-type")) == (
        *("supplement", "software", "doi"),
    )
    assert own.get(XLINK) == "https://doi.org/10.5281/zenodo.1234567"
    assert found["https://pytorch.org"].get("link-type") == "used"


def test_what_is_no_language_is_left_out() -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    said = [front(registering(language=each)).get(lang) for each in ("pt-BR", "pt BR", "a language")]
    assert said == ["pt-BR", None, None]


def test_no_address_of_a_person_is_in_it() -> None:
    assert b"@example.org" not in deposited(registering())["jats/017.xml"]


def test_a_paper_of_which_little_is_known_is_told_all_the_same() -> None:
    bare = registering(
        {"event": Event(), "year": None, "licence": None},
        title="One",
        people=(author("Ada Sample"), Author()),
        affiliations={"x": Affiliation()},
        **dict.fromkeys(("abstract", "subtitle", "doi")),
        **dict.fromkeys(("keywords", "funding"), ()),
    )
    meta = front(bare)
    assert meta.findtext(".//article-title") == "One"
    assert [each.text for each in meta.iterfind(".//contrib/name/*")] == ["Sample", "Ada"]


@pytest.mark.parametrize("event", [Event(), Event(place="Ghent"), Event(acronym="DLS")])
def test_a_conference_is_told_if_something_is_known_of_it_and_then_by_a_name(event: Event) -> None:
    told = front(registering({"event": event})).find(".//conference")
    assert (told is None) == (event == Event())
    assert told is None or told.find("conf-name") is not None or told.findtext("conf-acronym") == "DLS"


@oracles.needed
def test_jats_asks_for_the_name_of_a_funder_before_the_award() -> None:
    whole = front()
    award = whole.find(".//award-group/award-id")
    assert award is not None
    award.getparent().insert(0, award)
    assert len(oracles.jats_faults(whole)) == 1
