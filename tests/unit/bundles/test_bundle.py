from __future__ import annotations

import datetime
import hashlib
import zipfile
from pathlib import Path

from proceedings.bundles.bundle import manifest, write_bundle


def test_a_bundle_has_the_same_bytes_whatever_the_order_and_the_clock(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.5")
    day = datetime.date(2019, 6, 20)
    write_bundle(tmp_path / "1.zip", {"x/a.pdf": tmp_path / "a.pdf", "x/b.txt": b"b" * 99}, day)
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a.pdf").chmod(0o600)
    write_bundle(tmp_path / "2.zip", {"x/b.txt": b"b" * 99, "x/a.pdf": tmp_path / "a.pdf"}, day)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_members_are_dated_by_the_edition_and_readable_by_all(tmp_path: Path) -> None:
    write_bundle(tmp_path / "1.zip", {"a": b"a"}, datetime.date(2019, 6, 20))
    write_bundle(tmp_path / "2.zip", {"a": b"a"}, None)
    with zipfile.ZipFile(tmp_path / "1.zip") as one, zipfile.ZipFile(tmp_path / "2.zip") as two:
        assert one.infolist()[0].date_time == (2019, 6, 20, 0, 0, 0)
        assert two.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
        assert one.infolist()[0].external_attr >> 16 == 0o100644


def test_nothing_is_left_beside_a_finished_bundle(tmp_path: Path) -> None:
    write_bundle(tmp_path / "bundle" / "archive.zip", {"a": b"a"}, None)
    assert [path.name for path in (tmp_path / "bundle").iterdir()] == ["archive.zip"]


def test_a_manifest_line_is_hash_two_spaces_path() -> None:
    assert manifest({"b": b"b", "a": b"a"}).decode().splitlines() == [
        f"{hashlib.sha256(b'a').hexdigest()}  a",
        f"{hashlib.sha256(b'b').hexdigest()}  b",
    ]
