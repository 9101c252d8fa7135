"""Compares what a paper carries besides its pages before and after, and takes stock of what was dropped on purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from proceedings.records.proof import INVENTORY, Dropped, Fidelity, Inventory
from proceedings.records.repair import RepairStep
from proceedings.verification.held import ACTIVE, Held
from proceedings.verification.readback import BookmarkRead, Link, Navigation, Rect, Target
from proceedings.wording import counted, listed_briefly

TO_OTHER_FILES = frozenset({"/GoToR", "/GoToE"})

NOWHERE = "led nowhere in the author’s own file already"
NO_PAGE = "named no page of the author’s own file"
UNTAGGED = "they could not be carried into the volume, as structure-lost says"
RUNS = "nothing that runs, starts or sends something is handed over"
CERTIFIED = "it certified bytes that stamping changes"
NOT_ACTIVE = {"XFA": "only Acrobat shows such a form; its fields stay", "DocMDP": CERTIFIED, "UR3": CERTIFIED}


@dataclass(frozen=True)
class Part:
    """One paper in one file, all pages counted as the paper's own. `destinations` by the author's names for them."""

    links: Sequence[Link] = ()
    bookmarks: Sequence[BookmarkRead] = ()
    destinations: Mapping[str, Target] = field(default_factory=dict)
    lost_destinations: int = 0
    held: Held = field(default_factory=Held)

    def inventory(self) -> Inventory:
        """How many there are of each kind; what is broken counts too."""
        return Inventory(
            links_internal=sum(link.kind == "internal" for link in self.links),
            links_external=sum(link.kind == "web" or link.address in TO_OTHER_FILES for link in self.links),
            destinations=len(self.destinations) + self.lost_destinations,
            bookmarks=sum(bool(each.does) for each in self.bookmarks),
            annotations=_by_kind(Counter(each.kind for each in self.held.annotations)),
            form_fields=len(self.held.fields),
            layers=len(self.held.layers),
            attachments=len(self.held.attached),
            structure=_by_kind(self.held.structure()),
            active=_by_kind(Counter(each.kind for each in self.held.active)),
        )


def whole_file(navigation: Navigation, held: Held) -> Part:
    """A file that is nothing but the paper, as its author made it."""
    links, bookmarks, destinations = navigation.links, navigation.bookmarks, navigation.destinations
    return Part(links, bookmarks, destinations, navigation.lost_destinations, held)


def differences(before: Part, after: Part, whose: str) -> Iterator[tuple[str, str]]:
    """(kind of mismatch, sentence) for each kind of thing of `before` that is not in `after`. `whose`: before's owner.

    So it is with what people see and `after` alone has. Links that lead to a page or to the web and bookmarks are
    compared elsewhere.
    """
    for kind in KINDS:
        there, found = Counter(kind.of(before)), Counter(kind.of(after))
        if lost := there - found:
            are = "is" if lost.total() == 1 else "are"
            words = f"{lost.total():,} {are} lost or changed: {_briefly(lost, kind)}"
            yield kind.mismatch, f"of {whose} {counted(there.total(), kind.noun)} {words}"
        elif kind.noun in SEEN and (more := found - there):
            yield kind.mismatch, f"{counted(more.total(), kind.noun)} more than {whose}: {_briefly(more, kind)}"
    if after.held.active:
        left = sorted({each.kind for each in after.held.active})
        yield "fidelity", f"active content is left in it: {listed_briefly(left)}"


def dropped_on_purpose(received: Part, source: Part, steps: Sequence[RepairStep], untagged: int) -> tuple[Dropped, ...]:
    """What was left out and why. `received`: the file as it came; `source`: the same, or the repaired one.

    `untagged`: elements of the structure tree that assembly says it could not take over.
    """
    return (
        *_repaired(received.inventory(), source.inventory(), steps),
        *_dropped("links_internal", sum(link.kind == "internal" and not link.target for link in source.links), NOWHERE),
        *_dropped("destinations", source.lost_destinations, NO_PAGE),
        *_dropped("bookmarks", sum(each.is_broken for each in source.bookmarks), NOWHERE),
        *_dropped("bookmarks", sum(each.does in ACTIVE for each in source.bookmarks), RUNS),
        *_inactive(source.inventory().active),
        *_dropped("structure", untagged, UNTAGGED),
    )


def unaccounted(fidelity: Fidelity) -> list[str]:
    """A sentence for each kind of which there is less in the volume than in the author's file, for no reason given."""
    if fidelity.source is None:
        return []
    dropped = Counter[str]()
    for each in fidelity.dropped:
        dropped[each.kind] += each.number
    left = fidelity.volume.totals()
    return [
        f"of the author's {count:,} {INVENTORY[kind]} {left[kind]:,} are left, and nothing says why"
        for kind, count in fidelity.source.totals().items()
        if count - dropped[kind] > left[kind]
    ]


