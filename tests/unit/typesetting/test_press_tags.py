"""The structure of our own pages: what is read aloud, in which order, and as what."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

import typesetting_makers as makers
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, Member, Sponsor
from proceedings.records.record import Box
from proceedings.records.volume import Volume
from proceedings.typesetting.artifact_appendix import artifact_appendix
from proceedings.typesetting.author_index import author_index
from proceedings.typesetting.book import heading
from proceedings.typesetting.front_matter import front_matter
from proceedings.typesetting.grid import page_grid
from proceedings.typesetting.inline import SOFT_HYPHEN, Span
from proceedings.typesetting.lines import Shape
from proceedings.typesetting.markup import markdown_rows
from proceedings.typesetting.pages import Page, flow, stack
from proceedings.typesetting.people import committee_rows
from proceedings.typesetting.placeholders import placeholders
from proceedings.typesetting.press import Imprint, print_pages
from proceedings.typesetting.rows import Row, paragraph
from tag_reading import accessibility_problems, elements_of, kids_of, shown_tags
from typeset_reading import alone_of

GRID = page_grid(makers.A4)
EDITION = makers.difficult_edition()


def front(edition: Edition, metadata: Path = makers.NO_METADATA) -> bytes:
    back = [("Author Index", 49, "author_index")]
    return front_matter(edition, makers.placed(edition), load_policy(edition.volume.publisher), metadata, back)[0]


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """All parts of one edition as they stand in the volume, and the appendix alone."""
    pagination = makers.placed(EDITION)
    appendix = artifact_appendix(EDITION, pagination)
    return {
        "front matter": front(EDITION),
        "appendix": appendix.content,
        "appendix alone": alone_of(appendix),
        "author index": author_index(EDITION, pagination, 49)[0],
        "placeholders": placeholders(EDITION, pagination)[0],
    }


def roles(content: bytes) -> Iterator[tuple[str, str]]:
    """Every element's type and the type of what it stands in."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield from [(str(each.S)[1:], str(each.P.get("/S", "/"))[1:]) for each in elements_of(pdf)]


def said(content: bytes, role: str, page: int) -> list[str]:
    """The text of each element of a type on a page (from 1), by the places of its marked content."""
    with pikepdf.open(io.BytesIO(content)) as pdf, pypdfium2.PdfDocument(content) as document:
        wanted = pdf.pages[page - 1].obj.objgen
        found = [each for each in elements_of(pdf) if str(each.S) == f"/{role}" and "/Pg" in each]
        marked = [kids_of(each) for each in found if each.Pg.objgen == wanted]
        texts = _texts_by_mcid(document[page - 1])
        return ["".join(texts.get(kid, "") for kid in kids if isinstance(kid, int)) for kids in marked]


def _texts_by_mcid(page: Any) -> dict[int, str]:
    texts: dict[int, str] = {}
    text_page = page.get_textpage()
    for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        number = pdfium.FPDFPageObj_GetMarkedContentID(each.raw)
        texts[number] = texts.get(number, "") + text_of(each, text_page)
    return texts


def text_of(piece: Any, text_page: Any) -> str:
    box: Box = piece.get_bounds()
    return str(text_page.get_text_bounded(*box))


@pytest.mark.parametrize("part", ["front matter", "appendix", "appendix alone", "author index", "placeholders"])
def test_every_mark_is_an_artifact_or_an_element_s_and_every_link_says_where_it_leads(
    part: str, parts: dict[str, bytes]
) -> None:
    assert accessibility_problems(parts[part]) == []


def test_contents_lists_and_tables_are_told_as_what_they_are(parts: dict[str, bytes]) -> None:
    found = set(roles(parts["front matter"]))
    assert {("TOCI", "TOC"), ("Lbl", "LI"), ("LBody", "LI"), ("TH", "TR"), ("Link", "P"), ("P", "BlockQuote")} <= found
    assert {("H1", "Sect"), ("H2", "Sect"), ("P", "TOCI")} <= found
    appendix = set(roles(parts["appendix"]))
    assert {("Link", "TD"), ("H3", "Sect"), ("Lbl", "LI"), ("P", "LBody")} <= appendix


def test_a_paragraph_that_goes_on_over_the_page_is_one_element() -> None:
    rows = paragraph([Span("A sentence of five words. " * 200)], Shape(GRID.measure), GRID.leading)
    content = print_pages(flow(rows, GRID), GRID, Imprint("Long"))
    assert accessibility_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (element,) = [each for each in elements_of(pdf) if each.S == pikepdf.Name.P]
        first, second = (page.obj.objgen for page in pdf.pages)
        assert element.Pg.objgen == first
        assert {kid.Pg.objgen for kid in kids_of(element) if not isinstance(kid, int)} == {second}


def test_a_row_has_all_its_cells_and_the_head_says_what_it_heads() -> None:
    rows = markdown_rows("| One | Two |\n|---|---|\n| a | |\n| b | c |\n", GRID, "en")
    content = print_pages(flow(rows, GRID), GRID, Imprint("Table"))
    assert accessibility_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (table,) = [each for each in elements_of(pdf) if pikepdf.Name.Table == each.S]
        assert [[str(cell.S) for cell in row.K] for row in table.K] == [["/TH", "/TH"], ["/TD", "/TD"], ["/TD", "/TD"]]
        assert table.K[0].K[0].A.Scope == pikepdf.Name.Column


def test_leaders_heads_and_folios_are_not_read_aloud(parts: dict[str, bytes]) -> None:
    contents = len(pypdfium2.PdfDocument(parts["front matter"])) - 1
    entries = said(parts["front matter"], "Link", contents)
    assert entries
    assert not any(".." in each for each in entries)
    assert entries[0].split() == ["Preface", "v"]
    assert next(each for each in entries if "Training at Scale: A Sample" in each).rstrip().endswith("1")


def test_names_in_columns_are_read_down_the_columns() -> None:
    names = [f"{letter}. Sample" for letter in "ABCDEFG"]
    committee = Committee(role="Reviewers", members=tuple(Member(literal=name) for name in names))
    rows: list[Row] = committee_rows([committee], GRID)
    page = Page(tuple(stack(rows, GRID.left, GRID.top, GRID.measure)))
    content = print_pages([page], GRID, Imprint("Reviewers"))
    assert [each.strip() for each in said(content, "P", 1)] == names


def test_a_logo_says_whose_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "logo.png")
    edition = Edition(volume=Volume(title="Sample"), sponsors=(Sponsor(name="Sample Corp.", logo="logo.png"),))
    content = front(edition, tmp_path)
    assert accessibility_problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [str(each.Alt) for each in elements_of(pdf) if pikepdf.Name.Figure == each.S] == ["Logo of Sample Corp."]


def test_headings_go_down_one_level_at_a_time() -> None:
    page = Page(tuple(stack(heading("Deep", GRID, 3) + heading("Deeper", GRID, 3), 50, 50, GRID.measure)))
    content = print_pages([page], GRID, Imprint("Headings"))
    assert [role for role, _ in roles(content) if role[0] == "H"] == ["H1", "H2"]


def test_pdfium_finds_the_tags_of_each_page(parts: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "index.pdf"
    path.write_bytes(parts["author index"])
    (page,) = shown_tags(path)
    assert [each.role for each in page[:5]] == ["Document", "Sect", "H1", "H2", "L"]


def test_the_hyphen_of_a_broken_word_is_no_part_of_it(parts: dict[str, bytes]) -> None:
    text = pypdf.PdfReader(io.BytesIO(parts["front matter"])).pages[4].extract_text()
    assert f"ex{SOFT_HYPHEN}\nperiment" in text
