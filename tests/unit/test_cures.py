"""The cure speaks the language of the program that made the paper."""

from __future__ import annotations

import pytest

from builders import facts
from proceedings.codes import all_codes, finding
from proceedings.cures import maker_of, with_cures
from proceedings.profile import load_profile


@pytest.mark.parametrize(
    ("information", "maker"),
    [
        ({"Creator": "LaTeX with hyperref", "Producer": "pdfTeX-1.40.26"}, "tex"),
        ({"Creator": "TeX", "Producer": "pdfTeX-1.40.19"}, "tex"),
        ({"Producer": "xdvipdfmx (20140317)"}, "tex"),
        ({"Creator": "dvips(k) 5.86", "Producer": "Acrobat Distiller 6.0 (Windows)"}, "tex"),
        ({"Creator": " XeTeX output 2013.05.31:1134", "Producer": "MiKTeX-xdvipdfmx (0.7.9)"}, "tex"),
        ({"Producer": "Microsoft® Word für Microsoft 365"}, "word"),
        ({"Creator": "Acrobat PDFMaker 11 for Word", "Producer": "Adobe PDF Library 11.0"}, "word"),
        ({"Creator": "Word", "Producer": "Mac OS X 10.12.5 Quartz PDFContext"}, "word"),
        ({"Title": "Microsoft Word - final.docx", "Creator": "PScript5.dll Version 5.2.2"}, "word"),
        ({"Creator": "Writer", "Producer": "LibreOffice 7.3"}, "libreoffice"),
        ({"Producer": "Mac OS X 10.12.5 Quartz PDFContext"}, None),
        ({"Producer": "LuaHBTeX, Version 1.15.0 (TeX Live 2022)"}, "tex"),
        ({"Producer": "MiKTeX pdfTeX-1.40.18"}, "tex"),
        ({"Creator": "Cortex PDF", "Producer": "Vortex 2"}, None),
        ({"Title": "A Word on TeX", "Producer": "Skia/PDF m103"}, None),
        ({}, None),
    ],
)
def test_the_maker_is_read_from_the_document_information(information: dict[str, str], maker: str | None) -> None:
    assert maker_of(facts(document_info=information)) == maker


def cure(producer: str, **fields: str) -> str:
    made = finding("gutter", "x", paper="017", **fields)  # type: ignore[arg-type]
    return next(with_cures([made], [facts("017", document_info={"Producer": producer})])).remedy


def test_the_general_cure_comes_first_and_then_the_one_of_the_maker() -> None:
    known = all_codes()["gutter"]
    assert cure("pdfTeX-1.40.26") == f"{known.remedy}\nLaTeX: {known.latex}"
    assert cure("Microsoft Word 2016") == f"{known.remedy}\nWord: {known.word}"
    assert cure("LibreOffice 7.3") == f"{known.remedy}\nWord, and much the same in LibreOffice: {known.word}"


def test_both_are_given_where_nobody_says_who_made_the_paper() -> None:
    known = all_codes()["gutter"]
    assert cure("cairo 1.16.0") == f"{known.remedy}\nLaTeX: {known.latex}\nWord: {known.word}"


@pytest.mark.parametrize(
    ("profile", "command"), [("ieee", "IEEEpubid"), ("acm", "setcopyright"), ("ceurart", "copyrightclause")]
)
def test_a_missing_notice_is_cured_by_the_commands_of_its_template_alone(profile: str, command: str) -> None:
    made = finding("copyright-notice", "x", paper="017")
    by_tex = [facts("017", document_info={"Producer": "pdfTeX"})]
    *_, latex = next(with_cures([made], by_tex, load_profile(profile).latex)).remedy.split("\n")
    commands = ("IEEEpubid", "setcopyright", "copyrightclause")
    assert [each for each in commands if each in latex] == [command]


def test_a_cure_that_a_check_gives_itself_stays() -> None:
    assert cure("pdfTeX", remedy="Break line 12.") == "Break line 12."


def test_findings_of_the_volume_and_of_papers_without_a_file_stay() -> None:
    made = [finding("isbn-invalid", "x"), finding("camera-ready-missing", "y", paper="b")]
    assert list(with_cures(made, [facts("a")])) == made
