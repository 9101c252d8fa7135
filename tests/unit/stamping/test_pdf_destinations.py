from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from link_oracle import LinkOracle
from pdf_makers import paper_pdf
from proceedings.pdf.pdf_targets import link_target
from proceedings.stamping.pdf_destinations import LinkCount, page_top, rename_destinations


def prefixed(name: bytes) -> bytes:
    return b"017/" + name


@pytest.fixture
def pdf() -> Pdf:
    """Three empty pages."""
    made = Pdf.new()
    for _ in range(3):
        made.add_blank_page(page_size=(300, 400))
    return made


def add_link(pdf: Pdf, page: int = 0, **entries: Any) -> Object:
    link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), **entries))
    annotations = pdf.pages[page].obj
    if "/Annots" not in annotations:
        annotations["/Annots"] = Array()
    annotations.Annots.append(link)
    return link


def view(pdf: Pdf, page: int, top: float = 300) -> Array:
    return Array([pdf.pages[page].obj, Name.XYZ, 20, top, None])


def name_tree(pdf: Pdf, **names: Object) -> None:
    pairs = [part for name, value in names.items() for part in (String(name), value)]
    pdf.Root["/Names"] = Dictionary(Dests=Dictionary(Names=Array(pairs)))


def saved(pdf: Pdf) -> LinkOracle:
    file = io.BytesIO()
    pdf.save(file)
    return LinkOracle(file.getvalue())


def targets(pdf: Pdf) -> list[tuple[int | None, tuple[str, ...]]]:
    return [(link.target, link.view) for link in saved(pdf).landings()]


def test_names_and_links_get_the_namespace_together(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1), b=Dictionary(D=view(pdf, 2, 100)))
    direct = add_link(pdf, Dest=String("a"))
    add_link(pdf, A=Dictionary(S=Name.GoTo, D=String("b")))
    count = rename_destinations(pdf, prefixed)
    assert count == LinkCount(internal=2, destinations=2)
    assert bytes(direct.Dest) == b"017/a"
    assert targets(pdf) == [
        (1, ("/XYZ", "20.00", "300.00", "NullObject")),
        (2, ("/XYZ", "20.00", "100.00", "NullObject")),
    ]


def test_names_of_the_old_kind_move_into_the_tree(pdf: Pdf) -> None:
    pdf.Root["/Dests"] = Dictionary({"/old": view(pdf, 2), "/a#b": view(pdf, 1)})
    link = add_link(pdf, Dest=Name("/old"))
    rename_destinations(pdf, prefixed)
    assert "/Dests" not in pdf.Root
    assert bytes(link.Dest) == b"017/old"
    assert targets(pdf)[0][0] == 2


def test_one_name_of_both_kinds_stays_two_destinations(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1))
    pdf.Root["/Dests"] = Dictionary(a=view(pdf, 2))
    add_link(pdf, Dest=String("a"))
    add_link(pdf, Dest=Name("/a"))
    rename_destinations(pdf, prefixed)
    assert [page for page, _ in targets(pdf)] == [1, 2]


def test_names_of_the_old_kind_need_not_be_utf_8(pdf: Pdf) -> None:
    latin = Object.parse(b"<</Einf#fchrung [0 /Fit]>>")
    latin["/Einf\udcfchrung"] = view(pdf, 2)
    pdf.Root["/Dests"] = latin
    link = add_link(pdf, Dest=Object.parse(b"/Einf#fchrung"))
    assert rename_destinations(pdf, prefixed) == LinkCount(internal=1, destinations=1)
    assert bytes(link.Dest) == b"017/Einf\xfchrung"
    assert targets(pdf)[0][0] == 2


def test_a_link_with_an_empty_action_follows_its_destination(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1))
    link = add_link(pdf, A=Dictionary(), Dest=String("a"))
    assert link_target(link) == ("internal", link.Dest)
    assert link_target(add_link(pdf, A=Dictionary(S=Name.JavaScript), Dest=String("a"))) == ("other", None)


def test_names_are_bytes_and_need_not_be_text(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1))
    pdf.Root.Names.Dests.Names[0] = String(b"\xfe\xff\x00a\xd8\x00")
    add_link(pdf, Dest=String(b"\xfe\xff\x00a\xd8\x00"))
    assert rename_destinations(pdf, prefixed).internal == 1
    assert targets(pdf)[0][0] == 1


