from __future__ import annotations

import hashlib
import io
import subprocess
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import msgspec
import numpy as np
import pikepdf
import PIL.Image
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from pdf_makers import paper_pdf
from proceedings.records.placement import StampLine, StampOrder
from proceedings.stamping.pdf_moved_tags import tag_moved_content
from proceedings.stamping.pdf_stamping import UnstampablePaperError, stamp_paper
from proceedings.stamping.stamp_layout import stamp_boxes
from stamp_makers import (
    DRAWING,
    EDGE_CASES,
    Image,
    differing_boxes,
    displayed_size,
    edge_pdf,
    order,
    page_text,
    rendered,
    stamp,
)
from tag_reading import shown_tags
from tagged_makers import TaggedPdf, office_pdf

TURNED_OR_SEEN_ONCE_STAMPED = {"rotate a real number", "contents with nulls"}
"""What poppler shows upright, or not at all, before it is stamped; afterwards it agrees with PDFium."""

Stamped = Callable[[str], tuple[Path, bytes]]


@pytest.fixture(scope="module")
def stamped_case(tmp_path_factory: pytest.TempPathFactory) -> Stamped:
    """The author's file of an edge case and its stamped bytes, each made once."""
    folder = tmp_path_factory.mktemp("cases")

    @cache
    def made(case: str) -> tuple[Path, bytes]:
        author = edge_pdf(folder / f"{case}.pdf", EDGE_CASES[case])
        return author, stamp_paper(order("017", 2), author).content

    return made


@pytest.mark.parametrize("case", EDGE_CASES)
def test_a_stamp_lands_in_its_boxes_and_nothing_else_changes(case: str, stamped_case: Stamped) -> None:
    author, stamped = stamped_case(case)
    stamps = order("017", 2)
    assert len(stamps.pages) == 2
    for page, marks in enumerate(stamps.pages):
        width, height = displayed_size(author, page)
        boxes = stamp_boxes(marks, width, height)
        same, inked = differing_boxes(rendered(author, page), rendered(stamped, page), boxes, width)
        assert same
        assert inked == [True, True]


@pytest.mark.skipif(which("pdftoppm") is None, reason="needs pdftoppm of poppler")
def test_another_renderer_sees_the_same(stamped_case: Stamped, tmp_path: Path) -> None:
    """All cases in two PDFs, as the authors made them and stamped."""
    with Pdf.new() as before, Pdf.new() as after:
        for case in EDGE_CASES:
            author, stamped = stamped_case(case)
            with Pdf.open(author) as one, Pdf.open(io.BytesIO(stamped)) as other:
                before.pages.append(one.pages[0])
                after.pages.append(other.pages[0])
        pictures = [drawn_by_poppler(pdf, tmp_path / name) for pdf, name in ((before, "before"), (after, "after"))]
    different = set()
    for case, one, other in zip(EDGE_CASES, *pictures, strict=True):
        width, height = displayed_size(stamped_case(case)[0])
        boxes = stamp_boxes(order("017", 2).pages[0], width, height)
        if one.shape != other.shape or differing_boxes(one, other, boxes, width) != (True, [True, True]):
            different.add(case)
    assert different == TURNED_OR_SEEN_ONCE_STAMPED


def drawn_by_poppler(pdf: Pdf, path: Path) -> list[Image]:
    """Each page as poppler shows it."""
    pdf.save(path.with_suffix(".pdf"))
    subprocess.run(
        ["pdftoppm", "-cropbox", "-r", "72", path.with_suffix(".pdf"), path], check=True, capture_output=True
    )
    return [np.asarray(PIL.Image.open(page).convert("RGB")) for page in sorted(path.parent.glob(f"{path.name}-*.ppm"))]


@pytest.mark.parametrize("case", EDGE_CASES)
def test_the_folio_can_be_read_and_searched_on_every_page(case: str, stamped_case: Stamped) -> None:
    _, stamped = stamped_case(case)
    for page in range(2):
        text = page_text(stamped, page)
        assert str(41 + page) in text
        assert "Sample and Ánh" in text


def test_a_crop_box_outside_the_page_is_replaced_by_the_media_box(tmp_path: Path) -> None:
    author = edge_pdf(
        tmp_path / "017.pdf", lambda _, page: page.__setitem__("/CropBox", Array([1000, 1000, 1300, 1400]))
    )
    stamped = stamp_paper(order("017", 2), author).content
    assert "41" in page_text(stamped)
    assert "Author" in page_text(stamped)


