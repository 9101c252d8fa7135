from __future__ import annotations

from proceedings.handover import set_aside


def test_a_refused_bundle_is_kept_but_does_not_look_current(tmp_path):
    (tmp_path / "archive.zip").write_bytes(b"last good one")
    assert set_aside(tmp_path) == (tmp_path / "superseded" / "archive.zip",)
    assert not (tmp_path / "archive.zip").exists()
    assert (tmp_path / "superseded" / "archive.zip").read_bytes() == b"last good one"


def test_with_no_bundle_there_is_nothing_to_set_aside(tmp_path):
    assert set_aside(tmp_path / "bundle") == ()
