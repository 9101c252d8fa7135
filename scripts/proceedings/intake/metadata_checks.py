"""What every paper's metadata is checked for. A check yields problems with their place in the paper's file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from proceedings.identifiers import is_doi, is_orcid, is_pending, is_ror, same_doi_key
from proceedings.intake.badge_checks import badge_problems
from proceedings.intake.benchmark_checks import benchmark_problems, unpublished_results
from proceedings.intake.identifier_checks import identifier_problems
from proceedings.intake.item_checks import faulty_items, missing_items
from proceedings.intake.ladder_checks import ladder_problems
from proceedings.intake.licence_checks import licence_conflicts, licence_problems
from proceedings.intake.name_checks import duplicate_authors, suspicious_names, swapped_names
from proceedings.intake.nameless_items import nameless_items
from proceedings.intake.quantity_checks import quantity_problems
from proceedings.intake.rights_checks import rights_problems
from proceedings.problem import Place, Problem, did_you_mean
from proceedings.publisher import receiving_policies
from proceedings.records.finding import Severity
from proceedings.records.paper import Paper, Person
from proceedings.records.volume import Volume
from proceedings.wording import listed

Check = Callable[[Paper, Volume], Iterator[Problem]]

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")


def paper_problems(paper: Paper, volume: Volume) -> list[Problem]:
    """Everything wrong with one paper's metadata that its own file shows."""
    return [
        msgspec.structs.replace(problem, paper=paper.id) for check in PAPER_CHECKS for problem in check(paper, volume)
    ]


def problems_between_papers(papers: Sequence[Paper]) -> list[Problem]:
    """What only the comparison of papers shows: one DOI for two, a name split in two ways."""
    return [*_duplicate_dois(papers), *swapped_names(papers)]


def faulty_people(people: Sequence[Person], at: Place) -> Iterator[Problem]:
    """Suspicious names, ORCIDs with a wrong check digit and e-mail addresses that are none."""
    yield from suspicious_names(people, at)
    for number, person in enumerate(people):
        if person.orcid and not is_orcid(person.orcid):
            fact = f'the ORCID iD "{person.orcid}" is mistyped: its form or its check digit is wrong.'
            remedy = "Ask the author, or copy it from orcid.org. Without one, delete the key."
            yield Problem(at=(*at, number, "orcid"), code="orcid-invalid", message=fact, remedy=remedy)
        if person.email and not _EMAIL.fullmatch(person.email):
            fact = f'"{person.email}" is no e-mail address.'
            yield Problem(at=(*at, number, "email"), message=fact, remedy="Write one address: ada@example.org.")


def nameless(people: Sequence[Person], at: Place, noun: str) -> Iterator[Problem]:
    """One problem for each person who has neither a family name nor a literal."""
    for number, person in enumerate(people):
        if not person.family and not person.literal:
            yield missing(f"the family name of {noun} {number + 1}", (*at, number))


def missing(what: str, at: Place, *, indispensable: bool = False) -> Problem:
    """The problem that something is not there; `indispensable`: no volume can be handed over without it."""
    remedy = "Add it; metadata/README.md explains every key."
    severity: Severity | None = "error" if indispensable else None
    return Problem(at=at, code="metadata-missing", message=f"{what} is missing.", remedy=remedy, severity=severity)


