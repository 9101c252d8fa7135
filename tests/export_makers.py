"""Tiny exports in the layouts of the real submission systems."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

PDF = b"%PDF-1.7 stands for a paper; importers copy files and never open them\n"

PAPERS = r"""
- id: 7
  title: 'Fast {BERT}: 50\% of $O(n^2)$ \& more'
  abstract: We sp\"urten it, up to 90% of ``all''.
  file: 7.pdf
  authors:
  - {first_name: Nehir, middle_name: İlkim, last_name: Gönençer, institution: Sample University,
     email: nehir@example.org, orcid: 'https://orcid.org/0000-0002-1825-0097'}
  - {first_name: Ada, last_name: Sample, institution: Sample University}
  attributes: {paper_type: long, presentation_type: oral}
- id: 12
  title: No
  abstract: ''
  file: 12.pdf
  archival: False
  authors:
  - {first_name: Mausam, last_name: ''}
  attributes: {paper_type: N/A}
- id: 30
  title: A Third Paper
  abstract: Third.
  file: 30.pdf
  authors:
  - {first_name: ben@example.org, last_name: ben@example.org, emails: '****@example.org'}
"""

PROGRAM = """
- {title: Opening, start_time: 2031-06-18 09:00:00, end_time: 2031-06-18 09:30:00}
- title: Session 1
  subsessions:
  - title: Training
    chair: Ada Sample
    start_time: 2031-06-18 09:30:00
    end_time: 2031-06-18 10:30:00
    papers:
    - {id: 12}
    - {id: 7}
    - {id: 99}
"""

DETAILS = """
book_title: Proceedings of the Sample Workshop
event_name: Sample Workshop
anthology_venue_id: SW
start_date: 2031-06-18
end_date: 2031-06-18
isbn: 978-3-16-148410-0
location: Ghent, Belgium
editors:
- {first_name: Ada, last_name: Sample}
publisher: Association for Computational Linguistics
"""

SUBMISSION_COLUMNS = (
    "#,title,authors,submitted,last updated,form fields,keywords,decision,notified,reviews sent,abstract,deleted?"
)
AUTHOR_COLUMNS = "submission #,first name,last name,email,country,affiliation,Web page,person #,corresponding?"


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder with these files in it; texts are dedented and written in UTF-8."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).lstrip().encode())
    return folder


def aclpub2_folder(folder: Path, **files: str | bytes) -> Path:
    """An aclpub2 export of three papers, of which one has no PDF; `papers="..."` replaces papers.yml."""
    texts = {"papers": PAPERS, "program": PROGRAM, "conference_details": DETAILS} | files
    named = {f"{stem}.yml": text for stem, text in texts.items()}
    return written(folder, {**named, "papers/7.pdf": PDF, "papers/12.pdf": PDF})


def easychair_folder(folder: Path, submissions: str, authors: str | None = None) -> Path:
    """An EasyChair data download with these rows."""
    files = {"submission.csv": f"{SUBMISSION_COLUMNS}\n{textwrap.dedent(submissions).strip()}\n"}
    if authors is not None:
        files["author.csv"] = f"{AUTHOR_COLUMNS}\n{textwrap.dedent(authors).strip()}\n"
    return written(folder, files)
