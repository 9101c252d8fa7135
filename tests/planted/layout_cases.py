"""Cases of pages and layout: ink, size, type, columns, gutter, folios, heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from planted import injection as ink
from planted.cases import (
    CHECKED_SIZE,
    EVERY_MAKER,
    ONE_COLUMN,
    PLACED,
    TWO_COLUMNS,
    UNNUMBERED,
    WITHOUT_HEADS,
    Case,
    makers,
    some,
    varied,
)
from planted.sheets import A4, A5, LETTER, TEMPLATES, Sheet

OUTSIDE = "ink-outside-text-block"
UNSEEN, SEEN = (1.0, 2.5), (4.0, 8.0, 14.0, 40.0)
"""Points of overflow: within the tolerance of the sides (3 pt), and beyond it."""


def layout_cases() -> Iterator[Case]:
    """All cases of this group."""
    yield from _ink()
    yield from _edges()
    yield from _limits()
    yield from _hanging()
    yield from _paper()
    yield from _type()
    yield from _columns()
    yield from _folios()
    yield from _heads()


def _ink() -> Iterator[Case]:
    paints = {
        "a word": ink.word_beyond,
        "a rule": ink.rule_beyond,
        "a path": ink.path_beyond,
        "a picture": ink.figure_beyond,
        "a table": ink.table_beyond,
    }
    for number, (what, paint) in enumerate(paints.items()):
        for points in UNSEEN if number < 2 else UNSEEN[1:]:
            yield Case(
                f"{what} {points} pt beyond the block", None, None, some(number), plant=ink.draw_on(2, paint(points))
            )
        for points in SEEN:
            everywhere = (what, points) in (("a word", 8.0), ("a rule", 40.0), ("a picture", 14.0))
            yield Case(
                f"{what} {points:.0f} pt beyond the block",
                OUTSIDE,
                2,
                TEMPLATES if everywhere or (what, points) == ("a rule", 8.0) else some(number + int(points)),
                plant=ink.draw_on(2, paint(points)),
                makers=makers(everywhere),
            )
    for page, named in ((1, "the first page"), (-1, "the last page")):
        yield Case(
            f"a rule 14 pt beyond the block on {named}", OUTSIDE, page, plant=ink.draw_on(page, ink.rule_beyond(14))
        )


def _edges() -> Iterator[Case]:
    left, bottom = (1.0, 2.5, 8.0, 40.0), (4.0, 12.0, 20.0)
    rules = [*(("left", 2, points) for points in left), *(("bottom", 3, points) for points in bottom)]
    for number, (edge, page, points) in enumerate(rules):
        code = OUTSIDE if points > (3 if edge == "left" else 6) else None
        plant = ink.draw_on(page, ink.rule_beyond(points, edge))
        yield Case(f"a rule {points} pt beyond the {edge} edge", code, page, some(number), plant=plant)
    for points in (2.0, 8.0, 30.0):
        code = OUTSIDE if points > 3 else None
        yield Case(f"a line of text {points:.0f} pt too long", code, 2, some(int(points)), varied(overfull=(2, points)))
    black = ink.draw_on(2, ink.word_beyond(14, black="rgb"))
    yield Case("black as red, green and blue 0, 14 pt beyond the block", OUTSIDE, 2, some(1), plant=black)


def _limits() -> Iterator[Case]:
    """Just within the tolerance and just beyond it, on all sides, for all that is no text."""
    shapes = {"a rule": ink.rule_beyond, "a picture": ink.figure_beyond}
    edges = [(what, edge, partial(paint, edge=edge)) for what, paint in shapes.items() for edge in ("left", "right")]
    edges += [("a path", "right", ink.path_beyond), ("a table", "right", ink.table_beyond)]
    for what, edge, paint in edges:
        for points in (2.8, 3.2):
            yield _at_a_limit(what, edge, points, 3.0, PLACED, paint)
    for points in (2.8, 3.2):
        yield _at_a_limit("a rule", "top", points, 3.0, WITHOUT_HEADS, partial(ink.rule_beyond, edge="top"))
        yield _at_a_limit("a picture", "top", points, 3.0, PLACED, partial(ink.figure_beyond, edge="top"))
    for points in (5.8, 6.2):
        for what, paint in shapes.items():
            yield _at_a_limit(what, "bottom", points, 6.0, PLACED, partial(paint, edge="bottom"))


def _at_a_limit(
    what: str, edge: str, points: float, limit: float, templates: tuple[str, ...], paint: Callable[[float], ink.Paint]
) -> Case:
    return Case(
        f"{what} {points} pt beyond the {edge} edge that the profile has",
        OUTSIDE if points > limit else None,
        2 if points > limit else None,
        templates,
        plant=ink.draw_on(2, ink.from_the_judged_block(paint(points))),
        unsaid=OUTSIDE,
    )


def _hanging() -> Iterator[Case]:
    """Lines set apart above and below the block: a note that hangs out of it, and what templates set there."""
    note = ("1 A note that found no room at the foot of its page", "and goes on below it for a second line.")
    yield Case("a footnote that hangs below the block", OUTSIDE, 2, PLACED, plant=ink.draw_on(2, ink.foot_lines(*note)))
    notice = ("Permission to make copies of this work is granted", "without fee as long as this notice is on them.")
    yield Case("a notice below the block of page 1", None, None, PLACED, plant=ink.draw_on(1, ink.foot_lines(*notice)))
    yield Case("a page number on page 1 alone", None, None, PLACED, plant=ink.draw_on(1, ink.foot_lines("1", size=9)))


def _paper() -> Iterator[Case]:
    for name, size, templates in (
        ("letter", LETTER, ("acl", "ceurart")),
        ("a4", A4, ("acm",)),
        ("a page 8 pt taller", (A4[0], A4[1] + 8), ("acl", "ceurart", "lncs")),
        ("a page 3 pt wider", (LETTER[0] + 3, LETTER[1]), ("acm", "ieee")),
    ):
        everywhere = name in ("letter", "a4")
        yield Case(
            f"printed on {name}",
            "page-size",
            templates=templates,
            plant=ink.on_paper_of(*size),
            makers=makers(everywhere),
        )
    yield Case("printed on a5", "page-size", plant=ink.on_paper_of(*A5))
    yield Case("one page of another size", "page-size", 2, CHECKED_SIZE, plant=_one_page_taller)
    yield Case(
        "a page 0.5 pt off",
        None,
        plant=lambda path, sheet: ink.on_paper_of(sheet.size[0] + 0.5, sheet.size[1])(path, sheet),
    )
    yield Case("a crop within a larger sheet", None, plant=ink.within_larger_media)
    yield Case("a crop to a smaller page", "page-size", plant=_cropped)


def _one_page_taller(path: Path, sheet: Sheet) -> None:
    ink.page_boxes(2, MediaBox=(0, -60, sheet.size[0], sheet.size[1]))(path, sheet)


def _cropped(path: Path, sheet: Sheet) -> None:
    left, top, right, foot = sheet.block
    box = (left - 20, sheet.size[1] - foot - 20, right + 20, sheet.size[1] - top + 20)
    ink.page_boxes(None, CropBox=box)(path, sheet)


def _type() -> Iterator[Case]:
    for number, factor in enumerate((0.85, 0.9, 0.95, 0.98, 0.99, 1.01)):
        few = TEMPLATES if factor in (0.95, 0.98) else some(number)
        seen = factor < 0.97
        smaller = partial(_scaled, body=factor)
        yield Case(f"body size x {factor}", "body-size" if seen else None, templates=few, vary=smaller)
        tighter = partial(_scaled, leading=factor)
        yield Case(f"leading x {factor}", "leading" if seen else None, templates=few, vary=tighter)
    yield Case("body size x 1.1", "body-size", vary=partial(_scaled, body=1.1))
    for number, face in enumerate(("ComicSansMS", "ArialMT", "SourceSerifPro-Regular", "DejaVuSerif")):
        yield Case(f"set in {face}", "body-font", templates=some(number), vary=partial(_faced, name=face))
    families = {
        "lncs": ("SFRM1000", "LMRoman10-Regular", "TimesNewRomanPSMT", "NimbusRomNo9L-Regu", "TeXGyreTermes-Regular"),
        "acm": ("LinLibertineO", "LibertinusSerif-Regular", "LinLibertineT"),
        "ieee": ("TimesNewRomanPSMT", "TimesNewRoman", "Times-Roman", "TeXGyreTermesX-Regular", "STIXTwoText", "XITS"),
        "acl": ("TimesNewRomanPSMT", "TeXGyreTermes-Regular", "CMR10", "VnNimbusRomanNo9L-Regu", "NimbusRoman-Regular"),
        "ceurart": ("LibertinusSerif-Regular",),
    }
    for template, names in families.items():
        for face in names:
            yield Case(f"set in {face}", None, None, (template,), partial(_faced, name=face))


def _scaled(sheet: Sheet, body: float = 1.0, leading: float = 1.0) -> Sheet:
    return sheet.but(body=sheet.body * body, leading=sheet.leading * leading)


def _faced(sheet: Sheet, name: str) -> Sheet:
    return sheet.but(faces=(name, *sheet.faces[1:]))


def _columns() -> Iterator[Case]:
    yield Case("one column", "column-count", None, TWO_COLUMNS, varied(columns=1))
    yield Case("two columns", "column-count", None, ONE_COLUMN, varied(columns=2, gutter=14.0))
    yield Case("three columns", "column-count", None, ("ieee", "acl"), varied(columns=3, gutter=12.0))
    for points in (2.0, 3.0):
        yield Case(
            f"a table {points:.0f} pt into the gutter",
            None,
            None,
            TWO_COLUMNS,
            plant=ink.draw_on(2, ink.rule_in_gutter(points)),
        )
    for points in (4.0, 6.0, 10.0):
        yield Case(
            f"a table {points:.0f} pt into the gutter",
            "gutter",
            2,
            TWO_COLUMNS,
            plant=ink.draw_on(2, ink.rule_in_gutter(points)),
        )
    for points in (14.0, 20.0):
        yield Case(
            f"a table {points:.0f} pt into the gutter",
            "gutter",
            2,
            ("acm", "acl"),
            plant=ink.draw_on(2, ink.rule_in_gutter(points)),
        )
    yield Case("a gutter of 6 pt", "gutter", None, TWO_COLUMNS, varied(gutter=6.0))
    yield Case("a gutter of 18 pt", None, None, ("ieee",), varied(gutter=18.0))
    yield Case("a figure across both columns", None, None, TWO_COLUMNS, plant=ink.draw_on(2, ink.wide_figure))


def _folios() -> Iterator[Case]:
    numbers = {
        "arabic numbers": str,
        "numbers between dashes": lambda page: f"– {page} –",
        "roman numbers": lambda page: ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[page - 1],
        "numbers of a total": lambda page: f"{page} of 8",
        "numbers with a word": lambda page: f"Page {page}",
    }
    foreign = varied(folio=lambda page: str(page + 146))
    yield Case("numbers from 147 on", "already-stamped", None, UNNUMBERED, foreign)
    for number, (name, folio) in enumerate(numbers.items()):
        yield Case(name, "page-number-present", None, some(number, UNNUMBERED), varied(folio=folio))
        yield Case(name, None, None, ("lncs",), varied(folio=folio))
    yield Case(
        "numbers at the foot",
        "page-number-present",
        None,
        UNNUMBERED,
        plant=ink.draw_on_all(_folio),
        makers=EVERY_MAKER,
    )
    yield Case(
        "numbers in the head", "page-number-present", None, WITHOUT_HEADS, varied(head=lambda page: ("", str(page)))
    )


def _folio(canvas: Canvas, sheet: Sheet, page: int) -> None:
    ink.foot_lines(str(page), depth=28, size=9)(canvas, sheet)


def _heads() -> Iterator[Case]:
    title = varied(head=lambda _: ("Waiting for the Slowest Rank", "A. Sample et al."))
    yield Case("running heads", "running-head-present", None, WITHOUT_HEADS, title)
    sides = varied(head=lambda page: ("Waiting for the Slowest Rank", "") if page % 2 else ("", "A. Sample et al."))
    yield Case("running heads that change sides", "running-head-present", None, WITHOUT_HEADS, sides)
    springer = varied(head=lambda page: ("", "") if page == 1 else (f"{page}", "A. Sample et al."))
    yield Case("running heads and numbers of llncs", None, None, ("lncs",), springer)
    yield Case("no running heads", "running-head-missing", None, ("acm",), varied(head=lambda _: ("", "")))
