"""metadata/same_names.csv: questions that are open, answers, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from metadata_makers import PAPER, PROCEEDINGS, edition_folder, findings_of, only_finding
from proceedings.intake.edition_folder import take_in

HEAD = "kind,print,instead_of,same,why\n"
JOINED = "datasets,ImageNet-1K,ILSVRC 2012,yes,\n"


def edition_of(folder: Path, *names: str, table: str | None = None) -> Path:
    """An edition whose papers used datasets of these names, one each."""
    block = "reproducibility:\n  datasets:\n  - {{id: D1, name: {}, version: '1', url: https://example.org/{}}}\n"
    rest = "  not_applicable: {algorithms: on data alone, software: on data alone, hardware: on data alone}\n"
    texts = {f"papers/{at}.yml": PAPER + block.format(name, at) + rest for at, name in enumerate(names, 1)}
    volume = PROCEEDINGS.replace('reproducibility: "off"', "reproducibility: encouraged")
    return edition_folder(
        folder,
        *(str(at) for at in range(1, len(names) + 1)),
        **{**texts, "proceedings.yml": volume, "same_names.csv": table},
    )


def test_names_that_may_mean_one_thing_are_one_finding_of_the_volume(tmp_path: Path) -> None:
    found = only_finding(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", "Waves", "Waves dataset"))
    assert (found.code, found.severity, found.paper) == ("names-alike", "info", None)
    assert found.message == (
        'metadata/same_names.csv: 2 pairs of names may mean one thing each: "ImageNet-1K" and "ILSVRC 2012" '
        '(datasets) and "Waves" and "Waves dataset" (datasets).'
    )
    assert "make same-names" in str(found.remedy)


def test_yes_and_no_answer_it(tmp_path: Path) -> None:
    answers = f"{HEAD}{JOINED}datasets,Waves,Waves dataset,No,another resolution\n"
    folder = edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", "Waves", "Waves dataset", table=answers)
    assert findings_of(folder) == ()
    joined = take_in(folder / "metadata", folder / "papers")[0].same_names
    assert [(each.name, each.other, each.same, each.line) for each in joined] == [
        ("ImageNet-1K", "ILSVRC 2012", True, 2),
        ("Waves", "Waves dataset", False, 3),
    ]


def test_an_open_line_leaves_the_question_open(tmp_path: Path) -> None:
    table = f"{HEAD}datasets,ImageNet-1K,ILSVRC 2012,,\n"
    assert only_finding(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", table=table)).code == "names-alike"


def test_a_table_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    table = f"\ufeff{HEAD}{JOINED}".replace(",", ";").replace("yes", "TRUE")
    assert findings_of(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", table=table)) == ()


def test_where_nothing_is_asked_of_papers_nothing_is_asked_of_the_chair(tmp_path: Path) -> None:
    folder = edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012")
    (folder / "metadata/proceedings.yml").write_text(PROCEEDINGS, "utf-8")
    assert findings_of(folder) == ()


def test_an_answer_about_names_that_nobody_uses_is_told(tmp_path: Path) -> None:
    table = f"{HEAD}{JOINED}datasets,Waves,Winds,yes,\ndatasets,ImageNet-1K,CIFAR-10,no,\n"
    found = only_finding(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", table=table))
    assert (found.severity, found.code) == ("info", "metadata-invalid")
    assert '2 answers about names that no paper has: "Winds" (line 3) and "CIFAR-10" (line 4).' in found.message


def test_a_name_that_is_printed_alone_need_not_be_used(tmp_path: Path) -> None:
    table = f"{HEAD}datasets,ImageNet-1K (ILSVRC 2012),ILSVRC 2012,yes,\n"
    assert findings_of(edition_of(tmp_path, "ILSVRC 2012", table=table)) == ()


def test_answers_that_gainsay_one_another_are_told(tmp_path: Path) -> None:
    table = f"{HEAD}{JOINED}datasets,ILSVRC 2012,ImageNet,yes,\ndatasets,ImageNet-1K,ImageNet,no,\n"
    found = only_finding(edition_of(tmp_path, "ImageNet-1K", "ILSVRC 2012", "ImageNet", table=table))
    assert found.severity == "warning"
    assert found.message.startswith("metadata/same_names.csv, line 4: ")


def test_faults_of_the_table_have_their_lines(tmp_path: Path) -> None:
    faults = "dataset,A,B,yes,\ndatasets,A,,yes,\ndatasets,Waves,Winds,perhaps,\n"
    found = findings_of(edition_of(tmp_path, "Waves", "Winds", table=HEAD + faults))
    lines = [each.message.partition(": ")[0] for each in found if each.severity == "error"]
    assert lines == [f"metadata/same_names.csv, line {number}" for number in (2, 3, 4)]


def test_a_line_with_one_name_on_both_sides_says_nothing(tmp_path: Path) -> None:
    found = only_finding(edition_of(tmp_path, "Waves", table=f"{HEAD}datasets,Waves,Waves,no,\n"))
    assert 'line 2: "Waves" stands on both sides' in found.message and "or delete the line" in str(found.remedy)


def test_spellings_of_one_name_cannot_be_kept_apart(tmp_path: Path) -> None:
    found = only_finding(edition_of(tmp_path, "Deep Waves", table=f"{HEAD}datasets,Deep Waves,Deep-waves,no,\n"))
    assert 'line 2: "Deep Waves" and "Deep-waves" differ in capitals, blanks or signs alone' in found.message
