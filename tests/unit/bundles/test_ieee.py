"""IEEE's bundle: certified files go byte for byte, whatever was repaired or stamped for the volume."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf
import pytest

import pdf_defects as defects
from builders import edition, paper
from bundle_publisher import main as bundle_publisher
from inspect_papers import main as inspect_papers
from pdf_makers import edit_pdf, paper_pdf
from proceedings.checks.copyright_notices import ieee_code, ieee_holder
from proceedings.pagination import assign_pages
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts, TextLine
from proceedings.records.paper import Rights
from proceedings.records.record_files import read_records, write_records
from proceedings.records.repair import RepairOrder
from proceedings.records.volume import IeeeNumbers, Volume
from repair_papers import main as repair_papers
from write_editorial import main as write_editorial

MARK = "Certified by IEEE PDFeXpress at 05/12/2019 10:15:32 AM"
DAY = "D:20190512101532-04'00'"
LATER = "D:20190601080000Z"
TOP = "ow2019-ieee/"
NUMBERS = IeeeNumbers(conference_record="51234", part_number="CFP19A12-ART")
CODE = "979-8-3503-7608-1/19/$31.00 ©2019 Crown"


def certified(path: Path, *, modified: str = DAY) -> Path:
    """A paper as PDF eXpress returns it."""

    def certify(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo.update({"/Creator": MARK, "/CreationDate": DAY, "/ModDate": modified})

    return edit_pdf(path, certify)


def of_four() -> Edition:
    form = Rights(form="ieee-ecf", variant="crown", signed=datetime.date(2019, 5, 11))
    papers = (paper("good", rights=form), paper("mended"), paper("void"), paper("bare"), paper("late"))
    volume = Volume(title="Our Workshop", acronym="OW", year=2019, publisher="ieee", ieee=NUMBERS)
    return edition(*papers, volume=volume)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Papers certified, certified and changed since, and not certified; attachments are taken out for the volume."""
    place = tmp_path_factory.mktemp("edition")
    (place / "papers").mkdir()
    certified(defects.with_attachment(place / "papers/good.pdf"))
    certified(paper_pdf(place / "papers/void.pdf"), modified=LATER)
    paper_pdf(place / "papers/good-rights.pdf")
    defects.with_attachment(place / "papers/mended.pdf")
    paper_pdf(place / "papers/bare.pdf")
    ids = [each.id for each in of_four().papers]
    order = msgspec.json.encode(RepairOrder(kinds=("attachments",))).decode()
    work = place / "output/work"
    mended = ["--order", order, "--papers", str(place / "papers"), "--folder", str(work / "repaired/00")]
    assert repair_papers([*mended, "--output", str(work / "repaired/00.json"), *ids]) == 0
    given = ["--folder", str(place / "papers"), "--output", str(work / "facts/00.json"), "--kept", str(work / "kept")]
    assert inspect_papers([*given, "--repaired", str(work / "repaired/00.json"), "--", *ids]) == 0
    facts = {each.paper: each for each in read_records(work / "facts/00.json", list[PaperFacts])}
    write_records(work / "papers.json", of_four())
    write_records(work / "pagination.json", assign_pages(of_four(), facts))
    records = ["--edition", str(work / "papers.json"), "--pagination", str(work / "pagination.json")]
    papers = ["--papers", str(place / "papers")]
    assert write_editorial([*records, *papers, "--folder", str(place / "output/editorial")]) == 0
    packing = [*records, *papers, "--facts-folder", str(work / "facts"), "--folder", str(place / "output")]
    assert bundle_publisher([*packing, "--publisher", "ieee", "--output", str(place / "ieee.zip")]) == 0
    yield place


def packed(folder: Path, name: str = "ieee.zip") -> dict[str, bytes]:
    with zipfile.ZipFile(folder / name) as bundle:
        return {name.removeprefix(TOP): bundle.read(name) for name in bundle.namelist()}


def packing_list(folder: Path, name: str = "ieee.zip") -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(packed(folder, name)["packing-list.csv"].decode("utf-8-sig")))
    return {row["paper"]: row for row in rows}


def test_every_paper_is_the_authors_file_byte_for_byte(folder: Path) -> None:
    held = packed(folder)
    for name in ("good", "mended", "void", "bare"):
        assert held[f"papers/{name}.pdf"] == (folder / f"papers/{name}.pdf").read_bytes()


