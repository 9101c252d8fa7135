from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from export_makers import PDF, acm_author, acm_paper, acm_xml, written
from proceedings.importers.acm import read
from proceedings.importers.acm_table import BY_PLACE, TITLES
from proceedings.importers.imported import Imported, SourceError, doubt_lines
from proceedings.names import author_list

BEN = "Dr.,Ben,J.,Two,Jr.,2,no,,,,ben@example.org,,Sample Lab,Kiel,,Germany,,Second Lab,Ghent,,BE"
ADA = ",Ada,,Sample,,1,yes,,,,ada@example.org,,Sample Lab,Kiel,,Germany,,,,,"
MAUSAM = ",Mausam,,,,1,yes,,,,m@example.org,,Elsewhere,,,Utopia,,,,,"
ROWS = f"""\
108XX,a1,Full Paper,Fast Training,{BEN},Scale,1,,1,8,2
108XX,a1,Full Paper,Fast Training,{ADA},Scale,1,,1,8,2
108XX,a2,Short Paper,"Slow, Sure",{MAUSAM},Scale,1,,,,1
"""


def imported(folder: Path, text: str | bytes, name: str = "acm.xml") -> Imported:
    return read(written(folder, {name: text if isinstance(text, bytes) else text.encode()}))


def doubted(export: Imported) -> str:
    return "\n".join(doubt_lines(export.doubts))


def test_a_paper_has_its_authors_by_number_with_one_contact(tmp_path: Path) -> None:
    paper = imported(tmp_path, acm_xml(acm_paper())).edition.papers[0]
    assert (paper.id, paper.title, paper.type) == ("7", "Fast Training", "full")
    assert author_list(paper.authors) == "Ada Sample and Ben Two"
    assert [each.corresponding for each in paper.authors] == [True, False]
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert [(each.department, each.name, each.city, each.country) for each in paper.affiliations.values()] == [
        ("Computing", "Sample University", "Ghent", "BE")
    ]
    assert paper.expected_pages == 8
    assert paper.dates.submitted == datetime.date(2031, 1, 18)


def test_an_author_keeps_all_affiliations_in_their_order(tmp_path: Path) -> None:
    more = "<affiliation><institution>Second Lab</institution><sequence_no>2</sequence_no></affiliation>"
    paper = imported(tmp_path, acm_xml(acm_paper(authors=acm_author(1, "Ada", "Sample", "Y", more)))).edition.papers[0]
    names = [paper.affiliations[key].name for key in paper.authors[0].affiliations]
    assert names == ["Sample University", "Second Lab"]


def test_sections_are_sessions_and_papers_stand_by_their_numbers(tmp_path: Path) -> None:
    papers = [acm_paper(9, section="Scale"), acm_paper(8, section="Storage"), acm_paper(7, section="Scale")]
    sessions = imported(tmp_path, acm_xml(*papers)).edition.sessions
    assert [(each.title, each.papers) for each in sessions] == [("Scale", ("7", "9")), ("Storage", ("8",))]


def test_a_section_with_elements_of_its_own_is_told_with_its_line(tmp_path: Path) -> None:
    export = imported(tmp_path, acm_xml(acm_paper(section="Data<no>1</no>")))
    assert [each.title for each in export.edition.sessions] == ["Data1"]
    assert "a section holds elements that ACM's format has not" in doubted(export)
    assert "(Data1)" in doubted(export)


def test_contacts_other_than_one_are_told(tmp_path: Path) -> None:
    two = acm_author(1, "Ada", "Sample", "Y") + acm_author(2, "Ben", "Two", "Y")
    export = imported(tmp_path, acm_xml(acm_paper(1, authors=two), acm_paper(2, authors=acm_author(1, "Cem", "Three"))))
    assert [each.corresponding for each in export.edition.papers[0].authors] == [True, False]
    assert "several contact authors; the first is its corresponding author: paper 1" in doubted(export)
    assert "no contact author, and ACM wants exactly one: paper 2" in doubted(export)


def test_whoever_is_no_author_is_left_out(tmp_path: Path) -> None:
    editor = acm_author(2, "Ed", "Itor").replace("<role>author", "<role>editor")
    export = imported(tmp_path, acm_xml(acm_paper(authors=acm_author(1, "Ada", "Sample", "Y") + editor)))
    assert author_list(export.edition.papers[0].authors) == "Ada Sample"
    assert "paper 7 (editor)" in doubted(export)


def test_latex_becomes_unicode_and_math_stays(tmp_path: Path) -> None:
    title = r"Sch\&quot;{o}n: $O(n^2)$ \&amp; more"
    assert imported(tmp_path, acm_xml(acm_paper(title=title))).edition.papers[0].title == "Schön: $O(n^2)$ & more"


