"""A finding's words for authors, who see neither the edition's folders nor its metadata files: theirs is `your PDF`."""

from __future__ import annotations

import re

from proceedings.papers_folder import CAMERA_READY

_PLACE = re.compile(r"^metadata/[^\s:]+(?:, (?:line|row|column) \w+)*: ")
"""What a message begins with that stands in a file of ours."""

_PATH = r"`?\bmetadata/(?:[\w./-]*\w/?)?`?(?:, line \d+)?"
_REFERENCE = re.compile(rf"\s*\((?:in |see )?{_PATH}\)|\s+(?:of|in) {_PATH}")
_METADATA = re.compile(_PATH)
_PAPERS = re.compile(r"\bpapers/(?=\w)")
_CODES = re.compile(r"(?<=not listed): [^.]+(?=\.$)")
"""Which findings follow from one that is listed, by their codes."""

_YOURS = "your PDF"


def author_words(text: str, paper_id: str) -> str:
    """The text without the places of our files; `papers/7.pdf, page 1` of paper 7 is `your PDF, page 1`."""
    own = re.compile(rf"\bpapers/{re.escape(paper_id + CAMERA_READY)}(?![\w-])", re.IGNORECASE)
    fact = own.sub(_YOURS, _CODES.sub("", _PLACE.sub("", text)))
    begins_anew = fact.startswith(_YOURS) or not (fact == text or fact.startswith("papers/"))
    told = _PAPERS.sub("", _METADATA.sub("our records", _REFERENCE.sub("", fact)))
    return told[:1].upper() + told[1:] if begins_anew else told
