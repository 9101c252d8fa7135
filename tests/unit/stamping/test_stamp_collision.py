from __future__ import annotations

from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.placement import PageStamp, StampLine, StampOrder
from proceedings.stamping.stamp_collision import stamp_collisions

FOLIO = PageStamp(label="7", left=134.8, right=480.6, lines=(StampLine(place="foot-centre", text="7"),))


def found(*foot_ink):
    pages = tuple(
        PageFacts(number=number, width=595.276, height=841.89, foot_ink=ink) for number, ink in enumerate(foot_ink, 1)
    )
    order = StampOrder(paper="a", pages=(FOLIO,) * len(pages))
    return list(stamp_collisions([order], {"a": PaperFacts(paper="a", pages=pages)}))


def test_ink_where_the_folio_goes_is_one_finding_a_paper():
    ink = ((134.8, 810.0, 480.6, 822.0),)
    (made,) = found(ink, (), ink)
    assert (made.code, made.page, made.box) == ("stamp-collision", 1, ink[0])
    assert "papers/a.pdf, pages 1, 3" in made.message


def test_pages_that_follow_one_another_are_named_as_a_run():
    ink = ((134.8, 810.0, 480.6, 822.0),)
    assert "pages 1–3, 5:" in found(ink, ink, ink, (), ink)[0].message


def test_ink_beside_or_above_the_folio_is_no_collision():
    assert found(((134.8, 810.0, 290.0, 822.0), (320.0, 810.0, 480.6, 822.0), (134.8, 740.0, 480.6, 752.0))) == []


def test_a_clean_foot_is_no_finding():
    assert found((), ()) == []
