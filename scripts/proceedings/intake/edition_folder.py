"""The intake: everything the metadata says as one Edition, and everything wrong with it as findings.

Nothing stops at a fault: defaults hold where a value does not fit, a paper whose file is no YAML
keeps its id, and a paper in no session comes last. Only a folder without proceedings.yml is a stop.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from proceedings.intake.acceptance_list import acceptance_problems
from proceedings.intake.approval_list import approval_problems
from proceedings.intake.common_lacks import common_lacks
from proceedings.intake.deadlines import deadline_problems
from proceedings.intake.deposit_checks import deposit_problems
from proceedings.intake.edition_dates import dated, today_problems
from proceedings.intake.ledger_list import ledger_problems
from proceedings.intake.listing_checks import listing_problems
from proceedings.intake.metadata_checks import paper_problems, problems_between_papers
from proceedings.intake.metadata_files import (
    Metadata,
    PaperFile,
    listing,
    no_files,
    paper_file_problems,
    paper_paths,
    read_metadata,
    read_volume_file,
    shown,
)
from proceedings.intake.metadata_files import MetadataFolderError as MetadataFolderError
from proceedings.intake.programme import in_volume_order, programme_problems, settled_sessions
from proceedings.intake.same_name_checks import same_name_problems
from proceedings.intake.shared_facts import at_its_source, unused_facts
from proceedings.intake.taken_ids import taken_ids
from proceedings.intake.timetable import timetable_problems
from proceedings.intake.unread import lost_kinds, refers_to, without_unread
from proceedings.intake.unwritten import unwritten_names, unwritten_texts
from proceedings.intake.vocabulary_checks import vocabulary_problems
from proceedings.intake.volume_checks import (
    buildable,
    cover_problems,
    photo_problems,
    profile_problems,
    sponsor_problems,
    volume_problems,
    waiver_problems,
)
from proceedings.problem import Place, Problem, as_finding
from proceedings.profile import profile_of
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.records.volume import Volume
from proceedings.yaml.yaml_source import located

LACKS = ("metadata-missing", "contact-author", "reproducibility-missing")
"""Codes that say that something is not there."""


class InvalidSourceDateError(ValueError):
    """SOURCE_DATE_EPOCH holds no number of seconds."""

    def __init__(self, text: str) -> None:
        """`text` is what the environment holds."""
        super().__init__(f'SOURCE_DATE_EPOCH is "{text}": it must be a number of seconds since 1970, or not set.')


def read_volume(metadata: Path) -> Volume:
    """What proceedings.yml says, defaults where it is at fault. Raises MetadataFolderError."""
    return buildable(read_volume_file(metadata)[0], listing(metadata))


def paper_ids(metadata: Path) -> tuple[str, ...]:
    """The ids of all papers, 9 before 10; no file is opened."""
    return tuple(path.stem for path in paper_paths(metadata))


def source_date(seconds: str | None) -> datetime.date | None:
    """The day that SOURCE_DATE_EPOCH means, in UTC. Raises InvalidSourceDateError."""
    if not seconds:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(seconds), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidSourceDateError(seconds) from error


def take_in(
    metadata: Path, papers: Path, *, source_date: datetime.date | None = None
) -> tuple[Edition, tuple[Finding, ...]]:
    """Read an edition's metadata and the listing of its papers folder. Raises MetadataFolderError."""
    parsed, faults = read_metadata(metadata)
    remarks = [
        *_checked_files(parsed, metadata, faults),
        *_checked_papers(parsed, metadata, listing(papers), no_files(papers), _by_file(faults)),
    ]
    edition = assembled(parsed, source_date)
    in_time = [*today_problems(edition, source_date), *deadline_problems(edition, listing(papers))]
    remarks += _in(shown(metadata, "proceedings.yml"), in_time)
    unusable = list(profile_problems(edition.volume, metadata))
    remaining = common_lacks(_unexplained(remarks, faults), edition.papers, shown(metadata, "papers"))
    problems = located([*faults, *remaining, *unusable], metadata.parent)
    edition = _with_profile(edition, metadata, usable=not unusable)
    return edition, tuple(as_finding(problem) for problem in problems)


def _with_profile(edition: Edition, metadata: Path, *, usable: bool) -> Edition:
    """The edition with what its papers are judged by; the profile that holds by default where its own is unusable."""
    name = edition.volume.profile if usable else Volume().profile
    volume = msgspec.structs.replace(edition.volume, profile=name)
    return msgspec.structs.replace(edition, volume=volume, profile=profile_of(volume, metadata))


def assembled(parsed: Metadata, source_date: datetime.date | None = None) -> Edition:
    """The edition in volume order: every paper file is in it, whatever is wrong with it."""
    papers = [_titled(file.paper) for file in parsed.papers]
    sessions = settled_sessions(parsed.programme, papers)
    edition = Edition(
        volume=buildable(parsed.volume, parsed.files),
        sessions=sessions,
        keynotes=parsed.programme.keynotes,
        papers=in_volume_order(papers, sessions),
        front_matter=parsed.front_matter,
        committees=parsed.committees,
        sponsors=parsed.sponsors,
        waivers=parsed.waivers,
        accepted=parsed.accepted,
        approvals=parsed.approvals,
        ledger=parsed.ledger,
        vocabulary=parsed.vocabulary,
        same_names=parsed.same_names,
    )
    return dated(edition, source_date)


