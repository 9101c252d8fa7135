"""What a bundle must hold and does not: either the chair has accepted it, or there is no bundle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from proceedings.bundles.bundle import IncompleteDeliveryError, Member
from proceedings.bundles.paper_files import sent_name, sent_source
from proceedings.codes import finding
from proceedings.companions.source_archive import read_archive
from proceedings.editorial.tables import contacts_of
from proceedings.papers_folder import SOURCE
from proceedings.publisher import PublisherPolicy
from proceedings.records.edition import Edition
from proceedings.records.paper import Paper
from proceedings.severity import covers
from proceedings.wording import counted


class Lack(NamedTuple):
    """One thing that is missing: of which paper (None: of the volume), the code of findings like it, a sentence."""

    paper: str | None
    code: str
    words: str


def refuse_what_is_missing(edition: Edition, receiver: str, lacks: Iterable[Lack]) -> list[Lack]:
    """The lacks that waivers cover. Raises IncompleteDeliveryError with all others, one on a line."""
    every = list(lacks)
    missing = [each for each in every if not _is_accepted(each, edition)]
    if missing:
        lines = "".join(f"\n  {each.words}" for each in missing)
        raise IncompleteDeliveryError(
            f"the bundle for {receiver} is not packed, because {counted(len(missing), 'thing')} "
            f"{'is' if len(missing) == 1 else 'are'} missing:{lines}\n"
            "Next: cure them, or waive them in metadata/waivers.yml; then snakemake bundle"
        )
    return every


def unsaid(said: Mapping[str, object], paper: str | None = None) -> Iterator[Lack]:
    """The keys of a paper's file, or of proceedings.yml, that say nothing; `said` has what they say."""
    file = "proceedings.yml" if paper is None else f"papers/{paper}.yml"
    for key, value in said.items():
        if not value:
            yield Lack(paper, "metadata-missing", f"metadata/{file} does not say `{key}`.")


def contact_lacks(paper: Paper, receiver: str) -> Iterator[Lack]:
    """Another number of corresponding authors than one, or one without an address."""
    contacts = contacts_of(paper)
    if len(contacts) != 1:
        words = f"paper {paper.id} has {len(contacts) or 'no'} corresponding author{'s' * (len(contacts) > 1)}"
        yield Lack(paper.id, "contact-author", f"{words}: {receiver} asks for exactly one, with an e-mail address.")
    elif not contacts[0].email:
        yield Lack(paper.id, "contact-author", f"the corresponding author of paper {paper.id} has no e-mail address.")


def source_lacks(paper: Paper, source: Path | None, receiver: str) -> Iterator[Lack]:
    """Sources that are not there, that make no document, or that would write beside their own folder."""
    if source is None:
        file = paper.files.source or f"{paper.id}{SOURCE}"
        yield Lack(paper.id, "source-missing", f"papers/{file} is missing: {receiver} builds from sources.")
        return
    facts = read_archive(source, source.name)
    if facts.problem:
        yield Lack(paper.id, "source-mismatch", f"papers/{source.name} {facts.problem}.")
        return
    if not facts.mains:
        yield Lack(
            paper.id, "source-mismatch", f"papers/{source.name} holds no main file of LaTeX or a word processor."
        )


def lacks_by_policy(paper: Paper, files: Mapping[str, Member], policy: PublisherPolicy) -> Iterator[Lack]:
    """What the publisher's policy asks of a paper and the files that are sent do not hold."""
    if policy.delivers == "sources":
        yield from source_lacks(paper, sent_source(paper.id, files), policy.name)
    is_known = policy.signed_form != "file" and paper.rights.is_recorded
    if policy.signed_form and not is_known and sent_name(paper.id, "rights") not in files:
        words = f"papers/{paper.id}-rights.pdf is missing: {policy.name} prints nothing without the signed form."
        yield Lack(paper.id, "rights-missing", words)
    if policy.one_contact:
        yield from contact_lacks(paper, policy.name)


def lack_lines(lacks: Sequence[Lack]) -> list[str]:
    """A line each, for a README."""
    return [f"- {each.words}" for each in lacks]


def _is_accepted(lack: Lack, edition: Edition) -> bool:
    found = finding(lack.code, lack.words, paper=lack.paper)
    return any(covers(waiver, found, edition.as_of) for waiver in edition.waivers)
