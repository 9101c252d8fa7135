"""The whole way through, with real snakemake runs."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pypdf
import pytest

import oracles
from pdf_defects import with_cyclic_outline, with_excess_restore, with_page_entry
from pdf_makers import paper_pdf, planting_in

pytestmark = pytest.mark.workflow


def handed_over(edition):
    """Digest of every output but logs/ and work/."""
    output = edition.path / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.relative_to(output).parts[0] not in {"logs", "work"}
    }


def table(edition):
    with (edition.path / "output/papers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_edition_is_built_once_and_then_left_alone(new_edition):
    edition = new_edition(a=3, b=2)
    first = edition.build()
    assert first.status == 0, first.printed
    assert edition.findings() == []
    assert [(row["id"], row["first_page"], row["last_page"]) for row in table(edition)] == [
        ("a", "1", "3"),
        ("b", "4", "5"),
    ]
    volume = pypdf.PdfReader(edition.path / "output/proceedings.pdf", strict=True)
    labels = volume.page_labels
    assert labels[0] == "i"
    assert len(labels) == len(set(labels))
    assert json.loads((edition.path / "output/proof.json").read_text("utf-8"))["mismatches"] == []

    second = edition.build()
    assert second.status == 0
    assert second.ran == ()


def test_two_clean_builds_are_byte_identical_wherever_they_are(new_edition, tmp_path):
    edition = new_edition(a=2, b=2)
    assert edition.build().status == 0
    once = handed_over(edition)
    moved = type(edition)(tmp_path / "elsewhere")
    for part in ("metadata", "papers"):
        shutil.copytree(edition.path / part, moved.path / part)
    assert moved.build().status == 0
    assert handed_over(moved) == once
    assert {"proceedings.pdf", "papers/a.pdf", "bundle/archive.zip", "report/index.html", "proof.json"} <= set(once)


def test_a_replaced_paper_reruns_only_what_it_must(new_edition):
    papers = {f"p{number:02d}": 2 for number in range(14)}
    edition = new_edition(**papers)
    assert edition.build().status == 0

    revised = {"title": "A Study of p03 on a Sample Machine", "authors": "Ada Samplep03", "fill": 0.8}
    paper_pdf(edition.path / "papers/p03.pdf", pages=2, **revised)
    same_length = edition.build()
    assert same_length.status == 0, same_length.printed
    assert Counter(same_length.ran)["inspect_papers"] == 1
    assert Counter(same_length.ran)["stamp_papers"] == 1
    assert "typeset_front_matter" not in same_length.ran
    assert "collect_papers" not in same_length.ran

    paper_pdf(edition.path / "papers/p03.pdf", pages=3, **revised)
    longer = edition.build()
    assert longer.status == 0, longer.printed
    assert Counter(longer.ran)["inspect_papers"] == 1
    assert "typeset_front_matter" in longer.ran
    assert [row["first_page"] for row in table(edition)][2:6] == ["5", "7", "10", "12"]


def test_an_earlier_bundle_never_looks_current_when_a_paper_breaks(new_edition):
    edition = new_edition(a=3, b=2)
    assert edition.build().status == 0
    good = (edition.path / "output/bundle/archive.zip").read_bytes()

    whole = (edition.path / "papers/b.pdf").read_bytes()
    (edition.path / "papers/b.pdf").write_bytes(whole[: len(whole) // 2])
    broken = edition.build()
    assert broken.status != 0
    assert not (edition.path / "output/bundle/archive.zip").exists()
    assert (edition.path / "output/bundle/superseded/archive.zip").read_bytes() == good
    assert "papers/b.pdf" in "\n".join(broken.printed.splitlines()[-8:])
    assert not (edition.path / "output/papers/b.pdf").exists()
    row = table(edition)[1]
    assert (row["id"], row["sha256"]) == ("b", "")
    assert "Sampleb" not in (edition.path / "output/proceedings.bib").read_text("utf-8")
    assert (edition.path / "output/report/index.html").is_file()

    (edition.path / "papers/b.pdf").write_bytes(whole)
    cured = edition.build()
    assert cured.status == 0, cured.printed
    assert (edition.path / "output/bundle/archive.zip").read_bytes() == good


def test_all_bad_input_is_reported_at_once_and_the_rest_goes_through(new_edition):
    edition = new_edition(good=2, empty=1, text=1, cut=2, absent=1, typo=1)
    papers = edition.path / "papers"
    (papers / "empty.pdf").write_bytes(b"")
    (papers / "text.pdf").write_text("<html>Not found</html>", encoding="utf-8")
    (papers / "cut.pdf").write_bytes((papers / "cut.pdf").read_bytes()[:1500])
    (papers / "absent.pdf").unlink()
    paper_pdf(papers / "nobody.pdf", pages=1)
    edition.write(
        "metadata/papers/typo.yml", "title: A Typo\nabstrct: Few words.\nauthors: Ada Sample\nexpected_pages: two\n"
    )
    edition.write("metadata/papers/homeless.yml", "title: In No Session\nauthors:\n- {given: Ada, family: Sample}\n")
    edition.write("metadata/papers/agrees.yml", "id: good\ntitle: Twice\nauthors:\n- {given: Bo, family: Two}\n")
    program = (edition.path / "metadata/program.yml").read_text("utf-8")
    edition.write("metadata/program.yml", program.replace('"typo"', '"typo", "agrees", "unknown", "a/b"'))

    run = edition.build()
    assert run.status != 0
    assert "Traceback" not in run.printed
    found = {(each["paper"], each["code"]) for each in edition.findings()}
    assert {
        ("empty", "not-a-pdf"),
        ("text", "not-a-pdf"),
        ("cut", "damaged-pdf"),
        ("absent", "camera-ready-missing"),
    } <= found
    assert any(code == "orphan-pdf" for _, code in found)
    invalid = [each for each in edition.findings() if each["code"] == "metadata-invalid"]
    messages = "\n".join(f"{each['message']} {each['remedy']}" for each in invalid)
    for fact in ("abstrct", "abstract", "expected_pages", "homeless", "unknown", "a/b", "line"):
        assert fact in messages, (fact, messages)
    assert all(each["message"] and each["remedy"] for each in edition.findings())
    assert (edition.path / "output/papers/good.pdf").is_file()
    assert (edition.path / "output/proceedings.pdf").is_file()
    assert "good" in (edition.path / "output/report/index.html").read_text("utf-8")


def test_a_folder_that_is_no_edition_is_one_clear_line(new_edition):
    edition = new_edition(a=1)
    (edition.path / "metadata/proceedings.yml").unlink()
    run = edition.build()
    assert run.status != 0
    assert "metadata/proceedings.yml" in run.printed
    assert "make new" in run.printed
    assert "Traceback" not in run.printed


def test_while_collecting_a_missing_paper_does_not_fail_the_build_but_the_bundle_is_refused(new_edition):
    edition = new_edition(a=2, b=1)
    settings = edition.path / "metadata/proceedings.yml"
    settings.write_text(settings.read_text("utf-8") + "phase: collecting\n", encoding="utf-8")
    (edition.path / "papers/b.pdf").unlink()
    assert edition.build().status == 0
    assert not (edition.path / "output/bundle/archive.zip").exists()
    report = edition.path / "output/report/index.html"
    report.unlink()
    assert edition.build("bundle").status != 0
    assert report.exists()


def test_a_part_of_a_joint_volume_begins_at_the_page_its_editor_gave(new_edition):
    edition = new_edition(a=2, b=1)
    settings = edition.path / "metadata/proceedings.yml"
    settings.write_text(
        settings.read_text("utf-8") + "part_of: {title: Joint Volume, first_page: 211}\n", encoding="utf-8"
    )
    assert edition.build().status == 0
    assert [row["first_page"] for row in table(edition)] == ["211", "213"]
    labels = pypdf.PdfReader(edition.path / "output/proceedings.pdf").page_labels
    assert labels[0] == "211"


def test_the_archive_bundle_lists_every_file_it_holds(new_edition):
    edition = new_edition(a=2)
    assert edition.build().status == 0
    with zipfile.ZipFile(edition.path / "output/bundle/archive.zip") as bundle:
        names = bundle.namelist()
        manifest_name = next(name for name in names if name.endswith("/manifest-sha256.txt"))
        top = manifest_name.removesuffix("manifest-sha256.txt")
        for line in bundle.read(manifest_name).decode("utf-8").splitlines():
            digest, name = line.split("  ", 1)
            assert hashlib.sha256(bundle.read(top + name)).hexdigest() == digest
        bundle.extractall(edition.path / "bags")
    assert not (oracles.PRESENT and oracles.bag_faults(edition.path / "bags" / top))
    listed = {Path(name).name for name in names}
    assert {
        "proceedings.pdf",
        "a.pdf",
        "papers.csv",
        "proof.json",
        "proceedings.bib",
        "artifact-appendix.pdf",
    } <= listed


def test_checks_alone_build_no_volume(new_edition):
    edition = new_edition(a=2)
    run = edition.build("check")
    assert run.status == 0, run.printed
    assert not (edition.path / "output/proceedings.pdf").exists()
    assert "typeset_front_matter" not in run.ran


def turned(path):
    return with_page_entry(path, "/Rotate", 270)


def test_odd_but_usable_pdfs_go_through_without_a_false_mismatch(new_edition):
    edition = new_edition(plain=1, excess=4, circle=4, turned=4)
    papers = edition.path / "papers"
    for paper, plant in (("excess", with_excess_restore), ("circle", with_cyclic_outline), ("turned", turned)):
        with planting_in(papers / f"{paper}.pdf"):
            plant(papers / f"{paper}.pdf")

    run = edition.build()
    assert [each["message"] for each in edition.findings() if each["code"] in {"proof-mismatch", "link-lost"}] == []
    assert run.status == 0, run.printed
    volume = pypdf.PdfReader(edition.path / "output/proceedings.pdf")
    assert len(volume.page_labels) == len(set(volume.page_labels))


def test_what_was_deleted_added_or_overwritten_by_hand_is_made_again(new_edition):
    edition = new_edition(a=1, b=1)
    assert edition.build().status == 0
    good = handed_over(edition)

    output = edition.path / "output"
    (output / "papers/a.pdf").unlink()
    (output / "papers/of-last-year.pdf").write_bytes(b"stale")
    assert edition.build().status == 0
    assert handed_over(edition) == good

    (output / "proceedings.pdf").write_bytes(b"overwritten")
    assert edition.build().status != 0
    assert edition.build().status == 0
    shutil.rmtree(output / "bundle/superseded")
    assert handed_over(edition) == good
    assert edition.build().ran == ()


def test_a_broken_own_profile_stops_no_build(new_edition):
    edition = new_edition(a=1)
    settings = (edition.path / "metadata/proceedings.yml").read_text("utf-8")
    edition.write("metadata/proceedings.yml", settings.replace("profile: lncs", "profile: house"))
    edition.write("metadata/house.yml", "columns: [\n")
    run = edition.build()
    assert run.status != 0
    assert "metadata/house.yml, line 2" in run.printed
    assert (edition.path / "output/proceedings.pdf").is_file()

    edition.write("metadata/house.yml", "based_on: lncs\n")
    cured = edition.build()
    assert cured.status == 0, cured.printed


@pytest.mark.parametrize("preset", ["dls-isc", "standalone"])
def test_a_new_edition_builds_before_its_first_paper_is_named(skeleton, preset):
    edition = skeleton(preset)
    run = edition.build()
    assert run.status == 0, run.printed
    assert (edition.path / "output/proceedings.pdf").is_file()
    assert (edition.path / "output/report/index.html").is_file()


def test_a_bundle_does_not_stay_current_when_what_it_holds_is_built_anew_without_it(new_edition):
    edition = new_edition(a=1)
    settings = edition.path / "metadata/proceedings.yml"
    settings.write_text(settings.read_text("utf-8") + "phase: collecting\n", encoding="utf-8")
    assert edition.build("bundle").status == 0
    described = edition.path / "metadata/papers/a.yml"
    described.write_text(described.read_text("utf-8").replace("A Study", "A Later Study"), encoding="utf-8")
    assert edition.build().status == 0
    assert not (edition.path / "output/bundle/archive.zip").exists()
    assert edition.build("bundle").status == 0
    assert (edition.path / "output/bundle/archive.zip").is_file()


def wide_frame(canvas, _):
    canvas.rect(300, 400, 280, 40)


def test_offending_pages_are_shown_and_what_was_deleted_by_hand_is_drawn_again(new_edition):
    edition = new_edition(a=3, b=2)
    own = edition.path / "papers/a.pdf"
    clean = own.read_bytes()
    paper_pdf(own, pages=3, title="A Study of a on a Sample Machine", authors="Ada Samplea", draw=wide_frame)
    edition.build()
    pages = edition.path / "output/report/pages"
    assert (pages / "a-p1.png").is_file()
    assert 'src="pages/a-p1.png"' in (edition.path / "output/report/index.html").read_text("utf-8")
    assert not {"picture_pages", "write_report"} & set(edition.build().ran)

    (pages / "a-p1.png").unlink()
    assert {"picture_pages", "write_report"} <= set(edition.build().ran)
    assert (pages / "a-p1.png").is_file()

    own.write_bytes(clean)
    edition.build()
    assert not list(pages.glob("*.png"))
