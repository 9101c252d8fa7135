"""The letter: what it asks, and what it does not."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

import msgspec
import pytest

from proceedings.codes import all_codes
from proceedings.proofs.asking import as_asked
from proceedings.proofs.compose import authors_proof
from proceedings.proofs.letter import letter
from proceedings.records.paper import Author
from proceedings.records.reproducibility import Reproducibility
from proof_makers import ADDRESS, LACKING, approved, built, described, found, letter_of, volume


def words(text: str) -> str:
    """The letter as one line."""
    return " ".join(text.split())


def headings_of(text: str) -> list[str]:
    """The lines that are underlined."""
    lines = text.splitlines()
    return [line for line, below in pairwise(lines) if below and set(below) == {"-"}]


def test_a_paper_that_lacks_nothing_is_asked_for_its_approval_alone() -> None:
    text = letter_of()
    assert text.startswith("To: Ada Sample <ada@example.org>\nSubject: DLS 2019, paper 017: your proof\n\n")
    assert "Dear Ada Sample,\n" in text
    assert "This paper is ready: please approve it. Please answer by 20 May 2019." in words(text)
    assert headings_of(text) == ["What to do", "Reproducibility", "How to answer", "How to approve"]
    assert text.endswith("With kind regards,\nBo Two, editor\n")
    assert len(text.splitlines()) < 55


def test_no_line_is_longer_than_a_mail_wraps() -> None:
    text = letter_of(described(reproducibility=LACKING), found(page=3), found("title-mismatch", "warning"))
    assert max(map(len, text.splitlines())) <= 76


def test_what_blocks_comes_first_with_page_fact_and_cure() -> None:
    text = letter_of(None, found("page-limit", "info"), found("body-font", "warning"), found(page=3))
    headings = headings_of(text)
    assert headings[1:4] == ["What keeps the paper back", "What should be looked at", "What you may leave as it is"]
    assert "1. Page 3: Figure 2 uses the Type 3 font DejaVuSans. Cure:" in words(text)
    assert "Cure: Save plots again with TrueType or Type 1 fonts" in words(text)
    assert "1 point keeps this paper back, and 1 point should be looked at." in words(text)
    assert "send us the corrected PDF or your answer by 20 May 2019." in words(text)


def test_what_has_one_cure_is_one_point_and_a_cure_is_told_once() -> None:
    places = [found(page=page, message=f"Figure {page} uses a Type 3 font.") for page in (3, 4)]
    text = words(letter_of(None, *places, found(page=9, severity="info", message="Figure 9 uses one too.")))
    assert "1. 2 of one kind: * Page 3: Figure 3 uses a Type 3 font. * Page 4: Figure 4" in text
    assert text.count("Save plots again") == 1
    assert 'Page 9: Figure 9 uses one too. Cure: as above for "Page 3: Figure 3 uses a Type 3 font."' in text


def test_one_page_is_not_called_pages() -> None:
    assert "(pages 1–3, which may still move)" in words(letter_of())
    (one,) = built().placements.values()
    papers = msgspec.structs.replace(built(), placements={"017": msgspec.structs.replace(one, last_page=1)})
    assert "(page 1, which may still move)" in words(letter(authors_proof(papers.edition.papers[0], papers)))


def test_a_cure_that_is_the_chairs_is_worded_for_the_authors() -> None:
    text = words(letter_of(None, found("source-missing", "warning", message="There are no sources.")))
    assert "Cure: Send us the LaTeX or Word sources in one archive." in text
    assert "Ask the authors" not in text


def test_every_rung_that_is_missing_is_asked_with_what_lifts_the_item_one_step() -> None:
    text = words(letter_of(described(reproducibility=LACKING)))
    assert "1. Software SW1 (PyTorch) is stated. Give the `version` that was run, a `commit` in full or a" in text
    assert "digest: it is then identified. 2. Software SW2 (GCC) is identified. Give a `url` that begins" in text
    assert "3. Software SW3 (Ours) is resolvable. Give the `doi` or `swhid` of a deposit, for instance at" in text
    assert "4. Hardware HW1 (Sample-1) is stated. Give `host_processor_model_name` or" in text
    assert "5. Artifact A1 (Scripts) is stated. Give a `url` of one release or commit, not of a branch: it is" in text
    assert "it is then resolvable. Or give the `doi` or `swhid` of a deposit" in text
    assert "5 of 5 items can climb a step. The call asks for these answers." in text


def test_what_the_ladder_says_is_not_asked_a_second_time() -> None:
    told = found("item-unidentified", "warning", message="which version is meant is not said of PyTorch.")
    text = letter_of(described(reproducibility=LACKING), told)
    assert "item-unidentified" not in text
    assert "What should be looked at" not in text


def test_authors_are_not_told_lines_of_files_that_they_do_not_see() -> None:
    told = found("metadata-missing", "warning", message="metadata/papers/017.yml, line 3: the abstract is missing.")
    assert "1. The abstract is missing. Cure:" in words(letter_of(None, told))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("papers/017.pdf, page 1: the paper names nobody.", "Your PDF, page 1: the paper names nobody."),
        (
            "papers/017.pdf is another one. 2 findings that follow from it are not listed: 2 × gutter (pages 3, 5).",
            "Your PDF is another one. 2 findings that follow from it are not listed.",
        ),
        ("papers/017-old.pdf is a second one.", "017-old.pdf is a second one."),
        (
            "metadata/papers/017.yml: “Bo Test” was no author then (metadata/accepted.csv, line 3).",
            "“Bo Test” was no author then.",
        ),
        ("metadata/papers/017.yml: papers/017.zip is named here.", "017.zip is named here."),
        ('metadata/accepted.csv: paper "017" of metadata/papers/ is not in it.', 'Paper "017" is not in it.'),
        ("The title differs from metadata/papers/017.yml, line 3.", "The title differs from our records."),
    ],
)
def test_nothing_is_told_in_paths_of_the_edition(message: str, told: str) -> None:
    for severity in ("error", "warning", "info"):
        text = letter_of(None, found("authors-changed", severity, message=message))
        assert f"1. {told}" in words(text)
        assert not re.search(r"metadata/|papers/|\[[a-z]+-[a-z-]+\]", text)


def test_a_kind_of_which_nothing_is_said_stands_on_the_ladder() -> None:
    silence = found(
        "reproducibility-missing", "warning", message="metadata/papers/017.yml: nothing is said of the hardware used."
    )
    text = letter_of(described(reproducibility=Reproducibility()), silence)
    assert "Nothing is stated yet. The call asks for these answers." in words(text)
    assert "1. Nothing is said of the hardware used. Cure: Tell us which were used," in words(text)
    assert "What should be looked at" not in text


def test_what_the_chairs_have_waived_is_not_asked() -> None:
    text = letter_of(
        described(reproducibility=LACKING), found(waived=True), found("item-unidentified", "warning", waived=True)
    )
    assert "type3-font" not in text and "What keeps" not in text
    assert "SW1 (PyTorch)" not in text
    assert "SW2 (GCC) is identified" in words(text)


def test_what_the_edition_has_turned_off_is_not_asked() -> None:
    off = volume(severities={"item-not-persistent": "off"})
    text = words(letter_of(described(reproducibility=LACKING), volume=off))
    assert "SW3" not in text
    assert "persistent:" not in text and "Or give" not in text


def test_what_the_paper_describes_itself_is_not_asked_a_second_time() -> None:
    described_there = found("artifacts-described", "info", page=9, message="the paper describes its artifacts itself.")
    silence = found("reproducibility-missing", "info", message="nothing is said of the hardware used.")
    text = words(letter_of(described(reproducibility=LACKING), described_there, silence))
    assert "The paper describes its artifacts itself, and the appendix has a link to that page" in text
    assert "SW1" not in text and "reproducibility-missing" not in text
    assert "Take a step up" not in text


def test_what_a_certificate_covers_is_left_as_it_is() -> None:
    leave = all_codes()["certified"].leave
    text = words(letter_of(None, found("stamp-collision", "info", message="The foot is taken.", remedy=leave)))
    assert f"Cure: {leave}" in text


@pytest.mark.parametrize("code", [code for code, known in all_codes().items() if not known.chairs])
def test_no_cure_sends_authors_to_themselves_or_into_files_of_the_chairs(code: str) -> None:
    cure = as_asked(found(code)).remedy
    assert not re.search(
        r"[Aa]sk the author|the authors|metadata/|\.yml|papers/<id>|`repair|not_applicable|`(?:url|doi|swhid)`", cure
    )


def test_an_edition_that_does_not_ask_for_reproducibility_does_not_ask_here() -> None:
    assert "ladder" not in letter_of(described(reproducibility=LACKING), volume=volume(reproducibility="off"))


def test_answers_that_are_only_welcome_are_called_so() -> None:
    text = letter_of(described(reproducibility=LACKING), volume=volume(reproducibility="encouraged"))
    assert "These answers are welcome, and no duty." in words(text)


def test_a_missing_paper_is_asked_for_its_pdf_and_not_for_approval() -> None:
    missing = found("camera-ready-missing", message="papers/017.pdf is missing.")
    text = words(letter_of(None, missing, arrived=False))
    assert "The PDF of this paper has not come yet." in text
    assert "1. Send us the final PDF by 20 May 2019." in text
    assert "With this letter comes 017.html" in text and "017.pdf, the paper" not in text
    assert "I approve" not in text
    assert "There is nothing to approve before the PDF is here" in text


def test_a_deadline_that_is_over_is_said_to_be() -> None:
    missing = found("camera-ready-missing", message="papers/017.pdf is missing.")
    text = words(letter_of(None, missing, arrived=False, as_of=datetime.date(2019, 6, 1)))
    assert "Send us the final PDF at once; it was due on 20 May 2019." in text
    assert "Please answer as soon as you can." in text


def test_answers_are_due_by_the_deadline_for_proofs_where_there_is_one() -> None:
    days = {"camera_ready": datetime.date(2019, 5, 20), "proofs": datetime.date(2019, 6, 3)}
    assert "Please answer by 3 June 2019." in words(letter_of(volume=volume(deadlines=days)))


def test_the_signed_form_has_a_deadline_of_its_own() -> None:
    days = {"rights": datetime.date(2019, 5, 25)}
    unsigned = found("rights-missing", "warning", message="There is no signed form.")
    assert "Send us the signed form by 25 May 2019." in words(letter_of(None, unsigned, volume=volume(deadlines=days)))


def test_what_only_the_chairs_can_settle_is_told_and_not_asked() -> None:
    text = words(letter_of(None, found("proof-mismatch", message="the folio differs.")))
    assert "We still settle what keeps this paper back, and need nothing from you for it." in text
    assert "These points need nothing from you: 1. the folio differs." in text


def test_both_digests_of_what_is_approved_are_named() -> None:
    about = described()
    text = letter_of(about)
    assert f"    {'a' * 64}\n" in text
    assert f"    {approved(about).metadata_sha256}\n" in text


def test_a_paper_that_was_approved_as_it_is_has_nothing_left_to_do() -> None:
    about = described()
    text = words(letter_of(about, approvals=(approved(about),)))
    assert "This paper is ready, and approved." in text
    assert "Ada Sample approved on 2 May 2019: the paper is as it was then" in text
    assert "I approve" not in text


def test_an_approval_of_an_earlier_file_is_asked_for_again() -> None:
    about = described()
    text = words(letter_of(about, approvals=(approved(about, pdf="b" * 64),)))
    assert "Ada Sample approved on 2 May 2019; the file has changed since. Please approve it again." in text


def test_all_authors_are_greeted_where_none_is_marked_and_nobody_by_name_where_they_are_many() -> None:
    pair = (Author(given="Ada", family="Sample"), Author(literal="Mausam"))
    assert "Dear Ada Sample and Mausam," in letter_of(described(people=pair))
    assert "Dear authors of paper 017," in letter_of(described(people=pair * 4))
    assert "To: no address is known\n" in letter_of(described(people=pair))


def test_a_withdrawn_paper_has_a_short_letter_that_asks_nothing() -> None:
    text = letter_of(described(status="withdrawn"), arrived=False)
    assert "on record as withdrawn" in words(text)
    assert "1. If that is not so, tell us." in text
    assert "approve" not in text


def test_a_hostile_title_breaks_no_line_and_turns_no_text() -> None:
    title = "\u202eTfel ot\u2066 <script>alert(1)</script>\nTo: all@example.org\n" + "x" * 10_000
    text = letter_of(described(title=title))
    assert "\u202e" not in text and "\u2066" not in text
    assert "\nTo: all@" not in text
    assert max(map(len, text.splitlines())) <= 76
    assert len(text) < 4000


def test_the_address_stands_in_the_first_line_alone() -> None:
    assert letter_of().count(ADDRESS) == 1
