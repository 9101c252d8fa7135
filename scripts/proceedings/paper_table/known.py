"""The papers of an edition and the files that they stand in, for the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from proceedings.intake.metadata_files import read_metadata
from proceedings.paper_table.columns import Known
from proceedings.problem import Place
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_edit import NoPlaceError, with_values
from proceedings.yaml.yaml_source import decoded

PROGRAMME = "program.yml"
BOM = b"\xef\xbb\xbf"


class EditionFiles(NamedTuple):
    """What the metadata says, and the file of each paper."""

    known: Known
    volume: Volume
    files: Mapping[str, Path]


def edition_files(metadata: Path) -> EditionFiles:
    """All papers as their files have them. Raises MetadataFolderError."""
    read, problems = read_metadata(metadata)
    papers = {each.paper.id: each.paper for each in read.papers}
    files = {each.paper.id: metadata.parent / each.file for each in read.papers}
    faulty: dict[str, set[str]] = {}
    for each in problems:
        if each.paper and each.at:
            faulty.setdefault(each.paper, set()).add(str(each.at[0]))
    return EditionFiles(Known(papers, read.programme.sessions, faulty), read.volume, files)


def edited_files(
    metadata: Path,
    edition: EditionFiles,
    values: Mapping[str, Mapping[Place, object]],
    sessions: Mapping[int, tuple[str, ...]],
) -> Iterator[tuple[Path, bytes]]:
    """The files that change, as they will be. Raises NoPlaceError, whose text begins with the file's name."""
    for id, changed in values.items():
        if changed:
            yield edition.files[id], edited_file(edition.files[id], changed)
    if sessions:
        path = metadata / PROGRAMME
        yield path, edited_file(path, {("sessions", number, "papers"): list(ids) for number, ids in sessions.items()})


def edited_file(path: Path, values: Mapping[Place, object]) -> bytes:
    """The file with other values, and every other byte as it is. Raises NoPlaceError."""
    content = path.read_bytes() if path.is_file() else b""
    try:
        edited = with_values(decoded(content), values)
    except UnicodeDecodeError as error:
        raise NoPlaceError(f"{path.name} is not in UTF-8") from error
    except NoPlaceError as error:
        raise NoPlaceError(f"{path.name} {error}") from error
    return (BOM if content.startswith(BOM) else b"") + edited.encode()
