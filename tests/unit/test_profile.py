from __future__ import annotations

from pathlib import Path

import pytest

from proceedings.codes import all_codes
from proceedings.profile import PAGE_SIZES, ProfileError, load_profile, packaged_names


def test_the_five_templates_are_packaged() -> None:
    assert packaged_names() == ("acl", "acm", "ceurart", "ieee", "lncs")


@pytest.mark.parametrize("name", packaged_names())
def test_a_packaged_profile_names_known_codes_and_sizes_and_its_block_fits_the_page(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.severities.keys() <= all_codes().keys()
    assert profile.page_sizes and set(profile.text_block.places) == set(profile.page_sizes)
    for size, (x0, y0, x1, y1) in profile.text_block.places.items():
        width, height = PAGE_SIZES[size]
        assert 0 < x0 < x1 < width and 0 < y0 < y1 < height
        assert profile.text_block.width == pytest.approx(x1 - x0, abs=1)
        assert profile.text_block.height == pytest.approx(y1 - y0, abs=1)


@pytest.mark.parametrize("name", packaged_names())
def test_a_gutter_is_never_an_error_and_a_wrong_column_count_always(name: str) -> None:
    weights = load_profile(name).severities
    assert weights.get("gutter") != "error" and weights.get("leading") != "error"
    assert "column-count" not in weights and "already-stamped" not in weights


def test_springer_only_notes_what_it_typesets_again_and_ieee_refuses_what_xplore_refuses() -> None:
    lncs, ieee = load_profile("lncs").severities, load_profile("ieee").severities
    assert (lncs["page-size"], lncs["page-number-present"], lncs["source-missing"]) == ("info", "off", "error")
    refused = ("font-not-embedded", "type3-font", "encrypted", "form", "attachment", "page-number-present")
    assert all(ieee[code] == "error" for code in refused)


def test_an_own_profile_says_only_what_differs(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text(
        "based_on: lncs\npage_sizes: [b5]\nresolution: {least: 200}\nseverities: {page-size: error}\n"
    )
    ours, lncs = load_profile("ours", tmp_path), load_profile("lncs")
    assert (ours.name, ours.page_sizes, ours.resolution.least) == ("ours", ("b5",), 200)
    assert (ours.columns, ours.text_block) == (1, lncs.text_block)
    assert ours.severities == {**lncs.severities, "page-size": "error"}
    assert load_profile("ours.yml", tmp_path).page_sizes == ("b5",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("title: Ours\ncolumns: many\n", "line 2"),
        ("colums: 2\n", "columns"),
        ("based_on: lncz\n", "lncz"),
        ("severities: {page-sise: error}\n", "page-sise"),
        ("severities: {page-size: fatal}\n", "fatal"),
    ],
)
def test_a_faulty_profile_is_one_line_with_its_file(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "ours.yml").write_text(content)
    with pytest.raises(ProfileError) as error:
        load_profile("ours", tmp_path)
    assert "ours.yml" in str(error.value) and words in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_profile_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r'no format profile "springer".*acl, acm, ceurart, ieee, lncs'):
        load_profile("springer", tmp_path)
