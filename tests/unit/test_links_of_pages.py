"""Every link of every page leads to a file that is there, and every anchor to a heading of that file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "metadata" / "README.md"})


def anchors_of(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a page; a second heading of the same words gets `-1`, and so on."""
    found: list[str] = []
    for heading in re.findall(r"^#+ (.+)$", prose_of(text), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)|&\w+;", r"\1", heading.lower())
        found.append(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    return {f"{each}-{earlier}" if (earlier := found[:place].count(each)) else each for place, each in enumerate(found)}


def prose_of(text: str) -> str:
    """A page without its examples, whose remarks would look like headings."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def links_of(page: Path) -> list[str]:
    links = re.findall(r"\]\(([^)\s]+)\)", prose_of(page.read_text("utf-8")))
    return [link for link in links if not re.match(r"[a-z]+:", link)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_has_a_target(page: Path) -> None:
    for link in links_of(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors_of(target.read_text("utf-8")), link


def test_most_pages_have_links() -> None:
    assert sum(len(links_of(page)) for page in PAGES) > 200
