"""Facts: what one pass over an author's PDF found, before anybody judges it."""

from __future__ import annotations

from typing import Literal

from proceedings.page_sizes import Size
from proceedings.records.record import Box, Record
from proceedings.records.repair import RepairedPaper

Condition = Literal["readable", "not-a-pdf", "damaged", "password", "encrypted"]
"""`encrypted`: opens, but is encrypted, as a rule to restrict its use, so that it is not stamped."""

MOST_LINES, LONGEST_LINE = 1000, 400
"""Lines of a page and characters of a line that are kept; a full page of two columns has some 130 lines."""


class TextLine(Record, array_like=True, gc=False):
    """A line of text of one column, as it is displayed; white space is one blank, a hyphen at its end is "-".

    `box` bounds the shapes of its characters, `baseline` is the y of the line they stand on (its x where the text is
    turned by 90 or 270). `size` (points as displayed) and `font` (PostScript name without subset prefix, empty if
    unnamed) are those of most of its characters. `turned` is the direction of reading in degrees anticlockwise:
    0 for upright text, 90 for text that climbs a margin. Accents drawn beside their letters are put on them where
    the boxes leave no doubt; elsewhere they stay, as in "M¨oller". Text that nobody sees counts like any other.
    """

    # Without `gc` the collector leaves lines alone, which never lead to themselves: a volume is read in a third of the
    # time.

    text: str = ""
    box: Box = (0.0, 0.0, 0.0, 0.0)
    baseline: float = 0.0
    size: float = 0.0
    font: str = ""
    turned: int = 0


class PageFacts(Record):
    """One page. Boxes are as displayed: crop applied, rotated, in user units, y downwards.

    `head_ink` and `foot_ink` are the boxes of separate ink runs (rows of ink with white between)
    in the top and bottom 13 % of the page, `body_ink` bounds the ink between these bands; `ink` bounds
    all ink of the page, None for a blank page. `ink_boxes` are its smallest parts with white around them: a text line
    of one column, a rule, a figure; in the order of a recursive cut, from top and left, at most 400. What stands
    beside each other is parted by 9 pt of white, below each other by any. Edges are right within 1.75 pt, those that
    may pass a text block (beyond the edges of the page's text, first and last on the page) within 0.2 as a rule.
    `rules` are its straight horizontal lines of an inch and more, `panels` areas at least 5 pt wide and 12 pt high that
    are filled throughout, whatever is printed on them: from the top, at most 100 of each. `lines` are its text in the
    order of drawing, at most `MOST_LINES`. `garbled_characters` have no Unicode value, `characters` counts all but
    white space. `balanced`: its content is known to close all that it opens and nothing else, so that more can be drawn
    behind it. Annotations are not ink.
    """

    number: int = 1
    width: float = 0.0
    height: float = 0.0
    rotate: int = 0
    user_unit: float = 1.0
    box_problem: str | None = None
    ink: Box | None = None
    head_ink: tuple[Box, ...] = ()
    foot_ink: tuple[Box, ...] = ()
    body_ink: Box | None = None
    ink_boxes: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()
    panels: tuple[Box, ...] = ()
    lines: tuple[TextLine, ...] = ()
    characters: int = 0
    garbled_characters: int = 0
    balanced: bool = False

    @property
    def size(self) -> Size:
        """Width and height."""
        return self.width, self.height

    @property
    def box(self) -> Box:
        """All of the page as displayed."""
        return 0.0, 0.0, self.width, self.height


class FontFacts(Record):
    """A font that a page really uses, reached through forms, patterns and annotations too.

    `kind` is the PDF subtype ("Type1", "TrueType", "Type3", "Type0" ...); `name` has no subset prefix and is
    empty for an unnamed Type 3 font. `unicode_map`: its characters have Unicode values, by a map or by encoding.
    `widths`: it says how wide its characters are, where it must.
    """

    name: str = ""
    kind: str = ""
    embedded: bool = True
    unicode_map: bool = True
    widths: bool = True
    pages: tuple[int, ...] = ()


class ImageFacts(Record):
    """A placed raster image; `dpi` is the smaller of its two resolutions as placed."""

    page: int = 1
    box: Box | None = None
    width: int = 0
    height: int = 0
    bits: int = 8
    dpi: float = 0.0


class AnnotationFacts(Record):
    """An annotation that is neither a link nor a form field."""

    page: int = 1
    kind: str = ""
    box: Box | None = None
    contents: str = ""


class ExtraFacts(Record):
    """What a file brings beside what its pages print: a piece of active content, an attached file, a form field.

    `name` is what it is called in messages; what lies on no page, and so has neither `page` nor `box`, says there when
    it acts: "JavaScript (when the file is opened)". What happens on turning to a page has no box.
    """

    name: str = ""
    page: int | None = None
    box: Box | None = None


class BrokenLink(Record):
    """An internal link whose target does not exist in the author's own file."""

    page: int = 1
    target: str = ""
    box: Box | None = None


class LinkFacts(Record):
    """Links of the paper: internal ones that resolve, external ones, and broken ones; bookmarks that are broken."""

    internal: int = 0
    external: int = 0
    broken: tuple[BrokenLink, ...] = ()
    broken_bookmarks: tuple[str, ...] = ()


class PaperFacts(Record):
    """Everything found in `papers/<id>.pdf`; `file` is its name where that has capitals behind the id.

    Unless `condition` is readable or encrypted, only the file's own facts are set.
    `pages` is empty where the file cannot be used; `problem` then says why in one clause without a full stop.
    A readable file with a `problem` was damaged and could be read without loss.
    An attached file or a form field is there once, with the place that shows it first; `signatures` counts the fields
    that hold a digital signature.
    `repaired`: what a repair was meant for; where it has a file, the facts are those of that file, while `sha256`,
    `bytes` and `problem` are those of the file as received.
    """

    paper: str = ""
    file: str = ""
    sha256: str = ""
    bytes: int = 0
    condition: Condition = "readable"
    problem: str | None = None
    pdf_version: str = ""
    pages: tuple[PageFacts, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    images: tuple[ImageFacts, ...] = ()
    annotations: tuple[AnnotationFacts, ...] = ()
    active: tuple[ExtraFacts, ...] = ()
    attachments: tuple[ExtraFacts, ...] = ()
    form_fields: tuple[ExtraFacts, ...] = ()
    signatures: int = 0
    xfa: bool = False
    links: LinkFacts = LinkFacts()
    bookmarks: int = 0
    destinations: int = 0
    tagged: bool = False
    document_info: dict[str, str] = {}
    repaired: RepairedPaper | None = None