def test_explicit_destinations_and_page_numbers_lead_to_their_pages(pdf: Pdf) -> None:
    add_link(pdf, Dest=view(pdf, 1))
    add_link(pdf, Dest=Array([2, Name.Fit]))
    add_link(pdf, A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj])))
    assert rename_destinations(pdf, prefixed).internal == 3
    assert [page for page, _ in targets(pdf)] == [1, 2, 0]


def test_a_link_to_nowhere_stays_on_its_page_without_an_action(pdf: Pdf) -> None:
    name_tree(pdf, lost=Array([pdf.make_indirect(Dictionary(Type=Name.Page)), Name.Fit]), none=Array())
    links = [
        add_link(pdf, Dest=String("missing")),
        add_link(pdf, A=Dictionary(S=Name.GoTo, D=String("lost"))),
        add_link(pdf, Dest=Array([7, Name.Fit])),
        add_link(pdf, A=Dictionary(S=Name.GoTo, D=String("none"))),
        add_link(pdf, A=Dictionary(S=Name.GoTo)),
    ]
    assert rename_destinations(pdf, prefixed) == LinkCount(broken=5)
    assert not any("/A" in link or "/Dest" in link for link in links)
    assert len(pdf.pages[0].obj.Annots) == 5


def test_links_out_of_the_paper_are_counted_and_kept(pdf: Pdf) -> None:
    add_link(pdf, A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    add_link(pdf, A=Dictionary(S=Name.GoToR, F=String("other.pdf"), D=String("a")))
    assert rename_destinations(pdf, prefixed) == LinkCount(external=2)


def test_a_link_that_two_pages_share_is_renamed_once(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1))
    add_link(pdf, Dest=String("a"))
    shared = pdf.make_indirect(Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), Dest=String("a"))]))
    pdf.pages[1].obj["/Annots"] = pdf.pages[0].obj.Annots
    pdf.pages[2].obj["/Annots"] = shared
    pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.Annots])
    assert rename_destinations(pdf, prefixed).internal == 3
    assert [page for page, _ in targets(pdf)] == [1, 1, 1]


def test_bookmarks_follow_their_names(pdf: Pdf) -> None:
    name_tree(pdf, a=view(pdf, 1), b=view(pdf, 2))
    second = pdf.make_indirect(Dictionary(Title=String("B"), A=Dictionary(S=Name.GoTo, D=String("b"))))
    first = pdf.make_indirect(Dictionary(Title=String("A"), Dest=String("a"), Next=second))
    pdf.Root["/Outlines"] = pdf.make_indirect(Dictionary(First=first, Last=second))
    assert rename_destinations(pdf, prefixed).bookmarks == 2
    assert saved(pdf).bookmarks() == [(0, "A", 1), (0, "B", 2)]


def test_anchors_keep_their_names_and_big_trees_stay_findable(pdf: Pdf) -> None:
    names = {f"cite.{number}": view(pdf, number % 3, number) for number in range(700)}
    name_tree(pdf, **names)
    for number in range(0, 700, 7):
        add_link(pdf, Dest=String(f"cite.{number}"))
    rename_destinations(pdf, prefixed, {b"paper.017": page_top(pdf.pages[0].obj)})
    oracle = saved(pdf)
    assert [link.target for link in oracle.landings()] == [number % 3 for number in range(0, 700, 7)]
    assert oracle.follow(_string("paper.017"))[0] == 0


def test_the_top_of_a_rotated_page_is_where_the_reader_sees_it(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    assert list(page_top(page))[2:4] == [0, 400]
    page["/Rotate"] = 90
    assert list(page_top(page))[2:4] == [0, 0]


def test_damaged_annotations_and_trees_do_no_harm(pdf: Pdf) -> None:
    pdf.pages[0].obj["/Annots"] = Array([7, Dictionary(), Dictionary(Subtype=Name.Link, A=String("?"))])
    pdf.pages[1].obj["/Annots"] = String("none")
    pdf.Root["/Names"] = String("none")
    pdf.Root["/Outlines"] = Array()
    assert rename_destinations(pdf, prefixed) == LinkCount()


def test_every_link_of_a_real_paper_keeps_its_page_and_view(tmp_path: Path) -> None:
    author = paper_pdf(tmp_path / "017.pdf", 4)
    before = LinkOracle(author).landings()
    with Pdf.open(author) as made:
        rename_destinations(made, prefixed)
        assert saved(made).landings() == before
    assert before


def _string(text: str) -> Any:
    from pypdf.generic import TextStringObject

    made = TextStringObject(text)
    made._original_bytes = text.encode()
    return made
