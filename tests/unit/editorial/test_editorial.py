"""Contents, authors and organisation for whoever sets them anew."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import msgspec
import pytest

from builders import author, edition, paper
from proceedings.editorial.blocks import Block, contents, organisation
from proceedings.editorial.folder import editorial_files
from proceedings.editorial.listing import FILES, is_set_anew
from proceedings.editorial.tables import as_csv
from proceedings.editorial.texts import latex, markdown
from proceedings.editorial.word import MAIN, word_document
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.front_matter import Committee, Member
from proceedings.records.paper import Affiliation, Paper
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.reproducibility import Reproducibility
from proceedings.records.volume import AppendixSettings, Editor, PartOf, Volume

JOINT = PartOf(title="Joint Workshops", first_page=211)
PLACES = {"ghent": Affiliation(name="Sample University", city="Ghent", country="BE")}


def part(**volume: object) -> Edition:
    """Three papers in two sessions; one person wrote two of them and answers for one."""
    ada = author("Ada Sample", email="ada@example.org", affiliations=("ghent",), orcid="0000-0002-1825-0097")
    answering = author("Ada Sample", email="ada@example.org", affiliations=("ghent",), corresponding=True)
    ludwig = author("Ludwig Berg", particle="van der", email="private@example.org", affiliations=("ghent",))
    return edition(
        paper("a", people=(ada, ludwig), title="Time in $2^{14}$ Nodes & *More*", affiliations=PLACES),
        paper("b", people=(answering,), short_title="Short", affiliations=PLACES),
        paper("c", people=(author("Mausam"),)),
        sessions=(
            Session(title="First", papers=("a",), chairs=("Ed Chair",)),
            Session(title="Rest", papers=("b", "c")),
        ),
        committees=(Committee(role="Programme Committee", members=(Member(literal="Mausam", country="BE"),)),),
        volume=Volume(**{"title": "Our Workshop", "publisher": "springer", "part_of": JOINT} | volume),  # type: ignore[arg-type]
    )


PLACED = Pagination(
    first_page=211,
    placements=(
        Placement(paper="a", first_page=211, last_page=222),
        Placement(paper="b", session=1, first_page=223, last_page=226),
        Placement(paper="c", session=1, first_page=227, last_page=227, standing="missing"),
    ),
    next_page=228,
)
SENT = {"a": {"pdf": "papers/a.pdf", "source": "papers/a.zip"}, "b": {"pdf": "papers/b.pdf"}}


def files(of: Edition) -> dict[str, bytes]:
    return editorial_files(of, PLACED, load_policy("springer"), SENT)


def rows(name: str, of: Edition | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(of or part())[name].decode("utf-8-sig"))))


def test_the_folder_has_the_files_that_its_readme_lists() -> None:
    made = files(part())
    assert set(made) == set(FILES)
    assert all(name in made["README.txt"].decode() for name in FILES)


def test_pages_of_the_appendix_in_a_joint_volume_are_told() -> None:
    described = part(appendix=AppendixSettings(placement="volume"))
    paper_a = msgspec.structs.replace(described.papers[0], reproducibility=Reproducibility(statement="All of it."))
    of = msgspec.structs.replace(described, papers=(paper_a, *described.papers[1:]))
    assert "The artifact appendix goes on from page 228; the next part begins" in files(of)["README.txt"].decode()
    assert "appendix" not in files(part())["README.txt"].decode()


def test_the_readme_says_of_which_book_which_pages_and_what_is_not_included() -> None:
    text = files(part())["README.txt"].decode()
    assert text.startswith("Our Workshop, a part of Joint Workshops\n")
    assert "3 papers on pages 211–227. Not included: c (missing). Pages are counted from 211, as it was given." in text


def test_papers_stand_in_order_with_pages_names_of_files_and_whom_to_write_to() -> None:
    first, second, third = rows("papers.csv")
    assert (first["id"], first["session"], first["first_page"], first["last_page"], first["pages"]) == (
        ("a", "First", "211", "222", "12")
    )
    assert (first["pdf"], first["sources"], first["form"], first["state"]) == (
        ("papers/a.pdf", "papers/a.zip", "", "included")
    )
    assert (second["short_title"], second["contact"], second["email"]) == ("Short", "Ada Sample", "ada@example.org")
    assert (third["state"], third["pdf"]) == ("missing", "")


def test_sessions_have_their_chairs_and_papers() -> None:
    assert [(row["title"], row["chairs"], row["papers"]) for row in rows("sessions.csv")] == [
        *(("First", "Ed Chair", "a"), ("Rest", "", "b; c"))
    ]


def test_papers_that_the_publisher_collects_are_said_to_be_with_it() -> None:
    assert rows("papers.csv", part(collected_by="publisher"))[2]["state"] == "with the publisher"


def test_everybody_is_listed_once_and_only_those_who_answer_with_an_address() -> None:
    by_name = {row["name"]: row for row in rows("authors.csv")}
    assert list(by_name) == ["Ludwig van der Berg", "Mausam", "Ada Sample"]
    ada, ludwig = by_name["Ada Sample"], by_name["Ludwig van der Berg"]
    assert (ada["papers"], ada["contact_of"], ada["email"]) == ("a; b", "b", "ada@example.org")
    assert (ada["affiliation"], ada["country"]) == ("Sample University, Ghent", "Belgium")
    assert (ludwig["family"], ludwig["email"]) == ("van der Berg", "")
    assert "private@" not in str(files(part()))


def by_wei_wang(id: str, orcid: str) -> Paper:
    """A paper by one of many of this name, whose institution is called like the paper."""
    people = (author("Wei Wang", orcid=orcid, affiliations=("x",)),)
    return paper(id, people=people, affiliations={"x": Affiliation(name=id)})


def test_two_people_of_one_name_are_told_apart_by_their_orcids() -> None:
    papers = (by_wei_wang("a", "0000-0002-1825-0097"), by_wei_wang("b", "0000-0001-5109-3700"), paper("c"))
    found = [row for row in rows("authors.csv", edition(*papers)) if row["name"] == "Wei Wang"]
    assert [(row["papers"], row["affiliation"]) for row in found] == [("a", "a"), ("b", "b")]


def test_editors_and_committees_stand_by_role() -> None:
    of = part(editors=(Editor(given="Ed", family="Chair", affiliation="Sample Lab"),))
    assert [(row["role"], row["name"], row["country"]) for row in rows("organisation.csv", of)] == [
        ("Editors", "Ed Chair", ""),
        ("Programme Committee", "Mausam", "Belgium"),
    ]
    assert [each.text for each in organisation(of)] == [
        *("Our Workshop: Organisation", "Editors", "Ed Chair, Sample Lab", "Programme Committee", "Mausam, Belgium"),
    ]


def test_an_area_stands_behind_its_role_and_its_chairs_come_first() -> None:
    area = Committee(role="Reviewers", area="Storage", chairs=(Member(literal="Ada"),), members=(Member(literal="Bo"),))
    of = edition(paper("a"), paper("b"), paper("c"), committees=(area,))
    assert [each.text for each in organisation(of)][1:] == ["Reviewers: Storage", "Ada (Chair)", "Bo"]
    assert [(row["area"], row["chair"], row["name"]) for row in rows("organisation.csv", of)] == [
        *(("Storage", "yes", "Ada"), ("Storage", "", "Bo"))
    ]


def test_contents_in_markdown_keep_mathematics_and_print_signs_as_they_are() -> None:
    text = markdown(contents(part(), PLACED))
    assert text.startswith(
        "# Our Workshop\n\n## First\n\nTime in $2^{14}$ Nodes & \\*More\\* ..... 211\\\n*Ada Sample and "
    )
    assert text.endswith("Paper c ..... 227\\\n*Mausam*\n")


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("1. A Sample", r"1\. A Sample"),
        ("42) A Sample", r"42\) A Sample"),
        ("# A Sample", r"\# A Sample"),
        ("- A Sample", r"\- A Sample"),
        ("> A Sample", r"\> A Sample"),
        ("3D Samples", "3D Samples"),
        ("$x$-Samples", "$x$-Samples"),
    ],
)
def test_a_title_makes_no_list_or_heading_of_itself_in_markdown(title: str, printed: str) -> None:
    assert markdown([Block("entry", title, "7")]).startswith(f"{printed} ..... 7")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-omics at Scale", "@Home"])
def test_a_text_that_begins_like_a_formula_stays_text_in_a_spreadsheet(text: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(("title", "pages"), [(text, 4)]).decode("utf-8-sig"))))
    assert rows[1] == [f"'{text}", "4"]


def test_contents_in_latex_escape_signs_and_spell_letters() -> None:
    text = latex([Block("entry", "A & B: $x_1$ by Đặng", "7")])
    assert text.endswith("\n\\noindent A \\& B: $x_1$ by {\\DJ}{\\d {\\u a}}ng\\dotfill\\ 7\n")


def test_a_word_document_raises_exponents_and_keeps_pages_behind_a_tab() -> None:
    content = word_document([Block("heading", "First"), Block("entry", "On $2^{14}$ \x0bNodes <all>", "211")])
    with zipfile.ZipFile(io.BytesIO(content)) as document:
        trees = {name: ElementTree.fromstring(document.read(name)) for name in document.namelist()}
    assert sorted(trees) == [
        *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml")
    ]
    entry = trees["word/document.xml"].findall(f".//{{{MAIN}}}p")[1]
    raised = [run.findtext(f"{{{MAIN}}}t") for run in entry if run.find(f".//{{{MAIN}}}vertAlign") is not None]
    assert raised == ["14"]
    assert "".join(entry.itertext()) == "On 214 Nodes <all>211"
    assert entry.find(f".//{{{MAIN}}}tab") is not None


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert files(part()) == files(part())


@pytest.mark.parametrize(
    ("volume", "expected"),
    [
        (Volume(publisher="own"), False),
        (Volume(publisher="own", part_of=JOINT), True),
        (Volume(publisher="springer"), True),
        (Volume(publisher="own", bundles=("ieee",)), True),
        (Volume(publisher="ceur", bundles=("archive",)), False),
    ],
)
def test_the_folder_is_made_where_somebody_else_sets_the_book(volume: Volume, expected: bool) -> None:
    assert is_set_anew(volume) is expected
