"""What a chair reads on the terminal, from real snakemake runs."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.workflow


def test_a_run_with_nothing_to_do_says_the_state_again(new_edition):
    edition = new_edition(a=2)
    first = edition.build()
    assert first.status == 0, first.printed
    again = edition.build()
    assert "Nothing has changed since the last build." in again.printed
    for run in (first, again):
        assert "The only paper is ready" in run.printed
    assert "Building DAG" not in first.printed + again.printed


def test_the_volume_alone_claims_nothing_of_what_blocks(new_edition):
    edition = new_edition(a=2)
    assert edition.build().status == 0
    (edition.path / "papers/a.pdf").unlink()
    alone = edition.build("volume")
    assert alone.status == 0
    assert "Built: volume. `make check` says what blocks, if anything does." in alone.printed.splitlines()
    assert "ready" not in alone.printed


def test_an_output_in_the_way_is_one_line(new_edition):
    edition = new_edition(a=1)
    (edition.path / "output").touch()
    run = edition.build()
    assert run.status != 0
    assert "Traceback" not in run.printed
    assert run.printed.splitlines()[-1].startswith("Bindery: output is a file here")


def test_a_stage_that_fails_is_named_without_its_command(new_edition, monkeypatch):
    edition = new_edition(a=1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = edition.build()
    assert run.status != 0
    assert 'SOURCE_DATE_EPOCH is "yesterday"' in run.printed
    assert "collect_papers failed; what it said is in output/logs/collect_papers.log" in run.printed
    assert "pipefail" not in run.printed
