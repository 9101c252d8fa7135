from __future__ import annotations

import random
from pathlib import Path

import pytest

from export_makers import PDF, damaged, doubted, written
from proceedings.bibliography.bibtex import write_bibtex
from proceedings.importers.bibtex_people import names_of
from proceedings.importers.imported import Imported, SourceError
from proceedings.importers.pmlr import read
from proceedings.names import index_name
from proceedings.publisher import PublisherPolicy
from proceedings.records.paper import Published
from proceedings.records.placement import Pagination, Placement

VOLUME = r"""
@Proceedings{DLS2031,
  booktitle = {Proceedings of the Sample Workshop}, name = {Sample Workshop}, shortname = {DLS}, year = 2031,
  editor = {{de Campos}, Cassio and Two, Ben}, volume = {103}, start = {2031-06-18}, end = {2031-06-19},
  published = {2031-06-29}, address = {Ghent, Belgium}, conference_url = {https://example.org/~dls/a\_b},
  sections = {Preface|Full Papers|short=Short Papers}
}
"""
ADA = r"""
@InProceedings{sample31a,
  title = {Fast {BERT}: 50\% of {$O(n^2)$} \& Erd{\H o}s--R\'enyi},
  author = {van der Berg, Jr., Ludwig and {De Bock}, Jasper and {The Sample Team} and Mausam and 山田, 太郎},
  pages = {2--13}, section = {short}, abstract = {One <em>first</em>.

    Two \emph{second}.}, keywords = {scale, training}, software = {https://example.org/code}, openreview = {x}
}
"""
BEN = "@InProceedings{two31, title = {Preface}, author = {Two, Ben}, pages = {1}, section = {Preface}}\n"


def imported(folder: Path, text: str | bytes) -> Imported:
    return read(written(folder, {"dls.bib": text if isinstance(text, bytes) else text.encode()}))


def test_a_volume_comes_with_its_papers_sections_and_files(tmp_path: Path) -> None:
    written(tmp_path, {"sample31a.pdf": PDF, "sample31a-supp.tar.gz": b"x", "two31/two31.pdf": PDF})
    export = imported(tmp_path, VOLUME + ADA + BEN)
    volume = export.edition.volume
    assert (volume.title, volume.acronym, volume.number) == ("Proceedings of the Sample Workshop", "DLS", "103")
    assert (volume.year, volume.publisher, volume.event.place) == (2031, "pmlr", "Ghent, Belgium")
    assert volume.event.url == "https://example.org/~dls/a_b"
    assert [(each.given, each.family) for each in volume.editors] == [("Cassio", "de Campos"), ("Ben", "Two")]
    assert [(each.title, each.papers) for each in export.edition.sessions] == [
        ("Preface", ("two31",)),
        ("Short Papers", ("sample31a",)),
    ]
    paper = export.edition.papers[1]
    assert paper.title == "Fast BERT: 50% of $O(n^2)$ & Erdős–Rényi"
    assert (paper.abstract, paper.keywords) == ("One first.\n\nTwo second.", ("scale", "training"))
    assert (paper.published, paper.expected_pages) == (Published(first_page=2, last_page=13), 12)
    assert paper.reproducibility and paper.reproducibility.artifacts[0].url == "https://example.org/code"
    assert export.pdfs.keys() == {"sample31a", "two31"}
    assert export.beside == {"papers/sample31a-supplement.tar.gz": tmp_path / "sample31a-supp.tar.gz"}
    assert "left out: openreview (1)" in doubted(export)


def test_a_signed_form_named_after_its_paper_is_not_the_paper(tmp_path: Path) -> None:
    forms = {"permissions/sample31a.pdf": PDF, "copyright/two31.pdf": PDF}
    export = read(written(tmp_path, {"sample31a.pdf": PDF, **forms, "dls.bib": (VOLUME + ADA + BEN).encode()}))
    assert export.pdfs == {"sample31a": tmp_path / "sample31a.pdf"}


