from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from builders import paper
from proceedings.checks.rules import Rules
from proceedings.codes import all_codes
from proceedings.page_sizes import PAGE_SIZES
from proceedings.profile import (
    BodyText,
    FormatProfile,
    PageRule,
    ProfileError,
    TextBlock,
    load_profile,
    packaged_names,
    profile_of,
)
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_source import read_yaml_record


def test_the_five_templates_are_packaged() -> None:
    assert packaged_names() == ("acl", "acm", "ceurart", "ieee", "lncs")


@pytest.mark.parametrize("name", packaged_names())
def test_a_packaged_profile_names_known_codes_and_sizes_and_its_block_fits_the_page(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.severities.keys() <= all_codes().keys()
    assert profile.page_sizes and set(profile.text_block.places) == set(profile.page_sizes)
    for size, places in profile.text_block.places.items():
        width, height = PAGE_SIZES[size]
        assert all(0 < x0 < x1 < width and 0 < y0 < y1 < height for x0, y0, x1, y1 in places)
        x0, y0, x1, y1 = places[0]
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
    assert (lncs["type3-font"], lncs["ink-outside-text-block"]) == ("info", "warning")
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
        ("page_sizes: [a3]\n", "a3"),
        ("page_sizes: [486]\n", "width and height in points, as 486x720"),
        ("page_sizes: [486x0]\n", '"486x0" is no page size'),
        ("page_sizes: [486x72000]\n", '"486x72000" is no page size'),
        ("text_block: {places: {a4: [10, 20, 30]}}\n", "[left, top, right, bottom]"),
        ("text_block: {places: {a4: [[10, 20, 30, 40], [10, 20, 30]]}}\n", "[left, top, right, bottom]"),
        ("text_block: {places: {a4: [[10, 20, 30, 40], 5]}}\n", "a list"),
        ("text_block: {width: -1}\n", "-1 is no measure"),
        ("columns: 0\n", "0 is no measure"),
        ("body: {size: 1.0e+300}\n", "1e+300 is no measure"),
        ("gutter: [-17]\n", "-17 is no measure"),
        ("resolution: {least: -300}\n", "-300 is no measure"),
        ("pages: {min: 9, max: 4}\n", "may have 4 pages and must have 9"),
    ],
)
def test_a_faulty_profile_is_one_line_with_its_file(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "ours.yml").write_text(content)
    with pytest.raises(ProfileError) as error:
        load_profile("ours", tmp_path)
    assert "ours.yml" in str(error.value) and words in str(error.value)
    assert "\n" not in str(error.value)


def test_all_faults_of_a_profile_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text("columns: eins\nboddy: {size: 10}\npage_sizes: [a3]\n")
    with pytest.raises(ProfileError) as error:
        load_profile("ours", tmp_path)
    lines = str(error.value).splitlines()
    assert len(lines) == 3
    assert all(any(word in line for line in lines) for word in ("columns", "boddy", "a3"))


