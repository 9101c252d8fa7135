"""Reads an archive of sources within bounds: what is in it, what the document is made from, and what it lacks."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from proceedings.companions.tex_files import is_main, missing_files, title_of, without_comments
from proceedings.records.companions import CompiledPdf, SourceFacts, SourceKind
from proceedings.unsafe_archive import unsafe

MOST_FILES = 20_000
MOST_OF_A_TEXT = 4 << 20
MOST_OF_ALL_TEXTS = 32 << 20
MOST_OF_A_PDF = 64 << 20
"""Bytes that are unpacked at most; what is larger is passed over."""

WORD_PROCESSORS = frozenset({".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf", ".pages"})
OTHER_MAINS = frozenset({".typ"})
ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"})
JUNK = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".git"})
NAMED = 5

UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, NotImplementedError)
"""What the library raises for archives that are cut, locked or packed in ways it does not know."""


def read_archive(path: Path, file: str) -> SourceFacts:
    """Facts of the archive at `path`, known as `file` in messages. Nothing in it raises."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _facts(archive, file)
    except zipfile.BadZipFile:
        return SourceFacts(file=file, problem=_what_it_is(path))
    except UNREADABLE as error:
        return SourceFacts(file=file, problem=f"cannot be unpacked ({type(error).__name__})")


def _what_it_is(path: Path) -> str:
    with path.open("rb") as opened:
        start = opened.read(8)
    known = {b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7z archive", b"\x1f\x8b": "a gzip archive", b"%PDF": "a PDF"}
    kind = next((name for mark, name in known.items() if start.startswith(mark)), None)
    if not start:
        return "is empty"
    return f"is {kind}, not a zip archive" if kind else "is no zip archive, or was cut"


def _facts(archive: zipfile.ZipFile, file: str) -> SourceFacts:
    members = [each for each in archive.infolist() if not each.is_dir() and not is_junk(each.filename)]
    names = sorted(each.filename for each in members)
    if not members:
        return SourceFacts(file=file, problem="holds no file")
    if len(members) > MOST_FILES:
        return SourceFacts(file=file, problem=f"holds more than {MOST_FILES:,} files")
    if any(each.flag_bits & 1 for each in members):
        return SourceFacts(file=file, problem="opens only with a password")
    if reason := unsafe(members):
        return SourceFacts(file=file, problem=reason)
    texts = dict(_texts(archive, members))
    mains = _mains(names, texts, PurePosixPath(file).stem)
    kind = _kind(mains)
    return SourceFacts(
        file=file,
        kind=kind,
        mains=mains,
        titles=tuple(dict.fromkeys(_titles(mains, texts))),
        missing=missing_files(mains[0], texts, names) if kind == "latex" and len(mains) == 1 else (),
        compiled=tuple(_compiled(archive, members, mains)),
        held=tuple(_first_names(names)),
    )


def is_junk(name: str) -> bool:
    """Whether an operating system or an editor put the file there."""
    parts = PurePosixPath(name).parts
    return any(part in JUNK or part.startswith("._") for part in parts)


def _texts(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """Every TeX file by its name, without comments."""
    left = MOST_OF_ALL_TEXTS
    for member in members:
        if PurePosixPath(member.filename).suffix.lower() in {".tex", ".ltx"} and left > 0:
            content = _unpacked(archive, member, min(MOST_OF_A_TEXT, left))
            left -= len(content)
            yield member.filename, without_comments(_decoded(content))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """A member's bytes; empty where it has more than `limit`, whatever it claims."""
    with archive.open(member) as opened:
        content = opened.read(limit + 1)
    return content if len(content) <= limit else b""


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _mains(names: Sequence[str], texts: Mapping[str, str], stem: str) -> tuple[str, ...]:
    """What documents are made from: LaTeX goes before a word processor's files; one named like the paper before all."""
    latex = [name for name in names if name in texts and is_main(texts[name])]
    word = [name for name in names if PurePosixPath(name).suffix.lower() in WORD_PROCESSORS]
    other = [name for name in names if PurePosixPath(name).suffix.lower() in OTHER_MAINS]
    mains = latex or word or other
    named_so = [name for name in mains if PurePosixPath(name).stem == stem]
    return tuple(named_so if len(named_so) == 1 else mains)


def _kind(mains: Sequence[str]) -> SourceKind:
    endings = {PurePosixPath(name).suffix.lower() for name in mains}
    if endings & {".tex", ".ltx"}:
        return "latex"
    return "word-processor" if endings & WORD_PROCESSORS else "other"


def _titles(mains: Sequence[str], texts: Mapping[str, str]) -> Iterator[str]:
    fragments = [fragment for name in mains if (fragment := title_of(texts.get(name, "")))]
    if fragments:
        from proceedings.importers.latex import left_commands, plain_text  # here, because most archives need it not

        for fragment in fragments:
            words = plain_text(fragment)
            if words and not left_commands(words):
                yield words


def _compiled(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], mains: Sequence[str]
) -> Iterator[CompiledPdf]:
    """PDFs that are named like a main file: beside it, or in any folder of the archive."""
    stems = {PurePosixPath(name).stem for name in mains}
    for member in members:
        path = PurePosixPath(member.filename)
        if path.suffix.lower() == ".pdf" and path.stem in stems:
            content = _unpacked(archive, member, MOST_OF_A_PDF)
            if content:
                from proceedings.companions.pdf_companions import page_count

                digest = hashlib.sha256(content).hexdigest()
                yield CompiledPdf(name=member.filename, sha256=digest, pages=page_count(content))


def _first_names(names: Sequence[str]) -> Iterator[str]:
    yield from names[:NAMED]
    if len(names) > NAMED:
        yield f"{len(names) - NAMED:,} more"
