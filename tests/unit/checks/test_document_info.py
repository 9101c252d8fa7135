from __future__ import annotations

import msgspec
import pytest

from proceedings.checks.document_info import document_info
from proceedings.checks.rules import Rules
from proceedings.publisher import load_policy
from proceedings.reading.reading import Reading
from worded_papers import findings, reading

IEEE, ACL = Rules(policy=load_policy("ieee")), Rules(policy=load_policy("acl"))


def titled(title: str) -> Reading:
    return Reading(msgspec.structs.replace(reading().facts, document_info={"Title": title}))


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Microsoft Word - x.docx", "the name of a file"),
        ("paper.dvi", "the name of a file"),
        (r"C:\papers\final.doc", "the name of a file"),
        ("untitled", "no title"),
        ("Template 2", "no title"),
        ("Compressing Gradients by Sketches", "not the paper's title"),
    ],
)
def test_a_wrong_title_is_named(title: str, what: str) -> None:
    (only,) = findings(document_info, titled(title), IEEE)
    assert only.severity == "info" and only.message.endswith(f"{what}.")


@pytest.mark.parametrize(
    "title", ["Waiting for the Slowest Rank", "WAITING FOR THE SLOWEST RANK", "Waiting for the Slowest Rank (long)", ""]
)
def test_the_papers_title_and_none_at_all_are_right(title: str) -> None:
    assert not findings(document_info, titled(title), IEEE)


def test_what_we_set_ourselves_is_not_reported() -> None:
    assert not findings(document_info, titled("untitled"), ACL)
