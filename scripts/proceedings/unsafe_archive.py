"""What makes an archive unsafe to unpack: paths that lead out of the folder, links, names that are one, bombs."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_UNPACKED = 4 << 30
"""Bytes that an archive may unpack to."""

MOST_SQUEEZED = 200
"""So many times smaller than its files an archive is at most; zeros alone come near 1,000."""

WORTH_A_LOOK = 256 << 20
"""Bytes below which it does not matter how much an archive is squeezed."""

_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


class ArchiveMember(NamedTuple):
    """A file in an archive; `size` is in bytes, `odd` what it is where it is no file: a link, a device."""

    name: str
    size: int
    odd: str | None = None
    locked: bool = False


def unsafe(members: Sequence[zipfile.ZipInfo]) -> str | None:
    """Why nobody should unpack the zip archive, naming the file; None where it is safe."""
    return unsafe_members([of_zip(each) for each in members], sum(each.compress_size for each in members))


def unsafe_members(members: Sequence[ArchiveMember], packed: int) -> str | None:
    """The same of any archive that was packed into so many bytes."""
    return next(_reasons(members, packed), None)


def of_zip(member: zipfile.ZipInfo) -> ArchiveMember:
    """A file as a zip archive lists it."""
    odd = "link" if stat.S_ISLNK(member.external_attr >> 16) else None
    return ArchiveMember(member.filename, member.file_size, odd=odd, locked=bool(member.flag_bits & 1))


def is_too_much(unpacked: int, packed: int) -> bool:
    """Whether so many bytes are no honest content of an archive of that size."""
    return unpacked > most_unpacked(packed)


def most_unpacked(packed: int) -> int:
    """Bytes that an archive of that size may unpack to."""
    return min(MOST_UNPACKED, max(WORTH_A_LOOK, packed * MOST_SQUEEZED))


def _reasons(members: Sequence[ArchiveMember], packed: int) -> Iterator[str]:
    for member in members:
        if _leads_out(member.name):
            yield f'has a file "{member.name}" that would be written outside its folder'
        if member.odd:
            yield f'has a {member.odd} "{member.name}" where a file should be'
    seen: dict[str, str] = {}
    for name in (member.name for member in members):
        if name == seen.get(name.casefold()):
            yield f'has two files of one name, "{name}"'
        elif before := seen.get(name.casefold()):
            yield f'has two files that differ in capitals alone, "{before}" and "{name}"'
        seen[name.casefold()] = name
    unpacked = sum(each.size for each in members)
    if is_too_much(unpacked, packed):
        yield f"would unpack to {unpacked >> 20:,} MB"


def _leads_out(name: str) -> bool:
    return bool(_ABSOLUTE.match(name)) or ".." in re.split(r"[/\\]", name)
