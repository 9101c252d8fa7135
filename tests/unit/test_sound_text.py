"""Signs that nobody sees: which do nothing, which do harm, and where an edition loses them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from export_makers import as_json, doubted, hotcrp_paper, written
from metadata_makers import edition_folder
from proceedings.bidi import isolated
from proceedings.codes import finding
from proceedings.importers import read_source
from proceedings.intake.edition_folder import take_in
from proceedings.intake.metadata_files import read_metadata
from proceedings.sound_text import harmful_sign, quotable, sound_record, sound_text, texts_of

IDLE = "\u00ad\u200b\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufeff\U000e0041"
HARMFUL = "\x00\x07\x1b\x7f\x9b\u202d\u202e\ufdd0\ufffe\uffff\U0001fffe"


def test_what_does_nothing_is_left_out_and_what_joins_letters_stays() -> None:
    assert sound_text(f"a{IDLE}b") == "ab" and harmful_sign(f"a{IDLE}b\n\t") is None
    joined = "می\u200cخواهم क्\u200dष \u200fא\u200e 👩\u200d💻 a\u00a0b ❤\ufe0f"
    assert sound_text(joined) == joined


@pytest.mark.parametrize("sign", HARMFUL)
def test_what_harms_is_named_and_left_out(sign: str) -> None:
    assert harmful_sign(f"é{sign}") == sign and sound_text(f"é{sign}b") == "éb"


def test_half_of_a_letter_is_shown_as_lost_and_every_line_ends_in_a_line_feed() -> None:
    assert sound_text("a\ud800b\r\nc\rd\u2028e\x85f") == "a\ufffdb\nc\nd e f"


def test_a_message_keeps_apart_what_runs_the_other_way() -> None:
    told = finding("orphan-pdf", f"{isolated('علي')} \u202eA\ufeff\udcff").message
    assert told == quotable(told) == f"{isolated('علي')} A\ufffd"


def test_no_text_of_an_import_has_them_and_a_doubt_names_the_paper(tmp_path: Path) -> None:
    paper = hotcrp_paper(7, title="So\u00adft \u202eT\x07itle", abstract=f"One{IDLE}.\r\n\r\nTwo\x00.")
    export = read_source("hotcrp", written(tmp_path, {"data.json": as_json([paper, hotcrp_paper(12)])}))
    first = export.edition.papers[0]
    assert (first.title, first.abstract) == ("Soft Title", "One.\n\nTwo.")
    assert ": paper 7 (U+0000, U+202E)" in doubted(export) and "paper 12 (" not in doubted(export)
    assert sound_record(export.edition) == export.edition
    assert not any(map(harmful_sign, texts_of(export.edition)))


def test_no_text_of_the_metadata_has_them_and_the_harmful_are_problems_with_a_place(tmp_path: Path) -> None:
    paper_yml = (
        'title: "So\u00adft\\u2066 Title"\nkeywords: ["a\\u202Eb", c]\n'
        'authors:\n- {literal: A, affiliations: ["k\u200b"]}\naffiliations:\n  k: {name: "Lab\\x9b"}\n'
    )
    texts = {"papers/017.yml": paper_yml, "front_matter/preface.md": "# Pre\u00adface\n\nHere \u202eend.\n"}
    read, problems = read_metadata(edition_folder(tmp_path, "017", **texts) / "metadata")
    paper = read.papers[0].paper
    assert (paper.title, paper.keywords, paper.authors[0].affiliations) == ("Soft Title", ("c",), ("k",))
    told = [(problem.file, problem.line) for problem in problems if "U+" in problem.message]
    assert told == [
        ("metadata/papers/017.yml", 2),
        ("metadata/papers/017.yml", 6),
        ("metadata/front_matter/preface.md", 3),
    ]
    assert (read.front_matter[0].title, read.front_matter[0].markdown) == ("Preface", "Here end.")


@pytest.mark.parametrize("name", ["papers/\udcff.pdf", "metadata/front_matter/\udcff.md", "papers/a\n\u202eb.pdf"])
def test_a_files_name_that_is_no_text_breaks_no_record(tmp_path: Path, name: str) -> None:
    folder = edition_folder(tmp_path, "017")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"Words.")
    edition, findings = take_in(folder / "metadata", folder / "papers")
    assert msgspec.json.encode(edition) and msgspec.json.encode(findings)
    assert not any(harmful_sign(finding.message) for finding in findings)
