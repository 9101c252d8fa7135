"""Countries: submission systems write "Germany", a record has `DE`, and print says "Germany" again."""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

_INVERTED = re.compile(r"(.+?)\s*\(([^)]+\bof)\)\s*", re.IGNORECASE)
"""`Korea (Republic of)`, which without what stands in parentheses would be one of two."""


def country_code(name: str) -> str | None:
    """The ISO 3166 alpha-2 code of an English country name, or of the code itself; None when it is neither."""
    return _codes().get(_folded(name)) or _codes().get(_folded(_INVERTED.sub(r"\2 \1", name)))


def country_name(code: str) -> str:
    """`Belgium` for `BE`; what is no ISO 3166 alpha-2 code is printed as it stands."""
    return _table().get(code.upper(), (code,))[0]


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    """For each code its names; the first is the one in print."""
    lines = Path(__file__).with_name("countries.txt").read_text("utf-8").splitlines()
    rows = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {code: tuple(name.strip() for name in names.split("|")) for code, _, names in rows}


@functools.cache
def _codes() -> dict[str, str]:
    by_name = {_folded(name): code for code, names in _table().items() for name in names}
    return by_name | {code.casefold(): code for code in _table()}


def _folded(name: str) -> str:
    """Letters without case and accents; without what stands in parentheses, articles and "&"."""
    name = re.sub(r"\([^)]*\)", "", name).replace("ı", "i").replace("&", " and ")
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join(word for word in re.findall(r"[a-z]+", letters) if word != "the")
