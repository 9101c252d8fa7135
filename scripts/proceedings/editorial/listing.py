"""The editorial folder from outside: which files it has, and when there is one."""

from __future__ import annotations

from proceedings.publisher import known_publishers, load_policy
from proceedings.records.volume import Volume

FILES = {
    "papers.csv": "the papers in order: title, running head, authors, whom to write to, pages, what is there of each",
    "sessions.csv": "the sessions in order, with their papers",
    "contents.md": "the contents, as plain text in Markdown",
    "contents.tex": "the same in LaTeX",
    "authors.csv": "everybody who wrote a paper: affiliation, country, ORCID iD, papers, and whom to write to",
    "organisation.md": "the committees by role, as plain text in Markdown",
    "organisation.tex": "the same in LaTeX",
    "organisation.csv": "the same as a table",
    "front-matter.docx": "contents and organisation in one Word document",
    "README.txt": "this text",
}
"""What each file is, in the order in which a newcomer opens them."""


def is_set_anew(volume: Volume) -> bool:
    """Whether somebody else sets contents, authors and organisation: the joint volume's editor, or a publisher."""
    receivers = {volume.publisher, *volume.bundles} & set(known_publishers())
    return volume.part_of is not None or any(load_policy(name).paginates == "publisher" for name in receivers)
