"""The order of names in an index."""

from __future__ import annotations

from proceedings.collation import collation_key, index_letter


def collated(*names: str) -> list[str]:
    return sorted(names, key=collation_key)


def test_accented_letters_stand_among_their_plain_ones() -> None:
    assert collated("Ozan", "Öztürk", "Olsen", "Ólafur") == ["Ólafur", "Olsen", "Ozan", "Öztürk"]


def test_capitals_and_small_letters_stand_together() -> None:
    assert collated("Zhang", "al-Sample", "Berg") == ["al-Sample", "Berg", "Zhang"]


def test_a_family_name_alone_stands_before_longer_ones() -> None:
    assert collated("De Silva\tAda", "De\tZoe", "Dean\tBo") == ["De\tZoe", "De Silva\tAda", "Dean\tBo"]


def test_icelandic_thorn_follows_z_and_other_scripts_follow_latin() -> None:
    assert collated("陈", "Þórðardóttir", "김", "Zed") == ["Zed", "Þórðardóttir", "김", "陈"]


def test_each_name_stands_under_its_letter() -> None:
    names = ["Öztürk", "Đặng", "Łukasz", "Þór", "İnan", "ışık", "Çelik", "김", "陈", "3M", "d’Ormesson", "—"]
    assert [index_letter(name) for name in names] == [*"ODLÞIIC김陈", "0–9", "D", "#"]


def test_letters_of_one_heading_are_never_apart() -> None:
    names = ["Đặng", "Dang", "Dung", "Łem", "Lan", "Lzy", "Ørsted", "Oz", "Oa", "Æsop", "Az", "Ab", "Žižek", "Zed"]
    letters = [index_letter(name) for name in collated(*names)]
    assert letters == sorted(letters)


def test_a_mononym_and_a_name_of_parts_can_be_compared() -> None:
    assert collated("Mausam\tAda", "Mausam", "Mausam\t") == ["Mausam", "Mausam\t", "Mausam\tAda"]
