"""The files of an archive of sources, whatever packed it: zip, tar, or no archive but one document."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol, cast

from proceedings.papers_folder import DOCUMENTS, TARS, UNKNOWN, source_ending
from proceedings.unsafe_archive import ArchiveMember, is_too_much, most_unpacked, of_zip

MOST_FILES = 20_000

LARGEST_READ = 65 << 20
"""Bytes of a tar that are read at once: no header is longer, and no file that is looked into."""

UNREADABLE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)
"""What the libraries raise for archives that are cut, locked or packed in ways they do not know."""

PACKERS: Mapping[bytes, Callable[[Path], IO[bytes]]] = {
    b"\x1f\x8b": cast("Callable[[Path], IO[bytes]]", gzip.GzipFile),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
"""What a packed tar begins with, whatever its name ends in, and how it is opened."""

BEGINNINGS = {
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"PK\x03\x04": "a zip archive",
    b"%PDF": "a PDF",
}
DOCUMENT_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rt", b"\xef\xbb\xbf{\\rt", b"<?xml")
"""What the files of word processors begin with: a zip, a compound file, RTF, flat XML."""

JUNK = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".git"})


class NoArchiveError(Exception):
    """The file is not what its name says; the message is a clause about it."""


class OpenArchive(Protocol):
    """An archive that is open: its files without folders and junk, and the bytes that it was packed into."""

    members: list[ArchiveMember]
    packed: int

    def open(self, member: ArchiveMember) -> IO[bytes]:
        """The bytes of a file."""
        ...


@contextmanager
def opened_archive(path: Path) -> Iterator[OpenArchive]:
    """The archive at `path`, by the ending of its name. Raises NoArchiveError, and what is UNREADABLE."""
    ending = source_ending(path.name)
    if path.stat().st_size == 0:
        raise NoArchiveError("is empty")
    if ending in UNKNOWN:
        is_zip = zipfile.is_zipfile(path)
        raise NoArchiveError("is a zip archive under another name" if is_zip else _what_it_is(path, "zip"))
    if ending in DOCUMENTS:
        yield _Document(path)
    elif ending in TARS:
        with _as_tar(path) as tar:
            yield _Tar(tar, path.stat().st_size)
    else:
        with _as_zip(path) as archive:
            yield _Zip(archive)


def is_junk(name: str) -> bool:
    """Whether an operating system or an editor put the file there."""
    parts = PurePosixPath(name).parts
    return any(part in JUNK or part.startswith("._") for part in parts)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        files = [each for each in archive.infolist() if not each.is_dir() and not is_junk(each.filename)]
        self._archive, self._entries = archive, dict(zip(map(of_zip, files), files, strict=True))
        self.members = list(map(of_zip, files))
        self.packed = sum(each.compress_size for each in files)

    def open(self, member: ArchiveMember) -> IO[bytes]:
        return self._archive.open(self._entries[member])


class _Tar:
    """Its files are listed up to the first that is too much: those behind it could only be seen by unpacking it."""

    def __init__(self, tar: tarfile.TarFile, packed: int) -> None:
        self._tar, self.packed = tar, packed
        self._entries: dict[ArchiveMember, tarfile.TarInfo] = {}
        self.members: list[ArchiveMember] = []
        unpacked = 0
        for entry in tar:
            member = _of_tar(entry)
            if entry.isdir() or is_junk(member.name):
                continue
            self.members.append(member)
            self._entries[member] = entry
            unpacked += member.size
            if is_too_much(unpacked, packed) or len(self.members) > MOST_FILES:
                return
        if _goes_on(tar):
            raise tarfile.ReadError("a header that cannot be read")

    def open(self, member: ArchiveMember) -> IO[bytes]:
        return self._tar.extractfile(self._entries[member]) or io.BytesIO()


class _Document:
    """One file of a word processor, which is its own only member."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as opened:
            if not opened.read(8).startswith(DOCUMENT_BEGINNINGS):
                raise NoArchiveError("is no document of a word processor, or was cut")
        self._path, self.packed = path, path.stat().st_size
        self.members = [ArchiveMember(path.name, self.packed)]

    def open(self, member: ArchiveMember) -> IO[bytes]:  # noqa: ARG002 (the only one)
        return self._path.open("rb")


class _Bounded:
    """A tar, unpacked as it is read: neither more at once nor farther than an honest one needs."""

    def __init__(self, content: IO[bytes], most: int) -> None:
        self._content, self._most = content, most
        self.tell = content.tell

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= LARGEST_READ or self.tell() > self._most:
            raise tarfile.ReadError("more than an archive of sources holds")
        return self._content.read(size)

    def seek(self, position: int, whence: int = 0) -> int:
        if position > self._most:
            raise tarfile.ReadError("more than an archive of sources holds")
        return self._content.seek(position, whence)


def _as_zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise NoArchiveError(_what_it_is(path, "zip")) from error


@contextmanager
def _as_tar(path: Path) -> Iterator[tarfile.TarFile]:
    packed = path.stat().st_size
    with _unpacking(path) as content:
        bounded = cast("IO[bytes]", _Bounded(content, most_unpacked(packed) + LARGEST_READ))
        try:
            opening = tarfile.TarFile(fileobj=bounded, encoding="utf-8", errors="surrogateescape")
        except (tarfile.TarError, OSError, EOFError) as error:
            raise NoArchiveError(_what_it_is(path, "tar")) from error
        with opening as tar:
            yield tar


def _unpacking(path: Path) -> IO[bytes]:
    with path.open("rb") as opened:
        start = opened.read(8)
    packer = next((how for mark, how in PACKERS.items() if start.startswith(mark)), None)
    return packer(path) if packer else path.open("rb")


def _what_it_is(path: Path, wanted: str) -> str:
    with path.open("rb") as opened:
        start = opened.read(8)
    kind = next((name for mark, name in BEGINNINGS.items() if start.startswith(mark)), None)
    if kind in (None, f"a {wanted} archive") or (wanted == "tar" and start.startswith(tuple(PACKERS))):
        return f"is no {wanted} archive, or was cut"
    return f"is {kind}, not a {wanted} archive"


def _goes_on(tar: tarfile.TarFile) -> bool:
    """Whether there is something behind the last file that was listed: the reader stops at what it cannot read."""
    if tar.fileobj is None:
        return False
    tar.fileobj.seek(tar.offset)
    return bool(tar.fileobj.read(tarfile.BLOCKSIZE).strip(b"\0"))


def _of_tar(entry: tarfile.TarInfo) -> ArchiveMember:
    odd = None if entry.isreg() else "link" if entry.issym() or entry.islnk() else "device"
    return ArchiveMember(_readable(entry.name).removeprefix("./"), entry.size, odd=odd)


def _readable(name: str) -> str:
    """A name in whatever letters it was packed: UTF-8, else those of western Europe."""
    raw = name.encode("utf-8", "surrogateescape")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
