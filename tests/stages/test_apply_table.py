"""What a chair edits in the spreadsheet goes into the metadata, and nothing else does."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from apply_table import main
from metadata_makers import PAPER, edition_folder, programme_of
from proceedings.intake.edition_folder import take_in
from proceedings.records.edition import Edition
from write_table import main as write_table

TWO_SESSIONS = """\
# The day.
sessions:
- title: Morning
  papers: ["017", "021"] # before lunch
- title: Evening
  papers: ["033"]
"""
REMARKED = f"# Sent twice.\n{PAPER}type: full  # as submitted\n"


def edition_of(folder: Path) -> Path:
    return edition_folder(folder, "017", "021", "033", **{"program.yml": TWO_SESSIONS, "papers/017.yml": REMARKED})


def edit(folder: Path, paper: str, **cells: str) -> None:
    """Write the table if there is none yet, and change cells of one paper's row."""
    path = folder / "metadata/papers.csv"
    if not path.exists():
        assert write_table([str(folder)]) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["id"] == paper).update(cells)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def says(folder: Path) -> Edition:
    return take_in(folder / "metadata", folder / "papers")[0]


def sessions(folder: Path) -> list[tuple[str, ...]]:
    return [session.papers for session in says(folder).sessions]


def text_of(folder: Path, name: str) -> str:
    return (folder / "metadata" / name).read_text("utf-8")


def test_a_table_that_nobody_edited_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_of(tmp_path)
    before = {path: path.read_bytes() for path in (edition / "metadata").rglob("*.yml")}
    for kind in ("csv", "xlsx"):
        assert write_table([str(edition), "--kind", kind]) == 0
        assert main([str(edition)]) == 0
    assert "says this already" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in before} == before


def test_a_value_goes_into_the_papers_file_and_its_remarks_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "017", track="HPC", rights_signed="2019-06-20", notes="Asked twice: no answer.")
    assert main([str(edition)]) == 0
    assert "017  track: (nothing) -> HPC" in capsys.readouterr().out
    text = text_of(edition, "papers/017.yml")
    assert text.startswith(REMARKED)
    assert text.endswith("track: HPC\nrights:\n  signed: 2019-06-20\nnotes: 'Asked twice: no answer.'\n")


def test_a_paper_moves_to_another_session_and_place(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "021", session="Evening", order="1")
    assert main([str(edition)]) == 0
    assert sessions(edition) == [("017",), ("021", "033")]
    assert '  papers: ["017"] # before lunch\n' in text_of(edition, "program.yml")


def test_papers_change_places_within_a_session(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "021", order="1")
    assert main([str(edition)]) == 0
    assert sessions(edition)[0] == ("021", "017")


def test_only_looking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "021", status="withdrawn")
    assert main([str(edition), "--show-only"]) == 0
    assert "1 change would be taken over" in capsys.readouterr().out
    assert text_of(edition, "papers/021.yml") == PAPER


def test_everything_that_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "017", status="witdrawn", title="", authors="Ada Lovelace King")
    edit(edition, "021", session="Evenings", rights_signed="20.6.2019", notes="kept back")
    edit(edition, "033", id="077")
    assert main([str(edition)]) == 1
    said = capsys.readouterr().err
    assert 'no status "witdrawn". Did you mean "withdrawn"?' in said
    assert "a paper has to have a title." in said
    assert 'is it "King, Ada Lovelace"?' in said
    assert 'no session "Evenings". Did you mean "Evening"?' in said
    assert '"20.6.2019" is no date such as 2021-06-30.' in said
    assert "there is no paper 077" in said
    assert text_of(edition, "papers/021.yml") == PAPER


