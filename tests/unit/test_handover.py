from __future__ import annotations

import json

import pytest

from proceedings.handover import (
    are_as_recorded,
    bundles_that_follow,
    is_as_bound,
    refusal_lines,
    set_aside,
    set_aside_unfinished,
)


def test_a_refused_bundle_is_kept_but_does_not_look_current(tmp_path):
    (tmp_path / "archive.zip").write_bytes(b"last good one")
    assert set_aside(tmp_path) == (tmp_path / "superseded" / "archive.zip",)
    assert not (tmp_path / "archive.zip").exists()
    assert (tmp_path / "superseded" / "archive.zip").read_bytes() == b"last good one"


def test_what_was_refused_or_broke_off_is_set_aside_and_told_with_its_log(tmp_path):
    bundles, marks = tmp_path / "bundle", tmp_path / "packing"
    for name in ("acl.zip", "acm.zip", "springer.zip"):
        bundles.mkdir(exist_ok=True)
        (bundles / name).write_bytes(b"last good one")
    marks.mkdir()
    (marks / "springer.txt").write_text("it is not packed, because 2 things are missing:\n  one\n  two\n")
    (marks / "acm.txt").write_text("")
    assert [path.name for path in set_aside_unfinished(bundles, marks)] == ["acm.zip", "springer.zip"]
    assert [path.name for path in bundles.glob("*.zip")] == ["acl.zip"]
    assert refusal_lines(marks) == [
        "No acm.zip: its packing broke off. output/logs/bundle_publisher.acm.log says it in full.",
        "No springer.zip: it is not packed, because 2 things are missing. "
        "output/logs/bundle_publisher.springer.log says it in full.",
    ]
    assert set_aside_unfinished(bundles, tmp_path / "none") == () and refusal_lines(tmp_path / "none") == []


def test_a_bundle_that_follows_stays_where_it_is(tmp_path):
    for name in ("archive.zip", "joint.zip"):
        (tmp_path / name).write_text("bundle")
    assert set_aside(tmp_path, keep={"archive.zip"}) == (tmp_path / "superseded" / "joint.zip",)
    assert (tmp_path / "archive.zip").is_file()


@pytest.mark.parametrize(
    ("targets", "collecting", "names"),
    [
        ((), False, {"archive.zip", "joint.zip"}),
        ((), True, set()),
        (("volume",), False, set()),
        (("bundle",), True, {"archive.zip", "joint.zip"}),
        (("all", "output/bundle/changes-since-a.zip"), True, {"archive.zip", "joint.zip", "changes-since-a.zip"}),
    ],
)
def test_bundles_follow_a_run_that_ends_with_them(targets, collecting, names):
    bundles = ("output/bundle/archive.zip", "output/bundle/joint.zip")
    assert bundles_that_follow(targets, bundles, collecting=collecting) == names


def test_with_no_bundle_there_is_nothing_to_set_aside(tmp_path):
    assert set_aside(tmp_path / "bundle") == ()


def built(folder, *papers, mismatches=()):
    (folder / "papers").mkdir()
    for paper in papers:
        (folder / f"papers/{paper}.pdf").write_bytes(b"")
    (folder / "papers/.timestamp").touch()
    (folder / "papers.csv").write_text("id,sha256\na,00\nb,00\nmissing,\n", encoding="utf-8")
    (folder / "proof.json").write_text(json.dumps({"mismatches": mismatches}), encoding="utf-8")
    return folder


def test_what_the_table_lists_and_the_proof_proved_is_as_bound(tmp_path):
    assert is_as_bound(tmp_path / "nothing")
    assert is_as_bound(built(tmp_path, "a", "b"))


@pytest.mark.parametrize("papers", [("a",), ("a", "b", "c"), ("a", "b", "missing")])
def test_a_paper_deleted_or_added_by_hand_is_bound_again(tmp_path, papers):
    assert not is_as_bound(built(tmp_path, *papers))


def test_a_volume_that_failed_its_proof_is_bound_again(tmp_path):
    assert not is_as_bound(built(tmp_path, "a", "b", mismatches=["proceedings.pdf: cannot be read."]))


@pytest.mark.parametrize("file", ["papers.csv", "proof.json"])
def test_a_table_or_proof_that_cannot_be_read_is_made_again(tmp_path, file):
    (built(tmp_path, "a", "b") / file).write_bytes(b"\xff\x00")
    assert not is_as_bound(tmp_path)


def test_pictures_are_as_recorded_while_the_folder_holds_those_of_the_record(tmp_path):
    record, folder = tmp_path / "pictures.json", tmp_path / "pages"
    assert are_as_recorded(record, folder)
    record.write_text(json.dumps({"pictures": [{"file": "a-p1.png"}]}), encoding="utf-8")
    assert not are_as_recorded(record, folder)
    folder.mkdir()
    (folder / "a-p1.png").touch()
    (folder / ".snakemake_timestamp").touch()
    assert are_as_recorded(record, folder)
    (folder / "stray.png").touch()
    assert not are_as_recorded(record, folder)


def test_a_record_names_its_files_under_a_key_of_its_own(tmp_path):
    record, folder = tmp_path / "proofs.json", tmp_path / "proofs"
    folder.mkdir()
    (folder / "017.html").touch()
    record.write_text(json.dumps({"proofs": [{"file": "017.html"}]}), encoding="utf-8")
    assert are_as_recorded(record, folder, "proofs")


def test_a_record_of_no_pictures_goes_with_an_empty_folder(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pictures.json").write_text("{}", encoding="utf-8")
    assert are_as_recorded(tmp_path / "pictures.json", tmp_path / "pages")
