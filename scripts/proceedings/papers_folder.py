"""What lies in `papers/`, by name: whose a file is, and what. The capitals of an id count, those behind it do not.

Of several files that differ in capitals alone the one in small letters is the paper's, else the first in order.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

CAMERA_READY, SOURCE, FORM = ".pdf", ".zip", "-rights.pdf"
"""What follows the id in the name of the paper itself, of its sources and of its signed form."""

TARS = (".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
DOCUMENTS = (".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf")
UNKNOWN = (".rar", ".7z")
SOURCES = (SOURCE, *TARS, *DOCUMENTS, *UNKNOWN)
"""What the name of a paper's sources ends in: an archive, or the one document of a word processor; the first counts.

What nobody here can unpack is among them, so that it is told what it is.
"""

BESIDE = re.compile(r"(?P<paper>.+)-(?P<what>rights|supplement)\.[^/]+", re.IGNORECASE)


def own_file(paper: str, ending: str, names: Collection[str]) -> str | None:
    """The name among these of a paper's file with this ending; None where there is none."""
    usual = f"{paper}{ending}"
    if usual in names:
        return usual
    return min(_by_usual_name(frozenset(names)).get(usual, ()), default=None)


@functools.lru_cache(maxsize=4)
def _by_usual_name(names: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """The names, by what they are with their ending in small letters; all papers of a volume are asked for."""
    found = defaultdict[str, list[str]](list)
    for name in names:
        for ending in (CAMERA_READY, FORM, *SOURCES):
            if name.lower().endswith(ending):
                found[f"{name[: -len(ending)]}{ending}"].append(name)
    return found


def source_ending(name: str) -> str | None:
    """`.tar.gz` of `017.Tar.GZ`; None of what is no name of sources."""
    return next((ending for ending in SOURCES if name.lower().endswith(ending)), None)


def own_source(paper: str, names: Collection[str]) -> str | None:
    """The name among these of a paper's sources; None where there are none."""
    return next(own_sources(paper, names), None)


def own_sources(paper: str, names: Collection[str]) -> Iterator[str]:
    """The name of a paper's sources in each form in which they are there, the one that counts first."""
    names = frozenset(names)
    return (name for ending in SOURCES if (name := own_file(paper, ending, names)))


def names_in(papers: Path) -> frozenset[str]:
    """The names of the files that lie in the folder itself."""
    return frozenset(path.name for path in papers.iterdir() if path.is_file()) if papers.is_dir() else frozenset()


def author_file(papers: Path, paper: str) -> Path:
    """Where a paper's camera-ready PDF lies in the folder, or would lie."""
    usual = papers / f"{paper}{CAMERA_READY}"
    if usual.is_file():
        return usual
    names = [path.name for path in papers.glob(f"{paper}.*") if path.is_file()]
    return papers / (own_file(paper, CAMERA_READY, names) or usual.name)


def beside(name: str) -> tuple[str, str]:
    """Whose form or supplement a file is: `("017", "rights")` of `017-Rights.PDF`; two empty texts for any other."""
    match = BESIDE.fullmatch(name)
    return (match["paper"], match["what"].lower()) if match else ("", "")


def is_inside(name: str) -> bool:
    """Whether a name that the metadata gives is a path inside papers/."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name
