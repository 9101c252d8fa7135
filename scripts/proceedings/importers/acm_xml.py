"""ACM's e-rights XML (`erights_record`), as EasyChair, HotCRP, Linklings and others write it."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from proceedings.importers.acm_papers import AcmAuthor, AcmPaper, place
from proceedings.importers.csv_authors import Fields
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.tables import one_line

ROOT = "erights_record"
NOT_UTF8 = "files that are not in the encoding that they state were read as Windows-1252: look at the accents"
PAPER = {
    "title": "paper_title",
    "type": "paper_type",
    "section": "section",
    "order": "sequence_no",
    "first_page": "start_page",
    "last_page": "end_page",
    "submitted": "art_submission_date",
    "accepted": "art_approval_date",
    "abstract": "abstract",
}
AUTHOR = {
    "given": "first_name",
    "middle": "middle_name",
    "family": "last_name",
    "suffix": "suffix",
    "email": "email_address",
    "orcid": "ORCID",
    "corresponding": "contact_author",
}
AFFILIATION = {
    "department": "department",
    "affiliation": "institution",
    "city": "city",
    "region": "state_province",
    "country": "country",
}


def papers_of_xml(path: Path, doubts: list[Doubt]) -> list[AcmPaper]:
    """The papers of a file. SourceError with line and column when it is no XML, or none of ACM's."""
    root = _root(path, doubts)
    if root.tag != ROOT:
        raise SourceError(
            f"{path.name}, line {root.sourceline}: <{root.tag}> where <{ROOT}> should be; is it ACM's XML?"
        )
    papers = []
    for paper in root.iterfind("paper"):
        fields = _fields(paper, PAPER)
        paper_id = _text(paper, "event_tracking_number") or fields["order"]
        if not paper_id:
            title = fields["title"] or "no title"
            raise SourceError(f"{path.name}, line {paper.sourceline} ({title}): it has no event_tracking_number")
        authors = tuple(_author(each) for each in paper.iterfind("authors/author"))
        papers.append(AcmPaper(id=paper_id, fields=fields, authors=authors))
    if not papers:
        raise SourceError(f"{path.name}: there is no <paper> in it; export it again")
    return papers


def _author(author: etree._Element) -> AcmAuthor:
    places = sorted(
        author.iterfind("affiliations/affiliation"), key=lambda each: place(_text(each, "sequence_no")) or 0
    )
    return AcmAuthor(
        fields=_fields(author, AUTHOR),
        affiliations=tuple(_affiliation(each, _text(author, "country")) for each in places),
        role=_text(author, "role"),
        place=place(_text(author, "sequence_no")),
    )


def _affiliation(affiliation: etree._Element, country: str) -> Fields:
    """The fields of an affiliation; some systems write the country beside it."""
    fields = _fields(affiliation, AFFILIATION)
    return fields | {"country": fields["country"] or country, "affiliation": fields["affiliation"] or _own(affiliation)}


def _fields(element: etree._Element, names: dict[str, str]) -> Fields:
    return {field: _text(element, name) for field, name in names.items()}


def _text(element: etree._Element, name: str) -> str:
    """All text in the first child of that name, in capitals or not."""
    found = next((child for child in element if str(child.tag).casefold() == name.casefold()), None)
    return "" if found is None else one_line("".join(found.itertext()))


def _own(element: etree._Element) -> str:
    """The text of an element without children: "Sample University"."""
    return "" if len(element) else one_line(element.text or "")


def _root(path: Path, doubts: list[Doubt]) -> etree._Element:
    content = path.read_bytes()
    if b"<!entity" in content.replace(b"\0", b"").lower():
        raise SourceError(
            f"{path.name}: it defines entities, which are not expanded here; write the letters themselves"
        )
    try:
        return _parsed(content)
    except etree.XMLSyntaxError as error:
        if "UTF-8" not in str(error) and "encoding" not in str(error).lower():
            raise SourceError(_fault(path, content, error)) from error
    try:
        root = _parsed(content, "cp1252")
    except (etree.XMLSyntaxError, LookupError) as error:
        raise SourceError(_fault(path, content, error)) from error
    doubts.append(Doubt(fact=NOT_UTF8, where=path.name))
    return root


def _parsed(content: bytes, encoding: str | None = None) -> etree._Element:
    """The root element. Nothing is fetched and no entity expanded; depth and size have lxml's bounds."""
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser)


def _fault(path: Path, content: bytes, error: Exception) -> str:
    line, column = getattr(error, "position", (1, 1))
    said = re.sub(r", line \d+, column \d+$", "", one_line(str(getattr(error, "msg", error))))
    is_cut = "Premature end" in said or not content.replace(b"\0", b"").rstrip().endswith(b">")
    fact = "the file ends in the middle; export it again" if is_cut else f"this is not XML: {said}"
    return f"{path.name}, line {line}, column {column}: {fact}"
