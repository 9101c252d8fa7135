"""Traps: what looks like a defect and is none. Each must yield neither warning nor error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from pdf_makers import edit_pdf
from planted import injection as ink
from planted import prose
from planted.cases import EVERY_MAKER, Case, some, varied
from planted.sheets import Sheet
from planted.slugs import DEJAVU

SAYINGS = {
    "references in a sentence": "References to earlier traces are given where they are used. References are sorted.",
    "a line that begins with References": "References of the kind that we mean are stored in a table of the runtime.",
    "an echo with question marks": "The speaker answers Uh-huh?? and goes on, which the annotators mark as a repair.",
    "a dialogue": "A: Are you there?? B: Yes?! A: What did you say??? B: Nothing.",
    "a query": "The query SELECT name FROM ranks WHERE wait > ? AND step = ? takes two values.",
    "a to-do list": "The user keeps a to-do list, and a todo list is what the assistant shows when asked.",
    "review in a sentence": "We review the work under review boards, and anonymous reviewers helped us to write it.",
    "placeholder in a sentence": "Roman numerals such as XXX stand for thirty, and XXX Corps was a formation.",
    "an arXiv number": "The first version appeared as arXiv:1706.03762 and was cited at once.",
    "a year and numbers": "In 2019 there were 12 of 14 ranks, 3 of 8 nodes, and page 4 of 7 of the log was lost.",
    "lorem as a word": "Printers fill pages with nonsense that begins with the word lorem.",
    "Latin letters with marks": "Gödel, Erdős, Ångström, Nguyễn Văn Đạt, Łukasz and Šimon are cited by name.",
    "Greek and Cyrillic": "Ταχύτητα and скорость are two words for what we measure in the runs of this paper.",
}


CHINESE = "同步训练的每一步 都以一次集体操作结束， 所有进程都必须到达。 迟到的进程使其他进程等待。 " * 12
JAPANESE = (
    "同期学習の各ステップは 集団通信で終わり、 すべてのランクが それを待ちます。 遅いランクが 全体を遅らせます。 " * 10
)
HEBREW = " ".join(
    word[::-1] for word in ("כל שלב של אימון מסונכרן מסתיים בפעולה משותפת שכולם מחכים לה " * 12).split()[::-1]
)
"""As drawn from left to right."""


OTHERS = (
    "An earlier version was shown as a poster, which its publisher keeps with the slides of the talk under "
    "https://doi.org/10.1145/3292500.3330701, © 2019 IEEE. Our data are licensed under CC BY-NC 4.0 by their owners."
)


def trap_cases() -> Iterator[Case]:
    """All cases of this group."""
    said = varied(inserted=tuple((2 + number % 5, text) for number, text in enumerate(SAYINGS.values())))
    yield Case("sentences that look like defects", None, vary=said)
    yield Case(
        "a page of Chinese and Japanese", None, vary=varied(inserted=((2, CHINESE), (2, JAPANESE), (3, CHINESE)))
    )
    if DEJAVU.exists():
        yield Case("half a page of Hebrew", None, templates=some(1), vary=varied(inserted=((2, HEBREW), (2, HEBREW))))
    yield Case("the control as it is", None, makers=EVERY_MAKER)
    yield Case("an off-white picture in the margin", None, plant=ink.draw_on(2, ink.off_white_panel))
    yield Case("white and clipped things in the margin", None, plant=ink.draw_on(2, ink.invisible_things))
    yield Case("a landscape figure on a turned page", None, None, some(3), plant=_landscape)
    yield Case("an appendix after the references", None, vary=_with_appendix)
    yield Case("a footnote on others' works", None, vary=varied(footnote=OTHERS), makers=("tex", "writer"))
    yield Case("no footnote", None, templates=some(0), vary=lambda sheet: sheet.but(footnote=""))
    yield Case(
        "a second size at the end",
        None,
        vary=lambda sheet: sheet.but(
            closing=(*sheet.closing, ("Acknowledgments", "We thank the operators of the three machines."))
        ),
    )


def _landscape(path: Path, sheet: Sheet) -> None:
    """The third page is shown turned by 90 degrees, and its figure stands upright then."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[2]
        left, top, right, foot = sheet.block
        boxes = f"0.3 g {left + 40} {sheet.size[1] - foot + 60} {right - left - 90} {(foot - top) * 0.7} re S"
        page.obj.Contents = pdf.make_stream(boxes.encode())
        page.obj.Rotate = 90

    edit_pdf(path, change)


def _with_appendix(sheet: Sheet) -> Sheet:
    return sheet.but(
        appendix=(("A Proof of the Bound", prose.paragraph(3)), ("B More Measurements", prose.paragraph(5)))
    )