def test_names_keep_the_parts_that_commas_and_braces_set_off(tmp_path: Path) -> None:
    authors = imported(tmp_path, VOLUME + ADA).edition.papers[0].authors
    assert [(each.particle, each.family, each.suffix, each.given, each.literal) for each in authors] == [
        ("van der", "Berg", "Jr.", "Ludwig", None),
        (None, "De Bock", None, "Jasper", None),
        (None, None, None, None, "The Sample Team"),
        (None, None, None, None, "Mausam"),
        (None, "山田", None, "太郎", None),
    ]


def test_letters_that_latex_spells_at_the_head_of_a_name_are_kept_behind_an_and() -> None:
    field = r"\L{}ukasz, Ana and \v{C}ech, Eva AND \'Alvarez, Bo and {Sam and Co} and {\AA}s, Liv and others"
    names = [each.get("family") or each.get("literal") for each in names_of(field, "", [])]
    assert names == ["Łukasz", "Čech", "Álvarez", "Sam and Co", "Ås"]


@pytest.mark.parametrize("name", ["Maria de la Cruz Lopez", "Sample, Ada, Jr., Dr.", "given=Ada, Sample"])
def test_a_name_that_no_comma_parts_as_bibtex_wants_is_whole_and_told(name: str, tmp_path: Path) -> None:
    export = imported(tmp_path, BEN.replace("Two, Ben", f"{name} and others"))
    (author,) = export.edition.papers[0].authors
    assert author.literal == name
    assert f"paper two31 ({name})" in doubted(export)
    assert "`and others`: name them: paper two31" in doubted(export)


def test_without_an_entry_for_it_the_volume_is_what_all_papers_say(tmp_path: Path) -> None:
    book = "booktitle=dls, year=2031, month=jun}"
    papers = f'@inproceedings{{a, title="A", {book} @inproceedings{{b, title="B", {book}'
    export = imported(tmp_path, '@string{dls = "Sample " # {Workshop}} ' + papers)
    assert (export.edition.volume.title, export.edition.volume.year) == ("Sample Workshop", 2031)
    assert "the volume is what all entries say alike" in doubted(export)


