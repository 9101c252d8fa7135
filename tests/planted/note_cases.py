"""Cases of notes in margins: boxes of todonotes and words of a note are one finding; other ink there is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planted import injected_notes as notes
from planted.cases import EVERY_MAKER, ONE_COLUMN, TWO_COLUMNS, Case, some
from planted.injection import draw_on
from planted.set_pages import alone_on
from planted.sheets import TEMPLATES, Sheet

OUTSIDE = "ink-outside-text-block"
ASKED = "Check this number with Bob"


def note_cases() -> Iterator[Case]:
    """All cases of this group."""
    for number, (name, paint, side) in enumerate(
        (
            ("a note on a dark fill", notes.note_box(ASKED), "right"),
            ("a note on a light fill without a line", notes.note_box(ASKED, fill=0.92, led=False), "right"),
            ("a note on white", notes.note_box(ASKED, fill=None), "right"),
            ("a framed note on white without a line", notes.note_box(ASKED, fill=None, led=False), "right"),
            ("a note of one letter", notes.note_box("?"), "right"),
            ("a note in the left margin", notes.note_box(ASKED, "left"), "left"),
        )
    ):
        everywhere = number == 0
        filled = number in (0, 1, 5)
        yield Case(
            name,
            "todo-mark",
            2,
            TEMPLATES,
            plant=draw_on(2, paint),
            makers=EVERY_MAKER if everywhere else ("reportlab",),
            box=notes.note_place(ASKED, side) if filled else None,
        )
    for number, words in enumerate(("TODO: ask Bob", "FIXME the numbers")):
        yield Case(
            f"words in the margin: {words}", "todo-mark", 2, some(number), plant=draw_on(2, notes.bare_note(words))
        )
    yield from _by_tex()
    yield from _traps()


def _by_tex() -> Iterator[Case]:
    asked = rf"\todo{{{ASKED}}}"
    yield _tex("a note of todonotes", "todo-mark", TEMPLATES, "", asked)
    yield _tex("a tiny note of todonotes without a line", "todo-mark", ("lncs", "ieee"), "textsize=tiny,noline", asked)
    yield _tex("a white note of todonotes", "todo-mark", ("ceurart", "acm"), "backgroundcolor=white", asked)
    yield _tex("a coloured note of todonotes", "todo-mark", ("lncs", "acm"), "", rf"\todo[color=blue!20]{{{ASKED}}}")
    yield _tex("three notes of todonotes", "todo-mark", ("lncs", "ieee"), "", asked + asked + r"\todo{Cite}")
    yield _tex("a list of todonotes", "todo-mark", ("ceurart", "acl"), "", r"\listoftodos " + asked)
    yield _tex("a missing figure of todonotes", "todo-mark", ("lncs", "acl"), "", r"\missingfigure{The waiting}")
    yield _tex("notes of todonotes disabled", None, TEMPLATES, "disable", asked)


def _traps() -> Iterator[Case]:
    for side in ("left", "right"):
        bare = notes.bare_note("See also the work of Elm and others", side)
        yield Case(f"a bare note in the {side} margin", OUTSIDE, 2, TEMPLATES, plant=draw_on(2, bare))
    par = r"\marginpar{See also the work of Elm}"
    yield _tex("a bare note of TeX", OUTSIDE, ("lncs", "ceurart"), None, par)
    yield Case("a diagram with a box in the margin", OUTSIDE, 2, TEMPLATES, plant=alone_on(2, notes.wide_diagram))
    yield Case("a tinted column in the margin", OUTSIDE, 2, TEMPLATES, plant=alone_on(2, notes.wide_coloured_table))
    yield Case("a tinted box of the text", None, None, (*ONE_COLUMN, *TWO_COLUMNS), plant=alone_on(2, notes.tinted_box))


def _tex(name: str, code: str | None, templates: tuple[str, ...], options: str | None, note: str) -> Case:
    return Case(name, code, None, templates, _noting(options, note), makers=("tex",))


def _noting(options: str | None, note: str) -> Callable[[Sheet], Sheet]:
    """A paragraph with the note; `options` are those of todonotes, None leaves the package out."""
    package = "" if options is None else rf"\usepackage[{options}]{{todonotes}}"
    words = f"A paragraph with a note{note} goes on behind it, and is as long as any other that stands in this paper."
    return lambda sheet: sheet.but(inserted=((2, words),), tex=((r"\begin{document}", package + r"\begin{document}"),))
