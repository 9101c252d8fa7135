"""The proof's page: everything readers will see of the paper, and what is open."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import unquote

import pytest

from html_reading import StrictPage
from proceedings.proofs.stamping_view import fidelity_words
from proceedings.records.paper import Author, Published
from proof_makers import LACKING, approved, described, found, page_of, proved, shown, volume


@pytest.fixture(scope="module")
def html() -> str:
    return page_of(
        described(reproducibility=LACKING),
        found(page=3),
        found("contact-author", "warning", message="ADA@example.org is the address of nobody."),
        found("body-font", "warning", waived=True),
        pictures=(shown(),),
    )


@pytest.fixture(scope="module")
def page(html: str) -> StrictPage:
    return StrictPage(html)


def test_the_paper_stands_as_it_will_appear(page: StrictPage) -> None:
    for words in (
        "Ada Sample affiliation 1, 2 corresponding author ORCID 0000-0002-1825-0097",
        "Dept. of Samples, Sample University, Ghent, Belgium",
        "Sample Institute, Oslo, Norway",
        "We measure. It is fast.",
        "Pages 1–3, which may still move",
        "DOI https://doi.org/10.5555/dls.017",
        "Keywords training, storage",
        "Ada Sample and Mausam. Deep Learning on a Sample Machine. In: Proceedings of the Sample Workshop, pp. 1–3.",
        "@inproceedings{dls2019-017,",
    ):
        assert words in page.text, words


def test_a_doi_that_the_publisher_registers_is_called_provisional() -> None:
    assert "10.5555/dls.017 (provisional)" in StrictPage(page_of(volume=volume(publisher="springer"))).text


def test_a_paper_that_was_published_is_cited_by_the_pages_of_its_book() -> None:
    text = StrictPage(page_of(described(published=Published(first_page=211, last_page=213)))).text
    assert "Pages in the publisher’s book 211–213" in text
    assert "In: Proceedings of the Sample Workshop, pp. 211–213." in text
    assert "pages = {211--213}" in text


def test_findings_are_shown_with_the_picture_of_their_page(page: StrictPage) -> None:
    (picture,) = page.named("img")
    assert picture["src"] == "../report/pages/017-p3.png"
    assert picture["alt"] == "Page 3 of paper 017: Figure 2 uses the Type 3 font DejaVuSans."
    assert "../../papers/017.pdf#page=3" in page.values("href")


def test_what_was_waived_is_told_as_accepted(page: StrictPage) -> None:
    assert "What the chairs have accepted This needs nothing from you." in page.text


def test_the_stamped_paper_and_the_file_as_it_came_are_linked(page: StrictPage) -> None:
    assert {"../papers/017.pdf", "../../papers/017.pdf"} <= set(page.values("href"))


def test_what_was_stamped_is_told_place_by_place(page: StrictPage) -> None:
    assert "First page Foot, centred 1 Proceedings, pp. 1-3" in page.text
    assert "Left-hand pages, as on 2 Head, left 2 A. Sample" in page.text
    assert "Right-hand pages, as on 3 Head, right Samples 3" in page.text


def test_what_the_paper_carries_before_and_after_is_one_sentence(page: StrictPage) -> None:
    assert (
        "Read back from the finished files: all 3 pages as you drew them, all 7 internal links landing on their "
        "targets and the only web link kept. Left out on purpose: scripts and actions (1), it runs when the file is "
        "opened." in page.text
    )


def test_a_file_that_could_not_be_read_back_was_not_compared() -> None:
    assert "was not compared" in fidelity_words(proved(source_read=False))


def test_each_item_stands_on_its_rung_with_what_lifts_it(page: StrictPage) -> None:
    assert "Software SW1 (PyTorch) ●○○ stated Give the version that was run" in page.text
    assert "it is then identified." in page.text


def test_the_line_for_the_list_of_approvals_is_there_to_be_copied(page: StrictPage) -> None:
    digest = approved(described(reproducibility=LACKING)).metadata_sha256
    assert f"017,{'a' * 64},{digest},NAME,DATE" in page.text


def test_no_address_of_an_author_is_on_the_page(html: str) -> None:
    assert "@example.org" not in html.casefold()
    assert "(an e-mail address) is the address of nobody." in html


def test_the_page_asks_the_network_for_nothing(html: str, page: StrictPage) -> None:
    assert {each for each in page.values("src") if not each.startswith("../report/pages/")} == set()
    outward = {each for each in page.values("href") if not each.startswith(("#", "../"))}
    assert outward == {"https://orcid.org/0000-0002-1825-0097"}
    assert "url(" not in html and "@import" not in html and "<script" not in html
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src" in html


def test_every_link_within_the_page_has_its_target(page: StrictPage) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    targets = {unquote(link[1:]) for link in page.values("href") if link.startswith("#")}
    assert targets and targets <= set(ids)


def test_headings_never_skip_a_level_and_tables_have_headers(html: str, page: StrictPage) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", html)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert {each.get("scope") for each in page.named("th")} == {"row", "col"}


def test_a_missing_paper_has_a_page_without_citation_and_stamps() -> None:
    missing = found("camera-ready-missing", message="papers/017.pdf is missing.")
    text = StrictPage(page_of(None, missing, arrived=False)).text
    assert "Pages 1–3, kept for the paper" in text
    assert "has no entry in the bibliography" in text
    assert "Citation" not in text and "What was stamped" not in text
    assert "There is nothing to approve before the PDF is here" in text


def test_a_hostile_title_is_shown_and_never_run() -> None:
    html = page_of(described(title='<script>alert("x")</script> \u202e& ' + "x" * 10_000, abstract="<img src=x>"))
    page = StrictPage(html)
    assert not page.named("script") and not page.named("img")
    assert '<script>alert("x")</script>' in page.text


def test_formulas_of_titles_are_raised_and_lowered_as_in_print() -> None:
    html = page_of(described(title="A Bound of $O(n^2)$ on $x_i$"))
    assert "A Bound of <i>O</i>(<i>n</i><sup>2</sup>) on <i>x</i><sub><i>i</i></sub>" in html


def test_names_stand_apart_from_one_another_whatever_their_direction() -> None:
    html = page_of(described(people=(Author(given="שרה", family="לוי"), Author(literal="Mausam"))))
    assert "<bdi>שרה לוי</bdi>" in html and "<bdi>Mausam</bdi>" in html
