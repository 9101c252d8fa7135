from __future__ import annotations

import msgspec
import pytest

from builders import paper
from lined_pages import line, paper_of
from proceedings.checks.copyright_notices import copyright_notice
from proceedings.checks.rules import Rules
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.volume import PartOf, Volume
from worded_papers import findings, on_profile, reading

ISBN, OTHER_ISBN = "978-1-7281-5995-9", "978-1-4503-6229-0"
ACM_FORMAT = (
    "ACM Reference Format: Ada Sample. 2019. Waiting. In Proceedings of SW. https://doi.org/10.1145/3295500.3356137"
)
ACM_RIGHTS = "Permission to make digital or hard copies of all or part of this work is granted. © 2019 Association for"
CEUR = "© 2019 Copyright for this paper by its authors. Use permitted under Creative Commons License"
CC_BY = "Attribution 4.0 International (CC BY 4.0)."


def said(profile: str, *notice: str, about: Paper | None = None, **volume: object) -> list[Finding]:
    lines = [line(words, 135, 680 + 9 * n, size=7) for n, words in enumerate(notice)]
    rules = Rules(profile=load_profile(profile), volume=Volume(**({"year": 2019} | volume)))  # type: ignore[arg-type]
    return findings(copyright_notice, reading(more=lines), rules, about)


@pytest.mark.parametrize(
    "notice",
    [
        f"{ISBN}/19/$31.00 ©2019 IEEE",
        f"{ISBN}/19/$31.00\u00a0(c) 2019 IEEE",
        f"{ISBN}/19/$31.00 © 2019 Crown",
        f"{ISBN}/19/$31.00 ©2019 European Union",
        f"{ISBN}/19/$31.00 c©2019 IEEE",
        f"{ISBN}/19/$31.00 c\u20dd2019 IEEE",
        f"{ISBN}/19/$31.00 \u20ddc 2019 Crown",
        f"{ISBN}/19/$31.00 Copyright 2019 by IEEE",
        f"{ISBN} / 19 / $25.00 © 2019, European Union",
        "U.S. Government work not protected by U.S. copyright",
        "This is a US Government Work and is not subject to US copyright.",
    ],
)
def test_the_four_notices_of_ieee_are_right(notice: str) -> None:
    assert not said("ieee", notice)


@pytest.mark.parametrize(
    ("near", "wrong"),
    [
        (f"{ISBN}/19/$31.00 ©2019 ACM", "names no owner of the copyright"),
        (f"{ISBN}/19/$31.00 ©2019", "names no owner of the copyright"),
        (f"{ISBN}/19/$31.00 © IEEE", "has no year"),
        (f"{ISBN}/19 ©2019 IEEE", "lacks its ISBN and fee code"),
        ("2168-9253/19/$31.00 ©2019 IEEE", "lacks its ISBN and fee code"),
        ("©2019 Crown", "is missing"),
        ("The U.S. Government protects this work by copyright.", "is missing"),
    ],
)
def test_near_misses_of_the_notices_of_ieee_are_none(near: str, wrong: str) -> None:
    (found,) = said("ieee", near)
    assert wrong in found.message


def test_a_notice_over_two_lines_is_right() -> None:
    assert not said("ieee", f"{ISBN}/19/$31.00", "©2019 IEEE")


def test_missing_and_wrong_are_told_apart() -> None:
    (missing,) = said("ieee")
    assert missing.message == "papers/017.pdf, page 1: the IEEE copyright notice is missing."
    assert missing.box is None
    (wrong,) = said("ieee", f"{ISBN}/18/$31.00 ©2018 IEEE")
    assert "has the year 2018 instead of 2019" in wrong.message
    assert wrong.box is not None


def test_the_isbn_must_be_one_and_that_of_the_volume() -> None:
    (false,) = said("ieee", "978-1-7281-5995-3/19/$31.00 ©2019 IEEE")
    assert "whose check digit does not fit" in false.message
    (other,) = said("ieee", f"{ISBN}/19/$31.00 ©2019 IEEE", isbn=OTHER_ISBN)
    assert f"has the ISBN {ISBN} instead of {OTHER_ISBN}" in other.message
    assert not said("ieee", f"{ISBN}/19/$31.00 ©2019 IEEE", isbn=OTHER_ISBN, part_of=PartOf(isbn=ISBN))
    assert not said("ieee", f"{ISBN}/19/$31.00 ©2019 IEEE", isbn="pending")


