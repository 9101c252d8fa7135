"""Writes bundles: zip files that are the same bytes on every run, whatever machine and day."""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TypeAlias

from proceedings.bibliography.bibtex import volume_key
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record import Record
from proceedings.records.record_files import written_aside
from proceedings.wording import listed_briefly

Member: TypeAlias = Path | bytes
"""What a bundle holds under a name: a file as it is, or bytes."""

OLDEST = datetime.date(1980, 1, 1)
"""The first day that a zip can name."""

SQUEEZED = frozenset(
    {".pdf", ".zip", ".png", ".jpg", ".jpeg", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz", ".rar", ".7z", ".woff2"}
)
"""Endings of files that are compressed already and are stored as they are."""

MANIFEST = "manifest-sha256.txt"

PART = 1 << 20
"""Bytes of a file that are read at a time."""


class IncompleteDeliveryError(Exception):
    """Something that the bundle must hold is not there."""


class BundleSources(Record):
    """What is packed: the folders of the edition, the places of its papers, and the records of their facts.

    `output` has the deliverables, `metadata` the edition's metadata, `papers` the files as they came.
    """

    output: Path = Path("output")
    metadata: Path = Path("metadata")
    papers: Path = Path("papers")
    pagination: Pagination = Pagination()
    facts: tuple[Path, ...] = ()


def write_bundle(path: Path, members: Mapping[str, Member], day: datetime.date | None) -> None:
    """Write a zip atomically, as `zipped` does, and read it back. Raises IncompleteDeliveryError.

    Every member has the digest that the manifest among them gives it: a file that changed meanwhile is no delivery.
    """
    with written_aside(path) as aside:
        zipped(aside, members, day)
        if altered := list(unlike_manifest(aside)):
            one = "it does" if len(altered) == 1 else "they do"
            fact = f"{listed_briefly(altered)} changed while {path.name} was packed: {one} not read back as listed."
            raise IncompleteDeliveryError(f"{fact} Next: snakemake bundle")


def write_with_manifest(path: Path, receiver: str, members: Mapping[str, Member], edition: Edition) -> int:
    """Write the bundle that a receiver gets, below a folder of the volume's and its name, and with a manifest.

    Returns how many files it delivers beside the manifest. Raises IncompleteDeliveryError.
    """
    whole = {**members, MANIFEST: manifest(members)}
    top = f"{volume_key(edition.volume)}-{receiver}"
    write_bundle(path, {f"{top}/{name}": member for name, member in whole.items()}, delivery_date(edition))
    return len(members)


def unlike_manifest(path: Path) -> Iterator[str]:
    """The files of a bundle that are otherwise than its manifest lists them; nothing where it has none."""
    with zipfile.ZipFile(path) as bundle:
        for name in (name for name in bundle.namelist() if name.count("/") == 1 and name.endswith(f"/{MANIFEST}")):
            for line in bundle.read(name).decode().splitlines():
                digest, _, member = line.partition("  ")
                with bundle.open(f"{name.removesuffix(MANIFEST)}{member}") as opened:
                    if _hex_digest(_parts_of(opened)) != digest:
                        yield member


def zipped(target: Path | IO[bytes], members: Mapping[str, Member], day: datetime.date | None) -> None:
    """Write a zip: members in order of their names, each dated `day`, readable by all."""
    with zipfile.ZipFile(target, "w") as bundle:
        for name in sorted(members):
            _add(bundle, name, members[name], max(day or OLDEST, OLDEST))


def sha256_of(member: Member) -> str:
    """The SHA-256 of a file or of bytes, in hex."""
    return _hex_digest(_parts(member))


def size_of(member: Member) -> int:
    """Bytes of a file or of bytes."""
    return len(member) if isinstance(member, bytes) else member.stat().st_size


def manifest(members: Mapping[str, Member]) -> bytes:
    """`<hex>  <path>`, one line a member, in order of the paths."""
    return "".join(f"{sha256_of(members[name])}  {name}\n" for name in sorted(members)).encode()


def delivery_date(edition: Edition) -> datetime.date | None:
    """The day that the bundle is dated: that of all its files, never the clock's."""
    return edition.printed_date


def _add(bundle: zipfile.ZipFile, name: str, member: Member, day: datetime.date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system = 3  # Unix, also where the bundle is made on another system
    entry.external_attr = 0o100644 << 16
    squeezed = Path(name).suffix.lower() in SQUEEZED
    entry.compress_type = zipfile.ZIP_STORED if squeezed else zipfile.ZIP_DEFLATED
    entry.file_size = size_of(member)
    with bundle.open(entry, "w") as target:
        for part in _parts(member):
            target.write(part)


def _hex_digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _parts(member: Member) -> Iterator[bytes]:
    if isinstance(member, bytes):
        yield member
        return
    with member.open("rb") as opened:
        yield from _parts_of(opened)


def _parts_of(opened: IO[bytes]) -> Iterator[bytes]:
    while part := opened.read(PART):
        yield part
