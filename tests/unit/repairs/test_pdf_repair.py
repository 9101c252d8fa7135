"""Every repair on a file that needs it, and the proof that refuses one which would change a page."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

import pdf_defects as defects
from pdf_makers import A4, LETTER, add_annotation, edit_pdf, paper_pdf
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.records.facts import PaperFacts
from proceedings.records.repair import REPAIR_KINDS, RepairKind, RepairOrder, RepairStep
from proceedings.repairs.orders import wanted_page
from proceedings.repairs.pdf_repair import Outcome, repair_paper

ALL = RepairOrder(kinds=REPAIR_KINDS, page=wanted_page(load_profile("acl")))

Maker = Callable[[Path], Path]


def repaired(path: Path, order: RepairOrder = ALL) -> tuple[RepairStep, PaperFacts]:
    """The one step that was taken, and the facts of the repaired file."""
    outcome = repair_paper(path, "017", order)
    assert isinstance(outcome, Outcome)
    (step,) = outcome.paper.steps
    assert outcome.content
    target = path.with_name("repaired.pdf")
    target.write_bytes(outcome.content)
    return step, inspect_paper(target, "017")


def refused(path: Path, order: RepairOrder = ALL) -> str:
    """Why the one repair was left."""
    outcome = repair_paper(path, "017", order)
    assert isinstance(outcome, Outcome)
    (step,) = outcome.paper.steps
    assert (step.done, outcome.content, outcome.paper.sha256) == ("", b"", "")
    return step.refused


@pytest.mark.parametrize("maker", [defects.restricted_file, defects.encrypted_file])
def test_encryption_is_taken_off_whatever_it_allows(tmp_path: Path, maker: Maker) -> None:
    step, facts = repaired(maker(tmp_path / "a.pdf"))
    assert (step.kind, step.done, facts.condition) == ("decrypt", "its encryption was taken off", "readable")


@pytest.mark.parametrize(
    "maker",
    [defects.with_javascript, defects.with_named_javascript, defects.with_launch_link, defects.with_page_script],
    ids=lambda made: made.__name__,
)
def test_scripts_and_programs_are_taken_out_and_links_stay(tmp_path: Path, maker: Maker) -> None:
    before = inspect_paper(maker(tmp_path / "a.pdf"), "017")
    step, facts = repaired(tmp_path / "a.pdf")
    assert before.active and not facts.active
    assert step.done.endswith("was taken out") and before.active[0].name in step.done
    assert facts.links == before.links
    assert facts.bookmarks == before.bookmarks


def test_what_bookmarks_start_is_taken_out_and_the_bookmarks_stay(tmp_path: Path) -> None:
    before = inspect_paper(defects.with_bookmark_actions(tmp_path / "a.pdf"), "017")
    step, facts = repaired(tmp_path / "a.pdf")
    assert len(before.active) == 2 and not facts.active
    assert all(each.name in step.done for each in before.active) and step.done.endswith("were taken out")
    assert facts.bookmarks == before.bookmarks


def test_a_harmless_action_behind_a_script_stays(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        view = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"), Next=view)

    outcome = repair_paper(edit_pdf(paper_pdf(tmp_path / "a.pdf"), change), "017", ALL)
    assert outcome is not None
    with pikepdf.open(io.BytesIO(outcome.content)) as pdf:
        assert Name.GoTo == pdf.Root.OpenAction.S


def test_remarks_and_their_pop_ups_are_taken_out_and_fields_stay(tmp_path: Path) -> None:
    path = defects.with_form(tmp_path / "a.pdf")
    note = Dictionary(Subtype=Name.Text, Rect=Array([400, 700, 420, 720]), Contents=String("Please cite us"))
    edit_pdf(path, lambda pdf: add_annotation(pdf, pdf.pages[1], note))
    links = inspect_paper(path, "017").links
    step, facts = repaired(path)
    assert step.done == "1 remark on page 2 was taken out; the first that says something reads “Please cite us”"
    assert (facts.annotations, len(facts.form_fields), facts.links) == ((), 1, links)
    assert b"cite us" not in (tmp_path / "repaired.pdf").read_bytes()


def test_attached_files_are_taken_out(tmp_path: Path) -> None:
    step, facts = repaired(defects.with_attachment(tmp_path / "a.pdf"))
    assert step.done == "1 attached file (results.csv) was taken out"
    assert facts.attachments == ()


def test_attached_files_of_one_name_are_counted_and_named_once(tmp_path: Path) -> None:
    step, facts = repaired(defects.with_several_attachments(tmp_path / "a.pdf"))
    assert step.done == "3 attached files (a.csv and data.csv) were taken out"
    assert facts.attachments == ()


def test_pages_of_a_wrong_size_get_the_right_one_and_keep_their_ink(tmp_path: Path) -> None:
    before = inspect_paper(paper_pdf(tmp_path / "a.pdf", size=LETTER), "017")
    step, facts = repaired(tmp_path / "a.pdf")
    assert step.done == "4 pages of US Letter are now A4, with their content 8 pt to the left and 25 pt down"
    for old, new in zip(before.pages, facts.pages, strict=True):
        assert (new.width, new.height) == pytest.approx(A4, abs=0.01)
        assert old.ink and new.ink
        moved = (old.ink[0] - 8, old.ink[1] + 25, old.ink[2] - 8, old.ink[3] + 25)
        assert new.ink == pytest.approx(moved, abs=1.0)
    assert facts.links == before.links


def test_a_text_block_as_wide_as_the_profile_wants_comes_to_lie_where_it_wants(tmp_path: Path) -> None:
    lncs = load_profile("lncs")
    order = RepairOrder(kinds=("page_box",), page=wanted_page(lncs))
    path = paper_pdf(tmp_path / "a.pdf", size=(500, 760))
    step, facts = repaired(path, order)
    assert step.done.startswith("4 pages of 176 x 268 mm are now A4, ")  # as the finding page-size words it
    ink, block = facts.pages[1].ink, lncs.text_block.places["a4"][0]
    assert ink
    assert (ink[0] + ink[2]) / 2 == pytest.approx((block[0] + block[2]) / 2, abs=1.5)
    assert ink[1] == pytest.approx(block[1], abs=1.5)


def test_ink_that_does_not_fit_keeps_its_page(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", size=(900, 1200), draw=lambda canvas, _: canvas.line(10, 600, 890, 600))
    assert "and does not fit" in refused(path)


def test_a_move_that_would_show_what_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = paper_pdf(tmp_path / "a.pdf", size=LETTER, draw=lambda canvas, _: canvas.rect(100, 795, 50, 20, fill=1))
    assert refused(path) == "page 1 would look different"


def test_a_remark_that_the_page_itself_is_drawn_with_is_left(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.make_indirect(pdf.pages[1].obj.Resources)
        fonts.Subtype, fonts.Rect, fonts.Contents = Name.Text, Array([0, 0, 9, 9]), String("both")
        pdf.pages[1].obj.Resources = fonts
        pdf.pages[1].obj.Annots = Array([fonts])

    assert refused(edit_pdf(paper_pdf(tmp_path / "a.pdf"), change)) == "page 2 would look different"


@pytest.mark.parametrize("kind", REPAIR_KINDS)
def test_only_what_is_asked_for_is_done(tmp_path: Path, kind: RepairKind) -> None:
    path = defects.with_attachment(tmp_path / "a.pdf")
    outcome = repair_paper(path, "017", RepairOrder(kinds=(kind,), page=ALL.page))
    assert (outcome is not None) == (kind == "attachments")


def test_a_locked_file_that_nobody_may_unlock_is_left_alone(tmp_path: Path) -> None:
    path = defects.restricted_file(tmp_path / "a.pdf")
    assert repair_paper(path, "017", RepairOrder(kinds=("javascript", "annotations"))) is None


@pytest.mark.parametrize(
    "maker",
    [defects.empty_file, defects.html_file, defects.cut_file, defects.password_file, defects.without_pages, paper_pdf],
    ids=lambda made: made.__name__,
)
def test_a_file_that_is_broken_or_good_is_left_alone(tmp_path: Path, maker: Maker) -> None:
    assert repair_paper(maker(tmp_path / "a.pdf"), "017", ALL) is None


def test_a_certified_file_is_left_alone(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Creator = String("Certified by IEEE PDFeXpress at 05/12/2019 10:15:32 AM")

    assert repair_paper(edit_pdf(defects.with_attachment(tmp_path / "a.pdf"), change), "017", ALL) is None


def test_the_record_names_the_file_as_it_was_received(tmp_path: Path) -> None:
    path = defects.with_attachment(tmp_path / "a.pdf")
    outcome = repair_paper(path, "017", ALL)
    assert outcome is not None
    record = outcome.paper
    assert (record.paper, record.received_bytes) == ("017", path.stat().st_size)
    assert record.received_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert record.sha256 == hashlib.sha256(outcome.content).hexdigest()
    again = repair_paper(path, "017", ALL)
    assert again is not None and again.content == outcome.content
