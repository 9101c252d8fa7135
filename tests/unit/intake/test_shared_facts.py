"""A machine, dataset or release that several papers used is written once, and each paper has it whole."""

from __future__ import annotations

from pathlib import Path

from metadata_makers import PAPER, edition_folder, findings_of, only_finding
from proceedings.approvals import printed_metadata_sha256
from proceedings.intake.edition_folder import take_in
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Top500

SYSTEMS = """\
sample-1:
  system_name: Sample-1
  number_of_nodes: 128
  accelerator_model_name: Sample Accelerator A32
  top500: {list: 2020-11, rank: 7}
"""


def used(*items: str, kind: str = "hardware") -> str:
    """The text of a paper that used some items."""
    return f"{PAPER}reproducibility:\n  {kind}:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def papers_of(folder: Path) -> tuple[Paper, ...]:
    return take_in(folder / "metadata", folder / "papers")[0].papers


def shared_by(folder: Path, *papers: str, **files: str) -> Path:
    """An edition whose papers 1, 2, ... have these texts, and files beside proceedings.yml."""
    texts = {f"papers/{number}.yml": text for number, text in enumerate(papers, 1)}
    others = {f"{stem}.yml": text for stem, text in files.items()}
    return edition_folder(folder, *(str(number) for number in range(1, len(papers) + 1)), **texts, **others)


def test_a_paper_has_the_shared_values_and_its_own_over_them(tmp_path: Path) -> None:
    paper = used("id: HW1, same_as: sample-1, number_of_nodes: 16, site: Ghent")
    folder = shared_by(tmp_path, paper, used("id: HW9, same_as: sample-1"), systems=SYSTEMS)
    assert findings_of(folder) == ()
    first, second = (paper.reproducibility.hardware[0] for paper in papers_of(folder) if paper.reproducibility)
    assert (first.id, first.system_name, first.number_of_nodes, first.site) == ("HW1", "Sample-1", "16", "Ghent")
    assert (second.id, second.number_of_nodes, second.site) == ("HW9", "128", None)
    assert first.top500 == second.top500 == Top500(list="2020-11", rank=7)
    assert first.same_as == "sample-1"


def test_datasets_and_releases_are_shared_too_with_bare_identifiers(tmp_path: Path) -> None:
    datasets = "imagenet: {name: ImageNet-1K, doi: https://doi.org/10.1007/s11263-015-0816-y}\n"
    text = used("same_as: imagenet", kind="datasets") + "  software:\n  - {same_as: torch}\n"
    folder = shared_by(tmp_path, text, datasets=datasets, software="torch: {name: PyTorch, version: 1.10}\n")
    block = papers_of(folder)[0].reproducibility
    assert block is not None
    assert (block.datasets[0].name, block.datasets[0].doi) == ("ImageNet-1K", "10.1007/s11263-015-0816-y")
    assert (block.software[0].name, block.software[0].version) == ("PyTorch", "1.10")


def test_a_key_that_is_nowhere_is_told_in_the_paper_with_the_nearest(tmp_path: Path) -> None:
    found = findings_of(shared_by(tmp_path, used("same_as: sampel-1"), used("same_as: sample-1"), systems=SYSTEMS))
    assert [each.message for each in found] == [
        'metadata/papers/1.yml, line 8: "sampel-1" is no key of metadata/systems.yml.'
    ]
    assert found[0].remedy == 'Did you mean "sample-1"?'


def test_a_wrong_value_that_is_shared_is_told_once_and_where_it_stands(tmp_path: Path) -> None:
    datasets = "imagenet:\n  name: ImageNet-1K\n  doi: imagenet\n"
    paper = used("same_as: imagenet", kind="datasets")
    finding = only_finding(shared_by(tmp_path, paper, paper, datasets=datasets))
    assert (finding.code, finding.paper) == ("doi-invalid", None)
    assert finding.message.startswith("metadata/datasets.yml, line 3: ")


def test_a_paper_that_overrides_a_value_answers_for_it_alone(tmp_path: Path) -> None:
    datasets = "imagenet: {name: ImageNet-1K, doi: 10.1007/s11263-015-0816-y}\n"
    paper = used("same_as: imagenet, doi: imagenet", kind="datasets")
    finding = only_finding(shared_by(tmp_path, paper, used("same_as: imagenet", kind="datasets"), datasets=datasets))
    assert (finding.code, finding.paper) == ("doi-invalid", "1")
    assert finding.message.startswith("metadata/papers/1.yml, line 8: ")


def test_a_fact_that_no_paper_names_is_noted_and_nothing_more(tmp_path: Path) -> None:
    finding = only_finding(shared_by(tmp_path, PAPER, systems=SYSTEMS))
    assert finding.severity == "info"
    assert finding.message == 'metadata/systems.yml, line 1: no paper names "sample-1".'


def test_a_fact_has_no_id_and_is_the_same_as_no_other(tmp_path: Path) -> None:
    systems = "a: {system_name: A, same_as: b}\nb: {id: HW1, system_name: B}\n"
    found = findings_of(shared_by(tmp_path, used("same_as: a", "same_as: b"), systems=systems))
    assert [each.message.partition(" belongs")[0] for each in found] == [
        'metadata/systems.yml, line 1: "same_as"',
        'metadata/systems.yml, line 2: "id"',
    ]


def test_a_file_that_cannot_be_read_is_one_fault_and_not_one_a_paper(tmp_path: Path) -> None:
    paper = used("same_as: sample-1")
    broken = only_finding(shared_by(tmp_path / "broken", paper, paper, systems="sample-1: [\n"))
    assert broken.message.startswith("metadata/systems.yml, line")
    no_mapping = only_finding(shared_by(tmp_path / "text", paper, paper, systems="sample-1: the big one\n"))
    assert no_mapping.message.startswith("metadata/systems.yml, line 1: ")


def test_an_author_approves_what_is_printed_and_not_where_it_is_written(tmp_path: Path) -> None:
    shared = papers_of(shared_by(tmp_path / "shared", used("id: HW1, same_as: a"), systems="a: {system_name: A}\n"))
    written_out = papers_of(shared_by(tmp_path / "own", used("id: HW1, system_name: A")))
    assert printed_metadata_sha256(shared[0]) == printed_metadata_sha256(written_out[0])


def test_the_sample_edition_shows_both_ways_of_writing_a_block() -> None:
    papers = [path.read_text("utf-8") for path in (Path(__file__).parents[3] / "metadata/papers").glob("*.yml")]
    blocks = [text for text in papers if "\nreproducibility:" in text]
    in_full = [text for text in blocks if "same_as:" not in text]
    assert len(in_full) >= 6
    assert len(blocks) > len(in_full)
