"""Where the reproducibility block stands in a paper's file, line by line, so that all other lines stay as they are."""

from __future__ import annotations

from typing import NamedTuple

import yaml
from yaml.nodes import MappingNode

from proceedings.yaml.yaml_edit import NoPlaceError

KEY = "reproducibility"


class BlockLines(NamedTuple):
    """A file's lines before the block, those of the block (none, if it has none) and those behind it."""

    before: list[str]
    block: list[str]
    behind: list[str]


def block_lines(text: str) -> BlockLines:
    """The lines of a YAML file around its block, or around the end, where one would stand. NoPlaceError if nowhere."""
    lines = text.splitlines(keepends=True)
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise NoPlaceError("is no YAML: `make check` says what is wrong with it") from error
    if root is None:
        return BlockLines(lines, [], [])
    if not isinstance(root, MappingNode) or root.flow_style:
        raise NoPlaceError("is not written as `key: value` lines")
    starts = [key.start_mark.line for key, _ in root.value] + [len(lines)]
    number = next((place for place, (key, _) in enumerate(root.value) if key.value == KEY), None)
    if number is None:
        return BlockLines(lines, [], [])
    first, end = starts[number], starts[number + 1]
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1  # remarks and blank lines at the margin belong to what follows
    return BlockLines(lines[:first], lines[first:end], lines[end:])


def with_block(lines: BlockLines, block: list[str]) -> str:
    """The file's text with another block; a blank line sets a first one apart from remarks, never from keys."""
    before = list(lines.before)
    if not lines.block:
        if before and not before[-1].endswith("\n"):
            before[-1] += ending_of(before)
        if before and before[-1].startswith("#"):
            before.append(ending_of(before))
    return "".join([*before, *block, *lines.behind])


def ending_of(lines: list[str]) -> str:
    """How a file's lines end."""
    return "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
