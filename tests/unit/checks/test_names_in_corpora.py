"""First pages of real papers: their titles are recognised, and no author is called wrong who is not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from builders import holdings
from proceedings.checks.author_mismatch import author_mismatch
from proceedings.checks.holdings import Holdings
from proceedings.checks.title_mismatch import title_mismatch
from proceedings.importers import aclpub2
from proceedings.inspection.pdf_ink import text_of
from proceedings.pdf.pdf_geometry import page_geometry
from proceedings.records.facts import PageFacts, PaperFacts

VOLUMES = Path(__file__).parents[4] / "shared" / "corpora" / "volumes"

KNOWN = {
    "sigdial2022-acl": {
        ("43", "title-mismatch", "warning"),  # "by ... act labels", and in the metadata "through ... acts labels"
        ("17", "author-mismatch", "warning"),  # Subhasish, and Subhasis
        ("62", "author-mismatch", "warning"),  # the second author of the metadata is the last of the page
    },
    "sigturk2026-acl": {
        ("26", "title-mismatch", "error"),  # the file of paper 27
        ("5", "author-mismatch", "warning"),  # İklim, and İlkim
        ("20", "author-mismatch", "warning"),  # one author more, and another order
        ("22", "author-mismatch", "warning"),  # Gulnur, and Gulnura
    },
}
"""What is above information, each seen on the rendered page."""


def first_pages(volume: str) -> Holdings:
    """The papers of a volume with the text of their first page."""
    source = VOLUMES / volume
    if not source.is_dir():
        pytest.skip("the volumes of other people are not here")
    imported = aclpub2.read(source)
    return holdings(imported.edition, *(facts_of_first_page(id, path) for id, path in imported.pdfs.items()))


def facts_of_first_page(id: str, path: Path) -> PaperFacts:
    with pikepdf.open(path) as pike:
        geometry = page_geometry(pike.pages[0])
    document = pypdfium2.PdfDocument(path)
    lines = text_of(document[0], geometry, suspect=False)[2]
    document.close()
    return PaperFacts(paper=id, pages=(PageFacts(width=geometry.width, height=geometry.height, lines=lines),))


@pytest.mark.parametrize("volume", KNOWN)
def test_real_first_pages_differ_from_the_metadata_only_where_they_do(volume: str) -> None:
    held = first_pages(volume)
    findings = [*title_mismatch(held), *author_mismatch(held)]
    assert {(each.paper, each.code, each.severity) for each in findings if each.severity != "info"} == KNOWN[volume]


def test_the_wrong_file_of_a_real_volume_is_traced_to_its_paper() -> None:
    assert first_pages("sigturk2026-acl").swapped == {"26": "27"}
