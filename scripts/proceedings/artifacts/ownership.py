"""Which items are the authors' own, and which of those are software."""

from __future__ import annotations

import re

from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.records.reproducibility import Artifact

SOFTWARE_KINDS = frozenset({"software", "code", "workflow", "container"})
"""Kinds of artifacts that are software."""

_REPOSITORY = re.compile(
    r"https?://(?:www\.)?(?:github\.com|bitbucket\.org|codeberg\.org|git\.[\w.-]+|gitlab\.[\w.-]+)/\S+", re.IGNORECASE
)


def is_own(entry: Entry) -> bool:
    """Whether the authors made it: every artifact, and what they gave the role `own`."""
    return isinstance(entry.item, Artifact) or getattr(entry.item, "role", None) == "own"


def own_software(listed: ListedPaper) -> list[Entry]:
    """The paper's own software: artifacts that are software, and releases with the role `own`."""
    return [entry for entry in listed.of_kind("software", "artifact") if is_own(entry) and _is_software(entry)]


def is_repository(url: str | None) -> bool:
    """Whether the address is that of a repository of source code, as far as its host tells."""
    return bool(url and _REPOSITORY.fullmatch(url))


def _is_software(entry: Entry) -> bool:
    return not isinstance(entry.item, Artifact) or (entry.item.kind or "").lower() in SOFTWARE_KINDS
