from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import acm_paper, acm_xml, doubted, easychair_folder, written
from proceedings.importers import read_source
from proceedings.importers.html_text import plain_line, plain_paragraphs, without_marks
from proceedings.importers.system_text import HTML_TAKEN

PASTED = "<i>Fast</i> CO<sub>2</sub> &eacute;"
TABLE = f"Paper ID,Title,Author 1 First name,Author 1 Last name,Abstract\n7,{PASTED},Ada,Sample,{PASTED}\n"
EXPORTS = {
    "acm": {"acm.xml": acm_xml(acm_paper(title=PASTED.replace("&", "&amp;").replace("<", "&lt;")))},
    "csv": {"papers.csv": TABLE},
    "easychair": {"99990001/README_EASYCHAIR": f"Paper: {PASTED}\nPages: 1-12\n-------\nAda | Sample\n-------\n"},
    "pcs": {"submissions.csv": TABLE.replace("Last", "Family")},
}


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("<p>One<br>line</p>\n<p>Two</p>", "One line\n\nTwo"),
        ("R&amp;D, &lt;b&gt; &eacute;", "R&D, <b> é"),
        ("10<sup>12</sup> H<sub>2</sub>O x<sup>abc</sup>", "10¹² H₂O xabc"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n\n• b"),
        ('<a href="https://example.org">here</a><script>alert(1)</script>', "here"),
        ("<p>if a<b and c>d then <i>x</i>", "if a<b and c>d then x"),
        ("<p>never closed <b>bold", "never closed bold"),
    ],
)
def test_what_a_browser_shows_is_kept_as_text(written: str, seen: str) -> None:
    assert plain_paragraphs(written) == seen


@pytest.mark.parametrize("text", ["a < b & c > d", "$x<y$ and $y>z$", "a <b and c> d", "one\n\ntwo"])
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert plain_paragraphs(text) == text


def test_a_title_is_one_line() -> None:
    assert plain_line("<b>Fast</b>\n Training") == "Fast Training"


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("<i>E. coli</i> &amp; CO<sub>2</sub> at 10<sup>-3</sup>", "E. coli & CO₂ at 10⁻³"),
        ("<b>x<i>y</i></b> and <span class='a'>z</span>", "xy and z"),
        ("R&amp;D &eacute;&#233; &lt;x&gt;", "R&D éé <x>"),
        *(
            (kept, kept)
            for kept in ("a < b & c > d", "the <s> token and </s>", "a <b and c> d", "R&D; AT&T", "<i>open")
        ),
    ],
)
def test_pasted_marks_in_pairs_and_entities_show_what_they_stand_for(pasted: str, shown: str) -> None:
    assert without_marks(pasted) == shown


@pytest.mark.parametrize("system", EXPORTS)
def test_what_was_pasted_into_any_system_shows_what_it_stands_for_and_is_told(system: str, tmp_path: Path) -> None:
    export = read_source(system, written(tmp_path, EXPORTS[system]))
    (paper,) = export.edition.papers
    assert paper.title == "Fast CO₂ é"
    assert paper.abstract in (None, paper.title)
    assert HTML_TAKEN in doubted(export)


def test_what_was_pasted_into_a_download_of_easychair_is_read_so_too(tmp_path: Path) -> None:
    row = f"4,{PASTED},Ada Sample,2031-01-01 10:00,,,,accept,no,yes,{PASTED},no\n"
    (paper,) = read_source("easychair", easychair_folder(tmp_path, row, "4,Ada,Sample,,,,,1,yes\n")).edition.papers
    assert (paper.title, paper.abstract) == ("Fast CO₂ é", "Fast CO₂ é")
