"""Puts the template of a block where it does no harm: behind what a paper's file says, or into a file of its own."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from proceedings.editions.skeleton import PRESETS
from proceedings.forms.block_keys import key_words
from proceedings.forms.block_lines import block_lines
from proceedings.forms.block_template import FIRST, block_template
from proceedings.identifiers import is_paper_id
from proceedings.intake.metadata_files import paper_paths
from proceedings.records.record_files import write_file
from proceedings.yaml.yaml_edit import NoPlaceError
from proceedings.yaml.yaml_source import decoded


class NoPaperError(ValueError):
    """What was asked for cannot be the id of a paper, or is the number of several. Its text is one line."""


def paper_called(asked: str, ids: Collection[str]) -> str | None:
    """The id that is meant, `017` for `17`; None when no paper has it. NoPaperError when it cannot be told."""
    if asked in ids:
        return asked
    if not is_paper_id(asked):
        raise NoPaperError(f'"{asked}" cannot be the id of a paper')
    bare = asked.lstrip("0")
    same = [each for each in ids if each.endswith(bare) and each.lstrip("0") == bare]
    if len(same) > 1:
        raise NoPaperError(f'"{asked}" may be {" or ".join(same)}: write the id in full')
    return same[0] if same else None


def write_template(metadata: Path, asked: str) -> str:
    """Write the template for a paper and say in a sentence where it is. NoPaperError; nothing is ever overwritten."""
    files = {path.stem: path for path in paper_paths(metadata)}
    paper = paper_called(asked, files)
    if paper is None:
        path = metadata / "papers" / f"{asked}.yml"
        write_file(path, (_new_paper() + block_template(key_words())).encode())
        return f"{path}: new, so the edition has a paper {asked} now; fill in title, authors and block"
    try:
        text = decoded(files[paper].read_bytes())
        has_block = bool(block_lines(text).block)
    except (NoPlaceError, UnicodeDecodeError):
        return _beside(metadata, paper, files[paper])
    if FIRST in text.splitlines():
        return f"{files[paper]}: the template is there already; nothing was written"
    if has_block:
        return _beside(metadata, paper, files[paper])
    content = files[paper].read_bytes()
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    template = block_template(key_words()).encode().replace(b"\n", ending)
    write_file(files[paper], content.rstrip() + 2 * ending + template)
    return f"{files[paper]}: the template stands at the end, behind what you wrote"


def _beside(metadata: Path, paper: str, file: Path) -> str:
    path = metadata / "forms" / f"{paper}-reproducibility.yml"
    if path.exists():
        return f"{path}: the template is there already; nothing was written"
    write_file(path, block_template(key_words()).encode())
    return (
        f"{path}: the template is here, because {file.name} has a block already or cannot take one; copy what you need"
    )


def _new_paper() -> str:
    """What the skeleton of an edition says of a paper before its block, as comments."""
    _, _, example = (PRESETS / "every/metadata/papers/README.md").read_text("utf-8").partition("```yaml\n")
    lines = example.partition("reproducibility:\n")[0].splitlines()
    return "".join(f"# {line}\n" for line in lines) + "\n"
