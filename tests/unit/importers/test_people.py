from __future__ import annotations

import pytest

from proceedings.importers.people import (
    PARTICLE_FIRST,
    AffiliationKeys,
    bare_orcid,
    name_doubts,
    person_fields,
    real_email,
)
from proceedings.records.paper import Affiliation


def test_a_name_in_two_columns_is_given_and_family() -> None:
    assert person_fields("Nehir İlkim", "Gönençer") == {"given": "Nehir İlkim", "family": "Gönençer"}


def test_a_name_in_one_column_is_literal() -> None:
    assert person_fields("", "Mausam") == {"literal": "Mausam"}
    assert person_fields("Mausam", "") == {"literal": "Mausam"}


def test_an_email_address_is_no_name() -> None:
    assert "literal" in person_fields("ben@example.org", "ben@example.org")
    assert [doubt.where for doubt in name_doubts("ben@example.org", "", "x", "paper 7")] == ["paper 7"]


def test_a_whole_name_keeps_its_suffix() -> None:
    assert person_fields("", "Sukarno", "Jr.") == {"literal": "Sukarno Jr."}


@pytest.mark.parametrize(
    "field", ["ada@example.org", "Ada Sample <ada@example.org>", "mailto:ada@example.org", " ada@example.org; b@x.org"]
)
def test_an_address_is_found_beside_the_name_that_mail_programs_put_before_it(field: str) -> None:
    assert real_email(field) == "ada@example.org"


def test_a_particle_in_the_middle_name_is_a_doubt_and_stays() -> None:
    assert [doubt.where for doubt in name_doubts("Carel", "van", "Niekerk", "paper 103")] == [
        "paper 103 (Carel van Niekerk)"
    ]


def test_a_family_name_that_begins_with_a_particle_is_a_doubt_and_stays() -> None:
    assert [(each.fact, each.where) for each in name_doubts("Ada", "", "van der Velde", "paper 7")] == [
        (PARTICLE_FIRST, "paper 7 (Ada van der Velde)")
    ]
    assert name_doubts("Ada", "", "Van Damme", "paper 7") == []
    assert person_fields("Ada", "van der Velde") == {"given": "Ada", "family": "van der Velde"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sample University of the Arctic", "sample-university"),
        ("Sample Centre for Supercomputing", "sample-centre"),
        ("Centre for the Study of Samples", "centre-for-the-study"),
        ("The", "the"),
    ],
)
def test_a_key_ends_with_a_word_that_means_something(name: str, key: str) -> None:
    assert AffiliationKeys().key(Affiliation(name=name)) == (key,)


def test_a_plain_name_raises_no_doubt() -> None:
    assert name_doubts("Ada", "M.", "Sample", "paper 7") == []


def test_equal_affiliations_share_a_key() -> None:
    keys = AffiliationKeys()
    first = keys.key(Affiliation(name="Boğaziçi University"))
    assert keys.key(Affiliation(name="Boğaziçi University")) == first
    assert keys.key(Affiliation(name="Bogazici University")) != first
    assert keys.key(Affiliation(name="NA")) == ()
    assert keys.key(Affiliation(name="東京大学")) == ("affiliation",)
    assert len(keys.affiliations) == 3


def test_orcids_are_bare_and_masked_addresses_are_none() -> None:
    assert bare_orcid("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"
    assert bare_orcid(" ") is None
    assert real_email("****@example.org") is None
    assert real_email("ada@example.org; ada@sample.org") == "ada@example.org"


@pytest.mark.parametrize("written", ["orcid iD: https://orcid.org/{}", "https://orcid.org/{}?lang=en", "{}"])
def test_an_orcid_is_bare_without_the_word_and_the_language_of_its_page(written: str) -> None:
    assert bare_orcid(written.format("0000-0002-1694-233X")) == "0000-0002-1694-233X"


def test_a_remark_beside_an_orcid_is_kept_for_the_checks() -> None:
    assert bare_orcid("0000-0002-1694-233X (unconfirmed)") == "0000-0002-1694-233X (unconfirmed)"


def test_an_institution_that_is_said_twice_is_one() -> None:
    keys = AffiliationKeys()
    names = ("Ghent", "Ghent and Ghent", "Ghent, Ghent", "Ghent and Kiel", "Walla Walla")
    found = [keys.key(Affiliation(name=name)) for name in names]
    assert found == [("ghent",), ("ghent",), ("ghent",), ("ghent-and-kiel",), ("walla-walla",)]
