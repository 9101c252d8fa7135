"""Entities of linked data: how one is written, and how nested ones are laid out flat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

Entity: TypeAlias = dict[str, Any]
"""A JSON-LD object; every entity that is described has an `@id`."""


def entity(at: str, kind: str, /, **properties: object) -> Entity:
    """An entity with what is said of it: nothing empty, no list of one."""
    said: Entity = {"@id": at, "@type": kind} | {name: _compact(value) for name, value in properties.items()}
    return {name: value for name, value in said.items() if value not in (None, "", [], False)}


def reference(identifier: str) -> Entity:
    """A pointer to an entity that is described elsewhere."""
    return {"@id": identifier}


def flat(entities: Iterable[Entity]) -> list[Entity]:
    """All entities side by side, nested ones pointed to. Of one that is described twice, what is said first holds."""
    graph: dict[str, Entity] = {}
    for each in entities:
        _lay_out(each, graph)
    return list(graph.values())


def _lay_out(value: Any, graph: dict[str, Entity]) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(value, list):
        return [_lay_out(each, graph) for each in value]
    if not isinstance(value, dict) or "@id" not in value:
        return value
    if len(value) > 1:
        place = graph.setdefault(value["@id"], {"@id": value["@id"]})
        for name, part in value.items():
            place.setdefault(name, _lay_out(part, graph))
    return reference(value["@id"])


def _compact(value: object) -> object:
    return value[0] if isinstance(value, list) and len(value) == 1 else value
