from __future__ import annotations

import io
from typing import Any

import pypdf
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from proceedings.pdf.pdf_outlines import OutlineEntry, build_outline, mend_outline, outline_items
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.typesetting.math_text import plain_title

TEX = ("\\textbf{x}", "$a_b$", "{y}", "\\alpha", *"\\${}()_^~ ")
WRITTEN = st.lists(st.sampled_from((*TEX, *"aÐþÿéﬁ€•漢א\U0001d465\ufffd")), min_size=1).map("".join)
"""Titles as people write them, of TeX and of letters that PDF's own encoding has, has not, or knows as lost."""


def item(pdf: Pdf, title: str, **entries: Any) -> Object:
    return pdf.make_indirect(Dictionary(Title=String(title), **entries))


def author_outline(pdf: Pdf) -> Object:
    """Sections 1 and 2; 1.1 below 1; without parents, counts and last items."""
    below, second = item(pdf, "1.1"), item(pdf, "2")
    return pdf.make_indirect(Dictionary(First=item(pdf, "1", First=below, Next=second)))


def test_an_outline_without_counts_and_parents_is_mended() -> None:
    with Pdf.new() as pdf:
        outline = author_outline(pdf)
        assert mend_outline(outline) == 3
        first, last = outline.First, outline.Last
        assert [str(first.Title), str(last.Title)] == ["1", "2"]
        assert outline.Count == 2
        assert first.Count == -1
        assert first.First.Parent.objgen == first.objgen
        assert last.Prev.objgen == first.objgen
        assert "/Next" not in last


def test_a_count_that_is_no_number_is_counted_anew() -> None:
    with Pdf.new() as pdf:
        outline = author_outline(pdf)
        outline["/Count"] = outline.First["/Count"] = Name("/Many")
        assert mend_outline(outline) == 3
        assert (outline.Count, outline.First.Count) == (2, -1)


def test_an_outline_below_its_own_item_stays_whole() -> None:
    with Pdf.new() as pdf:
        outline = author_outline(pdf)
        outline.First.First["/First"] = outline
        assert mend_outline(outline) == 3
        assert [str(each.Title) for each in outline_items(outline)] == ["1", "2", "1.1"]


def test_an_outline_that_bites_its_tail_is_cut_there() -> None:
    with Pdf.new() as pdf:
        outline = author_outline(pdf)
        outline.First.Next["/Next"] = outline.First
        outline.First.First["/First"] = outline.First.First
        assert mend_outline(outline) == 3
        assert [str(each.Title) for each in outline_items(outline)] == ["1", "2", "1.1"]


def test_a_volume_s_outline_nests_by_level_and_takes_a_paper_s_own_below_it() -> None:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page().obj
        top = Array([page, Name.Fit])
        own = author_outline(pdf)
        mend_outline(own)
        entries = [
            OutlineEntry("Contents", top),
            OutlineEntry("Session", top),
            OutlineEntry("Paper", top, 1, own),
            OutlineEntry("Other", top, 1),
            OutlineEntry("Index", top),
        ]
        pdf.Root["/Outlines"] = build_outline(pdf, entries)
        assert pdf.Root.Outlines.Count == 3
        session = pdf.Root.Outlines.First.Next
        assert session.Count == -2
        assert session.First.Count == -2
        file = io.BytesIO()
        pdf.save(file)
    titles = [_titles(entry) for entry in pypdf.PdfReader(file).outline]
    assert titles == ["Contents", "Session", ["Paper", ["1", ["1.1"], "2"], "Other"], "Index"]


def test_no_entries_are_an_empty_outline() -> None:
    with Pdf.new() as pdf:
        assert "/First" not in build_outline(pdf, [])


def _titles(entry: Any) -> Any:
    return [_titles(each) for each in entry] if isinstance(entry, list) else entry.title


@given(st.lists(WRITTEN, min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_every_title_is_read_as_it_was_written(titles: list[str]) -> None:
    shown = [plain_title(each) or "017" for each in titles]
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        place = Array([pdf.pages[0].obj, Name.Fit])
        pdf.Root.Outlines = build_outline(pdf, [OutlineEntry(each, place) for each in shown])
        read = pypdf.PdfReader(io.BytesIO(pdf_bytes(pdf)))
    assert [str(each.title) for each in read.outline] == shown