def test_letters_that_an_encoding_lost_are_left_as_they_were(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = PAPER.replace("given: Ada, family: Sample", "given: Ada, family: Święcka")
    edition = edition_folder(tmp_path, **{"papers/017.yml": named})
    edit(edition, "017", authors="?wi?cka, Ada", track="HPC")
    assert main([str(edition)]) == 0
    assert 'letters became question marks in "?wi?cka, Ada"; it was left out.' in capsys.readouterr().err
    assert text_of(edition, "papers/017.yml") == f"{named}track: HPC\n"


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("order", "x", '"x" is no number; write where the paper stands in its session'),
        ("doi", "10.1/x", '"10.1/x" is no DOI such as 10.1234/abc'),
        ("authors", "Sample, Ada, Test, Bo", "is not one name: several are written"),
        ("id", "", 'a row has no id: "Morning". Write one, or delete the row.'),
        ("authors", "", "a paper has to have authors; the cell is empty."),
        ("session", "Coffee", '"Coffee" has no papers, talks or chairs yet, so it is a break. Name its first paper'),
        ("session", "Dinner", "A new one is added to metadata/program.yml first."),
    ],
)
def test_a_cell_that_means_nothing_says_what_would(
    column: str, cell: str, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_folder(tmp_path, **{"program.yml": f"{TWO_SESSIONS}- title: Coffee\n"})
    edit(edition, "017", **{column: cell})
    assert main([str(edition)]) == 1
    assert reason in capsys.readouterr().err


def test_a_column_of_the_chairs_own_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "017", track="HPC")
    path = edition / "metadata/papers.csv"
    head, *rows = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([f"{head},phoned", *(f"{row},yes" for row in rows)]), "utf-8")
    assert main([str(edition)]) == 0
    assert "the column `phoned` is not known and was left out." in capsys.readouterr().err


def test_a_row_older_than_the_metadata_undoes_no_later_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "021", track="HPC")
    (edition / "metadata/papers/021.yml").write_text(f"{PAPER}licence: MIT\n")
    assert main([str(edition)]) == 1
    assert "the metadata has changed since the table was written" in capsys.readouterr().err


def test_an_edited_table_is_not_written_over(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "021", track="HPC")
    assert write_table([str(edition)]) == 1
    assert "HPC" in text_of(edition, "papers.csv")
    assert write_table([str(edition), "--replace"]) == 0
    assert "HPC" not in text_of(edition, "papers.csv")


