"""Items as entities of Schema.org, each under its own id; what stands on what is pointed to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from proceedings.artifacts.entity import Entity, entity, reference
from proceedings.artifacts.items import Entry, ListedPaper
from proceedings.artifacts.licences import licence_address
from proceedings.artifacts.ownership import SOFTWARE_KINDS, is_repository
from proceedings.artifacts.people import author_references
from proceedings.artifacts.table import fields_of
from proceedings.identifiers import bare_doi, is_doi, sound_doi
from proceedings.records.reproducibility import (
    Algorithm,
    Artifact,
    Benchmark,
    Contribution,
    Dataset,
    Hardware,
    Software,
)
from proceedings.reproducibility.listed_names import spelling_key
from proceedings.reproducibility.mlperf import NOT_VERIFIED
from proceedings.reproducibility.named_things import named_item
from proceedings.reproducibility.naming import benchmark_release
from proceedings.typesetting.declared import SWHID_RESOLVER
from proceedings.wording import doi_url, licence_label


def item_id(listed: ListedPaper, entry: Entry) -> str:
    """The id of an item in a graph: `#017/SW1`."""
    return f"#{listed.paper.id}/{entry.key}"


def item_entity(listed: ListedPaper, entry: Entry) -> Entity:
    """The item as an entity, with the name under which the volume lists it where that is another."""
    written = _WRITERS[entry.kind](listed, entry, entry.item)
    kind, name = named_item(entry.item) or ("", "")
    if kind in ("", "benchmarks") or spelling_key(entry.listed_as) == spelling_key(name):
        return written
    return written | {"alternateName": entry.listed_as}


def licence_entity(licence: str | None) -> Entity | str | None:
    """The licence with its address, or the words of one that has none."""
    address = licence_address(licence)
    if not licence or not address:
        return licence
    label = licence_label(licence)
    return entity(address, "CreativeWork", name=label, description=f"The licence {label}", url=address)


def _software(listed: ListedPaper, entry: Entry, item: Software) -> Entity:
    own = entry.is_own
    found = _identified(item.doi, item.swhid)
    version = item.version or item.commit
    return entity(
        item_id(listed, entry),
        "SoftwareSourceCode" if own else "SoftwareApplication",
        name=item.name or entry.key,
        version=version,
        softwareVersion=None if own else version,
        applicationCategory=None if own else item.role,
        author=author_references(listed.paper) if own else None,
        license=licence_entity(item.licence),
        identifier=found,
        url=item.url or next(iter(found), None),
        codeRepository=item.url if own and is_repository(item.url) else None,
    )


def _dataset(listed: ListedPaper, entry: Entry, item: Dataset) -> Entity:
    found = _identified(item.doi, None)
    return entity(
        item_id(listed, entry),
        "Dataset",
        name=item.name or entry.key,
        version=item.version,
        author=author_references(listed.paper) if entry.is_own else None,
        license=licence_entity(item.licence),
        identifier=found,
        url=item.url or next(iter(found), None),
        size=item.size,
        conditionsOfAccess=item.access,
        description=item.split and f"Split: {item.split}",
        subjectOf=_croissant(item),
    )


def _croissant(item: Dataset) -> Entity | None:
    address = item.croissant or ""
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", address):
        return None
    return entity(address, "CreativeWork", name=f"Croissant description of {item.name}")


def _hardware(listed: ListedPaper, entry: Entry, item: Hardware) -> Entity:
    at = item_id(listed, entry)
    values = (
        (column, getattr(value, part) if part and value is not None else value)
        for key, part, column in fields_of("hardware")
        if key not in ("id", "system_name")
        for value in (getattr(item, key),)
    )
    return entity(
        at,
        "IndividualProduct",
        name=item.system_name or entry.key,
        description=item.site and f"A system at {item.site}",
        additionalProperty=[
            entity(f"{at}/{column}", "PropertyValue", name=column, value=str(value))
            for column, value in values
            if value
        ],
    )


def _algorithm(listed: ListedPaper, entry: Entry, item: Algorithm) -> Entity:
    words = (
        "New in this paper." if item.new else "",
        f"Described in {item.described_in}." if item.described_in else "",
    )
    return entity(
        item_id(listed, entry),
        "CreativeWork",
        name=item.name or entry.key,
        description=" ".join(filter(None, words)),
        citation=cited_as(item.reference),
        workExample=_pointers(listed, [item.implementation] if item.implementation else ()),
    )


def cited_as(words: str | None) -> str | None:
    """A DOI as an address, any other reference as it stands."""
    doi = bare_doi(words or "")
    return doi_url(doi) if is_doi(doi) else words


def _benchmark(listed: ListedPaper, entry: Entry, item: Benchmark) -> Entity:
    at = item_id(listed, entry)
    unverified = "mlperf" in (item.suite or item.name).lower() and not item.verified
    words = (f"{item.division} division.".capitalize() if item.division else "", NOT_VERIFIED if unverified else "")
    value = entity(f"{at}/result", "PropertyValue", name=item.metric or "result", value=item.value, unitText=item.unit)
    return entity(
        at,
        "CreateAction",
        name=" ".join(filter(None, benchmark_release(item))) or entry.key,
        description=" ".join(filter(None, words)),
        instrument=_pointers(listed, (*item.uses.software, *item.uses.hardware, *item.uses.algorithms)),
        object=_pointers(listed, item.uses.datasets),
        result=value if item.value else None,
    )


def _artifact(listed: ListedPaper, entry: Entry, item: Artifact) -> Entity:
    found = _identified(item.doi, item.swhid)
    kind = (item.kind or "").lower()
    code = kind in SOFTWARE_KINDS
    needed = _pointers(listed, item.setup.software)
    return entity(
        item_id(listed, entry),
        "SoftwareSourceCode" if code else "Dataset" if kind in ("data", "dataset") else "CreativeWork",
        name=item.title or entry.key,
        description=item.elements and f"Reproduces {', '.join(item.elements)}.",
        author=author_references(listed.paper),
        license=licence_entity(item.licence),
        identifier=found,
        url=item.url or next(iter(found), None),
        codeRepository=item.url if code and is_repository(item.url) else None,
        softwareRequirements=needed if code else None,
        isBasedOn=_pointers(listed, item.setup.datasets) + ([] if code else needed),
        about=_pointers(listed, item.supports),
    )


def _contribution(listed: ListedPaper, entry: Entry, item: Contribution) -> Entity:
    return entity(item_id(listed, entry), "Claim", name=f"Contribution {entry.key}", text=item.text)


def _identified(doi: str | None, swhid: str | None) -> list[str]:
    """What lasts, as addresses."""
    addresses = (doi_url(sound) if (sound := sound_doi(doi)) else None, SWHID_RESOLVER + swhid if swhid else None)
    return [each for each in addresses if each]


def _pointers(listed: ListedPaper, ids: Iterable[str]) -> list[Entity]:
    """To the items of these ids, as far as the paper has them."""
    known = {getattr(entry.item, "id", None): entry for entry in reversed(listed.entries)}
    return [reference(item_id(listed, known[each])) for each in ids if each in known]


_WRITERS: dict[str, Callable[[ListedPaper, Entry, Any], Entity]] = {
    "contribution": _contribution,
    "algorithm": _algorithm,
    "software": _software,
    "dataset": _dataset,
    "hardware": _hardware,
    "benchmark": _benchmark,
    "artifact": _artifact,
}
