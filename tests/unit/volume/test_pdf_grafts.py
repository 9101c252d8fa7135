from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from proceedings.volume.pdf_grafts import attachments, graft_form, graft_layers


def volume_of(*papers: Pdf, graft: Callable[[Pdf, Pdf, str], object]) -> Pdf:
    """A volume with all pages of the papers `a`, `b`, ..."""
    volume = Pdf.new()
    for name, paper in zip("abc", papers, strict=False):
        for page in paper.pages:
            volume.pages.append(page)
        graft(volume, paper, name)
    return volume


def form_paper(value: str) -> Pdf:
    """A page with a text field called `name`."""
    pdf = Pdf.new()
    page = pdf.add_blank_page().obj
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    field = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String(value), P=page)
    )
    page["/Annots"] = Array([field])
    pdf.Root["/AcroForm"] = Dictionary(
        Fields=Array([field]), DA=String("/F1 10 Tf"), DR=Dictionary(Font=Dictionary(F1=font))
    )
    return pdf


def layer_paper(*names: str, base: Name = Name.ON, **lists: list[int]) -> Pdf:
    """A page with layers; `lists` name layers by their index, as in OFF=[0]."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    groups = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in names]
    settings = Dictionary(Order=Array(groups), BaseState=base)
    for key, members in lists.items():
        settings[f"/{key}"] = Array([groups[index] for index in members])
    pdf.Root["/OCProperties"] = pdf.make_indirect(Dictionary(OCGs=Array(groups), D=settings))
    return pdf


def test_fields_of_one_name_stay_apart_and_keep_their_values() -> None:
    volume = volume_of(form_paper("one"), form_paper("two"), graft=graft_form)
    file = io.BytesIO()
    volume.save(file)
    fields = pypdf.PdfReader(file).get_fields()
    assert fields is not None
    assert {name: field.get("/V") for name, field in fields.items() if "." in name} == {
        "a.name": "one",
        "b.name": "two",
    }
    widget = volume.pages[1].obj.Annots[0]
    assert str(widget.Parent.T) == "b"
    assert str(widget.Parent.DA) == "/F1 10 Tf"
    assert "/F1" in volume.Root.AcroForm.DR.Font


def test_two_fonts_of_one_name_stay_apart() -> None:
    other = form_paper("two")
    other.Root.AcroForm.DR.Font.F1.BaseFont = Name.Courier
    volume = volume_of(form_paper("one"), other, form_paper("three"), graft=graft_form)
    fonts = volume.Root.AcroForm.DR.Font
    assert {name: str(font.BaseFont) for name, font in fonts.items()} == {"/F1": "/Helvetica", "/F1~": "/Courier"}
    typed = [str(page.obj.Annots[0].Parent.DA) for page in volume.pages]
    assert typed == ["/F1 10 Tf", "/F1~ 10 Tf", "/F1 10 Tf"]


def test_a_paper_without_a_form_brings_none() -> None:
    paper = Pdf.new()
    paper.add_blank_page()
    paper.Root["/AcroForm"] = Dictionary(Fields=Array())
    assert "/AcroForm" not in volume_of(paper, graft=graft_form).Root


def test_layers_of_all_papers_are_listed_under_their_papers() -> None:
    volume = volume_of(layer_paper("grid", "text", OFF=[0]), layer_paper("notes"), graft=graft_layers)
    properties = volume.Root.OCProperties
    assert [str(group.Name) for group in properties.OCGs] == ["grid", "text", "notes"]
    assert [str(group.Name) for group in properties.D.OFF] == ["grid"]
    assert [str(branch[0]) for branch in properties.D.Order] == ["a", "b"]


def test_layers_that_were_hidden_by_default_stay_hidden() -> None:
    volume = volume_of(layer_paper("shown"), layer_paper("x", "y", base=Name.OFF, ON=[1]), graft=graft_layers)
    assert [str(group.Name) for group in volume.Root.OCProperties.D.OFF] == ["x"]


def test_every_attached_file_has_a_name_of_its_own() -> None:
    paper = Pdf.new()
    paper.add_blank_page()
    own, one, other = (paper.make_indirect(Dictionary(F=String(name))) for name in ("code.txt", "code.txt", "Daten Ω"))
    paper.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=[String("code.txt"), own, String("Ω"), other]))
    paper.Root["/AF"] = Array([own, one])
    names = [str(String(name)) for name in attachments(Pdf.new(), paper, "a")]
    assert names == ["a/code.txt", "a/Ω", "a/code.txt~"]


def test_attachments_are_known_by_their_paper() -> None:
    paper = Pdf.new()
    paper.add_blank_page()
    paper.attachments["code.txt"] = b"print(1)"
    volume = Pdf.new()
    found = attachments(volume, paper, "a")
    assert list(found) == [b"a/code.txt"]
    assert found[b"a/code.txt"].EF.F.read_bytes() == b"print(1)"
    assert attachments(volume, Pdf.new(), "b") == {}
