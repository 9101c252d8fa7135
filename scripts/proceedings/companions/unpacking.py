"""Archives are unpacked by name, within bounds, and never beside their own folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from proceedings.companions.archive_files import MOST_FILES, UNREADABLE, NoArchiveError, OpenArchive, opened_archive
from proceedings.unsafe_archive import MOST_UNPACKED, ArchiveMember, unsafe_members
from proceedings.wording import counted

PART = 1 << 20


class UnsafeArchiveError(Exception):
    """An archive that is not unpacked; the message is a clause about it."""


def archive_names(path: Path) -> list[str]:
    """The files of an archive, without what an operating system put there. Raises UnsafeArchiveError.

    A name that is absolute or leads out of the folder, a link, and two names that differ in capitals alone
    are refused, as is more than fits.
    """
    with _opened(path) as archive:
        return [each.name for each in _members(archive)]


def unpacked(path: Path, folder: Path) -> dict[str, Path]:
    """Every file of the archive by its name, unpacked into `folder` under names of ours. Raises UnsafeArchiveError."""
    folder.mkdir(parents=True, exist_ok=True)
    with _opened(path) as archive:
        return _written(archive, folder)


@contextmanager
def _opened(path: Path) -> Iterator[OpenArchive]:
    try:
        with opened_archive(path) as archive:
            yield archive
    except NoArchiveError as error:
        raise UnsafeArchiveError(str(error)) from error
    except UNREADABLE as error:
        raise UnsafeArchiveError(f"cannot be unpacked ({type(error).__name__})") from error


def _written(archive: OpenArchive, folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    left = MOST_UNPACKED
    for number, member in enumerate(_members(archive)):
        target = folder / f"{number}"
        with archive.open(member) as opened, target.open("wb") as written:
            while part := opened.read(PART):
                left -= len(part)
                if left < 0:
                    raise UnsafeArchiveError(f"unpacks to more than {MOST_UNPACKED >> 30} GiB")
                written.write(part)
        found[member.name] = target
    return found


def _members(archive: OpenArchive) -> Sequence[ArchiveMember]:
    if len(archive.members) > MOST_FILES:
        raise UnsafeArchiveError(f"holds more than {counted(MOST_FILES, 'file')}")
    if reason := unsafe_members(archive.members, archive.packed):
        raise UnsafeArchiveError(reason)
    return archive.members
