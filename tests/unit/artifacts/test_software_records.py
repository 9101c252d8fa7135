from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import oracles
from artifact_makers import declaring, listed
from proceedings.artifacts.citation_file import citation_file
from proceedings.artifacts.codemeta import codemeta
from proceedings.artifacts.licences import licence_address, spdx_choice, spdx_id
from proceedings.artifacts.ownership import is_repository, own_software
from proceedings.bibliography.cited_book import Book
from proceedings.records.edition import Edition
from proceedings.records.paper import Author
from proceedings.records.reproducibility import Artifact, Reproducibility, Software

BOOK = Book(title="The Volume", publisher="Press", year=2019)


def cff(about: Edition, number: int = 0) -> dict[str, Any]:
    (paper,) = listed(about)
    read = yaml.safe_load(citation_file(paper, own_software(paper)[number], BOOK))
    assert isinstance(read, dict)
    return read


def made(**fields: Any) -> Edition:
    return declaring(Reproducibility(artifacts=(Artifact(id="A1", title="Code", kind="software", **fields),)))


def test_own_software_is_what_the_authors_made_and_is_software() -> None:
    kinds = ("software", "Workflow", "container", "data", "model", None)
    artifacts = tuple(Artifact(id=f"A{number}", kind=kind) for number, kind in enumerate(kinds))
    software = (Software(id="SW1", role="own"), Software(id="SW2", role="framework"))
    (paper,) = listed(declaring(Reproducibility(software=software, artifacts=artifacts)))
    assert [entry.key for entry in own_software(paper)] == ["SW1", "A0", "A1", "A2"]


def test_codemeta_names_authors_licence_requirements_and_the_paper() -> None:
    (paper,) = listed(declaring())
    record = json.loads(codemeta(paper, own_software(paper)[1]))
    assert (record["@context"], record["@type"]) == ("https://w3id.org/codemeta/3.0", "SoftwareSourceCode")
    assert record["license"] == "https://spdx.org/licenses/Apache-2.0"
    assert [each["name"] for each in record["softwareRequirements"]] == ["PyTorch", "layerwise"]
    assert record["referencePublication"]["@id"] == "https://doi.org/10.5555/x"
    assert record["author"][0]["@id"] == "https://orcid.org/0000-0002-1825-0097"


def test_codemeta_has_no_id_that_means_something_only_in_the_volume() -> None:
    (paper,) = listed(declaring())
    assert b'"#' not in codemeta(paper, own_software(paper)[1])


def test_a_citation_file_has_what_the_format_requires_and_prefers_the_paper() -> None:
    record = cff(declaring())
    assert (record["cff-version"], record["title"], record["version"]) == ("1.2.0", "layerwise", "0.3.0")
    assert record["message"] and record["license"] == "Apache-2.0"
    assert record["authors"][0] == {
        "family-names": "Berg",
        "given-names": "Ludwig",
        "name-particle": "van der",
        "name-suffix": "Jr.",
        "orcid": "https://orcid.org/0000-0002-1825-0097",
    }
    assert record["authors"][1] == {"name": "Mausam"}
    paper = record["preferred-citation"]
    assert (paper["type"], paper["start"], paper["doi"]) == ("conference-paper", "1", "10.5555/x")
    assert paper["collection-title"] == "The Volume"


def test_a_citation_file_keeps_every_sign_and_every_text_a_text() -> None:
    title = 'A: "b" # \\ - {c} \u2028 é'
    record = cff(declaring(Reproducibility(software=(Software(name=title, version="1.10", role="own"),))))
    assert (record["title"], record["version"]) == (" ".join(title.split()), "1.10")


@pytest.mark.parametrize(
    ("licence", "wanted"),
    [("mit", "MIT"), ("Apache-2.0 OR MIT", ["Apache-2.0", "MIT"]), ("MIT AND X11", None), ("our terms", None)],
)
def test_a_citation_file_has_the_licences_that_its_format_can_say(licence: str, wanted: object) -> None:
    assert cff(made(licence=licence)).get("license") == wanted


def test_a_citation_file_leaves_out_what_its_patterns_do_not_take() -> None:
    record = cff(made(doi="10.1002/(SICI)1<1::AID>3.0", swhid="swh:1:dir:abc", url="see the paper"))
    assert not {"doi", "identifiers", "url", "repository-code"} & set(record)


def test_a_swhid_stands_without_its_qualifiers() -> None:
    core = f"swh:1:dir:{'0' * 40}"
    assert cff(made(swhid=f"{core};origin=https://example.org/a"))["identifiers"] == [{"type": "swh", "value": core}]


@pytest.mark.parametrize(
    ("url", "field"), [("https://github.com/a/b", "repository-code"), ("https://example.org/a", "url")]
)
def test_an_address_of_a_code_host_is_a_repository(url: str, field: str) -> None:
    assert cff(made(url=url))[field] == url
    assert is_repository(url) == (field == "repository-code")


def test_a_paper_without_authors_has_a_citation_file_that_is_valid() -> None:
    about = declaring(Reproducibility(artifacts=(Artifact(title="Code", kind="software"),)), people=(Author(),))
    assert all(each.get("name") for each in cff(about)["authors"])


def test_licences_are_told_by_spdx() -> None:
    assert (spdx_id("apache-2.0"), spdx_id("LicenseRef-Ours"), spdx_id("GPLv3"), spdx_id(None)) == (
        "Apache-2.0",
        None,
        None,
        None,
    )
    assert spdx_choice("MIT WITH x") == []
    assert licence_address("CC-BY-4.0") == "https://creativecommons.org/licenses/by/4.0/"


@oracles.needed
def test_citation_files_are_as_the_formats_own_schema_says_and_so_is_ours() -> None:
    (paper,) = listed(declaring())
    files = [citation_file(paper, each, BOOK) for each in own_software(paper)]
    for each in (*files, Path(__file__).parents[3].joinpath("CITATION.cff").read_bytes()):
        assert oracles.json_faults("cff_v1.2.0.json", yaml.load(each, yaml.BaseLoader)) == []