def test_an_id_that_a_spreadsheet_took_for_a_number_is_known(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    edit(edition, "017", track="HPC")
    path = edition / "metadata/papers.csv"
    path.write_text(path.read_text("utf-8-sig").replace("\n017,", "\n17,"), "utf-8")
    assert main([str(edition)]) == 0
    assert text_of(edition, "papers/017.yml").endswith("track: HPC\n")


ADA = "- {given: Ada, family: Sample, affiliations: [ghent], corresponding: true, email: ada@example.org}"


def test_a_name_spelled_anew_leaves_every_other_letter_of_the_authors(tmp_path: Path) -> None:
    remarked = f"{ADA} # she chairs\n- literal: Mausam\n  orcid: 0000-0002-1825-0097"
    edition = edition_folder(tmp_path, **{"papers/017.yml": PAPER.replace(ADA, remarked)})
    edit(edition, "017", authors="Samples, Ada; Mausam, M.")
    assert main([str(edition)]) == 0
    spelled = remarked.replace("Sample,", "Samples,").replace(
        "literal: Mausam\n  orcid: 0000-0002-1825-0097",
        "orcid: 0000-0002-1825-0097\n  given: M.\n  family: Mausam",
    )
    assert text_of(edition, "papers/017.yml") == PAPER.replace(ADA, spelled)


def test_authors_who_stay_bring_their_lines_along(tmp_path: Path) -> None:
    remarked = f"# of Ghent\n{ADA} # she chairs\n- literal: Mausam\n  orcid: 0000-0002-1825-0097 # he said"
    edition = edition_folder(tmp_path, **{"papers/017.yml": PAPER.replace(ADA, remarked)})
    edit(edition, "017", authors="Mausam; Test, Bo; Sample, Ada")
    assert main([str(edition)]) == 0
    mausam = "- literal: Mausam\n  orcid: 0000-0002-1825-0097 # he said"
    moved = f"{mausam}\n- given: Bo\n  family: Test\n# of Ghent\n{ADA} # she chairs"
    assert text_of(edition, "papers/017.yml") == PAPER.replace(ADA, moved)


def test_an_author_who_moves_may_be_spelled_anew_at_once(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, **{"papers/017.yml": PAPER.replace(ADA, f"{ADA}\n- {{literal: Mausam}} # he")})
    edit(edition, "017", authors="Mausam")
    assert main([str(edition)]) == 0
    edit(edition, "017", authors="Mausams")
    assert main([str(edition)]) == 0
    assert text_of(edition, "papers/017.yml") == PAPER.replace(ADA, "- {literal: Mausams} # he")


def test_authors_with_something_unreadable_are_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misspelt = PAPER.replace("email:", "emial:")
    edition = edition_folder(tmp_path, **{"papers/017.yml": misspelt})
    edit(edition, "017", authors="Samples, Ada")
    assert main([str(edition)]) == 1
    assert "something in the file's authors cannot be read and would be lost" in capsys.readouterr().err
    assert text_of(edition, "papers/017.yml") == misspelt


def test_a_workbook_is_edited_alike(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    assert write_table([str(edition), "--kind", "xlsx"]) == 0
    book = load_workbook(edition / "metadata/papers.xlsx")
    titles = {cell.value: cell.column for cell in book.active[1]}
    book.active.cell(2, titles["track"]).value = "HPC"
    book.save(edition / "metadata/papers.xlsx")
    assert main([str(edition)]) == 0
    assert text_of(edition, "papers/017.yml").endswith("track: HPC\n")


def test_capitals_and_other_sheets_are_no_matter(tmp_path: Path) -> None:
    edition = edition_of(tmp_path)
    assert write_table([str(edition), "--kind", "xlsx"]) == 0
    book = load_workbook(edition / "metadata/papers.xlsx")
    page = book.active
    titles = {cell.value: cell.column for cell in page[1]}
    page.cell(1, 1).value, page.cell(1, titles["rights_signer"]).value = "ID", "Rights signer"
    page.cell(2, titles["status"]).value, page.cell(2, titles["session"]).value = "Withdrawn", "evening"
    page.cell(2, titles["rights_signer"]).value = "Ada"
    book.create_sheet("mine", 0).cell(1, 1).value = "to do"
    book.save(edition / "metadata/papers.xlsx")
    assert main([str(edition)]) == 0
    assert text_of(edition, "papers/017.yml").endswith("status: withdrawn\nrights:\n  signer: Ada\n")
    assert sessions(edition)[1] == ("017", "033")


def test_a_cell_that_looks_like_a_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, **{"papers/017.yml": f"{PAPER}notes: =1+1\n"})
    assert write_table([str(edition)]) == 0
    assert "'=1+1" in text_of(edition, "papers.csv")
    assert main([str(edition)]) == 0
    assert text_of(edition, "papers/017.yml").endswith("notes: =1+1\n")


@pytest.mark.parametrize("notes", ["'=SUM(A1)", "seen on 2021-01-01 00:00:00", "a_x000D_b", "Cafe\u0301", "  led"])
def test_a_cell_that_nobody_edited_is_no_change(tmp_path: Path, capsys: pytest.CaptureFixture[str], notes: str) -> None:
    edition = edition_folder(tmp_path, **{"papers/017.yml": f'{PAPER}notes: "{notes}"\n'})
    assert write_table([str(edition)]) == 0
    assert main([str(edition)]) == 0
    assert "the metadata says this already" in capsys.readouterr().out


def test_what_is_named_in_the_programme_without_a_file_keeps_its_place(tmp_path: Path) -> None:
    edition = edition_folder(tmp_path, "017", "021", **{"program.yml": programme_of("017", "019", "021")})
    edit(edition, "021", order="1")
    assert main([str(edition)]) == 0
    assert 'papers: ["021", "017", "019"]' in text_of(edition, "program.yml").replace("'", '"')


def test_without_a_table_the_next_step_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(edition_of(tmp_path))]) == 1
    assert "`make table` writes papers.csv" in capsys.readouterr().out
