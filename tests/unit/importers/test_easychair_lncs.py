from __future__ import annotations

from pathlib import Path

import pytest

from export_makers import PDF, acm_paper, acm_xml, doubted, written
from proceedings.importers.easychair import read
from proceedings.importers.imported import SourceError

RULE = "-" * 40


def readme(title: str = "Fast Training", authors: str = "Ada | Sample\nBen | van Two\n | Mausam") -> str:
    return f"Paper: {title}\nPages: 13-24\n{RULE}\nFirst name | Last name\n\n{authors}\n{RULE}\n"


def volume(folder: Path, *papers: str) -> Path:
    """The unpacked volume with these descriptions, the folders numbered by pages."""
    return written(folder, {f"9999{number:04}/README_EASYCHAIR": text for number, text in enumerate(papers, start=1)})


def test_each_folder_is_a_paper_with_its_files(tmp_path: Path) -> None:
    beside = {"99990001/paper.pdf": PDF, "99990001/copyright_form.pdf": PDF, "99990001/sources.zip": b"PK"}
    export = read(written(volume(tmp_path, readme(), readme("Second")), beside))
    first, second = export.edition.papers
    assert (first.id, first.title, first.expected_pages, second.title) == ("99990001", "Fast Training", 12, "Second")
    assert [(each.given, each.family, each.literal) for each in first.authors] == [
        ("Ada", "Sample", None),
        ("Ben", "van Two", None),
        (None, None, "Mausam"),
    ]
    assert export.pdfs == {"99990001": tmp_path / "99990001/paper.pdf"}
    assert {name: path.name for name, path in export.beside.items()} == {
        "papers/99990001-rights.pdf": "copyright_form.pdf",
        "papers/99990001.zip": "sources.zip",
    }
    assert "no PDF in the export, so the paper will have a placeholder page: paper 99990002" in doubted(export)
    assert "the papers bear the numbers of their folders" in doubted(export)


def test_what_a_description_lacks_is_told(tmp_path: Path) -> None:
    export = read(written(volume(tmp_path, "Paper: Müller\n"), {"99990001/a.pdf": PDF, "99990001/b.pdf": PDF}))
    assert not export.edition.papers[0].authors
    assert "README_EASYCHAIR names no pages: paper 99990001" in doubted(export)
    assert "so none was taken: paper 99990001 (a.pdf, b.pdf)" in doubted(export)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"99990001/README_EASYCHAIR": "Pages: 1-2\n"}, "99990001/README_EASYCHAIR: there is no line `Paper: ...`"),
        ({f"{name}/README_EASYCHAIR": readme() for name in ("99990001", "88880001")}, "of the volumes 8888, 9999"),
        ({f"{name}/99990001/README_EASYCHAIR": readme() for name in "ab"}, "the folder 99990001 is there twice"),
        ({"acm.xml": acm_xml(acm_paper())}, "EasyChair's data download for ACM; import it with FROM=acm"),
    ],
)
def test_what_cannot_be_imported_is_one_line(files: dict[str, str], words: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=words) as error:
        read(written(tmp_path, files))
    assert "\n" not in str(error.value)


def test_neither_the_heading_of_the_names_nor_another_table_is_an_author(tmp_path: Path) -> None:
    text = (
        readme().replace("First name | Last name", "Authors (first name | last name):") + f"paper.tex | main\n{RULE}\n"
    )
    (paper,) = read(volume(tmp_path, text)).edition.papers
    assert [each.family or each.literal for each in paper.authors] == ["Sample", "van Two", "Mausam"]