def test_what_was_imported_and_written_as_bibtex_comes_in_again_without_loss(tmp_path: Path) -> None:
    first = imported(tmp_path / "a", VOLUME + ADA + BEN).edition
    places = (Placement(paper=each.id, first_page=9, last_page=9) for each in first.papers)
    bibtex = write_bibtex(first, Pagination(placements=tuple(places)), PublisherPolicy(registers_doi="us"))
    again = imported(tmp_path / "b", bibtex).edition
    assert [(each.id, each.title, each.published) for each in again.papers] == [
        (each.id, each.title, each.published) for each in first.papers
    ]
    names = [[[index_name(author) for author in paper.authors] for paper in e.papers] for e in (first, again)]
    assert names[0] == names[1]
    assert again.volume.editors == first.volume.editors
    assert (again.volume.title, again.volume.number) == (first.volume.title, first.volume.number)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (VOLUME + BEN + BEN, r"line 9: the key 'two31' is there twice \(first in line 8\): were two exports merged"),
        (VOLUME + VOLUME.replace("2031,", "2030,", 1) + BEN, r"several @proceedings, DLS2031 \(line 2\) and DLS2030"),
        (f"{BEN}\ufeff{BEN}", "line 2: a byte order mark"),
        (BEN[:40], "line 1: this is not BibTeX: "),
        ("@book{a, title={b}}", "there is no @inproceedings; there is @book"),
        ("nothing", "there is no @inproceedings; there is no entry"),
        (
            "@article{a, journal={A}}\n@article{b, journal={B}}",
            r"in 2 books, 'A' \(1\), 'B' \(1\): a list of references",
        ),
    ],
)
def test_what_cannot_be_imported_is_one_line_with_its_place(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        imported(tmp_path, text)
    assert "\n" not in str(error.value)


def test_a_damaged_file_is_an_edition_or_one_line(tmp_path: Path) -> None:
    for content in damaged((VOLUME + ADA + BEN).encode(), random.Random(7), times=120):
        try:
            assert imported(tmp_path, content).edition.papers
        except SourceError as error:
            assert "\n" not in str(error)


def test_names_in_the_extended_way_of_biblatex_keep_their_parts(tmp_path: Path) -> None:
    authors = (
        "family=Velde, given=Ada, prefix=van der, useprefix=false, given-i={A} and family={de la Cruz}, suffix=Jr., "
        "given=Ben and family=Berg, given=Cem, prefix=vom, useprefix=true and family=Mausam and uniquename=false"
    )
    (paper,) = imported(tmp_path, f"@inproceedings{{a31, title={{A}}, author={{{authors}}}}}").edition.papers
    assert [(each.given, each.particle, each.family or each.literal, each.suffix) for each in paper.authors] == [
        ("Ada", "van der", "Velde", None),
        ("Ben", None, "de la Cruz", "Jr."),
        ("Cem", None, "vom Berg", None),
        (None, None, "Mausam", None),
    ]


def test_pdfs_are_found_under_the_names_that_pmlr_publishes_them_by(tmp_path: Path) -> None:
    written(tmp_path, {"de-bock31a/de-bock31a.pdf": PDF, "two31a.pdf": PDF, "two31b.pdf": PDF})
    written(tmp_path, {"de-bock31a/de-bock31a-supp.pdf": PDF, "two31a-supp.zip": b"x"})
    keys = ("debock31", "two31a", "two31b", "two31")
    text = "".join(f"@inproceedings{{{key}, title = {{{key}}}, author = {{Two, Ben}}}}\n" for key in keys)
    export = imported(tmp_path, text)
    assert {key: path.stem for key, path in export.pdfs.items()} == {
        "debock31": "de-bock31a",
        "two31a": "two31a",
        "two31b": "two31b",
    }
    assert {name: path.name for name, path in export.beside.items()} == {
        "papers/debock31-supplement.pdf": "de-bock31a-supp.pdf",
        "papers/two31a-supplement.zip": "two31a-supp.zip",
    }


def test_a_list_of_references_is_no_volume_even_with_one_proceedings_in_it(tmp_path: Path) -> None:
    papers = "".join(
        f"@article{{a{number}, title = {{A}}, author = {{Two, Ben}}, journaltitle = {{Journal {number}}}}}\n"
        for number in range(5)
    )
    with pytest.raises(SourceError, match=r"stand in 5 books.*a list of references is no volume; leave those of"):
        imported(tmp_path, VOLUME + papers)
    one = "@inproceedings{b, title = {B}, author = {Two, Ben}, booktitle = {Proc. of the Sample Workshop}}\n"
    assert "Proc. of the Sample Workshop (1)" in doubted(imported(tmp_path, VOLUME + one))


def test_the_volume_may_be_a_conference_as_pmlr_once_had_it(tmp_path: Path) -> None:
    export = imported(tmp_path, VOLUME.replace("@Proceedings", "@Conference") + BEN)
    assert (export.edition.volume.number, len(export.edition.papers)) == ("103", 1)


def test_a_journal_of_biblatex_a_doi_in_braces_and_a_missing_title_are_seen(tmp_path: Path) -> None:
    text = "@article{a, author = {Two, Ben}, journaltitle = {The Journal}, doi = {{10.1000/182}}}"
    export = imported(tmp_path, text)
    assert (export.edition.volume.title, export.edition.papers[0].doi) == ("The Journal", "10.1000/182")
    assert export.edition.papers[0].title == ""


def test_a_file_without_papers_says_what_to_give_instead(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"there is @book\. Give the BibTeX of the proceedings"):
        imported(tmp_path, "@book{a, title = {A}, author = {Two, Ben}}")
