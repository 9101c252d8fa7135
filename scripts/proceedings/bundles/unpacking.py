"""Archives of sources are unpacked by name, within bounds, and never beside their own folder."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from proceedings.companions.source_archive import MOST_FILES, UNREADABLE, is_junk
from proceedings.unsafe_archive import MOST_UNPACKED, unsafe
from proceedings.wording import counted

PART = 1 << 20


class UnsafeArchiveError(Exception):
    """An archive that is not unpacked; the message is a clause about it."""


def archive_names(path: Path) -> list[str]:
    """The files of an archive, without what an operating system put there. Raises UnsafeArchiveError.

    A name that is absolute or leads out of the folder, a link, and two names that differ in capitals alone
    are refused, as is more than fits.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return [each.filename for each in _members(archive)]
    except UNREADABLE as error:
        raise UnsafeArchiveError(f"cannot be unpacked ({type(error).__name__})") from error


def unpacked(path: Path, folder: Path) -> dict[str, Path]:
    """Every file of the archive by its name, unpacked into `folder` under names of ours. Raises UnsafeArchiveError."""
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, Path] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(path) as archive:
            for number, member in enumerate(_members(archive)):
                target = folder / f"{number}"
                with archive.open(member) as opened, target.open("wb") as written:
                    while part := opened.read(PART):
                        left -= len(part)
                        if left < 0:
                            raise UnsafeArchiveError(_TOO_MUCH)
                        written.write(part)
                found[member.filename] = target
    except UnsafeArchiveError:
        raise
    except UNREADABLE as error:
        raise UnsafeArchiveError(f"cannot be unpacked ({type(error).__name__})") from error
    return found


_TOO_MUCH = f"unpacks to more than {MOST_UNPACKED >> 30} GiB"


def _members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    members = [each for each in archive.infolist() if not each.is_dir() and not is_junk(each.filename)]
    if len(members) > MOST_FILES:
        raise UnsafeArchiveError(f"holds more than {counted(MOST_FILES, 'file')}")
    if reason := unsafe(members):
        raise UnsafeArchiveError(reason)
    yield from members
