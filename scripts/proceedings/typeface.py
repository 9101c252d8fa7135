"""The faces that everything Bindery sets is set in, and which of them can show a text.

Source Serif Pro and Source Sans Pro (SIL OFL 1.1) carry Latin with Vietnamese, Greek and Cyrillic;
WenQuanYi Micro Hei (Apache 2.0) carries 20,932 Han characters, kana and all Hangul syllables; Amiri (SIL OFL 1.1)
carries Arabic; Noto Sans (SIL OFL 1.1) carries the other scripts of `SCRIPTS`, and what else is written with
Latin, Greek and Cyrillic letters. All come as dependencies and hold TrueType outlines, so reportlab embeds
subsets of them.
"""

from __future__ import annotations

import functools
import importlib.util
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uharfbuzz import Buffer, Font

    from proceedings.glyph_font import GlyphFont


class TypefaceMissingError(RuntimeError):
    """A font package that requirements.txt names is not installed."""

    def __init__(self, package: str, file: str) -> None:
        """`package` is the import name of the font package, `file` the font's path in it."""
        super().__init__(
            f"The font {file} of the Python package {package} is not there. Run: pip install -r requirements.txt"
        )


class Face(NamedTuple):
    """A font file of a package, the OpenType features applied to it, and the faces that stand in for it.

    Beside Latin letters it is set `scale` times as large.
    """

    package: str
    file: str
    fallback: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    whole_words: bool = False
    scale: float = 1.0


def _serif(file: str, *fallback: str, features: tuple[str, ...] = (), whole_words: bool = False) -> Face:
    path = f"files/SourceSerifPro-{file}.ttf"
    return Face("font_source_serif_pro", path, (*fallback, "han"), features, whole_words)


def _sans(file: str) -> Face:
    return Face("font_source_sans_pro", f"files/SourceSansPro-{file}.ttf", ("serif", "han"))


FACES: dict[str, Face] = {
    "serif": _serif("Regular"),
    "serif-italic": _serif("It", "serif", whole_words=True),
    "serif-semibold": _serif("Semibold", "serif"),
    "serif-semibold-italic": _serif("SemiboldIt", "serif-semibold", "serif", whole_words=True),
    "serif-bold": _serif("Bold", "serif"),
    "serif-light": _serif("Light", "serif"),
    "serif-text": _serif("Regular", "serif", features=("onum", "pnum")),
    "serif-caps": _serif("Regular", "serif", features=("smcp", "c2sc", "onum")),
    "sans": _sans("Regular"),
    "sans-semibold": _sans("Semibold"),
    "han": Face("paperang_p2_fonts_cjk", "fonts/wqy-microhei.ttc", ("serif",)),
}
"""Every face by name. `serif-text` has old-style figures, `serif-caps` small capitals for running heads."""

SCRIPTS: dict[str, str] = {
    "Armenian": "\u0530-\u058f\ufb13-\ufb17",
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff",
    "Devanagari": "\u0900-\u097f\ua8e0-\ua8ff",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Oriya": "\u0b00-\u0b7f",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Myanmar": "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f",
    "Georgian": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Ethiopic": "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f",
    "Khmer": "\u1780-\u17ff\u19e0-\u19ff",
}
"""Further scripts and their characters, as a regular expression's set says them; each has a face of its own."""

FACES |= {script.lower(): Face("manimgx_fonts", f"NotoSans{script}[wght].ttf", ("serif",)) for script in SCRIPTS}
FACES |= {
    "arabic": Face("fontpkg_amiri", "files/Amiri-Regular.ttf", ("serif",), scale=1.2),
    "arabic-bold": Face("fontpkg_amiri", "files/Amiri-Bold.ttf", ("serif-bold",), scale=1.2),
    "noto": Face("manimgx_fonts", "NotoSans[wght].ttf", ("serif",)),
    "symbols": Face("manimgx_fonts", "NotoSansSymbols[wght].ttf", ("serif",)),
}
LAST_RESORTS = ("noto", "symbols")

