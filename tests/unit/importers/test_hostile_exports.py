"""What nobody should have sent: refused by name, or told, and nothing is written outside the edition."""

from __future__ import annotations

import random
import struct
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from easychair_exports import EASYCHAIR_SYSTEMS
from export_makers import PDF, as_json, damaged, doubted, hotcrp_paper, written
from few_examples import few
from import_submissions import main
from json_exports import JSON_SYSTEMS
from mapped_exports import MAPPED_SYSTEMS
from proceedings.importers import read_source
from proceedings.importers.hostile_files import OUTSIDE, UNSAFE
from proceedings.importers.imported import SourceError
from proceedings.records.paper import Affiliation, Author, Paper
from system_exports import System
from table_exports import TABLE_SYSTEMS

SYSTEMS = EASYCHAIR_SYSTEMS | JSON_SYSTEMS | TABLE_SYSTEMS | MAPPED_SYSTEMS
FEW = few(4, smaller=False)

ADA = Author(given="Ada", family="Sample", email="ada@example.org", affiliations=("a",), corresponding=True)
PAPERS = [
    Paper(id=number, title=title, authors=(ADA,), affiliations={"a": Affiliation(name="Gent", country="BE")})
    for number, title in (("7", "Fast Training"), ("12", "Slow Training"))
]


def sent(system: System, folder: Path) -> Path:
    """Two papers as the system exports them; what is given to the importer."""
    papers = [
        Paper(id=system.numbered(each.id), title=each.title, authors=each.authors, affiliations=each.affiliations)
        for each in PAPERS
    ]
    return system.write(papers, folder)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@FEW
@given(st.integers(0, 10**6))
def test_a_damaged_export_is_an_edition_or_one_line_and_touches_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    for name, system in SYSTEMS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            source = sent(system, folder / "export")
            path = chance.choice(sorted(each for each in (folder / "export").rglob("*") if each.is_file()))
            path.write_bytes(next(damaged(path.read_bytes(), chance, 1)))
            before = everything(folder)
            status = main([system.kind, str(source), str(folder / "edition")])
            after = everything(folder)
            made = after.keys() - before.keys()
            assert {key: after[key] for key in before} == before, name
            assert all(each.startswith("edition/") for each in made), name
            assert bool(made) is not bool(status), name


