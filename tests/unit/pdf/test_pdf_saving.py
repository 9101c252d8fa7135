from __future__ import annotations

import time
import warnings
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, String

from proceedings.pdf.pdf_saving import pdf_bytes, save_pdf


def page_pdf() -> Pdf:
    pdf = Pdf.new()
    pdf.add_blank_page()
    return pdf


def test_saving_later_gives_the_same_bytes() -> None:
    first = pdf_bytes(page_pdf())
    time.sleep(1.1)
    assert pdf_bytes(page_pdf()) == first


def test_a_file_holds_the_same_and_nothing_is_left_aside(tmp_path: Path) -> None:
    save_pdf(page_pdf(), tmp_path / "folder/volume.pdf", oldest_version="1.7")
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["volume.pdf"]
    with Pdf.open(tmp_path / "folder/volume.pdf") as pdf:
        assert pdf.pdf_version == "1.7"


def test_a_widget_without_a_form_is_no_warning() -> None:
    pdf = page_pdf()
    widget = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("x")))
    pdf.pages[0].obj["/Annots"] = Array([widget])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert pdf_bytes(pdf)
