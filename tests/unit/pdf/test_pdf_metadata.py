from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

import pypdf
from pikepdf import Dictionary, Pdf, String

from proceedings.pdf.pdf_metadata import (
    Description,
    LabelRange,
    joined_ranges,
    write_description,
    write_page_labels,
    xmp_packet,
)

FULL = Description(
    title="Training & <Inference>",
    authors=("Ada Sample", "Ğı Ünlü"),
    subject="Proceedings",
    keywords=("deep learning", "supercomputers"),
    rights="CC BY 4.0",
    doi="10.5555/017",
    date="2019-06-20",
    language="en",
    publisher="The Workshop",
    isbn="978-3-16-148410-0",
)


def read_back(description: Description, pdf: Pdf | None = None) -> pypdf.PdfReader:
    pdf = pdf or Pdf.new()
    pdf.add_blank_page()
    write_description(pdf, description)
    file = io.BytesIO()
    pdf.save(file)
    return pypdf.PdfReader(file)


def test_info_and_xmp_say_the_same() -> None:
    reader = read_back(FULL)
    info: Any = reader.metadata
    xmp: Any = reader.xmp_metadata
    assert info.title == xmp.dc_title["x-default"] == "Training & <Inference>"
    assert info.author == "Ada Sample, Ğı Ünlü"
    assert xmp.dc_creator == ["Ada Sample", "Ğı Ünlü"]
    assert info["/Keywords"] == xmp.pdf_keywords == "deep learning, supercomputers"
    assert info["/ModDate"] == "D:20190620000000Z"
    assert xmp.dc_identifier == "doi:10.5555/017"
    assert xmp.dc_rights == {"x-default": "CC BY 4.0"}
    assert xmp.dc_publisher == ["The Workshop"]


def test_a_packet_is_xml_whatever_a_title_holds() -> None:
    packet = xmp_packet(Description(title='a\x00b\ud800 "c" ]]> & <d>'))
    ElementTree.fromstring(packet)
    assert "prism:doi" not in packet


def test_what_is_not_known_is_not_said() -> None:
    reader = read_back(Description(title="Only a Title"))
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Title", "/Producer"}


def test_the_author_s_language_and_creation_date_stay() -> None:
    pdf = Pdf.new()
    pdf.Root["/Lang"] = String("tr")
    pdf.trailer["/Info"] = pdf.make_indirect(
        Dictionary(
            Creator=String("TeX"), CreationDate=String("D:20190101"), Producer=String("pdfTeX"), Junk=String("x")
        )
    )
    reader = read_back(FULL, pdf)
    info: Any = reader.metadata
    root: Any = reader.trailer["/Root"]
    assert (info.creator, info.producer) == ("TeX", "Bindery")
    assert info["/CreationDate"] == "D:20190101"
    assert "/Junk" not in info
    assert root["/Lang"] == "tr"


def test_ranges_that_go_on_counting_are_one() -> None:
    ranges = [LabelRange(0, 1, roman=True), LabelRange(4, 1), LabelRange(7, 4), LabelRange(9, 8), LabelRange(10, 9)]
    assert joined_ranges(ranges) == (LabelRange(0, 1, roman=True), LabelRange(4, 1), LabelRange(9, 8))


def test_a_viewer_shows_the_printed_folios() -> None:
    pdf = Pdf.new()
    for _ in range(5):
        pdf.add_blank_page()
    write_page_labels(pdf, [LabelRange(0, 1, roman=True), LabelRange(2, 41), LabelRange(4, 50)])
    file = io.BytesIO()
    pdf.save(file)
    assert pypdf.PdfReader(file).page_labels == ["i", "ii", "41", "42", "50"]
