from __future__ import annotations

import datetime

import msgspec
import pytest

from builders import edition, facts, paper
from proceedings.pagination import assign_pages
from proceedings.publisher import load_policy
from proceedings.records.facts import PageFacts, PaperFacts
from proceedings.records.paper import PaperDates
from proceedings.records.volume import Event, PartOf, StampSettings, Volume
from proceedings.stamping.stamp_design import (
    brings_running_heads,
    stamp_orders,
    text_block,
    volume_acronym,
)
from proceedings.stamping.stamp_layout import stamp_boxes
from proceedings.wording import permission_words

DLS = Volume(
    title="Deep Learning on Supercomputers",
    acronym="DLS",
    year=2019,
    licence="CC-BY-4.0",
    event=Event(place="Frankfurt am Main", start=datetime.date(2019, 6, 20)),
)


def orders(*papers, publisher="springer", volume=DLS, pages=None):
    made = edition(*papers, volume=volume)
    all_facts = {each.id: pages or facts(each.id) for each in papers}
    return stamp_orders(made, assign_pages(made, all_facts), all_facts, load_policy(publisher))


def texts(page):
    return [line.text for line in page.lines]


def with_head(number):
    return PageFacts(
        number=number,
        width=595.276,
        height=841.89,
        ink=(134.8, 93, 480.6, 662.9),
        head_ink=((134.8, 93.0, 480.6, 101.0),),
    )


def test_a_verso_has_folio_and_authors_and_a_recto_short_title_and_folio():
    order = orders(paper("a", "Ada Sample", "Bo Two", short_title="A Short Title"))[0]
    assert texts(order.pages[1]) == ["2      A. Sample and B. Two"]
    assert texts(order.pages[2]) == ["A Short Title      3"]
    assert [line.place for line in order.pages[1].lines] == ["head-left"]


def test_a_first_page_has_nothing_in_its_head():
    first = orders(paper("a", licence="CC-BY-4.0"))[0].pages[0]
    assert {line.place for line in first.lines} == {"foot-centre"}
    assert texts(first) == [
        "1",
        "Deep Learning on Supercomputers, pp. 1–4. Frankfurt am Main, 20 June 2019",
        "© 2019 the author(s) · CC BY 4.0",
        "Workshop’s own copy, not the version of record.",
    ]


def test_a_paper_with_heads_of_its_own_is_stamped_in_one_line_at_the_foot():
    headed = PaperFacts(paper="a", pages=tuple(with_head(number) for number in (1, 2, 3)))
    order = orders(paper("a"), pages=headed)[0]
    assert [(line.place, line.text) for line in order.pages[1].lines] == [("foot-centre", "DLS 2019 · p. 2")]


def test_running_text_high_on_the_page_is_no_running_head():
    lines = tuple((70.9, 71 + 13.6 * n, 524.4, 81 + 13.6 * n) for n in range(3))
    page = PageFacts(number=2, width=595.276, height=841.89, head_ink=lines)
    assert not brings_running_heads([page])
    assert brings_running_heads([with_head(2)])


def test_every_page_is_stamped_with_its_label():
    first, second = orders(paper("a"), paper("b"))
    assert [page.label for page in (*first.pages, *second.pages)] == [str(n) for n in range(1, 9)]
    assert all(page.lines for page in (*first.pages, *second.pages))


def test_an_edition_without_running_heads_has_its_folios_at_the_foot():
    volume = msgspec.structs.replace(DLS, stamp=StampSettings(running_heads=False))
    assert texts(orders(paper("a"), volume=volume)[0].pages[1]) == ["DLS 2019 · p. 2"]


def test_a_doi_that_the_publisher_registers_is_provisional():
    with_doi = paper("a", doi="10.5555/dls.a")
    assert "https://doi.org/10.5555/dls.a (provisional)" in texts(orders(with_doi)[0].pages[0])[2]
    assert orders(with_doi)[0].doi is None
    assert orders(with_doi, publisher="own")[0].doi == "10.5555/dls.a"


def test_while_collecting_the_stamp_says_draft():
    volume = msgspec.structs.replace(DLS, phase="collecting")
    assert any("DRAFT" in text for text in texts(orders(paper("a"), volume=volume)[0].pages[0]))


def test_stamps_stand_between_the_edges_of_the_text_block():
    assert text_block(facts("a").pages)[:3] == (134.8, 480.6, 115.8)
    blank = PageFacts(number=1, width=600, height=800)
    assert text_block([blank])[:3] == (72.0, 528.0, 96.0)


