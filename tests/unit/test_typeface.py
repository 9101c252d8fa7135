"""The faces and their fallback."""

from __future__ import annotations

import pytest

from proceedings.typeface import (
    FACES,
    font_of,
    kerning,
    missing_characters,
    normalised,
    string_width,
    text_runs,
)


def test_a_latin_name_is_one_run_in_the_asked_face() -> None:
    assert text_runs("Işıl Öztürk-Yılmaz, Guðrún Þórðardóttir, Nguyễn Thị Minh", "serif") == (
        ("serif", "Işıl Öztürk-Yılmaz, Guðrún Þórðardóttir, Nguyễn Thị Minh"),
    )


def test_a_native_name_is_set_in_the_han_face_between_upright_brackets() -> None:
    assert text_runs("Zhang (张晓明)", "serif") == (("serif", "Zhang ("), ("han", "张晓明"), ("serif", ")"))


def test_an_italic_word_falls_back_as_a_whole() -> None:
    assert text_runs("On Nguyễn twice", "serif-italic") == (
        ("serif-italic", "On "),
        ("serif", "Nguyễn"),
        ("serif-italic", " twice"),
    )


@pytest.mark.parametrize("name", ["陈张赵孙杨", "桜木はるか", "김준서", "Ćwikła-Święcicki", "Đặng", "Ωмега"])
def test_every_name_of_the_field_can_be_shown(name: str) -> None:
    assert missing_characters(name) == set()


@pytest.mark.parametrize(
    "name",
    [
        "محمد علي", "می‌خواهم پژوهش", "ٹیکنالوجی ڈیٹا", "דוד בֶּן־גּוּרְיוֹן", "प्रिया शर्मा", "ศักดิ์ชัย", "தமிழ்ச்செல்வி",
        "বাংলা", "ਪੰਜਾਬੀ", "ગુજરાતી", "ଓଡ଼ିଆ", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "ລາວ", "မြန်မာ", "ខ្មែរ", "አማርኛ",
        "Հայաստան", "საქართველო", "Adébáyọ̀", "ᾧ Ἀριστοτέλης",
    ],
)  # fmt: skip
def test_every_script_that_noto_and_amiri_carry_can_be_shown(name: str) -> None:
    assert missing_characters(name) == set()


def test_what_no_face_can_show_is_named_and_does_not_crash() -> None:
    assert missing_characters("Ada ᎠᏓ 𠮷") == {"Ꭰ", "Ꮣ", "𠮷"}
    assert text_runs("ᎠᏓ 𠮷 \ud800", "serif")


def test_a_mark_stays_in_the_face_of_its_letter() -> None:
    assert missing_characters("ẹ̀ x̂") == set()
    assert missing_characters("a\u05b0") == {"\u05b0"}


def test_joiners_stay_where_letters_join_and_nowhere_else() -> None:
    assert normalised("می\u200cخواهم") == "می\u200cخواهم"
    assert normalised("Ada\u200c Sample\u200f") == "Ada Sample"
    assert normalised("\u2068علي\u2069\u200f") == "علي"


def test_arabic_letters_join_and_no_glyph_shows_less_than_a_letter() -> None:
    font = font_of("arabic")
    joined = [glyph.sign for glyph in font.glyphs("محمد", (), leftwards=True)]
    alone = [glyph.sign for letter in "دمحم" for glyph in font.glyphs(letter, (), leftwards=True)]
    assert len(joined) == 4 and joined != alone
    assert [font.spelt[ord(sign)] for sign in joined] == ["د", "م", "ح", "م"]
    assert ["".join(font.spelt[ord(g.sign)] for g in font.glyphs("لا", (), leftwards=True)[::-1])] == ["لا"]


def test_glyphs_that_stand_for_no_character_show_none() -> None:
    font_of("arabic").glyphs("محمد", (), leftwards=True)
    assert missing_characters("\U000f0000") == {"\U000f0000"}


def test_combining_marks_are_composed_and_invisible_characters_dropped() -> None:
    assert normalised("Nguye\u0302\u0303n\u200b\u00ad a\u2009b\u2011c") == "Nguyễn a b-c"


def test_width_is_the_sum_over_the_runs() -> None:
    assert string_width("ab张", "serif", 10) == pytest.approx(
        string_width("ab", "serif", 10) + string_width("张", "han", 10)
    )


def test_kerning_draws_the_letters_of_a_title_together() -> None:
    assert kerning("AVA", "serif")[0] < -50
    assert kerning("张晓明", "han") == ()


def test_small_capitals_and_old_style_figures_keep_their_characters() -> None:
    plain, caps = font_of("serif").face, font_of("serif-caps").face
    assert caps.charToGlyph[ord("a")] != plain.charToGlyph[ord("a")]
    assert font_of("serif-text").face.charToGlyph[ord("3")] != plain.charToGlyph[ord("3")]


@pytest.mark.parametrize("name", FACES)
def test_every_face_is_there(name: str) -> None:
    assert string_width("Aé", name, 10) > 0


def test_a_space_that_does_not_break_stays_in_the_face_of_the_word_before_it() -> None:
    assert [face for face, _ in text_runs("לוי\u00a0נועה", "serif")] == ["hebrew"]
