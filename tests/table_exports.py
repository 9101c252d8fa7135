"""START (Softconf), CMT and PCS: papers as their CSV, tabbed text and workbooks have them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import openpyxl

from export_makers import written
from proceedings.countries import country_name
from proceedings.names import whole_name
from proceedings.records.paper import Affiliation, Author, Paper
from system_exports import System, Writer, first_place, name_columns, words

Row = Sequence[object]
Cells = dict[str, str]


def csv_file(columns: Sequence[str], rows: Iterable[Row], delimiter: str = ",") -> bytes:
    """A table as a system saves it; unlike ours it does not escape formulas."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([columns, *rows])
    return text.getvalue().encode()


def csv_of(rows: Sequence[Cells], columns: Sequence[str] = (), delimiter: str = ",") -> bytes:
    """The same of cells by the titles of their columns, in the order in which rows first have them."""
    columns = columns or list(dict.fromkeys(title for row in rows for title in row))
    return csv_file(columns, [[row.get(title, "") for title in columns] for row in rows], delimiter)


def xlsx_of(path: Path, sheets: dict[str, Sequence[Row]]) -> Path:
    """A workbook of text cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cell in (each for row in sheet for each in row if each.data_type == "f"):
            cell.data_type = "s"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def said_country(place: Affiliation) -> str:
    return country_name(place.country) if place.country else ""


def a_and_b(names: Sequence[str]) -> str:
    """ "A B, C D and E F"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def softconf(papers: Sequence[Paper], folder: Path) -> Path:
    """START's table, with room for ten authors."""
    people = [f"{n}: {part}" for n in range(1, 11) for part in _START_PARTS]
    columns = ["Submission ID", "Title", "Authors", "Track", "Acceptance Status", "Conditions", "Abstract"]
    columns += ["Submission Type", "Subject Area", *people]
    return written(folder, {"paper-metadata.csv": csv_of([_start_row(each) for each in papers], columns)})


_START_PARTS = ("Username", "First Name", "Middle Name", "Last Name", "Email", "Affiliation", "Presenter")


def _start_row(paper: Paper) -> Cells:
    row = {
        "Submission ID": paper.id,
        "Title": paper.title,
        "Authors": a_and_b([whole_name(each) for each in paper.authors]),
        "Track": paper.track or "",
        "Acceptance Status": "Accept",
        "Abstract": paper.abstract or "",
        "Submission Type": paper.type.replace("-", " ").title(),
        "Subject Area": "; ".join(paper.topics),
    }
    for number, author in enumerate(paper.authors, start=1):
        given, family, _ = name_columns(author)
        first, _, middle = given.partition(" ")
        cells = ("user", first, middle, family, author.email or "", first_place(author, paper).name, "")
        row |= {f"{number}: {part}": cell for part, cell in zip(_START_PARTS, cells, strict=True)}
    return row


def cmt(kind: str) -> Writer:
    """CMT's submissions as `tsv`, as `xls` (which is XML) or as `xlsx`."""

    def write(papers: Sequence[Paper], folder: Path) -> Path:
        rows = [_cmt_row(each) for each in papers]
        table = [list(rows[0]), *([*row.values()] for row in rows)]
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"Papers.{kind}"
        if kind == "xlsx":
            return xlsx_of(path, {"Papers": [["Papers of DLS"], [], *table]})
        path.write_bytes(_excel_2003(table) if kind == "xls" else csv_file(table[0], table[1:], "\t"))
        return path

    return write


