"""Fonts a page really uses: reached through forms, patterns, soft masks, Type 3 glyphs and annotation appearances.

A walk over the page's own resources misses what figures bring along, and a list of all font objects
holds fonts that nothing is set in. Fonts that would be a fault (not embedded, Type 3) are looked up in the
content streams, because many programs list a font, or choose it, without showing a word in it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from proceedings.inspection import pdf_content_scan
from proceedings.pdf.pdf_geometry import inherited
from proceedings.pdf.pdf_objects import PdfValue, entries, entry, identity, integer, items, text
from proceedings.records.facts import FontFacts

SUBSET_PREFIX = re.compile(r"^[A-Z]{6}\+")
MEANINGFUL_GLYPH = re.compile(r"/(?![gGcC]?\d+$|[gGaAcCfF][\dA-Fa-f]{1,4}$|glyph\d+$|cid\d+$|index\d+$)\S+")
"""Glyph names that say what they are; `g17`, `a0`, `C0012` and the like only count."""

RESOURCE_NAME = re.compile(r"[A-Za-z]{0,4}\d+")

INFLATED = 4
"""Times its length in the file that a stream of drawing has when it is decoded, about."""

CJK_ORDERINGS = ("Japan1", "GB1", "CNS1", "Korea1", "KR")
"""Character collections whose glyph numbers have public tables to Unicode."""


@dataclass
class Scope:
    """Resources together with the content that is drawn with them; forms without resources share their parent's."""

    resources: PdfValue
    contents: list[PdfValue] = field(default_factory=list)

    def shows(self, font: str) -> bool:
        """Whether some text is shown in the font of that resource name. True where the content cannot be read."""
        return any(font in shown for shown in self._shown)

    @functools.cached_property
    def _shown(self) -> list[frozenset[str]]:
        """The fonts shown in each content; read once, because a page may have dozens of Type 3 fonts."""
        return [_fonts_shown(content) for content in self.contents]


class _Everything(frozenset[str]):
    """Stands for the fonts of a stream too large to read: it contains every name."""

    def __contains__(self, _: object) -> bool:
        return True


def _fonts_shown(content: PdfValue) -> frozenset[str]:
    try:
        is_stream = isinstance(content, Stream)
        plain = pdf_content_scan.decoded(content) if is_stream else pdf_content_scan.page_content(content).drawn
    except pdf_content_scan.OversizedStreamError:
        return _Everything()
    found = pdf_content_scan.operators(plain)
    if found is None:
        found = pdf_content_scan.parsed_operators(content if is_stream else pikepdf.Page(content))
    return frozenset(pdf_content_scan.fonts_shown(found))


def fonts_of(scopes: Iterable[Scope], known: dict[tuple[int, int], FontFacts]) -> Iterator[FontFacts]:
    """Each font used in these scopes of one page, once per font object; `pages` is left empty.

    `known` holds the facts of font objects met on earlier pages, and is filled.
    """
    seen: set[tuple[int, int]] = set()
    for scope in scopes:
        for name, font in entries(entry(scope.resources, "/Font")):
            number = identity(font)
            if number in seen or not isinstance(font, Dictionary):
                continue
            facts = known.get(number) if number else None
            facts = facts or font_facts(font)
            if number:
                known[number] = facts
            if (facts.embedded and facts.kind != "Type3") or scope.shows(name.removeprefix("/")):
                if number:
                    seen.add(number)
                yield facts


def shows_images(scopes: Iterable[Scope]) -> bool:
    """Whether these scopes hold a raster image that is no mask."""
    return any(
        entry(picture, "/Subtype") == Name.Image and entry(picture, "/ImageMask") is not True
        for scope in scopes
        for _, picture in entries(entry(scope.resources, "/XObject"))
    )


def likely_bytes(scopes: Iterable[Scope]) -> int:
    """How much drawing the forms and patterns of these scopes hold, by the length that they have in the file."""
    streams = (stream for scope in scopes for stream in scope.contents if isinstance(stream, Stream))
    return INFLATED * sum(integer(entry(stream, "/Length")) for stream in streams)


def page_scopes(page: PdfValue) -> Iterator[Scope]:
    """All resources that drawing a page needs, each with its contents; shared objects once, so that cycles end."""
    first = Scope(inherited(page, "/Resources"), [page])
    waiting, seen = [first, *_appearance_scopes(page)], set()
    while waiting:
        scope = waiting.pop()
        for stream in list(_streams_of(scope.resources)):
            number = identity(stream)
            if number in seen:
                continue
            seen.add(number)
            own = entry(stream, "/Resources")
            if own is None:
                scope.contents.append(stream)
            else:
                waiting.append(Scope(own, [stream]))
        waiting.extend(_type3_scopes(scope.resources, seen))
        yield scope


