"""A small finished volume, put together in the tests' own way, so that the verifier can be shown right and wrong ones.

Two papers of three pages, one that is missing (a placeholder page), a cover, a contents page and an author index.
"""

from __future__ import annotations

import csv
import hashlib
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from reportlab.pdfgen.canvas import Canvas

from builders import edition, paper
from pdf_makers import A4, paper_pdf, register_vera
from proceedings.bibliography.bibtex import write_bibtex
from proceedings.names import author_list, display_name, index_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.records.proof import Proof
from proceedings.verification.volume_layout import VolumeLayout
from proceedings.verification.volume_proof import Places, Verification

Change = Callable[[pikepdf.Pdf], Any]

PAGES = 3
LINE = 14.0

EDITION = edition(
    paper("017", "Özge Yılmaz", "Mausam", title="ResNet-50 at 90 % of Peak"),
    paper("021", "Ada Sample", title="Waiting for the Slowest Rank"),
    paper("033", "Guðrún Jónsdóttir", title="A Paper That Never Came"),
)
PAGINATION = Pagination(
    placements=(
        Placement(paper="017", first_page=1, last_page=3),
        Placement(paper="021", first_page=4, last_page=6),
        Placement(paper="033", first_page=7, last_page=7, standing="missing"),
    ),
    next_page=8,
)
LAYOUT = VolumeLayout(
    PAGINATION,
    front=TypesetPart(pages=2, bookmarks=(Bookmark(title="Cover"), Bookmark(title="Contents", page=2))),
    index=TypesetPart(pages=1, bookmarks=(Bookmark(title="Author Index"),)),
)


@dataclass(frozen=True)
class Finished:
    """A finished edition in a folder."""

    folder: Path

    @property
    def places(self) -> Places:
        """Where its files are."""
        return Places(
            volume=self.folder / "proceedings.pdf",
            papers=self.folder / "stamped",
            table=self.folder / "papers.csv",
            bibliography=self.folder / "proceedings.bib",
            sources=self.folder / "papers",
        )

    def prove(self, edition: Edition | None = None, facts: Mapping[str, PaperFacts] | None = None) -> Proof:
        """The proof of what lies in the folder."""
        return Verification(edition or EDITION, LAYOUT, self.places, facts or {}).prove()

    def edit(self, path: Path, change: Change) -> None:
        """Let `change` work on one of the PDFs."""
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(path, deterministic_id=True)

    def edit_volume(self, change: Change) -> None:
        """Let `change` work on the volume."""
        self.edit(self.places.volume, change)


def finished(folder: Path) -> Finished:
    """Make the edition's finished files as they should be."""
    made = Finished(folder)
    for placement in PAGINATION.placements:
        if placement.present:
            paper_pdf(
                made.places.sources / f"{placement.paper}.pdf",
                PAGES,
                title=f"As the author of {placement.paper} set it",
            )
            _stamp(made, placement)
    _bind(made)
    write_table(made)
    bibtex = write_bibtex(EDITION, PAGINATION, load_policy("own"))
    made.places.bibliography.write_text(bibtex, "utf-8")
    return made


def write_table(made: Finished) -> None:
    """papers.csv as it should be."""
    with made.places.table.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["id", "session", "title", "authors", "first_page", "last_page", "pages", "doi", "sha256"])
        for each, placement in zip(EDITION.papers, PAGINATION.placements, strict=True):
            names = "; ".join(display_name(author) for author in each.authors)
            first, last = placement.first_page, placement.last_page
            path = made.places.papers / f"{each.id}.pdf"
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest() if placement.present else ""
            rows.writerow([each.id, "Papers", each.title, names, first, last, last - first + 1, "", sha256])


def _stamp(made: Finished, placement: Placement) -> None:
    """The author's file with folios at the foot and destinations in the paper's namespace."""
    made.places.papers.mkdir(parents=True, exist_ok=True)
    folios = made.folder / "folios.pdf"
    typeset(
        folios, [[(280.0, 40.0, str(label), None)] for label in range(placement.first_page, placement.last_page + 1)]
    )
    target = made.places.papers / f"{placement.paper}.pdf"
    with pikepdf.open(made.places.sources / f"{placement.paper}.pdf") as pdf, pikepdf.open(folios) as stamps:
        for page, stamp in zip(pdf.pages, stamps.pages, strict=True):
            _append(pdf, page, stamp)
        _rename(pdf, placement.paper)
        label(pdf, {0: Dictionary(S=Name.D, St=placement.first_page)})
        describe(pdf, next(each.title for each in EDITION.papers if each.id == placement.paper))
        pdf.save(target, deterministic_id=True)
    folios.unlink()


def _append(pdf: pikepdf.Pdf, page: pikepdf.Page, stamp: pikepdf.Page) -> None:
    form = pdf.copy_foreign(stamp.as_form_xobject())
    name = str(page.add_resource(form, Name.XObject))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"Q q %s Do Q\n" % name.encode())


def _rename(pdf: pikepdf.Pdf, namespace: str) -> None:
    tree = pikepdf.NameTree(pdf.Root.Names.Dests)
    places = {f"{namespace}/{name!s}": place for name, place in tree.items()}
    places[f"paper.{namespace}"] = Array([pdf.pages[0].obj, Name.Fit])
    name_destinations(pdf, places)
    for page in pdf.pages:
        for annotation in page.obj.Annots:
            if annotation.A.S == "/GoTo":
                annotation.A.D = String(f"{namespace}/{annotation.A.D}")


