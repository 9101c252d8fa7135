"""Identifiers: bare forms and check digits."""

from __future__ import annotations

import pytest

from proceedings.identifiers import (
    bare_doi,
    bare_isbn,
    bare_issn,
    bare_orcid,
    bare_ror,
    is_doi,
    is_doi_prefix,
    is_isbn,
    is_issn,
    is_orcid,
    is_paper_id,
    is_ror,
)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700"])
def test_a_true_orcid_is_believed(orcid: str) -> None:
    assert is_orcid(orcid)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0098", "0000-0002-1825-009", "0000000218250097", "my-orcid"])
def test_a_mistyped_orcid_is_not(orcid: str) -> None:
    assert not is_orcid(orcid)


@pytest.mark.parametrize(
    "text",
    [
        "https://orcid.org/0000-0002-1694-233x",
        "orcid.org/0000-0002-1694-233X/",
        "000000021694233X",
        "0000–0002–1694–233X",
        " 0000 0002 1694 233X ",
    ],
)
def test_an_orcid_is_bare_however_it_was_given(text: str) -> None:
    assert bare_orcid(text) == "0000-0002-1694-233X"


@pytest.mark.parametrize("ror", ["009vhk114", "01bj3aw27", "00cv9y106"])
def test_a_true_ror_id_is_believed(ror: str) -> None:
    assert is_ror(ror)


@pytest.mark.parametrize("ror", ["009vhk115", "00cv9y107", "109vhk114", "009vhl114", "9vhk114"])
def test_a_ror_id_with_wrong_check_digits_or_letters_is_not(ror: str) -> None:
    assert not is_ror(ror)


def test_a_ror_address_becomes_the_bare_id() -> None:
    assert bare_ror("https://ror.org/009VHK114") == "009vhk114"


@pytest.mark.parametrize(
    "text", ["https://doi.org/10.5281/Zenodo.1", "http://dx.doi.org/10.5281/Zenodo.1", "doi: 10.5281/Zenodo.1"]
)
def test_a_doi_loses_its_resolver_and_keeps_its_case(text: str) -> None:
    assert bare_doi(text) == "10.5281/Zenodo.1"


@pytest.mark.parametrize("doi", ["10.1007/978-3-030-34356-9_1", "10.1000.10/123", "10.18653/v1/2022.sigdial-1.1"])
def test_a_doi_has_its_form(doi: str) -> None:
    assert is_doi(doi)


@pytest.mark.parametrize(
    "doi",
    [*("10.xxxx/1", "10.5281", "10.5281/a b", "zenodo.1", "10.12/x"), *(f"10.5281/a{sign}b" for sign in "\t{}\\^<>")],
)
def test_what_is_no_doi_is_not(doi: str) -> None:
    assert not is_doi(doi)


def test_a_doi_prefix_may_hold_a_part_of_the_suffix() -> None:
    assert is_doi_prefix("10.5281")
    assert is_doi_prefix("10.18653/v1")
    assert not is_doi_prefix("5281")


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "9783161484100", "3-16-148410-X", "0-306-40615-2"])
def test_a_true_isbn_is_believed(isbn: str) -> None:
    assert is_isbn(isbn)


@pytest.mark.parametrize("isbn", ["978-3-16-148410-1", "3-16-148410-1", "977-3-16-148410-0", "x"])
def test_a_mistyped_isbn_is_not(isbn: str) -> None:
    assert not is_isbn(isbn)


def test_book_numbers_lose_their_words() -> None:
    assert bare_isbn("ISBN-13: 978–3–16 148410–0") == "978-3-16-148410-0"
    assert bare_issn("e-ISSN 1611334x") == "1611-334X"
    assert {bare_doi("Pending"), bare_isbn("Pending"), bare_issn("PENDING")} == {"pending"}


def test_an_issn_has_its_check_digit() -> None:
    assert is_issn("0302-9743")
    assert not is_issn("0302-9744")


@pytest.mark.parametrize(
    ("text", "ok"), [("017", True), ("A.b-c_1", True), ("a/b", False), ("a b", False), ("-a", False)]
)
def test_an_id_can_be_the_name_of_a_file(text: str, ok: bool) -> None:
    assert is_paper_id(text) is ok
