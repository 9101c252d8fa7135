"""The volume and its papers in the words of Schema.org, for the site and for the crate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from proceedings.artifacts.entity import Entity, entity, reference
from proceedings.artifacts.item_entities import item_entity, licence_entity
from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.artifacts.people import author_entities, editor_entities
from proceedings.bibliography.cited_book import Book, whole_title
from proceedings.email_addresses import without_addresses
from proceedings.records.reproducibility import Badge
from proceedings.records.volume import Volume
from proceedings.reproducibility.badges import badge_label, scheme_of
from proceedings.typesetting.declared import BADGE_SCHEMES
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import doi_url

CONTEXT = "https://schema.org"
VOLUME_ID = "#_volume"
"""No paper's id begins so."""


def volume_graph(papers: Sequence[ListedPaper], book: Book, volume: Volume) -> list[Entity]:
    """The volume, then one article a paper with all that it mentions, in volume order."""
    return [volume_entity(papers, book, volume), *(article_entity(each, volume) for each in papers)]


def schema_org(graph: Sequence[Entity]) -> bytes:
    """The volume's graph as a document of its own."""
    return linked_bytes({"@context": CONTEXT, "@graph": graph})


def linked_bytes(document: Entity) -> bytes:
    """A JSON-LD document in UTF-8, indented."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def volume_entity(papers: Iterable[ListedPaper], book: Book, volume: Volume) -> Entity:
    """The book that the papers are cited in."""
    return entity(
        VOLUME_ID,
        "Book",
        name=book.title,
        isPartOf=book.series and entity(f"{VOLUME_ID}/series", "BookSeries", name=book.series),
        editor=editor_entities(book.editors, VOLUME_ID),
        publisher=book.publisher and entity(f"{VOLUME_ID}/publisher", "Organization", name=book.publisher),
        datePublished=book.year and str(book.year),
        inLanguage=volume.language,
        isbn=book.isbn,
        identifier=book.doi and doi_url(book.doi),
        url=book.url,
        license=licence_entity(volume.licence),
        description=book.note,
        hasPart=[reference(each.reference) for each in papers],
    )


def article_entity(listed: ListedPaper, volume: Volume) -> Entity:
    """One paper. What the authors made are its parts; it is based on the software and data that others made."""
    paper = listed.paper
    made = [entry for entry in listed.entries if entry.is_own]
    others = [entry for entry in listed.of_kind("software", "dataset") if not entry.is_own]
    return entity(
        listed.reference,
        "ScholarlyArticle",
        name=plain_title(whole_title(paper)),
        author=author_entities(paper),
        isPartOf=reference(VOLUME_ID),
        pageStart=str(listed.placement.first_page),
        pageEnd=str(listed.placement.last_page),
        datePublished=volume.year and str(volume.year),
        inLanguage=paper.language,
        identifier=listed.doi and doi_url(listed.doi),
        url=listed.doi and doi_url(listed.doi),
        license=licence_entity(paper.licence or volume.licence),
        abstract=paper.abstract and without_addresses(paper.abstract),
        keywords=list(paper.keywords),
        award=[*paper.awards, *_badges(listed)],
        hasPart=_entities(listed, [*listed.of_kind("contribution"), *made]),
        isBasedOn=_entities(listed, others),
        mentions=_entities(listed, listed.of_kind("algorithm", "hardware", "benchmark")),
    )


def _entities(listed: ListedPaper, entries: Iterable[Entry]) -> list[Entity]:
    return [item_entity(listed, entry) for entry in entries]


def _badges(listed: ListedPaper) -> list[str]:
    """Badges that were awarded; one that was asked for is none."""
    badges = [entry.item for entry in listed.of_kind("badge")]
    return [_badge_words(each) for each in badges if isinstance(each, Badge) and each.status == "awarded"]


def _badge_words(badge: Badge) -> str:
    """The badge with whose it is: `ACM Artifacts Available v1.1`."""
    return f"{BADGE_SCHEMES.get(scheme_of(badge), badge.scheme or '')} {badge_label(badge)}".strip()
