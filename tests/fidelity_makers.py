"""Makers of papers that carry more than pages: remarks, form fields, layers, embedded files, tags, scripts; and a
volume of two such papers, made by the stages themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from pdf_makers import add_annotation, add_link
from proceedings.bibliography.bibtex import write_bibtex
from proceedings.publisher import load_policy
from proceedings.records.placement import Placement, TypesetPart
from proceedings.records.proof import Fidelity
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.verification.volume_proof import Places, Verification
from volume_makers import VolumeFolder

Change = Callable[[Pdf], object]

FIRST = 1
"""The volume's page, from 0, on which paper `a.1` starts: behind a blank one."""


def loaded_volume(folder: Path) -> VolumeFolder:
    """Papers `a.1` and `a_1`, which carry everything, behind a blank page, and one that only has a turned page."""
    made = VolumeFolder(folder, papers=("a.1", "a_1", "turned"), pages=2)
    papers = tuple(msgspec.structs.replace(each, title=f"Title of {each.id}") for each in made.edition.papers)
    made.edition = msgspec.structs.replace(made.edition, papers=papers)
    placements = [_moved(each) for each in made.pagination.placements]
    placements[0] = msgspec.structs.replace(placements[0], blanks_before=1)
    made.pagination = msgspec.structs.replace(made.pagination, placements=tuple(placements), next_page=8)
    for paper in ("a.1", "a_1"):
        made.change(paper, lambda pdf, paper=paper: load(pdf, paper))  # type: ignore[misc]
    made.change("turned", lambda pdf: pdf.pages[0].rotate(90, relative=False))
    made.stamp()
    made.assemble()
    bibtex = write_bibtex(made.edition, made.pagination, load_policy("own"))
    (folder / "out/proceedings.bib").write_text(bibtex, "utf-8")
    return made


def _moved(placement: Placement) -> Placement:
    return msgspec.structs.replace(placement, first_page=placement.first_page + 1, last_page=placement.last_page + 1)


def verification(made: VolumeFolder, **fields: Any) -> Verification:
    """A verification of the volume as it lies there."""
    out = made.folder / "out"
    places = Places(made.volume, out / "papers", out / "papers.csv", out / "proceedings.bib", made.folder / "papers")
    layout = VolumeLayout(made.pagination, front=made.parts.get("front_matter", TypesetPart()))
    return Verification(made.edition, layout, places, **fields)


def fidelity_of(made: VolumeFolder, paper: str, **fields: Any) -> Fidelity:
    """What the proof says of one paper."""
    return next(each.fidelity for each in verification(made, **fields).prove().papers if each.id == paper)


def lost(made: VolumeFolder, **fields: Any) -> list[str]:
    """What a verification says of all that is not pages."""
    found = verification(made, **fields)
    found.prove()
    return [each.message for each in found.mismatches if each.kind in ("fidelity", "links", "outline")]


def load(pdf: Pdf, paper: str) -> None:
    """Everything at once."""
    corners = [100, 512, 200, 512, 100, 500, 200, 500]
    remark = Dictionary(Subtype=Name.Highlight, Rect=[100, 500, 200, 512], QuadPoints=corners, Contents=paper)
    add_annotation(pdf, pdf.pages[0], remark)
    add_field(pdf, f"answer of {paper}")
    add_layers(pdf)
    pdf.attachments["code.txt"] = f"print('{paper}')".encode()
    pin_file(pdf, paper.encode())
    tag(pdf)
    add_active_content(pdf)
    add_link(pdf, pdf.pages[0], (10, 300, 20, 310), Dictionary(S=Name.GoTo, D=String("section.nowhere")))
    add_link(pdf, pdf.pages[1], (10, 200, 20, 210), Dictionary(S=Name.GoToR, F=String("other.pdf"), D=[0, Name.Fit]))
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Nowhere", String("section.nowhere")))


def add_field(pdf: Pdf, value: str) -> None:
    """A text field called `name` with its appearance, below a group of fields; the font `F1` is not always the same."""
    look = pdf.make_stream(b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 20])
    group = pdf.make_indirect(Dictionary(T=String("person"), FT=Name.Tx, Kids=Array()))
    add_annotation(
        pdf,
        pdf.pages[1],
        Dictionary(
            Subtype=Name.Widget, Rect=[100, 100, 200, 120], T=String("name"), V=String(value), AP=Dictionary(N=look)
        ),
    )
    field = pdf.pages[1].obj.Annots[-1]
    field.Parent = group
    group.Kids.append(field)
    face = Name.Courier if "_" in value else Name.Helvetica
    fonts = Dictionary(F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=face))
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([group]), DA=String("/F1 10 Tf"), DR=Dictionary(Font=fonts), XFA=String("<xdp/>")
    )


def add_layers(pdf: Pdf) -> None:
    """`grid`, hidden when the file is opened, and `text`, both used by the first page; `spare`, used by none."""
    groups = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(each))) for each in ("grid", "text", "spare")]
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(MC0=groups[0], MC1=groups[1])
    pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=Dictionary(OFF=Array(groups[:1]), Order=Array(groups)))


def pin_file(pdf: Pdf, content: bytes) -> None:
    """A file that is pinned to the second page and in no tree."""
    stream = pdf.make_stream(content, Type=Name.EmbeddedFile)
    file = Dictionary(Type=Name.Filespec, F=String("pinned.txt"), EF=Dictionary(F=stream))
    add_annotation(pdf, pdf.pages[1], Dictionary(Subtype=Name.FileAttachment, Rect=[10, 10, 20, 20], FS=file))


def tag(pdf: Pdf) -> None:
    """A structure tree: a document with a paragraph of the author's own type on each page."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Text=Name.P)))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    for page in pdf.pages:
        text = Dictionary(Type=Name.StructElem, S=Name.Text, P=document, Pg=page.obj, K=0)
        document.K.append(pdf.make_indirect(text))
    root.K = document
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def add_active_content(pdf: Pdf) -> None:
    """A script on opening, one on turning to a page, a link and a bookmark that start something, a certificate."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.pages[1].obj.AA = Dictionary(O=script)
    add_link(pdf, pdf.pages[1], (10, 100, 20, 110), Dictionary(S=Name.Launch, F=String("a.exe")))
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Start", action=Dictionary(S=Name.Launch, F=String("a.exe"))))
    pdf.Root.Perms = Dictionary(DocMDP=Dictionary(Type=Name.Sig))


def edit_volume(made: VolumeFolder, change: Change) -> None:
    """Let `change` work on the volume."""
    _edit(made.volume, change)


def edit_stamped(made: VolumeFolder, paper: str, change: Change) -> None:
    """Let `change` work on a stamped paper as it is handed over."""
    _edit(made.folder / "out/papers" / f"{paper}.pdf", change)


def _edit(path: Path, change: Change) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, deterministic_id=True)


def of_kind(page: pikepdf.Page, kind: str) -> Any:
    """The first annotation of a kind on a page."""
    return next(each for each in page.obj.Annots if re.fullmatch(f"/{kind}", str(each.Subtype)))
