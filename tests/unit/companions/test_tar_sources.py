"""Sources that came as a tar, or as one document: found, read and held to the rules of a zip."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from builders import paper
from proceedings.companions.listing import companion_files, source_of
from proceedings.companions.source_archive import read_archive
from proceedings.companions.unpacking import UnsafeArchiveError, archive_names, unpacked

MAIN = "\\documentclass{llncs}\\title{Bound by Hand}\\begin{document}\\includegraphics{plot}\\end{document}"
FILES = {"./paper/017.tex": MAIN, "./paper/plot.png": "png", "./paper/._017.tex": ""}


def packed(path: Path, files: dict[str, str], *odd: tarfile.TarInfo, mode: str = "w:gz") -> Path:
    """A tar of text files, and of what is no file."""
    with tarfile.open(path, mode) as tar:  # type: ignore[call-overload]  # a mode by the ending
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            tar.addfile(entry, io.BytesIO(text.encode()))
        for entry in odd:
            tar.addfile(entry)
    return path


def odd(name: str, kind: bytes) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, "/etc/passwd"
    return entry


@pytest.mark.parametrize(
    ("name", "mode"),
    [("017.tar.gz", "w:gz"), ("017.TGZ", "w:gz"), ("017.tar", "w"), ("017.tar.bz2", "w:bz2"), ("017.txz", "w:xz")],
)
def test_a_tar_is_read_like_a_zip_however_it_is_packed(tmp_path: Path, name: str, mode: str) -> None:
    packed(tmp_path / name, FILES, mode=mode)
    assert companion_files(tmp_path, ["017"]) == (name,)
    assert source_of(paper("017"), [name]) == name
    facts = read_archive(tmp_path / name, name)
    assert (facts.problem, facts.mains, facts.titles) == (None, ("paper/017.tex",), ("Bound by Hand",))
    assert facts.missing == ()
    inside = unpacked(tmp_path / name, tmp_path / "aside")
    assert {each: file.read_text() for each, file in inside.items()} == {
        "paper/017.tex": MAIN, "paper/plot.png": "png"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("../evil.tex", 'has a file "../evil.tex" that would be written outside its folder'),
        ("/etc/evil.tex", 'has a file "/etc/evil.tex" that would be written outside its folder'),
        (".//etc/evil.tex", 'has a file "/etc/evil.tex" that would be written outside its folder'),
        ("paper/PLOT.png", 'has two files that differ in capitals alone, "paper/plot.png" and "paper/PLOT.png"'),
        ("paper/plot.png", 'has two files of one name, "paper/plot.png"'),
        (odd("paper/to", tarfile.SYMTYPE), 'has a link "paper/to" where a file should be'),
        (odd("paper/to", tarfile.LNKTYPE), 'has a link "paper/to" where a file should be'),
        (odd("paper/pipe", tarfile.FIFOTYPE), 'has a device "paper/pipe" where a file should be'),
    ],
)
def test_what_would_be_unsafe_to_unpack_is_named(tmp_path: Path, member: str | tarfile.TarInfo, words: str) -> None:
    strange = [member] if isinstance(member, tarfile.TarInfo) else []
    path = packed(tmp_path / "017.tgz", FILES, *strange)
    if isinstance(member, str):
        with tarfile.open(tmp_path / "017.tgz", "w:gz") as tar:
            for name in ("./paper/plot.png", member):
                tar.addfile(tarfile.TarInfo(name))
    assert read_archive(path, path.name).problem == words
    with pytest.raises(UnsafeArchiveError, match="has"):
        archive_names(path)
    assert [each.name for each in tmp_path.iterdir()] == ["017.tgz"]


def test_a_bomb_is_told_by_its_first_file_that_is_too_much(tmp_path: Path) -> None:
    big = tarfile.TarInfo("zeros")
    big.size = 1 << 40
    (tmp_path / "017.tar.gz").write_bytes(_gzipped(big.tobuf() + bytes(1 << 16)))
    assert read_archive(tmp_path / "017.tar.gz", "017.tar.gz").problem == "would unpack to 1,048,576 MB"


def test_a_header_that_says_it_is_endless_is_not_read(tmp_path: Path) -> None:
    long = tarfile.TarInfo("x")
    long.type, long.size = tarfile.XHDTYPE, 8 << 30
    (tmp_path / "017.tgz").write_bytes(_gzipped(long.tobuf() + bytes(1 << 16)))
    assert read_archive(tmp_path / "017.tgz", "017.tgz").problem == "is no tar archive, or was cut"


def _gzipped(content: bytes) -> bytes:
    import gzip

    return gzip.compress(content)


def test_a_cut_tar_and_what_is_none_say_so(tmp_path: Path) -> None:
    whole = packed(tmp_path / "017.tar.gz", {"a.tex": MAIN, "b.txt": "0123456789" * 9_000}).read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(whole[: len(whole) // 2])
    assert "cannot be unpacked" in (read_archive(tmp_path / "cut.tar.gz", "cut.tar.gz").problem or "")
    plain = bytearray(packed(tmp_path / "017.tar", FILES, mode="w").read_bytes())
    plain[2 * tarfile.BLOCKSIZE + 10] ^= 1
    (tmp_path / "bent.tar").write_bytes(plain)
    assert read_archive(tmp_path / "bent.tar", "bent.tar").problem == "cannot be unpacked (ReadError)"
    (tmp_path / "text.tgz").write_bytes(_gzipped(MAIN.encode()))
    (tmp_path / "zip.tar").write_bytes(b"PK\x03\x04rest")
    (tmp_path / "017.rar").write_bytes(b"Rar!\x1a\x07\x00rest")
    told = {name: read_archive(tmp_path / name, name).problem for name in ("text.tgz", "zip.tar", "017.rar")}
    assert told == {
        "text.tgz": "is no tar archive, or was cut",
        "zip.tar": "is a zip archive, not a tar archive",
        "017.rar": "is a RAR archive, not a zip archive",
    }
    assert source_of(paper("017"), ["017.rar", "017.tar.gz"]) == "017.tar.gz"
    with zipfile.ZipFile(tmp_path / "021.rar", "w") as made:
        made.writestr("a.tex", MAIN)
    assert read_archive(tmp_path / "021.rar", "021.rar").problem == "is a zip archive under another name"


def test_letters_of_western_europe_in_a_name_are_read(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "017.tar", "w", encoding="latin-1", format=tarfile.USTAR_FORMAT) as tar:
        tar.addfile(tarfile.TarInfo("paper/Größe.tex"))
    assert read_archive(tmp_path / "017.tar", "017.tar").held == ("paper/Größe.tex",)


def test_one_document_of_a_word_processor_is_sources_enough(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "017.docx", "w") as made:
        made.writestr("word/document.xml", "<w:document/>")
    (tmp_path / "021.rtf").write_bytes(b"{\\rtf1 Bound by hand}")
    (tmp_path / "024.docx").write_bytes(b"<html>Sign in</html>")
    assert companion_files(tmp_path, []) == ("017.docx", "021.rtf", "024.docx")
    facts = [read_archive(tmp_path / name, name) for name in ("017.docx", "021.rtf")]
    assert [(each.kind, each.mains, each.problem) for each in facts] == [
        ("word-processor", ("017.docx",), None),
        ("word-processor", ("021.rtf",), None),
    ]
    assert read_archive(tmp_path / "024.docx", "024.docx").problem == "is no document of a word processor, or was cut"
    assert set(unpacked(tmp_path / "017.docx", tmp_path / "aside")) == {"017.docx"}
