"""Text of a page, line by line.

PDFium begins a new line where the baseline changes, but joins a word divided at a line end with its rest, and what
stands in two columns or in the margin on one baseline. Both are taken apart here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from proceedings.boxes import bounds, lies_within, white_between
from proceedings.inspection.accents import ACCENT, Character, composed
from proceedings.inspection.pdf_text_page import Style, TextPage, finite
from proceedings.pdf.pdf_objects import printable
from proceedings.records.facts import LONGEST_LINE, MOST_LINES, TextLine
from proceedings.records.record import Box

LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
"""A line of PDFium's text; U+0002 and U+FFFE stand for the hyphen where a word was divided, with no line end behind."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
HYPHEN = re.compile("[\x02\ufffe]")
NUMBER_AT_AN_END = re.compile(r"\d{1,4} |.* \d{1,4}$")
HEADING_NUMBER = re.compile(r"(\d{1,2}(\.\d{1,2})*|[A-Z](\.\d{1,2})*|[IVX]{1,5})[.:)]?")

COLUMN_GAP, COLUMN_GAP_EM = 9.0, 0.9
"""White on one baseline, in points and in type sizes, from which two columns are taken to be joined in a line."""

MARGIN_GAP = 4.0
"""White between a line number and words in another type; a footnote's own number stands closer."""

STRETCH, FARTHEST_STRETCH_EM = 2.5, 3.5
"""White between columns is so much wider than the line's word spaces; beyond that many type sizes none is stretched."""

HEADING_GAP_EM = 2.3
"""White between the number of a heading and its words, at the most."""

WIDE_LINE, LOOSE_EM = 0.5, 0.6
"""A line is worth a look between its words if it is so wide, as a share of the page or in type sizes a character."""

SAMPLES = (0.5, 0.25, 0.75, 0.0, 1.0)
"""Where in a line its style is looked at, the middle first."""


class Line(NamedTuple):
    """A line of PDFium's text: where its words start and end, what of it PDFium bounds as one, and all of it.

    A piece is the part of a text object in the line, so that a line of one piece has one style.
    """

    start: int
    end: int
    pieces: list[Box]
    box: Box


