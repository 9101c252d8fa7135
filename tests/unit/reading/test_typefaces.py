from __future__ import annotations

import pytest

from proceedings.reading.typefaces import family_of, is_bold, is_italic

TIMES = (
    "NimbusRomNo9L-Regu",
    "NimbusRoman-Regular",
    "TeXGyreTermes-Regular",
    "TeXGyreTermesX-Italic",
    "TimesNewRomanPSMT",
    "TimesNewRomanPS-BoldMT",
    "Times New Roman",
    "Times,Italic",
    "Times-Roman",
    "TimesLTStd-Roman",
    "STIXTwoText",
    "XITS",
    "VnNimbusRomanNo9L-Regu",
    "LiberationSerif",
    "rtxr",
    "Tempora-Regular",
)


@pytest.mark.parametrize("font", TIMES)
def test_a_clone_of_times_is_times_under_any_name(font: str) -> None:
    assert family_of(font) == "times"


@pytest.mark.parametrize("font", ["CMR10", "SFRM1095", "LMRoman10-Regular", "CMUSerif-Roman", "ecrm1000", "CMBX12"])
def test_computer_modern_is_one_family_in_all_its_encodings(font: str) -> None:
    assert family_of(font) == "computer-modern"


@pytest.mark.parametrize(
    ("font", "family"),
    [
        ("CMSS10", "computer-modern-sans"),
        ("SFSX1095", "computer-modern-sans"),
        ("CMSLTT10", "computer-modern-typewriter"),
        ("CMMI10", "math"),
        ("rtxmi", "math"),
        ("LinLibertineT", "libertine"),
        ("LibertinusSerif-Regular", "libertine"),
        ("LibertinusSans-Bold", "libertine-sans"),
        ("LibertinusMath-Regular", "math"),
        ("ArialMT", "helvetica"),
        ("CourierNewPSMT", "courier"),
        ("ZapfDingbats", "symbol"),
    ],
)
def test_sans_typewriter_and_mathematics_are_families_of_their_own(font: str, family: str) -> None:
    assert family_of(font) == family


@pytest.mark.parametrize("font", ["", "CIDFont+F1", "PretendardVariable-Regular", "T3Font_0"])
def test_nobody_guesses_at_an_unknown_name(font: str) -> None:
    assert family_of(font) is None


@pytest.mark.parametrize(
    "font", ["CMBX12", "SFBX1000", "NimbusRomNo9L-Medi", "LinLibertineTB", "LinLibertineTZ", "rtxb", "Arial,Bold"]
)
def test_bold_is_told_by_name(font: str) -> None:
    assert is_bold(font) and not is_italic(font)


@pytest.mark.parametrize(
    "font", ["CMTI10", "SFTI1095", "NimbusRomNo9L-ReguItal", "LinLibertineTI", "Helvetica-Oblique"]
)
def test_italic_is_told_by_name(font: str) -> None:
    assert is_italic(font) and not is_bold(font)


@pytest.mark.parametrize("font", ["CMR10", "NimbusRomNo9L-Regu", "LinLibertineT", "PretendardVariable-Medium"])
def test_the_usual_weight_is_neither(font: str) -> None:
    assert not is_bold(font) and not is_italic(font)
