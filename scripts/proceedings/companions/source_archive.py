"""Reads sources within bounds: what is in it, what the document is made from, and what it lacks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from proceedings.companions.archive_files import (
    MOST_FILES,
    UNREADABLE,
    NoArchiveError,
    OpenArchive,
    opened_archive,
)
from proceedings.companions.tex_files import is_main, missing_files, title_of, without_comments
from proceedings.papers_folder import source_ending
from proceedings.records.companions import CompiledPdf, SourceFacts, SourceKind
from proceedings.unsafe_archive import ArchiveMember, unsafe_members

MOST_OF_A_TEXT = 4 << 20
MOST_OF_ALL_TEXTS = 32 << 20
MOST_OF_A_PDF = 64 << 20
"""Bytes that are unpacked at most; what is larger is passed over."""

WORD_PROCESSORS = frozenset({".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf", ".pages"})
OTHER_MAINS = frozenset({".typ"})
NAMED = 5


def read_archive(path: Path, file: str) -> SourceFacts:
    """Facts of the sources at `path`, known as `file` in messages. Nothing in it raises."""
    try:
        with opened_archive(path) as archive:
            return _facts(archive, file)
    except NoArchiveError as error:
        return SourceFacts(file=file, problem=str(error))
    except UNREADABLE as error:
        return SourceFacts(file=file, problem=f"cannot be unpacked ({type(error).__name__})")


def _facts(archive: OpenArchive, file: str) -> SourceFacts:
    members = archive.members
    names = sorted(each.name for each in members)
    if not members:
        return SourceFacts(file=file, problem="holds no file")
    if len(members) > MOST_FILES:
        return SourceFacts(file=file, problem=f"holds more than {MOST_FILES:,} files")
    if any(each.locked for each in members):
        return SourceFacts(file=file, problem="opens only with a password")
    if reason := unsafe_members(members, archive.packed):
        return SourceFacts(file=file, problem=reason)
    texts = dict(_texts(archive))
    mains = _mains(names, texts, PurePosixPath(file).name.removesuffix(source_ending(file) or ""))
    kind = _kind(mains)
    return SourceFacts(
        file=file,
        kind=kind,
        mains=mains,
        titles=tuple(dict.fromkeys(_titles(mains, texts))),
        missing=missing_files(mains[0], texts, names) if kind == "latex" and len(mains) == 1 else (),
        compiled=tuple(_compiled(archive, mains)),
        held=tuple(_first_names(names)),
    )


def _texts(archive: OpenArchive) -> Iterator[tuple[str, str]]:
    """Every TeX file by its name, without comments."""
    left = MOST_OF_ALL_TEXTS
    for member in archive.members:
        if PurePosixPath(member.name).suffix.lower() in {".tex", ".ltx"} and left > 0:
            content = _unpacked(archive, member, min(MOST_OF_A_TEXT, left))
            left -= len(content)
            yield member.name, without_comments(_decoded(content))


def _unpacked(archive: OpenArchive, member: ArchiveMember, limit: int) -> bytes:
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


def _compiled(archive: OpenArchive, mains: Sequence[str]) -> Iterator[CompiledPdf]:
    """PDFs that are named like a main file: beside it, or in any folder of the archive."""
    stems = {PurePosixPath(name).stem for name in mains}
    for member in archive.members:
        path = PurePosixPath(member.name)
        if path.suffix.lower() == ".pdf" and path.stem in stems:
            content = _unpacked(archive, member, MOST_OF_A_PDF)
            if content:
                from proceedings.companions.pdf_companions import page_count

                digest = hashlib.sha256(content).hexdigest()
                yield CompiledPdf(name=member.name, sha256=digest, pages=page_count(content))


def _first_names(names: Sequence[str]) -> Iterator[str]:
    yield from names[:NAMED]
    if len(names) > NAMED:
        yield f"{len(names) - NAMED:,} more"