def _streams_of(resources: PdfValue) -> Iterator[PdfValue]:
    """Forms, tiling patterns and soft-mask groups of a resource dictionary."""
    for _, form in entries(entry(resources, "/XObject")):
        if isinstance(form, Stream) and entry(form, "/Subtype") == Name.Form:
            yield form
    for _, pattern in entries(entry(resources, "/Pattern")):
        if isinstance(pattern, Stream):
            yield pattern
    for _, state in entries(entry(resources, "/ExtGState")):
        group = entry(entry(state, "/SMask"), "/G")
        if isinstance(group, Stream):
            yield group


def _type3_scopes(resources: PdfValue, seen: set[PdfValue]) -> Iterator[Scope]:
    """The glyph procedures of Type 3 fonts, which may use fonts themselves."""
    for _, font in entries(entry(resources, "/Font")):
        own = entry(font, "/Resources")
        if entry(font, "/Subtype") == Name.Type3 and entry(own, "/Font") is not None and identity(font) not in seen:
            seen.add(identity(font))
            glyphs = [glyph for _, glyph in entries(entry(font, "/CharProcs")) if isinstance(glyph, Stream)]
            yield Scope(own, glyphs)


def _appearance_scopes(page: PdfValue) -> Iterator[Scope]:
    for annotation in items(entry(page, "/Annots")):
        normal = entry(entry(annotation, "/AP"), "/N")
        for stream in [normal] if isinstance(normal, Stream) else [state for _, state in entries(normal)]:
            if isinstance(stream, Stream):
                yield Scope(entry(stream, "/Resources"), [stream])


def font_facts(font: PdfValue) -> FontFacts:
    """Name, kind, embedding, Unicode map and widths of one font dictionary."""
    kind = text(entry(font, "/Subtype"))
    inner = next(items(entry(font, "/DescendantFonts")), None) if kind == "Type0" else font
    descriptor = entry(inner, "/FontDescriptor")
    name = text(entry(font, "/BaseFont") or entry(descriptor, "/FontName")) or _type3_name(font)
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    embedded = kind == "Type3" or any(isinstance(entry(descriptor, key), Stream) for key in files)
    return FontFacts(
        name=without_subset_prefix(name),
        kind=kind,
        embedded=embedded,
        unicode_map=_has_unicode(font, inner, descriptor, kind),
        # The fonts that need not be embedded have widths that everybody knows, composite ones have a default.
        widths=not embedded or kind == "Type0" or isinstance(entry(font, "/Widths"), Array),
    )


def without_subset_prefix(name: str) -> str:
    """`CMR10` for `ABCDEF+CMR10`."""
    return SUBSET_PREFIX.sub("", name)


def lacking_widths(fonts: Iterable[FontFacts]) -> str | None:
    """What is wrong where a font does not say how wide its characters are, in one clause."""
    font = next((font for font in fonts if not font.widths), None)
    if font is None:
        return None
    return f"the font {font.name or 'of some of its text'} has no widths, so that programs set its lines differently"


def _type3_name(font: PdfValue) -> str:
    """The /Name that matplotlib gives its fonts; pdfTeX's is only the name of the resource, F176."""
    name = text(entry(font, "/Name"))
    return "" if RESOURCE_NAME.fullmatch(name) else name


def _has_unicode(font: PdfValue, inner: PdfValue, descriptor: PdfValue, kind: str) -> bool:
    """Whether characters have Unicode values: by map, by encoding or by glyph names."""
    if entry(font, "/ToUnicode") is not None:
        return True
    encoding = entry(font, "/Encoding")
    if kind == "Type0":
        ordering = text(entry(entry(inner, "/CIDSystemInfo"), "/Ordering"))
        return ordering in CJK_ORDERINGS
    names = [each for each in items(entry(encoding, "/Differences")) if isinstance(each, Name)]
    if names:
        return sum(MEANINGFUL_GLYPH.fullmatch(bytes(each).decode("latin-1")) is not None for each in names) * 2 >= len(
            names
        )
    if kind == "Type3":
        return False
    symbolic = bool(integer(entry(descriptor, "/Flags")) & 4)
    return kind != "TrueType" or encoding is not None or not symbolic