def link(path: Path, target: str | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_link_that_leads_out_of_the_export_is_not_followed(name: str, tmp_path: Path) -> None:
    system = SYSTEMS[name]
    source = sent(system, tmp_path / "export")
    folder = source if source.is_dir() else source.parent
    (tmp_path / "secret.pdf").write_bytes(PDF)
    number = system.numbered("7")
    link(folder / number / "7.pdf" if "lncs" in name else folder / f"{number}.pdf", tmp_path / "secret.pdf")
    export = read_source(system.kind, source)
    assert number not in export.pdfs
    assert f"{OUTSIDE}: " in doubted(export)


@pytest.mark.parametrize("source", [".", "../export", "../../chair/export"])
def test_the_files_of_an_export_that_is_named_by_a_relative_path_are_taken(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "chair/export"
    written(export, {"CONF-data.json": as_json(hotcrp_paper(7)), "7.pdf": PDF})
    monkeypatch.chdir(export)
    assert {*read_source("hotcrp", Path(source)).pdfs} == {"7"}


def archive(path: Path, *members: str | zipfile.ZipInfo) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for member in ("main.tex", *members):
            made.writestr(member, "")


def symbolic_link() -> zipfile.ZipInfo:
    member = zipfile.ZipInfo("paper/data")
    member.create_system, member.external_attr = 3, 0o120777 << 16
    return member


HOSTILE = (
    ("../evil.tex", 'has a file "../evil.tex" that would be written outside its folder'),
    ("/etc/evil", 'has a file "/etc/evil" that'),
    (symbolic_link(), 'has a link "paper/data"'),
    ("Main.TEX", 'two files that differ in capitals alone, "main.tex" and "Main.TEX"'),
)


@pytest.mark.parametrize(("member", "words"), HOSTILE)
def test_an_archive_that_nobody_should_unpack_is_told_and_stays_packed(
    member: str | zipfile.ZipInfo, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = sent(SYSTEMS["easychair, lncs"], tmp_path / "export")
    archive(source / "99990007/sources.zip", member)
    assert main(["easychair", str(source), str(tmp_path / "edition")]) == 0
    said = capsys.readouterr().err
    assert UNSAFE in said and words in said
    assert {path.name for path in tmp_path.iterdir()} == {"export", "edition"}
    assert sorted(path.name for path in (tmp_path / "edition/papers").iterdir()) == ["99990007.zip"]


def test_a_bomb_is_told_before_anybody_unpacks_it(tmp_path: Path) -> None:
    source = written(tmp_path, {"d-data.json": as_json([hotcrp_paper(source={"content_file": "7.zip", "hash": "x"})])})
    with zipfile.ZipFile(tmp_path / "7.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("zeros", bytes(54_321))
    content = (tmp_path / "7.zip").read_bytes()
    (tmp_path / "7.zip").write_bytes(content.replace(struct.pack("<I", 54_321), struct.pack("<I", 257 << 20)))
    assert f"{UNSAFE}: 7.zip would unpack to 257 MB" in doubted(read_source("hotcrp", source))


def with_member(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """The workbook with a member that is new, or changed."""
    with zipfile.ZipFile(path) as book:
        members = {each: book.read(each) for each in book.namelist()}
    members[name] = change(members.get(name, b""))
    with zipfile.ZipFile(path, "w") as book:
        for each, content in members.items():
            book.writestr(each, content)


ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize("name", ["easychair, workbooks", "cmt, xlsx"])
@pytest.mark.parametrize(
    ("member", "change", "words"),
    [
        ("../evil.xml", lambda _: b"", 'it has a file "../evil.xml" that would be written outside'),
        ("XL/workbook.xml", lambda _: b"", "it has two files that differ in capitals alone"),
        ("xl/worksheets/sheet1.xml", lambda xml: ENTITIES + xml, "xl/worksheets/sheet1.xml in it defines entities"),
    ],
)
def test_a_workbook_that_no_program_wrote_in_earnest_is_refused(
    name: str, member: str, change: Callable[[bytes], bytes], words: str, tmp_path: Path
) -> None:
    source = sent(SYSTEMS[name], tmp_path / "export")
    (path, *_) = sorted((tmp_path / "export").glob("*.xlsx"))
    with_member(path, member, change)
    with pytest.raises(SourceError, match=rf"{path.name}: this table cannot be read: .*{words}"):
        read_source(SYSTEMS[name].kind, source)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_workbook_of_excel_2003_are_neither_fetched_nor_expanded(encoding: str, tmp_path: Path) -> None:
    source = sent(SYSTEMS["cmt, xls"], tmp_path)
    xml = source.read_text().replace('<?xml version="1.0"?>', ENTITIES.decode())
    source.write_bytes(xml.replace("Fast", "&b;").encode(encoding))
    with pytest.raises(SourceError, match=r"Papers.xls: it defines entities, which are not expanded"):
        read_source("cmt", source)


def formulas(path: Path, *values: Sequence[object]) -> None:
    book = openpyxl.Workbook()
    for row in values:
        book.active.append(row)
    book.save(path)


@pytest.mark.parametrize("kind", ["csv", "cmt"])
def test_of_a_formula_only_the_value_is_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "papers.xlsx"
    formulas(path, ["Paper ID", "Paper Title", "Author Names"], [7, '=HYPERLINK("http://x","A")', "Sample, Ada*"])
    with_member(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            xml.replace(b"</f><v></v>", b"</f><v>A Title</v>")
            .replace(b"</f><v />", b"</f><v>A Title</v>")
            .replace(b"</f><v/>", b"</f><v>A Title</v>")
            .replace(b'<c r="B2">', b'<c r="B2" t="str">')
        ),
    )
    assert [paper.title for paper in read_source(kind, path).edition.papers] == ["A Title"]


@pytest.mark.parametrize("name", JSON_SYSTEMS)
@pytest.mark.parametrize("between", ["", "\n", "\ufeff"])
def test_two_joined_files_of_json_are_refused_with_their_place(name: str, between: str, tmp_path: Path) -> None:
    source = sent(JSON_SYSTEMS[name], tmp_path)
    for path in tmp_path.glob("*.json"):
        path.write_bytes(path.read_bytes() + between.encode() + path.read_bytes())
    with pytest.raises(SourceError, match=r"\.json, line \d+, column \d+: .*were two exports joined"):
        read_source(JSON_SYSTEMS[name].kind, source)
