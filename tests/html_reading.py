"""Reads a page of ours strictly: every element closed, in order, and every id and link kept."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img", "col"}


class StrictPage(HTMLParser):
    """What a page is made of. AssertionError where an element closes another's end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}: {attrs}"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes something else"

    def handle_data(self, words: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words.append(words)

    @property
    def text(self) -> str:
        """All words of the page with single spaces."""
        return " ".join(" ".join(self.words).split())

    def values(self, attribute: str) -> list[str]:
        """Every value of one attribute, in order."""
        return [attrs[attribute] or "" for _, attrs in self.elements if attribute in attrs]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element with that name."""
        return [attrs for each, attrs in self.elements if each == tag]
