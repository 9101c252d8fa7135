"""The template of a block explains every key, says nothing, and is valid once its marks are taken away."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from metadata_makers import PAPER, PROCEEDINGS, edition_folder, findings_of
from proceedings.forms.block_keys import ID_LETTERS, key_words, kinds
from proceedings.forms.block_template import block_template, with_marks_away
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Hardware, Reproducibility
from proceedings.yaml.yaml_source import read_yaml_record
from write_template import main

TEMPLATE = block_template(key_words())


def paper_of(path: Path) -> Paper:
    paper, problems = read_yaml_record(path, Paper, shown_as=path.name)
    assert problems == ()
    return paper


def block_of(text: str, folder: Path) -> Reproducibility:
    (folder / "block.yml").write_text(text, "utf-8")
    block = paper_of(folder / "block.yml").reproducibility
    assert block is not None
    return block


def test_a_template_says_nothing_until_a_mark_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "017.yml").write_text(PAPER + TEMPLATE, "utf-8")
    assert paper_of(tmp_path / "017.yml").reproducibility is None


def test_without_its_marks_it_is_valid_and_has_an_item_of_each_kind(tmp_path: Path) -> None:
    block = block_of(with_marks_away(TEMPLATE), tmp_path)
    assert {kind: [item.id for item in getattr(block, kind)] for kind in ID_LETTERS} == {
        kind: [f"{letters}1"] for kind, letters in ID_LETTERS.items()
    }
    assert block.hardware == (Hardware(id="HW1"),)
    assert block.experiments is None


def test_every_key_stands_in_it_with_its_explanation() -> None:
    words = key_words()
    assert [key.name for key in kinds(words)] == list(Reproducibility.__struct_fields__)
    for key in msgspec.structs.fields(Hardware):
        line = next(line for line in TEMPLATE.partition("hardware:")[2].splitlines() if f" {key.name}:" in line)
        assert key.name == "id" or line.endswith(f"# {words['Hardware'][key.name]}")


def test_what_is_filled_in_is_read(tmp_path: Path) -> None:
    filled = (
        with_marks_away(TEMPLATE).replace("system_name:  ", "system_name: Sample-1 ").replace("rank:", "rank: 7", 1)
    )
    hardware = block_of(filled, tmp_path).hardware[0]
    assert hardware.system_name == "Sample-1"
    assert hardware.top500 is not None
    assert hardware.top500.rank == 7


def test_a_paper_is_called_by_its_id_or_by_its_number() -> None:
    assert paper_called("17", ["003", "017"]) == "017"
    assert paper_called("017", ["17", "017"]) == "017"
    assert paper_called("18", ["017"]) is None
    with pytest.raises(NoPaperError):
        paper_called("7", ["07", "007"])
    with pytest.raises(NoPaperError):
        paper_called("../17", ["017"])


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_template_stands_behind_what_an_editor_wrote(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "metadata/papers/017.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(PAPER.replace("\n", ending).encode())
    before = paper_of(path)
    assert main([str(tmp_path), "17"]) == 0
    assert paper_of(path) == before
    content = path.read_bytes().decode()
    assert content.startswith(PAPER.replace("\n", ending))
    assert content.replace("\r\n", "\n").endswith(TEMPLATE)
    assert content.count("\n") == content.count(ending)


@pytest.mark.parametrize(
    "text",
    [f"{PAPER}reproducibility: {{statement: None.}}\n", "{title: A}\n", "title: [\n"],
    ids=["a block", "braces", "no YAML"],
)
def test_a_file_that_cannot_take_a_template_stays_as_it_is(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "metadata/papers/017.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    beside = tmp_path / "metadata/forms/017-reproducibility.yml"
    assert main([str(tmp_path), "017"]) == 0
    assert (path.read_text("utf-8"), beside.read_text("utf-8")) == (text, TEMPLATE)
    beside.write_text("mine", "utf-8")
    assert main([str(tmp_path), "017"]) == 0
    assert (path.read_text("utf-8"), beside.read_text("utf-8")) == (text, "mine")
    assert "nothing was written" in capsys.readouterr().out


def test_a_template_that_is_there_is_not_written_a_second_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = edition_folder(tmp_path, **{"papers/017.yml": PAPER + TEMPLATE}) / "metadata/papers/017.yml"
    assert main([str(tmp_path), "017"]) == 0
    assert capsys.readouterr().out == f"{path}: the template is there already; nothing was written\n"
    assert path.read_text("utf-8") == PAPER + TEMPLATE
    assert not (tmp_path / "metadata/forms").exists()


def test_what_is_left_of_a_template_is_told_item_by_item(tmp_path: Path) -> None:
    text = PAPER + with_marks_away(TEMPLATE).replace("system_name:  ", "system_name: Sample-1 ")
    proceedings = PROCEEDINGS.replace('"off"', "required")
    everything = findings_of(edition_folder(tmp_path, **{"papers/017.yml": text, "proceedings.yml": proceedings}))
    *found, of_machine = everything
    assert {each.code for each in found} == {"reproducibility-missing"}
    assert (of_machine.code, "HW1 (Sample-1)" in of_machine.message) == ("item-unidentified", True)
    kinds = [each.message.partition('of "')[2].partition('"')[0] for each in found]
    assert kinds == ["contributions", "algorithms", "software", "datasets", "benchmarks", "artifacts", "badges"]
    line = text.splitlines().index("  - id: C1") + 1
    assert found[0].message.startswith(f'metadata/papers/017.yml, line {line}: item 1 of "contributions"')


def test_a_new_paper_has_a_file_that_says_nothing_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "99"]) == 0
    path = tmp_path / "metadata/papers/99.yml"
    assert paper_of(path) == Paper()
    path.write_text(with_marks_away(path.read_text("utf-8")), "utf-8")
    assert [author.family for author in paper_of(path).authors] == ["Sample", None]
    assert "a paper 99 now" in capsys.readouterr().out


def test_without_the_key_tables_a_template_has_all_keys_and_no_words(tmp_path: Path) -> None:
    bare = block_template(key_words(tmp_path / "README.md"))
    assert "DOI of the release" not in bare
    assert block_of(with_marks_away(bare), tmp_path) == block_of(with_marks_away(TEMPLATE), tmp_path)