def summed(inventories: Iterable[Inventory]) -> Inventory:
    """All of them together."""
    whole: dict[str, Any] = {}
    for each in inventories:
        for name in each.__struct_fields__:
            count = getattr(each, name)
            sum_so_far = whole.get(name, type(count)())
            whole[name] = (
                _by_kind(Counter(sum_so_far) + Counter(count)) if isinstance(count, dict) else sum_so_far + count
            )
    return Inventory(**whole)


class _Kind(NamedTuple):
    """Things that are compared one by one: the kind of a mismatch, what they are called, where, and each one's name."""

    mismatch: str
    noun: str
    of: Callable[[Part], Iterable[Any]]
    named: Callable[[Any], str]


def _structure(part: Part) -> Counter[str]:
    return part.held.structure()


def _other_links(part: Part) -> Iterator[tuple[int, Rect, str]]:
    """Links that lead neither to a page nor to the web and run nothing: to another file, to the next page."""
    for link in part.links:
        if link.kind == "other" and link.address and link.address.removeprefix("/") not in ACTIVE:
            yield link.page, link.rect, link.address


KINDS = (
    _Kind("fidelity", "annotation", lambda part: part.held.annotations, lambda it: f"{it.kind} on page {it.page + 1}"),
    _Kind("fidelity", "form field", lambda part: [it[:4] for it in part.held.fields], lambda it: it[0] or "nameless"),
    _Kind("fidelity", "font of fields", lambda part: part.held.fonts_of_fields(), lambda it: f"that of {it[0]}"),
    _Kind("fidelity", "layer", lambda part: [(it.name, it.shown) for it in part.held.layers], lambda it: it[0]),
    _Kind("fidelity", "attached file", lambda part: [it[:2] for it in part.held.attached], lambda it: it[0]),
    _Kind("fidelity", "structure element", _structure, str),
    _Kind("links", "destination", lambda part: part.destinations.items(), lambda it: it[0]),
    _Kind("links", "link to elsewhere", _other_links, lambda it: f"{it[2].removeprefix('/')} on page {it[0] + 1}"),
)


SEEN = frozenset({"annotation", "form field", "layer", "attached file"})
"""Kinds of which there is no more in a finished file than its author gave."""


def _briefly(things: Iterable[Any], kind: _Kind) -> str:
    return listed_briefly(sorted({kind.named(each) for each in things}), 3)


def _repaired(received: Inventory, source: Inventory, steps: Sequence[RepairStep]) -> Iterator[Dropped]:
    before, after = received.totals(), source.totals()
    gone = {kind: before[kind] - after[kind] for kind in INVENTORY}
    pins = received.annotations.get("FileAttachment", 0) - source.annotations.get("FileAttachment", 0)
    taken_out: Mapping[str, Mapping[str, int]] = {
        "javascript": {"active": gone["active"], "bookmarks": gone["bookmarks"]},
        "annotations": {"annotations": gone["annotations"] - pins},
        "attachments": {"attachments": gone["attachments"], "annotations": pins},
    }
    for step in steps:
        for kind, number in taken_out.get(step.kind, {}).items() if step.done else ():
            yield from _dropped(kind, number, f"the chair had the file repaired: {step.done}")


def _inactive(active: Mapping[str, int]) -> Iterator[Dropped]:
    reasons = Counter[str]()
    for kind, number in active.items():
        reasons[NOT_ACTIVE.get(kind, RUNS)] += number
    for reason, number in sorted(reasons.items()):
        yield from _dropped("active", number, reason)


def _dropped(kind: str, number: int, reason: str) -> Iterator[Dropped]:
    if number > 0:
        yield Dropped(kind=kind, number=number, reason=reason)


def _by_kind(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
