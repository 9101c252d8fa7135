"""Whatever a paper carries besides its pages is in the volume, or was dropped on purpose, or is a mismatch."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import msgspec
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, Pdf, String

from builders import facts
from fidelity_makers import (
    FIRST,
    Change,
    edit_stamped,
    edit_volume,
    fidelity_of,
    loaded_volume,
    lost,
    of_kind,
    verification,
)
from pdf_makers import add_annotation
from proceedings.records.proof import Dropped, Fidelity, Inventory
from proceedings.records.repair import RepairedPaper, RepairKind, RepairStep
from proceedings.repairs.pdf_cleaning import take_out_active_content, take_out_attachments, take_out_remarks
from proceedings.verification.fidelity import (
    CERTIFIED,
    NOT_ACTIVE,
    NOWHERE,
    RUNS,
    UNTAGGED,
    dropped_on_purpose,
    summed,
    unaccounted,
    whole_file,
)
from proceedings.verification.pdf_reading import FinishedPdf
from volume_makers import VolumeFolder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> VolumeFolder:
    return loaded_volume(tmp_path_factory.mktemp("loaded"))


@pytest.fixture
def made(whole: VolumeFolder, tmp_path: Path) -> VolumeFolder:
    shutil.copytree(whole.folder / "out", tmp_path / "out")
    shutil.copytree(whole.folder / "papers", tmp_path / "papers")
    made = copy.copy(whole)
    made.folder = tmp_path
    return made


def test_a_volume_that_keeps_everything_has_nothing_to_complain_of(whole: VolumeFolder) -> None:
    assert verification(whole).prove().mismatches == ()


def test_the_ledger_says_what_was_there_what_is_there_and_why_the_rest_is_not(whole: VolumeFolder) -> None:
    ledger = fidelity_of(whole, "a.1")
    remarks = {"FileAttachment": 1, "Highlight": 1, "Widget": 1}
    kept = Inventory(
        links_internal=4,
        links_external=2,
        destinations=3,
        bookmarks=2,
        annotations=remarks,
        form_fields=1,
        layers=3,
        attachments=2,
        structure={"Document": 1, "P": 2},
    )
    active = {"DocMDP": 1, "JavaScript": 2, "Launch": 1, "XFA": 1}
    assert ledger.volume == ledger.stamped == kept
    assert ledger.source == msgspec.structs.replace(kept, links_internal=5, bookmarks=4, active=active)
    assert set(ledger.dropped) == {
        Dropped(kind="links_internal", number=1, reason=NOWHERE),
        Dropped(kind="bookmarks", number=1, reason=NOWHERE),
        Dropped(kind="bookmarks", number=1, reason=RUNS),
        Dropped(kind="active", number=3, reason=RUNS),
        Dropped(kind="active", number=1, reason=CERTIFIED),
        Dropped(kind="active", number=1, reason=NOT_ACTIVE["XFA"]),
    }


def drop_annotation(kind: str, page: int) -> Change:
    def change(pdf: Pdf) -> None:
        annotations = pdf.pages[page].obj.Annots
        pdf.pages[page].obj.Annots = Array([each for each in annotations if each.Subtype != f"/{kind}"])

    return change


def set_field(key: str, value: object) -> Change:
    return lambda pdf: of_kind(pdf.pages[FIRST + 1], "Widget").__setitem__(key, value)


def rename_group(pdf: Pdf) -> None:
    of_kind(pdf.pages[FIRST + 1], "Widget").Parent.Parent.T = String("a_1")


def swap_font_of_form(pdf: Pdf) -> None:
    fonts = pdf.Root.AcroForm.DR.Font
    fonts["/F1"] = fonts["/F1~"]


def show_all_layers(pdf: Pdf) -> None:
    del pdf.Root.OCProperties.D.OFF


def forget_layer(name: str) -> Change:
    def change(pdf: Pdf) -> None:
        groups = list(pdf.Root.OCProperties.OCGs)
        groups.remove(next(each for each in groups if each.Name == name))
        pdf.Root.OCProperties.OCGs = Array(groups)

    return change


def rewrite_attachment(pdf: Pdf) -> None:
    pdf.attachments["a.1/code.txt"].obj.EF.F.write(b"print('other')")


def script_on_opening(pdf: Pdf) -> None:
    pdf.pages[FIRST].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def forget_destination(pdf: Pdf) -> None:
    names = NameTree(pdf.Root.Names.Dests)
    del names["a.1/section.1"]


def forget_link_to_a_file(pdf: Pdf) -> None:
    page = pdf.pages[FIRST + 1].obj
    page.Annots = Array([each for each in page.Annots if "/A" not in each or each.A.S != "/GoToR"])


def forget_heading(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        paper = outline.root[0].children[0]
        paper.children[:] = [each for each in paper.children if each.title != "Nowhere"]


def nest_bookmarks(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        paper = outline.root[0].children[0]
        paper.children[0].children.append(paper.children.pop(1))


PLANTED: list[list[tuple[Change, str]]] = [
    [
        (drop_annotation("Highlight", FIRST), "3 annotations 1 is lost or changed: Highlight on page 1"),
        (set_field("/V", String("another answer")), "1 form field 1 is lost or changed: person.name"),
        (show_all_layers, "3 layers 1 is lost or changed: grid"),
        (rewrite_attachment, "2 attached files 1 is lost or changed: code.txt"),
        (forget_destination, "3 destinations 1 is lost or changed: section.1"),
        (forget_heading, "are not those of the stamped paper"),
    ],
    [
        (drop_annotation("FileAttachment", FIRST + 1), "2 attached files 1 is lost or changed: pinned.txt"),
        (set_field("/AP", Dictionary()), "1 form field 1 is lost or changed: person.name"),
        (forget_layer("text"), "3 layers 1 is lost or changed: text"),
        (script_on_opening, "active content is left in it: JavaScript"),
        (forget_link_to_a_file, "1 link to elsewhere 1 is lost or changed: GoToR on page 2"),
        (nest_bookmarks, "are not those of the stamped paper"),
    ],
    [
        (rename_group, "1 form field 1 is lost or changed: person.name"),
        (forget_layer("spare"), 'the layer "spare", which no page uses, is lost'),
        (lambda pdf: pdf.Root.StructTreeRoot.K.K[0].K.__delitem__(1), "3 structure elements 1 is lost or changed: P"),
    ],
    [(swap_font_of_form, "1 font of fields 1 is lost or changed: that of person.name")],
]


@pytest.mark.parametrize("planted", PLANTED)
def test_whatever_is_lost_on_the_way_into_the_volume_is_caught(
    made: VolumeFolder, planted: list[tuple[Change, str]]
) -> None:
    for change, _ in planted:
        edit_volume(made, change)
    told = lost(made)
    assert [says for _, says in planted if not any(says in each for each in told)] == [], told


def test_whatever_stamping_loses_is_caught(made: VolumeFolder) -> None:
    def lose(pdf: Pdf) -> None:
        drop_annotation("Highlight", 0)(pdf)
        show_all_layers(pdf)
        del pdf.Root.StructTreeRoot
        pdf.Root.Perms = Dictionary(UR3=Dictionary())

    edit_stamped(made, "a.1", lose)
    told = lost(made)
    for says in ("3 annotations 1 is", "3 layers 1 is lost or changed: grid", "3 structure elements 3 are lost"):
        assert any(f"of the author's {says}" in each for each in told), told
    assert any("active content is left in it: UR3" in each for each in told), told


def test_tags_are_missed_unless_assembly_says_that_it_left_them_out(made: VolumeFolder) -> None:
    edit_volume(made, lambda pdf: pdf.Root.__delattr__("StructTreeRoot"))
    assert sum("3 structure elements 3 are lost" in each for each in lost(made)) == 2
    assert lost(made, untagged=made.papers) == []
    left_out = Dropped(kind="structure", number=3, reason=UNTAGGED)
    assert left_out in fidelity_of(made, "a.1", untagged=made.papers).dropped


def test_what_is_gone_for_no_reason_is_counted() -> None:
    before, after = Inventory(layers=3, annotations={"Text": 2, "Ink": 1}), Inventory(layers=3, annotations={"Ink": 1})
    told = (Dropped(kind="annotations", number=1, reason="the chair had it repaired"),)
    assert unaccounted(Fidelity(source=before, volume=after, dropped=told)) == [
        "of the author's 3 annotations 1 are left, and nothing says why"
    ]
    assert unaccounted(Fidelity(source=before, volume=after, dropped=(*told, *told))) == []
    assert unaccounted(Fidelity(source=None, volume=after)) == []


def test_what_the_chair_had_taken_out_is_told_with_the_words_of_the_repair(whole: VolumeFolder, tmp_path: Path) -> None:
    repaired = tmp_path / "repaired.pdf"
    with Pdf.open(whole.author("a.1")) as pdf:
        for clean in (take_out_active_content, take_out_remarks, take_out_attachments):
            clean(pdf)
        pdf.save(repaired)
    parts = [whole_file(each.read.navigation, each.held) for each in map(read_author, (whole.author("a.1"), repaired))]
    kinds: tuple[RepairKind, ...] = ("javascript", "annotations", "attachments", "page_box")
    steps = [RepairStep(kind=kind, done=f"{kind} repaired") for kind in kinds]
    told = [each for each in dropped_on_purpose(*parts, steps, 0) if each.reason.startswith("the chair")]
    assert [(each.kind, each.number, each.reason.rpartition(": ")[2]) for each in told] == [
        ("active", 3, "javascript repaired"),
        ("bookmarks", 1, "javascript repaired"),
        ("annotations", 1, "annotations repaired"),
        ("attachments", 2, "attachments repaired"),
        ("annotations", 1, "attachments repaired"),
    ]
    assert (
        dropped_on_purpose(parts[0], parts[0], [RepairStep(kind="annotations", refused="no")], 0)[0].kind
        != "annotations"
    )


def test_a_repaired_paper_is_counted_as_it_came(made: VolumeFolder, tmp_path: Path) -> None:
    repaired = shutil.copy(made.author("a.1"), tmp_path / "repaired.pdf")
    made.change("a.1", lambda pdf: add_annotation(pdf, pdf.pages[0], Dictionary(Subtype=Name.Text, Rect=[0, 0, 9, 9])))
    step = RepairStep(kind="annotations", done="1 remark on page 1 was taken out")
    known = facts("a.1", pages=2, repaired=RepairedPaper(file=str(repaired), steps=(step,)))
    ledger = fidelity_of(made, "a.1", facts={"a.1": known})
    assert ledger.source is not None
    assert (ledger.source.annotations["Text"], "Text" in ledger.volume.annotations) == (1, False)
    reason = "the chair had the file repaired: 1 remark on page 1 was taken out"
    assert Dropped(kind="annotations", number=1, reason=reason) in ledger.dropped
    untold = facts("a.1", pages=2, repaired=RepairedPaper(file=str(repaired)))
    assert any("4 annotations 3 are left, and nothing says why" in each for each in lost(made, facts={"a.1": untold}))


def read_author(path: Path) -> FinishedPdf:
    return FinishedPdf(path, strict=False)


def test_inventories_add_up() -> None:
    one, other = Inventory(layers=1, active={"Launch": 1}), Inventory(layers=2, active={"Launch": 1, "XFA": 1})
    assert summed([one, other]) == Inventory(layers=3, active={"Launch": 2, "XFA": 1})
    assert summed([]) == Inventory()
