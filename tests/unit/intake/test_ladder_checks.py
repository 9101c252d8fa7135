"""What the ladder, the identifiers and the licences of a block make of findings: one a paper, with a list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builders import paper
from metadata_makers import PAPER, PROCEEDINGS, edition_folder, only_finding
from proceedings.intake.identifier_checks import identifier_problems
from proceedings.intake.item_checks import missing_items
from proceedings.intake.ladder_checks import ladder_problems
from proceedings.intake.licence_checks import licence_conflicts, licence_problems
from proceedings.problem import Problem
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Dataset,
    Hardware,
    Reproducibility,
    Software,
    Top500,
    Uses,
)
from proceedings.records.volume import Volume

REQUIRED, ENCOURAGED, OFF = (Volume(reproducibility=each) for each in ("required", "encouraged", "off"))
GITHUB = "https://github.com/a/b"


def with_items(**fields: Any) -> Paper:
    return paper(reproducibility=Reproducibility(**fields))


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [(problem.code, problem.message) for problem in problems]
    return problems[0]


def climbs(volume: Volume = REQUIRED, **fields: Any) -> list[Problem]:
    return list(ladder_problems(with_items(**fields), volume))


def test_all_items_without_a_version_are_one_problem_at_the_first() -> None:
    problem = only(
        climbs(
            software=(
                Software(id="SW1", name="Open MPI", version="4.0.1", url="https://www.open-mpi.org"),
                Software(id="SW2", name="PyTorch", version="latest", url="https://pytorch.org"),
            ),
            hardware=(Hardware(id="HW1", system_name="Our cluster"),),
            algorithms=(Algorithm(id="ALG1", name="LARS", described_in="Sec. 3"),),
        )
    )
    assert (problem.code, problem.severity) == ("item-unidentified", None)
    assert problem.at == ("reproducibility", "software", 1)
    assert (
        problem.message
        == "which version or model is meant is not said of 2 items: SW2 (PyTorch) and HW1 (Our cluster)."
    )
    assert problem.remedy and "`commit` in full" in problem.remedy and "`accelerator_model_name`" in problem.remedy


def test_a_compiler_is_asked_for_an_address_and_not_for_a_deposit() -> None:
    problem = only(climbs(software=(Software(id="SW1", name="GCC", version="10.2"),)))
    assert (problem.code, problem.message) == ("item-unresolvable", "readers are not told where to find SW1 (GCC).")
    assert climbs(software=(Software(id="SW1", name="GCC", version="10.2", url="https://gcc.gnu.org"),)) == []


def test_an_artifact_on_a_branch_is_one_problem_and_not_three() -> None:
    problem = only(climbs(artifacts=(Artifact(id="A1", title="Scripts", url=GITHUB, licence="MIT"),)))
    assert problem.code == "item-not-persistent"
    assert "no archive holds A1 (Scripts)" in problem.message
    assert climbs(artifacts=(Artifact(id="A1", title="Scripts", url=GITHUB, doi="10.5281/zenodo.3630224"),)) == []


def test_an_artifact_that_is_nowhere_is_asked_for_its_deposit_once() -> None:
    problem = only(climbs(artifacts=(Artifact(id="A1", title="Scripts"),)))
    assert problem.code == "item-unresolvable"
    assert problem.remedy and "deposited" in problem.remedy


def test_what_is_encouraged_is_information_and_what_is_off_or_withdrawn_nothing() -> None:
    items = {"software": (Software(name="PyTorch", url="https://pytorch.org"),)}
    assert only(climbs(ENCOURAGED, **items)).severity == "info"
    assert climbs(OFF, **items) == []
    assert list(ladder_problems(paper(status="withdrawn", reproducibility=Reproducibility(**items)), REQUIRED)) == []


@pytest.mark.parametrize("reason", ["n/a", "", "-", "None.", "not applicable"])
def test_a_kind_that_does_not_apply_needs_a_reason(reason: str) -> None:
    said = dict.fromkeys(("algorithms", "software", "datasets"), "a theory paper")
    problem = only(list(missing_items(with_items(not_applicable={**said, "hardware": reason}), REQUIRED)))
    assert problem.code == "reproducibility-missing"
    assert problem.at == ("reproducibility", "not_applicable", "hardware")
    assert problem.message == "no reason is given for what does not apply: hardware."
    assert list(missing_items(with_items(not_applicable={**said, "hardware": "none was used"}), REQUIRED)) == []


@pytest.mark.parametrize(
    ("item", "sound", "near_miss", "fact"),
    [
        (Software, {"commit": "56b43f4fec1f76953f15a627694d4bba34588969"}, {"commit": "56b43f4"}, "no full commit"),
        (Software, {"container": "python:3.11"}, {"container": "Python 3.11"}, "no image reference"),
        (
            Software,
            {"swhid": "swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f"},
            {"swhid": "swh:1:rel:22ece559"},
            "no SWHID",
        ),
        (
            Dataset,
            {"checksum": "md5:d41d8cd98f00b204e9800998ecf8427e"},
            {"checksum": "sha256:d41d8cd98f00"},
            "no checksum",
        ),
        (Dataset, {"url": "https://image-net.org"}, {"url": "image-net.org"}, "no address"),
        (Dataset, {"croissant": "https://a.org/c.json"}, {"croissant": "c.json"}, "no address"),
    ],
)
def test_an_identifier_that_cannot_be_true_is_named_whatever_is_asked(
    item: type[Software | Dataset], sound: dict[str, str], near_miss: dict[str, str], fact: str
) -> None:
    kind = "software" if item is Software else "datasets"
    assert list(identifier_problems(with_items(**{kind: (item(name="x", **sound),)}), REQUIRED)) == []
    problem = only(list(identifier_problems(with_items(**{kind: (item(name="x", **near_miss),)}), OFF)))
    assert (problem.code, problem.at) == ("identifier-invalid", ("reproducibility", kind, 0, *near_miss))
    assert fact in problem.message


@pytest.mark.parametrize(
    ("rank", "key"),
    [
        (Top500(list="2020-11", rank=7), None),
        (Top500(list="2020-10", rank=7), "list"),
        (Top500(list="November 2020", rank=7), "list"),
        (Top500(list="2020-11", rank=501), "rank"),
    ],
)
def test_a_rank_is_one_of_a_list_that_came_out(rank: Top500, key: str | None) -> None:
    machine = Hardware(system_name="JUWELS Booster", top500=rank)
    problems = list(identifier_problems(with_items(hardware=(machine,)), REQUIRED))
    assert [problem.at[-1] for problem in problems] == [key] * (key is not None)


@pytest.mark.parametrize(
    "licence",
    ["Apache-2.0", "apache-2.0 OR MIT", "GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-ImageNet"],
)
def test_an_spdx_expression_is_a_licence(licence: str) -> None:
    assert list(licence_problems(with_items(software=(Software(name="x", licence=licence),)), REQUIRED)) == []


@pytest.mark.parametrize(
    ("licence", "meant"),
    [
        ("Apache 2.0", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("BSD 3-clause", "BSD-3-Clause"),
        ("Apache 2", "Apache-2.0"),
        ("BSD-3-Clauses", "BSD-3-Clause"),
    ],
)
def test_a_licence_in_words_is_told_with_the_id_that_is_meant(licence: str, meant: str) -> None:
    problem = only(list(licence_problems(with_items(software=(Software(name="x", licence=licence),)), REQUIRED)))
    assert problem.code == "licence-unknown"
    assert problem.remedy == f'Probably "{meant}" is meant.'


def test_terms_that_are_like_no_licence_are_not_guessed_at() -> None:
    for words in ("GPL-3", "CC BY", "proprietary"):
        items = (Dataset(name="x", licence=words),)
        assert only(list(licence_problems(with_items(datasets=items), REQUIRED))).remedy is None
    items = (Dataset(id="D1", name="ImageNet", licence="see the terms of access"),)
    problem = only(list(licence_problems(with_items(datasets=items), REQUIRED)))
    assert problem.message == '"see the terms of access" of D1 (ImageNet) is no SPDX licence.'
    assert problem.remedy is None


@pytest.mark.parametrize(
    ("licence", "part"),
    [("GFDL AND CC-BY-SA-3.0", "GFDL"), ("(MIT OR Apache 2.0) AND ISC", "Apache 2.0"), ("BSD OR GPL", "BSD OR GPL")],
)
def test_of_several_licences_the_one_that_is_none_is_told(licence: str, part: str) -> None:
    problem = only(list(licence_problems(with_items(software=(Software(name="x", licence=licence),)), REQUIRED)))
    assert problem.message == f'"{part}" of x is no SPDX licence.'


def test_an_artifact_without_a_licence_is_told() -> None:
    problem = only(list(licence_problems(with_items(artifacts=(Artifact(id="A1", title="Logs"),)), ENCOURAGED)))
    assert (problem.message, problem.severity) == ("A1 (Logs) has no licence.", "info")
    two = Artifact(id="A1", title="Logs"), Artifact(id="A2", title="Code")
    problem = only(list(licence_problems(with_items(artifacts=two), REQUIRED)))
    assert problem.message == "A1 (Logs) and A2 (Code) have no licence."


def test_what_lies_at_the_address_of_an_artifact_is_asked_for_once() -> None:
    ours = Artifact(id="A1", title="Traces", url=GITHUB)
    data = Dataset(id="D1", name="Traces", role="own", url=f"{GITHUB}.git")
    assert "no archive holds A1 (Traces);" in only(climbs(artifacts=(ours,), datasets=(data,))).message
    elsewhere = Dataset(id="D1", name="Traces", role="own", url=f"{GITHUB}-data")
    assert [each.code for each in climbs(artifacts=(ours,), datasets=(elsewhere,))] == [
        "item-unidentified",
        "item-not-persistent",
    ]


def test_a_shortened_address_is_told_once_for_all_with_a_cure_of_its_own() -> None:
    paper = with_items(
        software=(Software(name="x", url="http://goo.gl/a"),), artifacts=(Artifact(title="y", url="https://git.io/b"),)
    )
    problem = only(list(identifier_problems(paper, REQUIRED)))
    assert problem.message == "shortened addresses hide where they lead: http://goo.gl/a and https://git.io/b."
    assert (problem.code, problem.at) == ("identifier-invalid", ("reproducibility", "software", 0, "url"))
    assert (problem.remedy or "").startswith("Give the address that a shortened one leads to")
    near = (Software(name="x", url="https://goo.gl.example.org/a"), Software(name="y", url="https://w3id.org/b"))
    assert list(identifier_problems(with_items(software=near), REQUIRED)) == []


def conflict(terms: str, given: str, kind: str = "data", **fields: Any) -> list[Problem]:
    data = Dataset(id="D1", name="Faces", licence=terms, **fields)
    made = Artifact(id="A1", title="Crops", kind=kind, licence=given, setup=Uses(datasets=("D1",)))
    return list(licence_conflicts(with_items(datasets=(data,), artifacts=(made,)), REQUIRED))


@pytest.mark.parametrize(
    ("terms", "given", "kind", "fact"),
    [
        ("CC-BY-NC-4.0", "CC-BY-4.0", "data", "is for non-commercial use"),
        ("CC-BY-NC-SA-4.0", "Apache-2.0", "model", "is for non-commercial use"),
        ("CC-BY-ND-4.0", "CC-BY-ND-4.0", "data", "allows nothing that is made of it"),
        ("LicenseRef-No-Redistribution", "CC0-1.0", "data", "may not be passed on"),
        ("CC-BY-SA-4.0", "CC-BY-4.0", "data", "asks for its own licence"),
        ("CC-BY-SA-4.0", "CC-BY-SA-3.0", "data", "asks for its own licence"),
        ("ODbL-1.0", "MIT", "data", "asks for its own licence"),
    ],
)
def test_an_artifact_that_grants_what_the_data_forbid_is_told(terms: str, given: str, kind: str, fact: str) -> None:
    problem = only(conflict(terms, given, kind))
    assert (problem.code, problem.at) == ("licence-conflict", ("reproducibility", "artifacts", 0))
    assert f"D1 (Faces), {terms}, {fact}" in problem.message


@pytest.mark.parametrize(
    ("terms", "given", "kind"),
    [
        ("CC-BY-4.0", "MIT", "data"),
        ("CC-BY-NC-4.0", "CC-BY-NC-4.0", "data"),
        ("CC-BY-NC-4.0", "MIT", "software"),  # code that reads the data passes none of them on
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0", "data"),
        ("CC-BY-SA-4.0", "MIT", "model"),  # whether a model is made of its data is not ours to say
        ("CC-BY-ND-4.0", "MIT", "model"),
        ("LicenseRef-ImageNet-Terms-of-Access", "CC-BY-4.0", "data"),
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", "data"),  # a later version, as SQuAD of Wikipedia
        ("CC-BY-SA-3.0 AND GFDL-1.3-only", "CC-BY-SA-3.0", "data"),
        ("CC-BY-SA-4.0 OR MIT", "MIT", "data"),
        ("CC-BY-SA-4.0", "GPL-3.0-only", "data"),  # Creative Commons lets it
        ("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "data"),
        ("ODbL-1.0", "ODbL-1.0", "data"),  # an extract of OpenStreetMap
        ("CC0-1.0", "Apache-2.0", "data"),
    ],
)
def test_an_artifact_that_keeps_the_terms_of_its_data_is_not(terms: str, given: str, kind: str) -> None:
    assert conflict(terms, given, kind) == []


@pytest.mark.parametrize("title", ["Logs of all runs", "Timings and figures", "Measurements on 64 nodes"])
def test_what_was_measured_in_runs_on_data_holds_nothing_of_them(title: str) -> None:
    data = Dataset(id="D1", name="Faces", licence="CC-BY-NC-4.0")
    made = Artifact(id="A1", title=title, kind="data", licence="CC0-1.0", setup=Uses(datasets=("D1",)))
    assert list(licence_conflicts(with_items(datasets=(data,), artifacts=(made,)), REQUIRED)) == []


def test_the_authors_may_do_with_their_own_data_what_they_like() -> None:
    assert conflict("CC-BY-NC-4.0", "CC-BY-4.0", role="own") == []


BLOCK = """\
reproducibility:
  algorithms: [{name: LARS, described_in: Sec. 3}]
  software:
  - {id: SW1, name: GCC, version: 10.2, url: "https://gcc.gnu.org"}
  - {id: SW2, name: PyTorch, version: main, url: "https://pytorch.org"}
  datasets:
  - {id: D1, name: Traces, version: "1", role: own, url: "ark:/13030/tf5p30086k"}
  hardware: [{system_name: Cluster, host_processor_model_name: EPYC 7402}]
  artifacts:
  - id: A1
    title: Scripts
    licence: MIT
    swhid: "https://archive.softwareheritage.org/swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f/"
"""


def test_a_finding_names_the_file_and_the_line_of_the_first_item(tmp_path: Path) -> None:
    asked = PROCEEDINGS.replace('"off"', "required")
    finding = only_finding(edition_folder(tmp_path, **{"proceedings.yml": asked, "papers/017.yml": PAPER + BLOCK}))
    assert (finding.paper, finding.code, finding.severity) == ("017", "item-unidentified", "warning")
    assert finding.message == (
        "metadata/papers/017.yml, line 10: which version or model is meant is not said of SW2 (PyTorch)."
    )
