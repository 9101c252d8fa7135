"""A paper's entry in the artifact appendix: in SC's order, nothing twice, tags that lead to what they mean."""

from __future__ import annotations

import io

import pikepdf
import pytest

import typesetting_makers as makers
from builders import edition, paper
from full_reproducibility import FULL_BLOCK
from proceedings.records.paper import Published
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Contribution,
    Hardware,
    Minutes,
    OwnSection,
    Reproducibility,
    Software,
    Uses,
)
from proceedings.records.volume import PartOf, Volume
from proceedings.typesetting.artifact_appendix import artifact_appendix
from proceedings.typesetting.artifact_description import entry_groups, expected_time, item_anchor, item_links
from proceedings.typesetting.declared import Group, looks
from typeset_reading import alone_of, links_of, whole_text


def groups_of(**block: object) -> list[Group]:
    declared = Reproducibility(**block)  # type: ignore[arg-type]
    return entry_groups(declared, looks(9.0)._replace(places=item_links("017", declared)))


def said_of(group: Group) -> list[str]:
    return ["".join(span.text for span in spans) for item in group.items for spans in item.paragraphs]


def said(**block: object) -> dict[str, list[str]]:
    return {group.label: said_of(group) for group in groups_of(**block)}


def artifact(identifier: str | None, **fields: object) -> Artifact:
    return Artifact(id=identifier, title=f"Scripts {identifier}", **fields)  # type: ignore[arg-type]


def test_an_entry_goes_from_contributions_over_artifacts_to_what_they_stand_on() -> None:
    labels = [group.label for group in entry_groups(FULL_BLOCK, looks(9.0))]
    assert labels == [
        "Contributions", "Artifacts", "Artifact A1", "Algorithms", "Software", "Datasets", "Hardware", "Benchmarks",
        "Experiments", "Badges", "Statement", "Not applicable",
    ]  # fmt: skip


def test_an_item_with_nothing_but_its_tag_says_so_and_one_without_it_is_left_out() -> None:
    assert said(artifacts=(Artifact(id="A1"), Artifact())) == {"Artifacts": ["not described"]}
    assert said(software=(Software(),)) == {}


def test_of_an_item_without_a_name_the_facts_stand_alone() -> None:
    assert said(software=(Software(id="SW1", role="library", version="1.8"),)) == {"Software": ["1.8, library"]}
    assert said(artifacts=(Artifact(id="A1", kind="software", licence="MIT"),)) == {"Artifacts": ["software, MIT"]}
    assert said(hardware=(Hardware(id="HW1", cooling="air"),)) == {"Hardware": ["System. Cooling: air"]}


def test_the_artifacts_say_together_what_they_support_and_one_by_one_how_they_are_run() -> None:
    one = artifact("A1", supports=("C1",), elements=("Fig. 3", "Table 2"), expected_results="75 %", execution="make")
    entry = said(contributions=(Contribution(id="C1", text="A rule"),), artifacts=(one,))
    assert entry["Artifacts"] == ["Scripts A1", "Supports. C1. Paper elements. Fig.\u00a03, Table\u00a02"]
    assert entry["Artifact A1"] == ["Expected results. 75\u00a0%", "Execution. make"]


def test_the_setup_names_machine_software_and_data_in_this_order_before_what_has_to_be_done() -> None:
    setup = Uses(software=("SW1", "SW2"), hardware=("HW1",), datasets=("D1",), text="Load the modules.")
    assert said(artifacts=(artifact("A1", setup=setup),))["Artifact A1"] == [
        "Setup. Hardware HW1; software SW1, SW2; datasets D1. Load the modules."
    ]
    assert said(artifacts=(artifact("A1", setup=Uses(text="None.")),))["Artifact A1"] == ["Setup. None."]


def test_an_artifact_of_which_nothing_is_said_but_its_name_has_no_group_of_its_own() -> None:
    assert list(said(artifacts=(artifact("A1"), artifact(None, execution="make")))) == ["Artifacts", "Artifact 2"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (Minutes(setup=5, execution=10, analysis=2.5), "17.5 min: setup 5, execution 10, analysis 2.5"),
        (Minutes(setup=30, execution=90, analysis=10), "130 min (2.2 h): setup 30, execution 90, analysis 10"),
        (Minutes(setup=30, execution=10), "40 min: setup 30, execution 10; analysis not stated"),
        (Minutes(execution=12_000_000), "Execution 12,000,000 min; setup and analysis not stated"),
        (Minutes(setup=0, execution=0, analysis=0), "0 min: setup 0, execution 0, analysis 0"),
        (Minutes(), ""),
    ],
)
def test_the_expected_time_is_summed_and_says_what_the_sum_leaves_out(minutes: Minutes, words: str) -> None:
    assert expected_time(minutes) == words


