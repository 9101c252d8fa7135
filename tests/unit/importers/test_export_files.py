"""Names of files in exports: whatever they say, nothing outside the export's folder is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import aclpub2_folder, written
from hostile_text import HOSTILE
from proceedings.importers.aclpub2 import read
from proceedings.importers.export_files import copied_name, file_in, leads_outside


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A folder with a file, and beside it one that is not the export's."""
    (tmp_path / "export").mkdir()
    (tmp_path / "export/7.pdf").write_bytes(b"7")
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "export/link.pdf").symlink_to(tmp_path / "secret")
    return tmp_path / "export"


def test_a_file_of_the_export_is_found_by_its_name(export: Path) -> None:
    assert file_in(export, "7.pdf") == export / "7.pdf" and file_in(export, "./7.pdf")


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "link.pdf", "x/../../secret"])
def test_what_leads_outside_is_not_taken(export: Path, name: str) -> None:
    assert file_in(export, name) is None and leads_outside(export, name)


@pytest.mark.parametrize("name", ["", ".", "no.pdf", "a\0b", "\ud800", "W" * 5000, *HOSTILE])
def test_no_name_breaks_the_import(export: Path, name: str) -> None:
    assert file_in(export, name) is None


def test_a_logo_outside_the_export_does_not_come_into_the_edition(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = aclpub2_folder(tmp_path / "export", sponsors="- {tier: Gold, logos: [../secret.png, good;1.png]}\n")
    (folder / "good;1.png").write_bytes(b"logo")
    export = read(folder)
    assert [sponsor.logo for sponsor in export.edition.sponsors] == [None, "sponsors/good-1.png"]
    assert list(export.beside) == ["metadata/sponsors/good-1.png"]


def test_two_pictures_of_one_name_stay_two(tmp_path: Path) -> None:
    talks = "".join(f"- {{title: {each}, speaker_name: Ada Sample, photo: {each}/ada.jpg}}\n" for each in "abb")
    folder = aclpub2_folder(tmp_path, invited_talks=talks)
    written(folder, {"a/ada.jpg": b"a", "b/ada.jpg": b"b"})
    export = read(folder)
    assert [talk.photo for talk in export.edition.keynotes] == ["photos/ada.jpg", *["photos/ada-2.jpg"] * 2]
    assert export.beside["metadata/photos/ada-2.jpg"] == folder / "b/ada.jpg"


def test_a_copy_has_a_name_that_every_system_takes() -> None:
    assert copied_name(Path("export/Ada’s logo (2).PNG")) == "Ada-s logo (2).PNG"
