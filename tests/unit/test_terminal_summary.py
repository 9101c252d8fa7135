from builders import edition, paper
from proceedings.codes import finding
from proceedings.records.finding import Finding
from proceedings.terminal_summary import finding_line, summary_lines
from report_makers import difficult_edition, sixty_findings

REPORT = "output/report/index.html"


def faults(*ids: str) -> tuple[Finding, ...]:
    return tuple(
        finding("password", f"The file asks for password {number}.", paper=id, severity="error")
        for number, id in enumerate(ids)
    )


def test_the_last_lines_name_what_blocks_the_state_and_where_to_look() -> None:
    lines = summary_lines(difficult_edition(), sixty_findings(), report=REPORT)
    assert "papers/021.pdf: The PDF is not there. Next: Put it at papers/021.pdf." in lines
    assert lines[-1] == f"4 errors, 37 warnings, 18 notes, 1 waived. Everything is in {REPORT}"
    assert not any("Something is seen" in line for line in lines)


def test_the_findings_of_one_paper_stand_together_in_volume_order() -> None:
    lines = summary_lines(difficult_edition(), tuple(reversed(sixty_findings())), report=REPORT)
    begun = [line.split(":")[0] for line in lines if line.startswith("papers/") and "belongs to no" not in line]
    assert begun == ["papers/014.pdf", "papers/017.pdf, page 3", "papers/017.pdf, page 6", "papers/021.pdf"]


def test_no_line_is_wider_than_a_hundred_columns() -> None:
    long = finding("password", "word " * 60, paper="017", severity="error", remedy="step " * 40)
    lines = summary_lines(edition(paper()), (long,), report=REPORT)
    assert max(map(len, lines)) <= 100
    assert lines[1].startswith("    ")


def test_twelve_findings_are_written_out_and_the_others_counted() -> None:
    ids = [f"{number:03}" for number in range(17)]
    lines = summary_lines(edition(*map(paper, ids)), faults(*ids), report=REPORT)
    assert sum(line.startswith("papers/") for line in lines) == 12
    assert "... and 5 more errors." in lines


def test_what_is_the_same_of_several_papers_is_told_once() -> None:
    ids = [f"{number:03}" for number in range(17)]
    zips = tuple(finding("source-missing", f"papers/{id}.zip is missing.", paper=id, severity="error") for id in ids)
    lines = summary_lines(edition(*map(paper, ids)), (*zips, *faults("004")), report=REPORT)
    told = " ".join(line.strip() for line in lines)
    assert "papers/000.zip is missing. The same of 001, 002, " in told and ", 012 and 4 more. Next: " in told
    assert told.count(".zip is missing") == 1 and "asks for password" in told
    assert not any("more error" in line for line in lines)


def test_what_names_each_paper_in_quotes_is_told_once() -> None:
    ids = ("003", "007", "011")
    unplaced = tuple(
        finding("metadata-invalid", f'metadata/program.yml: paper "{id}" stands in no session.', paper=id) for id in ids
    )
    lines = summary_lines(edition(*map(paper, ids)), unplaced, report=REPORT)
    assert lines[0].startswith('metadata/program.yml: paper "003" stands in no session. The same of 007 and 011.')


def test_two_papers_with_the_same_fault_have_a_line_each() -> None:
    pair = tuple(finding("source-missing", f"papers/{id}.zip is missing.", paper=id, severity="error") for id in "12")
    lines = summary_lines(edition(paper("1"), paper("2")), pair, report=REPORT)
    assert [line[:12] for line in lines if line.startswith("papers/")] == ["papers/1.zip", "papers/2.zip"]


def test_one_bad_paper_does_not_hide_the_others() -> None:
    lines = summary_lines(edition(paper("001"), paper("002")), faults(*["001"] * 20, "002"), report=REPORT)
    assert [line[:14] for line in lines if line.startswith("papers/")] == ["papers/001.pdf"] * 3 + ["papers/002.pdf"]
    assert "... and 17 more errors." in lines


def test_all_errors_of_one_paper_are_written_out_where_there_is_room() -> None:
    lines = summary_lines(edition(paper("001")), faults(*["001"] * 5), report=REPORT)
    assert sum(line.startswith("papers/001.pdf") for line in lines) == 5


def test_a_pdf_under_a_wrong_name_is_told_while_a_paper_is_missing() -> None:
    stray = finding("orphan-pdf", "papers/final.pdf belongs to no paper.", severity="warning")
    awaited = finding("camera-ready-missing", "papers/001.pdf is missing.", paper="001", severity="info")
    shown = "papers/final.pdf belongs to no paper."
    assert any(shown in line for line in summary_lines(edition(paper("001")), (stray, awaited), report=REPORT))
    assert not any(shown in line for line in summary_lines(edition(paper("001")), (stray,), report=REPORT))


def test_a_message_that_names_its_file_is_not_given_another() -> None:
    named = Finding(code="metadata-invalid", message="metadata/papers/017.yml, line 3: no title.", paper="017")
    assert finding_line(named) == "metadata/papers/017.yml, line 3: no title."
    assert finding_line(Finding(code="proof-mismatch", message="A page is lost.")) == "The volume: A page is lost."


def test_control_characters_of_a_message_do_not_reach_the_terminal() -> None:
    hostile = finding("password", "A \x1b[31mred\x1b[0m title.\x07", paper="017", severity="error")
    assert "\x1b" not in "".join(summary_lines(edition(paper()), (hostile,), report=REPORT))


def test_a_build_without_findings_is_two_lines() -> None:
    assert summary_lines(edition(paper()), (), report=REPORT) == (
        "The only paper is ready; nothing blocks the bundle.",
        f"No findings. Everything is in {REPORT}",
    )


def test_the_chairs_own_notes_are_shown_shortened_and_counted() -> None:
    noted = [paper(f"{number:03}", notes="Ask\nAda. " + "Wait. " * 60 * (number == 0)) for number in range(14)]
    lines = summary_lines(edition(*noted), (), report=REPORT)
    assert lines[0].startswith("Your note on paper 000: Ask Ada. Wait.") and lines[1].endswith(" ...")
    assert "Your note on paper 001: Ask Ada." in lines and "... and 2 more notes of yours." in lines
