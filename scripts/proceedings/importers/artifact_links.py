"""Addresses of code, data and other artifacts in fields of text."""

from __future__ import annotations

import re

from proceedings.identifiers import bare_doi, is_doi
from proceedings.records.reproducibility import Artifact

_WEB = re.compile(r"https?://\S+")


def linked_artifacts(text: str, title: str) -> list[Artifact]:
    """An artifact of this title for each address in the text; an address of a DOI is its DOI."""
    addresses = (address.rstrip(".,;)") for address in _WEB.findall(text))
    dois = ((address, bare_doi(address)) for address in addresses)
    return [Artifact(title=title, doi=doi) if is_doi(doi) else Artifact(title=title, url=url) for url, doi in dois]
