"""Ten real papers' blocks in their volume: what a reader finds of them, and what their authors are told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import pytest

from artifact_makers import placed
from proceedings.artifacts.folder import artifact_files
from proceedings.artifacts.items import LISTS
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.placement import Pagination
from proceedings.records.reproducibility import Reproducibility
from proceedings.typesetting.artifact_appendix import artifact_appendix
from real_edition import real_edition
from typeset_reading import alone_of, links_of, whole_text


class Made(NamedTuple):
    """The edition, its findings and pages, its appendix, and the tables."""

    edition: Edition
    findings: tuple[Finding, ...]
    pagination: Pagination
    appendix: bytes
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    edition, findings = real_edition(tmp_path_factory.mktemp("real"))
    pagination = placed(edition)
    appendix = alone_of(artifact_appendix(edition, pagination))
    return Made(edition, findings, pagination, appendix, artifact_files(edition, pagination, load_policy("own")))


def letters(text: str) -> str:
    """Letters and digits alone, so that line ends, hyphens and ties do not count."""
    return re.sub(r"[\W_]+", "", text)


def said(value: object) -> Iterator[str]:
    """Every text of a block, however deep."""
    if isinstance(value, dict):
        for each in value.values():
            yield from said(each)
    elif isinstance(value, list):
        for each in value:
            yield from said(each)
    elif isinstance(value, str):
        yield value


def block_of(edition: Edition, paper: str) -> Reproducibility:
    block = next(each.reproducibility for each in edition.papers if each.id == paper)
    assert block is not None
    return block


def test_all_that_ten_papers_declare_is_in_the_appendix_under_the_paper(made: Made) -> None:
    text = re.sub(r"(?:\d+ )?ARTIFACT APPENDIX(?: \d+)?|[^.]*? \(continued\)", " ", whole_text(made.appendix))
    entries = text
    for paper in reversed(made.edition.papers):
        entries, _, entry = entries.rpartition(paper.title or "")
        printed = letters(entry)
        block = msgspec.to_builtins(block_of(made.edition, paper.id))
        words = {"own": "the authors’ own", "os": "operating system", "mpi": "MPI library"}
        for each in said(block):
            assert letters(words.get(each, each)) in printed, (paper.id, each)


def test_every_item_has_a_row_in_the_table_under_its_own_id(made: Made) -> None:
    rows = csv.DictReader(io.StringIO(made.files["artifacts.csv"].decode(), newline=""))
    declared = [
        (paper.id, kind, item.id)
        for paper in made.edition.papers
        for kind, field in LISTS.items()
        for item in getattr(block_of(made.edition, paper.id), field)
    ]
    assert [(row["paper"], row["kind"], row["item"]) for row in rows] == declared
    assert len(declared) == 190


def test_what_papers_used_is_in_the_indexes_and_one_name_is_one_entry(made: Made) -> None:
    _, _, indexes = whole_text(made.appendix).rpartition("Index of Datasets")
    for paper in made.edition.papers:
        block = block_of(made.edition, paper.id)
        named = [each.name for each in (*block.datasets, *block.software, *block.benchmarks)]
        for name in (*named, *(each.system_name for each in block.hardware)):
            assert letters(name) in letters(indexes), (paper.id, name)
    pages = {each.paper: each.first_page for each in made.pagination.placements}
    assert f"PyTorch, {pages['coherence']}, {pages['deepvis']}" in indexes
    assert indexes.count("Triad") == 1


def test_whatever_an_address_leads_to_is_a_link(made: Made) -> None:
    linked = {each.uri for each in links_of(made.appendix)}
    for paper in made.edition.papers:
        for each in said(msgspec.to_builtins(block_of(made.edition, paper.id))):
            assert not each.startswith("http") or each in linked, (paper.id, each)


TOLD = {
    "coherence": {
        "reproducibility-missing": "hardware",
        "item-unidentified": "SW1 SW2 SW3 D1",
        "item-unresolvable": "SW1 SW2 D1",
        "item-not-persistent": "A1 A2",
        "licence-unknown": "A1 A2",
    },
    "deepvis": {"item-unidentified": "SW1 SW2 SW3 SW5 SW6 SW7 +8", "item-unresolvable": "SW1 SW2 SW3 SW4 SW9 D1 +1"},
    "ebpf": {
        "reproducibility-missing": "algorithms",
        "item-unidentified": "SW9 SW10 HW1 HW2",
        "item-unresolvable": "SW1 SW2 SW3 SW4 SW5 SW6 +4",
        "item-not-persistent": "A1 A2",
        "licence-unknown": "A1 A2",
        "benchmark-unknown": "B1",
    },
    "horn": {
        "reproducibility-missing": "hardware",
        "item-unidentified": "SW1 SW3",
        "item-not-persistent": "A1 A2 A3",
        "licence-unknown": "A1 A2 A3",
    },
    "isabelle": {
        "item-unidentified": "SW2 D1 D2 D3 D4 D5 +4",
        "item-unresolvable": "SW1 SW2",
        "item-not-persistent": "D1 A1",
        "licence-unknown": "A1",
    },
    "nil": {
        "item-unidentified": "SW1 SW2 SW3 SW4 SW5 D4 +2",
        "item-unresolvable": "SW1 SW2 SW3 SW4 D1 D2 +3",
        "item-not-persistent": "A1",
        "licence-unknown": "A1 A2 A3 A4 A5 A6",
        "benchmark-unknown": "B2",
    },
    "numeracy": {
        "item-unidentified": "SW1 SW2 D3",
        "item-unresolvable": "SW1 D2 D3 D4",
        "item-not-persistent": "A1",
        "identifier-invalid": "https://git.io/JuZXn",
        "licence-unknown": "A1 D2",
    },
    "offloading": {
        "item-unidentified": "SW1 SW3 SW4 SW5 SW6 HW1",
        "item-unresolvable": "SW1 SW4 SW5 SW6",
        "benchmark-unknown": "B1",
    },
    "segmentation": {"item-unidentified": "SW2 SW3 D3", "item-unresolvable": "SW1 SW2 SW3 D3"},
    "ssta": {
        "item-unidentified": "SW2 SW3",
        "item-not-persistent": "A1",
        "identifier-invalid": " ".join(
            f"http://goo.gl/{each}" for each in ("Vf7VIJ", "ZzbZ5B", "F218Pw", "QaZ1FD", "iuhHst")
        ),
        "benchmark-unknown": "B1 B2 B3 B4",
    },
}
"""What the authors of each paper are told of their block: the code, and the items or kinds that it is about.

Each was held against the paper: it is true, and the authors can do something about it."""

ABOUT = re.compile(r"\b(?:SW|HW|ALG|D|A|B)\d+(?= \()|\d+(?= more)|https?://[^ ,]*\w|(?<=said of the )\w+")


def test_the_authors_of_ten_papers_are_told_what_is_true_and_can_be_mended(made: Made) -> None:
    told: dict[str, dict[str, str]] = {}
    for finding in made.findings:
        if finding.paper and finding.code != "metadata-missing":
            found = (each if not each.isdigit() else f"+{each}" for each in ABOUT.findall(finding.message))
            told.setdefault(finding.paper, {})[finding.code] = " ".join(dict.fromkeys(found))
    assert told == TOLD
