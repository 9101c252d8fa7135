"""Which of the authors' own items are software, and which addresses are repositories."""

from __future__ import annotations

import re

from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.records.reproducibility import Artifact

SOFTWARE_KINDS = frozenset({"software", "code", "workflow", "container"})
"""Kinds of artifacts that are software."""

_REPOSITORY = re.compile(
    r"https?://(?:www\.)?(?:github\.com|bitbucket\.org|codeberg\.org|git\.[\w.-]+|gitlab\.[\w.-]+)/\S+", re.IGNORECASE
)


def own_software(listed: ListedPaper) -> list[Entry]:
    """The paper's own software: artifacts that are software, and releases that are the authors' own."""
    return [entry for entry in listed.of_kind("software", "artifact") if entry.is_own and _is_software(entry)]


def is_repository(url: str | None) -> bool:
    """Whether the address is that of a repository of source code, as far as its host tells."""
    return bool(url and _REPOSITORY.fullmatch(url))


def _is_software(entry: Entry) -> bool:
    return not isinstance(entry.item, Artifact) or (entry.item.kind or "").lower() in SOFTWARE_KINDS
