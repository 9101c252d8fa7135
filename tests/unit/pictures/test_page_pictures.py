from __future__ import annotations

import os

import msgspec
import pytest

from pdf_hostile import nested_forms
from pdf_makers import paper_pdf
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.pictures.page_pictures import draw_pictures
from proceedings.records.pictures import PagePicture

WANTED = [PagePicture(paper="a", page=page, marks=((300.0, 400.0, 400.0, 440.0),)) for page in (1, 2)]


@pytest.fixture
def edition(tmp_path):
    (tmp_path / "papers").mkdir()
    paper_pdf(tmp_path / "papers/a.pdf", pages=3)
    return tmp_path


def made(edition, wanted=WANTED, earlier=()):
    facts = {"a": inspect_paper(edition / "papers/a.pdf", "a")}
    return draw_pictures(wanted, facts, edition / "papers", edition / "pages", earlier)


def in_folder(edition):
    return sorted(path.name for path in (edition / "pages").iterdir())


def test_every_wanted_page_is_a_file(edition):
    pictures = made(edition)
    assert [each.file for each in pictures] == in_folder(edition) == ["a-p1.png", "a-p2.png"]
    assert all(each.width > 700 and len(each.sha256) == len(each.key) == 64 for each in pictures)


def test_a_picture_that_is_right_is_not_drawn_again(edition):
    first = made(edition)
    for path in (edition / "pages").iterdir():
        os.utime(path, (0, 0))
    assert made(edition, earlier=first) == first
    assert {path.stat().st_mtime for path in (edition / "pages").iterdir()} == {0}


def test_what_was_changed_by_hand_or_is_marked_elsewhere_is_drawn_again(edition):
    first = made(edition)
    (edition / "pages/a-p1.png").write_bytes(b"scribbled")
    moved = [WANTED[0], msgspec.structs.replace(WANTED[1], marks=((10.0, 10.0, 40.0, 40.0),))]
    second = made(edition, moved, first)
    assert second[0] == first[0]
    assert (edition / "pages/a-p1.png").read_bytes()[:4] == b"\x89PNG"
    assert second[1].sha256 != first[1].sha256


def test_pages_that_offend_no_longer_are_removed(edition):
    first = made(edition)
    (edition / "pages/stray.txt").write_text("by hand")
    (edition / "pages/.snakemake_timestamp").touch()
    assert [each.page for each in made(edition, WANTED[1:], first)] == [2]
    assert in_folder(edition) == [".snakemake_timestamp", "a-p2.png"]


def test_a_page_that_cannot_be_drawn_has_no_picture(edition):
    facts = {"a": inspect_paper(edition / "papers/a.pdf", "a")}
    (edition / "papers/a.pdf").write_bytes(b"gone bad since")
    assert draw_pictures(WANTED, facts, edition / "papers", edition / "pages") == []
    assert in_folder(edition) == []


def test_a_page_that_ends_the_process_costs_no_other_paper_its_pictures(edition, capsys):
    good = inspect_paper(edition / "papers/a.pdf", "a")
    nested_forms(edition / "papers/b.pdf")
    wanted = [*WANTED, msgspec.structs.replace(WANTED[0], paper="b")]
    facts = {"a": good, "b": msgspec.structs.replace(good, paper="b")}
    pictures = draw_pictures(wanted, facts, edition / "papers", edition / "pages")
    assert [each.file for each in pictures] == in_folder(edition) == ["a-p1.png", "a-p2.png"]
    assert "b.pdf is not shown: reading it" in capsys.readouterr().out
