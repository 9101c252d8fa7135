"""What several bundles hold alike: the editorial texts, the texts of the front matter, the papers' files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from proceedings.bundles.bundle import BundleSources, IncompleteDeliveryError, Member, sha256_of
from proceedings.bundles.paper_files import WANTED, delivered_files, form_is_for, receiver_policy, sent_name
from proceedings.bundles.title_page import FILE as TITLE_PAGE
from proceedings.bundles.title_page import title_page
from proceedings.editorial.tables import state_words
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.paper import Paper
from proceedings.records.record_files import read_records
from proceedings.reviewing import prefaces
from proceedings.wording import listed

README = "README.txt"
_NOTHING: Mapping[str, object] = {}


def editorial_members(sources: BundleSources) -> dict[str, Member]:
    """The editorial folder under the bundle's top. Raises IncompleteDeliveryError."""
    folder = sources.output / "editorial"
    if not (folder / README).is_file():
        raise IncompleteDeliveryError(f"{folder.as_posix()}/ is not built yet. Next: snakemake bundle")
    return {path.name: path for path in folder.iterdir() if not path.name.startswith(".")}


def texts_to_set(sources: BundleSources) -> dict[str, Member]:
    """The editorial texts for a bundle that has its own list of papers and README. Raises IncompleteDeliveryError."""
    return {name: file for name, file in editorial_members(sources).items() if name not in (README, "papers.csv")}


def front_matter_members(edition: Edition, sources: BundleSources) -> dict[str, Member]:
    """The preface and the other texts of the front matter, in Markdown as they were written."""
    names = [f"front_matter/{text.stem}.md" for text in edition.front_matter]
    return {name: sources.metadata / name for name in names if (sources.metadata / name).is_file()}


def paper_members(edition: Edition, sources: BundleSources, receiver: str) -> dict[str, Member]:
    """What the receiver is sent of every paper that is in the volume. Raises IncompleteDeliveryError.

    An author's file goes as it came, and is the very file that was checked. A form that was signed for another
    publisher stays in the house.
    """
    papers, policy = {paper.id: paper for paper in edition.papers}, receiver_policy(receiver, edition)
    checked = {id: each.sha256 for id, each in facts_by_id(sources).items()}
    placed = (papers[each.paper] for each in sources.pagination.placements if each.present)
    members: dict[str, Member] = {}
    for id, files in delivered_files(placed, policy, sources.papers, sources.output).items():
        if "pdf" in WANTED[policy.delivers]:
            _refuse_another_pdf(papers[id], files.get("pdf"), checked.get(id), policy)
        if not form_is_for(receiver, papers[id], edition):
            files.pop("rights", None)
        members |= {sent_name(id, kind, file): file for kind, file in files.items()}
    return members


def _refuse_another_pdf(paper: Paper, pdf: Path | None, checked: str | None, policy: PublisherPolicy) -> None:
    """Raises IncompleteDeliveryError where the PDF has gone, or an author's is not the one with this SHA-256."""
    if pdf is None:
        raise IncompleteDeliveryError(f"the PDF of paper {paper.id} is not there any more. Next: snakemake bundle")
    if policy.delivers != "stamped" and sha256_of(pdf) != checked:
        raise IncompleteDeliveryError(f"papers/{pdf.name} is not the file that was checked. Next: snakemake bundle")


def not_packed(edition: Edition, sources: BundleSources) -> list[str]:
    """The papers of the volume that have no file in it, a line each with why, for a README."""
    papers = {paper.id: paper for paper in edition.papers}
    away = [each for each in sources.pagination.placements if not each.present]
    return [f"- Paper {each.paper} is not packed: {state_words(each, papers[each.paper], edition)}." for each in away]


def unsaid_of_the_front(edition: Edition, asked: Mapping[str, object] = _NOTHING) -> list[str]:
    """A line for a README on what nobody has said of what is `asked`, and of what front matter is set from."""
    front = {"editors": edition.volume.editors, "a preface": prefaces(edition), "committees": edition.committees}
    lacking = [words for words, value in {**asked, **front}.items() if not value]
    return [f"- The metadata lacks {listed(lacking)}."] if lacking else []


def lines_on_parts(members: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """Of the lines of a README those on what the bundle has: each under what the names of such files hold."""
    names = list(members)
    return [line for part, line in words.items() if any(part in name for name in names)]


def facts_by_id(sources: BundleSources) -> dict[str, PaperFacts]:
    """The facts of every paper whose file came."""
    return {each.paper: each for path in sources.facts for each in read_records(path, list[PaperFacts])}


def front_texts(edition: Edition, sources: BundleSources) -> dict[str, Member]:
    """What a publisher sets the front matter from, under frontmatter/. Raises IncompleteDeliveryError."""
    front: dict[str, Member] = {TITLE_PAGE: title_page(edition), **texts_to_set(sources)}
    front |= {name.rpartition("/")[2]: file for name, file in front_matter_members(edition, sources).items()}
    return {f"frontmatter/{name}": member for name, member in front.items()}
