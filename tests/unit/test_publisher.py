from __future__ import annotations

import pytest

from proceedings.profile import packaged_names
from proceedings.publisher import UnknownPublisherError, known_publishers, load_policy, publisher_of

FIELDS = {"folio", "authors", "short_title", "citation", "book_pages", "place_rights", "rights", "notice", "acronym"}


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


def test_a_publisher_that_does_not_take_stamped_files_says_whose_copy_it_is():
    for name in ("springer", "ieee", "acm"):
        assert "not the version of record" in load_policy(name).own_copy_notice


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