def test_excess_restores_leave_the_author_s_drawing_as_readers_show_it(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf", EDGE_CASES["too many Q after a colour"])
    red, green, blue = rendered(author, scale=1.0)[540 - 230, 160]
    assert (red, green, blue) != (0, 0, 0)
    assert tuple(rendered(stamp_paper(order("017", 2), author).content, scale=1.0)[540 - 230, 160]) == (
        red,
        green,
        blue,
    )


def test_content_that_inspection_found_to_be_balanced_is_not_read_again(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf", content=DRAWING + b" Q")
    known = msgspec.structs.replace(
        order("017", 2), pages=(stamp("41"), msgspec.structs.replace(stamp("42"), balanced=True))
    )
    with Pdf.open(io.BytesIO(stamp_paper(known, author).content)) as pdf:
        assert ["/AuthorContent" in page.obj.Resources.XObject for page in pdf.pages] == [True, False]


def test_a_stamped_page_is_an_artifact_outside_the_author_s_content(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf")
    with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
        streams = [stream.read_bytes() for stream in pdf.pages[0].obj.Contents]
        assert streams[0] == b"q\n"
        assert streams[1] == DRAWING
        assert b"/Artifact" in streams[2]
        assert streams[2].count(b"BDC") == streams[2].count(b"EMC") == 1


def test_pages_that_share_their_resources_do_not_get_each_other_s_stamps(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf", EDGE_CASES["resources shared"])
    with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
        first, second = (page.obj.Resources.XObject.BinderyStamp for page in pdf.pages)
        assert first.objgen != second.objgen


def test_every_font_of_a_stamp_is_embedded_subset_and_mapped_to_unicode(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf")
    with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
        fonts = pdf.pages[0].obj.Resources.XObject.BinderyStamp.Resources.Font
        assert len(fonts) > 0
        for font in fonts.values():
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font
            assert str(font.BaseFont)[7] == "+"


def test_a_han_name_is_set_in_a_face_that_has_it(tmp_path: Path) -> None:
    line = StampLine(place="foot-centre", text="王小明 and Ş. Ğı · 7")
    han = msgspec.structs.replace(order("017", 1), pages=(stamp("7", line),))
    stamped = stamp_paper(han, edge_pdf(tmp_path / "017.pdf", pages=1)).content
    assert "王小明" in page_text(stamped)


def test_same_order_and_file_give_the_same_bytes(tmp_path: Path) -> None:
    author = paper_pdf(tmp_path / "017.pdf", 3)
    first = stamp_paper(order("017", 3), author).content
    time.sleep(1.1)
    assert stamp_paper(order("017", 3), author).content == first


def test_the_document_says_who_wrote_it_and_keeps_the_author_s_program(tmp_path: Path) -> None:
    author = paper_pdf(tmp_path / "017.pdf", 2, title="Junk.docx")
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        pdf.trailer.Info["/Creator"] = String("LaTeX with hyperref")
        pdf.Root["/Lang"] = String("de")
        pdf.save(author)
    reader = pypdf.PdfReader(io.BytesIO(stamp_paper(order("017", 2), author).content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Title of 017"
    assert reader.metadata.author == "Ada Sample, Nguyễn Thị Ánh"
    assert reader.metadata.creator == "LaTeX with hyperref"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Title of 017"}
    assert reader.xmp_metadata.dc_creator == ["Ada Sample", "Nguyễn Thị Ánh"]
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert reader.page_labels == ["41", "42"]


def test_a_newer_pdf_version_stays_and_an_old_one_is_raised(tmp_path: Path) -> None:
    for version, expected in (("1.3", "1.5"), ("1.7", "1.7"), ("2.0", "2.0")):
        author = edge_pdf(tmp_path / "017.pdf")
        with pikepdf.open(author, allow_overwriting_input=True) as pdf:
            pdf.save(author, force_version=version)
        with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
            assert pdf.pdf_version == expected


def test_scripts_and_opening_actions_are_taken_out(tmp_path: Path) -> None:
    author = paper_pdf(tmp_path / "017.pdf", 2)
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        script = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
        pdf.Root["/OpenAction"] = script
        pdf.Root["/AA"] = Dictionary(WC=script)
        pdf.Root.Names["/JavaScript"] = Dictionary(Names=Array([String("x"), script]))
        pdf.pages[0].obj["/AA"] = Dictionary(O=script)
        pdf.pages[0].obj.Annots.append(
            pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=script))
        )
        pdf.save(author)
    stamped = stamp_paper(order("017", 2), author).content
    with Pdf.open(io.BytesIO(stamped)) as pdf:
        assert not any("/JS" in each for each in pdf.objects if isinstance(each, Dictionary))
        assert "/OpenAction" not in pdf.Root
        with Pdf.open(author) as before:
            assert len(pdf.pages[0].obj.Annots) == len(before.pages[0].obj.Annots)


def test_form_layers_tags_and_attachments_survive(tmp_path: Path) -> None:
    author = paper_pdf(tmp_path / "017.pdf", 2)
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
        pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
        pdf.Root["/StructTreeRoot"] = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]))
        pdf.attachments["code.txt"] = b"print(1)"
        pdf.save(author)
    with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert len(pdf.Root.OCProperties.OCGs) == 1
        assert len(pdf.Root.AcroForm.Fields) == 1
        assert list(pdf.attachments) == ["code.txt"]


def test_tags_follow_content_that_is_moved_into_a_form(tmp_path: Path) -> None:
    author = office_pdf(tmp_path / "017.pdf")
    before = shown_tags(author)
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        page["/Contents"] = Array([page.Contents, pdf.make_stream(b"Q Q\n")])
        pdf.save(author)
    stamped = tmp_path / "stamped.pdf"
    stamped.write_bytes(stamp_paper(order("017", 2), author).content)
    assert [[(each.role, each.depth) for each in page] for page in shown_tags(stamped)[1:]] == [
        [(each.role, each.depth) for each in page] for page in before[1:]
    ]
    with Pdf.open(stamped) as pdf:
        page = pdf.pages[0].obj
        form = page.Resources.XObject.AuthorContent
        assert (form.StructParents, "/StructParents" in page, str(page.Tabs)) == (0, False, "/S")
        heading, text = pdf.Root.StructTreeRoot.K[0].K[:2]
        moved = [heading.K[0], text.K[0], text.K[1].K[0]]
        assert [(each.MCID, each.Stm.objgen == form.objgen, each.Pg.objgen == page.objgen) for each in moved] == [
            (number, True, True) for number in range(3)
        ]
        assert list(pdf.Root.StructTreeRoot.K[0].K[3].K)[:1] == [1]


def test_many_pieces_of_one_element_are_moved_in_one_go() -> None:
    made = TaggedPdf(1, "en")
    page = made.pdf.pages[0].obj
    made.tag(made.tag(made.root, "Document"), "P", *range(5_000), Pg=page)
    made.tag(made.root.K[0].K[0], "Span", 5_000, Pg=page)
    form = made.pdf.make_stream(b"")
    start = time.process_time()
    tag_moved_content(made.pdf, {page.objgen: form})
    assert time.process_time() - start < 5  # looking at all of them for each would take minutes
    *pieces, span = made.root.K[0].K[0].K
    assert [each.MCID for each in pieces] == list(range(5_000))
    assert (pieces[7].Stm.objgen, span.K[0].Stm.objgen, str(span.S)) == (form.objgen, form.objgen, "/Span")


def test_a_link_to_an_element_leads_to_its_page(tmp_path: Path) -> None:
    author = office_pdf(tmp_path / "017.pdf")
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        heading = pdf.Root.StructTreeRoot.K[0].K[2]
        jump = Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]), SD=Array([heading, Name.Fit]))
        pdf.pages[0].obj.Annots[0]["/A"] = jump
        pdf.save(author)
    with Pdf.open(io.BytesIO(stamp_paper(order("017", 2), author).content)) as pdf:
        action = pdf.pages[0].obj.Annots[0].A
        assert action.D[0].objgen == pdf.pages[1].obj.objgen
        assert "/SD" not in action


