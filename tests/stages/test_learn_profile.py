from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from learn_profile import main
from pdf_makers import paper_pdf
from planted.tex import HEXADECIMAL, class_missing, tex_missing
from proceedings.checks.page_boxes import page_size
from proceedings.checks.registry import check_paper
from proceedings.checks.rules import Rules
from proceedings.inspection.pdf_inspection import inspect_paper
from proceedings.learned_profile import learned_profile
from proceedings.profile import FormatProfile, TextBlock, load_profile
from proceedings.reading.reading import Reading
from proceedings.records.paper import Paper

TEMPLATES = Path(__file__).parents[1] / "templates"
SAMPLE = Path(__file__).parents[2] / "papers" / "017.pdf"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
NEAR = 0.6
"""Points by which releases of TeX Live may differ."""


def set_template(name: str, folder: Path, **values: str) -> Path:
    """The paper of tests/templates/NAME.tex, set twice by pdflatex. Skips without TeX or the class."""
    if reason := tex_missing() or class_missing(name):
        pytest.skip(reason)
    for source in TEMPLATES.glob("*.tex"):
        shutil.copy(source, folder)
    (folder / "binhex.tex").write_text(HEXADECIMAL)
    given = "".join(rf"\def\{key}{{{value}}}" for key, value in values.items())
    command = ["pdflatex", "-interaction=batchmode", f"-jobname={name}", rf"{given}\input{{{name}}}"]
    for _ in range(2):
        subprocess.run(command, cwd=folder, capture_output=True, check=False, env=os.environ | {"TEXINPUTS": ".:"})
    return folder / f"{name}.pdf"


def learned(pdf: Path) -> FormatProfile:
    return learned_profile(Reading(inspect_paper(pdf, pdf.stem)))


def assert_committed(found: FormatProfile, name: str) -> None:
    """What was learned is what the packaged profile has among its values."""
    committed = load_profile(name)
    near = functools.partial(pytest.approx, abs=NEAR)
    (size,), (place,) = found.page_sizes or (), found.text_block.places.values()
    assert size in (committed.page_sizes or ())
    assert place == (near(committed.text_block.places[size][0]),)
    block = committed.text_block
    assert (found.text_block.width, found.text_block.height) == (near(block.width), near(block.height))
    assert found.columns == committed.columns
    assert bool(found.gutter) == bool(committed.gutter) and set(found.gutter or ()) <= set(committed.gutter or ())
    assert (found.body.size, found.body.leading) == (committed.body.size, (committed.body.leading or ())[:1])
    assert found.body.families and set(found.body.families) <= set(committed.body.families or ())
    unwanted = ("unwanted", "allowed")
    assert found.running_heads == committed.running_heads or committed.running_heads in unwanted[1:]
    assert found.page_numbers == committed.page_numbers or committed.page_numbers in unwanted[1:]


def taught() -> FormatProfile:
    """What a paper of acl teaches: one value of each measure."""
    whole = load_profile("acl")
    places = {"a4": whole.text_block.places["a4"][:1]}
    return msgspec.structs.replace(whole, text_block=msgspec.structs.replace(whole.text_block, places=places))


@pytest.mark.parametrize(
    "lacking",
    [
        {"page_sizes": ()},
        {"columns": None},
        {"gutter": ()},
        {"text_block": TextBlock(width=taught().text_block.width, height=taught().text_block.height)},
        {"text_block": TextBlock(places=taught().text_block.places)},
        {"body": msgspec.structs.replace(taught().body, families=())},
        {"body": msgspec.structs.replace(taught().body, size=None)},
        {"body": msgspec.structs.replace(taught().body, leading=())},
        {"running_heads": "allowed"},
        {"page_numbers": None},
    ],
)
def test_a_profile_that_lacks_a_measure_is_not_the_packaged_one(lacking: dict[str, object]) -> None:
    assert_committed(taught(), "acl")
    with pytest.raises((AssertionError, ValueError)):
        assert_committed(msgspec.structs.replace(taught(), **lacking), "acl")


