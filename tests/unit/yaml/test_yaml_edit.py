import datetime
from pathlib import Path

import pytest
import yaml

from proceedings.yaml.yaml_edit import Kept, NoPlaceError, with_values

SAMPLES = sorted((Path(__file__).parents[3] / "metadata").glob("**/*.yml"))
PAPER = """\
# The paper of the morning.
title: "Sample: a Study"  # as on its first page
authors:
- {given: Ada, family: Sample}
- given: Bo   # his own spelling
  family: Test
type: full
files: {pdf: 017.pdf}
abstract: >
  Many words
  of it.

# The end.
"""


def test_a_value_changes_and_its_remark_stays() -> None:
    assert with_values(PAPER, {("title",): "Another"}) == PAPER.replace('"Sample: a Study"', "Another")


def test_a_text_that_would_be_typed_is_quoted() -> None:
    assert "type: 'no'\n" in with_values(PAPER, {("type",): "no"})
    assert 'track: "1.10"\n' in with_values(PAPER, {("track",): "1.10"})
    assert "due: 2019-06-20\n" in with_values(PAPER, {("due",): datetime.date(2019, 6, 20)})


def test_a_new_key_stands_behind_the_last_one_and_before_the_last_remark() -> None:
    edited = with_values(PAPER, {("track",): "HPC"})
    assert edited == PAPER.replace("of it.\n", "of it.\ntrack: HPC\n")


def test_a_key_of_a_mapping_in_braces_stays_in_the_braces() -> None:
    assert "files: {pdf: 017.pdf, source: 017.zip}\n" in with_values(PAPER, {("files", "source"): "017.zip"})


def test_mappings_on_the_way_are_made() -> None:
    assert "dates:\n  camera_ready: soon\n" in with_values(PAPER, {("dates", "camera_ready"): "soon"})


def test_an_item_of_a_list_is_reached_by_its_number() -> None:
    edited = with_values(PAPER, {("authors", 1, "family"): "Testa", ("authors", 0, "orcid"): "0000-0002-1825-0097"})
    assert "- given: Bo   # his own spelling\n  family: Testa\n" in edited
    assert "- {given: Ada, family: Sample, orcid: 0000-0002-1825-0097}\n" in edited


def test_a_list_takes_the_place_of_another() -> None:
    edited = with_values(PAPER, {("authors",): [{"literal": "Mausam"}]})
    assert "authors:\n- literal: Mausam\ntype: full\n" in edited


def test_items_that_stay_in_a_list_bring_their_lines_along() -> None:
    people = """\
authors:
# first here
- {given: Ada, family: Sample}  # she chairs
- given: Bo

  family: Test
  # his old one
type: full
"""
    edited = with_values(people, {("authors",): [Kept(1), {"literal": "Mausam"}, Kept(0)]})
    assert (
        edited
        == """\
authors:
- given: Bo

  family: Test
- literal: Mausam
# first here
- {given: Ada, family: Sample}  # she chairs
  # his old one
type: full
"""
    )
    assert with_values("a: [x, 'y' ]  # r\n", {("a",): [Kept(1), "z", Kept(0)]}) == "a: ['y', z, x]  # r\n"
    assert with_values("a:\r\n  - x: 1\r\n  - y: 2", {("a",): [Kept(1)]}) == "a:\r\n  - y: 2\r\n"


def test_a_key_that_is_taken_away_leaves_no_trace() -> None:
    assert with_values(PAPER, {("abstract",): None}) == PAPER.replace("abstract: >\n  Many words\n  of it.\n", "")
    assert "files: {}\n" in with_values(PAPER, {("files", "pdf"): None})
    assert with_values(PAPER, {("track",): None}) == PAPER


def test_an_empty_value_is_filled() -> None:
    assert with_values("doi:\nlicence: ~ # later\n", {("doi",): "10.5555/1", ("licence",): "MIT"}) == (
        "doi: 10.5555/1\nlicence: MIT # later\n"
    )


def test_an_empty_file_gets_its_first_key() -> None:
    assert with_values("# nothing yet\n", {("title",): "A"}) == "# nothing yet\ntitle: A\n"
    assert with_values("", {("title",): "A"}) == "title: A\n"


def test_line_ends_of_another_system_stay() -> None:
    edited = with_values(PAPER.replace("\n", "\r\n"), {("dates", "revised"): "soon"})
    assert "\n" not in edited.replace("\r\n", "")
    assert "dates:\r\n  revised: soon\r\n" in edited


def test_an_alias_is_replaced_where_it_stands() -> None:
    shared = "home: &home [ghent]\nauthors:\n- family: A\n  affiliations: *home  # both\n"
    edited = with_values(shared, {("authors", 0, "affiliations"): ["oslo"], ("track",): "HPC"})
    assert edited == shared.replace("*home  #", "[oslo]  #") + "track: HPC\n"


def test_a_key_behind_an_alias_at_the_end_stands_behind_it() -> None:
    shared = "home: &home [ghent]\nauthors:\n- family: A\n  affiliations: *home\n"
    assert with_values(shared, {("authors", 0, "email"): "a@b.org"}) == f"{shared}  email: a@b.org\n"


def test_a_mapping_that_loses_its_last_key_is_empty() -> None:
    assert with_values("rights:\n  signer: A\ntype: full\n", {("rights", "signer"): None}) == "rights: {}\ntype: full\n"


def test_a_first_key_behind_a_dash_takes_its_remark_along() -> None:
    people = "authors:\n- literal: Mausam # one name\n  orcid: x\n"
    assert with_values(people, {("authors", 0, "literal"): None}) == "authors:\n- orcid: x\n"


def test_a_text_that_keeps_its_line_ends_is_not_cut() -> None:
    assert with_values("abstract: |+\n  A.\n\n", {("track",): "HPC"}) == "abstract: |+\n  A.\n\ntrack: HPC\n"


@pytest.mark.parametrize(
    "text", ["a: *x\n", "- 1\n", "a: &x 1\nb: *x\n", "c: &x {}\na: *x\n", "a: &x {b: 1}\nc: *x\n", "a: [\n", "title\n"]
)
def test_what_has_no_place_for_the_value_says_so(text: str) -> None:
    with pytest.raises(NoPlaceError):
        with_values(text, {("a", "deep"): "1", ("b",): "2"})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_value_of_a_real_file_can_be_set_and_taken_away(path: Path) -> None:
    text = path.read_text("utf-8")
    known = yaml.load(text, Loader=yaml.CBaseLoader)
    if not isinstance(known, dict):
        pytest.skip("a list of records has no keys of its own")
    for key in known:
        changed = with_values(text, {(key,): "set: anew #1"})
        assert yaml.load(changed, Loader=yaml.CBaseLoader) == known | {key: "set: anew #1"}
        gone = with_values(text, {(key,): None})
        assert (yaml.load(gone, Loader=yaml.CBaseLoader) or {}) == {k: v for k, v in known.items() if k != key}
        kept = next((n for n, (old, new) in enumerate(zip(text, gone, strict=False)) if old != new), len(gone))
        assert text.endswith(gone[kept:])  # one piece is gone, and nothing else