def _missing_fields(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    if paper.status != "accepted":
        return
    if not paper.title:
        yield missing("the title", ("title",), indispensable=True)
    if not paper.authors:
        yield missing("the list of authors", ("authors",), indispensable=True)
    yield from nameless(paper.authors, ("authors",), "author")
    homeless = [number for number, author in enumerate(paper.authors) if not author.affiliations]
    if homeless:
        noun = "author" if len(homeless) == 1 else "authors"
        names = f"{noun} {listed([str(number + 1) for number in homeless])}"
        everybody = len(homeless) == len(paper.authors)
        yield missing(f"the affiliation of {'every author' if everybody else names}", ("authors", homeless[0]))
    if not paper.affiliations and len(homeless) < len(paper.authors):
        yield missing("`affiliations`, whose keys the authors name,", ("affiliations",))
    for key, affiliation in paper.affiliations.items():
        if not affiliation.name:
            yield missing(f'the name of affiliation "{key}"', ("affiliations", key))


def _contact_author(paper: Paper, volume: Volume) -> Iterator[Problem]:
    if paper.status != "accepted" or not paper.authors:
        return
    marked = [author for author in paper.authors if author.corresponding]
    if not any(author.email for author in marked):
        fact = "the corresponding author has no e-mail address." if marked else "no author is marked as corresponding."
        remedy = "Give one author `corresponding: true` and an `email`; addresses are not published."
        yield Problem(at=("authors",), code="contact-author", message=fact, remedy=remedy)
    elif len(marked) > 1 and (asking := _writes_to_one(volume)):
        fact = f"{len(marked)} authors are marked as corresponding, and {asking} asks for exactly one."
        remedy = "Leave `corresponding: true` with the one to whom the publisher shall write."
        yield Problem(at=("authors",), code="contact-author", message=fact, remedy=remedy)


def _writes_to_one(volume: Volume) -> str | None:
    """The first publisher among the receivers that wants exactly one corresponding author a paper."""
    policies = receiving_policies(volume.publisher, volume.bundles)
    return next((policy.name for policy in policies if policy.one_contact), None)


def _people(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    yield from faulty_people(paper.authors, ("authors",))
    yield from duplicate_authors(paper)


def _affiliations(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    for number, author in enumerate(paper.authors):
        for position, key in enumerate(author.affiliations):
            if paper.affiliations and key not in paper.affiliations:
                at = ("authors", number, "affiliations", position)
                remedy = did_you_mean(key, paper.affiliations, f"Add `{key}: {{name: ...}}` under `affiliations`.")
                yield Problem(at=at, message=f'"{key}" is no key of `affiliations` in this file.', remedy=remedy)


def _organisations(paper: Paper, volume: Volume) -> Iterator[Problem]:  # noqa: ARG001 (a paper check)
    places: list[tuple[Place, str | None]] = [
        *((("affiliations", key, "ror"), each.ror) for key, each in paper.affiliations.items()),
        *((("funding", number, "ror"), each.ror) for number, each in enumerate(paper.funding)),
    ]
    for at, ror in places:
        if ror and not is_ror(ror):
            fact = f'the ROR id "{ror}" is mistyped: its form or its check digits are wrong.'
            yield Problem(at=at, code="ror-invalid", message=fact, remedy="Copy it from ror.org, or delete the key.")


def _dois(paper: Paper, volume: Volume) -> Iterator[Problem]:
    prefix = volume.doi_prefix
    if paper.doi and not is_pending(paper.doi):
        if not is_doi(paper.doi):
            yield faulty_doi(paper.doi, ("doi",))
        elif _is_foreign(paper.doi, prefix) and not paper.published:
            fact = f'the DOI "{paper.doi}" does not begin with the volume\'s prefix "{prefix}".'
            remedy = "Correct it here, or `doi_prefix` in metadata/proceedings.yml."
            yield Problem(at=("doi",), code="doi-invalid", message=fact, remedy=remedy)
    for kind in ("software", "datasets", "artifacts"):
        for number, item in enumerate(getattr(paper.reproducibility, kind, ())):
            if item.doi and not is_doi(item.doi):
                yield faulty_doi(item.doi, ("reproducibility", kind, number, "doi"))


def _is_foreign(doi: str, prefix: str | None) -> bool:
    """Whether a DOI begins otherwise than those of the volume; one that the publisher has given may."""
    known = bool(prefix) and not is_pending(prefix)
    return known and not same_doi_key(doi).startswith(same_doi_key(prefix or ""))


def faulty_doi(doi: str, at: Place) -> Problem:
    """The problem of a DOI without a DOI's form."""
    remedy = "Write it as 10.5281/zenodo.1234567, or `pending` for a paper whose DOI is still to come."
    return Problem(at=at, code="doi-invalid", message=f'"{doi}" is no DOI.', remedy=remedy)


def _type_and_pages(paper: Paper, volume: Volume) -> Iterator[Problem]:
    if volume.types and paper.type not in volume.types:
        remedy = did_you_mean(paper.type, volume.types, f"The types of this volume are {', '.join(volume.types)}.")
        fact = f'the type "{paper.type}" is not among `types` in metadata/proceedings.yml.'
        yield Problem(at=("type",), message=fact, remedy=remedy)
    if paper.expected_pages < 1:
        fact = f"{paper.expected_pages} pages cannot be reserved; 1 is."
        yield Problem(at=("expected_pages",), message=fact, remedy="Write 1 or more, or delete the key.")


def _duplicate_dois(papers: Sequence[Paper]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for paper in papers:
        if paper.doi and not is_pending(paper.doi):
            other = first.setdefault(same_doi_key(paper.doi), paper.id)
            if other != paper.id:
                fact = f'the DOI "{paper.doi}" is that of paper "{other}" too.'
                remedy = "Give each paper its own DOI."
                yield Problem(paper=paper.id, at=("doi",), code="doi-invalid", message=fact, remedy=remedy)


PAPER_CHECKS: tuple[Check, ...] = (
    _missing_fields,
    _contact_author,
    _people,
    _affiliations,
    _organisations,
    _dois,
    _type_and_pages,
    rights_problems,
    missing_items,
    faulty_items,
    nameless_items,
    identifier_problems,
    ladder_problems,
    licence_problems,
    licence_conflicts,
    benchmark_problems,
    unpublished_results,
    badge_problems,
    quantity_problems,
)
