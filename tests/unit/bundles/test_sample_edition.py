"""The sample edition has what its bundles ask for: sources, forms that say they are samples, one contact a paper."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from proceedings.bundles import BUNDLES
from proceedings.bundles.lacks import contact_lacks, source_lacks
from proceedings.companions.pdf_companions import form_text
from proceedings.intake.edition_folder import take_in
from proceedings.records.edition import Edition

ROOT = Path(__file__).parents[3]
PAPERS = ROOT / "papers"


@pytest.fixture(scope="module")
def sample() -> Edition:
    return take_in(ROOT / "metadata", PAPERS)[0]


@pytest.fixture(scope="module")
def forms() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_forms", PAPERS / "write_forms.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_bundle_of_the_sample_can_be_made(sample: Edition) -> None:
    assert {"springer", "acm", "ceur", "acl", "pmlr", "archive"} == set(sample.volume.bundles) <= set(BUNDLES)


def test_every_paper_has_usable_sources_and_one_contact(sample: Edition) -> None:
    accepted = [paper for paper in sample.papers if paper.status == "accepted"]
    assert len(accepted) == 10
    for paper in accepted:
        assert not list(contact_lacks(paper, "Springer"))
        assert not list(source_lacks(paper, PAPERS / f"{paper.id}.zip", "Springer"))


def test_every_form_is_what_the_metadata_makes_and_says_that_it_is_a_sample(sample: Edition, forms: ModuleType) -> None:
    signed = [paper for paper in sample.papers if paper.rights.signed]
    assert len(signed) == 10
    for paper in signed:
        content = (PAPERS / f"{paper.id}-rights.pdf").read_bytes()
        assert content == forms.form(paper)
        words = form_text(content)
        assert "SAMPLE FORM" in words and " ".join(paper.title.split()) in words