FIRST_FACE = "serif"
"""The `initialFontName` of every canvas: without it reportlab writes an unembedded Helvetica."""

_STAND_INS = {0x2010: "-", 0x2011: "-", 0x00AD: None, 0x200B: None, 0xFEFF: None}
_STAND_INS |= dict.fromkeys(
    (0x2002, 0x2003, 0x2005, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x0A, 0x0D, 0x09), " "
)
_STAND_INS |= {letter: unicodedata.normalize("NFKC", chr(letter)) for letter in range(0x1D400, 0x1D800)}
"""Dashes and blanks that no face has, and bold, slanted or broken letters of mathematics, by what is drawn for them."""

_NEVER_SHOWN = ("Cc", "Cf", "Cs")
_MARKS = ("Mn", "Mc", "Me")
_JOINERS = "\u200c\u200d"
"""They tell how letters of Arabic and of Indian scripts join; between others they say nothing."""

SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u0eff\u1000-\u109f\u135d-\u135f\u1780-\u17ff\u1ab0-\u1aff\u1cd0-\u1cff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f\ufb1d-\ufdff\ufe70-\ufefc]"
)
"""A character that is not drawn by itself: it joins with others, stands on them, or moves around them."""


@functools.cache
def font_of(name: str) -> GlyphFont:
    """The registered reportlab font of a face. KeyError for an unknown name, TypefaceMissingError without its file."""
    from reportlab.pdfbase.pdfmetrics import registerFont

    from proceedings.glyph_font import GlyphFont

    face = FACES[name]
    font = GlyphFont(name, str(_font_file(face)))
    if face.features:
        _apply_features(font, name, face.features)
    registerFont(font)
    return font


def text_runs(text: str, face: str) -> tuple[tuple[str, str], ...]:
    """Split `text` (NFC) into (reportlab font name, run), each run in the first face that has its characters.

    A character that no face has stays in the asked face, where it shows as an empty box; `missing_characters` names it.
    """
    text = normalised(text)
    if _has_all(face, text):
        return ((face, text),) if text else ()
    names = (_names_by_word if FACES[face].whole_words else _names_by_character)(text, face)
    return tuple(
        (name, "".join(character for _, character in run))
        for name, run in groupby(zip(names, text, strict=True), key=lambda pair: pair[0])
    )


def string_width(text: str, face: str, size: float) -> float:
    """Width in points of `text` in `face` at `size`, with fallback faces and without kerning."""
    return sum((font_of(name).stringWidth(run, size) for name, run in text_runs(text, face)), 0.0)


def needs_shaping(text: str) -> bool:
    """Whether a text holds characters that are not drawn one by one, from left to right."""
    return not text.isascii() and SHAPED.search(text) is not None


def missing_characters(text: str) -> set[str]:
    """The characters that no face can show, and the marks that no face can set on the letters they stand on."""
    missing: set[str] = set()
    for cluster in set(clusters(normalised(text))):
        if not _shown_by(cluster, "serif"):
            letters = _letters(_shown_by(cluster[0], "serif") or "serif")
            missing.update(sign for sign in cluster if ord(sign) not in letters and sign not in _JOINERS)
    return missing