def test_a_repaired_file_takes_no_authors_files_place_and_a_certified_one_is_never_repaired(folder: Path) -> None:
    repaired = list((folder / "output/work/repaired/00").iterdir())
    assert [path.name for path in repaired] == ["mended.pdf"]
    assert repaired[0].read_bytes() != packed(folder)["papers/mended.pdf"]


def test_the_packing_list_says_what_is_certified_and_gives_the_digest_of_each_file(folder: Path) -> None:
    rows = packing_list(folder)
    assert {id: row["certified"] for id, row in rows.items()} == {
        "good": "yes", "mended": "no", "void": "void", "bare": "no", "late": ""
    }  # fmt: skip
    assert rows["good"]["certificate"] == MARK
    form = ("ecf", "signed", "form", "form_variant")
    assert [rows["good"][name] for name in form] == ["received", "2019-05-11", "ieee-ecf", "crown"]
    assert [rows["bare"][name] for name in form] == ["not received", "", "", ""]
    digest = hashlib.sha256((folder / "papers/good.pdf").read_bytes()).hexdigest()
    assert rows["good"]["sha256"] == digest
    assert f"{digest}  papers/good.pdf\n" in packed(folder)["manifest-sha256.txt"].decode()


def test_a_paper_without_a_file_is_listed_and_not_packed(folder: Path) -> None:
    late = packing_list(folder)["late"]
    assert (late["state"], late["file"], late["sha256"]) == ("missing", "", "")
    assert "papers/late.pdf" not in packed(folder)


def test_the_readme_counts_and_names_and_claims_no_acceptance(folder: Path) -> None:
    words = " ".join(packed(folder)["README.txt"].decode().split())
    told = (
        "1 certified by IEEE PDF eXpress, 2 not certified (mended and bare) and 1 changed after certification (void)."
    )
    assert f"5 papers: {told} Without a file: late (missing)." in words
    assert "Prepared from public descriptions" in words and "nobody at IEEE has confirmed" in words
    assert {"frontmatter/contents.md", "frontmatter/authors.csv"} <= set(packed(folder))


def test_the_readme_says_what_is_still_missing_and_by_which_numbers_ieee_knows_the_proceedings(folder: Path) -> None:
    readme = packed(folder)["README.txt"].decode()
    assert "- No electronic copyright form is on record: mended, void and bare." in readme
    assert "- Without a certificate of IEEE PDF eXpress, " in readme
    assert "ISBN: not given yet\nConference record number: 51234\nPart number: CFP19A12-ART\n" in readme
    assert "- Part number: CFP19A12-ART" in packed(folder)["frontmatter/title-page.md"].decode()


def test_the_notice_is_listed_as_page_1_prints_it() -> None:
    lines = [TextLine(text="Our Workshop"), TextLine(text=f"{CODE} 1")]
    assert (ieee_holder(lines), ieee_code(lines)) == ("Crown", CODE)
    assert ieee_code([TextLine(text="No notice at all")]) == ""


def test_the_author_index_has_everybody_with_their_first_pages(folder: Path) -> None:
    assert packed(folder)["frontmatter/author-index.md"].decode() == (
        "# Author Index\n\n- Sample, Ada: 1, 5, 9, 13, 17\n"
    )


@pytest.mark.parametrize(
    ("publisher", "variant", "sent"), [("ieee", None, True), ("springer", None, False), ("springer", "crown", True)]
)
def test_a_form_that_was_signed_for_another_publisher_stays_in_the_house(
    folder: Path, publisher: str, variant: str | None, sent: bool
) -> None:
    work, records = folder / "output/work", folder / "other.json"
    first, *others = of_four().papers
    signed = msgspec.structs.replace(first, rights=Rights(signer="Ada Sample", variant=variant))
    volume = msgspec.structs.replace(of_four().volume, publisher=publisher)
    write_records(records, msgspec.structs.replace(of_four(), volume=volume, papers=(signed, *others)))
    about = ["--edition", str(records), "--pagination", str(work / "pagination.json")]
    places = ["--papers", str(folder / "papers"), "--facts-folder", str(work / "facts")]
    packing = [*about, *places, "--folder", str(folder / "output"), "--publisher", "ieee"]
    assert bundle_publisher([*packing, "--output", str(folder / "other.zip")]) == 0
    assert packing_list(folder, "other.zip")["good"]["ecf"] == ("received" if sent else "not received")
    assert ("papers/good-rights.pdf" in packed(folder, "other.zip")) is sent