@pytest.mark.parametrize("name", ["lncs", "acm", "ieee"])
def test_the_packaged_profile_is_what_the_class_teaches(name: str, tmp_path: Path) -> None:
    assert_committed(learned(set_template(name, tmp_path)), name)


def test_ieee_s_block_lies_elsewhere_on_a4(tmp_path: Path) -> None:
    found = learned(set_template("ieee", tmp_path, paper="a4paper"))
    assert found.page_sizes == ("a4",)
    assert_committed(found, "ieee")


@pytest.mark.parametrize(
    ("name", "file"),
    [("acl", "volumes/sigturk2026-acl/papers/10.pdf"), ("ceurart", "volumes/paar2022-ceur/proceedings/paper14.pdf")],
)
def test_the_packaged_profile_is_what_a_published_paper_teaches(name: str, file: str) -> None:
    if not (CORPORA / file).is_file():
        pytest.skip(f"no {CORPORA.name}/{file} beside the repository")
    assert_committed(learned(CORPORA / file), name)


def learn(*arguments: str | Path) -> int:
    return main([str(each) for each in arguments])


def test_a_learned_profile_is_one_that_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "metadata" / "ours.yml"
    assert learn(SAMPLE, "--name", "ours", "--output", output) == 0
    assert "write `profile: ours`" in capsys.readouterr().out
    ours = load_profile("ours", output.parent)
    assert (ours.name, ours.columns, ours.severities) == ("ours", 1, {})
    assert ours.text_block.places and ours.body.size and ours.body.leading


def test_what_is_not_measured_may_come_from_a_packaged_profile(tmp_path: Path) -> None:
    output = tmp_path / "ours.yml"
    assert learn(SAMPLE, "--name", "ours", "--based-on", "lncs", "--output", output) == 0
    assert load_profile("ours", tmp_path).severities == load_profile("lncs").severities


def test_the_same_paper_teaches_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert learn(SAMPLE, "--name", "ours", "--output", tmp_path / folder / "ours.yml") == 0
    assert (tmp_path / "a" / "ours.yml").read_bytes() == (tmp_path / "b" / "ours.yml").read_bytes()


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "ours.yml"
    output.write_text("columns: 2\n")
    assert learn(SAMPLE, "--name", "ours", "--output", output) == 1
    assert output.read_text() == "columns: 2\n"
    assert capsys.readouterr().err.count("\n") == 1


def test_a_paper_of_any_page_size_teaches_its_place(tmp_path: Path) -> None:
    paper_pdf(tmp_path / "book.pdf", pages=4, size=(486, 720))
    assert learn(tmp_path / "book.pdf", "--name", "ours", "--output", tmp_path / "ours.yml") == 0
    ours = load_profile("ours", tmp_path)
    assert ours.page_sizes == ("486x720",) and ours.places_on((486, 720))
    assert not list(check_paper(Paper(id="017"), read("book.pdf", tmp_path), Rules(profile=ours)))
    paper_pdf(tmp_path / "letter.pdf", pages=4, size=(612, 792))
    (found,) = page_size(Paper(id="017"), read("letter.pdf", tmp_path), Rules(profile=ours))
    assert found.message == "papers/017.pdf: pages 1–4 are US Letter; asked is 171 x 254 mm."


def read(name: str, folder: Path) -> Reading:
    return Reading(inspect_paper(folder / name, "017"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lncs", "comes with Bindery"),
        ("../ours", "is no name"),
        ("ours.yml", "Give that of the profile, ours."),
        ("lncs.yaml", "Give that of the profile, lncs."),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert learn(SAMPLE, f"--name={name}", "--output", tmp_path / "x.yml") == 1
    assert words in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_a_file_that_teaches_nothing_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words.pdf").write_text("no PDF")
    paper_pdf(tmp_path / "empty.pdf", pages=1, fill=0.05)
    for pdf in ("words.pdf", "empty.pdf", "absent.pdf"):
        assert learn(tmp_path / pdf, "--name", "ours", "--output", tmp_path / "ours.yml") == 1
        assert capsys.readouterr().err.count("\n") == 1
