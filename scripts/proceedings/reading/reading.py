"""A paper as a reader sees it: each property is worked out from the facts when it is first asked for."""

from __future__ import annotations

from functools import cached_property

from proceedings.reading.body_text import BodyType, body_type
from proceedings.reading.columns import Layout, layout_of
from proceedings.reading.front_page import FrontPage, front_page
from proceedings.reading.headings import Heading, headings
from proceedings.reading.margin_notes import MarginNote, margin_notes
from proceedings.reading.page_kinds import PageKind, page_kinds
from proceedings.reading.passages import Passage, passages
from proceedings.reading.running_lines import RunningLines, running_lines
from proceedings.reading.text_pages import text_pages
from proceedings.records.facts import PageFacts, PaperFacts


class Reading:
    """The reading of one paper; of a file without pages all is empty or None."""

    def __init__(self, facts: PaperFacts) -> None:
        """Nothing is read yet."""
        self.facts = facts

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in reading order."""
        return headings(self.facts.pages)

    @cached_property
    def page_kinds(self) -> tuple[PageKind, ...]:
        """What each page is: body, references or appendix, with the evidence."""
        return page_kinds(self.facts.pages, self.headings)

    @cached_property
    def front(self) -> FrontPage | None:
        """Title and authors as page 1 shows them; None where no title can be told from the text."""
        return front_page(self.facts.pages)

    @cached_property
    def running(self) -> RunningLines:
        """Running heads and feet, folios, and the line numbers of review mode."""
        return running_lines(self.facts.pages)

    @cached_property
    def text_pages(self) -> tuple[PageFacts, ...]:
        """The pages with their running text alone."""
        return text_pages(self.facts.pages, self.page_kinds, self.running)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The text under each heading, with what it is about."""
        return passages(self.facts.pages, self.headings, self.page_kinds, self.front, self.running)

    @cached_property
    def body(self) -> BodyType:
        """The type of the running text."""
        return body_type(self.text_pages)

    @cached_property
    def layout(self) -> Layout:
        """Columns, gutter and text block as measured."""
        return layout_of(self.text_pages, self.body.size)

    @cached_property
    def margin_notes(self) -> tuple[MarginNote, ...]:
        """The notes in the margins beside the columns, page by page."""
        size, running = self.body.size or 0.0, self.running.lines()
        return margin_notes(self.facts.pages, self.layout.columns, size, running, self.facts.images)
