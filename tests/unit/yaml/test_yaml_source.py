"""Reading YAML: text until a record types it, every problem with its line, everything else kept."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from proceedings.intake.programme import Programme
from proceedings.problem import Problem
from proceedings.records.edition import Waiver
from proceedings.records.paper import Affiliation, Author, Paper
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_source import located, read_yaml_list, read_yaml_record


def read(folder: Path, text: str | bytes, kind: type = Paper) -> tuple[Paper, tuple[Problem, ...]]:
    path = folder / "017.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    record, problems = read_yaml_record(path, kind, shown_as="metadata/papers/017.yml")
    return record, problems


def only(folder: Path, text: str | bytes, kind: type = Paper) -> Problem:
    problems = read(folder, text, kind)[1]
    assert len(problems) == 1, problems
    assert problems[0].file == "metadata/papers/017.yml"
    assert problems[0].remedy
    return problems[0]


def test_scalars_stay_the_text_that_was_written(tmp_path: Path) -> None:
    text = """\
title: 2019-06-20
track: 1.10
keywords: [NO, on, 0x1F, 1_000, 012, null-free]
affiliations: {no: {name: Sample University, country: NO}}
"""
    paper, problems = read(tmp_path, text)
    assert problems == ()
    assert (paper.title, paper.track) == ("2019-06-20", "1.10")
    assert paper.keywords == ("NO", "on", "0x1F", "1_000", "012", "null-free")
    assert paper.affiliations["no"].country == "NO"


def test_plain_nothing_is_not_given_and_quoted_nothing_is_text(tmp_path: Path) -> None:
    paper, problems = read(tmp_path, "title:\nabstract: ~\ntrack: null\nsubtitle: 'null'\nshort_title: \"~\"\n")
    assert problems == ()
    assert (paper.title, paper.abstract, paper.track) == ("", None, None)
    assert (paper.subtitle, paper.short_title) == ("null", "~")


def test_the_record_types_its_text(tmp_path: Path) -> None:
    paper, problems = read(
        tmp_path,
        "expected_pages: '12'\ndates: {submitted: 2019-05-20}\nauthors: [{family: A, corresponding: Yes}]\n",
    )
    assert problems == ()
    assert paper.expected_pages == 12
    assert paper.dates.submitted == datetime.date(2019, 5, 20)
    assert paper.authors == (Author(family="A", corresponding=True),)


def test_letters_are_composed_and_ends_are_trimmed(tmp_path: Path) -> None:
    paper, _ = read(tmp_path, "title: 'Mu\u0308ller '\nabstract: |\n  One.\n  Two.\n")
    assert (paper.title, paper.abstract) == ("Müller", "One.\nTwo.")


def test_a_byte_order_mark_and_windows_lines_are_no_matter(tmp_path: Path) -> None:
    paper, problems = read(tmp_path, b"\xef\xbb\xbftitle: A\r\ntrack: B\r\n")
    assert (paper.title, paper.track, problems) == ("A", "B", ())
    assert read(tmp_path, "title: Ä\n".encode("utf-16"))[0].title == "Ä"


def test_anchors_and_merge_keys_are_read(tmp_path: Path) -> None:
    text = """\
affiliations:
  a: &base {name: Sample University, country: BE}
  b: {<<: *base, department: Physics}
  c: {<<: [*base, {city: Ghent}], country: NL}