def normalised(text: str, keep: Collection[str] = ()) -> str:
    """Composed (NFC), line breaks and odd spaces as spaces, invisible characters and soft hyphens dropped.

    Joiners stay in scripts that need them, and the invisible characters in `keep` do.
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    clean = composed.translate(_STAND_INS)
    if clean.isprintable():
        return clean
    kept = {*keep, *_JOINERS} if SHAPED.search(clean) else keep
    return "".join(sign for sign in clean if sign in kept or unicodedata.category(sign) not in _NEVER_SHOWN)


@functools.lru_cache(maxsize=20000)
def kerning(text: str, name: str) -> tuple[float, ...]:
    """For each character of `text`, all in the registered font `name`, what to add behind it, in 1/1000 em.

    Empty where there is nothing to add.
    """
    if name == "han" or len(text) < 2:
        return ()
    font = font_of(name)
    buffer = shaped(font.shaper, text, FACES[name].features)
    scale = 1000 / font.shaper.face.upem
    added = [0.0] * len(text)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        added[glyph.cluster] += place.x_advance * scale
    width = font.face.getCharWidth
    added = [round(advance - width(ord(c)), 2) for advance, c in zip(added, text, strict=True)]
    return tuple(added) if any(added) else ()


def clusters(text: str) -> Iterator[str]:
    """Characters, each with the marks and joiners behind it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not (text[end] in _JOINERS or unicodedata.category(text[end]) in _MARKS):
            yield text[start:end]
            start = end


def _names_by_character(text: str, face: str) -> Iterator[str]:
    name = face
    for cluster in clusters(text):
        # a space stays in the face of the word before it, so that one native name is one run
        name = name if cluster in (" ", "\u00a0") else _shown_by(cluster, face) or _shown_by(cluster[0], face) or face
        yield from [name] * len(cluster)


def _names_by_word(text: str, face: str) -> Iterator[str]:
    """One face a word: an upright letter in the middle of an italic word looks like a misprint."""
    for is_space, letters in groupby(text, key=str.isspace):
        word = "".join(letters)
        whole = next((name for name in (face, *FACES[face].fallback) if is_space or _has_all(name, word)), None)
        yield from [whole] * len(word) if whole else _names_by_character(word, face)


def _has_all(name: str, text: Iterable[str]) -> bool:
    own = _letters(name)
    return all(ord(character) in own for character in text)


@functools.cache
def _letters(name: str) -> frozenset[int]:
    """The characters of a face; what is drawn with it adds glyphs that stand for no character."""
    return frozenset(font_of(name).face.charToGlyph)


@functools.lru_cache(maxsize=4096)
def _shown_by(cluster: str, face: str) -> str | None:
    """The first face that has a character and all that stands on it."""
    signs = "".join(sign for sign in cluster if sign not in _JOINERS)
    scripts = [script.lower() for script, own in SCRIPTS.items() if re.match(f"[{own}]", cluster)]
    if "bold" in face:
        scripts = [bold for script in scripts if (bold := f"{script}-bold") in FACES] + scripts
    names = (face, *scripts, *LAST_RESORTS) if scripts else (face, *FACES[face].fallback, *LAST_RESORTS)
    return next((name for name in names if _has_all(name, signs)), None)


def _font_file(face: Face) -> Path:
    package = importlib.util.find_spec(face.package)
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder) / face.file
        if path.is_file():
            return path
    raise TypefaceMissingError(face.package, face.file)


def _apply_features(font: GlyphFont, name: str, features: tuple[str, ...]) -> None:
    """Let characters point at their variant glyphs, so that small capitals are still found as what they spell."""
    letters = font.face
    for code in [code for code in letters.charToGlyph if chr(code).isalnum() or chr(code) in "&-–—/()"]:
        buffer = shaped(font.shaper, chr(code), features)
        if len(buffer.glyph_infos) == 1:
            letters.charToGlyph[code] = buffer.glyph_infos[0].codepoint
            letters.charWidths[code] = buffer.glyph_positions[0].x_advance * 1000 / font.shaper.face.upem
    # reportlab takes two fonts of one PostScript name for the same font
    letters.name = letters.name + b"-" + name.rpartition("-")[2].encode()


def shaped(shaper: Font, text: str, features: tuple[str, ...]) -> Buffer:
    """Glyphs with kerning and the asked variants, without ligatures: one glyph a character keeps text searchable."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    wanted = {"kern": True, "liga": False, "clig": False} | dict.fromkeys(features, True)
    uharfbuzz.shape(shaper, buffer, wanted)
    return buffer