def test_the_owner_alone_lacks_the_code() -> None:
    (bare,) = said("ieee", "© 2019 IEEE")
    assert "lacks its ISBN and fee code" in bare.message


def test_sample_text_in_a_notice_is_a_leftover_and_nothing_else() -> None:
    assert not said("ieee", "979-8-XXXX-XXXX-X/XX/$31.00 ©20XX IEEE")


def test_acm_asks_for_reference_format_and_rights_block_and_lacks_are_one_finding() -> None:
    assert not said("acm", ACM_FORMAT, ACM_RIGHTS)
    (both,) = said("acm")
    assert "the ACM Reference Format is missing; the ACM rights block is missing" in both.message
    (year,) = said("acm", ACM_FORMAT, ACM_RIGHTS.replace("2019", "2018"))
    assert "the ACM rights block has the year 2018 instead of 2019" in year.message


def test_the_doi_must_be_the_one_that_was_assigned() -> None:
    assert not said("acm", ACM_FORMAT, ACM_RIGHTS, about=paper(doi="10.1145/3295500.3356137"))
    (other,) = said("acm", ACM_FORMAT, ACM_RIGHTS, about=paper(doi="10.1145/3295500.9999999"))
    assert "has the DOI 10.1145/3295500.3356137 instead of 10.1145/3295500.9999999" in other.message


def test_ceur_asks_for_cc_by_of_the_year() -> None:
    assert not said("ceurart", CEUR, CC_BY)
    (year,) = said("ceurart", CEUR.replace("2019", "2018"), CC_BY)
    assert "has the year 2018 instead of 2019" in year.message
    (other,) = said("ceurart", CEUR, "Attribution-NonCommercial 4.0 International (CC BY-NC 4.0).")
    assert "instead of CC BY 4.0" in other.message
    (own,) = said("ceurart", "© 2019 Ada Sample")
    assert "does not name the licence" in own.message and "missing" not in own.message


@pytest.mark.parametrize(
    "used", ["CC BY-NC 4.0", "CC BY-SA 3.0", "Attribution-ShareAlike 4.0 International", "CC0 1.0"]
)
def test_the_licence_of_a_data_set_is_not_that_of_the_paper(used: str) -> None:
    note = f"1 The data of Two and others are licensed under {used}, © 2016 their owners."
    assert not said("ceurart", note, CEUR, CC_BY)
    assert not said("ceurart", CEUR, CC_BY, note)
    (missing,) = said("ceurart", note.replace("©", ""))
    assert missing.message.endswith("the CC BY 4.0 notice is missing.")
    (other,) = said("ceurart", note, CEUR, "Attribution 3.0 International (CC BY 3.0).")
    assert "names the licence “Attribution 3.0” instead of CC BY 4.0" in other.message


def test_the_licence_may_stand_before_the_holder() -> None:
    assert not said(
        "ceurart", f"Licensed under Creative Commons {CC_BY}", "© 2019 Copyright for this paper by its authors."
    )


def test_a_front_page_of_few_lines_owes_its_notice_too() -> None:
    cover = Reading(paper_of([line("Waiting for the Slowest Rank", 180, 140, size=14), line("Ada Sample", 250, 170)]))
    assert findings(copyright_notice, cover, on_profile("ieee"))
    assert not findings(copyright_notice, Reading(paper_of([])), on_profile("ieee"))


def test_springer_and_acl_want_no_notice() -> None:
    assert not said("lncs") and not said("acl")


def test_an_own_profile_may_ask_for_words() -> None:
    profile = msgspec.structs.replace(load_profile("lncs"), notices=("Presented at SW 2019",))
    assert findings(copyright_notice, reading(), Rules(profile=profile))
    given = reading(more=[line("Presented at SW 2019", 135, 700, size=7)])
    assert not findings(copyright_notice, given, Rules(profile=profile))


def test_a_licence_of_what_the_authors_use_is_not_the_papers() -> None:
    note = "1 The data is licensed under a Creative Commons licence, © 2016 its owners."
    assert not said("acm", ACM_FORMAT, note, ACM_RIGHTS)
