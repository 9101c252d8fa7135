import csv
import io

import msgspec

from builders import author, edition, paper
from proceedings.chase import COLUMNS, chase_csv
from proceedings.codes import finding
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.volume import Editor, Volume

ADA = author("Ada Sample", email="ada@example.org", corresponding=True)
BO = author("Bo Test", email="bo@example.org")


def rows(about: Edition, *findings: Finding) -> list[dict[str, str]]:
    read = csv.DictReader(io.StringIO(chase_csv(about, findings)))
    assert tuple(read.fieldnames or ()) == COLUMNS
    return list(read)


def blocked(id: str, code: str = "password", message: str = "is locked.") -> Finding:
    return finding(code, paper=id, message=f"papers/{id}.pdf {message}")


def test_a_person_with_two_papers_has_one_row_with_both() -> None:
    two = edition(paper("017", people=(ADA, BO)), paper("021", people=(BO, ADA)))
    (row,) = rows(two, blocked("017"), blocked("021"))
    assert (row["person"], row["email"], row["papers"]) == ("Ada Sample", "ada@example.org", "017; 021")
    assert row["errors"].splitlines() == ["017: Your PDF is locked.", "021: Your PDF is locked."]


def test_whoever_owes_nothing_has_no_row() -> None:
    note = finding("type3-font", "the plots are Type 3.", paper="017", severity="info")
    assert rows(edition(paper("017", people=(ADA,))), note) == []


def test_what_is_not_there_yet_is_owed_even_where_it_is_information() -> None:
    awaited = finding("camera-ready-missing", paper="017", severity="info", message="papers/017.pdf is not there.")
    (row,) = rows(edition(paper("017", people=(ADA,))), awaited)
    assert row["awaited"] == "017: Your PDF is not there."
    assert row["errors"] == ""


def test_a_waived_finding_and_a_withdrawn_paper_owe_nothing() -> None:
    both = edition(paper("017", people=(ADA,)), paper("021", people=(ADA,), status="withdrawn"))
    assert rows(both, msgspec.structs.replace(blocked("017"), waived=True), blocked("021")) == []


def test_without_a_corresponding_author_the_first_with_an_address_is_written_to() -> None:
    (row,) = rows(edition(paper("017", people=(author("Cy Mute"), BO))), blocked("017"))
    assert row["person"] == "Bo Test"


def test_a_paper_without_authors_is_not_lost() -> None:
    anonymous = msgspec.structs.replace(paper("017"), authors=())
    (row,) = rows(edition(anonymous), blocked("017"))
    assert (row["person"], row["papers"]) == ("(no author is named)", "017")


def test_namesakes_with_two_addresses_are_two_people() -> None:
    other = author("Ada Sample", email="ada@example.com", corresponding=True)
    both = edition(paper("017", people=(ADA,)), paper("021", people=(other,)))
    assert len(rows(both, blocked("017"), blocked("021"))) == 2


def test_what_is_wrong_with_the_volume_is_the_chairs() -> None:
    chairs = Volume(editors=(Editor(given="Di", family="Chair", email="di@example.org"),))
    (row,) = rows(edition(volume=chairs), finding("isbn-invalid", message="the ISBN has twelve digits."))
    assert (row["person"], row["email"], row["errors"]) == (
        "(the chairs)",
        "di@example.org",
        "the ISBN has twelve digits.",
    )


def test_what_is_wrong_in_the_files_of_the_chairs_is_no_authors_debt() -> None:
    unplaced = finding("metadata-invalid", 'metadata/program.yml: paper "017" stands in no session.', paper="017")
    unapproved = finding("approval-missing", "nobody has approved it.", paper="017")
    theirs, hers = rows(edition(paper("017", people=(ADA,))), unplaced, unapproved, blocked("017"))
    assert (theirs["person"], theirs["errors"]) == (
        "(the chairs)",
        '017: metadata/program.yml: paper "017" stands in no session.',
    )
    assert (hers["person"], hers["awaited"], hers["errors"]) == (
        "Ada Sample",
        "017: nobody has approved it.",
        "017: Your PDF is locked.",
    )


def test_authors_are_told_without_paths_of_the_edition() -> None:
    missing = finding("source-missing", "metadata/papers/017.yml, line 24: papers/017.zip is missing.", paper="017")
    (row,) = rows(edition(paper("017", people=(ADA,))), missing)
    assert row["awaited"] == "017: 017.zip is missing."


def test_no_cell_is_a_formula() -> None:
    hostile = author("=HYPERLINK(1)", email="+1@example.org")
    (row,) = rows(edition(paper("017", people=(hostile,))), blocked("017"))
    assert row["person"].startswith("'=")
    assert row["email"].startswith("'+")
