"""What an archive was made from and with: `provenance.json`, and the action that made it for the RO-Crate.

Nothing in it depends on the machine: no clock, no host, no path outside the edition. The version of Python is not in
it either, since no deliverable depends on it, and the same inputs give the same bytes under each that Bindery runs on.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from proceedings.artifacts.entity import Entity, entity, reference
from proceedings.bundles.bundle import Member, sha256_of
from proceedings.checker_version import SCRIPTS, library_digest

FILE = "provenance.json"
HOUSE = SCRIPTS.parent
SENT_IN = frozenset({"received", "forms"})
"""Folders of the metadata with what authors sent, which no build reads."""


def provenance(metadata: Path, papers: Path, outputs: Mapping[str, Member]) -> bytes:
    """The versions of the tool and its libraries, and the SHA-256 of every file that went in and came out, as JSON."""
    said = {
        "tool": {"name": "Bindery", "version": tool_version(), "code": library_digest()},
        "libraries": dict(library_versions()),
        "inputs": dict(_inputs("metadata", metadata)) | dict(_inputs("papers", papers)),
        "outputs": {name: sha256_of(member) for name, member in sorted(outputs.items())},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def making() -> Entity:
    """The action that made the folder of the crate, which names the tool and points to the file above."""
    tool = entity(
        "#bindery", "SoftwareApplication", name="Bindery", version=tool_version(), identifier=f"code {library_digest()}"
    )
    return entity(
        "#making",
        "CreateAction",
        name="The proceedings are built and packed",
        description=f"{FILE} lists tool, libraries, and the SHA-256 of every input and output.",
        instrument=tool,
        object=reference(FILE),
        result=reference("./"),
    )


def tool_version() -> str:
    """Bindery's version."""
    return str(tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def library_versions() -> Iterator[tuple[str, str]]:
    """The libraries that Bindery asks for by name, each with the version at work: the lock's, where it was installed.

    Those that they bring along follow from the lock, and some of them from the machine.
    """
    for line in (HOUSE / "requirements.in").read_text("utf-8").splitlines():
        if named := re.match(r"[\w.-]+", line):
            try:
                yield named.group(), version(named.group())
            except PackageNotFoundError:
                continue  # what only the tests need may be left out


def _inputs(top: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of each file below an input folder; hidden files are none."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        parts = path.relative_to(folder).parts
        if path.is_file() and parts[0] not in SENT_IN and not any(part.startswith(".") for part in parts):
            yield "/".join((top, *parts)), sha256_of(path)
