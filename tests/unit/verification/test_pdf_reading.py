from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from pdf_makers import A4, add_link, edit_pdf, paper_pdf, register_vera
from proceedings.verification.pdf_reading import FinishedPdf, UnreadableOutputError
from proceedings.verification.pdf_text import band_words, bands
from proceedings.verification.readback import PdfRead, bare, runs
from verification_makers import label


def read_pdf(path: Path, strict: bool = True) -> PdfRead:
    return FinishedPdf(path, strict=strict).read


def changed(path: Path, change: object) -> PdfRead:
    return read_pdf(edit_pdf(path, change))  # type: ignore[arg-type]


def test_links_bookmarks_and_destinations_are_read(tmp_path: Path) -> None:
    read = read_pdf(paper_pdf(tmp_path / "a.pdf", 3))
    navigation = read.navigation
    assert (len(navigation.internal()), len(navigation.web()), len(navigation.broken())) == (6, 1, 0)
    assert [(each.title, each.level) for each in navigation.bookmarks] == [(f"{n} Section", 0) for n in (1, 2, 3)]
    assert navigation.destinations["section.2"].page == 1
    assert navigation.destinations["section.2"].view[:2] == ("/XYZ", 134.8)
    assert read.complaint is None


@pytest.mark.parametrize("style", ["names", "catalog"])
def test_both_kinds_of_named_destinations_are_followed(tmp_path: Path, style: str) -> None:
    from pdf_makers import add_links

    path = paper_pdf(tmp_path / "a.pdf", 2, links=False)
    read = changed(path, lambda pdf: add_links(pdf, old_style=style == "catalog"))
    assert [link.target.page for link in read.navigation.internal() if link.target] == [1, 1, 0, 1]


def test_a_link_to_a_page_number_or_to_nothing(tmp_path: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        for place in (Array([1, Name.Fit]), Array([7, Name.Fit]), String("nowhere"), Array([])):
            add_link(pdf, pdf.pages[0], (1, 2, 3, 4), Dictionary(S=Name.GoTo, D=place))

    navigation = changed(paper_pdf(tmp_path / "a.pdf", 2, links=False), plant).navigation
    assert [link.target and link.target.page for link in navigation.links] == [1, None, None, None]


def test_page_labels_of_every_style_are_spelled(tmp_path: Path) -> None:
    styles = {
        0: Dictionary(S=Name.r, St=4),
        1: Dictionary(S=Name.R, St=9),
        2: Dictionary(S=Name.a, St=28),
        3: Dictionary(S=Name.A),
        4: Dictionary(P=String("Cover")),
        5: Dictionary(S=Name.D, St=7, P=String("p")),
    }
    navigation = changed(paper_pdf(tmp_path / "a.pdf", 7, links=False), lambda pdf: label(pdf, styles)).navigation
    assert navigation.labels == ("iv", "IX", "bb", "A", "Cover", "p7", "p8")


def test_circles_in_outline_name_tree_and_page_tree_end(tmp_path: Path) -> None:
    def close(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Next = first
        first.First = pdf.Root.Outlines
        dests = pdf.Root.Names.Dests
        dests.Kids = Array([dests])
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)

    path = paper_pdf(tmp_path / "a.pdf", 2)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        close(pdf)
        pdf.save(path)
    read = read_pdf(path, strict=False)
    assert len(read.pages) == 2
    assert len(read.navigation.bookmarks) == 1


def test_a_file_that_is_no_pdf_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"hello")
    for path in (tmp_path / "a.pdf", tmp_path / "none.pdf"):
        with pytest.raises(UnreadableOutputError, match=path.name):
            read_pdf(path)


def test_two_files_with_the_same_page_have_the_same_digest(tmp_path: Path) -> None:
    one, two = paper_pdf(tmp_path / "1.pdf", 2), paper_pdf(tmp_path / "2.pdf", 3)
    assert read_pdf(one).pages[0].digest == read_pdf(two).pages[0].digest


@pytest.mark.parametrize("key", ["/MediaBox", "/Rotate", "/UserUnit"])
def test_a_page_shown_otherwise_has_another_digest(tmp_path: Path, key: str) -> None:
    path = paper_pdf(tmp_path / "a.pdf", 1)
    before = read_pdf(path).pages[0].digest
    value = Array([0, 0, 500, 700]) if key == "/MediaBox" else 90
    assert changed(path, lambda pdf: pdf.pages[0].obj.update({key: value})).pages[0].digest != before


def test_links_are_not_drawn_and_change_no_digest(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", 1)
    before = read_pdf(path).pages[0].digest
    assert changed(path, lambda pdf: pdf.pages[0].obj.update({"/Annots": Array()})).pages[0].digest == before


def test_streams_stored_otherwise_have_the_same_decoded_digest(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", 1)
    before = FinishedPdf(path)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf", compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    after = FinishedPdf(tmp_path / "b.pdf")
    assert before.read.pages[0].digest != after.read.pages[0].digest
    assert before.decoded_digest(0) == after.decoded_digest(0)
    assert before.content(0) == after.content(0)


def test_a_form_that_names_itself_ends(tmp_path: Path) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/Own Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
        form.Resources = Dictionary(XObject=Dictionary(Own=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Own=form)

    assert len(changed(paper_pdf(tmp_path / "a.pdf", 1), plant).pages) == 1


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_bands_are_those_of_the_page_as_displayed(tmp_path: Path, rotate: int) -> None:
    path = tmp_path / "a.pdf"
    register_vera()
    canvas = Canvas(str(path), pagesize=A4, initialFontName="Vera")
    width, height = A4
    canvas.setFont("Vera", 10)
    sides = {"top": (width / 2, height - 30), "bottom": (width / 2, 30), "left": (20, 400), "right": (width - 60, 400)}
    for word, (x, y) in sides.items():
        canvas.drawString(x, y, word)
    canvas.showPage()
    canvas.save()
    edit_pdf(path, lambda pdf: pdf.pages[0].obj.update({"/Rotate": rotate}))
    (words,) = band_words(path, read_pdf(path).pages)
    shown = {0: ("top", "bottom"), 90: ("left", "right"), 180: ("bottom", "top"), 270: ("right", "left")}
    assert (words.head.strip(), words.foot.strip()) == shown[rotate]


def test_the_bands_are_thirteen_per_cent_of_the_visible_page() -> None:
    head, foot = bands((100.0, 0.0, 300.0, 1000.0), 0)
    assert head == (100.0, 870.0, 300.0, 1000.0)
    assert foot == (100.0, 0.0, 300.0, 130.0)


def test_bare_text_ignores_what_a_line_break_can_change() -> None:
    assert bare("Multi-\nGPU ﬁne, “Tuning”") == bare("multiGPU fine tuning")


def test_labels_are_told_as_runs() -> None:
    assert runs(["i", "ii", "iii", "1", "2", "5", "6"]) == ("i-iii", "1-2", "5-6")
    assert runs([]) == ()
