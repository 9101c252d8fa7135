"""What holds of any text that an author may have, not only of the examples: nothing is lost, and nothing breaks."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from builders import edition, paper
from few_examples import few
from proceedings.bibliography.bibtex import read_bibtex, write_bibtex
from proceedings.bibliography.exchange import write_ris
from proceedings.csv_text import FORMULA_SIGNS, csv_text, escaped, unescaped
from proceedings.deposits.xml_text import document, holder, line, one_line
from proceedings.identifiers import is_paper_id
from proceedings.names import bibtex_name, display_name, index_name, initials, inverted_name, short_name
from proceedings.papers_folder import own_file
from proceedings.publisher import load_policy
from proceedings.records.paper import Author
from proceedings.records.placement import Pagination, Placement
from proceedings.records.volume import Volume
from proceedings.verification.cited_people import people_in
from proceedings.wording import page_range
from proceedings.yaml.yaml_edit import with_values

FEW = few(20)

SIGNS = "aZé ÖŁđ王م'’-.,{}$\\%&#_~^\"<>=+@:;/|`\u00a0\u0301–“ẽỞ"
LETTER = st.sampled_from(SIGNS) | st.integers(0, 0xD7FF).map(chr) | st.integers(0xE000, 0x1FFFF).map(chr)
"""Any sign; hypothesis' own table of all of Unicode takes seconds to build."""

ANY = st.text(LETTER, max_size=24)
TEXT = st.text(LETTER.filter(str.isprintable), max_size=24)
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(lambda text: any(sign.isalpha() for sign in text))
PERSON = st.one_of(
    st.builds(Author, literal=WORDS),
    st.builds(
        Author,
        given=st.none() | WORDS,
        family=WORDS,
        particle=st.sampled_from([None, "van der", "d'", "de", "al-"]),
        suffix=st.sampled_from([None, "Jr.", "III"]),
    ),
)


def of(title: str = "A", people: tuple[Author, ...] = (), **fields: object) -> tuple[object, Pagination]:
    made = edition(paper("017", title=title, people=people, **fields), volume=Volume(title="V", acronym="S", year=2019))
    return made, Pagination(placements=(Placement(paper="017", last_page=4),), next_page=5)


@FEW
@given(WORDS, st.lists(PERSON, min_size=1, max_size=3), WORDS)
@example("A", [Author(given="A{B", family="C}")], "x")
def test_any_title_name_and_keyword_reads_back_from_bibtex(title: str, people: list[Author], keyword: str) -> None:
    made, pagination = of(title, tuple(people), keywords=(keyword,))
    read = read_bibtex(write_bibtex(made, pagination, load_policy("own")))  # which raises where it would not
    assert len(people_in(read["s2019-017"]["author"])) == len(people)
    for field in read["s2019-017"].values():
        assert field.count("{") == field.count("}")


@FEW
@given(PERSON)
def test_a_name_for_bibtex_has_two_commas_at_most_outside_braces(person: Author) -> None:
    name, depth, commas = bibtex_name(person), 0, 0
    for sign in name:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        commas += sign == "," and not depth
        assert depth >= 0
    assert depth == 0 and commas <= 2


@FEW
@given(PERSON)
@example(Author(given="明", family="王", suffix="Jr."))
def test_every_form_of_a_name_has_its_letters(person: Author) -> None:
    letters = sorted(filter(str.isalpha, display_name(person)))
    assert letters and sorted(filter(str.isalpha, inverted_name(person))) == letters
    assert sorted(filter(str.isalpha, index_name(person))) == letters
    assert short_name(person)


@FEW
@given(WORDS)
def test_initials_are_no_longer_than_the_name_and_its_full_stops(given_name: str) -> None:
    assert len(initials(given_name)) <= 2 * len(given_name) + 2


@FEW
@given(st.integers(1, 5000), st.integers(0, 80))
def test_a_range_of_pages_says_its_ends(first: int, more: int) -> None:
    assert re.findall(r"\d+", page_range(first, first + more, dash="--")) == [
        str(page) for page in dict.fromkeys((first, first + more))
    ]


@FEW
@given(WORDS, WORDS)
def test_ris_has_a_tag_on_every_line(title: str, keyword: str) -> None:
    lines = write_ris(*of(title, keywords=(keyword,)), load_policy("own")).decode().split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", each) for each in lines if each)


@FEW
@given(ANY, ANY)
def test_any_text_can_stand_in_xml_and_reads_back(text: str, attribute: str) -> None:
    assume(one_line(text))
    root = etree.fromstring(document(holder("a", line("b", text, {"c": attribute}))))
    assert root[0].text == one_line(text)
    assert root[0].get("c", "") == one_line(attribute)


@FEW
@given(ANY)
@example("'+' and '-'")
def test_any_cell_is_no_formula_and_reads_back(cell: str) -> None:
    assert not escaped(cell).startswith(FORMULA_SIGNS)
    assert unescaped(escaped(cell)) == cell
    assert csv_text(["a"], [[cell]]).endswith("\n")


@FEW
@given(TEXT, st.lists(TEXT, max_size=3))
@example("NO", ["1.10", "2019-06-20", "~", "null"])
def test_any_value_is_set_in_a_yaml_file_and_what_stood_there_stays(title: str, keywords: list[str]) -> None:
    before = "# The paper.\ntitle: Old  # as printed\nauthors:\n- {given: Ada, family: Sample}\ntype: full\n"
    after = with_values(before, {("title",): title, ("keywords",): keywords})
    read = yaml.load(after, yaml.BaseLoader)
    assert read["title"] == title and (read.get("keywords") or []) == keywords
    assert after.startswith("# The paper.\n") and "# as printed" in after
    assert read["authors"] == [{"given": "Ada", "family": "Sample"}] and read["type"] == "full"


@FEW
@given(st.text(st.sampled_from("aB0._-/\\~é "), max_size=8))
@example("..")
@example("a/../b")
@example("017\n")
def test_an_id_is_the_name_of_a_file_in_its_folder_and_of_no_other_paper(id: str) -> None:
    assume(is_paper_id(id))
    assert Path(f"papers/{id}.pdf").parts == ("papers", f"{id}.pdf")
    assert own_file(id, ".pdf", (f"x{id}.pdf", f"{id}x.pdf", f"{id}.pdf")) == f"{id}.pdf"
    assert own_file(id, ".pdf", (f"x{id}.pdf", f"{id}x.pdf")) is None