def test_letters_that_are_not_utf_8_are_read_as_windows_1252_and_told(tmp_path: Path) -> None:
    export = imported(tmp_path, acm_xml(acm_paper(title="Müller")).encode("cp1252"))
    assert export.edition.papers[0].title == "Müller"
    assert "read as Windows-1252: look at the accents: acm.xml" in doubted(export)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (acm_xml(acm_paper())[:-30], r"line \d+, column \d+: the file ends in the middle"),
        ("<erights_record><paper></erights_record>", r"line 1, column \d+: this is not XML"),
        ("<html/>", "<html> where <erights_record> should be"),
        (acm_xml(), "there is no <paper>"),
        (acm_xml(acm_paper(7), acm_paper(7, "Other")), "'7' is there twice"),
        (re.sub("<(event_tracking_number|sequence_no)>7", r"<\1>", acm_xml(acm_paper())), "no event_tracking_number"),
        ("", "the file ends in the middle"),
    ],
)
def test_what_cannot_be_imported_is_one_line_with_its_place(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        imported(tmp_path, text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_neither_fetched_nor_expanded(encoding: str, tmp_path: Path) -> None:
    entity = '<!DOCTYPE erights_record [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    text = (
        acm_xml(acm_paper(title="&e;"))
        .replace("UTF-8", encoding)
        .replace("<erights_record>", f"{entity}<erights_record>")
    )
    with pytest.raises(SourceError, match="defines entities"):
        imported(tmp_path, text.encode(encoding))


@pytest.mark.parametrize("titles", [f"{TITLES}\n", ""])
def test_the_table_is_read_with_titles_and_without(titles: str, tmp_path: Path) -> None:
    export = imported(tmp_path, titles + ROWS, "acm.csv")
    papers = {paper.id: paper for paper in export.edition.papers}
    assert [each.papers for each in export.edition.sessions] == [("a2", "a1")]
    assert [(each.given, each.family, each.suffix) for each in papers["a1"].authors] == [
        ("Ada", "Sample", None),
        ("Ben J.", "Two", "Jr."),
    ]
    assert [each.country for each in papers["a1"].affiliations.values()] == ["DE", "BE"]
    assert papers["a2"].authors[0].literal == "Mausam"
    assert (BY_PLACE in doubted(export)) is not titles
    assert "Utopia (paper a2)" in doubted(export)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "2 columns, and no 'event_tracking_number/theirnumber' among them"),
        (ROWS.replace("108XX,a2", "108XX,a1"), "paper a1 has several titles .*two exports merged"),
        (ROWS.replace("108XX,a2", "108XX,"), r"line 3 \(Slow, Sure\): it has no event_tracking_number"),
        (f"{TITLES}\n", "no row below the titles"),
        ("\n", "the table is empty"),
    ],
)
def test_another_table_is_refused(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words):
        imported(tmp_path, text, "acm.csv")


def test_a_table_saved_in_utf_16_or_for_excel_alone_is_the_same(tmp_path: Path) -> None:
    text = f"{TITLES}\n{ROWS}"
    usual = imported(tmp_path / "usual", text, "acm.csv")
    assert imported(tmp_path / "unicode", text.encode("utf-16"), "acm.csv").edition == usual.edition
    assert imported(tmp_path / "excel", f"sep=,\n{text}", "acm.csv").edition == usual.edition


def test_a_comma_outside_quotation_marks_moves_no_cell_into_another_column(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 3 has 32 cells, where there are 31 titles"):
        imported(tmp_path, ROWS.replace('"Slow, Sure"', "Slow, Sure") + ROWS, "acm.csv")


def test_a_quotation_mark_that_nothing_closes_swallows_no_papers(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="line 1: a quotation mark opens in this row, and none closes it"):
        imported(
            tmp_path, ROWS.replace("Fast Training", '"Fast Training', 1).replace('"Slow, Sure"', "Slow"), "acm.csv"
        )


def test_two_tables_in_one_file_are_refused(tmp_path: Path) -> None:
    table = f"{TITLES}\n{ROWS}"
    with pytest.raises(SourceError, match="line 5: the titles of the columns stand there again: were two exports"):
        imported(tmp_path, table + table, "acm.csv")
    with pytest.raises(SourceError, match="line 5: a byte order mark, where a second file begins"):
        imported(tmp_path, f"\ufeff{table}\ufeff{table}", "acm.csv")


def test_pdfs_are_matched_by_their_number(tmp_path: Path) -> None:
    written(tmp_path, {"pdf/dls31-final7.pdf": PDF})
    assert {key: path.name for key, path in imported(tmp_path, acm_xml(acm_paper())).pdfs.items()} == {
        "7": "dls31-final7.pdf"
    }


def test_an_element_that_is_empty_or_absent_is_a_doubt_or_one_line_and_never_a_crash(tmp_path: Path) -> None:
    text = acm_xml(acm_paper())
    outcomes = set()
    for element in re.findall(r"<([A-Za-z_]+)>", text):
        for changed in (f"<{element}/>", f"<{element}>-1 x</{element}>", "", f"<{element}>9</{element}>" * 2):
            once = re.sub(rf"<{element}>.*?</{element}>", changed, text, count=1, flags=re.DOTALL)
            try:
                outcomes.add(len(imported(tmp_path, once).edition.papers))
            except SourceError as error:
                outcomes.add("\n" in str(error))
    assert outcomes == {1, False}


def test_blanks_in_the_titles_of_the_table_do_not_count(tmp_path: Path) -> None:
    titles = TITLES.replace("institution / AFFILIATION", "institution/AFFILIATION").replace("theTitle", "thetitle")
    columns = ",".join(titles.split(",")[:31])
    _, paper = imported(tmp_path, f"{columns}\n{ROWS}", "acm.csv").edition.papers
    assert [each.name for each in paper.affiliations.values()] == ["Sample Lab", "Second Lab"]


def test_dois_are_those_of_the_table_of_contents_beside(tmp_path: Path) -> None:
    rows = "1,,7,,Fast  Training,Scale,https://doi.org/10.5555/7\n2,,8,,Another,Scale,10.5555/8\n3,,9,,Slow,Scale,\n"
    written(tmp_path, {"toc.csv": f"Order,ACMNo,ID,TOC_ID,Title,SessionName,DOI\n{rows}"})
    papers = acm_xml(acm_paper(7), acm_paper(8), acm_paper(9))
    export = read(written(tmp_path, {"erights.xml": papers, "toc.xml": acm_xml(acm_paper(7))}))
    assert [each.doi for each in export.edition.papers] == ["10.5555/7", None, None]
    assert "another title for the paper, so its DOI was not taken: paper 8 (10.5555/8)" in doubted(export)
