"""Cases of files, pages, fonts and pictures, by the makers of `pdf_defects` and `pdf_figure_defects`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pikepdf

import pdf_defects as defects
import pdf_figure_defects as figures
from pdf_makers import edit_pdf, planting_in
from planted.cases import Case, Place, some, varied
from planted.mute_pages import instead_of, outlined_text, scan_in_strips
from planted.sheets import Sheet
from proceedings.records.format_profile import PageRule

Maker = Callable[[Path], Path]
Rectangle = tuple[float, float, float, float]

PLANTED: dict[str, tuple[Maker, ...]] = {
    "not-a-pdf": (defects.empty_file, defects.html_file, defects.word_file),
    "damaged-pdf": (
        defects.cut_file,
        partial(defects.cut_file, keep=0.99),
        defects.lost_page,
        defects.without_pages,
        partial(defects.flate_bomb, megabytes=70),
    ),
    "password": (defects.password_file,),
    "encrypted": (defects.restricted_file, defects.encrypted_file),
    "page-box": (
        defects.without_media_box,
        partial(defects.with_page_entry, key="/CropBox", entry=(700, 900, 900, 1000)),
        partial(defects.with_page_entry, key="/CropBox", entry=(-50, -50, 612, 842)),
        partial(defects.with_page_entry, key="/Rotate", entry=45),
    ),
    "rotated-page": (partial(defects.with_page_entry, key="/Rotate", entry=180),),
    "blank-page": (partial(defects.with_blank_page, page=2), partial(defects.with_blank_page, page=2, head_only=True)),
    "font-not-embedded": (figures.with_unembedded_font,),
    "type3-font": (figures.with_type3_figure, partial(figures.with_type3_figure, name=None)),
    "low-resolution-image": (
        partial(figures.with_image, inches=2.0),
        partial(figures.with_image, pixels=150, inches=1.5, count=2),
    ),
    "broken-link": (defects.with_broken_links,),
}

PLACED: dict[str, tuple[tuple[Maker, int, Rectangle | None], ...]] = {
    "active-content": (
        (defects.with_javascript, 0, None),
        (defects.with_named_javascript, 0, None),
        (defects.with_launch_link, 2, (100, 100, 200, 120)),
        (partial(defects.with_launch_link, page=3, rectangle=(40, 700, 52, 712)), 3, (40, 700, 52, 712)),
        (partial(defects.with_page_script, page=2), 2, None),
        (defects.with_bookmark_actions, 0, None),
    ),
    "attachment": (
        (defects.with_attachment, 0, None),
        (defects.with_several_attachments, 2, (60, 140, 74, 160)),
        (partial(defects.with_pinned_attachment, page=2), 2, (60, 140, 74, 160)),
    ),
    "form": (
        (defects.with_form, 1, (100, 100, 200, 120)),
        (partial(defects.with_form, pages=(2, 3)), 2, (100, 100, 200, 120)),
        (partial(defects.with_form, pages=(3,), listed=False), 3, (100, 100, 200, 120)),
        (partial(defects.with_form, pages=()), 0, None),
    ),
    "review-annotation": ((defects.with_note, 2, (400, 700, 420, 720)),),
}
"""What lies on a page beside its text: by which maker, on which page, 0 for none, and where, in PDF coordinates."""

TRAPS: dict[str, Maker] = {
    "opens at a page": defects.with_open_action_to_a_page,
    "a link to a page of the web": defects.with_web_link,
    "an idle font": figures.with_idle_unembedded_font,
    "a fine picture": partial(figures.with_image, pixels=700, inches=2.0),
    "excess restores": defects.with_excess_restore,
    "a cyclic outline": defects.with_cyclic_outline,
}

ONCE = ("not-a-pdf", "page-box", "damaged-pdf")
"""Codes for which it does not matter who made the paper."""

SPECIMENS = ("lncs", "ieee")
"""What does not depend on the template is planted in papers of two of them."""


def file_cases() -> Iterator[Case]:
    """All cases of this group."""
    for code, plants in PLANTED.items():
        for number, maker in enumerate(plants, 1):
            name = f"{code} {number}" if len(plants) > 1 else code
            everywhere = number == 1 and code not in ONCE
            yield Case(name, code, templates=SPECIMENS, plant=_by(maker))
            if everywhere:
                yield Case(name, code, templates=("ieee",), plant=_by(maker), makers=("tex", "writer"))
    for code, placed in PLACED.items():
        for number, (maker, page, rectangle) in enumerate(placed, 1):
            name, box = f"{code} {number}", _seen_at(rectangle) if rectangle else None
            yield Case(name, code, page, SPECIMENS, plant=_by(maker), box=box)
            yield Case(name, code, page, ("ieee",), plant=_by(maker), box=box, makers=("tex", "writer"))
    # The maker exchanges glyphs of reportlab's fonts, which leaves two columns in disorder.
    garbled = _by(figures.without_unicode_map)
    yield Case("no-unicode-map", "no-unicode-map", templates=("lncs",), plant=garbled)
    yield Case("more than 50 MB", "file-size", templates=("ieee",), plant=_heavy)
    yield Case(
        "a version that the publisher does not name", "pdf-version", templates=("ieee",), plant=_of_version("2.0")
    )
    yield Case("a version of long ago", "pdf-version", templates=("lncs",), plant=_of_version("1.2"))
    for name, maker in TRAPS.items():
        yield Case(name, None, templates=SPECIMENS, plant=_by(maker))
    yield Case("one page too many", "page-limit", templates=some(1), limits=PageRule(max=3))
    yield Case("one page too many without references", "page-limit", templates=SPECIMENS, limits=_without(2))
    yield Case("pages of references do not count", None, templates=some(0), limits=_without(4))
    yield Case("far too many pages", "page-limit", vary=varied(paragraphs=14), templates=SPECIMENS)
    yield Case("one page too few", "page-minimum", templates=some(2), limits=PageRule(min=6))
    strips, outlines = instead_of(2, scan_in_strips), instead_of(2, outlined_text)
    yield Case("a page scanned in strips", "no-searchable-text", 2, plant=strips)
    yield Case("a page whose text is drawn as outlines", "no-searchable-text", 2, plant=outlines)
    yield Case("pages that are pictures", "no-searchable-text", None, ("lncs", "acl", "ceurart"), plant=_scanned)


def _by(maker: Maker) -> Callable[[Path, Sheet], object]:
    """The maker, at work on a copy of the control."""

    def plant(path: Path, _: Sheet) -> None:
        control = path.with_suffix(".control.pdf")
        path.rename(control)
        with planting_in(control):
            maker(path)

    return plant


def _seen_at(rectangle: Rectangle) -> Place:
    """The rectangle of an annotation as it is displayed."""
    x0, y0, x1, y1 = rectangle
    return lambda sheet: (x0, sheet.size[1] - y1, x1, sheet.size[1] - y0)


def _heavy(path: Path, _: Sheet) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Ballast = pdf.make_stream(bytes(51_000_000))

    edit_pdf(path, change, compress_streams=False)


def _of_version(version: str) -> Callable[[Path, Sheet], object]:
    """The header says so; nothing else changes."""

    def plant(path: Path, _: Sheet) -> None:
        content = path.read_bytes()
        path.write_bytes(b"%PDF-" + version.encode() + content[content.index(b"\n") :])

    return plant


def _without(pages: int) -> PageRule:
    return PageRule(max=pages, excluding=("references", "appendix"))


def _scanned(path: Path, _: Sheet) -> None:
    figures.scanned_pdf(path, pages=4)