def test_the_times_of_several_artifacts_are_summed() -> None:
    first = artifact("A1", time_minutes=Minutes(setup=30, execution=60))
    second, third = artifact("A2", time_minutes=Minutes(execution=60)), artifact("A3")
    assert said(artifacts=(first, second))["Artifacts"][-1] == "Expected time of all. 150\u00a0min (2.5\u00a0h)"
    assert said(artifacts=(first, second, third))["Artifacts"][-1].endswith(", A3 not counted")
    assert "Expected time" not in " ".join(said(artifacts=(first, third))["Artifacts"])


def test_tags_of_items_are_links_to_the_items_and_unknown_ones_are_words() -> None:
    method = Algorithm(id="ALG1", name="LARS", implementation="SW1")
    other = Algorithm(id="ALG2", name="Adam", implementation="SW9")
    (algorithms, _) = groups_of(algorithms=(method, other), software=(Software(id="SW1", name="layerwise"),))
    spans = [span for item in algorithms.items for line in item.paragraphs for span in line]
    assert {span.text: span.link for span in spans}["SW1"] == "bindery:appendix.017/SW1"
    assert {span.text: span.link for span in spans}["SW9"] is None


def test_every_link_between_items_has_its_destination_whatever_the_tag() -> None:
    block = Reproducibility(
        software=(Software(id="SW 1/ü", name="layerwise"),),
        artifacts=(artifact("A1", setup=Uses(software=("SW 1/ü",))),),
    )
    volume = edition(paper("017", reproducibility=block))
    content = artifact_appendix(volume, makers.placed(volume)).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        names = {str(name) for name in pdf.Root.Names.Dests.Names[::2]}
    assert {item_anchor("017", "SW 1/ü"), item_anchor("017", "A1")} < names
    assert f"bindery:{item_anchor('017', 'SW 1/ü')}" in {link.uri for link in links_of(content)}


@pytest.mark.parametrize(
    ("describes", "words"),
    [
        (True, "The paper has its own artifact description on page 3."),
        (False, "The paper says on page 3 where its artifacts are."),
    ],
)
def test_an_entry_leads_to_the_page_where_the_paper_speaks_of_its_artifacts_itself(describes: bool, words: str) -> None:
    volume = edition(paper("017", reproducibility=FULL_BLOCK), paper("021"))
    placed = makers.placed(volume)
    section = OwnSection(paper="017", title="Artifact Description", page=3, describes=describes)
    made = artifact_appendix(volume, placed, [section])
    assert placed.placements[0].first_page == 1
    assert whole_text(made.content).count("The paper ") == 1 and words in whole_text(made.content)
    assert "bindery:page.3" in {link.uri for link in links_of(made.content)}
    assert "papers/017.pdf#page=3" in {link.uri for link in links_of(alone_of(made))}


def test_online_the_pages_are_those_of_the_publishers_book_once_all_are_known() -> None:
    book = PartOf(title="Joint Workshops", isbn="978-3-030-34356-9")
    doi = "10.1007/978-3-030-34356-9_1"
    same, shorter = Published(first_page=501, last_page=504), Published(first_page=505, last_page=507)
    described = paper("017", reproducibility=FULL_BLOCK, published=same, doi=doi)
    volume = edition(described, paper("021", published=shorter), volume=Volume(publisher="springer", part_of=book))
    sections = [OwnSection(paper=id, title="Artifact Description", page=3, describes=True) for id in ("017", "021")]
    made = artifact_appendix(volume, makers.placed(volume), sections)
    words = whole_text(made.content)
    assert "Joint Workshops, pages 501–507" in words and "ISBN 978-3-030-34356-9" in words
    assert "Pages 501–504" in words and "artifact description on page 503." in words
    assert made.outside.addresses == {"paper.017": f"https://doi.org/{doi}", "page.503": f"https://doi.org/{doi}"}


def test_in_the_volume_the_pages_are_the_volumes_own() -> None:
    published = Published(first_page=501, last_page=504)
    volume = edition(paper("017", reproducibility=FULL_BLOCK, published=published))
    section = OwnSection(paper="017", title="Artifact Description", page=3, describes=True)
    made = artifact_appendix(volume, makers.placed(volume), [section])
    assert "Pages 1–4" in whole_text(made.content)
    assert made.outside.addresses == {"paper.017": "papers/017.pdf", "page.3": "papers/017.pdf#page=3"}
