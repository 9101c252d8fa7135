"""The author's own check of one PDF: the checks, severities and root causes of an edition of this paper alone."""

from __future__ import annotations

from pathlib import Path

import msgspec

from proceedings.checks.registry import check_edition
from proceedings.codes import all_codes
from proceedings.gathering import gathered_findings
from proceedings.profile import FormatProfile, ProfileError, load_profile, packaged_names
from proceedings.records.edition import Edition, PageRule, Volume
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper

NEEDS_METADATA = ("metadata", "beside")
"""Groups of codes that compare the paper with what only the chairs have."""

ANY_LENGTH = PageRule()


class OwnPaper(Paper):
    """A paper that lies in no edition; `path` is where its authors have the file."""

    path: str = ""

    @property
    def pdf(self) -> str:
        """The path as they gave it."""
        return self.path


def shown_path(path: Path) -> str:
    """The path as text: a name may hold bytes that no record can."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def paper_facts(path: Path) -> PaperFacts:
    """The facts of the file under the id that its name is; what is no file has a condition too."""
    paper = shown_path(Path(path.stem))
    if path.is_dir():
        return PaperFacts(paper=paper, condition="not-a-pdf", problem="it is a folder")
    if not path.is_file():
        problem = "it is no file" if path.exists() else _nowhere(path)
        return PaperFacts(paper=paper, condition="not-a-pdf", problem=problem)
    from proceedings.inspection.pdf_inspection import inspect_paper  # here: the engines are 100 ms, a typing error none

    return inspect_paper(path, paper)


def _nowhere(path: Path) -> str:
    """Of a relative path, also where it begins: under make that is not where its user stands."""
    return "there is no such file" if path.is_absolute() else f"there is no {shown_path(path)} in {Path.cwd()}"


def asked_profile(name: str) -> FormatProfile:
    """A packaged profile by its name, or an own one by the path of its file. ProfileError."""
    if name in packaged_names():
        return load_profile(name)
    path = Path(name)
    if path.suffix not in (".yml", ".yaml") or not path.is_file():
        known = ", ".join(packaged_names())
        raise ProfileError(
            f'There is no format profile "{name}". Use one of {known}, or give the path of your own, path/to/name.yml.'
        )
    return load_profile(path.name, path.parent)


def self_check(
    facts: PaperFacts, profile: FormatProfile, pages: PageRule = ANY_LENGTH, *, path: str
) -> tuple[Finding, ...]:
    """Everything that the chair's run would find in this file under `profile`, the gravest first.

    `pages` is the page rule for it; here it has no type. What compares the paper with the metadata is left out.
    `path` is what messages call the file.
    """
    paper = OwnPaper(id=facts.paper, type="", path=path)
    edition = Edition(volume=Volume(types={paper.type: pages}), profile=profile, papers=(paper,))
    found = [each for each in check_edition(edition, [facts]) if _needs_the_file_alone(each)]
    if not facts.sha256:  # there is no file to mend
        found = [msgspec.structs.replace(each, remedy="Give the path of the paper's PDF.") for each in found]
    return gathered_findings(found, edition, strict=True)


def _needs_the_file_alone(finding: Finding) -> bool:
    return all_codes()[finding.code].group not in NEEDS_METADATA
