"""What the editor of a joint volume receives of a workshop that is a part of it.

dls2019-joint/
    README.txt  papers.csv  contents.md  contents.tex  authors.csv  organisation.md  front-matter.docx  ...
    front_matter/preface.md  manifest-sha256.txt
    papers/017.pdf  papers/017.zip  papers/017-rights.pdf  ...
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from proceedings.bundles.bundle import MANIFEST, BundleSources, Member, write_with_manifest
from proceedings.bundles.lacks import Lack, lack_lines, lacks_by_policy
from proceedings.bundles.members import README, editorial_members, front_matter_members, paper_members
from proceedings.deliveries import JOINT
from proceedings.publisher import PublisherPolicy, load_policy
from proceedings.records.edition import Edition

FILES_SENT = {
    "original": "the PDFs as their authors sent them, byte for byte, and the signed forms",
    "stamped": "the stamped PDFs, and the signed forms",
    "sources": "the PDFs and their sources as the authors sent them, byte for byte, and the signed forms",
    "metadata": "none",
}


def write(edition: Edition, sources: BundleSources, path: Path) -> int:
    """Write the bundle; returns how many files it delivers. Raises IncompleteDeliveryError."""
    policy = load_policy(edition.volume.publisher)
    papers = paper_members(edition, sources, JOINT)
    members = editorial_members(sources) | front_matter_members(edition, sources) | papers
    missing = lack_lines(list(_lacks(edition, sources, papers, policy)))
    members[README] = (sources.output / "editorial" / README).read_bytes() + beside(policy, members, missing)
    return write_with_manifest(path, JOINT, members, edition)


def _lacks(
    edition: Edition, sources: BundleSources, files: Mapping[str, Member], policy: PublisherPolicy
) -> Iterator[Lack]:
    """What the publisher will ask of the papers that are there; no bundle is refused for it: the book is another's."""
    papers = {paper.id: paper for paper in edition.papers}
    for paper in (papers[each.paper] for each in sources.pagination.placements if each.present):
        yield from lacks_by_policy(paper, files, policy)


def beside(policy: PublisherPolicy, members: Mapping[str, Member], missing: Sequence[str]) -> bytes:
    """What the README has to say of the files that the editorial folder does not hold, and of what is missing."""
    lines = (
        [f"papers/ has {FILES_SENT[policy.delivers]}."] if any(name.startswith("papers/") for name in members) else []
    )
    if any(name.startswith("front_matter/") for name in members):
        lines.append("front_matter/ has the preface and the other texts, in Markdown.")
    lines.append(f"{MANIFEST} has the SHA-256 of every file.")
    if missing:
        lines += ["", f"Still missing, by what {policy.name} asks of papers:", *missing]
    lines += ["", *_prepared_from(policy)]
    return ("\n" + "\n".join(lines) + "\n").encode()


def _prepared_from(policy: PublisherPolicy) -> list[str]:
    if policy.is_own_publication:
        return ["Prepared for the editor of the volume, who says what else is asked."]
    return [
        f"Prepared from public descriptions of what {policy.name} asks for, where nobody has confirmed that it is",
        "accepted as it is. The editor of the volume says what else is asked.",
    ]