class LineReader:
    """Reads the lines of one text page."""

    def __init__(self, page: TextPage) -> None:
        """Nothing is read before it is asked for."""
        self.page, self.words = page, page.words
        self._styles: dict[tuple[int, int], tuple[Style, int]] = {}

    def lines(self) -> Iterator[TextLine]:
        """The lines of the page in the order of its text, those of two columns taken apart; at most `MOST_LINES`."""
        found = list(islice(self._all_lines(), MOST_LINES))
        strays = self._stray_accents(found)
        accents = defaultdict(list)
        for at, host in strays.items():
            accents[host].append(found[at].start)
        for at, line in enumerate(found):
            if at not in strays and (text_line := self._text_line(line, accents.get(at, []))):
                yield text_line

    def _all_lines(self) -> Iterator[Line]:
        for match in LINE.finditer(self.words):
            if line := self._line(*match.span()):
                yield from self._columns(line)

    def _line(self, start: int, end: int) -> Line | None:
        """The line of these words without white space at its ends; None where nothing of it has a place on the page."""
        words = self.words[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        pieces = self.page.pieces(start, end) if start < end else []
        return Line(start, end, pieces, bounds(pieces)) if pieces else None

    def _stray_accents(self, found: list[Line]) -> dict[int, int]:
        """Lines of nothing but an accent, raised over a capital letter, and the line that has the letter."""
        strays = {}
        for at, line in enumerate(found):
            if line.end - line.start == 1 and ACCENT.match(self.words, line.start):
                near = (near for near in (at - 1, at + 1) if 0 <= near < len(found))
                host = next((near for near in near if _stands_over(line.box, found[near].box)), None)
                if host is not None:
                    strays[at] = host
        return strays

    def _text_line(self, line: Line, accents: list[int]) -> TextLine | None:
        style, sample = self._style(line)
        text = self._readable(line, style, accents)
        if not text:
            return None
        x, y = self.page.origin(sample)
        x0, y0, x1, y1 = map(finite, line.box)
        baseline = x if style.turned % 180 == 90 else y
        size, font, turned = style
        return TextLine(text=text, box=(x0, y0, x1, y1), baseline=baseline, size=size, font=font, turned=turned)

    def _readable(self, line: Line, style: Style, accents: list[int]) -> str:
        end = min(line.end, line.start + LONGEST_LINE)
        words = self.words[line.start : end]
        if style.turned == 0 and (accents or ACCENT.search(words)):
            places = [*range(line.start, end), *accents]
            words = composed([Character(self.words[at], self.page.box(at)) for at in places], style.size)
        return readable(words)

    def _columns(self, line: Line) -> list[Line]:
        """The parts of a line that stand in columns of their own."""
        cuts = self._cuts(line) if line.end - line.start <= LONGEST_LINE else []
        if not cuts:
            return [line]
        parts = (self._line(*part) for part in pairwise([line.start, *cuts, line.end]))
        return [part for part in parts if part]

    def _cuts(self, line: Line) -> list[int]:
        """Positions of the spaces at which columns part."""
        style, _ = self._style(line)
        if not self._may_be_joined(line, style.size) or RIGHT_TO_LEFT.search(self.words, line.start, line.end):
            return []  # PDFium writes what reads from the right in an order of its own
        gaps = [(at, self._gap(at)) for at in range(line.start + 1, line.end - 1) if self.words[at] == " "]
        if not gaps:
            return []
        cuts = {at for at, gap in (gaps[0], gaps[-1]) if gap > MARGIN_GAP and self._beside_number(line, at, style)}
        rest = [(at, gap) for at, gap in gaps if at not in cuts]
        stretched = min(STRETCH * _word_space(rest), FARTHEST_STRETCH_EM * style.size)
        wide = [(at, gap) for at, gap in rest if gap > max(COLUMN_GAP, COLUMN_GAP_EM * style.size, stretched)]
        if wide and wide[0][1] < HEADING_GAP_EM * style.size and self._starts_with_heading_number(line, wide[0][0]):
            wide.pop(0)
        return sorted(cuts.union(at for at, _ in wide))

    def _beside_number(self, line: Line, space: int, style: Style) -> bool:
        """Whether a space parts a number at an end of the line from words in another type, as line numbers are set."""
        for start, end in ((line.start, space), (space + 1, line.end)):
            if end - start <= 4 and self.words[start:end].isdigit() and self.page.style(start) != style:
                return True
        return False

    def _may_be_joined(self, line: Line, size: float) -> bool:
        """Whether it is worth looking: it is wide, for its words too, ends in a number, or its pieces stand apart."""
        words = self.words[line.start : line.end]
        if " " not in words:
            return False
        x0, y0, x1, y1 = line.box
        if x1 - x0 > WIDE_LINE * self.page.geometry.width or y1 - y0 > WIDE_LINE * self.page.geometry.height:
            return True
        if max(x1 - x0, y1 - y0) > LOOSE_EM * size * len(words) or NUMBER_AT_AN_END.match(words):
            return True
        return any(white_between(one, other) > COLUMN_GAP for one, other in pairwise(line.pieces))

    def _starts_with_heading_number(self, line: Line, space: int) -> bool:
        """Whether a line begins with the number of a heading, set like its words."""
        number, words = self._line(line.start, space), self._line(space, line.end)
        if not number or not words or not HEADING_NUMBER.fullmatch(self.words, number.start, number.end):
            return False
        return self._style(number)[0] == self._style(words)[0]

    def _gap(self, space: int) -> float:
        """White in points between the characters beside a space; 0 where PDFium cannot say."""
        before, after = self.page.box(space - 1), self.page.box(space + 1)
        return white_between(before, after) if before and after else 0.0

    def _style(self, line: Line) -> tuple[Style, int]:
        """The commonest style among a few characters of a line, and where one of them is."""
        known = self._styles.get((line.start, line.end))
        if known is None:
            known = self._styles[line.start, line.end] = self._style_read(line)
        return known

    def _style_read(self, line: Line) -> tuple[Style, int]:
        found: dict[Style, list[int]] = {}
        for share in SAMPLES if len(line.pieces) > 1 else SAMPLES[:1]:
            at = line.start + int(share * (line.end - 1 - line.start))
            place = at - 1 if self.words[at].isspace() else at
            found.setdefault(self.page.style(place), []).append(place)
        style = max(found, key=lambda each: len(found[each])) if len(found) > 1 else next(iter(found))
        return style, found[style][0]


def readable(words: str) -> str:
    """A line with its hyphen as "-", one blank for white space, and marks composed with their letters."""
    if not words.isascii():
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = printable(HYPHEN.sub("-", words))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _word_space(gaps: list[tuple[int, float]]) -> float:
    """What the line has for a word space: one of its narrower gaps; 0 where it has one gap alone."""
    widths = sorted(gap for _, gap in gaps if gap > 0)
    return widths[(len(widths) - 1) // 3] if len(widths) > 1 else 0.0


def _stands_over(accent: Box, line: Box) -> bool:
    """Whether an accent is where those of capital letters are: within a line or its own height above."""
    x0, y0, x1, y1 = line
    return lies_within(accent, (x0, y0 - (y1 - y0), x1, y1))
