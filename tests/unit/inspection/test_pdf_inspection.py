from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, String
from reportlab.pdfgen.canvas import Canvas

import pdf_defects as defects
import pdf_figure_defects as figures
from pdf_makers import A4, LETTER, add_annotation, add_links, edit_pdf, paper_pdf
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.records.facts import ExtraFacts, PaperFacts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "017.pdf"


def inspected(path: Path) -> PaperFacts:
    return inspect_paper(path, "017")


def test_a_clean_paper_is_readable_and_has_all_its_facts(file: Path) -> None:
    facts = inspected(paper_pdf(file, 3, folios=True, running_head="A. Sample"))
    assert (facts.condition, facts.problem, len(facts.pages)) == ("readable", None, 3)
    assert (facts.pages[0].width, facts.pages[0].height) == (595.276, 841.89)
    assert {font.name for font in facts.fonts} == {"BitstreamVeraSans-Roman", "BitstreamVeraSans-Bold"}
    assert all(font.embedded and font.unicode_map for font in facts.fonts)
    assert (facts.links.internal, facts.links.external, facts.links.broken) == (6, 1, ())
    assert (facts.bookmarks, facts.destinations) == (3, 4)
    assert tuple(line.text for line in facts.pages[0].lines[:2]) == ("A Sample Paper", "Ada Sample and Mausam")
    assert facts.document_info["Title"] == "A Sample Paper"
    assert not (facts.images or facts.annotations or facts.active or facts.attachments or facts.form_fields)


def test_ink_is_found_within_a_point(file: Path) -> None:
    def frame(canvas: Canvas, _: int) -> None:
        canvas.rect(72, 100, 300, 500, stroke=0, fill=1)

    page = inspected(paper_pdf(file, 1, fill=0, title="", draw=frame)).pages[0]
    assert page.body_ink == pytest.approx((72, 241.89, 372, 732.4), abs=1)


def test_running_head_and_folio_are_ink_runs_of_their_own(file: Path) -> None:
    page = inspected(paper_pdf(file, 2, folios=True, running_head="A. Sample")).pages[1]
    assert [round(ink[1]) for ink in page.head_ink] == [93]
    assert page.foot_ink == ()
    assert page.ink is not None and page.body_ink is not None
    assert page.ink[1] < page.body_ink[1]


@pytest.mark.parametrize(
    ("maker", "condition"),
    [
        (defects.empty_file, "not-a-pdf"),
        (defects.html_file, "not-a-pdf"),
        (defects.word_file, "not-a-pdf"),
        (defects.cut_file, "damaged"),
        (defects.lost_page, "damaged"),
        (defects.without_pages, "damaged"),
        (defects.password_file, "password"),
        (defects.restricted_file, "encrypted"),
    ],
)
def test_a_file_that_cannot_be_used_has_a_condition(file: Path, maker: Callable[[Path], Path], condition: str) -> None:
    facts = inspected(maker(file))
    assert facts.condition == condition
    assert bool(facts.problem) is (condition != "encrypted")
    assert bool(facts.pages) is (condition == "encrypted")


@pytest.mark.parametrize("keep", [0.1, 0.3, 0.6, 0.9, 0.99, 0.9995])
def test_a_cut_file_is_damaged_wherever_it_is_cut(file: Path, keep: float) -> None:
    assert inspected(defects.cut_file(file, keep)).condition == "damaged"


def test_junk_around_a_pdf_does_not_make_it_unreadable(file: Path) -> None:
    content = paper_pdf(file).read_bytes()
    file.write_bytes(b"junk of a mail gateway\n" + content)
    assert inspected(file).condition == "readable"


def test_a_broken_table_of_objects_is_mended_and_said(file: Path) -> None:
    content = paper_pdf(file).read_bytes()
    file.write_bytes(content.replace(b"startxref\n", b"startxref\n9"))
    facts = inspected(file)
    assert (facts.condition, len(facts.pages)) == ("readable", 4)
    assert facts.problem is not None


def test_a_flate_bomb_is_given_up_in_bounded_time_and_memory(file: Path) -> None:
    defects.flate_bomb(file, megabytes=80)
    start = time.process_time()
    facts = inspected(file)
    assert facts.condition == "damaged"
    assert "page 1" in (facts.problem or "")
    assert time.process_time() - start < 5