def name_destinations(pdf: pikepdf.Pdf, places: dict[str, Any]) -> None:
    """Write the name tree in one sorted leaf."""
    names = sorted(places, key=lambda name: name.encode())
    pairs = [part for name in names for part in (String(name), places[name])]
    leaf = Dictionary(Names=Array(pairs), Limits=Array([String(names[0]), String(names[-1])]))
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(leaf))


def label(pdf: pikepdf.Pdf, ranges: dict[int, Dictionary]) -> None:
    """Write the page labels."""
    pdf.Root.PageLabels = Dictionary(Nums=Array([part for start in sorted(ranges) for part in (start, ranges[start])]))


def describe(pdf: pikepdf.Pdf, title: str) -> None:
    """Write the title into the document information and the XMP."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = title
    pdf.docinfo["/Title"] = title


Entry = tuple[float, float, str, int | None]
"""A line of a typeset page: x, y, text, and the volume page (from 0) that it links to."""


def typeset(path: Path, pages: list[list[Entry]]) -> None:
    """Pages with lines of text; an entry with a target gets a link to `page:<target>` for `_bind` to resolve."""
    register_vera()
    canvas = Canvas(str(path), pagesize=A4, initialFontName="Vera", invariant=1)
    for entries in pages:
        canvas.setFont("Vera", 10)
        for x, y, text, target in entries:
            canvas.drawString(x, y, text)
            if target is not None:
                canvas.linkURL(f"page:{target}", (x, y - 2, x + canvas.stringWidth(text), y + 9))
        canvas.showPage()
    canvas.save()


def contents_page() -> list[Entry]:
    """Title and page number of each paper, both linked, and its authors below."""
    entries: list[Entry] = [(72, 760, "Contents", None)]
    for row, (each, placement) in enumerate(zip(EDITION.papers, PAGINATION.placements, strict=True)):
        y, start = 720 - 2 * row * LINE, LAYOUT.start_of(placement)
        entries += [(72, y, each.title, start), (500, y, str(placement.first_page), start)]
        entries += [(72, y - LINE, author_list(each.authors), None)]
    return entries


def index_page() -> list[Entry]:
    """Each author with a linked page number."""
    pairs = zip(EDITION.papers, PAGINATION.placements, strict=True)
    names = [(index_name(author), placement) for each, placement in pairs for author in each.authors]
    entries: list[Entry] = [(280, 40, "8", None)]
    for row, (name, placement) in enumerate(sorted(names, key=lambda pair: pair[0])):
        y = 760 - row * LINE
        entries += [(72, y, name, None), (300, y, str(placement.first_page), LAYOUT.start_of(placement))]
    return entries


def _bind(made: Finished) -> None:
    parts = made.folder / "parts.pdf"
    placeholder: list[Entry] = [(72, 700, "The paper A Paper That Never Came is not there.", None)]
    typeset(parts, [[(72, 700, "Cover", None)], contents_page(), placeholder, index_page()])
    volume = pikepdf.new()
    places: dict[str, Any] = {}
    with pikepdf.open(parts) as typeset_parts:
        volume.pages.extend(list(typeset_parts.pages)[:2])
        for placement in PAGINATION.placements:
            if placement.present:
                places |= _bind_paper(made, volume, placement)
        volume.pages.extend(list(typeset_parts.pages)[2:])
    _resolve_own_links(volume)
    name_destinations(volume, places)
    label(volume, {0: Dictionary(S=Name.r), 2: Dictionary(S=Name.D)})
    _outline(volume)
    describe(volume, EDITION.volume.title)
    volume.save(made.places.volume, deterministic_id=True)
    parts.unlink()


def _bind_paper(made: Finished, volume: pikepdf.Pdf, placement: Placement) -> dict[str, Any]:
    start = len(volume.pages)
    with pikepdf.open(made.places.papers / f"{placement.paper}.pdf") as pdf:
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        found = [(name, _array(place)) for name, place in pikepdf.NameTree(pdf.Root.Names.Dests).items()]
        views = [
            (str(name), numbers[place[0].objgen], [_plain(each) for each in list(place)[1:]]) for name, place in found
        ]
        with warnings.catch_warnings():  # that names are lost is what the next lines are for
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            volume.pages.extend(pdf.pages)
    return {name: Array([volume.pages[start + page].obj, *view]) for name, page, view in views}


def _array(place: pikepdf.Object) -> pikepdf.Object:
    return place.D if isinstance(place, Dictionary) else place


def _plain(each: object) -> object:
    return Name(str(each)) if isinstance(each, Name) else each


def _resolve_own_links(volume: pikepdf.Pdf) -> None:
    for page in volume.pages:
        for annotation in page.obj.get("/Annots", ()):
            if annotation.A.S == "/URI" and str(annotation.A.URI).startswith("page:"):
                target = int(str(annotation.A.URI).removeprefix("page:"))
                annotation.A = Dictionary(S=Name.GoTo, D=Array([volume.pages[target].obj, Name.Fit]))


def _outline(volume: pikepdf.Pdf) -> None:
    with volume.open_outline() as outline:
        outline.root.extend([OutlineItem("Cover", 0), OutlineItem("Contents", 1)])
        session = OutlineItem("Papers", 2)
        session.children.extend(_paper_items())
        outline.root.extend([session, OutlineItem("Author Index", LAYOUT.index_start)])


def _paper_items() -> Iterator[OutlineItem]:
    for each, placement in zip(EDITION.papers, PAGINATION.placements, strict=True):
        start = LAYOUT.start_of(placement)
        item = OutlineItem(each.title, start)
        if placement.present:
            item.children.extend(OutlineItem(f"{page + 1} Section", start + page) for page in range(PAGES))
        yield item
