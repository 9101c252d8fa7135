from __future__ import annotations

from pathlib import Path

import pytest

from new_edition import main
from proceedings.editions.skeleton import preset_names
from proceedings.intake.edition_folder import take_in


@pytest.mark.parametrize("preset", preset_names())
def test_a_new_edition_lacks_nothing_but_what_only_the_chair_knows(preset: str, tmp_path: Path) -> None:
    folder = tmp_path / "dls31"
    assert main([preset, str(folder)]) == 0
    _, findings = take_in(folder / "metadata", folder / "papers")
    assert {finding.code for finding in findings} == {"metadata-missing"}


def test_a_new_edition_never_replaces_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standalone", str(tmp_path)]) == 0
    assert main(["dls-isc", str(tmp_path)]) == 1
    assert "publisher: own" in (tmp_path / "metadata/proceedings.yml").read_text()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_to_do_next_can_be_pasted_into_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standalone", str(tmp_path / "my edition")]) == 0
    assert f"make EDITION='{tmp_path}/my edition'\n" in capsys.readouterr().out


def test_an_unknown_preset_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dls", str(tmp_path / "e")]) == 1
    assert not (tmp_path / "e").exists()
    assert "dls-sc-ieee" in capsys.readouterr().err
