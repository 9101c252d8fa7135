from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

import oracles
from artifact_makers import VOLUME, declaring, placed
from builders import author, edition, paper
from proceedings.artifacts.crate import CrateFile, crate
from proceedings.artifacts.folder import artifact_files
from proceedings.artifacts.items import listed_papers
from proceedings.artifacts.schema_org import volume_graph
from proceedings.bibliography.cited_book import Book
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.reproducibility import Benchmark, Reproducibility, Software, Uses
from proceedings.records.volume import Volume

OWN = load_policy("own")


def graph(about: Edition, *files: CrateFile) -> dict[str, dict[str, Any]]:
    papers = listed_papers(about, placed(about), OWN)
    volume = volume_graph(papers, Book(title="The Volume", publisher="Press"), about.volume)
    document = json.loads(crate(about, papers, volume, files, "What it is."))
    assert document["@context"] == "https://w3id.org/ro/crate/1.2/context"
    entities = document["@graph"]
    assert len({each["@id"] for each in entities}) == len(entities)
    return {each["@id"]: each for each in entities}


def pointers(value: Any) -> Iterator[str]:
    """Every `@id` below the entity itself."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(each, dict):
            assert list(each) == ["@id"], "an entity is nested"
            yield each["@id"]
        elif isinstance(each, list):
            yield from pointers(each)


def test_every_reference_leads_to_an_entity_with_type_and_name() -> None:
    found = graph(declaring(), CrateFile("papers/017.pdf", 4, "ab"))
    dangling = {to for each in found.values() for to in pointers(each)} - set(found)
    assert dangling == {"https://w3id.org/ro/crate/1.2"}
    assert all("@type" in each for each in found.values())
    assert [each["@id"] for each in found.values() if "name" not in each] == ["ro-crate-metadata.json"]


@oracles.needed
def test_every_property_and_type_is_one_that_ro_crate_defines() -> None:
    found = graph(declaring(), CrateFile("papers/017.pdf", 4, "ab")).values()
    types = {kind for each in found for kind in ([each["@type"]] if isinstance(each["@type"], str) else each["@type"])}
    properties = {name for each in found for name in each if not name.startswith("@")}
    assert len(properties) > 40 and types | properties <= oracles.crate_terms()


def test_every_entity_can_be_reached_from_the_folder() -> None:
    found = graph(declaring(), CrateFile("papers/017.pdf", 4, "ab"))
    reached, ahead = set(), ["ro-crate-metadata.json"]
    while ahead:
        here = ahead.pop()
        if here in found and here not in reached:
            reached.add(here)
            ahead += pointers(found[here])
    assert reached == set(found)


def test_the_folder_says_what_ro_crate_asks_of_it() -> None:
    root = graph(declaring())["./"]
    assert (root["name"], root["description"], root["datePublished"]) == ("The Volume", "What it is.", "2019-06-20")
    assert root["license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert root["publisher"] == {"@id": "#_volume/publisher"}


def test_a_volume_without_a_licence_says_so() -> None:
    root = graph(declaring(volume=Volume(title="The Volume", year=2019)))["./"]
    assert root["license"] == "© 2019 the author(s). No licence is stated."


def test_files_have_size_and_hash_and_papers_are_what_theirs_are_about() -> None:
    found = graph(declaring(), CrateFile("papers/017.pdf", 4, "ab"), CrateFile("a b%.csv", 1, "cd"))
    assert found["./"]["hasPart"] == [{"@id": "papers/017.pdf"}, {"@id": "a%20b%25.csv"}]
    file = found["papers/017.pdf"]
    assert (file["@type"], file["contentSize"], file["sha256"]) == ("File", "4", "ab")
    assert (file["encodingFormat"], file["about"]) == ("application/pdf", {"@id": "https://doi.org/10.5555/x"})


def test_people_and_institutions_are_named_by_orcid_and_ror() -> None:
    found = graph(declaring())
    article = found["https://doi.org/10.5555/x"]
    assert article["author"] == [{"@id": "https://orcid.org/0000-0002-1825-0097"}, {"@id": "#017/author-2"}]
    berg, mausam = (found[each["@id"]] for each in article["author"])
    assert (berg["givenName"], berg["familyName"], berg["honorificSuffix"]) == ("Ludwig", "van der Berg", "Jr.")
    assert (mausam["name"], "familyName" in mausam) == ("Mausam", False)
    assert found[mausam["affiliation"]["@id"]]["name"] == "Sample University"
    assert mausam["affiliation"]["@id"] == "https://ror.org/009vhk114"


def test_an_orcid_of_two_authors_or_with_a_wrong_digit_names_nobody() -> None:
    orcids = ("0000-0002-1825-0097", "0000-0002-1825-0097", "0000-0002-1825-0098")
    people = tuple(author(f"A{n} Sample", orcid=orcid) for n, orcid in enumerate(orcids))
    article = graph(declaring(people=people))["https://doi.org/10.5555/x"]
    assert [each["@id"] for each in article["author"]] == ["#017/author-1", "#017/author-2", "#017/author-3"]


@pytest.mark.parametrize("item", [Software(id="SW1", name="GCC"), Software(id="SW1", name="GCC", version="12")])
def test_an_application_without_address_or_version_is_a_work_of_that_type(item: Software) -> None:
    written = graph(declaring(Reproducibility(software=(item,))))["#017/SW1"]
    assert written["@type"] == "CreativeWork"
    assert written["additionalType"] == "https://schema.org/SoftwareApplication"


def test_a_reference_to_no_item_is_left_out() -> None:
    run = Benchmark(id="B1", name="resnet", value="1", uses=Uses(software=("SW1", "SW9")))
    found = graph(declaring(Reproducibility(software=(Software(id="SW1", name="GCC"),), benchmarks=(run,))))
    assert found["#017/B1"]["instrument"] == {"@id": "#017/SW1"}


def test_papers_share_no_entity_but_people_institutions_and_licences() -> None:
    block = Reproducibility(software=(Software(id="SW1", name="PyTorch", version="1", licence="MIT"),))
    other = Reproducibility(software=(Software(id="SW1", name="PyTorch", version="2", licence="MIT"),))
    found = graph(edition(paper("017", reproducibility=block), paper("021", reproducibility=other), volume=VOLUME))
    assert (found["#017/SW1"]["version"], found["#021/SW1"]["version"]) == ("1", "2")
    assert found["#017/SW1"]["license"] == found["#021/SW1"]["license"] == {"@id": "https://spdx.org/licenses/MIT"}


def test_the_crate_of_the_deposits_lists_each_of_their_files_as_it_is() -> None:
    files = artifact_files(declaring(), placed(declaring()), OWN)
    document = json.loads(files["deposits/ro-crate-metadata.json"])
    said = {each["@id"]: each for each in document["@graph"] if each["@type"] == "File"}
    assert {f"deposits/{path}" for path in said} == {
        path for path in files if path.startswith("deposits/") and not path.endswith("/ro-crate-metadata.json")
    }
    for path, file in said.items():
        content = files[f"deposits/{path}"]
        assert (file["contentSize"], file["sha256"]) == (str(len(content)), hashlib.sha256(content).hexdigest())


def test_no_file_has_an_address_of_a_person_and_all_are_the_same_bytes_again() -> None:
    block = Reproducibility(statement="Ask ada@example.org.", software=(Software(name="x", role="own"),))
    about = declaring(block, abstract="Write to ada@example.org.")
    files = artifact_files(about, placed(about), OWN)
    assert not [path for path, content in files.items() if b"@example.org" in content]
    assert files == artifact_files(about, placed(about), OWN)
