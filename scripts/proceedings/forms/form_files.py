"""The forms of an edition: `metadata/forms/<id>.xlsx`, `.md` or `.csv`, one for each paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from proceedings.forms.answers import Answer, block_of
from proceedings.forms.block_keys import key_words
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.forms.workbook import write_workbook
from proceedings.forms.workbook_answers import answers_of_workbook
from proceedings.intake.metadata_files import paper_paths, shown
from proceedings.intake.shared_facts import SharedFacts, read_shared_facts
from proceedings.problem import Problem, did_you_mean
from proceedings.records.paper import Paper
from proceedings.records.reproducibility import Reproducibility
from proceedings.yaml.yaml_source import read_yaml_record

WORKBOOKS = (".xlsx", ".xlsm")


class Form(NamedTuple):
    """A form that was read: the paper's file, the block, and what is wrong; no block where nothing is filled in."""

    file: str
    paper: Path | None
    block: Reproducibility | None
    problems: tuple[Problem, ...]


def write_form(metadata: Path, asked: str) -> str:
    """Write the form of a paper and say in a sentence where it is. NoPaperError; nothing is ever overwritten."""
    files = {path.stem: path for path in paper_paths(metadata)}
    paper = paper_called(asked, files)
    if paper is None:
        raise NoPaperError(f'"{asked}" is the id of no paper')
    path = metadata / "forms" / f"{paper}.xlsx"
    if path.exists():
        return f"{path}: the form is there already; nothing was written"
    block = read_yaml_record(files[paper], Paper, shown_as=files[paper].name)[0].reproducibility
    write_workbook(path, paper, block or Reproducibility(), read_shared_facts(metadata)[0], key_words())
    return f"{path}: {'the form, with what is known filled in' if block else 'an empty form'}"


def read_forms(metadata: Path) -> Iterator[Form]:
    """All forms in the order of their names, each with its problems; lock files and templates are none."""
    shared, _ = read_shared_facts(metadata)
    papers = {path.stem: path for path in paper_paths(metadata)}
    seen: dict[str, str] = {}
    for path in sorted((metadata / "forms").glob("*")):
        if path.name[0] in ".~" or path.suffix in (".yml", ".yaml") or not path.is_file():
            continue
        file = shown(metadata, "forms", path.name)
        try:
            paper = paper_called(path.stem, papers)
        except NoPaperError as error:
            yield _refused(file, f"{error}.", "Name the form after the id of its paper.")
            continue
        if paper is None:
            remedy = did_you_mean(path.stem, papers, "Name the form after the id of its paper.")
            yield _refused(file, f'no paper has the id "{path.stem}".', remedy)
        elif other := seen.get(paper):
            yield _refused(file, f"{other} is a form of paper {paper} too.", "Keep the one that holds.")
        else:
            seen[paper] = file
            yield _read(path, file, papers[paper], shared)


def _read(path: Path, file: str, paper: Path, shared: SharedFacts) -> Form:
    answers, problems = _answers(path, file)
    if not answers:
        return Form(file, paper, None, tuple(problems))
    block, found = block_of(answers, shared, file)
    return Form(file, paper, block, (*problems, *found))


def _answers(path: Path, file: str) -> tuple[list[Answer], list[Problem]]:
    ending = path.suffix.lower()
    if ending in WORKBOOKS:
        return answers_of_workbook(path, key_words(), file)
    remedy = "Save it as .xlsx; answers of a submission system may be .md or .csv."
    return [], [Problem(file=file, message=f'forms that end in "{ending}" are not read.', remedy=remedy)]


def _refused(file: str, fact: str, remedy: str) -> Form:
    return Form(file, None, None, (Problem(file=file, message=fact, remedy=remedy),))