def test_pages_that_close_all_they_open_are_told_from_others(file: Path) -> None:
    balanced = [page.balanced for page in inspected(defects.with_excess_restore(file)).pages]
    assert balanced == [True, False, True, True]


def test_a_plot_that_nothing_compresses_is_read_like_any_other(file: Path) -> None:
    facts = inspected(defects.with_uncompressed_plot(file))
    assert (facts.condition, facts.problem, len(facts.pages)) == ("readable", None, 4)
    assert facts.pages[1].characters > 100


@pytest.mark.parametrize("maker", [defects.with_cyclic_outline, defects.with_cyclic_name_tree])
def test_structures_that_go_in_circles_end(file: Path, maker: Callable[[Path], Path]) -> None:
    facts = inspected(maker(file))
    assert facts.condition == "readable"
    assert facts.bookmarks <= 5


def test_active_content_is_named_with_its_place(file: Path) -> None:
    opened = ExtraFacts(name="JavaScript (when the file is opened)")
    assert inspected(defects.with_javascript(file)).active == (opened,)
    assert inspected(defects.with_named_javascript(file)).active == (opened,)
    link = ExtraFacts(name="an action that starts a program", page=2, box=(100.0, 721.89, 200.0, 741.89))
    assert inspected(defects.with_launch_link(file)).active == (link,)


def test_a_script_on_turning_to_a_page_lies_on_it_without_a_place(file: Path) -> None:
    assert inspected(defects.with_page_script(file, page=3)).active == (ExtraFacts(name="JavaScript", page=3),)


def test_what_a_bookmark_starts_is_found_and_names_the_bookmark(file: Path) -> None:
    first, second = (each.name for each in inspected(defects.with_bookmark_actions(file)).active)
    assert (first, second) == (
        "an action that starts a program (in the bookmark “1 Section”)",
        "JavaScript (in the bookmark “2 Section”)",
    )


def test_a_script_of_a_field_lies_where_the_field_is_shown(file: Path) -> None:
    shown = ExtraFacts(name="JavaScript", page=2, box=(100.0, 641.89, 120.0, 661.89))
    assert inspected(defects.with_scripted_field(file, page=2)).active == (shown,)
    assert inspected(defects.with_scripted_field(file, page=2, kids=True)).active == (shown,)
    hidden = inspected(defects.with_scripted_field(file, page=None))
    assert hidden.active == (ExtraFacts(name="JavaScript (in the form)"),)
    assert hidden.form_fields == (ExtraFacts(name="total"),)


def test_a_script_that_follows_a_harmless_action_is_found(file: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("1"))
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=Array([script]))

    assert inspected(edit_pdf(paper_pdf(file), change)).active


def test_opening_at_a_page_is_no_active_content(file: Path) -> None:
    assert inspected(defects.with_open_action_to_a_page(file)).active == ()


def test_attachments_form_fields_and_notes_are_found_where_they_lie(file: Path) -> None:
    assert inspected(defects.with_attachment(file)).attachments == (ExtraFacts(name="results.csv"),)
    field = ExtraFacts(name="comment", page=1, box=(100.0, 721.89, 200.0, 741.89))
    assert inspected(defects.with_form(file)).form_fields == (field,)
    notes = inspected(defects.with_note(file)).annotations
    assert [(note.page, note.kind, note.contents) for note in notes] == [(2, "Text", "Please cite us")]
    assert notes[0].box == pytest.approx((400, 121.89, 420, 141.89), abs=0.01)


def test_a_field_that_was_signed_is_counted_and_one_that_waits_for_a_signature_is_not(file: Path) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].FT = Name.Sig

    def fill(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))

    assert inspected(edit_pdf(defects.with_form(file), sign)).signatures == 0
    assert inspected(edit_pdf(file, fill)).signatures == 1


def test_an_attachment_on_a_page_is_found(file: Path) -> None:
    facts = inspected(defects.with_pinned_attachment(file, page=2))
    pinned = ExtraFacts(name="table.xlsx", page=2, box=(60.0, 681.89, 74.0, 701.89))
    assert (facts.attachments, facts.annotations) == ((pinned,), ())


