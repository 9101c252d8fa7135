"""The file that the chairs give as the cover, as its user and its reader know it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from proceedings.page_sizes import Size


class OwnCover(NamedTuple):
    """The file that `cover` names, and the sizes (width, height) in points of its pages, trimmed and upright.

    `fault`: a clause that says why it cannot be used; empty for none.
    """

    path: Path
    sizes: tuple[Size, ...] = ()
    fault: str = ""
