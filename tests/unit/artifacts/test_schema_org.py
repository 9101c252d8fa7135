from __future__ import annotations

import json
from typing import Any

import msgspec

from artifact_makers import VOLUME, declaring, listed
from full_reproducibility import FULL_BLOCK
from proceedings.artifacts.schema_org import schema_org, volume_graph
from proceedings.bibliography.cited_book import Book
from proceedings.records.edition import Edition
from proceedings.records.reproducibility import Badge, Dataset, Reproducibility
from proceedings.records.same_names import SameName


def written(about: Edition, book: Book | None = None) -> list[dict[str, Any]]:
    document = json.loads(schema_org(volume_graph(listed(about), book or Book(title="The Volume"), VOLUME)))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = document["@graph"]
    return graph


def test_the_volume_is_a_book_with_its_papers() -> None:
    book = Book(title="The Volume", series="The Series", publisher="Press", isbn="978-3-16-148410-0", year=2019)
    volume, _ = written(declaring(), book)
    assert (volume["@type"], volume["isbn"], volume["isPartOf"]["name"]) == ("Book", "978-3-16-148410-0", "The Series")
    assert volume["hasPart"] == {"@id": "https://doi.org/10.5555/x"}


def test_a_paper_is_an_article_with_pages_licence_and_authors() -> None:
    _, article = written(declaring(title="An $O(n)$ Rule"))
    assert (article["@type"], article["name"], article["pageStart"]) == ("ScholarlyArticle", "An O(n) Rule", "1")
    assert article["license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [each["name"] for each in article["author"]] == ["Ludwig van der Berg Jr.", "Mausam"]


def test_what_authors_made_is_a_part_and_what_others_made_a_basis() -> None:
    _, article = written(declaring())
    names = {key: [each["name"] for each in article[key]] for key in ("hasPart", "isBasedOn", "mentions")}
    assert names == {
        "hasPart": ["Contribution C1", "Contribution C2", "layerwise", "Training scripts, logs and analysis notebooks"],
        "isBasedOn": ["PyTorch", "Open MPI", "ImageNet-1K"],
        "mentions": ["LARS", "Hierarchical all-reduce", "JUWELS Booster", "MLPerf Training 1.0, resnet"],
    }


def test_an_unreviewed_result_of_mlperf_says_so() -> None:
    _, article = written(declaring())
    run = article["mentions"][-1]
    assert run["description"] == "Open division. Result not verified by MLCommons Association."
    assert (run["result"]["value"], run["result"]["unitText"]) == ("12.3", "min")
    assert run["object"] == {"@id": "#017/D1"}


def test_hardware_keeps_the_keys_of_mlperf() -> None:
    _, article = written(declaring())
    said = {each["name"]: each["value"] for each in article["mentions"][2]["additionalProperty"]}
    assert (said["number_of_nodes"], said["accelerator_memory_capacity"], said["top500_rank"]) == ("64", "40 GB", "7")


def test_a_badge_counts_when_it_was_awarded() -> None:
    badges = (
        Badge(scheme="ieee", name="Code Available"),
        Badge(scheme="acm-1.1", name="artifacts-available", status="awarded"),
    )
    _, article = written(declaring(Reproducibility(badges=badges), awards=("Best Paper",)))
    assert article["award"] == ["Best Paper", "ACM Artifacts Available v1.1"]


def test_a_paper_that_declares_nothing_is_an_article() -> None:
    _, article = written(declaring(None))
    assert not {"hasPart", "isBasedOn", "mentions"} & set(article)


def test_every_kind_of_item_is_in_it() -> None:
    text = json.dumps(written(declaring()))
    ids = [
        item.id
        for field in ("software", "datasets", "hardware", "benchmarks", "artifacts", "algorithms")
        for item in getattr(FULL_BLOCK, field)
    ]
    assert ids and all(f'"@id": "#017/{each}"' in text for each in ids)


def test_a_thing_that_is_listed_under_another_name_has_that_too() -> None:
    block = Reproducibility(datasets=(Dataset(id="D1", name="ILSVRC 2012"), Dataset(id="D2", name="Waves")))
    joined = SameName(kind="datasets", name="ImageNet-1K", other="ILSVRC 2012", same=True)
    _, article = written(msgspec.structs.replace(declaring(block), same_names=(joined,)))
    assert [(each["name"], each.get("alternateName")) for each in article["isBasedOn"]] == [
        ("ILSVRC 2012", "ImageNet-1K"),
        ("Waves", None),
    ]
