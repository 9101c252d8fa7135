"""What Snakemake does for every workflow and ours has no use for."""

from __future__ import annotations


def test_a_run_takes_in_no_library_for_tables(new_edition, monkeypatch):
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    printed = new_edition(a=1).build("check").printed
    assert "snakemake.persistence" in printed
    assert "pandas" not in printed
