from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from proceedings.editions.edition_writer import write_folder
from proceedings.editions.skeleton import NAMELESS, UnknownPresetError, preset_names, skeleton
from proceedings.intake.programme import Programme
from proceedings.intake.volume_checks import volume_problems
from proceedings.records.edition import Waiver
from proceedings.records.format_profile import PageRule
from proceedings.records.front_matter import Committee
from proceedings.records.volume import PartOf, Volume
from proceedings.yaml.yaml_source import read_yaml_list, read_yaml_record


def volume_of(preset: str, folder: Path) -> Volume:
    write_folder(folder, skeleton(preset), {})
    volume, problems = read_yaml_record(folder / "metadata/proceedings.yml", Volume, shown_as="proceedings.yml")
    assert problems == ()
    return volume


def test_the_presets_are_the_ways_in_which_the_series_publishes() -> None:
    assert preset_names() == ("dls-isc", "dls-sc-acm", "dls-sc-ieee", "standalone")


@pytest.mark.parametrize(
    ("preset", "publisher", "profile", "rule"),
    [
        ("dls-isc", "springer", "lncs", PageRule(min=6, max=12)),
        ("dls-sc-ieee", "ieee", "ieee", PageRule(min=6, max=8, excluding=("references",))),
        ("dls-sc-acm", "acm", "acm", PageRule(min=6, max=12)),
        ("standalone", "own", "lncs", PageRule(min=6, max=12)),
    ],
)
def test_a_preset_has_its_publisher_and_page_rules(
    preset: str, publisher: str, profile: str, rule: PageRule, tmp_path: Path
) -> None:
    volume = volume_of(preset, tmp_path)
    assert (volume.publisher, volume.profile, volume.types["full"]) == (publisher, profile, rule)
    assert volume.phase == "collecting"
    assert volume.reproducibility == "required"


@pytest.mark.parametrize("preset", preset_names())
def test_only_the_standalone_preset_is_no_part_of_a_joint_volume(preset: str, tmp_path: Path) -> None:
    assert (volume_of(preset, tmp_path).part_of is None) == (preset == "standalone")


@pytest.mark.parametrize("preset", preset_names())
def test_every_file_of_a_preset_is_read_without_a_problem(preset: str, tmp_path: Path) -> None:
    volume_of(preset, tmp_path)
    metadata = tmp_path / "metadata"
    assert read_yaml_record(metadata / "program.yml", Programme, shown_as="program.yml") == (Programme(), ())
    assert read_yaml_list(metadata / "committee.yml", Committee, shown_as="committee.yml") == ((), ())
    assert read_yaml_list(metadata / "waivers.yml", Waiver, shown_as="waivers.yml") == ((), ())
    assert list((metadata / "papers").glob("*.yml")) == []
    assert list((tmp_path / "papers").iterdir()) == []


@pytest.mark.parametrize("preset", preset_names())
def test_a_preset_names_every_key_of_the_volume(preset: str) -> None:
    lines = skeleton(preset)["metadata/proceedings.yml"].splitlines()
    keys = {line.lstrip("# ").partition(":")[0] for line in lines}
    fields = {field.name for field in msgspec.structs.fields(Volume)}
    assert fields - keys == set()


@pytest.mark.parametrize("preset", [name for name in preset_names() if name != "standalone"])
def test_a_part_names_every_key_of_the_joint_volume(preset: str) -> None:
    lines = skeleton(preset)["metadata/proceedings.yml"].splitlines()
    keys = {line.lstrip("# ").partition(":")[0] for line in lines}
    assert {field.name for field in msgspec.structs.fields(PartOf)} - keys == set()


@pytest.mark.parametrize("preset", preset_names())
def test_the_examples_in_comments_are_valid_too(preset: str, tmp_path: Path) -> None:
    lines = skeleton(preset)["metadata/proceedings.yml"].splitlines()
    path = tmp_path / "proceedings.yml"
    path.write_text("\n".join(re.sub(r"^( *)#(?=[a-z_]+:|- )", r"\1", line) for line in lines), "utf-8")
    volume, problems = read_yaml_record(path, Volume, shown_as="proceedings.yml")
    assert [problem.message for problem in problems] == []
    assert volume_problems(volume) == []
    assert volume.event.start is not None


def test_the_standalone_preset_has_the_names_that_are_told_as_nobody_s(tmp_path: Path) -> None:
    volume = volume_of("standalone", tmp_path)
    assert {
        ("title",): volume.title,
        ("acronym",): volume.acronym,
        ("event", "name"): volume.event.name,
    } == NAMELESS
    assert volume.event.acronym == volume.acronym


def test_a_preset_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(UnknownPresetError, match="'isc' is no preset; there are: dls-isc, "):
        skeleton("isc")
