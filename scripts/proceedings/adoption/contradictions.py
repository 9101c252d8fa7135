"""What cannot be true of two papers at once: one DOI, or the same pages. Nobody can say which line is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from proceedings.adoption.listing import ListedPaper
from proceedings.identifiers import same_doi_key
from proceedings.importers.imported import Doubt


def without_contradictions(lines: Mapping[str, ListedPaper], doubts: list[Doubt]) -> dict[str, ListedPaper]:
    """The lines by paper without the DOIs and pages that contradict each other, which are doubts."""
    dois = Counter(same_doi_key(line.doi) for line in lines.values() if line.doi)
    overlapping = {line.where for line in _overlapping(list(lines.values()))}
    return {id: _certain(line, dois, overlapping, doubts) for id, line in lines.items()}


def _certain(line: ListedPaper, dois: Mapping[str, int], overlapping: set[str], doubts: list[Doubt]) -> ListedPaper:
    if line.doi and dois[same_doi_key(line.doi)] > 1:
        doubts.append(Doubt(fact=f"{line.doi} is the DOI of several papers, and was left out", where=line.where))
        line = line._replace(doi=None)
    if line.where in overlapping:
        where = f"{line.where} ({line.first}-{line.last or line.first})"
        doubts.append(Doubt(fact="pages that are those of several papers were left out", where=where))
        line = line._replace(first=None, last=None)
    return line


def _overlapping(lines: Sequence[ListedPaper]) -> list[ListedPaper]:
    """Lines that share more than the page on which one ends and the next begins."""
    paged = sorted((line for line in lines if line.first is not None), key=attrgetter("first"))
    found: list[ListedPaper] = []
    for line, following in pairwise(paged):
        if following.first == line.first or (line.last or 0) > (following.first or 0):
            found += [line, following]
    return found
