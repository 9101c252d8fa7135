"""Facts: what one pass over an author's PDF found, before anybody judges it."""

from __future__ import annotations

from typing import Literal

from proceedings.records.record import Box, Record

Condition = Literal["readable", "not-a-pdf", "damaged", "password", "encrypted"]
"""`encrypted`: opens, but carries owner restrictions (stamped only where `repair.decrypt` allows)."""


class PageFacts(Record):
    """One page. Boxes are as displayed: crop applied, rotated, in user units, y downwards.

    `head_ink` and `foot_ink` are the boxes of separate ink runs (rows of ink with white between)
    in the top and bottom 13 % of the page, `body_ink` bounds the ink between these bands; `ink` bounds
    all ink of the page, None for a blank page. `garbled_characters` have no Unicode value, `characters`
    counts all but white space. Annotations are not ink.
    """

    number: int = 1
    width: float = 0.0
    height: float = 0.0
    media_box: Box | None = None
    crop_box: Box | None = None
    rotate: int = 0
    user_unit: float = 1.0
    box_problem: str | None = None
    ink: Box | None = None
    head_ink: tuple[Box, ...] = ()
    foot_ink: tuple[Box, ...] = ()
    body_ink: Box | None = None
    characters: int = 0
    garbled_characters: int = 0
    excess_restores: bool = False


class FontFacts(Record):
    """A font that a page really uses, reached through forms, patterns and annotations too.

    `kind` is the PDF subtype ("Type1", "TrueType", "Type3", "Type0" ...); `name` has no subset prefix and is
    empty for an unnamed Type 3 font. `unicode_map`: its characters have Unicode values, by a map or by encoding.
    """

    name: str = ""
    kind: str = ""
    embedded: bool = True
    subset: bool = False
    unicode_map: bool = True
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


class BrokenLink(Record):
    """An internal link whose target does not exist in the author's own file."""

    page: int = 1
    target: str = ""


class LinkFacts(Record):
    """Links of the paper: internal ones that resolve, external ones, and broken ones."""

    internal: int = 0
    external: int = 0
    broken: tuple[BrokenLink, ...] = ()


class PaperFacts(Record):
    """Everything found in `papers/<id>.pdf`.

    Unless `condition` is readable or encrypted, only the file's own facts are set.
    `pages` is empty where the file cannot be used; `problem` then says why in one clause without a full stop.
    A readable file with a `problem` was damaged and could be read without loss.
    `active` names each piece of active content and where it sits.
    """

    paper: str = ""
    sha256: str = ""
    bytes: int = 0
    condition: Condition = "readable"
    problem: str | None = None
    pdf_version: str = ""
    pages: tuple[PageFacts, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    images: tuple[ImageFacts, ...] = ()
    annotations: tuple[AnnotationFacts, ...] = ()
    active: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    form_fields: int = 0
    xfa: bool = False
    links: LinkFacts = LinkFacts()
    bookmarks: int = 0
    destinations: int = 0
    tagged: bool = False
    document_info: dict[str, str] = {}
    first_page_lines: tuple[str, ...] = ()
