"""The page's own script, run in a browser."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from html_reading import StrictPage
from proceedings.report.compose import report_page
from proceedings.report.render import render_report
from report_makers import difficult_build

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)"),
]
OFFLINE = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


def shown_after(act: str, folder: Path, fragment: str = "") -> StrictPage:
    """The page as it stands after `act`, a line of JavaScript, has been done on it."""
    html = render_report(report_page(difficult_build(), None)).replace("</body>", f"<script>{act}</script></body>")
    page = folder / "index.html"
    page.write_text(html, "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *OFFLINE]
    address = page.as_uri() + fragment
    run = subprocess.run([str(CHROMIUM), *options, "--dump-dom", address], capture_output=True, check=True, timeout=120)
    return StrictPage(run.stdout.decode("utf-8"))


def papers_shown(page: StrictPage) -> list[str]:
    return [each["id"] or "" for each in page.named("tr") if each.get("data-standing") and "hidden" not in each]


def test_choosing_a_status_shows_only_its_papers(tmp_path: Path) -> None:
    page = shown_after('document.querySelector("li.missing button").click()', tmp_path)
    assert papers_shown(page) == ["paper-021"]
    assert "1 of 12 papers shown" in page.text


def test_words_find_papers_by_title_author_and_code(tmp_path: Path) -> None:
    act = (
        'const field = document.querySelector("input"); field.value = "TYPE3"; field.dispatchEvent(new Event("input"))'
    )
    assert papers_shown(shown_after(act, tmp_path)) == ["paper-017"]


def test_a_link_to_a_paper_unfolds_its_findings(tmp_path: Path) -> None:
    page = shown_after("", tmp_path, "#paper-003")
    unfolded = [each for each in page.named("details") if "open" in each]
    assert len(unfolded) == 4  # the three that block, and the one linked to
