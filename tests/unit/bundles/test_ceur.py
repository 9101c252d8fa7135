"""CEUR-WS's bundle: a page whose classes say all that is read, the authors' own files, and what is missing at once."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import msgspec
import pytest
from lxml import html
from pypdf import PdfReader

from builders import paper
from bundle_makers import built, pack, packed, two_papers
from proceedings.bundles.ceur_index import index_page, short_name
from proceedings.records.edition import Edition
from proceedings.records.front_matter import FrontMatterText
from proceedings.records.paper import Author, NativeName
from proceedings.records.programme import Session
from proceedings.records.volume import Editor, Event, Review
from proceedings.reviewing import selection, selection_sentence
from tag_reading import accessibility_problems

DAY = datetime.date(2019, 6, 20)
EVENT = Event(
    name="Workshop on <Sums> & Parts", acronym="OW", place="Ghent, Belgium", start=DAY, url="https://a.b/?c&d"
)


REVIEW = Review(submitted=5, process="Each was read by *two* people.")


def of_ceur(**volume: object) -> Edition:
    """Two of five papers, the second by somebody whose name has a script of its own."""
    edition = two_papers("ceur", **({"event": EVENT, "review": REVIEW} | volume))
    native = Author(given="Wei", family="Li", native=NativeName(name="李伟", lang="zh"))
    first, second = edition.papers
    papers = (first, msgspec.structs.replace(second, authors=(*second.authors, native)))
    return msgspec.structs.replace(edition, papers=papers)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = built(tmp_path_factory.mktemp("ceur"), of_ceur())
    assert pack(place, "ceur") == 0
    return place


def page(place: Path, name: str = "bundle") -> html.HtmlElement:
    return html.document_fromstring(packed(place, name)["index.html"])


def said(page: html.HtmlElement, name: str) -> list[str]:
    return [each.text_content() for each in page.find_class(f"CEUR{name}")]


@pytest.mark.parametrize("acronym", ["OW", "OW 2019", "OW2019", "OW-2019", "OW'19", "OW ’19"])
def test_the_year_stands_once_and_apart(acronym: str) -> None:
    assert short_name(of_ceur(event=Event(acronym=acronym)).volume) == "OW 2019"


def test_an_orcid_that_cannot_be_true_is_linked_to_nobody() -> None:
    editors = (
        Editor(literal="Mausam", orcid="0000-0002-1825-0098"),
        Editor(literal="Ada", orcid="0000-0002-1825-0097"),
    )
    edition = of_ceur()
    volume = msgspec.structs.replace(edition.volume, editors=editors)
    page = index_page(msgspec.structs.replace(edition, volume=volume), [])
    assert "1825-0098" not in page and "https://orcid.org/0000-0002-1825-0097" in page


def test_papers_and_agreements_are_the_authors_files_in_the_order_of_the_pages(folder: Path) -> None:
    held = packed(folder)
    for number, id in enumerate(("12", "7"), 1):
        assert held[f"paper{number}.pdf"] == (folder / f"papers/{id}.pdf").read_bytes()
        assert held[f"agreements/paper{number}.pdf"] == (folder / f"papers/{id}-rights.pdf").read_bytes()
    assert not any(name.endswith(".zip") for name in held)


def test_every_class_that_is_read_is_on_the_page(folder: Path) -> None:
    index = page(folder)
    assert {name: said(index, name) for name in ("VOLNR", "URN", "PUBYEAR", "VOLACRONYM", "PUBDATE")} == {
        "VOLNR": ["Vol-XXX"],
        "URN": ["urn:nbn:de:0074-XXX-C"],
        "PUBYEAR": ["2019"],
        "VOLACRONYM": ["OW 2019"],
        "PUBDATE": ["YYYY-MM-DD"],
    }
    assert said(index, "LIC") == ["CC BY 4.0"]
    assert said(index, "VOLTITLE") == ["Workshop on <Sums> & Parts"]
    assert said(index, "FULLTITLE") == ["Our Workshop"]
    assert said(index, "LOCTIME") == ["Ghent, Belgium, 20 June 2019"]
    assert said(index, "VOLEDITOR") == ["Ed Itor"]
    assert said(index, "SESSION") == ["Scale", "Storage"]
    assert said(index, "TITLE") == ["Fast & Slow: O(n2)", "=Sum of Parts"]
    assert said(index, "PAGES") == ["1-4", "5-8"]
    assert said(index, "AUTHOR") == [
        "Ada van der Berg Jr.", "Mausam", "Ngọc Trần", "Ada van der Berg Jr.", "Wei Li"
    ]  # fmt: skip
    raw = packed(folder)["index.html"].decode()
    assert "<!--CEURLANG=eng -->" in raw and '<span class="CEURCOLOCATED">NONE</span> -->' in raw
    assert (said(index, "SUBMITTEDPAPERS"), said(index, "ACCEPTEDPAPERS")) == (["5"], ["2"])


def test_the_preface_is_a_file_that_says_how_many_papers_came_and_how_they_were_reviewed(folder: Path) -> None:
    content = packed(folder)["preface.pdf"]
    preface = PdfReader(io.BytesIO(content))
    words = " ".join(preface.pages[0].extract_text().split())
    assert "Welcome." in words
    sentence = "There were 5 papers submitted for peer review to this workshop. Out of these, 2 papers were accepted"
    assert f"{sentence} for this volume. Each was read by two people." in words
    assert "OW: Workshop on <Sums> & Parts, 20 June 2019, Ghent, Belgium © 2019 Copyright for this paper" in words
    assert [each.title for each in preface.outline] == ["Preface", "Organisation"]
    assert preface.page_labels == ["i", "ii"]
    assert accessibility_problems(content) == []
    assert page(folder).xpath('//li[@id="preface"]/a/@href') == ["preface.pdf"]


def test_how_papers_were_chosen_stands_before_the_names_of_who_signs(folder: Path) -> None:
    signed = FrontMatterText(stem="preface", title="Preface", markdown="Welcome.\n\nGhent, June 2019\n\n*Ed Itor*")
    assert pack(folder, "ceur", msgspec.structs.replace(of_ceur(), front_matter=(signed,)), "signed") == 0
    words = PdfReader(io.BytesIO(packed(folder, "signed")["preface.pdf"])).pages[0].extract_text()
    places = [
        words.index(each)
        for each in ("Welcome.", "There were 5 papers", "read by two people", "Ghent, June", "Ed Itor")
    ]
    assert places == sorted(places)


def test_regular_and_short_papers_are_counted_and_invited_ones_are_not() -> None:
    papers = [paper(str(number), type=kind) for number, kind in enumerate(("full", "short", "short", "invited"))]
    chosen = selection(REVIEW, papers)
    assert (chosen.accepted, chosen.regular, chosen.short) == (3, 1, 2)
    assert selection_sentence(chosen).endswith(
        "3 papers were accepted for this volume, 1 as regular paper and 2 as short papers."
    )


def test_numbers_that_nobody_has_said_are_asked_for_and_left_to_write(folder: Path) -> None:
    assert pack(folder, "ceur", of_ceur(review=Review()), "unsaid") == 0
    held = packed(folder, "unsaid")
    assert '<!-- There were <span class="CEURSUBMITTEDPAPERS"></span> papers' in held["index.html"].decode()
    assert "does not say `review.submitted`" in held["README.txt"].decode()
    assert "preface.pdf" in held


def test_without_a_preface_none_is_linked(folder: Path) -> None:
    bare = msgspec.structs.replace(of_ceur(review=Review()), front_matter=())
    assert pack(folder, "ceur", bare, "none") == 0
    held = packed(folder, "none")
    assert "preface.pdf" not in held and b"preface.pdf" not in held["index.html"]
    assert "There is no text of a preface" in held["README.txt"].decode()


def test_formulas_are_raised_and_lowered_and_a_native_name_stands_beside_the_name(folder: Path) -> None:
    index = page(folder)
    assert index.find_class("CEURTITLE")[0].find("sup").text == "2"
    assert index.xpath('//span[@lang="zh"]/text()') == ["李伟"]


def test_every_link_leads_to_a_file_of_the_bundle_and_every_entry_bears_its_name(folder: Path) -> None:
    entries = page(folder).xpath('//div[@class="CEURTOC"]//li[@id!="preface"]')
    assert [each.get("id") for each in entries] == ["paper1", "paper2"]
    assert {f"{each.get('id')}.pdf" for each in entries} <= set(packed(folder))
    assert [each.find("a").get("href") for each in entries] == ["paper1.pdf", "paper2.pdf"]


def test_no_address_of_anybody_is_in_the_bundle_and_no_acceptance_is_claimed(folder: Path) -> None:
    texts = [text for name, text in packed(folder).items() if not name.endswith(".pdf")]
    assert not any(b"@example.org" in text for text in texts)
    assert "has confirmed that the bundle is accepted" in packed(folder)["README.txt"].decode()


def test_the_event_that_it_stands_beside_is_named(folder: Path) -> None:
    beside = of_ceur(event=msgspec.structs.replace(EVENT, colocated_with="ISC 2019"))
    assert pack(folder, "ceur", beside, "beside") == 0
    assert said(page(folder, "beside"), "COLOCATED") == ["ISC 2019"]


def test_two_runs_make_the_same_bytes(folder: Path) -> None:
    assert pack(folder, "ceur", of_ceur(), "again") == 0
    assert (folder / "again.zip").read_bytes() == (folder / "bundle.zip").read_bytes()


def test_all_that_is_missing_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = of_ceur(event=Event(), licence="CC-BY-NC-4.0", language="xx")
    first, second = bare.papers
    bare = msgspec.structs.replace(bare, papers=(first, msgspec.structs.replace(second, authors=())))
    assert pack(folder, "ceur", bare, "refused") == 1
    lines = capsys.readouterr().err.splitlines()[1:-1]
    assert [line.strip() for line in lines] == [
        "metadata/proceedings.yml does not say `event.place`.",
        "metadata/proceedings.yml does not say `event.start`.",
        "metadata/proceedings.yml does not say `language (one that has a code of ISO 639-2)`.",
        "metadata/proceedings.yml: the licence is CC-BY-NC-4.0; CEUR-WS publishes under CC-BY-4.0.",
        "paper 7 has no authors.",
    ]
    assert not (folder / "refused.zip").exists()


def test_a_form_for_another_publisher_stays_in_the_house(folder: Path) -> None:
    elsewhere = msgspec.structs.replace(of_ceur(), volume=two_papers("springer", event=EVENT).volume)
    assert pack(folder, "ceur", elsewhere, "elsewhere") == 0
    held = packed(folder, "elsewhere")
    assert not any(name.startswith("agreements/") for name in held)
    lacking = "- 2 papers without an agreement (NTP or TP) with CEUR-WS: 12 and 7."
    assert lacking in held["README.txt"].decode()


def test_a_session_without_a_title_has_no_heading(folder: Path) -> None:
    plain = msgspec.structs.replace(of_ceur(), sessions=(Session(papers=("12",)), Session(papers=("7",))))
    assert pack(folder, "ceur", plain, "plain") == 0
    assert said(page(folder, "plain"), "SESSION") == []
