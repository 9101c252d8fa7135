from __future__ import annotations

import pytest

from proceedings.countries import country_code, country_name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("Norway", "NO"),
        ("namibia", "NA"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Antarctica (the territory South of 60 deg S)", "AQ"),
        ("Svalbard & Jan Mayen Islands", "SJ"),
        ("United States of America", "US"),
        ("U.S.A.", "US"),
        ("be", "BE"),
        ("Korea (the Republic of)", "KR"),
        ("Korea (Democratic People's Republic of)", "KP"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Korea", None),
        ("Netherlands Antilles", None),
        ("", None),
    ],
)
def test_a_country_has_its_code(name: str, code: str | None) -> None:
    assert country_code(name) == code


def test_a_code_is_printed_as_its_country_and_anything_else_as_it_stands() -> None:
    assert [country_name(code) for code in ("BE", "be", "TR", "Utopia")] == ["Belgium", "Belgium", "Türkiye", "Utopia"]
