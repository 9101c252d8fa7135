"""What `metadata/proceedings.yml` and the files beside it are checked for; a volume that can be built in any case."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from proceedings.bundles import BUNDLES
from proceedings.codes import all_codes
from proceedings.identifiers import is_doi, is_doi_prefix, is_isbn, is_issn, is_pending
from proceedings.intake.metadata_checks import faulty_doi, faulty_people, missing, nameless
from proceedings.intake.programme import meant_paper
from proceedings.intake.stale_data import stale_problems
from proceedings.problem import Place, Problem, did_you_mean, nearest
from proceedings.profile import ProfileError, load_profile, packaged_names, profile_faults
from proceedings.publisher import known_publishers
from proceedings.records.edition import Waiver
from proceedings.records.front_matter import Sponsor
from proceedings.records.paper import Paper
from proceedings.records.programme import Talk
from proceedings.records.volume import PartOf, Volume
from proceedings.yaml.yaml_source import YAML_ENDINGS

DEADLINES = ("camera_ready", "rights", "proofs")
"""The deadlines that are used: for severities, and in the letters to authors; others may be noted."""


JOINT = "joint"
"""The bundle for the editor of a joint volume."""


def known_bundles() -> tuple[str, ...]:
    """The names that `bundles:` may hold: those that can be packed."""
    return tuple(sorted(BUNDLES))


def buildable(volume: Volume, files: Collection[str]) -> Volume:
    """The volume without names that nothing answers to, so that all stages can go on.

    `files` are the paths of the metadata folder's files, relative to it: a profile may be one of them.
    """
    defaults = Volume()
    return msgspec.structs.replace(
        volume,
        publisher=volume.publisher if volume.publisher in known_publishers() else defaults.publisher,
        profile=volume.profile if _is_profile(volume.profile, files) else defaults.profile,
        format=volume.format if not any(profile_faults(volume.format)) else defaults.format,
        bundles=tuple(name for name in _asked_bundles(volume) if name in known_bundles()),
    )


def _asked_bundles(volume: Volume) -> tuple[str, ...]:
    """The bundles that are named, each once; a part of a joint volume always has its editor's, others never."""
    if volume.part_of is None:
        return tuple(dict.fromkeys(name for name in volume.bundles if name != JOINT))
    return tuple(dict.fromkeys([*volume.bundles, JOINT]))


def _is_profile(name: str, files: Collection[str]) -> bool:
    return name in packaged_names() or f"{name}.yml" in files or (name.endswith(YAML_ENDINGS) and name in files)


def volume_problems(volume: Volume, files: Collection[str] = ()) -> list[Problem]:
    """Everything wrong with proceedings.yml that its types do not show; `files` as for `buildable`."""
    return [
        *_missing_fields(volume),
        *_identifiers(volume),
        *faulty_people(volume.editors, ("editors",)),
        *_unknown_names(volume, files),
        *_orders(volume),
        *stale_problems(volume),
        *_format_faults(volume),
    ]


def profile_problems(volume: Volume, metadata: Path) -> Iterator[Problem]:
    """What makes an own profile unusable; the profile that holds by default takes its place."""
    try:
        load_profile(volume.profile, metadata)
    except ProfileError as error:
        remedy = f"Correct the profile; until then the papers are judged by {Volume().profile}."
        yield from (Problem(message=fault, remedy=remedy) for fault in error.faults)


def waiver_problems(waivers: Sequence[Waiver], papers: Sequence[Paper]) -> Iterator[Problem]:
    """Waivers of unknown papers or codes, and waivers without a reason or a name."""
    known = {paper.id for paper in papers}
    for number, waiver in enumerate(waivers):
        if waiver.paper is not None and waiver.paper not in known:
            fact = f'the waiver names paper "{waiver.paper}", and metadata/papers/ holds no such file.'
            remedy = meant_paper(waiver.paper, known, "Delete the waiver, or leave `paper` out for the volume.")
            yield Problem(at=(number, "paper"), message=fact, remedy=remedy)
        if waiver.code not in all_codes():
            yield _unknown(
                (number, "code"), "finding code", waiver.code, all_codes(), "docs/findings.md lists all codes."
            )
        yield from _unsigned(waiver, number)


def _unsigned(waiver: Waiver, number: int) -> Iterator[Problem]:
    """What keeps a waiver from being somebody's decision."""
    asked = {
        "reason": (waiver.reason, "gives no reason", "why the finding is accepted"),
        "by": (waiver.by, "does not say who accepts it", "who accepts the finding"),
    }
    for key, (words, lack, what) in asked.items():
        if not (words or "").strip():
            fact = f"the waiver of {waiver.code or 'a finding'} {lack}."
            yield Problem(at=(number,), message=fact, remedy=f"Say in `{key}` {what}; the report prints it.")


def sponsor_problems(sponsors: Sequence[Sponsor], files: Collection[str]) -> Iterator[Problem]:
    """Logos that are not there; `files` are paths relative to `metadata/`."""
    yield from _absent((((number, "logo"), sponsor.logo) for number, sponsor in enumerate(sponsors)), files)


def photo_problems(keynotes: Sequence[Talk], files: Collection[str]) -> Iterator[Problem]:
    """Photos that are not there; `files` as for `sponsor_problems`."""
    yield from _absent(((("keynotes", number, "photo"), talk.photo) for number, talk in enumerate(keynotes)), files)


def cover_problems(volume: Volume, files: Collection[str]) -> Iterator[Problem]:
    """A cover that is not there; `files` as for `sponsor_problems`."""
    yield from _absent([(("cover",), volume.cover)], files)


