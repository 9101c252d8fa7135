"""The front matter as a file of its own, whose contents lead to the files of the papers beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from proceedings.pdf.pdf_objects import PdfValue
from proceedings.pdf.pdf_saving import pdf_bytes
from proceedings.pdf.pdf_targets import PageNumbers, link_target, name_bytes

PAPER = b"paper."
"""What the destination of a paper's first page begins with."""

OF_THE_WHOLE = (
    "/Outlines",
    "/Names",
    "/Dests",
    "/OpenAction",
    "/StructTreeRoot",
    "/MarkInfo",
    "/PageMode",
    "/AcroForm",
)
"""What the catalogue says of all pages and is not true of the first few."""


def front_alone(volume: Path, first_label: str, files: Mapping[str, str]) -> bytes | None:
    """The pages before the one with this label; None where there are none.

    `files` has the file of each paper by its id. A link to a paper opens its file in the same folder, one within the
    front matter stays, and one to any other page of the volume is gone, since its page is.
    """
    with Pdf.open(volume) as pdf:
        labels = [str(page.label) for page in pdf.pages]
        count = labels.index(first_label) if first_label in labels else 0
        if not count:
            return None
        places = _Places(pdf, count, files)
        for page in list(pdf.pages)[:count]:
            _relink(page.obj, places)
        del pdf.pages[count:]
        for key in OF_THE_WHOLE:
            if key in pdf.Root:
                del pdf.Root[key]
        return pdf_bytes(pdf)


class _Places:
    """Where a destination of the volume is to be found from the front matter alone."""

    def __init__(self, pdf: Pdf, count: int, files: Mapping[str, str]) -> None:
        self._numbers = PageNumbers([page.obj for page in pdf.pages])
        self._named = NameTree(pdf.Root.Names.Dests) if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names else {}
        self._count, self._files = count, files

    def action(self, destination: PdfValue) -> Object | None:
        """What a click does now; None where there is nowhere to go."""
        name = name_bytes(destination)
        file = self._files.get(name.removeprefix(PAPER).decode("utf-8", "replace")) if name else None
        if name and name.startswith(PAPER) and file:
            return Dictionary(S=Name.GoToR, F=String(file), D=Array([0, Name.Fit]))
        place = self._named.get(name.decode("utf-8", "replace")) if name else destination
        number = self._numbers.of(place)
        explicit = place.D if isinstance(place, Dictionary) else place
        return Dictionary(S=Name.GoTo, D=explicit) if number is not None and number < self._count else None


def _relink(page: Object, places: _Places) -> None:
    kept = [each for each in page.get("/Annots", Array()) if _is_kept(each, places)]
    if kept:
        page.Annots = Array(kept)
    elif "/Annots" in page:
        del page.Annots
    for key in ("/StructParents", "/Tabs"):
        if key in page:
            del page[key]


def _is_kept(annotation: Object, places: _Places) -> bool:
    """Whether the annotation leads anywhere still; it is changed so that it does."""
    if "/StructParent" in annotation:
        del annotation.StructParent
    kind, destination = link_target(annotation)
    if annotation.get("/Subtype") != Name.Link or kind != "internal":
        return True
    action = places.action(destination)
    if action is None:
        return False
    for key in ("/Dest", "/A"):
        if key in annotation:
            del annotation[key]
    annotation.A = action
    return True
