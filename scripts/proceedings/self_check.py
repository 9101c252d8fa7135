"""The author's own check of one PDF: the checks, severities and root causes of the chair's run for one paper alone."""

from __future__ import annotations

from pathlib import Path

import msgspec

from proceedings.checks.author_segments import is_name, parts_of, rejoined
from proceedings.checks.registry import check_paper
from proceedings.checks.rules import Rules
from proceedings.cures import with_cures
from proceedings.gathering import gathered_findings
from proceedings.profile import FormatProfile, ProfileError, load_profile, packaged_names
from proceedings.publisher import load_policy, publisher_of
from proceedings.reading.front_page import FrontPage
from proceedings.reading.reading import Reading
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.finding import Finding
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Author, Paper
from proceedings.records.volume import Volume

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
    """What the chair's run would find in this file under `profile`, the gravest first.

    Title and authors are those that its front page shows, the publisher is the one whose template it is, and `pages` is
    the page rule for it. What needs the metadata or the volume is left out: whether title and authors are right, which
    year, ISBN and DOI belong in a notice, and whether a book that heads and feet name is this one. `path` is what
    messages call the file.
    """
    reading = Reading(facts)
    paper = printed_paper(reading, path)
    publisher = publisher_of(profile.based_on or profile.name)
    volume = Volume(publisher=publisher, types={paper.type: pages})
    rules = Rules(profile=profile, policy=load_policy(publisher), volume=volume, volume_is_known=False)
    found = list(with_cures(check_paper(paper, reading, rules), [facts], profile.latex))
    if not facts.sha256:  # there is no file to mend
        lack = {"message": f"{path}: {facts.problem}.", "remedy": "Give the path of the paper's PDF."}
        found = [msgspec.structs.replace(each, **lack) for each in found]
    return gathered_findings(found, Edition(volume=volume, profile=profile, papers=(paper,)), strict=True)


def printed_paper(reading: Reading, path: str) -> OwnPaper:
    """The paper as its front page shows it, its authors under their names as they are printed; it has no type."""
    front = reading.front or FrontPage()
    pieces = (piece for line in front.author_lines for piece in parts_of(rejoined(line.text)))
    people = tuple(Author(literal=piece) for piece in pieces if is_name(piece))
    return OwnPaper(id=reading.facts.paper, title=front.title, authors=people, type="", path=path)