"""
    paper, problems = read(tmp_path, text)
    assert problems == ()
    assert paper.affiliations["b"] == Affiliation(name="Sample University", country="BE", department="Physics")
    assert paper.affiliations["c"] == Affiliation(name="Sample University", country="NL", city="Ghent")


def test_an_alias_to_its_own_parent_ends(tmp_path: Path) -> None:
    paper, problems = read(tmp_path, "affiliations: &a {x: {<<: *a, name: B}}\ntitle: T\n")
    assert paper.title == "T"
    assert problems


def test_an_empty_file_is_a_record_of_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "") == (Paper(), ())
    assert read(tmp_path, "# only a comment\n") == (Paper(), ())


@pytest.mark.parametrize(
    ("text", "line", "fact", "cure"),
    [
        ("titel: A", 1, '"titel" is not a key', 'Did you mean "title"?'),
        ("title: A\nzzz: b", 2, '"zzz" is not a key', "The keys here are id, title"),
        ("title: A\ntitle: B", 2, '"title" stands twice; the first is on line 1', "Keep one"),
        ("expected_pages: four", 1, '"expected_pages" expects a whole number, not "four"', "digits"),
        ("dates: {submitted: 1 May 2019}", 1, 'expects a date such as 2021-06-30, not "1 May 2019"', "2021-06-30"),
        ("authors:\n- family: A\n  corresponding: maybe", 3, 'expects yes or no, not "maybe"', "yes or no"),
        ("status: acepted", 1, "expects one of accepted, withdrawn, non-archival", 'Did you mean "accepted"?'),
        ("keywords: a, b", 1, '"keywords" expects a list, not "a, b"', "[first, second]"),
        ("title: [A]", 1, '"title" expects text, not a list', "quotes"),
        ("title: {{ A }}", 1, '"title" expects text, not keys with values', "quotes"),
        ("authors: [Ada Sample]", 1, 'item 1 of "authors" expects keys with values', "`given` and `family` apart"),
        ("authors:\n- name: Ada Sample", 2, '"name" is not a key', "`given` and `family` apart"),
        ("affiliations: [ghent]", 1, '"affiliations" expects keys with values, not a list', "key: value"),
        ("keywords: [a, , b]", 1, "between two commas", "Fill it in"),
        ("keywords:\n- a\n-\n- b", 3, 'item 2 of "keywords" is empty', "delete the line"),
        ("pages: 1-4", 1, '"pages" is not a key', "counted in the PDF"),
        ('title: "\\alpha"', 1, "control character", "single quotes"),
        ('title: "\\u202eA"', 1, "holds U+202E, which turns the order of letters round", "invisible sign"),
        ("- a", 1, "the file expects keys with values, not a list", "Write `key: value` lines."),
        ("title: “Scaling: A Study”", 1, "a colon stands where none can", "straight quotes"),
        ("abstract: “One line\n  and: another”", 2, "a colon stands where none can", "straight quotes"),
        ("authors: [{given: ‘Ada: B’, family: C}]", 1, "the brace of line 1", "straight quotes"),
        ("title: “A” of B\ntrack: B: C", 2, "a colon stands where none can", 'title: "Training: A Study"'),
        ("title: A\n\u00a0\u00a0track: B", 2, "a no-break space indents this line", "space bar"),
        ("title:\n\u00a0 A: B\ntrack: C", 2, "a no-break space indents this line", "space bar"),
        ("affiliations:\n  ghent: {name: A}\n\u00a0 bonn: {name: B}", 3, "a no-break space", "space bar"),
        ("files: x", 1, '"files" expects keys with values', "indented under it."),
        ("just text", 1, "the file expects keys with values", "key: value"),
        ("? [a, b]\n: c", 1, "a key must be one word", "key: value"),
        ("title: A\n\ttrack: B", 2, "a tab indents this line", "spaces"),
        ("title: Scaling: A Study", 1, "a colon stands where none can", "quotes"),
        ("title: @home", 1, 'text cannot begin with "@"', "quotes"),
        ("title: *star", 1, "begins with *", "quotes"),
        ('title: "A\ntrack: B\n', 3, "the quotation mark of line 1 is never closed", "Close it"),
        ("keywords: [a, b\ntitle: A\n", 2, "the bracket of line 1 is not closed", "]"),
        ("files: {source: a\ntitle: A\n", 2, "the brace of line 1 is not closed", "}"),
        ("authors:\n- given: A\n family: B\n", 3, "not indented like the ones above", "same indentation"),
        ('title: "\\q"', 1, "a backslash in double quotes", "single quotes"),
        ("title: A\n---\ntitle: B", 2, "a second document", "one document"),
        (b"title: A\ntrack: M\xfcller", 2, "not in UTF-8", "UTF-8"),
        ("title: A\ntrack: B\x07", 2, "control character", "Delete it"),
    ],
)
def test_a_fault_is_one_problem_with_line_fact_and_cure(
    tmp_path: Path, text: str | bytes, line: int, fact: str, cure: str
) -> None:
    problem = only(tmp_path, text)
    assert problem.line == line
    assert fact in problem.message
    assert cure in (problem.remedy or "")


def test_all_problems_of_a_file_are_said_at_once_and_the_rest_survives(tmp_path: Path) -> None:
    text = """\
title: A Title
status: acepted
expected_pages: many
authors:
- {given: Ada, family: Sample, corresponding: perhaps, orcd: x}
- Bo Two
- {literal: Mausam}
"""
    paper, problems = read(tmp_path, text)
    assert [problem.line for problem in problems] == [2, 3, 5, 5, 6]
    assert (paper.title, paper.status, paper.expected_pages) == ("A Title", "accepted", 1)
    assert paper.authors == (Author(given="Ada", family="Sample"), Author(literal="Mausam"))


def test_a_map_of_records_and_choices_is_read(tmp_path: Path) -> None:
    text = "types: {full: {min: 6, max: 12, excluding: [references]}}\nseverities: {type3-font: fatal}\n"
    volume, problems = read(tmp_path, text, Volume)
    assert isinstance(volume, Volume)
    assert volume.types["full"].max == 12
    assert [problem.at for problem in problems] == [("severities", "type3-font")]


def test_a_list_may_stand_alone_or_under_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yml"
    for text in ("- {paper: '017', code: leading}\n", "waivers:\n- {paper: '017', code: leading}\n"):
        path.write_text(text)
        assert read_yaml_list(path, Waiver, shown_as="w") == ((Waiver(paper="017", code="leading"),), ())
    path.write_text("{paper: a}")
    assert len(read_yaml_list(path, Waiver, shown_as="w")[1]) == 1


def test_a_place_is_found_again_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "metadata" / "program.yml"
    path.parent.mkdir()
    path.write_text("sessions:\n- title: One\n- stray\n- title: Two\n  papers:\n  - a\n  - b\n")
    places = [(("sessions", 1, "papers", 1), 7), (("sessions", 1, "chairs"), 4), (("keynotes",), None)]
    problems = [Problem(file="metadata/program.yml", at=at) for at, _ in places]
    assert [problem.line for problem in located(problems, tmp_path)] == [line for _, line in places]
    programme, _ = read_yaml_record(path, Programme, shown_as="p")
    assert [session.title for session in programme.sessions] == ["One", "Two"]
