from __future__ import annotations

import pytest
from lxml import etree

import oracles
from builders import edition, paper
from deposit_makers import NAMES, REGISTERING, deposited, faults, registering, tree_of
from proceedings.deposits.crossref import conference_number
from proceedings.deposits.listing import CROSSREF, crossref_lacks, refusals
from proceedings.records.edition import Edition
from proceedings.records.paper import Affiliation, Author
from proceedings.records.volume import Event, PartOf


def batch(about: Edition | None = None) -> etree._Element:
    """The deposit, once it holds to the schema."""
    written = deposited(about or registering())[CROSSREF]
    assert faults(written, "crossref") == []
    return tree_of(written)


def texts(about: etree._Element, path: str) -> list[str]:
    return ["".join(each.itertext()) for each in about.iterfind(path, NAMES)]


def children(about: etree._Element, path: str) -> list[str]:
    (found,) = about.iterfind(path, NAMES)
    return [etree.QName(each).localname for each in found]


def test_a_paper_has_its_parts_in_the_order_of_the_schema() -> None:
    whole = batch()
    assert children(whole, ".//c:conference_paper") == [
        *("contributors", "titles", "abstract", "publication_date", "acceptance_date", "pages"),
        *("program", "program", "program", "doi_data"),
    ]
    assert texts(whole, ".//c:conference_paper/c:doi_data/*") == ["10.5555/x", "https://example.org/v/017.html"]
    assert texts(whole, ".//c:proceedings_metadata/c:doi_data/*") == ["10.5555/v", "https://example.org/v"]
    assert texts(whole, ".//c:pages/*") == ["1", "4"]


def test_affiliations_stand_before_the_orcid_and_institutions_with_their_ror() -> None:
    first, *_ = batch().iterfind(".//c:conference_paper//c:person_name", NAMES)
    names = [etree.QName(each).localname for each in first]
    assert names == ["given_name", "surname", "suffix", "affiliations", "ORCID"]
    assert [each.text for each in first][:3] == ["Ludwig", "van der Berg", "Jr."]
    assert texts(first, ".//c:institution/*") == [
        *("Sample University", "https://ror.org/009vhk114", "CS"),
        *("Institut Exemple", "Paris, France"),
    ]


def test_a_mononym_is_a_surname_a_group_an_organisation_a_native_form_another_name() -> None:
    whole = batch()
    assert texts(whole, ".//c:conference_paper//c:surname") == ["van der Berg", "Mausam", "Wang"]
    assert texts(whole, ".//c:organization") == ["The Sample Machine Team"]
    assert texts(whole, ".//c:alt-name/c:string-name") == ["王小明"]


def test_a_name_that_nobody_has_split_is_still_a_persons() -> None:
    whole = batch(registering(people=(Author(literal="Ada Sample"), Author(literal="On"))))
    assert texts(whole, ".//c:conference_paper//c:surname") == ["Ada Sample", "On"]


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0098", "my-orcid?orcid=0000-0002-1825-0097", "0000"])
def test_an_orcid_that_cannot_be_true_does_not_leave_the_house(orcid: str) -> None:
    assert texts(batch(registering(people=(Author(given="A", family="B", orcid=orcid),))), ".//c:ORCID") == []


def test_an_orcid_that_two_authors_give_is_nobodys() -> None:
    people = tuple(Author(given=given, family="B", orcid="0000-0002-1825-0097") for given in "AC")
    assert texts(batch(registering(people=people)), ".//c:ORCID") == []


def test_a_name_that_is_too_long_for_its_parts_is_told_in_one_piece() -> None:
    long = Author(given="Ada", family="S" * 61)
    assert texts(batch(registering(people=(long,))), ".//c:organization") == [f"Ada {'S' * 61}"]


