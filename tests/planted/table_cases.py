"""Cases of tables whose rules run through the gutter into the other column, and of tables over both columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planted import injected_tables as tables
from planted.cases import EVERY_MAKER, TWO_COLUMNS, Case
from planted.set_pages import alone_on
from planted.sheets import Sheet

ROWS = r"\hline Machine & Ranks & Before & After\\ \hline Alder & 256 & 412 & 361\\ Birch & 1024 & 498 & 402\\ \hline"
CAPTION = r"\centering\caption{Waiting time by machine}"


def table_cases() -> Iterator[Case]:
    """All cases of this group."""
    for points in (20.0, 40.0, 60.0):
        for side in ("left", "right"):
            yield Case(
                f"rules of the {side} column {points:.0f} pt too wide, on a page of few lines",
                "gutter",
                2,
                TWO_COLUMNS,
                plant=alone_on(2, tables.ruled_table(points, side, few=True)),
                makers=EVERY_MAKER if (points, side) == (40.0, "left") else ("reportlab",),
                box=tables.place_of(points, side, few=True),
            )
        yield Case(
            f"rules {points:.0f} pt too wide beside text",
            "gutter",
            2,
            TWO_COLUMNS,
            plant=alone_on(2, tables.ruled_table(points)),
            makers=EVERY_MAKER if points == 20.0 else ("reportlab",),
            box=tables.place_of(points),
        )
        yield Case(
            f"a table of TeX {points:.0f} pt too wide",
            "gutter",
            None,
            TWO_COLUMNS,
            _inserting(_too_wide(points)),
            makers=("tex",),
        )
    yield Case(
        "a table of TeX 40 pt too wide on the last page", "gutter", -1, TWO_COLUMNS, _ending_with, makers=("tex",)
    )
    yield from _traps()


def _traps() -> Iterator[Case]:
    for share in (0.7, 0.9, 1.0):
        yield Case(
            f"a table over {share:.0%} of both columns",
            None,
            None,
            TWO_COLUMNS,
            plant=alone_on(2, tables.table_over_both(share)),
        )
    yield Case("two tables over both columns", None, None, TWO_COLUMNS, plant=alone_on(2, tables.tables_side_by_side))
    yield Case(
        "two tables of TeX over both columns", None, None, TWO_COLUMNS, _inserting(_SIDE_BY_SIDE), makers=("tex",)
    )
    within = alone_on(2, tables.ruled_table(0.0, few=True))
    yield Case("rules as wide as their column", None, None, TWO_COLUMNS, plant=within)


def _too_wide(points: float, where: str = "[t]") -> str:
    width = rf"\dimexpr\columnwidth+{points}bp\relax"
    rows = rf"\begin{{tabular*}}{{{width}}}{{@{{\extracolsep{{\fill}}}}lrrr}}{ROWS}\end{{tabular*}}"
    return rf"\begin{{table}}{where}{CAPTION}{rows}\end{{table}}"


_SIDE_BY_SIDE = (
    rf"\begin{{table*}}[t]{CAPTION}"
    + "".join(
        rf"\begin{{tabular*}}{{{share}\textwidth}}{{@{{\extracolsep{{\fill}}}}lrrr}}{ROWS}\end{{tabular*}}\hfill"
        for share in (0.62, 0.34)
    )
    + r"\end{table*}"
)


def _inserting(table: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: sheet.but(inserted=((3, table),))


def _ending_with(sheet: Sheet) -> Sheet:
    """The table behind the references, on a page of its own with a line of text."""
    table = r"\clearpage " + _too_wide(40.0, "[h]") + "The last lines stand here."
    return sheet.but(tex=((r"\end{document}", table + r"\end{document}"),))
