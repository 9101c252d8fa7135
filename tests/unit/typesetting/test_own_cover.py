"""The chairs' own cover: laid in where it can be used, told where not."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from proceedings.publisher import load_policy
from proceedings.records.volume import Phase, Volume
from proceedings.typeface import font_of
from proceedings.typesetting.front_matter import front_matter
from proceedings.typesetting.own_cover import cover_findings, own_cover
from typeset_reading import page_text, unembedded_fonts
from typesetting_makers import difficult_edition, placed

SMALL = (439.0, 666.0)


def cover_file(folder: Path, pages: int = 1, size: tuple[float, float] = SMALL, font: str = "serif") -> Path:
    """`cover.pdf` with `COVER 1` and so on."""
    if font == "serif":
        font_of(font)
    canvas = Canvas(str(folder / "cover.pdf"), pagesize=size, invariant=1, initialFontName=font)
    for number in range(1, pages + 1):
        canvas.setFont(font, 30)
        canvas.drawString(80, 300, f"COVER {number}")
        canvas.showPage()
    canvas.save()
    return folder / "cover.pdf"


def bound(folder: Path, phase: Phase = "frozen") -> bytes:
    edition = difficult_edition(phase=phase, cover="cover.pdf")
    return front_matter(edition, placed(edition), load_policy("own"), folder, [])[0]


def fault(folder: Path) -> str:
    cover = own_cover(Volume(cover="cover.pdf"), folder)
    assert cover is not None
    (found,) = cover_findings(cover)
    assert found.code == "metadata-invalid" and found.remedy.startswith("Export it again: one page")
    return found.message.partition("is not used as the cover: ")[2]


def test_the_chairs_cover_stands_in_the_place_of_the_drawn_one_and_keeps_its_size(tmp_path: Path) -> None:
    cover_file(tmp_path)
    content = bound(tmp_path)
    assert page_text(content, 1) == "COVER 1"
    assert not page_text(content, 2) and "Fifth Workshop" in page_text(content, 3)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages[:2]:  # the blank back of the cover is as large
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            assert (right - left, top - bottom) == pytest.approx(SMALL)
    assert unembedded_fonts(content) == set()


def test_a_second_page_is_the_back_of_the_cover(tmp_path: Path) -> None:
    cover_file(tmp_path, pages=2)
    assert page_text(bound(tmp_path), 2) == "COVER 2"


def test_draft_stands_over_it_while_collecting_within_its_page(tmp_path: Path) -> None:
    cover_file(tmp_path)
    content = bound(tmp_path, "collecting")
    assert set(page_text(content, 1).split()) == {"DRAFT", "COVER", "1"}


def test_a_page_that_is_turned_and_trimmed_shows_upright_and_without_its_bleed(tmp_path: Path) -> None:
    with pikepdf.open(cover_file(tmp_path, size=(620.0, 420.0)), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = 90
        pdf.pages[0].trimbox = [10, 10, 610, 410]
        pdf.save(tmp_path / "cover.pdf")
    cover = own_cover(Volume(cover="cover.pdf"), tmp_path)
    assert cover is not None and cover.sizes == ((400.0, 600.0),) and not cover.fault
    assert page_text(bound(tmp_path), 1) == "COVER 1"


def test_a_cover_that_cannot_be_used_is_told_and_the_drawn_one_stands_in(tmp_path: Path) -> None:
    (tmp_path / "cover.pdf").write_bytes(b"\x89PNG\r\n")
    assert fault(tmp_path) == "it is a picture."
    assert "Frankfurt am Main" in page_text(bound(tmp_path), 1)
    cover_file(tmp_path, pages=3)
    assert fault(tmp_path) == "it has 3 pages."
    with pikepdf.open(cover_file(tmp_path), allow_overwriting_input=True) as pdf:
        pdf.save(tmp_path / "cover.pdf", encryption=pikepdf.Encryption(owner="o", user=""))
    assert fault(tmp_path) == "it is encrypted."
    cover_file(tmp_path, font="Helvetica")
    assert fault(tmp_path) == "its font Helvetica is not embedded."


@pytest.mark.parametrize("key", ["/Rotate", "/TrimBox", "/CropBox", "/UserUnit", "/Annots"])
def test_what_is_no_number_and_no_box_of_a_cover_counts_as_missing(tmp_path: Path, key: str) -> None:
    with pikepdf.open(cover_file(tmp_path), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj[key] = pikepdf.Name.Odd
        pdf.save(tmp_path / "cover.pdf")
    cover = own_cover(Volume(cover="cover.pdf"), tmp_path)
    assert cover is not None and cover.sizes == (SMALL,) and not cover.fault
    assert page_text(bound(tmp_path), 1) == "COVER 1"


def test_a_cover_in_larger_units_keeps_its_size(tmp_path: Path) -> None:
    with pikepdf.open(cover_file(tmp_path, size=(200.0, 320.0)), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.UserUnit = 2
        pdf.save(tmp_path / "cover.pdf")
    with pypdfium2.PdfDocument(bound(tmp_path)) as volume:
        assert volume[0].get_size() == pytest.approx((400.0, 640.0))
        assert volume[0].get_textpage().get_charbox(0)[0] == pytest.approx(160.0, abs=5.0)


def test_a_cover_whose_page_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pikepdf.open(cover_file(tmp_path), allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents.write(b"no deflated stream", filter=pikepdf.Name.FlateDecode)
        pdf.save(tmp_path / "cover.pdf")
    assert fault(tmp_path) == "what page 1 shows cannot be read."


def test_a_cover_whose_hidden_layers_would_be_seen_is_told(tmp_path: Path) -> None:
    with pikepdf.open(cover_file(tmp_path), allow_overwriting_input=True) as pdf:
        guides = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Guides")))
        layers, off = pikepdf.Array([guides]), pikepdf.Array([guides])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=layers, D=pikepdf.Dictionary(OFF=off))
        pdf.save(tmp_path / "cover.pdf")
    assert fault(tmp_path) == "it has layers that are switched off, and would show them."


def test_a_picture_laid_over_the_cover_as_an_annotation_is_drawn_with_it(tmp_path: Path) -> None:
    with pikepdf.open(cover_file(tmp_path), allow_overwriting_input=True) as pdf:
        box = pikepdf.Array([0, 0, 50, 50])
        drawn = pdf.make_stream(b"1 0 0 rg 0 0 50 50 re f", Subtype=pikepdf.Name.Form, BBox=box)
        stamp = pikepdf.Dictionary(Subtype=pikepdf.Name.Stamp, Rect=box, F=4, AP=pikepdf.Dictionary(N=drawn))
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(stamp)])
        pdf.save(tmp_path / "cover.pdf")
    with pypdfium2.PdfDocument(bound(tmp_path)) as volume:
        assert volume[0].render(scale=0.2).to_pil().getpixel((4, 128)) == (255, 0, 0)


def test_a_cover_that_is_not_there_is_the_intakes_to_tell(tmp_path: Path) -> None:
    assert own_cover(Volume(cover="cover.pdf"), tmp_path) is None
    assert own_cover(Volume(), tmp_path) is None
    assert "Frankfurt am Main" in page_text(bound(tmp_path), 1)


def test_the_same_cover_gives_the_same_bytes(tmp_path: Path) -> None:
    cover_file(tmp_path)
    edition = msgspec.structs.replace(difficult_edition(1, cover="cover.pdf"), front_matter=(), committees=())
    first, second = (front_matter(edition, placed(edition), load_policy("own"), tmp_path, [])[0] for _ in range(2))
    assert first == second
