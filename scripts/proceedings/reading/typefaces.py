"""Typefaces by the names of their fonts: which family, whether bold or italic. typefaces.toml has the names."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

BOLD_WORD = re.compile(r"bold|black|heavy|demi|medi(?!um)", re.IGNORECASE)
ITALIC_WORD = re.compile(r"ital|obli|slant", re.IGNORECASE)
# Fonts whose names are codes: the Computer Modern families, Libertine, and the fonts of txfonts and pxfonts.
BOLD_CODE = re.compile(
    r"^(?:cmb|cmssbx|cmmib|(?:sf|ec|tc)(?:bx|bi|bl|rb|sx|so|xc)|lmbx|r?[tp]xb|lin\w+t[bz]i?$)", re.IGNORECASE
)
ITALIC_CODE = re.compile(
    r"^(?:cmti|cmsl|cmbxti|cmbxsl|cmitt|cmssi|cmmi|(?:sf|ec|tc)(?:ti|sl|bi|bl|si|so|it|st|ci|ui)|lmri|lmmathitalic"
    r"|r?[tp]xb?(?:i|sl|mi)|lin\w+tb?i$)",
    re.IGNORECASE,
)

FONTS = 4096
"""So many names of fonts are remembered; a volume has a few hundred and asks for the font of every line."""


@functools.lru_cache(maxsize=FONTS)
def family_of(font: str) -> str | None:
    """The family of a font by its name in the facts, as `times` for NimbusRomNo9L-Regu; None where nobody knows it."""
    name = re.sub(r"[^a-z0-9]", "", font.casefold())
    known = _beginnings()
    return next((known[name[:end]] for end in range(len(name), 1, -1) if name[:end] in known), None)


@functools.lru_cache(maxsize=FONTS)
def is_bold(font: str) -> bool:
    """Whether the font's name says that it is bold or semibold."""
    return bool(BOLD_WORD.search(font) or BOLD_CODE.match(font))


@functools.lru_cache(maxsize=FONTS)
def is_italic(font: str) -> bool:
    """Whether the font's name says that it is italic or slanted."""
    return bool(ITALIC_WORD.search(font) or ITALIC_CODE.match(font))


@functools.cache
def _beginnings() -> dict[str, str]:
    """The family of each known beginning of a name."""
    table = tomllib.loads(Path(__file__).with_name("typefaces.toml").read_text("utf-8"))
    return {begin: family for family, entry in table.items() for begin in entry["begins"]}
