"""The front of a paper: its title, the lines of its authors, and where the abstract begins, as page 1 shows them.

The title is what is set largest in the upper half of the page, journal names and logos apart; the authors stand
between it and the abstract. Where nothing is set larger than the text, no front can be read, and none is made up.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

import msgspec

from proceedings.boxes import bounds
from proceedings.folding import folded
from proceedings.reading.body_text import is_of_size, usual_size
from proceedings.reading.sections import run_in_name, section_words
from proceedings.reading.typefaces import is_bold
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.record import Record

UPPER_PART = 0.5
"""The title begins in this share of the page's height."""

SAME_SIZE = 0.9
"""Lines of one title may be this much smaller than the largest: small capitals, a line squeezed to fit."""

LARGER_THAN_TEXT = 1.08
"""So much larger than the text of the page a title is, at least; below this, it must be bold."""

TITLE_LEADING = 2.0
"""Baselines of one title are at most so many type sizes apart."""

SAME_ROW = 0.45
"""What stands less than this share of a type size higher or lower is of the same row: superscripts, small capitals."""

FEWEST_LETTERS = 4
"""What is shorter is an initial or a page number; titles of one short word are not recognised."""

MOST_AUTHOR_LINES = 250
"""A collaboration of a thousand people has as many; beyond, it is no list of authors."""

LETTERS_OF_BANNER = 200
"""So many letters above a bold title are more than a journal's name. Any number from 20 to 1,000 parts the banners of
real papers from their text.
"""

TEXT_LINES, TEXT_LINE, TEXT_LEADING = 4, 40, 1.6
"""So many lines, each of more letters than a name with its institution mostly has, and closer than so many sizes.

It tells only where no heading does; with 3 or 5 lines the authors of two of 318 real files would end elsewhere, with 20
to 60 letters those of one.
"""

WORD_SPACE = 0.15
"""Less white than this share of the type size is no space between words."""

BANNER = re.compile(
    r"(proceedings of|procedia|journal of|lecture notes in|transactions on|ceur workshop|international journal|arxiv:|"
    r"doi:|https?:|www\.|issn|isbn|vol(ume|\.) ?\d|available online|contents lists|research article|short paper$|"
    r"full paper$|original (article|paper)|preprint)",
    re.IGNORECASE,
)
"""How the largest type of a page begins where it names the series instead of the paper."""

BEHIND_AUTHORS = ("abstract", "keywords", "ccs-concepts", "introduction", "background")
"""What stands first behind the authors; structured abstracts begin with their background."""

_NUMBER = re.compile(r"^\W*(?:\d{1,2}[.)]?\s*|[IVX]{1,4}[.)]?\s+)")
_HYPHEN_FOR_DASH = re.compile(r"^\W*(\w+(?: \w+)?)-(?=[^\W\d_])")


class FrontPage(Record):
    """Title and authors as page 1 shows them. Lines are in reading order.

    `author_lines` is all that stands between title and abstract: names, affiliations, addresses. `abstract_line`
    is the line that begins the abstract, or the first section where there is none; None if neither was found, and
    `author_lines` then ends where the running text seems to begin.
    """

    title: str = ""
    title_lines: tuple[TextLine, ...] = ()
    author_lines: tuple[TextLine, ...] = ()
    abstract_line: TextLine | None = None


def front_page(pages: Sequence[PageFacts]) -> FrontPage | None:
    """The front of the paper; None where page 1 shows no title that can be told from its text."""
    if not pages:
        return None
    page = pages[0]
    upright = [line for line in page.lines if line.turned == 0 and line.text.strip()]
    title_lines = _title_lines(upright, page, usual_size([page]))
    if not title_lines:
        return None
    bottom = max(line.baseline for line in title_lines)
    below = [line for line in upright if line.baseline > bottom and line not in title_lines]
    abstract = min((line for line in below if begins_abstract(line.text)), key=lambda line: line.baseline, default=None)
    end = abstract.baseline - abstract.size / 2 if abstract else _text_begins(below, page)
    return FrontPage(
        title=joined_lines(line.text for line in title_lines),
        title_lines=tuple(title_lines),
        author_lines=tuple(_whole_lines(line for line in below if line.baseline < end)[:MOST_AUTHOR_LINES]),
        abstract_line=abstract,
    )


def begins_abstract(text: str) -> bool:
    """Whether a line is the heading of the abstract, the keywords or the first section, or begins with one.

    In text a hyphen may stand for the dash, as in `Abstract-We`.
    """
    joined = _HYPHEN_FOR_DASH.match(text)
    return _names_what_follows(text) or (joined is not None and folded(joined[1]) in _headings())


def _names_what_follows(text: str) -> bool:
    words = _NUMBER.sub("", text)
    return any(folded(name) in _headings() for name in (text, words, run_in_name(text), run_in_name(words)))


@functools.cache
def _headings() -> frozenset[str]:
    return frozenset(folded(name) for section in BEHIND_AUTHORS for name in section_words(section).headings)


