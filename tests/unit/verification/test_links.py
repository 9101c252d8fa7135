from __future__ import annotations

from proceedings.verification.links import compare_links, links_of_pages
from proceedings.verification.readback import Link, Navigation, Target


def link(page: int, target: int | None, row: float = 0.0, name: str = "x") -> Link:
    place = None if target is None else Target(target, ("/XYZ", 72.0, 700.0))
    return Link(page, (1.0, row, 2.0, row + 1), "internal", place, name)


def web(page: int, address: str) -> Link:
    return Link(page, (1.0, 2.0, 3.0, 4.0), "web", None, address)


def troubles(source: list[Link], stamped: list[Link], volume: list[Link]) -> list[tuple[str, str]]:
    return compare_links(Navigation(links=tuple(source)), stamped, volume, 3, lambda page: f"page {page + 1}")[1]


def test_links_that_land_are_counted_whatever_name_they_use() -> None:
    own, renamed = [link(0, 1, name="section.2")], [link(0, 1, name="017/section.2")]
    proof, found = compare_links(Navigation(links=tuple(own)), renamed, renamed, 3, str)
    assert (proof.source, proof.stamped, proof.volume, proof.landed, found) == (1, 1, 1, 1, [])


def test_two_links_in_one_place_are_two_links() -> None:
    assert len(troubles([link(0, 1)] * 2, [link(0, 1)] * 2, [link(0, 1)])) == 1


def test_another_order_of_links_is_no_difference() -> None:
    links = [link(0, 1, row=1.0), link(0, 2, row=2.0)]
    assert troubles(links, links[::-1], links) == []


def test_links_of_a_paper_are_counted_from_its_own_first_page() -> None:
    inside, outside = links_of_pages(Navigation(links=(link(4, 5), link(5, 2), link(9, 9))), first=4, count=3)
    assert (inside.page, inside.target and inside.target.page) == (0, 1)
    assert (outside.page, outside.target and outside.target.page) == (1, -2)


def test_a_broken_link_that_now_works_within_its_paper_is_no_difference() -> None:
    assert troubles([link(0, None)], [link(0, 1)], [link(0, 1)]) == []


def test_a_web_link_of_the_stamp_has_to_be_in_the_volume_too() -> None:
    assert troubles([], [web(0, "https://doi.org/10.5555/x")], [web(0, "https://doi.org/10.5555/x")]) == []
    assert troubles([], [web(0, "https://doi.org/10.5555/x")], []) == [
        ("volume", "page 1: the web link https://doi.org/10.5555/x is lost")
    ]


def test_without_the_authors_file_the_stamped_paper_is_the_measure() -> None:
    proof, found = compare_links(None, [link(0, 1)], [], 3, lambda page: f"page {page + 1}")
    assert (proof.source, proof.stamped, proof.landed) == (0, 1, 0)
    assert found == [("volume", "page 1: the author's link to page 2 of the paper is lost")]