def test_attached_files_are_counted_as_files_and_not_by_name(file: Path) -> None:
    names = [each.name for each in inspected(defects.with_several_attachments(file)).attachments]
    assert sorted(names) == ["a.csv", "data.csv", "data.csv"]


def test_links_by_old_style_names_and_explicit_targets_resolve(file: Path) -> None:
    paper_pdf(file, links=False)
    facts = inspected(edit_pdf(file, lambda pdf: add_links(pdf, old_style=True)))
    assert (facts.links.internal, facts.links.broken) == (8, ())

    def change(pdf: pikepdf.Pdf) -> None:
        target = Array([pdf.pages[2].obj, Name.Fit])
        link = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=target)
        add_annotation(pdf, pdf.pages[0], link)

    assert inspected(edit_pdf(paper_pdf(file), change)).links.internal == 9


def test_broken_links_are_named_with_their_pages(file: Path) -> None:
    broken = inspected(defects.with_broken_links(file, 2)).links.broken
    assert [(link.page, link.target) for link in broken] == [(1, "figure.9"), (1, "figure.10")]


def test_a_link_to_a_page_that_was_taken_out_is_broken(file: Path) -> None:
    facts = inspected(edit_pdf(paper_pdf(file), lambda pdf: pdf.pages.__delitem__(1)))
    assert {link.target for link in facts.links.broken} == {"section.2"}
    assert facts.links.broken_bookmarks == ("2 Section",)


def test_only_fonts_in_which_text_is_shown_count(file: Path) -> None:
    missing = [font for font in inspected(figures.with_unembedded_font(file)).fonts if not font.embedded]
    assert [(font.name, font.kind, font.pages) for font in missing] == [("Times-Roman", "Type1", (1, 2, 3, 4))]
    assert all(font.embedded for font in inspected(figures.with_idle_unembedded_font(file)).fonts)


@pytest.mark.parametrize(("given", "name"), [("DejaVuSans", "DejaVuSans"), ("F176", ""), (None, "")])
def test_a_type3_font_deep_inside_a_figure_is_found(file: Path, given: str | None, name: str) -> None:
    drawn = [font for font in inspected(figures.with_type3_figure(file, name=given)).fonts if font.kind == "Type3"]
    assert [(font.name, font.embedded, font.pages) for font in drawn] == [(name, True, (3,))]


def test_a_form_that_contains_itself_ends(file: Path) -> None:
    figures.with_type3_figure(file)

    def change(pdf: pikepdf.Pdf) -> None:
        outer = pdf.pages[2].obj.Resources.XObject.Figure
        outer.Resources.XObject.Inner.Resources.XObject = Dictionary(Outer=outer)

    assert any(font.kind == "Type3" for font in inspected(edit_pdf(file, change)).fonts)


def test_text_without_a_unicode_map_is_counted_as_garbled(file: Path) -> None:
    facts = inspected(figures.without_unicode_map(file))
    assert not any(font.unicode_map for font in facts.fonts)
    assert all(page.garbled_characters > 0.9 * page.characters for page in facts.pages)


def test_the_resolution_of_a_picture_is_that_at_which_it_is_shown(file: Path) -> None:
    facts = inspected(figures.with_image(file, pixels=300, inches=2))
    assert [(image.page, image.width, image.dpi) for image in facts.images] == [(2, 300, 150.0)]
    assert facts.images[0].box == pytest.approx((140, 397.89, 284, 541.89), abs=0.01)


def test_masks_icons_and_gradients_are_no_pictures(file: Path) -> None:
    assert inspected(figures.with_image(file, pixels=20, inches=0.5)).images == ()
    assert inspected(figures.with_stencil_mask(file)).images == ()
    assert inspected(figures.with_gradient(file)).images == ()


