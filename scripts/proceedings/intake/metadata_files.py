"""Reads the files of a metadata folder, each for itself; what they say together is the intake's."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from proceedings.identifiers import is_paper_id
from proceedings.intake.acceptance_list import read_acceptance_list
from proceedings.intake.approval_list import read_approvals
from proceedings.intake.ledger_list import read_ledger
from proceedings.intake.normalisation import bare_paper, bare_volume
from proceedings.intake.programme import Programme, natural_key
from proceedings.intake.same_name_list import read_same_names
from proceedings.intake.shared_facts import Borrowed, SharedFacts, read_shared_facts, with_shared_facts
from proceedings.problem import Problem
from proceedings.records.edition import AcceptedPaper, Approval, LedgerLine, Waiver
from proceedings.records.front_matter import Committee, FrontMatterText, Sponsor
from proceedings.records.paper import Paper
from proceedings.records.record import Record
from proceedings.records.same_names import SameName
from proceedings.records.vocabulary import Vocabulary
from proceedings.records.volume import Volume
from proceedings.sound_text import harmful_sign, sound_text
from proceedings.yaml.yaml_source import YAML_ENDINGS, read_yaml_list, read_yaml_record

T = TypeVar("T")

_FENCE_OR_TITLE = re.compile(r"^(```|~~~|# )", re.MULTILINE)


class MetadataFolderError(Exception):
    """A folder without metadata/proceedings.yml is no edition."""

    def __init__(self, metadata: Path) -> None:
        """`metadata` is the folder that was looked into."""
        super().__init__(
            f"{shown(metadata, 'proceedings.yml')} is missing: this does not look like an edition folder. "
            "`make new PRESET=... EDITION=DIR` writes one."
        )


class PaperFile(Record):
    """One file of `metadata/papers/`; `readable` False: it is no YAML, and the paper is its id alone.

    The items of the paper are whole; `borrowed` says which of their values stand in a file of shared facts.
    """

    file: str = ""
    paper: Paper = Paper()
    readable: bool = True
    borrowed: Borrowed = {}


class Metadata(Record):
    """All files of a metadata folder as they were read.

    `unusable` are stems of paper files that cannot be ids, `files` the paths of all files, relative to the folder.
    """

    volume: Volume = Volume()
    programme: Programme = Programme()
    papers: tuple[PaperFile, ...] = ()
    shared: SharedFacts = SharedFacts()
    front_matter: tuple[FrontMatterText, ...] = ()
    committees: tuple[Committee, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    accepted: tuple[AcceptedPaper, ...] = ()
    approvals: tuple[Approval, ...] | None = None
    ledger: tuple[LedgerLine, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    same_names: tuple[SameName, ...] = ()
    unusable: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


def read_metadata(metadata: Path) -> tuple[Metadata, list[Problem]]:
    """Read the whole folder, with all problems that single files show. Raises MetadataFolderError."""
    volume, in_volume = read_volume_file(metadata)
    programme, in_programme = read_programme(metadata)
    shared, in_shared = read_shared_facts(metadata)
    read = [read_paper(metadata, path, shared) for path in paper_paths(metadata)]
    committees, in_committees = read_optional_list(metadata, "committee", Committee)
    sponsors, in_sponsors = read_optional_list(metadata, "sponsors", Sponsor)
    waivers, in_waivers = read_optional_list(metadata, "waivers", Waiver)
    accepted, in_list = read_acceptance_list(metadata / "accepted.csv", shown_as=shown(metadata, "accepted.csv"))
    approvals, in_approvals = read_approvals(metadata / "approvals.csv", shown_as=shown(metadata, "approvals.csv"))
    ledger, in_ledger = read_ledger(metadata / "ledger.csv", shown_as=shown(metadata, "ledger.csv"))
    vocabulary, in_vocabulary = read_vocabulary(metadata)
    same_names, in_names = read_same_names(metadata / "same_names.csv", shown_as=shown(metadata, "same_names.csv"))
    front_matter, in_texts = read_front_matter(metadata)
    parsed = Metadata(
        volume=volume,
        programme=programme,
        papers=tuple(file for file, _ in read),
        shared=shared,
        front_matter=front_matter,
        committees=committees,
        sponsors=sponsors,
        waivers=waivers,
        accepted=accepted,
        approvals=approvals,
        ledger=ledger,
        vocabulary=vocabulary,
        same_names=same_names,
        unusable=unusable_stems(metadata),
        files=listing(metadata),
    )
    in_papers = [problem for _, problems in read for problem in problems]
    beside = [*in_committees, *in_sponsors, *in_waivers, *in_list, *in_approvals, *in_ledger, *in_vocabulary]
    return parsed, [*in_volume, *in_programme, *in_shared, *in_papers, *beside, *in_names, *in_texts]


def shown(metadata: Path, *parts: str) -> str:
    """How messages name a file: relative to the edition, so that a moved edition says the same."""
    return "/".join((metadata.name, *parts))


def listing(folder: Path) -> frozenset[str]:
    """The paths of all files of a folder, relative to it, with forward slashes; empty when it is not there."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def no_files(folder: Path) -> dict[str, str]:
    """What is named like a PDF in a folder and is no file, by its name: `a folder` or a link that leads nowhere."""
    named = (path for path in folder.glob("*") if path.suffix.lower() == ".pdf" and not path.is_file())
    return {
        path.name: "a folder" if path.is_dir() else "a link to something that is not there" for path in sorted(named)
    }