def _cmt_row(paper: Paper) -> Cells:
    contact = next(iter(each for each in paper.authors if each.corresponding), Author())
    star = ["*" if each is contact else "" for each in paper.authors]
    names, people, emails = [], [], []
    for author, mark in zip(paper.authors, star, strict=True):
        given, family, _ = name_columns(author)
        place = first_place(author, paper).name
        names.append((f"{family}, {given}" if given else family) + mark)
        people.append(" ".join(filter(None, (given, family))) + (f" ({place})" if place else "") + mark)
        emails.append((author.email or "") + mark)
    return {
        "Paper ID": paper.id,
        "Original Paper ID": "",
        "Created": "2/1/2031 11:59:00 PM",
        "Paper Title": paper.title,
        "Abstract": paper.abstract or "",
        "Primary Contact Author Name": " ".join(name_columns(contact)[:2]),
        "Primary Contact Author Email": contact.email or "",
        "Authors": "; ".join(people),
        "Author Names": "; ".join(names),
        "Author Emails": "; ".join(emails),
        "Track Name": paper.track or "",
        "Primary Subject Area": paper.topics[0] if paper.topics else "",
        "Secondary Subject Areas": "; ".join(paper.topics[1:]),
        "Status": "Accept",
    }


def _excel_2003(table: Sequence[Row]) -> bytes:
    """A workbook of Excel 2003 whose rows begin below another; an empty cell is left out, as Excel does."""
    rows = "".join(f"<Row>{''.join(_excel_cell(n, str(c)) for n, c in enumerate(row, 1) if c)}</Row>" for row in table)
    space = '="urn:schemas-microsoft-com:office:spreadsheet"'
    return (
        f'<?xml version="1.0"?><Workbook xmlns{space} xmlns:ss{space}><Worksheet ss:Name="Papers"><Table>'
        f"<Row><Cell><Data>Papers of DLS</Data></Cell></Row>{rows}</Table></Worksheet></Workbook>"
    ).encode()


def _excel_cell(number: int, cell: str) -> str:
    escaped = escape(cell).replace("\n", "&#10;")
    return f'<Cell ss:Index="{number}"><Data ss:Type="String">{escaped}</Data></Cell>'


def pcs(papers: Sequence[Paper], folder: Path) -> Path:
    """A table of submissions and one of their authors, with a byte order mark."""
    rows = [_pcs_row(each) for each in papers]
    people = [{"Paper ID": paper.id} | _pcs_author(author, paper) for paper in papers for author in paper.authors]
    mark = "\ufeff".encode()
    return written(folder, {"dls_submissions.csv": mark + csv_of(rows), "dls_authors.csv": mark + csv_of(people)})


def _pcs_row(paper: Paper) -> Cells:
    return {
        "Paper ID": paper.id,
        "Title": paper.title,
        "Contribution type": paper.type.replace("-", " ").title(),
        "Decision": "Accept",
        "Abstract": paper.abstract or "",
        "Keywords": "; ".join(paper.keywords),
    }


def _pcs_author(author: Author, paper: Paper) -> Cells:
    given, family, suffix = name_columns(author, suffix=True)
    row = {"First name": given, "Family name": family, "Email": author.email or "", "ORCID": author.orcid or ""}
    row |= {"Name prefix": "", "Middle initial": "", "Name suffix": suffix}
    places = [paper.affiliations[key] for key in author.affiliations]
    for number in range(1, 7):
        place = places[number - 1] if number <= len(places) else Affiliation()
        cells = (place.department, place.name, place.city, place.region, said_country(place))
        titles = ("Dept/School/Lab", "Institution", "City", "State", "Country")
        row |= {f"Affil {number} {title}": cell or "" for title, cell in zip(titles, cells, strict=True)}
    return row


TABLE_SYSTEMS = {
    "softconf": System("softconf", softconf, words("id title abstract type track topics"), words("email")),
    **{
        f"cmt, {kind}": System(
            "cmt", cmt(kind), words("id title abstract topics track"), words("email corresponding"), unsaid=r"[,;()*]"
        )
        for kind in ("tsv", "xls", "xlsx")
    },
    "pcs": System(
        "pcs",
        pcs,
        words("id title abstract keywords type"),
        words("email orcid"),
        words("name department city region country"),
        places=6,
        suffix=True,
    ),
}
"""Each way of these systems. Only PCS has several affiliations and suffixes."""
