from __future__ import annotations

from artifact_makers import declaring, listed
from proceedings.artifacts.relations import Related, datacite, related, related_to_paper
from proceedings.bibliography.cited_book import Book
from proceedings.records.reproducibility import Algorithm, Artifact, Dataset, Reproducibility, Software

SWHID = f"swh:1:dir:{'0' * 40}"


def found(block: Reproducibility, book: Book | None = None) -> list[tuple[str, str, str]]:
    (paper,) = listed(declaring(block))
    return [(each.relation, each.type, each.identifier) for each in related(paper, book or Book())]


def test_own_artifacts_supplement_the_paper_and_others_works_are_referred_to() -> None:
    block = Reproducibility(
        software=(Software(name="GCC", url="https://gcc.gnu.org"), Software(name="Ours", role="own", doi="10.5281/o")),
        datasets=(Dataset(name="ImageNet", doi="10.1007/i"),),
        artifacts=(Artifact(title="A", doi="10.5281/a", swhid=SWHID, url="https://example.org"),),
    )
    assert found(block) == [
        ("References", "URL", "https://gcc.gnu.org"),
        ("IsSupplementedBy", "DOI", "10.5281/o"),
        ("References", "DOI", "10.1007/i"),
        ("IsSupplementedBy", "DOI", "10.5281/a"),
        ("IsSupplementedBy", "SWHID", SWHID),
    ]


def test_algorithms_from_the_literature_are_cited() -> None:
    references = ("https://doi.org/10.48550/arXiv.1708.03888", "https://example.org/p.pdf", "Knuth, 1968", None)
    algorithms = tuple(Algorithm(name="x", reference=each) for each in references)
    assert found(Reproducibility(algorithms=algorithms)) == [
        ("Cites", "DOI", "10.48550/arXiv.1708.03888"),
        ("Cites", "URL", "https://example.org/p.pdf"),
    ]


def test_what_is_pending_or_no_address_is_no_relation() -> None:
    items = (
        Artifact(title="a", doi="pending"),
        Artifact(title="d", doi="10.5281/zenodo.<1>"),
        Artifact(title="b", url="ask us"),
        Artifact(title="c"),
    )
    assert found(Reproducibility(artifacts=items)) == []


def test_one_relation_is_told_once_however_a_doi_is_spelled() -> None:
    items = (Dataset(name="a", doi="10.5281/A"), Dataset(name="b", doi="10.5281/a"))
    assert found(Reproducibility(datasets=items)) == [("References", "DOI", "10.5281/A")]


def test_a_paper_is_published_in_its_volume() -> None:
    book = Book(doi="10.5555/v", isbn="978-3-16-148410-0")
    assert found(Reproducibility(), book) == [
        ("IsPublishedIn", "DOI", "10.5555/v"),
        ("IsPublishedIn", "ISBN", "978-3-16-148410-0"),
    ]


def test_an_artifact_supplements_the_paper_that_documents_it() -> None:
    (paper,) = listed(declaring())
    assert [(each.relation, each.identifier) for each in related_to_paper(paper)] == [
        ("IsSupplementTo", "10.5555/x"),
        ("IsDocumentedBy", "10.5555/x"),
    ]
    (pending,) = listed(declaring(doi="pending"))
    assert related_to_paper(pending) == []


def test_datacite_gets_the_general_type_of_what_the_authors_made_only() -> None:
    block = datacite(
        [Related("IsSupplementedBy", "10.5281/a", "DOI", "Software"), Related("References", "10.1/b", "DOI")]
    )
    assert block["relatedIdentifiers"] == [
        {
            "relatedIdentifier": "10.5281/a",
            "relatedIdentifierType": "DOI",
            "relationType": "IsSupplementedBy",
            "resourceTypeGeneral": "Software",
        },
        {"relatedIdentifier": "10.1/b", "relatedIdentifierType": "DOI", "relationType": "References"},
    ]
