"""Format profiles: what a template asks of a paper, as data. One YAML file each in `profiles/`, or an own one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from proceedings.codes import all_codes
from proceedings.records.finding import Weight
from proceedings.records.record import Box, Record

PACKAGED = Path(__file__).with_name("profiles")

PAGE_SIZES = {"a4": (595.276, 841.89), "letter": (612.0, 792.0), "a5": (419.528, 595.276), "b5": (498.898, 708.661)}
"""Width and height in points."""


class TextBlock(Record):
    """Where running text stands: its size in points, and its place for each page size, from the top left.

    `position_checked` False: only the size counts, as where several templates of one publisher differ.
    """

    width: float | None = None
    height: float | None = None
    places: dict[str, Box] = {}
    position_checked: bool | None = None


class BodyText(Record):
    """The type of running text, in points; `families` are names of groups of typefaces."""

    size: float | None = None
    leading: float | None = None
    families: tuple[str, ...] = ()


class Resolution(Record):
    """Dots per inch of raster images as placed: below `least` is a warning, below the `wanted_*` ones information."""

    least: float | None = None
    wanted_grey_or_colour: float | None = None
    wanted_line_art: float | None = None


class FormatProfile(Record):
    """What one template asks. None and empty: it asks nothing.

    `severities` holds only codes that weigh otherwise than by default. `based_on` names a packaged
    profile whose values hold where this one is silent.
    """

    name: str = ""
    title: str | None = None
    based_on: str | None = None
    page_sizes: tuple[str, ...] = ()
    page_size_tolerance: float | None = None
    most_bytes: int | None = None
    oldest_pdf_version: str | None = None
    newest_pdf_version: str | None = None
    resolution: Resolution = Resolution()
    text_block: TextBlock = TextBlock()
    columns: int | None = None
    gutter: tuple[float, ...] = ()
    body: BodyText = BodyText()
    running_heads: Literal["wanted", "allowed", "unwanted"] | None = None
    page_numbers: Literal["wanted", "allowed", "unwanted"] | None = None
    notices: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    severities: dict[str, Weight] = {}


class ProfileError(Exception):
    """A profile that cannot be used; the message names the file, the fact and the next step."""


def packaged_names() -> tuple[str, ...]:
    """The profiles that come with the project."""
    return tuple(sorted(path.stem for path in PACKAGED.glob("*.yml")))


def load_profile(name: str, folder: Path = Path("metadata")) -> FormatProfile:
    """A packaged profile, or the edition's own one, `folder/<name>.yml`. ProfileError."""
    if name in packaged_names():
        return _packaged(name)
    path = folder / (name if name.endswith((".yml", ".yaml")) else f"{name}.yml")
    if not path.is_file():
        known = ", ".join(packaged_names())
        raise ProfileError(
            f'metadata/proceedings.yml: there is no format profile "{name}". Use one of {known}, or write {path}.'
        )
    own = _read(path)
    if own.based_on is None:
        return own
    if own.based_on not in packaged_names():
        raise ProfileError(f'{path}: based_on "{own.based_on}" is none of {", ".join(packaged_names())}.')
    return _overlaid(_packaged(own.based_on), own)


@functools.cache
def _packaged(name: str) -> FormatProfile:
    return _read(PACKAGED / f"{name}.yml")


def _read(path: Path) -> FormatProfile:
    """One file as a profile. ProfileError with the first thing that is wrong."""
    from proceedings.yaml.yaml_source import read_yaml_record  # here, because libyaml is only needed for profiles

    profile, problems = read_yaml_record(path, FormatProfile, shown_as=path.as_posix())
    if problems:
        first = problems[0]
        line = f", line {first.line}" if first.line else ""
        raise ProfileError(f"{first.file}{line}: {first.message} {first.remedy or ''}".strip())
    unknown = [code for code in profile.severities if code not in all_codes()]
    if unknown:
        raise ProfileError(
            f"{path.as_posix()}: no finding has the code {unknown[0]}. docs/findings.md lists all codes."
        )
    return msgspec.structs.replace(profile, name=profile.name or path.stem)


def _overlaid(base: FormatProfile, own: FormatProfile) -> FormatProfile:
    """The base with everything that the own profile says in its place, records and tables key by key."""
    return msgspec.convert(_merged(msgspec.to_builtins(base), msgspec.to_builtins(own)), FormatProfile)


def _merged(base: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
