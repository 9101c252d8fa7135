"""The chair's run confirms the receipt that an author sent."""

from __future__ import annotations

from builders import facts, paper
from proceedings.checker_version import library_digest
from proceedings.checks.receipt import receipt_mismatch
from proceedings.checks.rules import Rules
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.receipts import receipt_for
from proceedings.records.finding import Finding

LNCS = load_profile("lncs")
FILE = facts("017")


def found(receipt: str | None) -> list[Finding]:
    return list(receipt_mismatch(paper("017", receipt=receipt), Reading(FILE), Rules(profile=LNCS)))


def sent(file: str = FILE.sha256, profile: str = "lncs", checker: str | None = None) -> str:
    return str(receipt_for(file, load_profile(profile), checker or library_digest()))


def test_nothing_is_said_where_the_receipt_agrees_or_none_was_sent() -> None:
    assert found(sent()) == []
    assert found(None) == []


def test_a_receipt_may_be_broken_over_lines_by_a_mail() -> None:
    receipt = sent()
    assert found(f" {receipt[:20]}\n  {receipt[20:]} ") == []


def test_another_file_than_the_authors_checked_is_a_warning() -> None:
    (other,) = found(sent(file="f" * 64))
    assert other.severity == "warning"
    assert other.message == "papers/017.pdf is not the file that its authors checked: the receipt is for another one."


def test_the_same_file_checked_by_other_rules_is_information() -> None:
    (other,) = found(sent(profile="acl", checker="0" * 16))
    assert other.severity == "info"
    assert other.message.endswith("with the profile acl and another version of the checker.")


def test_the_same_profile_with_other_values_is_named() -> None:
    (other,) = found(sent().replace(sent().split("-")[2], "000000"))
    assert other.message.endswith("with other values of the profile lncs.")


def test_words_that_are_no_receipt_are_quoted_with_the_file_they_stand_in() -> None:
    (strange,) = found("yes, I did")
    assert strange.message == 'metadata/papers/017.yml: "yes, I did" is no receipt of a check.'
