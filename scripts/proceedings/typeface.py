"""The faces that everything Bindery sets is set in, and which of them can show a text.

Source Serif Pro and Source Sans Pro (SIL OFL 1.1) carry Latin with Vietnamese, Greek and Cyrillic;
WenQuanYi Micro Hei (Apache 2.0) carries 20,932 Han characters, kana and all Hangul syllables. All come as
dependencies and hold TrueType outlines, so reportlab embeds subsets of them.
"""

from __future__ import annotations

import functools
import importlib.util
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont
    from uharfbuzz import Buffer, Font


class TypefaceMissingError(RuntimeError):
    """A font package that requirements.txt names is not installed."""

    def __init__(self, package: str, file: str) -> None:
        """`package` is the import name of the font package, `file` the font's path in it."""
        super().__init__(
            f"The font {file} of the Python package {package} is not there. Run: pip install -r requirements.txt"
        )


class Face(NamedTuple):
    """A font file of a package, the OpenType features applied to it, and the faces that stand in for it."""

    package: str
    file: str
    fallback: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    whole_words: bool = False


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

FIRST_FACE = "serif"
"""The `initialFontName` of every canvas: without it reportlab writes an unembedded Helvetica."""

_STAND_INS = {0x2010: "-", 0x2011: "-", 0x00AD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0xFEFF: None}
_STAND_INS |= dict.fromkeys(
    (0x2002, 0x2003, 0x2005, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x0A, 0x0D, 0x09), " "
)
_NEVER_SHOWN = ("Cc", "Cf", "Cs")


@functools.cache
def font_of(name: str) -> TTFont:
    """The registered reportlab font of a face. KeyError for an unknown name, TypefaceMissingError without its file."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    face = FACES[name]
    # asciiReadable would embed all of ASCII into every subset
    font = TTFont(name, str(_font_file(face)), asciiReadable=False, shapable=False)
    if face.features:
        _apply_features(font, name, face.features)
    registerFont(font)
    return font


def text_runs(text: str, face: str) -> tuple[tuple[str, str], ...]:
    """Split `text` (NFC) into (reportlab font name, run), each run in the first face that has its characters.

    A character that no face has stays in the asked face, where it shows as an empty box; `missing_characters` names it.
    """
    text = normalised(text)
    own = font_of(face).face.charToGlyph
    if all(ord(character) in own for character in text):
        return ((face, text),) if text else ()
    names = (_names_by_word if FACES[face].whole_words else _names_by_character)(text, face)
    return tuple(
        (name, "".join(character for _, character in run))
        for name, run in groupby(zip(names, text, strict=True), key=lambda pair: pair[0])
    )


def string_width(text: str, face: str, size: float) -> float:
    """Width in points of `text` in `face` at `size`, with fallback faces and without kerning."""
    return sum((font_of(name).stringWidth(run, size) for name, run in text_runs(text, face)), 0.0)


def missing_characters(text: str) -> set[str]:
    """The characters that no face can show (surrogates, Arabic, Hebrew, Devanagari, ...)."""
    return {character for character in normalised(text) if not _shown_by(character, "serif")}


def normalised(text: str) -> str:
    """Composed (NFC), line breaks and odd spaces as spaces, invisible characters and soft hyphens dropped."""
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    clean = composed.translate(_STAND_INS)
    return clean if clean.isprintable() else "".join(c for c in clean if unicodedata.category(c) not in _NEVER_SHOWN)


@functools.lru_cache(maxsize=20000)
def kerning(text: str, name: str) -> tuple[float, ...]:
    """For each character of `text`, all in the registered font `name`, what to add behind it, in 1/1000 em.

    Empty where there is nothing to add.
    """
    if name == "han" or len(text) < 2:
        return ()
    font, shaper = font_of(name), _shaper(name)
    buffer = _shaped(shaper, text, FACES[name].features)
    scale = 1000 / shaper.face.upem
    added = [0.0] * len(text)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        added[glyph.cluster] += place.x_advance * scale
    width = font.face.getCharWidth
    added = [round(advance - width(ord(c)), 2) for advance, c in zip(added, text, strict=True)]
    return tuple(added) if any(added) else ()


def _names_by_character(text: str, face: str) -> Iterator[str]:
    name = face
    for character in text:
        # a space stays in the face of the word before it, so that one native name is one run
        name = name if character == " " else _shown_by(character, face) or face
        yield name


def _names_by_word(text: str, face: str) -> Iterator[str]:
    """One face a word: an upright letter in the middle of an italic word looks like a misprint."""
    for is_space, letters in groupby(text, key=str.isspace):
        word = list(letters)
        whole = next((name for name in (face, *FACES[face].fallback) if is_space or _has_all(name, word)), None)
        yield from [whole] * len(word) if whole else _names_by_character("".join(word), face)


def _has_all(name: str, word: list[str]) -> bool:
    own = font_of(name).face.charToGlyph
    return all(ord(character) in own for character in word)


@functools.lru_cache(maxsize=4096)
def _shown_by(character: str, face: str) -> str | None:
    for name in (face, *FACES[face].fallback):
        if ord(character) <= 0xFFFF and ord(character) in font_of(name).face.charToGlyph:
            return name
    return None


def _font_file(face: Face) -> Path:
    package = importlib.util.find_spec(face.package)
    for folder in (package.submodule_search_locations or ()) if package else ():
        path = Path(folder) / face.file
        if path.is_file():
            return path
    raise TypefaceMissingError(face.package, face.file)


def _apply_features(font: TTFont, name: str, features: tuple[str, ...]) -> None:
    """Let characters point at their variant glyphs, so that small capitals are still found as what they spell."""
    letters, shaper = font.face, _shaper_of(font)
    for code in [code for code in letters.charToGlyph if chr(code).isalnum() or chr(code) in "&-–—/()"]:
        buffer = _shaped(shaper, chr(code), features)
        if len(buffer.glyph_infos) == 1:
            letters.charToGlyph[code] = buffer.glyph_infos[0].codepoint
            letters.charWidths[code] = buffer.glyph_positions[0].x_advance * 1000 / shaper.face.upem
    # reportlab takes two fonts of one PostScript name for the same font
    letters.name = letters.name + b"-" + name.rpartition("-")[2].encode()


@functools.cache
def _shaper(name: str) -> Font:
    return _shaper_of(font_of(name))


def _shaper_of(font: TTFont) -> Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font.face._ttf_data)))


def _shaped(shaper: Font, text: str, features: tuple[str, ...]) -> Buffer:
    """Glyphs with kerning and the asked variants, without ligatures: one glyph a character keeps text searchable."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    wanted = {"kern": True, "liga": False, "clig": False} | dict.fromkeys(features, True)
    uharfbuzz.shape(shaper, buffer, wanted)
    return buffer