@pytest.mark.parametrize(
    ("key", "entry", "size"),
    [
        ("/Rotate", 90, (841.89, 595.276)),
        ("/Rotate", -90, (841.89, 595.276)),
        ("/Rotate", 180, (595.276, 841.89)),
        ("/Rotate", Decimal("90.0"), (841.89, 595.276)),
        ("/CropBox", (50, 50, 545.276, 791.89), (495.276, 741.89)),
        ("/MediaBox", (595.276, 841.89, 0, 0), (595.276, 841.89)),
        ("/MediaBox", (-100, -100, 495.276, 741.89), (595.276, 841.89)),
        ("/UserUnit", 2, (1190.552, 1683.78)),
    ],
)
def test_a_page_has_its_size_as_displayed(file: Path, key: str, entry: object, size: tuple[float, float]) -> None:
    page = inspected(defects.with_page_entry(file, key, entry)).pages[1]
    assert (page.width, page.height) == pytest.approx(size, abs=0.01)
    assert page.box_problem is None


def test_ink_is_where_it_is_displayed_on_turned_and_scaled_pages(file: Path) -> None:
    upright = inspected(paper_pdf(file)).pages[1].ink
    turned = inspected(defects.with_page_entry(file, "/Rotate", 90)).pages[1].ink
    scaled = inspected(defects.with_page_entry(file, "/UserUnit", 2)).pages[1].ink
    assert upright and turned and scaled
    assert turned == pytest.approx((A4[1] - upright[3], upright[0], A4[1] - upright[1], upright[2]), abs=1.5)
    assert scaled == pytest.approx([2 * edge for edge in upright], abs=1.5)


def test_boxes_that_contradict_each_other_are_a_problem(file: Path) -> None:
    outside = defects.with_page_entry(file, "/CropBox", (700, 900, 900, 1000))
    assert "outside" in (inspected(outside).pages[1].box_problem or "")
    beyond = defects.with_page_entry(file, "/CropBox", (-20, 0, 595, 842))
    assert "beyond" in (inspected(beyond).pages[1].box_problem or "")
    assert "MediaBox" in (inspected(defects.without_media_box(file)).pages[1].box_problem or "")
    assert inspected(paper_pdf(file, size=LETTER)).pages[1].box_problem is None


@pytest.mark.parametrize(("turn", "named"), [(45, "45"), (Decimal("90.5"), "90.5"), (Name.Left, "/Left")])
def test_a_page_is_turned_by_quarters_or_its_boxes_are_a_problem(file: Path, turn: object, named: str) -> None:
    problem = inspected(defects.with_page_entry(file, "/Rotate", turn)).pages[1].box_problem
    assert problem == f"is rotated by {named} degrees, which is no quarter turn"


def test_a_page_of_impossible_size_is_damaged(file: Path) -> None:
    facts = inspected(defects.with_page_entry(file, "/MediaBox", (0, 0, 90000, 90000)))
    assert (facts.condition, facts.pages) == ("damaged", ())
    assert "page 2" in (facts.problem or "")


def test_names_that_are_no_utf_8_are_names_all_the_same(file: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Dests = Dictionary()
        pdf.Root.Dests["/Einf\udcfchrung"] = Array([pdf.pages[1].obj, Name.Fit])
        fonts = pdf.pages[1].obj.Resources.Font
        fonts["/Schr\udce4g"] = fonts[min(fonts.keys())]
        link = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Dest=Object.parse(b"/Einf#fchrung"))
        add_annotation(pdf, pdf.pages[0], link)

    facts = inspected(edit_pdf(paper_pdf(file, links=False), change))
    assert (facts.condition, facts.links.internal, facts.links.broken) == ("readable", 1, ())


@pytest.mark.parametrize(("unit", "width"), [("/Two", 595.276), (-2, 595.276), (0, 595.276)])
def test_a_user_unit_that_is_none_scales_nothing(file: Path, unit: object, width: float) -> None:
    entry = Name(unit) if isinstance(unit, str) else unit
    facts = inspected(defects.with_page_entry(file, "/UserUnit", entry))
    assert (facts.condition, facts.pages[1].width) == ("readable", width)


def test_a_file_that_cannot_be_read_is_a_fact(tmp_path: Path) -> None:
    facts = inspect_paper(tmp_path, "017")
    assert (facts.condition, facts.pages) == ("damaged", ())
    assert "cannot be read" in (facts.problem or "")


def test_strings_that_no_record_can_hold_are_made_printable(file: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Title = String(b"\xfe\xff\xd8\x00 \x00A\x00\x07")
        pdf.trailer.Info.Author = String(b"\xff\xfe broken")

    assert inspected(edit_pdf(paper_pdf(file), change)).condition == "readable"
