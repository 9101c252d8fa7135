"""Real PDFs with one planted defect each: exactly the one finding that names it, under every profile that asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import pdf_defects as defects
import pdf_figure_defects as figures
from builders import paper
from pdf_makers import LETTER, paper_pdf
from proceedings.checks.registry import check_paper
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.records.edition import PageRule, Volume

ACL = Rules(profile=load_profile("acl"), volume=Volume(types={"full": PageRule(min=3, max=6)}))

Maker = Callable[[Path], Path]

CLEAN: dict[str, Maker] = {
    "plain": paper_pdf,
    "running heads and folios": partial(paper_pdf, folios=True, running_head="A. Sample"),
    "no links, no bookmarks": partial(paper_pdf, links=False, bookmarks=False, information=False),
    "short last page": partial(paper_pdf, fill=0.2),
    "opens at a page": defects.with_open_action_to_a_page,
    "an idle font": figures.with_idle_unembedded_font,
    "a fine picture": partial(figures.with_image, pixels=600, inches=2),
    "a stencil": figures.with_stencil_mask,
    "a gradient": figures.with_gradient,
    "upside-down boxes": partial(defects.with_page_entry, key="/MediaBox", entry=(595.276, 841.89, 0, 0)),
    "a crop that cuts nothing": partial(defects.with_page_entry, key="/CropBox", entry=(0, 0, 595.276, 841.89)),
    "excess restores": defects.with_excess_restore,
    "a cyclic outline": defects.with_cyclic_outline,
    "a cyclic name tree": defects.with_cyclic_name_tree,
}

PLANTED: dict[str, list[Maker]] = {
    "not-a-pdf": [defects.empty_file, defects.html_file, defects.word_file],
    "damaged-pdf": [
        defects.cut_file,
        partial(defects.cut_file, keep=0.99),
        defects.lost_page,
        defects.without_pages,
        partial(defects.flate_bomb, megabytes=70),
    ],
    "password": [defects.password_file],
    "encrypted": [defects.restricted_file],
    "active-content": [defects.with_javascript, defects.with_named_javascript, defects.with_launch_link],
    "attachment": [defects.with_attachment],
    "form": [defects.with_form],
    "review-annotation": [defects.with_note],
    "page-size": [partial(paper_pdf, size=LETTER), partial(paper_pdf, size=(595.276, 850))],
    "page-box": [
        defects.without_media_box,
        partial(defects.with_page_entry, key="/CropBox", entry=(700, 900, 900, 1000)),
        partial(defects.with_page_entry, key="/CropBox", entry=(-50, -50, 595, 842)),
        partial(defects.with_page_entry, key="/Rotate", entry=45),
    ],
    "rotated-page": [defects.with_landscape_page, partial(defects.with_page_entry, key="/Rotate", entry=180)],
    "blank-page": [defects.with_blank_page, partial(defects.with_blank_page, head_only=True)],
    "page-limit": [partial(paper_pdf, pages=7)],
    "page-minimum": [partial(paper_pdf, pages=2)],
    "font-not-embedded": [figures.with_unembedded_font],
    "type3-font": [figures.with_type3_figure, partial(figures.with_type3_figure, name=None)],
    "no-unicode-map": [figures.without_unicode_map],
    "low-resolution-image": [figures.with_image, partial(figures.with_image, pixels=200, inches=1.5, count=3)],
    "no-searchable-text": [partial(figures.scanned_pdf, pages=4)],
    "broken-link": [defects.with_broken_links],
}


def codes_of(path: Path) -> list[str]:
    return [finding.code for finding in check_paper(paper(), inspect_paper(path, "017"), ACL)]


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_paper_has_no_finding(tmp_path: Path, name: str) -> None:
    assert codes_of(CLEAN[name](tmp_path / "017.pdf")) == []


@pytest.mark.parametrize(
    ("code", "maker"), [pytest.param(code, maker, id=code) for code, makers in PLANTED.items() for maker in makers]
)
def test_a_planted_defect_is_exactly_one_finding(tmp_path: Path, code: str, maker: Maker) -> None:
    assert codes_of(maker(tmp_path / "017.pdf")) == [code]
