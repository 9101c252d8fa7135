"""The ACL Anthology's bundle: stamped papers, a front matter whose contents lead to them, records that read back."""

from __future__ import annotations

import datetime
import io
import zlib
from pathlib import Path

import msgspec
import pikepdf
import pytest
from lxml import etree
from pypdf import PdfReader

import oracles
from bundle_makers import built, pack, packed, two_papers
from pdf_makers import paper_pdf
from proceedings.importers.aclpub2 import read
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition, Waiver
from proceedings.records.paper import PaperFiles
from proceedings.records.placement import Pagination, TypesetPart
from proceedings.records.programme import Session, Talk
from proceedings.records.record_files import read_records, write_file, write_records
from proceedings.records.volume import Event
from proceedings.typesetting.front_matter import front_matter
from tag_reading import accessibility_problems

SCHEMA = Path(__file__).with_name("anthology.rng")
DAY = datetime.date(2019, 6, 20)
EVENT = Event(name="Workshop on Sums & Parts", acronym="OW", place="Ghent, Belgium", start=DAY, end=DAY)


def of_acl(**volume: object) -> Edition:
    """Two papers in sessions with hours, a break between them, and a keynote."""
    edition = two_papers("acl", **({"event": EVENT, "isbn": "978-3-16-148410-0"} | volume))
    sessions = (
        Session(
            title="Scale", papers=("12",), date=DAY, time="09:30–10:20", chairs=("Ed Itor",), times={"12": "09:30"}
        ),
        Session(title="Storage", papers=("7",), date=DAY, time="10:40–11:00", room="Aula"),
        Session(title="Lunch", date=DAY, time="12:00–13:00"),
    )
    keynote = Talk(
        title="On 50 % of All", speaker="Ada Öz", date=DAY, time="14:00", room="Aula", abstract="It’s all.\n\nOr 1/2."
    )
    papers = tuple(
        msgspec.structs.replace(each, abstract="Costs 5 % & $x^2$.", awards=("Best",)) for each in edition.papers
    )
    return msgspec.structs.replace(edition, papers=papers, sessions=sessions, keynotes=(keynote,))


def bound(place: Path, edition: Edition) -> Path:
    """The folder of the edition with a volume, its printed front matter, and stamped papers."""
    output = place / "output"
    pagination = read_records(output / "work/pagination.json", Pagination)
    back = [("Author Index", 9, "author_index")]
    content, part = front_matter(edition, pagination, load_policy("acl"), place / "metadata", back)
    write_file(output / "work/parts/front_matter.pdf", content)
    write_records(output / "work/parts/front_matter.json", part)
    paper_pdf(output / "proceedings.pdf", pages=5)
    (output / "papers").mkdir()
    for each in edition.papers:
        paper_pdf(output / f"papers/{each.id}.pdf", title="Stamped")
    return place


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = bound(built(tmp_path_factory.mktemp("acl"), of_acl()), of_acl())
    (place / "papers/12-supplement.zip").write_bytes(b"PK")
    assert pack(place, "acl") == 0
    return place


def anthology(place: Path) -> etree._Element:
    return etree.fromstring(packed(place)["anthology.xml"])


def test_the_papers_are_the_stamped_ones_with_forms_and_attachments_beside_them(folder: Path) -> None:
    held = packed(folder)
    for id in ("12", "7"):
        assert held[f"watermarked_pdfs/{id}.pdf"] == (folder / f"output/papers/{id}.pdf").read_bytes()
        assert held[f"watermarked_pdfs/{id}.pdf"] != (folder / f"papers/{id}.pdf").read_bytes()
        assert held[f"copyright/{id}.pdf"] == (folder / f"papers/{id}-rights.pdf").read_bytes()
    assert held["attachments/12-supplement.zip"] == b"PK"
    assert held["proceedings.pdf"] == (folder / "output/proceedings.pdf").read_bytes()


def test_the_contents_of_the_front_matter_open_the_papers_beside_it(folder: Path) -> None:
    with pikepdf.Pdf.open(io.BytesIO(packed(folder)["watermarked_pdfs/0.pdf"])) as pdf:
        contents = list(pdf.pages[-2].obj.Annots)
        within = [pdf.pages.index(pikepdf.Page(each.Dest[0])) for each in contents if "/Dest" in each]
        assert within[0] == 4, "the preface is in the file"
        assert {(str(each.A.S), str(each.A.F), int(each.A.D[0])) for each in contents if "/A" in each} == {
            ("/GoToR", "12.pdf", 0),
            ("/GoToR", "7.pdf", 0),
        }, "the author index is not"


def test_the_front_matter_alone_keeps_its_outline_labels_and_tags(folder: Path) -> None:
    content = packed(folder)["watermarked_pdfs/0.pdf"]
    front = PdfReader(io.BytesIO(content))
    marks = {each.title: front.page_labels[front.get_destination_page_number(each)] for each in front.outline}
    assert list(marks) == [
        "Cover",
        "Title Page",
        "Preface",
        "Organisation",
        "Awards",
        "Keynote",
        "Programme",
        "Contents",
    ]
    assert (marks["Cover"], marks["Title Page"], marks["Preface"]) == ("i", "iii", "v")
    assert accessibility_problems(content) == []
    assert front.metadata and front.metadata.title == "Our Workshop: Front Matter"


def test_the_records_in_the_bundle_read_back(folder: Path, tmp_path: Path) -> None:
    for name, content in packed(folder).items():
        if name.startswith(("inputs/", "attachments/")):
            file = tmp_path / name.removeprefix("inputs/")
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
    once = read(tmp_path).edition
    given = of_acl()
    assert [each.title for each in once.papers] == [each.title for each in given.papers]
    assert once.papers[0].files.supplements == ("12-supplement.zip",)
    assert (once.sessions, once.keynotes, once.volume.event) == (given.sessions, given.keynotes, given.volume.event)


