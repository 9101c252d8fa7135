"""JSON of other people's systems: every number as it is written, and nothing taken for granted about its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.plain_files import read_text

NO_NUMBERS = "numbers that are none (NaN, Infinity) were left out"
LOST_LETTERS = "letters that are broken in the export stand as � and have to be written anew"
ODD_SHAPE = "values that are not what the system writes there were left out"
ODD_ENTRY = "entries that are no objects were left out"
_BROKEN = re.compile("[\ud800-\udfff]")


def read_json(path: Path, doubts: list[Doubt]) -> object:
    """The content of a JSON file. SourceError with line and column when it is none, or is not whole.

    Numbers come as text, so that an id is what is written; NaN and Infinity come as nothing.
    """
    text = read_text(path, doubts)
    if not text.strip():
        raise SourceError(f"{path.name}: the file is empty; export it again")
    if text.lstrip().startswith("<"):
        raise SourceError(f"{path.name}: this is a web page or XML, not JSON; log in and download the export again")
    absent: list[str] = []
    try:
        content = json.loads(text, parse_int=str, parse_float=str, parse_constant=absent.append)
    except json.JSONDecodeError as error:
        raise SourceError(f"{path.name}, line {error.lineno}, column {error.colno}: {_fault(error)}") from error
    except RecursionError as error:
        raise SourceError(f"{path.name}: it is nested too deeply to be an export; export it again") from error
    if absent:
        doubts.append(Doubt(fact=NO_NUMBERS, where=path.name))
    return content


def objects_of(content: Iterable[object], where: str, doubts: list[Doubt]) -> list[Mapping[str, object]]:
    """The objects of a list; a doubt for each entry that is something else."""
    found: list[Mapping[str, object]] = []
    for number, entry in enumerate(content, start=1):
        if isinstance(entry, dict):
            found.append(entry)
        else:
            doubts.append(Doubt(fact=ODD_ENTRY, where=f"{where}, entry {number}"))
    return found


def listed_objects(path: Path, key: str, wanted: str, doubts: list[Doubt]) -> list[Mapping[str, object]]:
    """The objects of a file: of its list, of the list under a key of its one object, or that object alone.

    SourceError, which says what was `wanted`, for any other content.
    """
    content = read_json(path, doubts)
    if isinstance(content, dict):
        content = content[key] if isinstance(content.get(key), list) else [content]
    if not isinstance(content, list):
        raise SourceError(f"{path.name}: {wanted}")
    return objects_of(content, path.name, doubts)


class JsonObject:
    """One object of an export. What has another shape than was asked for is left out, with a doubt that names it."""

    def __init__(self, entry: Mapping[str, object], where: str, doubts: list[Doubt]) -> None:
        """`where` is how doubts name the object: "paper 7"."""
        self.entry = entry
        self.where = where
        self.doubts = doubts

    def text(self, *keys: str) -> str:
        """The first text there is under these keys, with its line breaks; empty when there is none."""
        return next((found for key in keys if (found := self._text(key, self.entry.get(key)))), "")

    def texts(self, *keys: str) -> list[str]:
        """The texts of the first list there is under these keys; a single text is a list of one."""
        value, key = self._first(keys)
        parts = value if isinstance(value, list) else [value]
        return [text for part in parts if (text := self._text(key, part))]

    def parts(self, *keys: str) -> list[JsonObject]:
        """The objects of the first list there is under these keys; a single object is a list of one."""
        value, key = self._first(keys)
        listed = value if isinstance(value, list) else [value] if value not in (None, "") else []
        return [part for each in listed if (part := self._object(key, each)) is not None]

    def part(self, key: str) -> JsonObject:
        """The object under a key; an empty one when there is none."""
        value = self.entry.get(key)
        found = None if value is None else self._object(key, value)
        return found or JsonObject({}, self.where, self.doubts)

    def says_yes(self, key: str) -> bool:
        """Whether the key is there and true."""
        return self._text(key, self.entry.get(key)).casefold() in ("true", "yes", "1")

    def sound(self, text: str) -> str:
        """The text; half of a letter, which no file can hold, is shown as lost."""
        if _BROKEN.search(text):
            self._doubt(LOST_LETTERS, "")
            text = _BROKEN.sub("\ufffd", text)
        return text

    def _first(self, keys: Iterable[str]) -> tuple[object, str]:
        return next(((value, key) for key in keys if (value := self.entry.get(key)) is not None), (None, ""))

    def _text(self, key: str, value: object) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return self.sound(value).strip()
        if value is not None and value != [] and value != {}:
            self._doubt(ODD_SHAPE, key)
        return ""

    def _object(self, key: str, value: object) -> JsonObject | None:
        if isinstance(value, dict):
            return JsonObject(value, self.where, self.doubts)
        self._doubt(ODD_SHAPE, key)
        return None

    def _doubt(self, fact: str, key: str) -> None:
        doubt = Doubt(fact=fact, where=f"{self.where}, {key!r}" if key else self.where)
        if doubt not in self.doubts[-8:]:  # a key may be asked for twice
            self.doubts.append(doubt)


def _fault(error: json.JSONDecodeError) -> str:
    """What is wrong with the text, and the next step."""
    rest = error.doc[error.pos :].strip()
    if error.msg.startswith("Extra data"):
        return "the JSON ends here and something follows; were two exports joined? Import each for itself"
    if error.msg.startswith("Unterminated") or not rest:
        return "the file ends in the middle, so it was not downloaded whole; export it again"
    return f"this is not JSON: {error.msg}"
