"""Every bundle checks itself before it is packed: whatever is taken away of what it must hold is told by name."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from bundle_makers import ada, built, pack, packed, two_papers
from proceedings.bundles.acl_xml import anthology_xml
from proceedings.records.edition import Edition, Waiver
from proceedings.records.paper import Paper, Rights
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_records
from proceedings.records.volume import Event, IeeeNumbers, PartOf

DAY = datetime.date(2019, 6, 20)
EVENT = Event(name="Workshop on Sums", acronym="OW", place="Ghent", start=DAY, url="https://a.b/")
REQUIRED = ("proceedings.pdf", "papers.csv", "proof.json", "findings.json", "proceedings.bib")

Change = Callable[[Edition], Edition]


def whole(publisher: str) -> Edition:
    """An edition that lacks nothing that any publisher asks for."""
    edition = two_papers(publisher, event=EVENT, ieee=IeeeNumbers(conference_record="51234", part_number="CFP19-ART"))
    papers = tuple(msgspec.structs.replace(each, abstract="Of sums.") for each in edition.papers)
    return msgspec.structs.replace(edition, papers=papers)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = built(tmp_path_factory.mktemp("edition"), whole("springer"))
    for name in REQUIRED:
        (place / "output" / name).write_text(name)
    return place


def volume(**fields: Any) -> Change:
    return lambda edition: msgspec.structs.replace(edition, volume=msgspec.structs.replace(edition.volume, **fields))


def event(**fields: Any) -> Change:
    return volume(event=msgspec.structs.replace(EVENT, **fields))


def first(**fields: Any) -> Change:
    def changed(edition: Edition) -> Edition:
        paper, *others = edition.papers
        return msgspec.structs.replace(edition, papers=(msgspec.structs.replace(paper, **fields), *others))

    return changed


def anonymous(paper: Paper) -> tuple[Any, ...]:
    return tuple(msgspec.structs.replace(each, corresponding=False) for each in paper.authors)


NO_TITLE = (first(title=""), "metadata/papers/12.yml does not say `title`.")
NO_VOLUME_TITLE = (volume(title=""), "metadata/proceedings.yml does not say `title`.")
NO_CONTACT = (
    first(authors=anonymous(whole("acm").papers[0])),
    "paper 12 has no corresponding author: {} asks for exactly one, with an e-mail address.",
)
TWO_CONTACTS = (
    first(authors=(ada(), ada(email="b@example.org"))),
    "paper 12 has 2 corresponding authors: {} asks for exactly one, with an e-mail address.",
)
NO_ADDRESS = (first(authors=(ada(email=None),)), "the corresponding author of paper 12 has no e-mail address.")

METADATA: dict[str, list[tuple[Change, str]]] = {
    "springer": [NO_TITLE, NO_VOLUME_TITLE, NO_CONTACT, TWO_CONTACTS, NO_ADDRESS],
    "acm": [NO_TITLE, NO_VOLUME_TITLE, NO_CONTACT, TWO_CONTACTS, NO_ADDRESS],
    "ieee": [
        NO_TITLE,
        NO_VOLUME_TITLE,
        (volume(year=None), "metadata/proceedings.yml does not say `year`."),
        (first(authors=()), "metadata/papers/12.yml does not say `authors`."),
    ],
    "pmlr": [
        NO_TITLE,
        NO_VOLUME_TITLE,
        (volume(year=None), "metadata/proceedings.yml does not say `year`."),
        (volume(editors=()), "metadata/proceedings.yml does not say `editors`."),
        (event(start=None), "metadata/proceedings.yml does not say `event.start`."),
        (event(place=None), "metadata/proceedings.yml does not say `event.place`."),
        (first(abstract=None), "metadata/papers/12.yml does not say `abstract`."),
        (first(authors=()), "metadata/papers/12.yml does not say `authors`."),
    ],
}
CASES = [(publisher, change, words) for publisher, each in METADATA.items() for change, words in each]
NAMES = {"springer": "Springer", "acm": "ACM"}


@pytest.mark.parametrize("publisher", ["springer", "acm", "ieee", "pmlr", "joint", "archive"])
def test_what_is_whole_is_packed(folder: Path, publisher: str) -> None:
    assert pack(folder, publisher, whole("springer" if publisher in ("joint", "archive") else publisher), "whole") == 0
    readme = " ".join(packed(folder, "whole")["README.txt"].decode().split())
    assert "Prepared " in readme and ("confirmed" in readme or publisher == "joint")
    assert "guarantee" not in readme and "is accepted by" not in readme and "complies" not in readme


@pytest.mark.parametrize(
    ("publisher", "change", "words"), CASES, ids=[f"{who}-{n}" for n, (who, *_) in enumerate(CASES)]
)
def test_what_the_metadata_no_longer_say_is_told_and_nothing_is_packed(
    folder: Path, publisher: str, change: Change, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pack(folder, publisher, change(whole(publisher)), "without") == 1
    assert f"  {words.format(NAMES.get(publisher, ''))}" in capsys.readouterr().err.splitlines()
    assert not (folder / "without.zip").exists()


@pytest.mark.parametrize(
    ("publisher", "file", "words"),
    [
        ("springer", "papers/12.zip", "papers/12.zip is missing: Springer builds from sources."),
        ("springer", "papers/12-rights.pdf", "papers/12-rights.pdf is missing: Springer asks for the signed licence"),
        ("acm", "papers/12.zip", "papers/12.zip is missing: ACM builds from sources."),
        *((each, "output/editorial/README.txt", "is not built yet") for each in ("springer", "acm", "ieee", "joint")),
        *(("archive", f"output/{name}", "not built yet") for name in REQUIRED),
    ],
)
def test_a_file_that_is_taken_away_is_told_and_nothing_is_packed(
    folder: Path, publisher: str, file: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = (folder / file).rename(folder / "taken")
    try:
        edition = whole("springer" if publisher in ("joint", "archive") else publisher)
        assert pack(folder, publisher, edition, "without") == 1
    finally:
        taken.rename(folder / file)
    assert words in capsys.readouterr().err
    assert not (folder / "without.zip").exists()


@pytest.mark.parametrize("publisher", ["springer", "acm", "ceur", "ieee", "pmlr", "joint", "archive"])
def test_neither_umask_nor_zone_nor_language_nor_clock_changes_a_byte(
    folder: Path, publisher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = whole("springer" if publisher in ("joint", "archive") else publisher)
    assert pack(folder, publisher, edition, "here") == 0
    for name, value in {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "HOME": "/nobody"}.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    before = os.umask(0o077)
    try:
        for path in (folder / "papers").iterdir():
            path.chmod(0o600)
            os.utime(path, (0, 0))
        assert pack(folder, publisher, edition, "elsewhere") == 0
    finally:
        os.umask(before)
        monkeypatch.undo()
        time.tzset()
    assert (folder / "elsewhere.zip").read_bytes() == (folder / "here.zip").read_bytes()


def test_another_pdf_than_was_checked_is_packed_for_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = (folder / "papers/12.pdf").read_bytes()
    (folder / "papers/12.pdf").write_bytes(content + b"\n")
    try:
        refused = {each: pack(folder, each, whole(each), "without") for each in ("springer", "acm", "ieee", "pmlr")}
    finally:
        (folder / "papers/12.pdf").write_bytes(content)
    assert set(refused.values()) == {1}
    assert capsys.readouterr().err.count("papers/12.pdf is not the file that was checked") == 4


def test_the_editor_of_a_joint_volume_is_told_what_its_publisher_will_ask_for(folder: Path) -> None:
    taken = (folder / "papers/12-rights.pdf").rename(folder / "taken")
    try:
        assert pack(folder, "joint", TWO_CONTACTS[0](whole("springer")), "joint") == 0
    finally:
        taken.rename(folder / "papers/12-rights.pdf")
    readme = packed(folder, "joint")["README.txt"].decode()
    assert "Still missing, by what Springer asks of papers:\n- papers/12-rights.pdf is missing" in readme
    assert "- paper 12 has 2 corresponding authors" in readme


def test_a_form_that_was_signed_for_another_publisher_is_sent_to_nobody(folder: Path) -> None:
    for publisher in ("springer", "ieee", "pmlr", "acm"):
        assert pack(folder, publisher, whole("ceur"), "other") == 0
        held = packed(folder, "other")
        assert not any(name.endswith("-rights.pdf") or name.startswith("permissions/") for name in held)
    assert pack(folder, "springer", whole("ceur"), "other") == 0
    assert "the forms of this edition are signed for CEUR-WS" in packed(folder, "other")["README.txt"].decode()


def test_a_form_of_a_publishers_own_variant_is_packed_whoever_publishes_the_volume(folder: Path) -> None:
    signed = first(rights=Rights(form="own", variant="ntp"))(whole("springer"))
    assert pack(folder, "ceur", signed, "variant") == 0
    assert [each for each in packed(folder, "variant") if each.startswith("agreements/")] == ["agreements/paper1.pdf"]


@pytest.mark.parametrize("publisher", ["springer", "acm", "ieee", "pmlr", "ceur", "joint"])
def test_a_pdf_that_has_gone_since_it_was_checked_is_told(
    folder: Path, publisher: str, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = (folder / "papers/12.pdf").rename(folder / "taken")
    try:
        assert pack(folder, publisher, whole("springer"), "gone") == 1
    finally:
        taken.rename(folder / "papers/12.pdf")
    assert "the PDF of paper 12 is not there any more. Next: snakemake bundle" in capsys.readouterr().err


@pytest.mark.parametrize("publisher", ["acm", "ceur", "pmlr"])
def test_no_address_in_an_abstract_is_handed_over(folder: Path, publisher: str) -> None:
    told = first(abstract="Ask nobody@example.org.")(whole(publisher))
    assert pack(folder, publisher, told, "told") == 0
    assert not any(b"nobody@example.org" in content for content in packed(folder, "told").values())


def test_a_volume_without_a_year_has_that_of_its_event(folder: Path) -> None:
    waived = (Waiver(code="metadata-missing", reason="agreed"),)
    undated = msgspec.structs.replace(volume(year=None)(whole("pmlr")), waivers=waived)
    assert pack(folder, "pmlr", undated, "undated") == 0
    assert "van-der-berg19a.pdf" in packed(folder, "undated")
    assert b"year = {2019}" in packed(folder, "undated")["ow.bib"]
    assert b'<collection id="2019.ow">' in anthology_xml(undated, [], {}, {})


def test_a_packing_list_has_the_whole_title(folder: Path) -> None:
    assert pack(folder, "ieee", first(subtitle="A Sequel")(whole("ieee")), "sequel") == 0
    held = packed(folder, "sequel")
    assert b"Fast & Slow: $O(n^2)$: A Sequel" in held["packing-list.csv"]


def test_an_affiliation_that_an_author_names_twice_stands_once_in_every_list(folder: Path) -> None:
    twice = first(authors=(ada(affiliations=("ghent", "ghent")),))(whole("acm"))
    assert pack(folder, "acm", twice, "twice") == 0
    record = packed(folder, "twice")["erights.xml"].decode().partition("</paper>")[0]
    assert record.count("<affiliation>") == 1


@pytest.mark.parametrize("publisher", ["springer", "ceur", "pmlr"])
def test_a_readme_speaks_of_no_folder_of_forms_that_is_not_there(folder: Path, publisher: str) -> None:
    assert pack(folder, publisher, whole("acm"), "unsigned") == 0
    readme = packed(folder, "unsigned")["README.txt"].decode()
    assert not any(words in readme for words in ("signed licence", "agreements/", "permissions/"))
    assert pack(folder, publisher, whole(publisher), "signed") == 0
    readme = packed(folder, "signed")["README.txt"].decode()
    assert any(words in readme for words in ("signed licence", "agreements/", "permissions/"))


@pytest.mark.parametrize("publisher", ["springer", "ceur", "pmlr"])
def test_a_paper_that_is_not_packed_is_told_with_the_reason(folder: Path, publisher: str) -> None:
    record = folder / "output/work/pagination.json"
    content, pagination = record.read_bytes(), read_records(record, Pagination)
    present, away = pagination.placements
    placements = (present, msgspec.structs.replace(away, standing="missing"))
    write_records(record, msgspec.structs.replace(pagination, placements=placements))
    try:
        assert pack(folder, publisher, volume(collected_by="publisher")(whole(publisher)), "away") == 0
    finally:
        record.write_bytes(content)
    assert "- Paper 7 is not packed: with the publisher.\n" in packed(folder, "away")["README.txt"].decode()


def test_a_part_of_a_joint_volume_has_series_and_numbers_of_that_book_on_its_title_page(folder: Path) -> None:
    book = PartOf(title="All Workshops", series="LNCS", number="11887", isbn="978-3-030-34355-2", first_page=211)
    assert pack(folder, "springer", volume(part_of=book)(whole("springer")), "part") == 0
    page = packed(folder, "part")["frontmatter/title-page.md"].decode()
    told = ("A part of All Workshops", "Series: LNCS", "Volume: 11887", "Year: 2019", "ISBN: 978-3-030-34355-2")
    assert all(f"- {each}\n" in page for each in told)
