"""The indexes of the artifact appendix are read back: what each paper declares, with a link to that paper."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

import typesetting_makers as makers
from builders import paper
from pdf_makers import A4
from proceedings.records.edition import Edition
from proceedings.records.placement import Bookmark, Pagination, Placement, TypesetPart
from proceedings.records.reproducibility import Dataset, Reproducibility, Software
from proceedings.reproducibility.listed_names import listed_names
from proceedings.typesetting.artifact_appendix import artifact_appendix
from proceedings.verification.artifact_entries import artifact_troubles
from proceedings.verification.pdf_reading import FinishedPdf
from proceedings.verification.pdf_text import read_typeset
from proceedings.verification.readback import TypesetLink, TypesetRead
from proceedings.verification.volume_layout import VolumeLayout
from real_edition import real_edition

PLACEMENT = Placement(paper="017", first_page=1, last_page=4)
MARKS = (Bookmark(title="Index of Datasets"), Bookmark(title="Index of Software", page=1))
LAYOUT = VolumeLayout(Pagination(placements=(PLACEMENT,), next_page=5), appendix=TypesetPart(pages=1, bookmarks=MARKS))


def troubles(*lines: str, lead_to: int = 0, **declared: tuple[object, ...]) -> list[str]:
    """What is wrong with indexes that have these lines, each with a link on its last number."""
    given = paper("017", reproducibility=Reproducibility(**declared))  # type: ignore[arg-type]
    links = tuple(TypesetLink(4, lead_to, line.rpartition(" ")[2], line) for line in lines)
    edition = Edition(papers=(given,))
    return artifact_troubles(given, PLACEMENT, LAYOUT, TypesetRead({4: " ".join(lines)}, links), listed_names(edition))


@pytest.mark.parametrize(
    "lines",
    [
        ("PyTorch 1.8.1, 1",),
        ("PyTorch, 5", "1.8.1, 1"),
        ("PyTorch 1.8.1, 5, 9, 13,", "17, 1"),
        ("Py-", "Torch 1.8.1, 1"),
    ],
)
def test_an_entry_leads_to_the_paper_by_its_name_its_version_or_a_line_that_goes_on(lines: tuple[str, ...]) -> None:
    assert troubles(*lines, software=(Software(name="PyTorch", version="1.8.1"),)) == []


@pytest.mark.parametrize("lines", [("Horovod, 5{\\TeX} $x$ &#0; &, 1",), ("{\\TeX}", "Horovod, 5$x$ &, &#0; &, 1")])
def test_a_name_in_raw_tex_is_found_beside_another_column(lines: tuple[str, ...]) -> None:
    assert troubles("{\\TeX} $x$ &", *lines, software=(Software(name="{\\TeX} $x$ &", version="&#0; &"),)) == []


def test_an_entry_that_is_missing_or_leads_to_another_paper_is_told() -> None:
    given = (Software(name="PyTorch", version="1.8.1"),)
    assert troubles("Horovod, 1", software=given) == ['the index of software does not show "PyTorch"']
    astray = ['the index of software does not lead to page 1 for "PyTorch"']
    assert troubles("PyTorch 1.8.1, 1", lead_to=2, software=given) == astray
    assert troubles("PyTorch 1.8.1, 5", software=given) == astray
    assert troubles("PyTorch 1.8.1, 5", "Horovod, 1", lead_to=0, software=given) == astray


def test_an_index_that_is_not_there_shows_nothing() -> None:
    layout = VolumeLayout(LAYOUT.pagination, appendix=TypesetPart(pages=1))
    given = paper("017", reproducibility=Reproducibility(datasets=(Dataset(name="ImageNet"),)))
    read = TypesetRead({4: "ImageNet, 1"}, (TypesetLink(4, 0, "1", "ImageNet, 1"),))
    names = listed_names(Edition(papers=(given,)))
    assert artifact_troubles(given, PLACEMENT, layout, read, names) == [
        'the index of datasets does not show "ImageNet"'
    ]


class Bound:
    """The appendix of ten real papers behind blank pages of a volume, its links resolved as the volume has them."""

    def __init__(self, folder: Path) -> None:
        self.edition, _ = real_edition(folder)
        placed = makers.placed(self.edition)
        made = artifact_appendix(self.edition, placed)
        self.layout = VolumeLayout(placed, appendix=made.part)
        self.path = folder / "volume.pdf"
        starts = {each.paper: self.layout.start_of(each) for each in placed.placements}
        with pikepdf.new() as pdf, pikepdf.open(io.BytesIO(made.content)) as appendix:
            for _ in range(self.layout.body):
                pdf.add_blank_page(page_size=A4)
            pdf.pages.extend(appendix.pages)
            for page in pdf.pages:
                for link in page.obj.get("/Annots", ()):
                    target = starts.get(str(link.get("/A", {}).get("/URI", "")).removeprefix("bindery:paper."))
                    if target is not None:
                        link.A = Dictionary(S=Name.GoTo, D=Array([pdf.pages[target].obj, Name.Fit]))
            pdf.save(self.path)

    def troubles(self, edition: Edition | None = None) -> list[str]:
        volume = FinishedPdf(self.path)
        read = read_typeset(self.path, self.layout.typeset_pages(), volume.read.navigation.internal())
        papers = {each.id: each for each in (edition or self.edition).papers}
        names = listed_names(self.edition)
        return [
            trouble
            for each in self.layout.pagination.placements
            for trouble in artifact_troubles(papers[each.paper], each, self.layout, read, names)
        ]


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    return Bound(tmp_path_factory.mktemp("bound"))


def test_the_indexes_of_ten_real_papers_are_proved(bound: Bound) -> None:
    assert bound.troubles() == []


def test_two_papers_whose_blocks_are_exchanged_are_told(bound: Bound) -> None:
    first, second, *others = bound.edition.papers
    exchanged = (
        msgspec.structs.replace(first, reproducibility=second.reproducibility),
        msgspec.structs.replace(second, reproducibility=first.reproducibility),
    )
    assert len(bound.troubles(msgspec.structs.replace(bound.edition, papers=(*exchanged, *others)))) > 2
