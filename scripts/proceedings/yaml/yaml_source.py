"""Reads YAML files as records: every scalar is text until the record types it, every problem has its line.

Files are composed to nodes by libyaml and never constructed, so that the country `NO`, the version
`1.10` and dates stay what was written. A plain `~`, `null` or nothing is "not given".
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml
from yaml.nodes import MappingNode, Node, SequenceNode

from proceedings.problem import Place, Problem
from proceedings.yaml.yaml_syntax import syntax_error
from proceedings.yaml.yaml_typing import FAULTY, Faults, entries, is_null, reader_of

T = TypeVar("T")

YAML_ENDINGS = (".yml", ".yaml")


def read_yaml_record(path: Path, kind: type[T], *, shown_as: str) -> tuple[T, tuple[Problem, ...]]:
    """Read one YAML file as `kind`, a record or `tuple[Record, ...]`, with everything that does not fit it.

    An empty file gives the defaults. A file that is no YAML at all gives them too, and one problem
    with place `()`. `shown_as` is the file's name in the problems. Raises FileNotFoundError.
    """
    faults = Faults(shown_as)
    value = node_as(_root(path, faults), kind, faults)
    return value, tuple(faults.problems)


def read_yaml_list(path: Path, kind: type[T], *, shown_as: str) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """Read a file that is one list of records; the list may stand under a key with the file's name."""
    faults = Faults(shown_as)
    root = _root(path, faults)
    if isinstance(root, MappingNode):
        own_names = (path.stem, f"{path.stem}s")
        root = next((value for key, value in root.value if key.value in own_names), root)
    # mypy takes a generic alias with a type variable inside for a value, not for a type
    kinds: Any = tuple[kind, ...]  # type: ignore[valid-type]  # the kind is a value here
    return node_as(root, kinds, faults), tuple(faults.problems)


def located(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """The problems with the lines of their places; `folder` is what their file names are relative to.

    A place that is not in the file has the line of the nearest place around it, if any.
    """
    roots: dict[str, Node | None] = {}
    found: list[Problem] = []
    for problem in problems:
        if problem.line is None and problem.at and problem.file:
            if problem.file not in roots:
                roots[problem.file] = _root(folder / problem.file, Faults(""))
            problem = msgspec.structs.replace(problem, line=_line_of(problem.at, roots[problem.file]))
        found.append(problem)
    return found


def _line_of(at: Place, root: Node | None) -> int | None:
    node, line = root, None
    for step in at:
        node, line = _step_into(node, step, line)
    return line


def node_as(root: Node | None, kind: type[T], faults: Faults) -> T:
    """The record of a file's root; its defaults for an empty or unusable one."""
    if root is None or is_null(root):
        return kind()
    hashable: Any = kind
    value: Any = reader_of(hashable)(root, (), faults)
    return kind() if value is FAULTY else value


def _root(path: Path, faults: Faults) -> Node | None:
    """The root node, or None for an empty file and for one that is no YAML, which is noted."""
    line: int | None
    try:
        text = decoded(path.read_bytes())
        root: Node | None = yaml.compose(text, Loader=yaml.CBaseLoader)
    except PermissionError:
        line, fact, remedy = None, "the file may not be read.", "Give its owner the right to read it."
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        fact, remedy = "the file is not in UTF-8.", "Save it again with encoding UTF-8."
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        fact, remedy = "a control character is not allowed here.", "Delete it; most editors do not show it."
    except yaml.MarkedYAMLError as error:
        line, fact, remedy = syntax_error(error, text)
    else:
        return root
    faults.problems.append(Problem(file=faults.file, line=line, message=fact, remedy=remedy))
    return None


def decoded(content: bytes) -> str:
    """The text of a YAML file: UTF-8, or UTF-16 where its first bytes say so. Raises UnicodeDecodeError."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")


def _step_into(node: Node | None, step: str | int, line: int | None) -> tuple[Node | None, int | None]:
    if isinstance(node, MappingNode):
        for key, value in entries(node, (), Faults("")):
            if key.value == step:
                return value, key.start_mark.line + 1
    if isinstance(node, SequenceNode) and isinstance(step, int):
        # Items that were no mapping among mappings were dropped, so they do not count.
        items = [item for item in node.value if isinstance(item, MappingNode)] or node.value
        if step < len(items):
            return items[step], items[step].start_mark.line + 1
    return None, line
