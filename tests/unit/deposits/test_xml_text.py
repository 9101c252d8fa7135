from __future__ import annotations

import json
import random

import pytest
from lxml import etree

import oracles
from deposit_makers import deposited, faults, registering, tree_of
from proceedings.deposits.title_markup import Faces, title_line
from proceedings.deposits.xml_text import document, line, one_line, paragraphs
from proceedings.records.paper import Affiliation, Author, Funding, NativeName

SIGNS = ["<", ">", "&", '"', "'", "]]>", "<!--", "&amp;", "$", "\\", "{", "}", "%", "^2", "_x", "\\alpha", "\\frac12"]
LETTERS = ["a", "É", "ß", "ñ", "王", "م", "ש", "𝒳", "🧪", "e\u0301", "\u200f", "\u00ad", "\u00a0"]
FORBIDDEN = ["\x00", "\x0b", "\x1f", "\ufffe", "\x85", "\t", "\n", "\r\n"]
FACES = Faces("sup", "sub", "i")


def scrambled(chance: random.Random, length: int = 12) -> str:
    """Text of letters, signs and characters that XML cannot hold, at random."""
    return "".join(chance.choice(chance.choice((SIGNS, LETTERS, FORBIDDEN, [" "]))) for _ in range(length))


@pytest.mark.parametrize("seed", range(25))
def test_whatever_names_and_titles_hold_the_deposits_stay_valid(seed: int) -> None:
    chance = random.Random(seed)
    said = [scrambled(chance) for _ in range(14)]
    about = registering(
        {"title": f"A {said[0]}", "series": said[1], "edition": said[2]},
        title=f"A {said[3]}",
        subtitle=said[4],
        short_title=said[5],
        people=(
            Author(given=said[6], family=f"B{said[7]}", native=NativeName(name=said[8])),
            Author(literal=f"C{said[9]}", affiliations=("x",)),
        ),
        affiliations={"x": Affiliation(name=said[10], department=said[11], city=said[12])},
        abstract=scrambled(chance, 60),
        keywords=(said[13],),
        funding=(Funding(name=said[0], award=said[1]),),
    )
    files = deposited(about)
    for name, schema in (("crossref.xml", "crossref"), ("dblp.xml", "dblp"), ("jats/017.xml", "jats")):
        assert faults(files[name], schema) == [], (name, said)
    record = json.loads(files["datacite/017.json"])
    assert record["creators"] and not (oracles.PRESENT and oracles.datacite_faults(record))


@pytest.mark.parametrize("seed", range(25))
def test_text_is_read_back_as_it_was_but_for_blanks(seed: int) -> None:
    text = "a" + scrambled(random.Random(seed), 30)
    element = line("title", text, {"original": text})
    assert element is not None
    read = etree.fromstring(document(element))
    assert read.text == read.get("original") == one_line(text)


def test_characters_that_xml_cannot_hold_part_words() -> None:
    assert one_line("one\x0btwo\ud800 three\n\n four") == "one two three four"
    assert line("title", "\x00 ") is None


def test_astral_and_right_to_left_letters_stay() -> None:
    element = line("title", "مرحبا 𝒳 שלום")
    assert element is not None
    assert "مرحبا 𝒳 שלום".encode() in document(element)


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("One\nline.\n \nTwo.\n\n\n") == ["One line.", "Two."]


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("$k$", "<t><i>k</i></t>"),
        ("An $O(n^2)$ Bound", "<t>An <i>O</i>(<i>n</i><sup>2</sup>) Bound</t>"),
        ("$x_{ij}$ & $\\alpha$", "<t><i>x</i><sub><i>ij</i></sub> &amp; α</t>"),
        ("a  $x $ b ", "<t>a <i>x</i> b</t>"),
    ],
)
def test_formulas_are_marked_up_with_single_blanks(title: str, marked: str) -> None:
    element = title_line("t", title, FACES)
    assert element is not None
    assert document(element).decode().splitlines()[1] == marked


def test_a_long_abstract_is_deposited_whole() -> None:
    words = "word " * 2000
    read = tree_of(deposited(registering(abstract=words))["jats/017.xml"])
    assert read.findtext(".//abstract/p") == words.strip()
