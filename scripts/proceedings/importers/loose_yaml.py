"""YAML of other people's systems: every scalar as text, and nothing taken for granted about its shape."""

from __future__ import annotations

import datetime
from pathlib import Path

import yaml

from proceedings.importers.imported import SourceError
from proceedings.importers.plain_files import read_text

Entry = dict[str, object]


def read_entries(path: Path) -> list[Entry]:
    """The mappings in a YAML list; none when the file is absent. SourceError when it is no YAML list."""
    content = _read(path)
    if not isinstance(content, list):
        if content:
            raise SourceError(f"{path.name}: a list of entries was expected; is this an aclpub2 folder?")
        return []
    return [entry for entry in content if isinstance(entry, dict)]


def read_mapping(path: Path) -> Entry:
    """A YAML mapping; empty when the file is absent. SourceError when it holds something else."""
    content = _read(path)
    if not isinstance(content, dict):
        if content:
            raise SourceError(f"{path.name}: `key: value` lines were expected")
        return {}
    return content


def text(entry: Entry, key: str) -> str:
    """The text of a key in one line, empty when absent, null or not a scalar."""
    value = entry.get(key)
    if not isinstance(value, str) or value in ("null", "~"):
        return ""
    return " ".join(value.split())


def entries(entry: Entry, key: str) -> list[Entry]:
    """The mappings in the list of a key."""
    value = entry.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def texts(entry: Entry, key: str) -> list[str]:
    """The texts in the list of a key."""
    value = entry.get(key)
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def date(entry: Entry, key: str) -> datetime.date | None:
    """The ISO date with which the text of a key begins; None when it is none."""
    try:
        return datetime.date.fromisoformat(text(entry, key)[:10])
    except ValueError:
        return None


def is_false(entry: Entry, key: str) -> bool:
    """Whether the key is there and says no."""
    return text(entry, key).lower() in ("false", "no", "off", "0")


def is_true(entry: Entry, key: str) -> bool:
    """Whether the key is there and says yes."""
    return text(entry, key).lower() in ("true", "yes", "on", "1")


def _read(path: Path) -> object:
    if not path.is_file():
        return None
    try:
        return yaml.load(read_text(path, []), Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SourceError(f"{path.name}, line {line}: this is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise SourceError(f"{path.name}: this is not YAML: {' '.join(str(error).split())}") from error
