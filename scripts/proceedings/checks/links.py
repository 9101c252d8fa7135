"""Internal links and bookmarks that lead nowhere in the author's own file."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.checks.rules import Rules, listed, place
from proceedings.codes import finding
from proceedings.reading.reading import Reading
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.wording import counted, shortened


def broken_link(paper: Paper, reading: Reading, _: Rules) -> Iterator[Finding]:
    """One finding a paper, with the targets that are missing and the bookmarks that lead nowhere."""
    links = reading.facts.links
    broken = links.broken
    if not broken and not links.broken_bookmarks:
        return
    targets = list(dict.fromkeys(link.target for link in broken))
    sentences = [f"{_lead(len(broken), 'link')} nowhere; missing: {listed(targets)}"] if broken else []
    if links.broken_bookmarks:
        titles = listed([f"“{shortened(title)}”" for title in links.broken_bookmarks])
        sentences.append(f"{_lead(len(links.broken_bookmarks), 'bookmark')} nowhere: {titles}")
    message = f"{place(paper, (link.page for link in broken))}: {'; '.join(sentences)}."
    first = broken[0] if broken else None
    yield finding(
        "broken-link", message, paper=paper.id, page=first.page if first else None, box=first.box if first else None
    )


def _lead(number: int, noun: str) -> str:
    return f"{counted(number, noun)} {'leads' if number == 1 else 'lead'}"
