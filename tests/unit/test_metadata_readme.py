"""metadata/README.md explains every key of every record, with the value that the intake expects."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from proceedings.intake.programme import Programme
from proceedings.intake.shared_facts import read_shared_facts
from proceedings.records.edition import Waiver
from proceedings.records.front_matter import Committee, Sponsor
from proceedings.records.paper import Paper, Person
from proceedings.records.record import Record
from proceedings.records.vocabulary import Vocabulary
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_source import read_yaml_list, read_yaml_record
from proceedings.yaml.yaml_typing import expectation

README = (Path(__file__).parents[2] / "metadata" / "README.md").read_text("utf-8")
FILES: tuple[type[Record], ...] = (Volume, Programme, Paper, Committee, Sponsor, Waiver, Vocabulary)


def records_in(kind: object) -> Iterator[type[Record]]:
    """`kind`, if it is a record, and every record that its fields hold."""
    if isinstance(kind, type) and issubclass(kind, Record):
        yield kind
        for field in msgspec.structs.fields(kind):
            yield from records_in(field.type)
    for argument in typing.get_args(kind):
        yield from records_in(argument)


RECORDS = sorted({Person, *(record for file in FILES for record in records_in(file))}, key=lambda kind: kind.__name__)


def table_of(name: str) -> list[tuple[str, str]]:
    """Key and value of each row of the table that is marked with a record's name."""
    _, mark, rest = README.partition(f"<!-- {name} -->\n\n")
    assert mark, f"metadata/README.md has no table <!-- {name} -->"
    return re.findall(r"^\| `(\w+)` \| (.+?) \| \S.* \|$", rest.partition("\n\n")[0], re.MULTILINE)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_a_record_is_explained_with_its_value(record: type[Record]) -> None:
    inherited = set(Person.__struct_fields__) if issubclass(record, Person) and record is not Person else set()
    fields = [field for field in msgspec.structs.fields(record) if field.name not in inherited]
    rows = table_of(record.__name__)
    assert [key for key, _ in rows] == [field.name for field in fields]
    for (key, value), field in zip(rows, fields, strict=True):
        assert value.split(", see ")[0] == expectation(field.type).removesuffix(" such as 2021-06-30"), key


@pytest.mark.parametrize(
    ("sample", "kind"),
    [("title: Deep", Paper), ("sessions:", Programme), ("title: Proceedings", Volume), ("software:", Vocabulary)],
)
def test_the_examples_are_valid(tmp_path: Path, sample: str, kind: type[Record]) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    example = next(text for text in examples if text.startswith(sample))
    (tmp_path / "example.yml").write_text(example, "utf-8")
    assert read_yaml_record(tmp_path / "example.yml", kind, shown_as="example")[1] == ()


def test_the_fragments_of_a_paper_are_valid_together(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    wanted = ("authors:", "affiliations:", "files:", "reproducibility:")
    text = "".join(next(each for each in examples if each.startswith(start)) for start in wanted)
    (tmp_path / "example.yml").write_text(text, "utf-8")
    assert read_yaml_record(tmp_path / "example.yml", Paper, shown_as="example")[1] == ()


def test_the_shared_machine_is_valid(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "systems.yml").write_text(next(text for text in examples if text.startswith("# systems.yml")), "utf-8")
    facts, problems = read_shared_facts(tmp_path)
    assert (list(facts.hardware), problems) == (["sample-1"], [])


def test_the_lists_are_valid(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    waivers = next(text for text in examples if text.startswith("- paper"))
    committee, _, sponsors = next(text for text in examples if text.startswith("# committee")).partition(
        "# sponsors.yml\n"
    )
    for text, kind in ((waivers, Waiver), (committee, Committee), (sponsors, Sponsor)):
        (tmp_path / "example.yml").write_text(text, "utf-8")
        records, problems = read_yaml_list(tmp_path / "example.yml", kind, shown_as="example")
        assert (len(records), problems) == (1, ())
