"""All cases with all makers: what is run, and one run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from planted.cases import Case
from planted.file_cases import file_cases
from planted.item_cases import item_cases
from planted.judging import Outcome, findings_of, record_of
from planted.layout_cases import layout_cases
from planted.makers import Papers
from planted.mononym_cases import mononym_cases
from planted.note_cases import note_cases
from planted.sheets import SHEETS, Sheet
from planted.table_cases import table_cases
from planted.tex_cases import tex_cases
from planted.text_cases import text_cases
from planted.trap_cases import trap_cases
from proceedings.checks import registry
from proceedings.profile import load_profile
from proceedings.records.finding import Finding


class Run(NamedTuple):
    """A case in the paper of a template, set by a maker."""

    case: Case
    template: str
    maker: str

    def __str__(self) -> str:
        """For the names of tests: `ieee-tex-an undefined reference`."""
        return f"{self.template}-{self.maker}-{self.case.name}"

    @property
    def sheet(self) -> Sheet:
        """The sheet as the case has it."""
        sheet = SHEETS[self.template]
        return self.case.vary(sheet) if self.case.vary else sheet


@cache
def all_runs() -> tuple[Run, ...]:
    """Every case in every template and by every maker that it is made for."""
    groups = (
        trap_cases(),
        file_cases(),
        layout_cases(),
        table_cases(),
        note_cases(),
        text_cases(),
        mononym_cases(),
        item_cases(),
        tex_cases(),
    )
    cases = (case for group in groups for case in group)
    return tuple(Run(case, template, maker) for case in cases for template in case.templates for maker in case.makers)


def papers(folder: Path) -> Papers:
    """An empty store of papers that knows what LibreOffice will be asked for."""
    return Papers(folder, (run.sheet for run in all_runs() if run.maker == "writer" and run.case.vary))


def checked_codes() -> frozenset[str]:
    """The codes that some check raises."""
    return frozenset((*registry.FILE_CHECKS, *registry.PAPER_CHECKS, *registry.EDITION_CHECKS))


def judged(run: Run, store: Papers, folder: Path) -> Outcome:
    """Set the paper, plant the defect, inspect and judge it. `folder` is its own and empty."""
    case, sheet = run.case, run.sheet
    path = store.copy(run.maker, sheet, folder / "017.pdf")
    page = _page(case, sheet, path)
    if case.plant:
        case.plant(path, sheet)
    record = record_of(sheet)
    findings = findings_of(path, sheet, case.record(record) if case.record else record, case)
    return _outcome(run, page, findings)


def _outcome(run: Run, page: int | None, findings: tuple[Finding, ...]) -> Outcome:
    code = run.case.code
    own = tuple(each for each in findings if each.code == code)
    unsaid = run.case.unsaid
    extra = tuple(each for each in findings if each.code != code and (each.severity != "info" or each.code == unsaid))
    unheard = code is not None and load_profile(run.template).severities.get(code) == "off"
    box = run.case.box(run.sheet) if run.case.box else None
    return Outcome(run.case.name, run.template, run.maker, None if unheard else code, page, own, extra, box)


def _page(case: Case, sheet: Sheet, path: Path) -> int | None:
    """Where the finding must be: as the case says, or where the inserted text stands, by PDFium's own text."""
    if case.page not in (None, -1) or (case.page is None and not sheet.inserted):
        return case.page
    with pypdfium2.PdfDocument(path) as pdf:
        if case.page == -1:
            return len(pdf)
        words = "".join(sheet.inserted[0][1].split())
        pages = (
            number
            for number in range(len(pdf))
            if words in "".join(pdf[number].get_textpage().get_text_range().split())
        )
        return next(pages, -1) + 1 or None
