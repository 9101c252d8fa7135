"""Repairs on request, through the whole workflow."""

from __future__ import annotations

import hashlib
import json

import pikepdf
import pytest

import pdf_defects as defects
from pdf_makers import paper_pdf

pytestmark = pytest.mark.workflow

ASKED = "repair: {decrypt: true, javascript: true, annotations: true, attachments: true, page_box: true}\n"


def ask(edition, words):
    file = edition.path / "metadata/proceedings.yml"
    edition.write("metadata/proceedings.yml", file.read_text("utf-8").replace(ASKED, "") + words)


def test_what_is_asked_for_is_repaired_everywhere_but_in_papers(new_edition):
    edition = new_edition(a=4, b=4, c=2)
    defects.restricted_file(edition.path / "papers/a.pdf")
    defects.with_javascript(edition.path / "papers/b.pdf")
    paper_pdf(edition.path / "papers/c.pdf", 2, size=(500, 760), title="A Study of c on a Sample Machine")
    received = {path.name: path.read_bytes() for path in (edition.path / "papers").iterdir()}

    unasked = edition.build("volume")
    assert unasked.status == 0, unasked.printed
    assert "repair_papers" not in unasked.ran
    assert {"encrypted", "active-content", "page-size"} <= {each["code"] for each in edition.findings()}

    ask(edition, ASKED)
    built = edition.build("volume")
    assert built.status == 0, built.printed
    found = {(each["paper"], each["code"], each["severity"]) for each in edition.findings()}
    assert {("a", "repaired", "info"), ("b", "repaired", "info"), ("c", "repaired", "info")} <= found
    assert not {"encrypted", "active-content", "page-size", "camera-ready-missing"} & {code for _, code, _ in found}
    assert json.loads((edition.path / "output/proof.json").read_text("utf-8"))["mismatches"] == []
    with pikepdf.open(edition.path / "output/papers/a.pdf") as stamped:
        assert not stamped.is_encrypted
    assert {path.name: path.read_bytes() for path in (edition.path / "papers").iterdir()} == received
    facts = json.loads((edition.path / "output/work/facts/00.json").read_text("utf-8"))
    assert {each["paper"]: each["sha256"] for each in facts}["a"] == hashlib.sha256(received["a.pdf"]).hexdigest()

    assert edition.build("volume").ran == ()
    ask(edition, "")
    withdrawn = edition.build("volume")
    assert "repair_papers" not in withdrawn.ran
    assert {"encrypted", "active-content", "page-size"} <= {each["code"] for each in edition.findings()}
