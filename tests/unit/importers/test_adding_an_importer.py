"""docs/adding-an-importer.md shows code that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHOWN = re.findall(r"```python\n(.*?)```", (ROOT / "docs/adding-an-importer.md").read_text("utf-8"), re.DOTALL)
SOURCES = "".join(
    (ROOT / f"scripts/proceedings/importers/{stem}.py").read_text("utf-8")
    for stem in ("__init__", "hotcrp", "hotcrp_authors", "hotcrp_documents")
)


@pytest.mark.parametrize("code", SHOWN)
def test_the_code_that_is_shown_is_the_code_that_runs(code: str) -> None:
    assert code in SOURCES


def test_the_page_shows_the_line_and_the_function_that_an_importer_is() -> None:
    assert any("def read(source: Path) -> Imported:" in code for code in SHOWN)
    assert len(SHOWN) >= 8
