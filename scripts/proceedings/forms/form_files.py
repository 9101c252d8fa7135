"""The forms of an edition: `metadata/forms/<id>.xlsx`, `.md` or `.csv`, one for each paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from proceedings.forms.answers import Answer, block_of
from proceedings.forms.block_keys import key_words
from proceedings.forms.form_text import form_text, sheet_alone
from proceedings.forms.question_answers import answers_of_questions, is_question
from proceedings.forms.questions import questions_of_markdown, questions_of_table, rows_of_papers
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
TEXTS = (".md", ".csv")

_NAME_IT = "Name the form after the id of its paper."


class _Filled(NamedTuple):
    """Answers for the paper that is asked for; `file` is the form as shown, `table` the file that it stands in."""

    asked: str
    file: str
    table: str
    answers: list[Answer]
    problems: list[Problem]


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
    for filled in _filled_forms(metadata, papers):
        try:
            paper = paper_called(filled.asked, papers)
        except NoPaperError as error:
            yield _refused(filled.file, f"{error}.", _NAME_IT)
            continue
        if paper is None:
            remedy = did_you_mean(filled.asked, papers, _NAME_IT)
            yield _refused(filled.file, f'no paper has the id "{filled.asked}".', remedy)
        elif other := seen.get(paper):
            yield _refused(filled.file, f"{other} is a form of paper {paper} too.", "Keep the one that holds.")
        else:
            seen[paper] = filled.file
            yield _checked(filled, papers[paper], shared)


def _checked(filled: _Filled, paper: Path, shared: SharedFacts) -> Form:
    problems = [msgspec.structs.replace(problem, file=filled.table) for problem in filled.problems]
    if not filled.answers:
        return Form(filled.file, paper, None, tuple(problems))
    block, found = block_of(filled.answers, shared, filled.table)
    return Form(filled.file, paper, block, (*problems, *found))


def _filled_forms(metadata: Path, papers: Collection[str]) -> Iterator[_Filled]:
    for path in sorted((metadata / "forms").glob("*")):
        if path.name[0] in ".~" or path.suffix in (".yml", ".yaml") or not path.is_file():
            continue
        file = shown(metadata, "forms", path.name)
        ending = path.suffix.lower()
        if ending in WORKBOOKS:
            yield _Filled(path.stem, file, file, *answers_of_workbook(path, key_words(), file))
        elif ending not in TEXTS:
            remedy = "Save it as .xlsx; answers of a submission system may be .md or .csv."
            problem = Problem(message=f'forms that end in "{ending}" are not read.', remedy=remedy)
            yield _Filled(path.stem, file, file, [], [problem])
        else:
            yield from _filled_texts(path, file, papers)


def _filled_texts(path: Path, file: str, papers: Collection[str]) -> Iterator[_Filled]:
    """A file of one paper's answers, or each row of a table of many papers'."""
    text, doubts = form_text(path.read_bytes())
    if path.suffix.lower() == ".csv" and (alone := sheet_alone(text)):
        yield _Filled(path.stem, file, file, [], [alone])
        return
    rows = list(rows_of_papers(text)) if path.suffix.lower() == ".csv" and path.stem not in papers else []
    for asked, number, questions in rows:
        answers, problems = answers_of_questions(each for each in questions if is_question(each))
        unknown = [each.title for each in questions if not is_question(each)] if number == rows[0][1] else []
        yield _Filled(asked, f"{file}, row {number}", file, answers, [*doubts, *map(_left_out, unknown), *problems])
    if not rows:
        is_table = path.suffix.lower() == ".csv"
        asked_one_by_one = questions_of_table(text) if is_table else questions_of_markdown(text, is_question)
        answers, problems = answers_of_questions(asked_one_by_one)
        yield _Filled(path.stem, file, file, answers, [*doubts, *problems])


def _left_out(title: str) -> Problem:
    message = f'row 1: "{title}" is no question that is known here; the column is left out.'
    return Problem(message=message, remedy="Nothing, if it asks for something else.", severity="warning")


def _refused(file: str, fact: str, remedy: str) -> Form:
    return Form(file, None, None, (Problem(file=file, message=fact, remedy=remedy),))
