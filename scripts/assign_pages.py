"""Give every paper its first and last page in the volume, and its stamps."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from proceedings.batches import batch_of
from proceedings.cures import with_cures
from proceedings.ledger import ledger_findings
from proceedings.pagination import assign_pages
from proceedings.publisher import load_policy
from proceedings.records.edition import Edition
from proceedings.records.facts import PaperFacts
from proceedings.records.record_files import read_records, write_records
from proceedings.stamping.cut_heads import cut_heads
from proceedings.stamping.stamp_collision import stamp_collisions
from proceedings.stamping.stamp_design import stamp_orders
from proceedings.wording import counted, page_range


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and all facts, write the pagination and one file of stamp orders a batch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--facts", type=Path, nargs="+", required=True, help="facts of all batches")
    parser.add_argument("--pagination", type=Path, required=True, help="where the pagination is written")
    parser.add_argument("--findings", type=Path, required=True, help="collisions of stamps, cut heads, moved pages")
    parser.add_argument("--orders", type=Path, nargs="+", required=True, help="<batch>.json, one a batch")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    facts = {each.paper: each for path in args.facts for each in read_records(path, list[PaperFacts])}
    pagination = assign_pages(edition, facts)
    orders = stamp_orders(edition, pagination, facts, load_policy(edition.volume.publisher))

    batches = [path.stem for path in args.orders]
    for path in args.orders:
        write_records(path, [order for order in orders if batch_of(order.paper, batches) == path.stem])
    of_stamps = [*stamp_collisions(orders, facts), *cut_heads(orders, facts)]
    findings = [*of_stamps, *ledger_findings(edition, pagination, facts)]
    write_records(args.findings, list(with_cures(findings, facts.values(), edition.profile.latex)))
    write_records(args.pagination, pagination)
    if pagination.placements:
        pages = page_range(pagination.first_page, pagination.next_page - 1, "-")
        print(f"assign_pages: {counted(len(pagination.placements), 'paper')}, pages {pages}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
