"""ACM's e-rights XML (`erights_record`), as EasyChair, HotCRP, Linklings and others write it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from proceedings.importers.acm_papers import AcmAuthor, AcmPaper, place
from proceedings.importers.csv_authors import Fields
from proceedings.importers.imported import Doubt, SourceError
from proceedings.importers.loose_xml import root_of
from proceedings.importers.tables import one_line

ROOT = "erights_record"
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

ODD_SECTION = (
    "a section holds elements that ACM's format has not, and is called by all of their text: correct its title in "
    "metadata/program.yml"
)


def papers_of_xml(path: Path, doubts: list[Doubt]) -> list[AcmPaper]:
    """The papers of a file. SourceError with line and column when it is no XML, or none of ACM's."""
    root = root_of(path, doubts)
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
        section = next((child for child in paper if str(child.tag).casefold() == PAPER["section"]), None)
        if section is not None and len(section):
            doubts.append(
                Doubt(fact=ODD_SECTION, where=f"{path.name}, line {section.sourceline} ({fields['section']})")
            )
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
