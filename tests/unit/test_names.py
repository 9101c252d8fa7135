"""Names of the field: particles, suffixes, mononyms, groups and scripts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from bibtexparser.middlewares.names import parse_single_name_into_parts

from builders import author
from proceedings.names import (
    author_list,
    bibtex_name,
    display_name,
    index_name,
    initials,
    running_head_names,
    set_author_list,
    short_name,
    sort_name,
)
from proceedings.records.paper import NativeName, Person

LUDWIG = Person(given="Ludwig", particle="van der", family="Berg", suffix="Jr.")
HUONG = Person(given="Thị Hương", family="Nguyễn", native=NativeName(name="Nguyễn Thị Hương", lang="vi"))
ISIK = Person(given="Işıl", family="Öztürk-Yılmaz")
GUDRUN = Person(given="Guðrún", family="Jónsdóttir")
MAUSAM = Person(literal="Mausam")
TEAM = Person(literal="The Sample Machine Team")
WANG = Person(given="明", family="王")


@pytest.mark.parametrize(
    ("person", "displayed", "indexed", "short"),
    [
        (LUDWIG, "Ludwig van der Berg Jr.", "van der Berg, Ludwig, Jr.", "L. van der Berg Jr."),
        (HUONG, "Thị Hương Nguyễn", "Nguyễn, Thị Hương", "T. H. Nguyễn"),
        (ISIK, "Işıl Öztürk-Yılmaz", "Öztürk-Yılmaz, Işıl", "I. Öztürk-Yılmaz"),
        (GUDRUN, "Guðrún Jónsdóttir", "Jónsdóttir, Guðrún", "G. Jónsdóttir"),
        (MAUSAM, "Mausam", "Mausam", "Mausam"),
        (TEAM, "The Sample Machine Team", "The Sample Machine Team", "The Sample Machine Team"),
        (WANG, "王明", "王明", "王明"),
        (
            Person(given="Jean", particle="d'", family="Alembert"),
            "Jean d'Alembert",
            "d'Alembert, Jean",
            "J. d'Alembert",
        ),
        (Person(given="محمد", family="علي"), "محمد علي", "علي, محمد", "محمد علي"),
        (Person(family="Plato"), "Plato", "Plato", "Plato"),
        (Person(given="Plato"), "Plato", "Plato", "Plato"),
        (Person(), "", "", ""),
    ],
)
def test_a_name_is_printed_indexed_and_shortened(person: Person, displayed: str, indexed: str, short: str) -> None:
    assert (display_name(person), index_name(person), short_name(person)) == (displayed, indexed, short)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Jean-Pierre", "J.-P."),
        ("J.R.", "J. R."),
        ("J.-P.", "J.-P."),
        ("Maxwell X.", "M. X."),
        ("María de los Ángeles", "M. de los Á."),
        ("İlker", "İ."),
        ("E\u0301mile", "É."),
        ("danah", "d."),
    ],
)
def test_initials_keep_hyphens_particles_and_marks(given: str, expected: str) -> None:
    assert initials(given) == expected


def test_a_particle_does_not_count_in_the_index() -> None:
    assert sort_name(LUDWIG).startswith("Berg\tLudwig")


def test_a_short_family_name_stands_before_a_longer_one_that_begins_with_it() -> None:
    from pyuca import Collator

    people = [Person(given="Ada", family="De Silva"), Person(given="Zoe", family="De"), Person(given="B", family="Dea")]
    ordered = sorted(people, key=lambda person: Collator().sort_key(sort_name(person)))
    assert [person.family for person in ordered] == ["De", "De Silva", "Dea"]


def test_a_running_head_names_one_two_or_the_first_author() -> None:
    ada, bo, cy = author("Ada Sample"), author("Bo Two"), author("Cy Three")
    assert running_head_names([ada]) == "A. Sample"
    assert running_head_names([ada, bo]) == "A. Sample and B. Two"
    assert running_head_names([ada, bo, cy]) == "A. Sample et al."
    assert running_head_names([]) == ""


def test_authors_are_joined_as_in_a_sentence() -> None:
    assert author_list([author("Ada A"), author("Bo B"), author("Mausam")]) == "Ada A, Bo B and Mausam"
    assert author_list([author("Ada A")]) == "Ada A"
    assert author_list([]) == ""


def test_in_a_list_that_is_set_names_that_run_left_are_kept_apart() -> None:
    ali, ada = Person(given="محمد", family="علي"), author("Ada A")
    assert set_author_list([ali, ada]) == "\u2068محمد علي\u2069 and Ada A"
    assert author_list([ali, ada]) == "محمد علي and Ada A"
    assert running_head_names([ali, ada, ada]) == "\u2068محمد علي\u2069 et al."


@pytest.mark.parametrize(
    ("person", "written"),
    [
        (LUDWIG, "van der Berg, Jr., Ludwig"),
        (HUONG, "Nguyễn, Thị Hương"),
        (ISIK, "{Öztürk-Yılmaz}, Işıl"),
        (MAUSAM, "{Mausam}"),
        (TEAM, "{The Sample Machine Team}"),
        (Person(given="Maria", family="de la Cruz López"), "{de la Cruz López}, Maria"),
        (Person(given="Jean", particle="d'", family="Alembert"), "{{d'}Alembert}, Jean"),
        (Person(given="Ada", particle="Van", family="Berg"), "{{Van} Berg}, Ada"),
        (Person(given="Ada", particle="van", family="Örn Ólafsson"), "van {Örn Ólafsson}, Ada"),
        (Person(given="Rock and Roll", family="Band"), "Band, {Rock and Roll}"),
        (Person(family="Berg", suffix="Jr."), "{Berg Jr.}"),
        (WANG, "{{王}{明}}"),
    ],
)
def test_a_name_is_written_so_that_bibtex_splits_it_right(person: Person, written: str) -> None:
    assert bibtex_name(person) == written


@pytest.mark.parametrize("person", [LUDWIG, HUONG, ISIK, GUDRUN])
def test_the_parts_of_a_bibtex_name_are_read_back(person: Person) -> None:
    parts = parse_single_name_into_parts(bibtex_name(person))
    assert " ".join(parts.last).strip("{}") == person.family
    assert " ".join(parts.first) == person.given
    assert " ".join(parts.von) == (person.particle or "")
    assert " ".join(parts.jr) == (person.suffix or "")


@pytest.mark.parametrize("person", [MAUSAM, TEAM])
def test_a_literal_is_one_last_name_for_bibtex(person: Person) -> None:
    parts = parse_single_name_into_parts(bibtex_name(person))
    assert (parts.first, parts.von, parts.jr) == ([], [], [])
    assert " ".join(parts.last) == f"{{{person.literal}}}"


PARTS_STYLE = """\
ENTRY {author} {} {}
FUNCTION {misc} {
  author #1 "{ff}" format.name$ write$ "|" write$
  author #1 "{vv}" format.name$ write$ "|" write$
  author #1 "{ll}" format.name$ write$ "|" write$
  author #1 "{jj}" format.name$ write$ newline$
}
READ
ITERATE {call.type$}
"""


@pytest.mark.tex
@pytest.mark.skipif(shutil.which("bibtex") is None, reason="needs the bibtex program")
def test_the_bibtex_program_finds_the_same_parts(tmp_path: Path) -> None:
    people = [LUDWIG, HUONG, ISIK, GUDRUN, MAUSAM, TEAM, Person(given="Ada", particle="van", family="Örn Ólafsson")]
    entries = [f"@misc{{p{n}, author = {{{bibtex_name(person)}}}}}" for n, person in enumerate(people)]
    (tmp_path / "parts.bst").write_text(PARTS_STYLE, "utf-8")
    (tmp_path / "people.bib").write_text("\n".join(entries), "utf-8")
    (tmp_path / "volume.aux").write_text("\\citation{*}\n\\bibstyle{parts}\n\\bibdata{people}\n", "utf-8")
    subprocess.run(["bibtex", "volume"], cwd=tmp_path, check=True, capture_output=True)
    read = [line.replace("~", " ") for line in (tmp_path / "volume.bbl").read_text("utf-8").splitlines()]
    unbraced = [line.replace("{", "").replace("}", "") for line in read]
    assert unbraced == [
        "|".join([each.given or "", each.particle or "", each.family or each.literal or "", each.suffix or ""])
        for each in people
    ]
