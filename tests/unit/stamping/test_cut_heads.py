from __future__ import annotations

from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.placement import PageStamp, StampLine, StampOrder
from proceedings.stamping.cut_heads import cut_heads

LONG = "A Title of Very Many Words That No Head of a Page in Any Format of This Series Will Ever Hold in One Line"


def found(*heads):
    stamps = tuple(
        PageStamp(label="7", left=134.8, right=480.6, lines=(StampLine(place="head-right", text=f"{head}      7"),))
        for head in heads
    )
    pages = tuple(PageFacts(number=number, width=595.276, height=841.89) for number, _ in enumerate(heads, 1))
    return list(cut_heads([StampOrder(paper="a", pages=stamps)], {"a": PaperFacts(paper="a", pages=pages)}))


def test_a_title_that_is_cut_in_the_head_is_one_finding_that_says_what_is_stamped():
    (made,) = found("Short", LONG, LONG)
    assert (made.code, made.severity, made.page) == ("running-head-cut", "info", None)
    start, _, rest = made.message.partition("“")
    assert start == "papers/a.pdf, page 2: the title is too long for the running head: "
    assert LONG.startswith(rest.removesuffix("…”."))
    assert len(rest) > 40


def test_a_title_that_fits_or_has_an_ellipsis_of_its_own_is_no_finding():
    assert found("Short", "To Be Continued …") == []
