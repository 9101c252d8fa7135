"""Tiny exports in the layouts of the real submission systems."""

from __future__ import annotations

import functools
import json
import random
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from proceedings.importers.imported import Imported, doubt_lines

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


def hotcrp_paper(pid: int = 7, **fields: object) -> dict[str, object]:
    """An accepted paper as HotCRP's JSON has it; `fields` replace its own."""
    return {
        "object": "paper",
        "pid": pid,
        "title": f"Fast Training {pid}",
        "authors": [
            {
                "email": "ada@example.org",
                "given_name": "Ada",
                "family_name": "Sample",
                "affiliation": "Sample University",
            },
            {"email": "ben@example.org", "given_name": "Ben", "family_name": "Two", "affiliation": "Sample University"},
        ],
        "abstract": "First.\n\nSecond.",
        "topics": ["Training at Scale"],
        "decision": "Accepted",
        "status": "accepted",
    } | fields


def as_json(content: object) -> str:
    """The content as a system would save it."""
    return json.dumps(content, ensure_ascii=False, indent=1)


def openreview_note(number: int = 7, **content: object) -> dict[str, object]:
    """A note of version 2 in the venue; `content` replaces fields of its content."""
    fields: dict[str, object] = {
        "title": f"Fast Training {number}",
        "authors": ["Ada Sample", "Ben Two"],
        "authorids": ["~Ada_Sample1", "ben@example.org"],
        "abstract": "One paragraph.",
        "keywords": ["scale", "training"],
        "venueid": "example.org/DLS/2031/Workshop",
        "pdf": f"/pdf/{number:040x}.pdf",
    } | content
    wrapped = {key: {"value": value} for key, value in fields.items()}
    return {"id": f"note{number}", "forum": f"note{number}", "number": number, "content": wrapped}


def mutations(content: object) -> Iterator[object]:
    """The content again and again, each time with one of its values replaced by one of another type."""
    for replace in _places(content):
        for value in (None, -1.5, "text", [], ["text", None], {}, {"value": [7]}, True):
            changed = json.loads(json.dumps(content))
            replace(changed, value)
            yield changed


def _places(content: object, path: tuple[str | int, ...] = ()) -> Iterator[Callable[[object, object], None]]:
    keys = content if isinstance(content, dict) else range(len(content)) if isinstance(content, list) else ()
    for key in keys:
        yield functools.partial(_replace, (*path, key))
        yield from _places(content[key], (*path, key))  # type: ignore[index]


def _replace(path: tuple[str | int, ...], content: object, value: object) -> None:
    for key in path[:-1]:
        content = content[key]  # type: ignore[index]
    content[path[-1]] = value  # type: ignore[index]


def indico_contribution(number: int = 7, hour: str = "09:30:00", **fields: object) -> dict[str, object]:
    """A contribution with an accepted paper, in the keys of JACoW's exporter; `fields` replace its own."""
    return {
        "id": str(number),
        "title": f"Fast Training {number}",
        "description": "<p>First &amp; best.</p><p>CO<sub>2</sub></p>",
        "type": "Full Paper",
        "start_dt": {"date": "2031-06-18", "time": hour, "tz": "UTC"},
        "primary_authors": [
            {"first_name": "Ada", "last_name": "Sample", "affiliation": "Sample University", "email": "ada@example.org"}
        ],
        "coauthors": [{"first_name": "Ben", "last_name": "Two", "affiliation": "Sample University"}],
        "paper": {"state": "accepted"},
    } | fields


def indico_event(*contributions: dict[str, object], **fields: object) -> dict[str, object]:
    """An event with one session of these contributions, as the export API wraps it."""
    block = {
        "id": "1",
        "title": "Training at Scale",
        "startDate": {"date": "2031-06-18", "time": "09:30:00", "tz": "UTC"},
        "endDate": {"date": "2031-06-18", "time": "10:30:00", "tz": "UTC"},
        "conveners": [{"first_name": "Cem", "last_name": "Three"}],
        "room": "Hall 1",
        "contributions": list(contributions),
    }
    event = {
        "title": "Deep Learning on Sample Machines",
        "timezone": "Europe/Brussels",
        "startDate": {"date": "2031-06-18", "time": "07:00:00", "tz": "UTC"},
        "endDate": {"date": "2031-06-19", "time": "16:00:00", "tz": "UTC"},
        "location": "Ghent",
        "sessions": [block],
    }
    return {"count": 1, "results": [event | fields]}


def acm_paper(number: int = 7, title: str = "Fast Training", authors: str = "", section: str = "") -> str:
    """A paper in ACM's e-rights XML, by two authors if no others are given."""
    return f"""
    <paper><paper_type>Full Paper</paper_type><art_submission_date>18-JAN-2031</art_submission_date>
     <paper_title>{title}</paper_title><event_tracking_number>{number}</event_tracking_number>
     <start_page>1</start_page><end_page>8</end_page>
     <authors>{authors or acm_author(2, "Ben", "Two") + acm_author(1, "Ada", "Sample", contact="Y")}</authors>
     <section>{section}</section><sequence_no>{number}</sequence_no></paper>"""


def acm_author(place: int, given: str, family: str, contact: str = "N", more: str = "") -> str:
    """An author in it, with one affiliation and `more`."""
    return f"""<author><prefix>Dr.</prefix><first_name>{given}</first_name><middle_name/><last_name>{family}</last_name>
     <affiliations>{more}<affiliation><department>Computing</department><institution>Sample University</institution>
     <city>Ghent</city><country>Belgium</country><sequence_no>1</sequence_no></affiliation></affiliations>
     <email_address>{given.lower()}@example.org</email_address><sequence_no>{place}</sequence_no>
     <contact_author>{contact}</contact_author><ORCID>0000-0002-1825-0097</ORCID><role>author</role></author>"""


def acm_xml(*papers: str) -> str:
    """The file with these papers."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<erights_record><parent_data/>{"".join(papers)}</erights_record>\n'


def doubted(export: Imported) -> str:
    """The doubts of an import, a line each."""
    return "\n".join(doubt_lines(export.doubts))


def damaged(content: bytes, chance: random.Random, times: int) -> Iterator[bytes]:
    """A file again and again, each time cut, or with bytes lost, doubled or in the place of others."""
    signs = [b"\0", b"\xff", b'"', b",", b";", b"\t", b"\n", b"{", b"}", b"<", b"&#0;", "\ufeff".encode(), b"\\", b"="]
    for _ in range(times):
        begin = chance.randrange(len(content) + 1)
        end = min(len(content), begin + chance.randrange(40))
        middle = chance.choice([b"", content[begin:end] * 2, chance.choice(signs), chance.choice(signs) * 3])
        yield content[:begin] + middle + (content[end:] if chance.random() < 0.8 else b"")
