"""Write the bibliography index of the volume: BibTeX, and beside it RIS and CSL-JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from proceedings.bibliography.bibtex import BibliographyError, write_bibtex
from proceedings.bibliography.cited_book import book_of, cited, lacking
from proceedings.bibliography.exchange import write_csl_json, write_ris
from proceedings.publisher import UnknownPublisherError, load_policy
from proceedings.records.edition import Edition
from proceedings.records.placement import Pagination
from proceedings.records.record_files import read_records, write_file
from proceedings.wording import counted, listed


def main(argv: Sequence[str] | None = None) -> int:
    """Read the edition and its pagination, write the three files; 1 where BibTeX would not read back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", type=Path, required=True, help="papers.json of collect_papers")
    parser.add_argument("--pagination", type=Path, required=True, help="pagination.json of assign_pages")
    parser.add_argument("--output", type=Path, required=True, help="proceedings.bib; .ris and .csl.json go beside it")
    args = parser.parse_args(argv)

    edition = read_records(args.edition, Edition)
    pagination = read_records(args.pagination, Pagination)
    try:
        policy = load_policy(edition.volume.publisher)
        bibtex = write_bibtex(edition, pagination, policy)
    except (BibliographyError, UnknownPublisherError) as error:
        print(f"write_bibliography: {error}", file=sys.stderr)
        return 1

    write_file(args.output, bibtex.encode())
    write_file(args.output.with_suffix(".ris"), write_ris(edition, pagination, policy))
    write_file(args.output.with_suffix(".csl.json"), write_csl_json(edition, pagination, policy))
    if papers := cited(edition, pagination):
        print(f"write_bibliography: {counted(len(papers), 'paper')}")
        if lack := lacking(book_of(edition.volume, policy)):
            print(f"write_bibliography: proceedings.bib has no {listed(lack)}; some styles of BibTeX warn of that.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
