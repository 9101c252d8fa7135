"""The proof: what was read back from the finished PDFs and tables, and every place where two of them differ."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.records.record import Record


class ProofRecord(Record, omit_defaults=False):
    """A record of the proof: written in full, so that a nought is a nought and not an absence."""


class Mismatch(Record):
    """One difference, in a sentence. `paper` None is the volume; `kind` groups sentences of one cause."""

    paper: str | None = None
    kind: str = ""
    message: str = ""


class LinkProof(ProofRecord):
    """Links of one paper in the author's file, in the stamped paper and in the volume.

    `source`, `stamped` and `volume` count internal links that resolve. `landed` counts those of the author's
    that land in both finished files on the same page of their own paper with the same view.
    `broken_in_source` lead nowhere in the author's own file already. `external_*` count web links.
    """

    source: int = 0
    stamped: int = 0
    volume: int = 0
    landed: int = 0
    broken_in_source: int = 0
    external_source: int = 0
    external_stamped: int = 0
    external_volume: int = 0


class Inventory(ProofRecord):
    """What a file, or one paper's part of the volume, carries besides what its pages draw.

    `links_external` lead to the web or to another file, `links_internal` and `bookmarks` count those that are broken
    too; a bookmark that is a mere heading is none. `annotations` by kind, those of form fields (Widget) among them,
    links not. `structure`: elements of the structure tree by their standard type. `active`: what runs, starts, sends
    or certifies, by kind. Where a file opens is not counted.
    """

    links_internal: int = 0
    links_external: int = 0
    destinations: int = 0
    bookmarks: int = 0
    annotations: dict[str, int] = {}
    form_fields: int = 0
    layers: int = 0
    attachments: int = 0
    structure: dict[str, int] = {}
    active: dict[str, int] = {}

    def totals(self) -> dict[str, int]:
        """How many there are of each kind, whatever their type."""
        counts = {kind: getattr(self, kind) for kind in INVENTORY}
        return {kind: sum(count.values()) if isinstance(count, dict) else count for kind, count in counts.items()}


INVENTORY: Mapping[str, str] = {
    "links_internal": "internal links",
    "links_external": "external links",
    "destinations": "destinations",
    "bookmarks": "bookmarks",
    "annotations": "annotations",
    "form_fields": "form fields",
    "layers": "layers",
    "attachments": "attached files",
    "structure": "tags",
    "active": "scripts and actions",
}
"""The kinds of an inventory, in words."""


class Dropped(ProofRecord):
    """What was left out on purpose: so many of one kind of the inventory, and why."""

    kind: str = ""
    number: int = 0
    reason: str = ""


class Fidelity(ProofRecord):
    """One paper, or all of them, in the authors' files as they came, as stamped, and in the volume.

    `source` None: the author's file could not be read back.
    """

    source: Inventory | None = None
    stamped: Inventory = Inventory()
    volume: Inventory = Inventory()
    dropped: tuple[Dropped, ...] = ()


class Agreement(ProofRecord):
    """Whether each witness tells the same of one paper. None: that witness does not speak of it."""

    pagination: bool | None = None
    labels: bool | None = None
    stamp: bool | None = None
    content: bool | None = None
    links: bool | None = None
    fidelity: bool | None = None
    outline: bool | None = None
    contents: bool | None = None
    index: bool | None = None
    keywords: bool | None = None
    artifacts: bool | None = None
    table: bool | None = None
    bibliography: bool | None = None
    sha256: bool | None = None


class PaperProof(ProofRecord):
    """One paper as it stands in the volume. `first_page` and `last_page` are page labels.

    `pages` is the page count of the stamped file, 0 for a paper that is not there.
    `stamp_pages_found` are pages whose folio was read in the head or foot band of the stamped paper;
    `unchanged_pages` are pages that hold all the author drew, as drawn; `identical_pages` are
    pages that are the same object for object in the stamped paper and in the volume.
    `source_read` False: the author's file could not be read, so nothing was compared with it.
    """

    id: str = ""
    present: bool = True
    first_page: int = 0
    last_page: int = 0
    pages: int = 0
    source_read: bool = False
    links: LinkProof = LinkProof()
    destinations: int = 0
    bookmarks: int = 0
    bookmarks_in_source: int = 0
    bookmarks_broken_in_source: int = 0
    stamp_pages_found: int = 0
    unchanged_pages: int = 0
    identical_pages: int = 0
    fidelity: Fidelity = Fidelity()
    agrees: Agreement = Agreement()


class OutlineProof(ProofRecord):
    """Bookmarks of the volume that lead to a page: all, those of sessions, of papers, and the papers' own; and how
    many lead right. `headings` lead nowhere, among them the `broken_in_source`, which should have led somewhere.
    """

    bookmarks: int = 0
    headings: int = 0
    broken_in_source: int = 0
    sessions: int = 0
    papers: int = 0
    own: int = 0
    landed: int = 0


class VolumeProof(ProofRecord):
    """The volume. `labels` are runs of page labels such as `i-xii`; `typeset_links` lead from pages we set.

    `pages` is the sum of `paper_pages` (as the stamped papers have them), `typeset_pages` (front and back matter) and
    the fillers: `placeholder_pages` and `blank_pages`. `fidelity` sums up the papers, `typeset` is the inventory of
    the pages that are no paper's.
    """

    sha256: str = ""
    pages: int = 0
    paper_pages: int = 0
    typeset_pages: int = 0
    placeholder_pages: int = 0
    blank_pages: int = 0
    labels: tuple[str, ...] = ()
    title: str = ""
    outline: OutlineProof = OutlineProof()
    fonts: int = 0
    fonts_not_embedded: tuple[str, ...] = ()
    internal_links: int = 0
    typeset_links: int = 0
    typeset_links_landed: int = 0
    external_links: int = 0
    destinations: int = 0
    fidelity: Fidelity = Fidelity()
    typeset: Inventory = Inventory()


class Proof(ProofRecord):
    """Everything read back. The volume is as it should be where `mismatches` is empty."""

    volume: VolumeProof = VolumeProof()
    papers: tuple[PaperProof, ...] = ()
    mismatches: tuple[str, ...] = ()