def paper_paths(metadata: Path) -> tuple[Path, ...]:
    """The YAML files of `metadata/papers/` whose stem is an id, one for each id, in the order of the ids."""
    chosen: dict[str, Path] = {}
    for path in _yaml_files(metadata / "papers"):
        if is_paper_id(path.stem):
            chosen.setdefault(path.stem, path)
    return tuple(chosen[stem] for stem in sorted(chosen, key=natural_key))


def paper_file_problems(metadata: Path) -> list[Problem]:
    """Names of paper files that are no ids, and names that mean one id twice."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for path in _yaml_files(metadata / "papers"):
        file = shown(metadata, "papers", path.name)
        other = first.setdefault(path.stem.casefold(), path.name)
        if not is_paper_id(path.stem):
            fact = f'"{path.stem}" cannot be an id, so the file is left out.'
            remedy = "Rename it: letters, digits, dots, hyphens and underscores, the first a letter or a digit."
            problems.append(Problem(file=file, message=fact, remedy=remedy))
        elif other != path.name:
            problems.append(_duplicate_id(file, shown(metadata, "papers", other), path.stem))
    return [*problems, *(_in_capitals(metadata, path) for path in _yaml_in_capitals(metadata / "papers"))]


def _in_capitals(metadata: Path, path: Path) -> Problem:
    fact = f'the ending "{path.suffix}" is not in small letters, so the file is left out.'
    remedy = f"Rename it to {path.stem}{path.suffix.lower()}."
    return Problem(file=shown(metadata, "papers", path.name), message=fact, remedy=remedy)


def _duplicate_id(file: str, other: str, stem: str) -> Problem:
    """Two files of one id, of which one is left out; or ids that differ in capitals alone, which both stand."""
    if other.rpartition("/")[2].rpartition(".")[0] == stem:
        fact = f'duplicate id: {other} has the id "{stem}" too; it is left out.'
        return Problem(file=file, message=fact, remedy="Delete or rename one of the two files.")
    fact = f'the id "{stem}" differs from that of {other} in capitals alone; many systems cannot hold both.'
    remedy = "Rename one of the two, and its PDF, before the volume is handed over."
    return Problem(file=file, message=fact, remedy=remedy, severity="warning")


def unusable_stems(metadata: Path) -> frozenset[str]:
    """Stems of paper files that are left out because they cannot be ids, or because of their ending."""
    folder = metadata / "papers"
    no_ids = {path.stem for path in _yaml_files(folder) if not is_paper_id(path.stem)}
    return frozenset(no_ids.union(path.stem for path in _yaml_in_capitals(folder)))


def read_volume_file(metadata: Path) -> tuple[Volume, tuple[Problem, ...]]:
    """`proceedings.yml`, with bare identifiers. Raises MetadataFolderError."""
    path = _beside(metadata, "proceedings")
    if path is None:
        raise MetadataFolderError(metadata)
    volume, problems = read_yaml_record(path, Volume, shown_as=shown(metadata, path.name))
    return bare_volume(volume), problems


def read_programme(metadata: Path) -> tuple[Programme, tuple[Problem, ...]]:
    """`program.yml`; without one, an empty programme and a problem."""
    path = _beside(metadata, "program")
    if path is not None:
        return read_yaml_record(path, Programme, shown_as=shown(metadata, path.name))
    fact = "the file is missing; all papers stand in one session, in the order of their ids."
    remedy = 'Write it: sessions: [{title: ..., papers: ["017", "021"]}].'
    return Programme(), (Problem(file=shown(metadata, "program.yml"), message=fact, remedy=remedy),)


def read_paper(metadata: Path, path: Path, shared: SharedFacts) -> tuple[PaperFile, tuple[Problem, ...]]:
    """One paper with whole items and bare identifiers, under the id of its file."""
    file = shown(metadata, "papers", path.name)
    paper, problems = read_yaml_record(path, Paper, shown_as=file)
    readable = not any(problem.at == () for problem in problems)
    paper, borrowed, unknown = with_shared_facts(paper, shared)
    problems = (*problems, *(msgspec.structs.replace(problem, file=file) for problem in unknown))
    if paper.id not in ("", path.stem):
        fact = f'`id: {paper.id}` disagrees with the name of the file, which holds: "{path.stem}".'
        clash = Problem(file=file, at=("id",), message=fact, remedy="Delete the key, or rename the file.")
        problems = (*problems, clash)
    problems = tuple(msgspec.structs.replace(problem, paper=path.stem) for problem in problems)
    named = msgspec.structs.replace(bare_paper(paper), id=path.stem)
    return PaperFile(file=file, paper=named, readable=readable, borrowed=borrowed), problems


def read_optional_list(metadata: Path, stem: str, kind: type[T]) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
    """A file beside proceedings.yml that is one list; nothing where there is none."""
    path = _beside(metadata, stem)
    return ((), ()) if path is None else read_yaml_list(path, kind, shown_as=shown(metadata, path.name))


def read_vocabulary(metadata: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """`vocabulary.yml`; without one, no terms of the edition's own."""
    path = _beside(metadata, "vocabulary")
    if path is None:
        return Vocabulary(), ()
    return read_yaml_record(path, Vocabulary, shown_as=shown(metadata, path.name))


