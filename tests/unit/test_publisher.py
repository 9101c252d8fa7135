from __future__ import annotations

import pytest

from proceedings.profile import packaged_names
from proceedings.publisher import UnknownPublisherError, known_publishers, load_policy, publisher_of

FIELDS = {
    "folio", "authors", "short_title", "acronym", "book", "pages", "citation", "place_copyright", "rights", "doi",
    "dated", "permission", "notice",
}  # fmt: skip


@pytest.mark.parametrize("name", known_publishers())
def test_every_policy_stamps_every_kind_of_page(name):
    policy = load_policy(name)
    for kind in ("first", "verso", "recto"):
        for taken in (True, False):
            lines = [
                pattern
                for pattern in policy.stamps
                if kind in pattern.pages and not (pattern.unless_head_taken if taken else pattern.if_head_taken)
            ]
            assert any("{folio}" in pattern.text for pattern in lines), (name, kind, taken)


@pytest.mark.parametrize("name", known_publishers())
def test_a_pattern_names_only_known_fields(name):
    for pattern in load_policy(name).stamps:
        pattern.text.format_map(dict.fromkeys(FIELDS, ""))


@pytest.mark.parametrize("name", known_publishers())
def test_where_another_file_is_published_the_stamped_one_says_whose_copy_it_is(name):
    policy = load_policy(name)
    assert ("not the version of record" in policy.own_copy_notice) == (policy.delivers != "stamped")


@pytest.mark.parametrize(
    ("name", "notice"),
    [
        ("ieee", "978-1-7281-5995-9/19/$31.00 ©2019 IEEE"),
        ("ieee", "U.S. Government work not protected by U.S. copyright"),
        ("acm", "© 2019 Association for Computing Machinery."),
        ("acm", "Copyright held by the owner/author(s). Publication rights licensed to ACM."),
        ("springer", "© The Author(s), under exclusive license to Springer Nature Switzerland AG 2019"),
        ("ceur", "© 2019 Copyright for this paper by its authors. Use permitted under Creative Commons"),
        ("pmlr", "Proceedings of the 36th Conference, PMLR 97, 2019. Copyright 2019 by the author(s)."),
    ],
)
def test_a_paper_that_carries_its_notice_gets_no_second_one(name, notice):
    def lines(printed):
        return [each.text for each in load_policy(name).stamps if each.suits(head_taken=False, printed=printed)]

    assert {"{rights}", "{doi}"} & set(lines("")) or any("Copyright" in text for text in lines(""))
    assert not any("rights}" in text or "Copyright" in text for text in lines(notice))
    assert len([text for text in lines("We use data © 2016 its owners, Creative Commons.") if text]) >= len(
        lines(notice)
    )


def test_an_unknown_publisher_is_named_with_the_known_ones():
    with pytest.raises(UnknownPublisherError, match=r'"elsevier".*springer'):
        load_policy("elsevier")


def test_every_packaged_profile_is_some_publisher_s_own_template():
    assert {name: publisher_of(name) for name in packaged_names()} == {
        "acl": "acl",
        "acm": "acm",
        "ceurart": "ceur",
        "ieee": "ieee",
        "lncs": "springer",
    }
    assert publisher_of("our-own-series") == "own"
