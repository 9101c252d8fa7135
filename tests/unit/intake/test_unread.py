"""What cannot be read in a reproducibility block is one finding at its line, and nothing else follows from it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from full_reproducibility import FULL_BLOCK
from metadata_makers import PAPER, PROCEEDINGS, edition_folder, findings_of
from proceedings.problem import Place
from proceedings.records.finding import Finding

PLACED = re.compile(r"metadata/papers/017\.yml, line (\d+): (.*)", re.DOTALL)
WRONG: tuple[Any, ...] = ("about 30", ["x", "y"], "a\x07b")


def given(part: Any) -> Any:
    """What a block says, without the keys that say nothing."""
    if isinstance(part, dict):
        return {key: given(value) for key, value in part.items() if value not in (None, "", [], {}, ())}
    return [given(each) for each in part] if isinstance(part, list | tuple) else part


BLOCK: dict[str, Any] = given(msgspec.to_builtins(FULL_BLOCK))


def places(part: Any, at: Place = ()) -> Iterator[Place]:
    """The place of every key, and of the first item of every list."""
    steps = part if isinstance(part, dict) else range(min(1, len(part))) if isinstance(part, list) else ()
    for step in steps:
        yield (*at, step)
        yield from places(part[step], (*at, step))


def value_at(at: Place) -> Any:
    part: Any = BLOCK
    for step in at:
        part = part[step]
    return part


def changed(at: Place, value: Any) -> dict[str, Any]:
    block = copy.deepcopy(BLOCK)
    part: Any = block
    for step in at[:-1]:
        part = part[step]
    part[at[-1]] = value
    return block


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"proceedings.yml": PROCEEDINGS.replace('"off"', "required")}
    return edition_folder(tmp_path_factory.mktemp("edition"), **texts)


def told(edition: Path, block: object) -> dict[str, Finding]:
    """The findings of a paper with this block by what they say."""
    text = PAPER + yaml.safe_dump({"reproducibility": block}, sort_keys=False, allow_unicode=True, width=1000)
    (edition / "metadata/papers/017.yml").write_text(text, "utf-8")
    found = {match[2]: each for each in findings_of(edition) if (match := PLACED.fullmatch(each.message))}
    assert len(found) == len(findings_of(edition))
    return found


def wrong_values(known: Any) -> Iterator[Any]:
    """Values of other types than the one that is there, text that is none, and a key too many."""
    for value in WRONG:
        if type(known) is not type(value) or (isinstance(value, str) and not value.isprintable()):
            yield value
    if isinstance(known, dict):
        yield {**known, "colour": "red"}


@pytest.mark.parametrize("kind", sorted(BLOCK))
def test_a_value_of_the_wrong_type_is_one_finding_with_line_and_cure(edition: Path, kind: str) -> None:
    usual = told(edition, BLOCK)
    here = [at for at in places(BLOCK) if at[0] == kind]
    tried = [(at, value) for at in here for value in wrong_values(value_at(at))]
    assert tried
    for at, value in tried:
        new = [each for said, each in told(edition, changed(at, value)).items() if said not in usual]
        assert len(new) == 1, (at, value, [each.message for each in new])
        assert new[0].remedy


def test_an_item_behind_one_that_cannot_be_read_is_told_at_its_own_line(edition: Path) -> None:
    block = {**BLOCK, "software": ["PyTorch", {"id": "SW9", "name": "GCC"}, None, {"id": "SW8", "name": "NCCL"}]}
    found = told(edition, block)
    (unidentified,) = [each for each in found.values() if each.code == "item-unidentified"]
    lines = (edition / "metadata/papers/017.yml").read_text("utf-8").splitlines()
    assert lines[int(PLACED.fullmatch(unidentified.message)[1]) - 1].strip() == "- id: SW9"  # type: ignore[index]


def test_an_id_that_no_item_has_is_told_once_however_often_it_is_named(edition: Path) -> None:
    block = changed(("software", 0, "id"), "SW7")
    (new,) = [said for said in told(edition, block) if said not in told(edition, BLOCK)]
    assert new == '"SW1" is the id of nothing in software of this paper, and is named 2 times.'
