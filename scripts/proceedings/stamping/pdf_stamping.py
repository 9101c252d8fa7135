"""Stamping: from an author's PDF and a stamp order to the paper as it stands in the volume."""

from __future__ import annotations

import hashlib
import io
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Object, Pdf

from proceedings.pdf.pdf_actions import drop_document_actions
from proceedings.pdf.pdf_dictionaries import drop
from proceedings.pdf.pdf_geometry import inherited, page_geometry, shows_nothing
from proceedings.pdf.pdf_metadata import Description, LabelRange, write_description, write_page_labels
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.records.placement import PageStamp, StampOrder
from proceedings.stamping.pdf_destinations import LinkCount, page_top, rename_destinations
from proceedings.stamping.pdf_moved_tags import tag_moved_content
from proceedings.stamping.pdf_page_content import place_stamp
from proceedings.stamping.pdf_stamp_drawing import StampSheet, stamp_forms


class UnstampablePaperError(RuntimeError):
    """An author's file cannot be stamped, although inspection let it pass."""


class Stamped(NamedTuple):
    """A stamped paper: the bytes of its file, how many pages it has, and its links."""

    content: bytes
    pages: int
    links: LinkCount


def stamp_paper(order: StampOrder, path: Path) -> Stamped:
    """Stamp the author's file at `path`; the same order and file give the same bytes.

    UnstampablePaperError, with a sentence for people, where the file is not the one that was
    inspected, or cannot be opened, read or written.
    """
    author_file = _author_file(order, path)
    try:
        with Pdf.open(io.BytesIO(author_file)) as pdf:
            _check_against_order(order, pdf, path)
            return _stamped(order, pdf)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError) as error:
        # a PDF can be wrong in more ways than anyone can name, and one paper must not stop the others
        raise UnstampablePaperError(f"{path} cannot be stamped ({error}). Export the PDF again.") from error


def _stamped(order: StampOrder, pdf: Pdf) -> Stamped:
    _stamp_pages(order.pages, pdf)
    drop_document_actions(pdf)
    prefix = f"{order.namespace}/".encode()
    anchors = {f"paper.{order.paper}".encode(): page_top(pdf.pages[0].obj)}
    links = rename_destinations(pdf, lambda name: prefix + name, anchors)
    write_description(pdf, _description(order))
    write_page_labels(pdf, [_label_range(index, stamp) for index, stamp in enumerate(order.pages)])
    drop(pdf.Root, "/Perms")  # a certificate over bytes that have changed
    return Stamped(pdf_bytes(pdf), len(pdf.pages), links)


def _stamp_pages(stamps: tuple[PageStamp, ...], pdf: Pdf) -> None:
    for page in pdf.pages:
        if shows_nothing(page.obj):  # readers would show neither the paper nor its stamp
            page.obj.CropBox = page.mediabox
        if isinstance(turn := inherited(page.obj, "/Rotate"), Decimal):  # some readers take whole numbers only
            page.obj.Rotate = int(turn)
    geometries = [page_geometry(page.obj) for page in pdf.pages]
    sheets = [StampSheet(stamp, each.width, each.height) for stamp, each in zip(stamps, geometries, strict=True)]
    before = pdf.make_stream(b"q\n")
    moved: dict[tuple[int, int], Object] = {}
    for page, form, geometry, stamp in zip(pdf.pages, stamp_forms(pdf, sheets), geometries, stamps, strict=True):
        if form is not None:
            author_form = place_stamp(pdf, page, form, geometry.upright_matrix, before, balanced=stamp.balanced)
            if author_form is not None:
                moved[page.obj.objgen] = author_form
    if moved and "/StructTreeRoot" in pdf.Root:
        tag_moved_content(pdf, moved)


def _author_file(order: StampOrder, path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnstampablePaperError(
            f"{path} cannot be read ({error.strerror}). Put it back and build again."
        ) from error
    if order.sha256 and hashlib.sha256(content).hexdigest() != order.sha256:
        raise UnstampablePaperError(f"{path} was replaced while the volume was being built. Build again.")
    return content


def _check_against_order(order: StampOrder, pdf: Pdf, path: Path) -> None:
    if pdf.is_encrypted:
        raise UnstampablePaperError(
            f"{path} is encrypted. Export it without encryption, or allow `repair: {{decrypt: true}}`."
        )
    if len(pdf.pages) != len(order.pages) or not order.pages:
        raise UnstampablePaperError(
            f"{path} has {len(pdf.pages)} pages where {len(order.pages)} were counted. Export the PDF again."
        )


def _description(order: StampOrder) -> Description:
    return Description(
        title=order.title,
        authors=order.authors,
        subject=order.subject,
        keywords=order.keywords,
        rights=order.rights,
        doi=order.doi,
        date=order.date,
        language=order.language,
    )


def _label_range(index: int, stamp: PageStamp) -> LabelRange:
    """The page's printed number; a label that is no number counts from 1."""
    return LabelRange(index, int(stamp.label) if stamp.label.isdecimal() else index + 1)
