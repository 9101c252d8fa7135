"""Hostile text through every stage: whatever people wrote, no file that any command writes does more than say it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from lxml import etree

import bundle_changes
import bundle_publisher
import freeze_pages
import import_submissions
import record_arrivals
import record_delivery
import suggest_same_names
import write_artifacts
import write_chase
import write_deposits
import write_form
import write_table
from bundle_makers import archive
from export_makers import hotcrp_paper
from hostile_reading import PACKED, READERS, faults_of
from hostile_text import HOSTILE, hostile_edition
from pdf_makers import paper_pdf
from proceedings.bundles import BUNDLES
from proceedings.editions.edition_writer import metadata_files
from proceedings.intake.edition_folder import take_in
from proceedings.sound_text import harmful_sign
from stage_chain import build, run

ROOT = Path(__file__).parents[2]
IDS = ("12", "7")
DAY = "2019-06-20"
NAMED = re.compile(
    r'"((?:output|metadata)/(?!work|logs)[\w./-]+\.(?:csv|xlsx|json|jsonld|xml|bib|ris|html|tex|md|txt|docx))"'
)
BY_HAND = {"metadata/approvals.csv"}
"""What chairs write and no command does."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a hostile edition, with everything that the commands of `make` write."""
    place = tmp_path_factory.mktemp("hostile")
    for name, text in metadata_files(hostile_edition(2), "an export").items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8")
    (place / "papers").mkdir()
    for id in IDS:
        paper_pdf(place / f"papers/{id}.pdf", 2, title="</title><script>alert(1)</script> =1+1")
        paper_pdf(place / f"papers/{id}-rights.pdf", 1)
        archive(place / f"papers/{id}.zip", {"paper.tex": "\\documentclass{llncs}\\begin{document}", "all.bib": ""})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        build(*IDS)
        write_all()
        import_all()
    return place


def write_all() -> None:
    both = "--edition work/papers.json --pagination work/pagination.json"
    run(write_artifacts.main, f"{both} --folder output")
    run(write_deposits.main, f"{both} --folder output/deposits")
    run(write_chase.main, "--edition work/papers.json --findings output/findings.json --output output/chase.csv")
    for publisher in BUNDLES:
        files = f"--folder output --facts-folder work/facts --output output/bundle/{publisher}.zip"
        run(bundle_publisher.main, f"{both} {files} --publisher {publisher}")
    run(freeze_pages.main, ".")
    run(record_arrivals.main, f". --date {DAY}")
    run(record_delivery.main, f". springer --date {DAY}")
    paper_pdf(Path("papers/7.pdf"), 2, title="-1")
    changes = f"{both} --since {DAY}-springer --blocked work/blocked.txt --output output/bundle/changes-since-x.zip"
    run(bundle_changes.main, changes)
    run(suggest_same_names.main, ".")
    for kind in ("csv", "xlsx"):
        run(write_table.main, f". --kind {kind}")
    run(write_form.main, f". {' '.join(IDS)}")


def import_all() -> None:
    """An export whose every text is hostile, as are the names of its files."""
    papers = [
        hotcrp_paper(
            number,
            title=f"T{text}",
            abstract=text,
            keywords=[text],
            authors=[{"given_name": text, "family_name": f"F{text}", "email": text, "affiliation": text}],
            final={"content_file": text, "mimetype": "application/pdf"},
            supplement={"content_file": f"{text}.zip", "mimetype": "application/zip"},
        )
        for number, text in enumerate(HOSTILE, 1)
    ]
    Path("export").mkdir()
    Path("export/data.json").write_text(json.dumps(papers), "ascii")
    run(import_submissions.main, "hotcrp export imported")
    assert take_in(Path("imported/metadata"), Path("imported/papers"))[1]


def written(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file that is handed over or kept, by its path in the edition."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not {"work", "export"} & {*path.parts}:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def test_no_file_does_more_than_say_what_people_wrote(folder: Path) -> None:
    assert [fault for name, content in written(folder) for fault in faults_of(name, content)] == []


def test_every_file_that_a_rule_or_a_script_names_was_looked_at(folder: Path) -> None:
    sources = [*(ROOT / "rules").glob("*.smk"), *(ROOT / "scripts").rglob("*.py")]
    named = {name for path in sources for name in NAMED.findall(path.read_text("utf-8"))}
    there = {name.removeprefix("imported/") for name, _ in written(folder)}
    assert named - there <= BY_HAND and len(named & there) > 12


def test_every_kind_of_file_has_a_reader(folder: Path) -> None:
    kinds = {Path(name).suffix for name, _ in written(folder)}
    assert kinds <= {*READERS, *PACKED, ".pdf", ".png"}


def test_what_people_wrote_is_there(folder: Path) -> None:
    """So that no reader was given an empty file."""
    texts = {name: content.decode() for name, content in written(folder) if Path(name).suffix in READERS}
    telling = [name for name, text in texts.items() if "alert(1)" in text or "calc" in text or "passwd" in text]
    assert len(telling) > 25


def test_bookmarks_and_document_information_are_text(folder: Path) -> None:
    volume = pypdf.PdfReader(folder / "output/proceedings.pdf")
    etree.fromstring(volume.xmp_metadata.stream.get_data())
    titles = [str(item.title) for item in volume.outline if not isinstance(item, list)]
    assert titles and not any(map(harmful_sign, titles))