def test_the_anthologys_file_holds_to_its_schema(folder: Path) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    assert schema.validate(anthology(folder)), schema.error_log


@oracles.needed
def test_the_anthologys_own_schema_finds_nothing_wrong(folder: Path) -> None:
    assert oracles.anthology_faults(anthology(folder)) == []


def test_papers_count_in_their_order_and_bear_the_digest_of_their_files(folder: Path) -> None:
    found, held = anthology(folder), packed(folder)
    assert found.get("id") == "2019.ow"
    papers = found.findall("volume/paper")
    assert [each.get("id") for each in papers] == ["1", "2"]
    assert papers[0].find("pdf").get("hash") == f"{zlib.crc32(held['watermarked_pdfs/12.pdf']):08x}"
    assert papers[0].findtext("attachment") == "12-supplement.zip"
    keys = [each.text for each in found.iter("bibkey")]
    assert len(set(keys)) == 3
    assert papers[0].findtext("title/tex-math") == "O(n^2)"
    assert [each.findtext("last") for each in papers[0].findall("author")] == ["van der Berg Jr.", "Mausam", "Trần"]
    assert b"@example.org" not in held["anthology.xml"]


def test_all_that_is_missing_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = of_acl(event=Event(acronym="OW"))
    first, second = bare.papers
    bare = msgspec.structs.replace(bare, papers=(first, msgspec.structs.replace(second, authors=())))
    assert pack(folder, "acl", bare, "refused") == 1
    assert [line.strip() for line in capsys.readouterr().err.splitlines()[1:-1]] == [
        "metadata/proceedings.yml does not say `event.place`.",
        "metadata/proceedings.yml does not say `event.start`.",
        "metadata/papers/7.yml does not say `authors`.",
    ]


def test_two_runs_make_the_same_bytes_and_no_acceptance_is_claimed(folder: Path) -> None:
    assert pack(folder, "acl", of_acl(), "again") == 0
    assert (folder / "again.zip").read_bytes() == (folder / "bundle.zip").read_bytes()
    assert "Nobody at the ACL has confirmed" in packed(folder)["README.txt"].decode()


def test_every_supplement_is_its_own_papers_under_a_name_of_its_own(folder: Path) -> None:
    given = of_acl()
    for each in given.papers:
        (folder / f"papers/{each.id}").mkdir()
        (folder / f"papers/{each.id}/more.zip").write_bytes(each.id.encode())
    papers = tuple(
        msgspec.structs.replace(each, files=PaperFiles(supplements=(f"{each.id}/more.zip",))) for each in given.papers
    )
    assert pack(folder, "acl", msgspec.structs.replace(given, papers=papers), "named") == 0
    held = packed(folder, "named")
    assert (held["attachments/12-more.zip"], held["attachments/7-more.zip"]) == (b"12", b"7")
    found = etree.fromstring(held["anthology.xml"])
    assert [each.text for each in found.iter("attachment")] == ["12-more.zip", "7-more.zip"]
    assert b"file: 7-more.zip" in held["inputs/papers.yml"]


def test_a_supplement_of_a_paper_with_a_longer_id_is_not_that_of_the_shorter_one(tmp_path: Path) -> None:
    given = of_acl()
    first, second = given.papers
    longer = msgspec.structs.replace(second, id="12-b")
    sessions = (given.sessions[0], msgspec.structs.replace(given.sessions[1], papers=("12-b",)))
    edition = msgspec.structs.replace(given, papers=(first, longer), sessions=sessions)
    place = built(tmp_path / "edition", edition)
    bound(place, edition)
    (place / "papers/12-b-supplement.zip").write_bytes(b"PK")
    assert pack(place, "acl") == 0
    one, other = anthology(place).findall("volume/paper")
    assert one.find("attachment") is None
    assert other.findtext("attachment") == "12-b-supplement.zip"


def test_without_front_matter_there_is_no_file_of_it_and_none_is_spoken_of(tmp_path: Path) -> None:
    waived = (Waiver(code="publisher-precondition", reason="agreed"),)
    edition = msgspec.structs.replace(of_acl(), waivers=waived)
    place = built(tmp_path / "edition", edition)
    bound(place, edition)
    write_records(place / "output/work/parts/front_matter.json", TypesetPart())
    assert pack(place, "acl") == 0
    held = packed(place)
    assert "watermarked_pdfs/0.pdf" not in held
    assert anthology(place).find("volume/frontmatter") is None
    assert "0.pdf beside them" not in held["README.txt"].decode()


def test_what_is_not_archival_is_told_to_be_in_the_records_alone(folder: Path) -> None:
    given = of_acl()
    poster = msgspec.structs.replace(given.papers[0], id="99", status="non-archival")
    assert pack(folder, "acl", msgspec.structs.replace(given, papers=(*given.papers, poster)), "poster") == 0
    held = packed(folder, "poster")
    assert "watermarked_pdfs/99.pdf" not in held and b'id: "99"' in held["inputs/papers.yml"]
    assert "Not archival, and therefore in inputs/ alone: 99." in held["README.txt"].decode()


def test_what_is_pending_stays_out_of_the_records_and_a_subtitle_in(folder: Path) -> None:
    given = of_acl(isbn="pending")
    papers = (msgspec.structs.replace(given.papers[0], subtitle="A Sequel"), given.papers[1])
    assert pack(folder, "acl", msgspec.structs.replace(given, papers=papers), "pending") == 0
    held = packed(folder, "pending")
    assert b"pending" not in held["inputs/conference_details.yml"]
    assert b": A Sequel" in held["inputs/papers.yml"]
