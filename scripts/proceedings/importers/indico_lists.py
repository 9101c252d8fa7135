"""The JSON files that Indico writes of one event: itself, lists of contributions and sessions, states of papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.importers.export_files import visible
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.loose_json import JsonObject, listed_objects

CONTAINERS = frozenset(("contributions", "sessions", "papers", "editables"))
STATES = ("papers", "editables")
ID = ("id", "friendly_id", "db_id", "contribution_id")

Listed = tuple[JsonObject, JsonObject | None]
"""A contribution, and the session that lists it."""

Known = tuple[str, str]
"""What tells that two entries are of one contribution: its id and title."""


class Gathered(NamedTuple):
    """What one export says: the event, its contributions, its sessions, and the name of what was read."""

    event: JsonObject
    contributions: list[Listed]
    blocks: list[JsonObject]
    name: str


def gathered(source: Path, doubts: list[Doubt]) -> Gathered:
    """All that the file, or those of the folder together, say of one event. SourceError when they are of several."""
    paths = _files(source)
    files = [(path, _tops(path, doubts)) for path in paths]
    lists = [path.name for path, tops in files if any(map(_stands_alone, tops))]
    if len(lists) > 1:
        raise SourceError(f"{source}: name the JSON file of the event; there are: {', '.join(lists)}")
    name = paths[0].name if len(paths) == 1 else source.name
    return _gathered([top for _, tops in files for top in tops], name, doubts)


def _files(source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    found = visible(source, "*.json")
    if not found:
        raise SourceError(f"{source}: there is no JSON file in it; export the contributions of the event as JSON")
    return found


def _stands_alone(top: JsonObject) -> bool:
    """Whether it is an event or a contribution, and no part of a list that other files complete."""
    return _is_contribution(top) or any(key in top.entry for key in ("title", "event"))


def _is_contribution(top: JsonObject) -> bool:
    """Whether it lists nothing but, as JACoW's exporter does, its own files."""
    return CONTAINERS & top.entry.keys() <= ({"editables"} if "title" in top.entry else set())


def _tops(path: Path, doubts: list[Doubt]) -> list[JsonObject]:
    """The outermost objects: an event, or several contributions or sessions."""
    wanted = "contributions were expected, an object each; is this from Indico?"
    return [JsonObject(each, path.name, doubts) for each in listed_objects(path, "results", wanted, doubts)]


def _gathered(tops: Iterable[JsonObject], name: str, doubts: list[Doubt]) -> Gathered:
    event = JsonObject({}, name, doubts)
    contributions: list[Listed] = []
    states: list[JsonObject] = []
    blocks: list[JsonObject] = []
    for top in tops:
        if _is_contribution(top):
            contributions.append((top, None))
        elif "conveners" in top.entry or "session" in top.entry:
            blocks.append(top)
        else:
            event = top.part("event") if "event" in top.entry else top if top.entry.get("title") else event
            contributions += [(each, None) for each in top.parts("contributions")]
            states += [_with_state(key, each) for key in STATES for each in top.parts(key)]
            blocks += top.parts("sessions")
    nested = [(each, block) for block in blocks for each in block.parts("contributions")]
    inside = {_known(each) for each, _ in nested}
    listed = [*nested, *(each for each in contributions if _known(each[0]) not in inside)]
    return Gathered(event, list(_completed(listed, states)), blocks, name)


def _known(contribution: JsonObject, *ids: str) -> Known:
    return contribution.text(*ids, *ID), contribution.text("title")


def _with_state(key: str, entry: JsonObject) -> JsonObject:
    """The contribution of an entry in Indico's list of papers, or of those being edited, with state and revision."""
    said: dict[str, object] = {"state": entry.entry.get("state"), "type": entry.entry.get("type")}
    if revisions := entry.parts("revisions"):
        said["latest_revision"] = revisions[-1].entry
    states: dict[str, object] = {"paper": said} if key == "papers" else {"editables": [said]}
    return JsonObject({**entry.part("contribution").entry, **states}, entry.where, entry.doubts)


def _completed(listed: Sequence[Listed], states: Sequence[JsonObject]) -> Iterator[Listed]:
    """The contributions with the states that other lists give them, then those that only these lists have."""
    said: dict[Known, JsonObject] = {}
    for each in states:
        key = _known(each, "db_id")
        said[key] = _joined(said[key], each) if key in said else each
    for contribution, block in listed:
        state = said.pop(_known(contribution, "db_id"), None)
        yield (_joined(contribution, state) if state else contribution), block
    yield from ((each, None) for each in said.values())


def _joined(contribution: JsonObject, state: JsonObject) -> JsonObject:
    """The contribution with what the list of states alone says, and with its states."""
    states = {key: state.entry[key] for key in ("paper", "editables") if key in state.entry}
    return JsonObject({**state.entry, **contribution.entry, **states}, contribution.where, contribution.doubts)
