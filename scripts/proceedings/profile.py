"""Format profiles: what a template asks of a paper, as data. One YAML file each in `profiles/`, or an own one."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from proceedings.codes import all_codes
from proceedings.page_sizes import FARTHEST, PAGE_SIZES, sides_of
from proceedings.problem import Place, Problem, did_you_mean
from proceedings.records.format_profile import BodyText as BodyText
from proceedings.records.format_profile import FormatProfile as FormatProfile
from proceedings.records.format_profile import PageRule as PageRule
from proceedings.records.format_profile import Resolution as Resolution
from proceedings.records.format_profile import TextBlock as TextBlock
from proceedings.records.volume import Volume

Asked = TypeVar("Asked", FormatProfile, PageRule)

PACKAGED = Path(__file__).with_name("profiles")


class ProfileError(Exception):
    """A profile that cannot be used; every fault names the file, the fact and the next step, on a line each."""

    def __init__(self, *faults: str) -> None:
        """`faults`: one sentence or two each, in the order of the file."""
        super().__init__("\n".join(faults))
        self.faults = faults


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
    return _laid_over(_packaged(own.based_on), msgspec.structs.replace(own, title=own.title or own.name))


def profile_of(volume: Volume, folder: Path = Path("metadata")) -> FormatProfile:
    """The profile that papers of this volume are judged by: its own `format` lies over `profile`. ProfileError."""
    return _laid_over(load_profile(volume.profile, folder), volume.format)


def profile_faults(profile: FormatProfile) -> Iterator[tuple[Place, str, str]]:
    """What is wrong with the values of a profile that their types do not show: place, fact, next step."""
    for key, codes in (("severities", profile.severities), ("latex", profile.latex)):
        for code in codes:
            if code not in all_codes():
                remedy = did_you_mean(code, all_codes(), "docs/findings.md lists all codes.")
                yield (key, code), f"no finding has the code {code}.", remedy
    sizes = f"The names are {', '.join(PAGE_SIZES)}; any other is its width and height in points, as 486x720."
    for size in profile.page_sizes or ():
        if sides_of(size) is None:
            yield ("page_sizes",), f'"{size}" is no page size that is known here.', sizes
    for size, boxes in profile.text_block.places.items():
        at = ("text_block", "places", size)
        if sides_of(size) is None:
            yield at, f'"{size}" is no page size that is known here.', sizes
        elif not all(len(box) == 4 and box[0] < box[2] and box[1] < box[3] for box in boxes):
            yield at, "a place is [left, top, right, bottom] in points from the top left of the page.", "Correct it."
    for measured, number in _measures(profile):
        if number is not None and not 0 < number < FARTHEST:
            fact = f"{number:g} is no measure: it must be above 0 and below {FARTHEST:g}."
            yield measured, fact, "Correct it, or leave it out."
    least, most = profile.pages.min, profile.pages.max
    if least is not None and most is not None and most < least:
        yield ("pages",), f"papers may have {most} pages and must have {least}.", "Correct `min` or `max`."


def _measures(profile: FormatProfile) -> Iterator[tuple[Place, float | None]]:
    """The numbers of a profile that can only be above 0; a tolerance and a resolution may be 0, which asks nothing."""
    block, body, resolution = profile.text_block, profile.body, profile.resolution
    yield ("columns",), profile.columns
    yield ("text_block", "width"), block.width
    yield ("text_block", "height"), block.height
    yield ("body", "size"), body.size
    yield from ((("body", "leading"), points) for points in body.leading or ())
    yield from ((("gutter",), points) for points in profile.gutter or ())
    yield ("page_size_tolerance",), profile.page_size_tolerance or None
    for name in resolution.__struct_fields__:
        yield ("resolution", name), getattr(resolution, name) or None


@functools.cache
def _packaged(name: str) -> FormatProfile:
    return _read(PACKAGED / f"{name}.yml")


def _read(path: Path) -> FormatProfile:
    """One file as a profile. ProfileError with everything that is wrong."""
    from proceedings.yaml.yaml_source import read_yaml_record  # here, because libyaml is only needed for profiles

    profile, problems = read_yaml_record(path, FormatProfile, shown_as=path.as_posix())
    faults = [f"{_place(each)}: {each.message} {each.remedy or ''}".strip() for each in problems]
    faults += [f"{path.as_posix()}: {fact} {remedy}" for _, fact, remedy in profile_faults(profile)]
    if faults:
        raise ProfileError(*faults)
    return msgspec.structs.replace(profile, name=profile.name or path.stem)


def _place(problem: Problem) -> str:
    return f"{problem.file}, line {problem.line}" if problem.line else problem.file


def _laid_over(base: FormatProfile, own: FormatProfile) -> FormatProfile:
    """The same as `overlaid`, the size of the text block and its places from one of the two: they say one thing."""
    block, both = own.text_block, overlaid(base, own)
    sized = block.width is not None or block.height is not None
    if sized and not block.places:
        return msgspec.structs.replace(both, text_block=msgspec.structs.replace(both.text_block, places={}))
    if block.places and not sized:
        of_places = msgspec.structs.replace(both.text_block, width=None, height=None)
        return msgspec.structs.replace(both, text_block=of_places)
    return both


def overlaid(base: Asked, own: Asked) -> Asked:
    """The base with everything that the own record says in its place, an empty list too; records key by key."""
    return msgspec.convert(_merged(msgspec.to_builtins(base), msgspec.to_builtins(own)), type(base))


def _merged(base: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