def joined_lines(texts: Iterable[str]) -> str:
    """Lines of a title as one, without the footnote mark at its end; a hyphen at a line end stays, whoever set it."""
    joined = ""
    for text in texts:
        joined = f"{joined}{text}" if joined.endswith("-") else f"{joined} {text}"
    return " ".join(joined.split()).rstrip(" *∗⋆†‡§¶")


def _title_lines(lines: Sequence[TextLine], page: PageFacts, usual: float) -> list[TextLine]:
    """The lines of the title in reading order; none where none stands out from text of the `usual` size."""
    upper = [
        line for line in lines if line.box[1] < UPPER_PART * page.height and len(folded(line.text)) >= FEWEST_LETTERS
    ]
    for size in sorted({round(line.size, 1) for line in upper}, reverse=True):
        if size < LARGER_THAN_TEXT * usual:
            break
        for block in _blocks([line for line in upper if SAME_SIZE * size <= line.size <= size + 0.06]):
            if _may_be_title(block):
                return _with_fragments(_with_short_lines(block, lines), lines)
    bold = [line for line in upper if is_bold(line.font) and line.size >= SAME_SIZE * usual]
    first = next((block for block in _blocks(bold) if _may_be_title(block)), [])
    return _with_fragments(first, lines) if first and _stands_first(first, lines) else []


def _blocks(lines: Iterable[TextLine]) -> list[list[TextLine]]:
    """Lines that follow one another closely, all of them bold or none, from the top of the page."""
    blocks: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda each: (each.baseline, each.box[0])):
        above = blocks[-1][-1] if blocks else line
        step = line.baseline - above.baseline
        same_row = step < SAME_ROW * line.size
        if blocks and step <= TITLE_LEADING * line.size and (same_row or is_bold(line.font) == is_bold(above.font)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _may_be_title(block: Sequence[TextLine]) -> bool:
    """Whether the words of a block can be a paper's title: not a journal's name, a heading or a number."""
    text = joined_lines(line.text for line in block)
    return not BANNER.match(text) and not _names_what_follows(text) and not folded(text).isdigit()


def _with_short_lines(block: Sequence[TextLine], lines: Iterable[TextLine]) -> list[TextLine]:
    """The block with the one line before and behind it that is too short to be told from an initial: `A`, `II`."""
    first, last = block[0], block[-1]
    short = [
        each for each in lines if each not in block and each.font == first.font and abs(each.size - first.size) < 0.1
    ]
    reach = TITLE_LEADING * first.size
    before = [each for each in short if first.size / 2 < first.baseline - each.baseline <= reach][-1:]
    behind = [each for each in short if last.size / 2 < each.baseline - last.baseline <= reach][:1]
    return [*before, *block, *behind]


def _with_fragments(block: Sequence[TextLine], lines: Iterable[TextLine]) -> list[TextLine]:
    """The block with what stands on its lines in another size: mathematics, small capitals; in reading order."""
    rows = [[line] for line in block]
    for line in lines:
        if line in block:
            continue
        for row in rows:
            if abs(line.baseline - row[0].baseline) < SAME_ROW * row[0].size and _touches(line, row):
                row.append(line)
                break
    baselines = sorted(rows, key=lambda row: (round(row[0].baseline), row[0].box[0]))
    return [line for row in baselines for line in sorted(row, key=lambda each: each.box[0])]


def _touches(line: TextLine, row: Sequence[TextLine]) -> bool:
    """Whether a line begins or ends within one type size of a row's parts."""
    reach = row[0].size
    return any(line.box[0] < each.box[2] + reach and line.box[2] > each.box[0] - reach for each in row)


def _stands_first(block: Sequence[TextLine], lines: Iterable[TextLine]) -> bool:
    """Whether no more than a banner stands above the block."""
    top = min(line.box[1] for line in block)
    return sum(len(line.text) for line in lines if line.box[3] < top) < LETTERS_OF_BANNER


def _whole_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    """The lines with those rejoined that were parted inside a word, as it happens at accents drawn beside letters."""
    whole: list[TextLine] = []
    for line in lines:
        before = whole[-1] if whole else TextLine()
        gap = line.box[0] - before.box[2]
        if whole and abs(line.baseline - before.baseline) < 1.0 and abs(gap) < WORD_SPACE * line.size:
            box = bounds([before.box, line.box])
            whole[-1] = msgspec.structs.replace(before, text=before.text + line.text, box=box)
        else:
            whole.append(line)
    return whole


def _text_begins(below: Sequence[TextLine], page: PageFacts) -> float:
    """The y at which running text seems to begin: several long lines of one size, close below each other."""
    run: list[TextLine] = []
    for line in sorted(below, key=lambda each: each.baseline):
        long = len(line.text) > TEXT_LINE and "@" not in line.text
        close = run and line.baseline - run[-1].baseline < TEXT_LEADING * line.size
        run = [*run, line] if long and close and is_of_size(line, run[-1].size) else [line] if long else []
        if len(run) == TEXT_LINES:
            return run[0].baseline - run[0].size / 2
    return UPPER_PART * page.height
