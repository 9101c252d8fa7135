"""Takes stock of the whole volume: what its papers carry together, and what the pages that are no paper's carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import msgspec

from proceedings.records.proof import Dropped, Fidelity, Inventory
from proceedings.verification.fidelity import Part, summed
from proceedings.verification.held import AttachedRead, Held
from proceedings.verification.pdf_reading import FinishedPdf
from proceedings.wording import listed_briefly


def of_all_papers(papers: Sequence[Fidelity]) -> Fidelity:
    """The papers together; of those whose author's file could not be read the stamped paper is the measure."""
    dropped = Counter[tuple[str, str]]()
    for each in papers:
        for drop in each.dropped:
            dropped[drop.kind, drop.reason] += drop.number
    return Fidelity(
        source=summed(each.source or each.stamped for each in papers),
        stamped=summed(each.stamped for each in papers),
        volume=summed(each.volume for each in papers),
        dropped=tuple(
            Dropped(kind=kind, reason=reason, number=number) for (kind, reason), number in sorted(dropped.items())
        ),
    )


def of_no_paper(volume: FinishedPdf, papers: Collection[str], theirs: Iterable[int], bookmarks: int) -> Inventory:
    """What is on pages that are no paper's. `theirs`: the papers' pages; `bookmarks`: how many are the papers' own."""
    navigation, held = volume.read.navigation, volume.held
    pages = set(range(len(volume.pages))) - set(theirs)
    own = Part(
        links=[link for link in navigation.links if link.page in pages],
        destinations={
            name: target for name, target in navigation.destinations.items() if name.partition("/")[0] not in papers
        },
        held=Held(
            annotations=[each for each in held.annotations if each.page in pages],
            active=[each for each in held.active if each.page is None or each.page in pages],
            elements={page: each for page, each in held.elements.items() if page is None or page in pages},
        ),
    )
    others = sum(bool(each.does) for each in navigation.bookmarks) - bookmarks
    return msgspec.structs.replace(own.inventory(), bookmarks=others)


def lost_layers(papers: Iterable[Counter[tuple[str, bool]]], volume: Held) -> list[str]:
    """Whether the volume lists all layers that no page of its paper uses."""
    lost = sum(papers, Counter[tuple[str, bool]]()) - volume.unused_layers()
    return [f'the layer "{name}", which no page uses, is lost or shown otherwise' for name, _ in sorted(lost)]


def nobodys(volume: Held, papers: Collection[str], theirs: Collection[int]) -> list[str]:
    """What runs, is filled in, remarked or attached in the volume and belongs to no paper. `theirs`: papers' pages."""
    others = Held(
        annotations=[each for each in volume.annotations if each.page not in theirs],
        active=[each for each in volume.active if each.page not in theirs],
        attached=[each for each in volume.attached if not _is_of(each, papers, theirs)],
        fields=volume.fields_of_others(papers),
    )
    found = {
        "active content": [each.kind for each in others.active],
        "remarks": [each.kind for each in others.annotations],
        "attached files": [each.name for each in others.attached],
        "form fields": [each.name for each in others.fields],
    }
    return [f"{noun} that no paper brought: {listed_briefly(sorted(set(of)))}" for noun, of in found.items() if of]


def _is_of(file: AttachedRead, papers: Collection[str], theirs: Collection[int]) -> bool:
    """Whether a file is attached to a paper: pinned to one of its pages, or listed in its namespace."""
    return file.key.partition("/")[0] in papers if file.page is None else file.page in theirs