def test_a_running_head_stands_close_above_the_text_block():
    assert [page.head for page in orders(paper("a"))[0].pages] == [101.8] * 4


def test_a_running_head_makes_room_for_what_stands_higher_than_the_text():
    pages = facts("a", 4).pages
    higher = msgspec.structs.replace(pages[2], ink=(134.8, 80.0, 480.6, 662.9))
    order = orders(paper("a"), pages=PaperFacts(paper="a", pages=(*pages[:2], higher, pages[3])))[0]
    assert [page.head for page in order.pages] == [101.8, 101.8, 66.0, 101.8]


def test_a_page_of_another_size_is_stamped_by_its_own_ink():
    pages = facts("a", 4).pages
    wide = PageFacts(number=2, width=841.89, height=595.276, ink=(115.0, 134.0, 662.0, 480.0))
    order = orders(paper("a"), pages=PaperFacts(paper="a", pages=(pages[0], wide, *pages[2:])))[0]
    assert [(page.left, page.right) for page in order.pages[:3]] == [(134.8, 480.6), (115.0, 662.0), (134.8, 480.6)]


def test_an_acronym_that_holds_its_year_is_not_given_it_again():
    assert volume_acronym(Volume(acronym="DLS", year=2019)) == "DLS 2019"
    assert volume_acronym(Volume(acronym="DLS 2019", year=2019)) == "DLS 2019"


def test_no_tex_reaches_a_running_head_or_the_document_information():
    order = orders(paper("a", title="An $O(n)$ rule for $\\alpha$-steps"))[0]
    assert order.title == "An O(n) rule for α-steps"
    assert texts(order.pages[2]) == ["An O(n) rule for α-steps      3"]


def test_the_imprint_of_an_acl_page_leaves_its_footnotes_alone():
    first = orders(paper("a"), publisher="acl")[0].pages[0]
    assert texts(first) == [
        "1",
        "Deep Learning on Supercomputers, pages 1–4",
        "Frankfurt am Main, 20 June 2019. © 2019 Association for Computational Linguistics",
    ]
    deepest_footnote = 775.9
    assert min(box[1] for box in stamp_boxes(first, 595.276, 841.89)) > deepest_footnote


def test_a_volume_without_an_acronym_has_its_folios_alone_at_the_foot():
    volume = Volume(title="Proceedings", stamp=StampSettings(running_heads=False))
    assert texts(orders(paper("a"), volume=volume)[0].pages[1]) == ["p. 2"]


def test_a_part_of_a_joint_volume_is_no_version_of_record_whoever_stamps_it():
    part = msgspec.structs.replace(DLS, part_of=PartOf(title="Joint Workshops"))
    for publisher, last in (("own", "Workshop’s own copy, not the version of record."), ("acl", None)):
        found = texts(orders(paper("a"), publisher=publisher, volume=part)[0].pages[0])
        assert found[1].startswith("Joint Workshops, ")
        assert (found[-1] == last) is (last is not None)
    assert "record" not in texts(orders(paper("a"), publisher="own")[0].pages[0])[-1]


def test_an_erratum_keeps_its_stamp_and_says_when_it_was_revised():
    revised = paper("a", dates=PaperDates(revised=datetime.date(2019, 7, 1)))
    (before,), (after,) = orders(paper("a")), orders(revised)
    assert [line for line in texts(after.pages[0]) if "Revised" in line] == [
        "Revised 1 July 2019 · Workshop’s own copy, not the version of record."
    ]
    assert after.pages[1:] == before.pages[1:] and after.pages[0].label == before.pages[0].label


def test_what_the_edition_does_not_say_leaves_no_gap_in_a_line():
    for publisher, lines in (
        ("acl", ["1", "pages 1–4", "© Association for Computational Linguistics"]),
        ("pmlr", ["1", "pp. 1–4"]),
        ("ceur", ["1", "pp. 1–4", "© Copyright for this paper by its authors."]),
    ):
        found = texts(orders(paper("a"), publisher=publisher, volume=Volume())[0].pages[0])
        assert found[: len(lines)] == lines


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        (None, "Creative Commons License Attribution 4.0 International (CC BY 4.0)"),
        ("CC-BY-4.0", "Creative Commons License Attribution 4.0 International (CC BY 4.0)"),
        ("CC-BY-NC-4.0", "CC BY-NC 4.0"),
        ("CC0-1.0", "CC0-1.0"),
    ],
)
def test_a_stamp_permits_what_the_licence_of_the_paper_permits(licence, words):
    assert permission_words(licence) == f"Use permitted under {words}."
