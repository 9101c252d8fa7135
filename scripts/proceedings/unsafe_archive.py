"""What makes an archive unsafe to unpack: paths that lead out of the folder, links, names that are one, bombs."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator, Sequence

MOST_UNPACKED = 4 << 30
"""Bytes that an archive may unpack to."""

MOST_SQUEEZED = 200
"""So many times smaller than its files an archive is at most; zeros alone come near 1,000."""

WORTH_A_LOOK = 256 << 20
"""Bytes below which it does not matter how much an archive is squeezed."""

_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


def unsafe(members: Sequence[zipfile.ZipInfo]) -> str | None:
    """Why nobody should unpack the archive, naming the file; None where it is safe."""
    return next(_reasons(members), None)


def _reasons(members: Sequence[zipfile.ZipInfo]) -> Iterator[str]:
    for member in members:
        if _leads_out(member.filename):
            yield f'has a file "{member.filename}" that would be written outside its folder'
        if stat.S_ISLNK(member.external_attr >> 16):
            yield f'has a link "{member.filename}" where a file should be'
    seen: dict[str, str] = {}
    for name in (member.filename for member in members):
        if name == seen.get(name.casefold()):
            yield f'has two files of one name, "{name}"'
        elif before := seen.get(name.casefold()):
            yield f'has two files that differ in capitals alone, "{before}" and "{name}"'
        seen[name.casefold()] = name
    unpacked, packed = sum(each.file_size for each in members), sum(each.compress_size for each in members)
    if unpacked > MOST_UNPACKED or unpacked > max(WORTH_A_LOOK, packed * MOST_SQUEEZED):
        yield f"would unpack to {unpacked >> 20:,} MB"


def _leads_out(name: str) -> bool:
    return bool(_ABSOLUTE.match(name)) or ".." in re.split(r"[/\\]", name)
