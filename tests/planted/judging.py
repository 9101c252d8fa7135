"""A planted case through the real inspection, checks and weighing, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builders import paper
from planted.cases import Case
from planted.sheets import Box, Sheet
from proceedings.checks.registry import check_edition
from proceedings.codes import all_codes
from proceedings.gathering import gathered_findings
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.records.edition import AcceptedPaper, Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Author, Paper
from proceedings.records.programme import Session
from proceedings.records.volume import Volume

NEAR = 6.0
"""Points by which the place that a finding shows may differ from what was planted: a rule may end within a letter."""


@dataclass(frozen=True)
class Outcome:
    """What the checks said of one case. `extra` are warnings and errors of other causes than the planted one.

    `page` 0: the finding must have no place; `box`: the place that it must show.
    """

    case: str
    template: str
    maker: str
    code: str | None
    page: int | None
    own: tuple[Finding, ...]
    extra: tuple[Finding, ...]
    box: Box | None = None

    @property
    def failure(self) -> str | None:
        """Why the case is not as it should be; None if it is."""
        problems = [f"{each.severity} {each.code} (page {each.page}): {each.message}" for each in self.extra]
        if self.code and len(self.own) != 1:
            problems.append(f"{len(self.own)} findings of {self.code}: {[each.message for each in self.own]}")
        elif self.code and self.page is not None and (self.own[0].page or 0) != self.page:
            problems.append(f"{self.code} is on page {self.page}, not {self.own[0].page}: {self.own[0].message}")
        elif self.code and self.box and not _is_at(self.own[0].box, self.box):
            problems.append(f"{self.code} is at {self.box}, not {self.own[0].box}: {self.own[0].message}")
        return "; ".join(problems) or None


def _is_at(shown: Box | None, planted: Box) -> bool:
    return shown is not None and all(abs(a - b) <= NEAR for a, b in zip(shown, planted, strict=True))


def record_of(sheet: Sheet) -> Paper:
    """The metadata that fits the sheet."""
    people = tuple(_author(name) for name in sheet.authors)
    return paper(title=sheet.title, people=people, type="full")


def _author(name: str) -> Author:
    given, _, family = name.partition(" ")
    return Author(given=given, family=family) if family else Author(literal=given)


def findings_of(path: Path, sheet: Sheet, record: Paper, case: Case) -> tuple[Finding, ...]:
    """All findings of a PDF under the sheet's profile and publisher, as a chair sees them while checking."""
    edition = Edition(
        volume=Volume(
            title="Proceedings of the Sample Workshop",
            acronym="SW",
            year=2026,
            profile=sheet.name,
            publisher=sheet.publisher,
            types={"full": case.limits},
        ),
        profile=load_profile(sheet.name),
        sessions=(Session(title="Papers", papers=(record.id,)),),
        papers=(record,),
        accepted=(AcceptedPaper(id=record.id, title=sheet.title, authors=case.accepted),) if case.accepted else (),
    )
    facts = [inspect_paper(path, record.id)]
    findings = [each for each in check_edition(edition, facts) if shown_by_the_pdf(each)]
    return gathered_findings(findings, edition, strict=False)


def shown_by_the_pdf(finding: Finding) -> bool:
    """Whether it is the paper's own PDF that shows it, and not what lies beside it or the volume as a whole."""
    return finding.paper is not None and all_codes()[finding.code].group not in ("beside", "volume")


def table_of(outcomes: Sequence[Outcome]) -> str:
    """Recall and precision of each code by maker, and false findings on clean controls."""
    head = f"{'code':26}{'maker':11}{'planted':>8}{'found':>7}{'missed':>7}{'extra':>6}{'recall':>8}{'precision':>10}"
    rows = [head, *(_row(code, maker, outcomes) for code, maker in _kinds(outcomes))]
    clean = [each for each in outcomes if each.code is None]
    false = Counter(finding.code for each in clean for finding in each.extra)
    listed = ", ".join(f"{code} {count}" for code, count in sorted(false.items())) or "none"
    return "\n".join([*rows, f"clean controls and traps: {len(clean)}; false errors and warnings: {listed}"])


def _kinds(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    return sorted({(each.code, each.maker) for each in outcomes if each.code})


def _row(code: str, maker: str, outcomes: Sequence[Outcome]) -> str:
    """Extra are findings of this code where something else, or nothing, was planted, and second ones of one cause."""
    planted = [each for each in outcomes if each.code == code and each.maker == maker]
    found = sum(1 for each in planted if each.own)
    extra = sum(max(len(each.own) - 1, 0) for each in planted)
    extra += sum(finding.code == code for each in outcomes if each.maker == maker for finding in each.extra)
    recall, precision = found / len(planted), found / (found + extra) if found + extra else 1.0
    return (
        f"{code:26}{maker:11}{len(planted):8}{found:7}{len(planted) - found:7}{extra:6}{recall:8.2f}{precision:10.2f}"
    )
