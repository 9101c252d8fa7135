"""metadata/accepted.csv as it is read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from metadata_makers import edition_folder, findings_of, only_finding
from proceedings.editions.edition_writer import metadata_files
from proceedings.intake.acceptance_list import read_acceptance_list
from proceedings.intake.edition_folder import take_in
from proceedings.records.edition import AcceptedPaper, Edition

LIST = 'id,title,authors\n017,"One, Two",Ada Sample; Ben Two\n'


def read(folder: Path, text: str | bytes) -> tuple[AcceptedPaper, ...]:
    """The papers of a list without problems."""
    papers, problems = listed(folder, text)
    assert problems == []
    return papers


def listed(folder: Path, text: str | bytes) -> tuple[tuple[AcceptedPaper, ...], list[str]]:
    path = folder / "accepted.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    papers, problems = read_acceptance_list(path, shown_as="metadata/accepted.csv")
    return papers, [f"{each.line}: {each.message}" for each in problems]


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        LIST.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + LIST.encode(),
        LIST.encode("utf-16"),
        'ID;Title;Authors\n017;One, Two;"Ada Sample; Ben Two"\n',
        "id\ttitle\tauthors\n017\tOne, Two\tAda Sample; Ben Two\n\t\t\n",
        'authors,id,title\nAda  Sample;Ben Two;,017,"One, Two"\n',
    ],
)
def test_a_list_is_read_however_a_spreadsheet_saved_it(tmp_path: Path, text: str | bytes) -> None:
    assert read(tmp_path, text) == (
        AcceptedPaper(id="017", title="One, Two", authors=("Ada Sample", "Ben Two"), line=2),
    )


def test_without_a_list_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert read_acceptance_list(tmp_path / "accepted.csv", shown_as="x") == ((), [])


def test_authors_may_be_unknown(tmp_path: Path) -> None:
    assert read(tmp_path, "id,title\n017,One\n")[0].authors == ()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("", "the table is empty"),
        ("paper,title\n017,One\n", "1: there is no column `id`"),
        ("id,titel,authors\n017,One,Ada Sample\n", '1: "titel" is no column'),
        ("id,title,authors\n,One,Ada Sample\n", "2: the line has no id"),
        ("id,title,authors\n017,One,A\n017,Two,B\n", '3: paper "017" stands in line 2 already'),
        ("id,title,authors\n017,One, Two,Ada Sample\n", "2: the line has more cells"),
        ('id,title,authors\n017,One,"Ada Sample, Ben Two and Cy Three"\n', "2: the authors are not set apart"),
        (b"id,title,authors\n017,One,Ren\xe9 Sample\n", "2: the file is not in UTF-8"),
        ('id,title,authors\n017,"One,Ada Sample\n', "the table cannot be read"),
    ],
)
def test_each_fault_is_one_problem_with_its_line(tmp_path: Path, text: str | bytes, fact: str) -> None:
    problems = listed(tmp_path, text)[1]
    assert len(problems) == 1
    assert fact in problems[0]


def test_what_is_wrong_alike_in_many_lines_is_one_problem(tmp_path: Path) -> None:
    papers, problems = listed(tmp_path, LIST + "".join(f"017,One {copy},Ada Sample\n" for copy in range(50_000)))
    assert [paper.title for paper in papers] == ["One, Two"]
    assert problems == [
        '3: paper "017" stands in line 2 already; this line is left out. '
        "The same is wrong in 49,999 more lines: 4, 5, 6, 7, 8, 9 and 49,993 more."
    ]


def test_a_few_lines_are_told_one_by_one(tmp_path: Path) -> None:
    problems = listed(tmp_path, LIST + "017,One,Ada Sample\n" * 3 + ",One,Ada Sample\n" * 2)[1]
    assert [problem.partition(":")[0] for problem in problems] == ["3", "4", "5", "6", "7"]


def test_lost_zeros_have_a_cure_in_each_line(tmp_path: Path) -> None:
    ids = [f"{number:03}" for number in range(1, 9)]
    edition_folder(tmp_path, *ids, **{"accepted.csv": "id\n" + "".join(f"{int(paper)}\n" for paper in ids)})
    cures = [each.remedy for each in findings_of(tmp_path) if "was accepted" in each.message]
    assert cures == [f'Did you mean "{paper}"?' for paper in ids]


def test_the_list_becomes_part_of_the_edition(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"accepted.csv": LIST})
    edition, findings = take_in(tmp_path / "metadata", tmp_path / "papers")
    assert findings == ()
    assert edition.accepted[0].authors == ("Ada Sample", "Ben Two")


def test_a_list_in_which_an_id_lost_its_zeros_has_a_line_and_a_cure(tmp_path: Path) -> None:
    edition_folder(tmp_path, "007", "017", **{"accepted.csv": LIST + "7,Three,Cy Three\n"})
    unknown, unlisted = sorted(findings_of(tmp_path), key=lambda each: each.paper or "")
    assert "metadata/accepted.csv, line 3" in unknown.message
    assert unknown.remedy == 'Did you mean "007"?'
    assert (unlisted.paper, unlisted.severity) == ("007", "warning")


def test_an_accepted_paper_that_nobody_knows_is_a_warning(tmp_path: Path) -> None:
    edition_folder(tmp_path, "017", **{"accepted.csv": LIST + "099,Gone,Cy Three\n"})
    assert only_finding(tmp_path).severity == "warning"


def test_a_list_that_an_importer_writes_is_read_again(tmp_path: Path) -> None:
    accepted = (AcceptedPaper(id="17", title='One, "Two"', authors=("Ada Sample", "Benoît Two")),)
    text = metadata_files(Edition(accepted=accepted), "EasyChair")["metadata/accepted.csv"]
    assert read(tmp_path, text) == (msgspec.structs.replace(accepted[0], line=2),)


def test_invited_and_withdrawn_papers_need_not_be_on_the_list(tmp_path: Path) -> None:
    text = (edition_folder(tmp_path) / "metadata/papers/017.yml").read_text("utf-8")
    files = {"papers/021.yml": text + "type: invited\n", "papers/022.yml": text + "status: withdrawn\n"}
    edition_folder(tmp_path, "017", "021", "022", **{"accepted.csv": LIST, **files})
    (tmp_path / "papers/022.pdf").unlink()
    unlisted = [each for each in findings_of(tmp_path) if "accepted.csv" in each.message]
    assert unlisted == []
