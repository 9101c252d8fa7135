from __future__ import annotations

import pytest

from builders import edition, paper
from proceedings.artifacts.items import entries, listed_papers, without_emails
from proceedings.publisher import load_policy
from proceedings.records.placement import Pagination, Placement
from proceedings.records.reproducibility import Artifact, Badge, Dataset, Reproducibility, Software

OWN = load_policy("own")


def placed(*ids: str, **fields: object) -> Pagination:
    return Pagination(placements=tuple(Placement(paper=each, **fields) for each in ids))  # type: ignore[arg-type]


def keys(block: Reproducibility) -> list[str]:
    return [entry.key for entry in entries(block)]


def test_an_item_is_called_by_its_id() -> None:
    assert keys(Reproducibility(software=(Software(id="SW1"),), datasets=(Dataset(id="D1"),))) == ["SW1", "D1"]


def test_an_item_without_an_id_that_names_a_file_is_counted_in_its_kind() -> None:
    software = (Software(id="../x"), Software(id="SW-2"), Software(), Software(id="Größe"))
    assert keys(Reproducibility(software=software)) == ["software.1", "software.2", "software.3", "software.4"]


def test_an_id_that_stands_twice_is_the_first_ones_whatever_its_capitals() -> None:
    block = Reproducibility(software=(Software(id="A1"),), artifacts=(Artifact(id="a1"),), badges=(Badge(), Badge()))
    assert keys(block) == ["A1", "artifact.1", "badge.1", "badge.2"]


def test_a_counted_key_is_nobodys_id() -> None:
    block = Reproducibility(software=(Software(id="software.2"), Software(id="software.2")))
    assert keys(block) == ["software.2", "software.3"]


def test_only_papers_that_are_in_the_volume_are_listed_in_its_order() -> None:
    there = edition(paper("017"), paper("021"), paper("030"))
    assert [each.paper.id for each in listed_papers(there, placed("021", "017"), OWN)] == ["021", "017"]
    assert listed_papers(there, placed("017", standing="missing"), OWN) == []


def test_a_paper_is_named_by_its_doi_if_that_is_its_own() -> None:
    twice = edition(paper("017", doi="10.5555/x"), paper("021", doi="10.5555/X"), paper("030", doi="10.5555/y"))
    found = listed_papers(twice, placed("017", "021", "030"), OWN)
    assert [each.reference for each in found] == ["#017", "#021", "https://doi.org/10.5555/y"]


@pytest.mark.parametrize(("doi", "publisher"), [("pending", "own"), ("10.1007/x", "springer"), (None, "own")])
def test_a_doi_that_is_provisional_stays_out(doi: str | None, publisher: str) -> None:
    (found,) = listed_papers(edition(paper("017", doi=doi)), placed("017"), load_policy(publisher))
    assert (found.doi, found.reference) == (None, "#017")


@pytest.mark.parametrize("text", ["Ask\nada@example.org.", "mailto:ada@example.org", "(A.B+c@sub.example.org)"])
def test_addresses_of_people_are_withheld_wherever_they_stand(text: str) -> None:
    block = without_emails(Reproducibility(statement=text, not_applicable={"datasets": text}))
    assert block.statement and "@" not in block.statement and "withheld" in block.statement
    assert block.not_applicable["datasets"] == block.statement


@pytest.mark.parametrize(
    "text",
    ["git@github.com:a/b.git", "ssh://git@example.org/a/b", "registry.example.org/image@sha256:6b1c2f", "gcc@12.2.0"],
)
def test_what_only_looks_like_an_address_stays(text: str) -> None:
    assert without_emails(Reproducibility(statement=text)).statement == text