@pytest.mark.parametrize("family", ["R 2 D 2", "?", "A1 b2"])
def test_a_name_of_signs_that_crossref_refuses_is_told_in_one_piece(family: str) -> None:
    assert texts(batch(registering(people=(Author(given="Ada", family=family),))), ".//c:organization") == [
        f"Ada {family}"
    ]


@pytest.mark.parametrize("words", ["X", "Long " * 60])
def test_a_department_or_place_of_a_length_that_crossref_refuses_is_left_out(words: str) -> None:
    places = {"ghent": Affiliation(name="Sample University", department=words, city=words)}
    whole = batch(registering({"event": Event(name="A Workshop", place=words)}, affiliations=places))
    assert texts(whole, ".//c:conference_paper//c:institution/*") == ["Sample University", "Sample University"]
    assert texts(whole, ".//c:conference_location") == []


def test_names_of_publisher_and_group_end_where_crossref_ends_them() -> None:
    long = "Long " * 200
    whole = batch(registering({"publisher_name": long}, people=(Author(literal=long),)))
    assert [len(texts(whole, path)[0]) for path in (".//c:publisher_name", ".//c:organization")] == [254, 511]


def test_an_author_without_a_name_is_not_there_and_the_next_is_the_first() -> None:
    (only,) = batch(registering(people=(Author(), Author(literal="Mausam")))).iterfind(
        ".//c:conference_paper//c:person_name", NAMES
    )
    assert only.get("sequence") == "first"


def test_a_formula_in_a_title_is_marked_up_and_signs_are_escaped() -> None:
    title, *_ = batch().iterfind(".//c:conference_paper//c:title", NAMES)
    marked = "An <i>O</i>(<i>n</i><sup>2</sup>) Bound for &lt;Tags&gt; &amp; Entities"
    assert marked in deposited(registering())[CROSSREF].decode()
    assert "".join(title.itertext()) == "An O(n2) Bound for <Tags> & Entities"


def test_an_abstract_keeps_its_paragraphs_and_no_address() -> None:
    assert texts(batch(), ".//jats:p") == ["We measure.", "Write to withheld."]


def test_funding_licence_and_relations_are_told() -> None:
    whole = batch()
    facts = [each.text for each in whole.iterfind(".//fr:assertion", NAMES) if each.get("name") != "fundgroup"]
    assert facts == ["Sample Foundation", "SF-1", "Other Foundation"]
    assert texts(whole, ".//ai:license_ref") == ["https://creativecommons.org/licenses/by/4.0/"]
    links = [
        (each.get("relationship-type"), each.get("identifier-type"), each.text)
        for each in whole.iterfind(".//rel:inter_work_relation", NAMES)
    ]
    assert ("isSupplementedBy", "doi", "10.5281/zenodo.1234567") in links
    assert ("references", "uri", "https://pytorch.org") in links
    swhids = [link for _, kind, link in links if kind == "uri" and "swh:1:" in str(link)]
    assert swhids
    assert all(str(each).startswith("https://archive.softwareheritage.org/swh:1:") for each in swhids)


def test_the_conference_is_told_with_editors_number_and_days() -> None:
    whole = batch()
    assert children(whole, ".//c:conference")[:3] == ["contributors", "event_metadata", "proceedings_metadata"]
    (days,) = whole.iterfind(".//c:conference_date", NAMES)
    assert (days.text, days.get("start_day"), days.get("end_day")) == ("20–21 June 2019", "20", "21")
    assert texts(whole, ".//c:conference_number") == ["3"]
    (editor,) = whole.iterfind(".//c:conference/c:contributors/c:person_name", NAMES)
    assert editor.get("contributor_role") == "editor"