def test_a_restricted_file_is_not_stamped(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf")
    with pikepdf.open(author, allow_overwriting_input=True) as pdf:
        pdf.save(author, encryption=pikepdf.Encryption(owner="secret", user=""))
    with pytest.raises(UnstampablePaperError, match="encrypted"):
        stamp_paper(order("017", 2), author)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_bytes(b"%PDF-1.5 nothing"), "cannot be stamped"),
        (lambda path: edge_pdf(path, pages=3), "3 pages where 2"),
    ],
)
def test_a_file_that_cannot_be_stamped_is_one_sentence_with_its_name(
    spoil: Callable[[Path], object], words: str, tmp_path: Path
) -> None:
    author = edge_pdf(tmp_path / "017.pdf")
    spoil(author)
    with pytest.raises(UnstampablePaperError, match=f"017.pdf.*{words}"):
        stamp_paper(order("017", 2), author)


def test_a_file_that_was_replaced_meanwhile_is_refused(tmp_path: Path) -> None:
    author = edge_pdf(tmp_path / "017.pdf")
    known = msgspec.structs.replace(order("017", 2), sha256=hashlib.sha256(author.read_bytes()).hexdigest())
    assert isinstance(known, StampOrder)
    assert stamp_paper(known, author).pages == 2
    edge_pdf(author, EDGE_CASES["rotate 90"])
    with pytest.raises(UnstampablePaperError, match="replaced"):
        stamp_paper(known, author)
