"""The bundle for the editor of a joint volume."""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from pathlib import Path

import msgspec
import pytest

from builders import edition, facts, paper
from proceedings.bundles import joint
from proceedings.bundles.bundle import BundleSources, IncompleteDeliveryError, write_bundle
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.record_files import write_records
from proceedings.records.volume import PartOf, Volume

TOP = "ow2019-joint/"


def part(publisher: str = "springer") -> Edition:
    volume = Volume(title="Our Workshop", acronym="OW", year=2019, publisher=publisher, part_of=PartOf(first_page=211))
    texts = (FrontMatterText(stem="preface", title="Preface", markdown="Hello."),)
    day = datetime.date(2019, 6, 20)
    return edition(paper("a"), paper("b"), volume=volume, front_matter=texts, printed_date=day)


@pytest.fixture
def sources(tmp_path: Path) -> BundleSources:
    """A built part: paper a with its sources and form, paper b that has not come."""
    for name in ("papers/a.pdf", "papers/a.zip", "papers/a-rights.pdf", "output/papers/a.pdf"):
        put(tmp_path / name, name)
    put(tmp_path / "output/editorial/README.txt", "Our Workshop\n")
    put(tmp_path / "output/editorial/papers.csv", "number\n")
    put(tmp_path / "metadata/front_matter/preface.md", "# Preface\n")
    came = facts("a", sha256=hashlib.sha256(b"papers/a.pdf").hexdigest())
    write_records(tmp_path / "facts.json", [came])
    return BundleSources(
        output=tmp_path / "output",
        metadata=tmp_path / "metadata",
        papers=tmp_path / "papers",
        pagination=assign_pages(part(), {"a": came}),
        facts=(tmp_path / "facts.json",),
    )


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def packed(of: Edition, sources: BundleSources, folder: Path) -> dict[str, bytes]:
    joint.write(of, sources, folder / "joint.zip")
    with zipfile.ZipFile(folder / "joint.zip") as bundle:
        return {name.removeprefix(TOP): bundle.read(name) for name in bundle.namelist()}


def test_it_holds_the_editorial_texts_the_preface_and_the_authors_own_files(
    sources: BundleSources, tmp_path: Path
) -> None:
    held = packed(part(), sources, tmp_path)
    assert set(held) == {
        *("README.txt", "papers.csv", "front_matter/preface.md", "manifest-sha256.txt"),
        *("papers/a.pdf", "papers/a.zip", "papers/a-rights.pdf"),
    }
    assert held["papers/a.pdf"] == b"papers/a.pdf"
    assert "byte for byte" in held["README.txt"].decode()


@pytest.mark.parametrize(
    ("publisher", "pdf", "sent"), [("ieee", b"papers/a.pdf", 2), ("own", b"output/papers/a.pdf", 2)]
)
def test_which_files_are_sent_is_the_publishers_policy(
    sources: BundleSources, tmp_path: Path, publisher: str, pdf: bytes, sent: int
) -> None:
    held = packed(part(publisher), sources, tmp_path)
    assert held["papers/a.pdf"] == pdf
    assert sum(name.startswith("papers/") for name in held) == sent


def test_the_manifest_holds_for_every_file(sources: BundleSources, tmp_path: Path) -> None:
    held = packed(part(), sources, tmp_path)
    lines = [line.split("  ") for line in held.pop("manifest-sha256.txt").decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(content).hexdigest() for name, content in held.items()
    }


def test_two_bundles_of_the_same_files_are_the_same_bytes(sources: BundleSources, tmp_path: Path) -> None:
    packed(part(), sources, tmp_path)
    first = (tmp_path / "joint.zip").read_bytes()
    (sources.papers / "a.pdf").touch()
    packed(part(), sources, tmp_path)
    assert (tmp_path / "joint.zip").read_bytes() == first


def test_a_file_that_is_not_the_one_that_was_checked_is_refused(sources: BundleSources, tmp_path: Path) -> None:
    put(sources.papers / "a.pdf", "another one")
    with pytest.raises(IncompleteDeliveryError, match=r"papers/a\.pdf is not the file that was checked"):
        joint.write(part(), sources, tmp_path / "joint.zip")
    assert not (tmp_path / "joint.zip").exists()


def test_without_the_editorial_folder_it_is_refused(sources: BundleSources, tmp_path: Path) -> None:
    bare = msgspec.structs.replace(sources, output=tmp_path / "elsewhere")
    with pytest.raises(IncompleteDeliveryError, match=r"editorial/ is not built yet\. Next: "):
        joint.write(part(), bare, tmp_path / "joint.zip")


def test_a_bundle_that_does_not_read_back_as_listed_is_not_handed_over(tmp_path: Path) -> None:
    listed = f"{hashlib.sha256(b'as listed').hexdigest()}  a.pdf\n".encode()
    with pytest.raises(IncompleteDeliveryError, match=r"a\.pdf changed while 1\.zip was packed"):
        write_bundle(tmp_path / "1.zip", {"x/a.pdf": b"otherwise", "x/manifest-sha256.txt": listed}, None)
    assert not list(tmp_path.iterdir())
