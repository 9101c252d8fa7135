"""The author's self-check of one PDF: the chair's checks, one command, an honest exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from check_paper import main
from proceedings.checks.receipt import receipt_mismatch
from proceedings.checks.rules import Rules
from proceedings.codes import finding
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.profile import load_profile
from proceedings.reading.reading import Reading
from proceedings.records.paper import Paper
from proceedings.self_pictures import write_pictures
from proceedings.terminal_findings import finding_lines

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_paper.py"
PAPER = Path(__file__).parents[2] / "papers" / "017.pdf"
NASTY = Path(__file__).parents[3] / "shared" / "corpora" / "nasty"
KEYS = {"paper", "code", "severity", "page", "box", "message", "remedy", "waived"}


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    status = main([str(each) for each in (*arguments, "--json")])
    written = json.loads(capsys.readouterr().out)
    assert set(written) == {"findings"}
    assert all(set(each) == KEYS for each in written["findings"])
    return status, written["findings"]


def test_a_clean_paper_has_no_finding_and_status_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(capsys, PAPER, "--profile", "lncs") == (0, [])


def test_an_error_gives_status_one_and_names_the_paper_by_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = as_json(capsys, PAPER, "--profile", "lncs", "--max-pages", "1")
    assert status == 1
    assert [(each["paper"], each["code"], each["severity"]) for each in found] == [("017", "page-limit", "error")]
    assert "at most 1 page is allowed." in found[0]["message"]


def test_messages_name_the_file_by_the_path_that_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "my draft.PDF").write_bytes(PAPER.read_bytes())
    monkeypatch.chdir(tmp_path)
    _, found = as_json(capsys, "drafts/my draft.PDF", "--profile", "ieee", "--max-pages", "1")
    assert len(found) > 1
    assert all(each["message"].startswith("drafts/my draft.PDF") for each in found)
    main(["drafts/my draft.PDF", "--profile", "ieee", "--max-pages", "1"])
    told = capsys.readouterr().out
    assert "papers/" not in told and told.startswith("drafts/my draft.PDF: ")


def test_too_short_a_paper_is_a_warning_that_blocks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = as_json(capsys, PAPER, "--profile", "lncs", "--min-pages", "90")
    assert (status, [each["code"] for each in found]) == (0, ["page-minimum"])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "not-a-pdf"),
        ("page.pdf", b"<!doctype html><html>Sign in</html>", "not-a-pdf"),
        ("noise.pdf", bytes(range(256)) * 40, "not-a-pdf"),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj<<", "damaged-pdf"),
        ("odd \x1b[31m name.pdf", b"PK\x03\x04", "not-a-pdf"),
    ],
)
def test_whatever_lies_under_the_name_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    status, found = as_json(capsys, tmp_path / name, "--profile", "acl")
    assert (status, [each["code"] for each in found]) == (1, [code])


def test_a_folder_and_a_file_that_is_not_there_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, words in ((tmp_path, "it is a folder"), (tmp_path / "none.pdf", "there is no such file")):
        status, found = as_json(capsys, path, "--profile", "acl")
        assert (status, len(found)) == (1, 1)
        assert words in found[0]["message"]
        assert "not a PDF" not in found[0]["message"]
        assert found[0]["remedy"] == "Give the path of the paper's PDF."


def test_a_name_that_is_no_text_breaks_nothing(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.pdf"
    try:
        Path(os.fsdecode(name)).write_bytes(b"")
    except OSError:
        pytest.skip("this file system holds names in UTF-8 alone")
    for json_asked in ([], ["--json"]):
        done = subprocess.run([sys.executable, SCRIPT, name, "--profile", "acl", *json_asked], capture_output=True)
        assert (done.returncode, done.stderr) == (1, b"")


def test_an_unknown_profile_is_wrong_use_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PAPER), "--profile", "springer"]) == 2
    told = capsys.readouterr()
    assert told.out == "" and len(told.err.splitlines()) == 1
    assert '"springer"' in told.err and "lncs" in told.err


def test_with_json_an_unknown_profile_is_an_object_too(capsys: pytest.CaptureFixture[str]) -> None:
    status, found = as_json(capsys, PAPER, "--profile", "springer")
    assert (status, [each["severity"] for each in found]) == (2, ["error"])


def test_an_own_profile_is_given_by_its_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ours.yml").write_text("based_on: lncs\nmost_bytes: 10\n")
    status, found = as_json(capsys, PAPER, "--profile", str(tmp_path / "ours.yml"))
    assert (status, [each["code"] for each in found]) == (0, ["file-size"])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x.pdf"],
        ["x.pdf", "--profile", "acl", "--max-pages", "0"],
        ["x.pdf", "--profile", "acl", "--min-pages", "12", "--max-pages", "6"],
    ],
)
def test_wrong_use_has_a_status_of_its_own(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


def test_what_only_the_chairs_can_compare_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = as_json(capsys, PAPER, "--profile", "ceurart")
    assert not [each for each in found if "mismatch" in each["code"]]


def test_the_receipt_is_confirmed_by_the_chairs_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PAPER), "--profile", "lncs"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("Receipt: lncs-")
    paper = Paper(id="017", receipt=last.removeprefix("Receipt: "))
    assert not list(receipt_mismatch(paper, Reading(inspect_paper(PAPER, "017")), Rules(profile=load_profile("lncs"))))


def test_a_length_that_nobody_limited_is_said_to_be_unchecked(capsys: pytest.CaptureFixture[str]) -> None:
    for limit, told in (([], True), (["--max-pages", "12"], False)):
        main([str(PAPER), "--profile", "lncs", *limit])
        assert ("No page limit was given" in capsys.readouterr().out) == told


def test_the_pages_that_findings_name_are_drawn_and_nothing_else_is_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.png").write_bytes(b"kept")
    assert main([str(PAPER), "--profile", "lncs", "--max-pages", "1", "--pictures", str(tmp_path)]) == 1
    drawn = sorted(path.name for path in tmp_path.iterdir())
    assert drawn == ["017-p2.png", "mine.png"]
    told = capsys.readouterr().out
    assert f"Pictures: 1 page in {tmp_path}" in told and "page-limit, shown in 017-p2.png" in told


def test_the_marks_of_a_page_answer_to_their_findings(tmp_path: Path) -> None:
    facts = inspect_paper(PAPER, "017")
    boxes = (100.0, 100.0, 200.0, 120.0), (100.0, 300.0, 200.0, 320.0)
    upper, lower = (finding("gutter", "x", paper="017", page=2, box=box) for box in boxes)
    only, whole = finding("gutter", "x", paper="017", page=1, box=boxes[0]), finding("page-size", "y", paper="017")
    drawn = write_pictures(PAPER, facts, [upper, lower, only, whole], load_profile("lncs"), tmp_path)
    assert [file.name for file in drawn.files] == ["017-p1.png", "017-p2.png"]
    assert drawn.places == {upper: "017-p2.png, mark 1", lower: "017-p2.png, mark 2", only: "017-p1.png"}
    text = "\n".join(finding_lines(facts, [lower], file="017.pdf", profile="LNCS", places=drawn.places))
    assert "gutter, shown in 017-p2.png, mark 2" in text


def test_a_relative_path_that_leads_nowhere_is_told_with_the_folder_it_begins_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["drafts/none.pdf", "--profile", "acl"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert f"There is no drafts/none.pdf in {tmp_path}." in told
    assert "nothing could be checked" in told and "PDF:" not in told


def test_pictures_that_cannot_be_written_are_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    arguments = ["--profile", "lncs", "--max-pages", "1", "--pictures", str(tmp_path / "file")]
    assert main([str(PAPER), *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_same_file_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for _ in range(2):
        main([str(PAPER), "--profile", "ieee"])
        texts.append(capsys.readouterr().out)
    assert texts[0] == texts[1]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f'"{sys.executable}" "{SCRIPT}" "{PAPER}" --profile ieee | head -1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert done.stdout.startswith(f"{PAPER}: ") and done.stderr == ""


def test_a_typing_error_loads_no_pdf_engine() -> None:
    program = (
        "import sys, check_paper; status = check_paper.main(['x.pdf', '--profile', 'none']);"
        "print(status, sorted({'numpy', 'pikepdf', 'pypdfium2', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=SCRIPT.parent, capture_output=True, text=True)
    assert done.stdout == "2 []\n"


@pytest.mark.skipif(not NASTY.is_dir(), reason="the corpus of broken files is not beside the repository")
def test_no_nasty_file_ends_in_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(path for path in NASTY.rglob("*.pdf") if path.stat().st_size < 100_000)[::25]
    assert files
    for path in files:
        status, found = as_json(capsys, path, "--profile", "acm")
        assert status == int(any(each["severity"] == "error" for each in found)), path