def test_an_own_profile_is_not_called_as_the_one_that_it_is_based_on(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text("based_on: ieee\n")
    assert load_profile("ours", tmp_path).title == "ours"
    (tmp_path / "ours.yml").write_text("based_on: ieee\ntitle: Our template\n")
    assert load_profile("ours", tmp_path).title == "Our template"


def test_a_cure_of_a_profile_is_for_a_known_code(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text("latex: {copyright-notiz: x}\n")
    with pytest.raises(ProfileError, match="copyright-notiz"):
        load_profile("ours", tmp_path)


def test_a_text_block_has_one_place_or_several(tmp_path: Path) -> None:
    places = "{a4: [10, 20, 30, 40], letter: [[1, 2, 3, 4], [5, 6, 7, 8]]}"
    (tmp_path / "ours.yml").write_text(f"text_block: {{places: {places}}}\n")
    assert load_profile("ours", tmp_path).text_block.places == {
        "a4": ((10, 20, 30, 40),),
        "letter": ((1, 2, 3, 4), (5, 6, 7, 8)),
    }


def test_a_page_size_without_a_name_is_written_in_points(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text("page_sizes: [486x720]\ntext_block: {places: {486x720: [46, 58, 440, 648]}}\n")
    ours = load_profile("ours", tmp_path)
    assert ours.places_on((485.6, 720.3)) == ((46, 58, 440, 648),) and not ours.places_on((612, 792))
    assert ours.wanted_size((720, 485.6)) == (486, 720) and not ours.wanted_size((612, 792))


def test_an_unknown_profile_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r'no format profile "springer".*acl, acm, ceurart, ieee, lncs'):
        load_profile("springer", tmp_path)


def test_an_edition_may_say_any_value_of_its_format_otherwise() -> None:
    ours = FormatProfile(
        page_sizes=("a4",), body=BodyText(leading=(12, 13)), severities={"page-size": "error"}, pages=PageRule(max=12)
    )
    profile, lncs = profile_of(Volume(profile="lncs", format=ours)), load_profile("lncs")
    assert (profile.page_sizes, profile.body.leading, profile.pages.max) == (("a4",), (12, 13), 12)
    assert (profile.body.size, profile.text_block) == (lncs.body.size, lncs.text_block)
    assert profile.severities == {**lncs.severities, "page-size": "error"}
    assert profile_of(Volume(profile="lncs")) == lncs


def test_the_size_of_the_block_and_its_places_are_one_source_s() -> None:
    acl = load_profile("acl").text_block
    smaller = profile_of(Volume(profile="acl", format=FormatProfile(text_block=TextBlock(width=300)))).text_block
    assert (smaller.width, smaller.height, smaller.places) == (300, acl.height, {})
    place = (80.0, 80.0, 500.0, 700.0)
    moved = profile_of(Volume(profile="acl", format=FormatProfile(text_block=TextBlock(places={"a4": (place,)}))))
    assert (moved.text_block.width, moved.text_block.height, moved.text_block.places) == (None, None, {"a4": (place,)})
    both = TextBlock(width=420, height=620, places={"a4": (place,)})
    assert profile_of(Volume(profile="acl", format=FormatProfile(text_block=both))).text_block.width == 420


def test_an_edition_takes_away_what_a_profile_lists(tmp_path: Path) -> None:
    (tmp_path / "proceedings.yml").write_text(
        "profile: acm\nformat: {notices: [], gutter: [], body: {families: []}, pages: {excluding: []}}\n"
    )
    volume, problems = read_yaml_record(tmp_path / "proceedings.yml", Volume, shown_as="proceedings.yml")
    profile, acm = profile_of(volume), load_profile("acm")
    assert not problems
    assert (profile.notices, profile.gutter, profile.body.families, profile.pages.excluding) == ((), (), (), ())
    assert (profile.sections, profile.body.leading) == (acm.sections, acm.body.leading)


def test_an_edition_that_comes_back_from_a_file_takes_away_the_same() -> None:
    volume = Volume(profile="acm", format=FormatProfile(notices=(), pages=PageRule(excluding=())))
    assert msgspec.json.decode(msgspec.json.encode(volume), type=Volume) == volume
    assert profile_of(volume).notices == ()


def test_a_type_of_paper_counts_what_the_profile_leaves_out() -> None:
    rules = Rules(profile=load_profile("acl"), volume=Volume(types={"full": PageRule(max=8, excluding=())}))
    assert rules.pages_for(paper(type="full")) == PageRule(max=8, excluding=())
    assert rules.pages_for(paper(type="short")) == load_profile("acl").pages


def test_a_type_of_paper_may_have_no_least_number_of_pages() -> None:
    rules = Rules(profile=FormatProfile(pages=PageRule(min=4)), volume=Volume(types={"short": PageRule(min=0)}))
    assert rules.pages_for(paper(type="short")).min == 0


def test_the_profile_fills_what_the_page_rule_of_a_type_leaves_open() -> None:
    rules = Rules(profile=load_profile("acl"), volume=Volume(types={"full": PageRule(max=8)}))
    assert rules.pages_for(paper(type="full")) == PageRule(max=8, excluding=("references", "appendix"))
    ours = Rules(profile=FormatProfile(pages=PageRule(min=4, max=8)), volume=Volume(types={"full": PageRule(max=6)}))
    assert ours.pages_for(paper(type="full")) == PageRule(min=4, max=6)