def test_a_series_with_an_issn_is_told_as_one_and_without_isbn_the_reason() -> None:
    whole = batch(registering({"series": "Sample Series", "issn": "0302-9743", "isbn": "pending", "number": "11887"}))
    assert texts(whole, ".//c:proceedings_series_metadata/c:volume") == ["11887"]
    assert texts(whole, ".//c:series_metadata/c:titles/c:title") == ["Sample Series"]
    assert texts(whole, ".//c:series_metadata/c:issn") == ["0302-9743"]
    (without,) = whole.iterfind(".//c:noisbn", NAMES)
    assert without.get("reason") == "simple_series"
    (alone,) = batch(registering({"isbn": None, "series": "No ISSN"})).iterfind(".//c:noisbn", NAMES)
    assert alone.get("reason") == "monograph"


@pytest.mark.parametrize("doi", ["pending", None, "10.1/too-short", "10.5555/with blank"])
def test_a_paper_without_a_doi_to_register_is_left_out(doi: str | None) -> None:
    assert batch(registering(doi=doi)).find(".//c:conference_paper", NAMES) is None


def test_a_doi_that_two_papers_have_is_registered_for_neither() -> None:
    about = edition(paper("1", doi="10.5555/A"), paper("2", doi="10.5555/a"), paper("3", doi="10.5555/b"))
    about = Edition(volume=REGISTERING, sessions=about.sessions, papers=about.papers)
    assert texts(batch(about), ".//c:conference_paper/c:doi_data/c:doi") == ["10.5555/b"]


def test_the_day_of_the_edition_is_the_version_of_the_batch() -> None:
    assert texts(batch(), ".//c:timestamp") == ["20190620000000"]
    assert texts(batch(), ".//c:doi_batch_id") == ["dls2019-20190620000000"]


def test_where_somebody_else_registers_the_dois_there_is_no_deposit() -> None:
    assert refusals(registering({"publisher": "springer"}).volume)[CROSSREF] == "Springer registers the DOIs."
    joint = registering({"part_of": PartOf(title="Joint Volume")})
    assert refusals(joint.volume)[CROSSREF] == "The editor of the joint volume registers the DOIs."
    assert CROSSREF not in deposited(joint)


def test_without_what_crossref_asks_for_there_is_no_deposit() -> None:
    assert refusals(registering({"crossref": None}).volume)[CROSSREF] == "`crossref` does not say who deposits."
    lacking = registering({"paper_url": "https://example.org/", "year": None, "event": Event()}).volume
    assert crossref_lacks(lacking) == ["year", "paper_url"]
    assert crossref_lacks(REGISTERING) == []


def test_languages_that_crossref_does_not_know_are_left_out() -> None:
    (known,) = batch(registering(language="pt-BR")).iterfind(".//c:conference_paper", NAMES)
    (unknown,) = batch(registering(language="bn")).iterfind(".//c:conference_paper", NAMES)
    assert (known.get("language"), unknown.get("language")) == ("pt", None)


def test_only_a_number_is_the_number_of_a_conference() -> None:
    words = ("3rd", "12", "2nd edition", "Sample edition", None)
    assert [conference_number(each) for each in words] == ["3", "12", "2", None, None]


@pytest.mark.parametrize("number", [0, 300])
def test_papers_of_nobody_and_of_hundreds_are_deposited(number: int) -> None:
    people = tuple(Author(given="A", family=f"B{n}") for n in range(number)) or (Author(),)
    assert len(texts(batch(registering({"editors": ()}, people=people)), ".//c:surname")) == number


def _with_the_orcid_first() -> etree._Element:
    whole = batch()
    person = next(each for each in whole.iterfind(".//c:person_name", NAMES) if each.find("c:ORCID", NAMES) is not None)
    orcid = person.find("c:ORCID", NAMES)
    assert orcid is not None
    person.insert(0, orcid)
    return whole


def test_the_schema_beside_the_tests_refuses_an_orcid_before_the_affiliations() -> None:
    assert "RELAXNG" in str(faults(etree.tostring(_with_the_orcid_first()), "crossref"))


@oracles.needed
def test_crossrefs_own_schema_refuses_an_orcid_before_the_affiliations() -> None:
    assert len(oracles.crossref_faults(_with_the_orcid_first())) == 1