def _absent(named: Iterable[tuple[Place, str | None]], files: Collection[str]) -> Iterator[Problem]:
    for at, name in named:
        if name and name not in files:
            fact = f"metadata/{name} is named here and missing."
            yield Problem(at=at, message=fact, remedy="Put the file there, or delete the key.")


def _missing_fields(volume: Volume) -> Iterator[Problem]:
    if not volume.title:
        yield missing("the title of the volume", ("title",), indispensable=True)
    if volume.year is None:
        yield missing("the year", ("year",))
    if not volume.editors and volume.part_of is None:
        yield missing("the list of editors", ("editors",))
    yield from nameless(volume.editors, ("editors",), "editor")
    for number, award in enumerate(volume.awards):
        if not award.name:
            yield missing(f"the name of award {number + 1}", ("awards", number))


def _identifiers(volume: Volume) -> Iterator[Problem]:
    part = volume.part_of or PartOf()
    isbns: list[tuple[Place, str | None]] = [(("isbn",), volume.isbn), (("part_of", "isbn"), part.isbn)]
    for at, isbn in isbns:
        if isbn and not is_pending(isbn) and not is_isbn(isbn):
            yield _mistyped(at, "ISBN", isbn)
    if volume.issn and not is_pending(volume.issn) and not is_issn(volume.issn):
        yield _mistyped(("issn",), "ISSN", volume.issn)
    dois: list[tuple[Place, str | None]] = [(("doi",), volume.doi), (("part_of", "doi"), part.doi)]
    for at, doi in dois:
        if doi and not is_pending(doi) and not is_doi(doi):
            yield faulty_doi(doi, at)
    prefix = volume.doi_prefix
    if prefix and not is_pending(prefix) and not is_doi_prefix(prefix):
        fact = f'"{prefix}" is no DOI prefix.'
        yield Problem(at=("doi_prefix",), code="doi-invalid", message=fact, remedy="Write it as 10.5281, or `pending`.")


def _mistyped(at: Place, noun: str, number: str) -> Problem:
    fact = f'the {noun} "{number}" is mistyped: its form or its check digit is wrong.'
    remedy = "Copy it from the publisher's letter, or write `pending` while it is still to come."
    return Problem(at=at, code="isbn-invalid", message=fact, remedy=remedy)


def _unknown_names(volume: Volume, files: Collection[str]) -> Iterator[Problem]:
    if volume.publisher not in known_publishers():
        listed = f"Publishers are {', '.join(known_publishers())}. Until then the volume is built as your own."
        yield _unknown(("publisher",), "publisher", volume.publisher, known_publishers(), listed)
    if not _is_profile(volume.profile, files):
        listed = f"Profiles are {', '.join(packaged_names())}, or a file metadata/{volume.profile}.yml of your own."
        yield _unknown(("profile",), "format profile", volume.profile, packaged_names(), listed)
    for key in volume.deadlines:
        if key not in DEADLINES and nearest(key, DEADLINES):
            yield _unknown(("deadlines", key), "deadline that is known here", key, DEADLINES, "")
    for number, name in enumerate(volume.bundles):
        if name not in known_bundles():
            listed = f"Bundles are {', '.join(known_bundles())}. This one is left out."
            yield _unknown(("bundles", number), "bundle", name, known_bundles(), listed)
        elif name == JOINT and volume.part_of is None:
            fact = "the bundle `joint` is for the editor of a joint volume, and there is no `part_of`."
            yield Problem(
                at=("bundles", number), message=fact, remedy="Say under `part_of` which volume; else delete it."
            )
    for code in volume.severities:
        if code not in all_codes():
            yield _unknown(("severities", code), "finding code", code, all_codes(), "docs/findings.md lists all codes.")


def _format_faults(volume: Volume) -> Iterator[Problem]:
    for at, fact, remedy in profile_faults(volume.format):
        left_out = "Until then nothing under `format` holds."
        yield Problem(at=("format", *at), message=fact, remedy=f"{remedy} {left_out}")


def _unknown(at: Place, noun: str, name: str, known: Collection[str], otherwise: str) -> Problem:
    return Problem(at=at, message=f'"{name}" is no {noun}.', remedy=did_you_mean(name, known, otherwise))


def _orders(volume: Volume) -> Iterator[Problem]:
    """Pairs of values of which the first cannot be the greater."""
    event = volume.event
    if _precedes(event.end, event.start):
        fact = "the event ends before it starts."
        yield Problem(at=("event", "end"), message=fact, remedy="Correct `start` or `end`.")
    review = volume.review
    if review.submitted is not None and review.accepted is not None and review.submitted < review.accepted:
        fact = f"{review.accepted} papers were accepted and {review.submitted} submitted."
        yield Problem(at=("review", "accepted"), message=fact, remedy="Correct `submitted` or `accepted`.")
    budget = volume.page_budget
    if budget.min is not None and budget.max is not None and budget.max < budget.min:
        fact = f"the papers may take {budget.max} pages and must take {budget.min}."
        yield Problem(at=("page_budget",), message=fact, remedy="Correct `min` or `max`.")
    for name, rule in volume.types.items():
        if rule.min is not None and rule.max is not None and rule.max < rule.min:
            fact = f'papers of type "{name}" may have {rule.max} pages and must have {rule.min}.'
            yield Problem(at=("types", name), message=fact, remedy="Correct `min` or `max`.")


def _precedes(first: datetime.date | None, second: datetime.date | None) -> bool:
    return first is not None and second is not None and first < second
