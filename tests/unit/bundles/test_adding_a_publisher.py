"""docs/adding-a-publisher.md shows code that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LIBRARY = ROOT / "scripts/proceedings"
SHOWN = re.findall(r"```(python|toml)\n(.*?)```", (ROOT / "docs/adding-a-publisher.md").read_text("utf-8"), re.DOTALL)
MODULES = [LIBRARY / f"bundles/{stem}.py" for stem in ("__init__", "pmlr", "pmlr_text")]
SOURCES = "".join(path.read_text("utf-8") for path in (*MODULES, LIBRARY / "publishers/pmlr.toml"))


@pytest.mark.parametrize("code", [code for _, code in SHOWN])
def test_the_code_that_is_shown_is_the_code_that_runs(code: str) -> None:
    assert code in SOURCES


def test_the_page_shows_the_policy_the_line_and_the_function_that_a_publisher_is() -> None:
    assert any(kind == "toml" and "delivers" in code for kind, code in SHOWN)
    assert any("def write(edition: Edition, sources: BundleSources, path: Path) -> int:" in code for _, code in SHOWN)
    assert len(SHOWN) >= 6
