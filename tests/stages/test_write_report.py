import time
from pathlib import Path

import msgspec
import pytest

from builders import edition, facts, paper
from html_reading import StrictPage
from proceedings.codes import finding
from proceedings.records.edition import LedgerLine
from proceedings.records.finding import FindingsFile
from proceedings.records.placement import Pagination, Placement
from proceedings.records.programme import Session
from proceedings.records.record_files import write_records
from proceedings.report.compose import report_page
from proceedings.report.papers_view import Build
from proceedings.report.render import render_report
from report_makers import block, difficult_build, proof_of, table_of
from write_report import main

TABLE = "id,session,title,authors,first_page,last_page,pages,doi,sha256\n017,S,T,A,1,4,4,,abc\n"


def arguments(folder: Path, *more: str) -> list[str]:
    names = {
        "--edition": "work/papers.json",
        "--findings": "findings.json",
        "--table": "papers.csv",
        "--proof": "proof.json",
        "--facts-folder": "work/facts",
        "--output": "report/index.html",
    }
    return [word for option, name in names.items() for word in (option, str(folder / name))] + list(more)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    build = difficult_build()
    write_records(tmp_path / "work/papers.json", build.edition)
    write_records(tmp_path / "findings.json", FindingsFile(findings=build.findings))
    return tmp_path


def page(output: Path) -> StrictPage:
    return StrictPage((output / "report/index.html").read_text("utf-8"))


def test_a_report_is_written_from_all_records(output: Path) -> None:
    write_records(output / "proof.json", proof_of(difficult_build()))
    write_records(output / "work/facts/0.json", [facts("017")])
    (output / "papers.csv").write_text(TABLE, "utf-8")
    assert main(arguments(output)) == 0
    assert "All 184 internal links" in page(output).text
    assert "../papers/017.pdf" in page(output).values("href")


def test_a_report_is_written_when_nothing_else_could_be_built(output: Path) -> None:
    assert main(arguments(output)) == 0
    assert "7 of 10 papers are ready" in page(output).text
    assert "There is no proof yet" in page(output).text


def test_a_broken_proof_is_done_without_and_said(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "proof.json").write_text('{"volume": 3}', "utf-8")
    assert main(arguments(output)) == 0
    assert "proof.json" in capsys.readouterr().err


def test_without_findings_there_is_one_line_and_no_report(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (output / "findings.json").unlink()
    assert main(arguments(output)) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (output / "report").exists()


def test_only_files_that_exist_are_listed(output: Path) -> None:
    (output / "proceedings.bib").write_text("", "utf-8")
    more = [str(output / name) for name in ("proceedings.bib", "artifact-appendix.pdf")]
    assert main(arguments(output, "--deliverables", *more)) == 0
    listed = [link for link in page(output).values("href") if link.startswith("../p") or link.startswith("../a")]
    assert listed == ["../proceedings.bib"]


def test_the_same_inputs_give_the_same_bytes_and_name_no_folder(output: Path) -> None:
    assert main(arguments(output)) == 0
    first = (output / "report/index.html").read_bytes()
    assert main(arguments(output)) == 0
    assert (output / "report/index.html").read_bytes() == first
    assert str(output).encode() not in first


def test_two_thousand_papers_make_a_page_of_a_few_megabytes_in_a_second_or_two() -> None:
    papers = tuple(paper(f"{number:04}", reproducibility=block(2, 4, 3, 1, 1, 2)) for number in range(2000))
    ids = [each.id for each in papers]
    large = edition(
        *papers,
        sessions=tuple(Session(title=f"Session {at}", papers=tuple(ids[at : at + 20])) for at in range(0, 2000, 20)),
    )
    found = tuple(finding("type3-font", "A Type 3 font.", paper=id, page=3, severity="warning") for id in ids[::2])
    build = Build(edition=large, findings=found, table=table_of(large), facts={id: facts(id) for id in ids})
    began = time.process_time()
    html = render_report(report_page(build, proof_of(build)))
    assert time.process_time() - began < 5
    assert len(html) < 4_500_000


def test_the_report_says_what_has_changed_since_the_pages_were_frozen(output: Path) -> None:
    ledger = (LedgerLine(id="017", first_page=1, pages=8, sha256="a" * 64),)
    write_records(output / "work/papers.json", msgspec.structs.replace(difficult_build().edition, ledger=ledger))
    write_records(output / "work/facts/0.json", [facts("017", 4)])
    places = Pagination(placements=(Placement(paper="017", first_page=1, last_page=4),), next_page=9)
    write_records(output / "work/pagination.json", places)
    main([*arguments(output), "--pagination", str(output / "work/pagination.json")])
    words = page(output).text
    assert "The pages of 1 paper are frozen" in words
    assert "017 the file was replaced 1–8 1–4" in words


def test_without_a_ledger_the_report_does_not_speak_of_freezing(output: Path) -> None:
    write_records(output / "work/pagination.json", Pagination())
    main([*arguments(output), "--pagination", str(output / "work/pagination.json")])
    assert "frozen" not in page(output).text.replace("phase: frozen", "")