def _titled(paper: Paper) -> Paper:
    """The paper with something to print in the contents."""
    return paper if paper.title else msgspec.structs.replace(paper, title=f"[{paper.id}]")


def _checked_files(parsed: Metadata, metadata: Path, faults: Sequence[Problem]) -> Iterator[Problem]:
    """Problems of the files that are no paper's."""
    papers = [file.paper for file in parsed.papers]
    program = shown(metadata, "program.yml")
    yield from paper_file_problems(metadata)
    yield from taken_ids(papers)
    if not papers:
        yield Problem(
            file=shown(metadata, "papers"),
            code="metadata-missing",
            message="there is no paper.",
            remedy="Write one file <id>.yml for each paper.",
        )
    of_volume = [
        *volume_problems(parsed.volume, parsed.files),
        *unwritten_names(parsed.volume),
        *cover_problems(parsed.volume, parsed.files),
        *deposit_problems(parsed.volume, papers),
    ]
    yield from _in(shown(metadata, "proceedings.yml"), of_volume)
    if not any(fault.file == program and fault.at == () for fault in faults):
        yield from programme_problems(parsed.programme, papers, file=program, unusable=parsed.unusable)
    yield from _in(program, photo_problems(parsed.programme.keynotes, parsed.files))
    yield from _in(program, timetable_problems(parsed.programme, parsed.volume.event))
    for unwritten in unwritten_texts(parsed.front_matter):
        yield from _in(shown(metadata, unwritten.file), [unwritten])
    yield from _in(shown(metadata, "waivers.yml"), waiver_problems(parsed.waivers, papers))
    yield from _in(shown(metadata, "accepted.csv"), acceptance_problems(parsed.accepted, papers))
    yield from _in(shown(metadata, "approvals.csv"), approval_problems(parsed.approvals or (), papers))
    yield from _in(shown(metadata, "ledger.csv"), ledger_problems(parsed.ledger, papers))
    yield from _in(shown(metadata, "vocabulary.yml"), vocabulary_problems(parsed.vocabulary))
    of_names = same_name_problems(parsed.same_names, papers, parsed.volume, parsed.vocabulary)
    yield from _in(shown(metadata, "same_names.csv"), of_names)
    yield from _in(shown(metadata, "sponsors.yml"), sponsor_problems(parsed.sponsors, parsed.files))


def _checked_papers(
    parsed: Metadata,
    metadata: Path,
    arrived: Collection[str],
    no_files: Mapping[str, str],
    faults: Mapping[str, Sequence[Place]],
) -> Iterator[Problem]:
    """Problems of papers; what could not be read, a whole file or a part of one, is not asked what it lacks."""
    papers = [file.paper for file in parsed.papers]
    files = {file.paper.id: file.file for file in parsed.papers}
    of_papers = (
        problem
        for file in parsed.papers
        if file.readable
        for problem in _of_paper(file, parsed.volume, metadata, faults.get(file.file, ()))
    )
    yield from dict.fromkeys(of_papers)  # what several papers have from one place is said once
    yield from unused_facts(parsed.shared, papers, metadata)
    elsewhere = {paper.id for paper in papers if parsed.volume.is_with_publisher(paper)}
    in_listing = listing_problems(papers, arrived, no_files, elsewhere)
    for problem in (*problems_between_papers(papers), *in_listing):
        # What lies in papers/ is no line of a metadata file.
        yield msgspec.structs.replace(problem, file=files[problem.paper] if problem.paper and problem.at else "")


def _of_paper(file: PaperFile, volume: Volume, metadata: Path, faults: Sequence[Place]) -> Iterator[Problem]:
    """The problems of a paper but those that follow from what could not be read."""
    lost = lost_kinds(faults)
    checked = without_unread(file.paper, faults) if faults else file.paper
    for problem in _in(file.file, paper_problems(checked, volume)):
        if not refers_to(problem.at) & lost:
            yield at_its_source(problem, file.borrowed, metadata)


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for problem in problems:
        places.setdefault(problem.file, []).append(problem.at)
    return places


def _in(file: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (msgspec.structs.replace(problem, file=file) for problem in problems)


def _unexplained(remarks: Iterable[Problem], faults: Iterable[Problem]) -> list[Problem]:
    """The remarks without what is missing only because what was written there did not fit: one cause, one finding."""
    faulty = _by_file(faults)
    return [
        remark
        for remark in remarks
        if remark.code not in LACKS or not any(_touch(at, remark.at) for at in faulty.get(remark.file, ()))
    ]


def _touch(place: Place, other: Place) -> bool:
    """Whether one place is the other or lies inside it."""
    shared = min(len(place), len(other))
    return place[:shared] == other[:shared]
