"""What stands on a title page and behind it, as text that a publisher sets anew."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings.bibliography.cited_book import book_of, settled
from proceedings.editorial.blocks import Block, one_line
from proceedings.editorial.texts import markdown
from proceedings.names import display_name
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.volume import Editor, Volume
from proceedings.wording import date_span, licence_label

FILE = "title-page.md"


def title_page(edition: Edition) -> bytes:
    """Title, event, editors with their affiliations, licence, and series and numbers of the book, in Markdown."""
    return markdown(_blocks(edition.volume)).encode()


def _blocks(volume: Volume) -> Iterator[Block]:
    yield Block("title", one_line(volume.title))
    for line in (volume.subtitle, *_event(volume)):
        if line:
            yield Block("line", one_line(line))
    yield Block("heading", "Editors")
    yield from (Block("line", _editor(each)) for each in volume.editors)
    yield Block("heading", "Imprint")
    yield from (Block("line", f"{label}: {one_line(value)}") for label, value in _imprint(volume))


def _event(volume: Volume) -> Iterator[str]:
    event = volume.event
    name = f"{event.name} ({event.acronym})" if event.name and event.acronym else event.name or event.acronym or ""
    yield name
    yield f"A part of {volume.part_of.title}" if volume.part_of and volume.part_of.title else ""
    yield f"Held with {event.colocated_with}" if event.colocated_with else ""
    yield ", ".join(part for part in (event.place or "", date_span(event.start, event.end)) if part)


def _editor(editor: Editor) -> str:
    return ", ".join(part for part in (display_name(editor), editor.affiliation, editor.email) if part)


def _imprint(volume: Volume) -> Iterator[tuple[str, str]]:
    book = book_of(volume, load_policy(volume.publisher))
    for label, value in (
        ("Series", book.series),
        ("Volume", book.number),
        ("Year", str(book.year) if book.year else None),
        ("ISBN", book.isbn),
        ("ISSN", settled(volume.issn)),
        ("Licence", licence_label(volume.licence) if volume.licence else None),
    ):
        yield label, value or "not given yet"
    for label, value in ieee_numbers(volume).items():
        if value:
            yield label, value


def ieee_numbers(volume: Volume) -> dict[str, str | None]:
    """What IEEE calls the numbers that it gives a conference, and the numbers."""
    of = volume.ieee
    return {"Conference record number": of.conference_record, "Part number": of.part_number}