def read_front_matter(metadata: Path) -> tuple[tuple[FrontMatterText, ...], list[Problem]]:
    """The Markdown files of `front_matter/` in the order of the book; hidden files do not count."""
    texts: list[FrontMatterText] = []
    problems: list[Problem] = []
    there = [path for path in (metadata / "front_matter").glob("*.md") if path.is_file() and path.name[0] != "."]
    for path in sorted(there, key=lambda path: _book_order(path.stem)):
        file, content = shown(metadata, "front_matter", path.name), path.read_bytes()
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text = content.decode("utf-8", errors="replace").replace("\ufffd", "?")  # which no typeface has
            line = content[: error.start].count(b"\n") + 1
            fact, remedy = "the file is not in UTF-8; letters are lost.", "Save it again with encoding UTF-8."
            problems.append(Problem(file=file, line=line, message=fact, remedy=remedy))
        if sign := harmful_sign(text.replace("\r", "\n")):
            line = text[: text.index(sign)].count("\n") + 1
            fact = f"U+{ord(sign):04X}, which nobody sees and which changes what is read, was left out."
            problems.append(Problem(file=file, line=line, message=fact, remedy="Type the words around it anew."))
        texts.append(front_matter_text(sound_text(path.stem), sound_text(text)))
    return tuple(texts), problems


def front_matter_text(stem: str, text: str) -> FrontMatterText:
    """A text under its first `# heading`, which is taken out of it; without one, under the stem in words."""
    sign = _FENCE_OR_TITLE.search(text)
    if sign is None or sign[1] != "# ":
        words = re.sub(r"^\d+[-_. ]*", "", stem).replace("_", " ").replace("-", " ")
        return FrontMatterText(stem=stem, title=words[:1].upper() + words[1:], markdown=text.strip())
    title, _, rest = text[sign.end() :].partition("\n")
    return FrontMatterText(stem=stem, title=title.strip(" #\r"), markdown=(text[: sign.start()] + rest).strip())


def _book_order(stem: str) -> tuple[int, object]:
    """Numbered files first, then preface, acknowledgements, and the others by name."""
    ranks = ("preface", "foreword", "acknowledg")
    if stem[:1].isdigit():
        return 0, natural_key(stem)
    rank = next((number for number, word in enumerate(ranks, 1) if stem.lower().startswith(word)), len(ranks) + 1)
    return rank, natural_key(stem)


def _yaml_files(folder: Path) -> list[Path]:
    """YAML files of a folder in a fixed order, `.yml` before `.yaml`; hidden files do not count."""
    files = (path for path in folder.glob("*") if path.suffix in YAML_ENDINGS and path.is_file())
    found = [path for path in files if not path.name.startswith(".")]
    return sorted(found, key=lambda path: (natural_key(path.stem), YAML_ENDINGS.index(path.suffix)))


def _yaml_in_capitals(folder: Path) -> list[Path]:
    """Files such as `017.YML`, which no system takes for `017.yml` in the same way; hidden ones do not count."""
    files = (path for path in folder.glob("*") if path.suffix.lower() in YAML_ENDINGS and path.is_file())
    found = [path for path in files if path.suffix not in YAML_ENDINGS and not path.name.startswith(".")]
    return sorted(found, key=lambda path: natural_key(path.name))


def _beside(metadata: Path, stem: str) -> Path | None:
    path = metadata / f"{stem}.yml"
    return path if path.is_file() else None
