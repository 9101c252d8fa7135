"""OpenReview: notes as its API gives them, saved as JSON, in version 1 (bare content) or 2 (`{"value": ...}`).

SOURCE is the file of notes, or a folder with it, perhaps `profiles.json`, and the PDFs. Decisions may be notes of
their own, in the same file or in another. An `import.yml` may say `accept: REGEX`. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from proceedings.importers import openreview_people
from proceedings.importers.acceptance import MAPPING, NEVER_REVIEWED, Rule, acceptance_pattern, chosen
from proceedings.importers.export_files import file_in, visible
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_json import JsonObject, listed_objects, objects_of, read_json
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.people import folded_name
from proceedings.importers.submission_pdfs import pdfs_by_id
from proceedings.importers.system_text import form_abstract, form_title, listed
from proceedings.importers.tables import one_line
from proceedings.records.paper import Paper, PaperFiles

PROFILES = "profiles.json"
ALL_TAKEN = "the export says nothing of acceptance (venueid, decision, venue); all its submissions were taken"
DELETED = "notes that were deleted were left out"
BY_NOTE_ID = "the notes have no numbers, so the papers bear the ids of the notes"
SEVERAL_VENUES = "papers of several venues are in the export; say `accept: REGEX` in import.yml for one of them"
NOT_IN_VENUE = r"(?!.*(^|[/_ -])(submission|rejected|withdrawn|withdraw|desk[_ ]?reject(ed)?|deleted)([/_ -]|$)).*\S"
"""What a `venueid` is that stands for the venue itself, and not for what is submitted to it or out of it."""

NOT_ACCEPTED = r"(?!.*\b(submi(tted|ssion)|reject(ed)?|withdrawn|under review)\b).*\S"
"""The same for a `venue`, such as "DLS 2031 oral"."""


class Submission:
    """A note that is a paper, its content without the wrapping of version 2, and its decision.

    The decision on a paper that was withdrawn holds no more.
    """

    def __init__(self, note: JsonObject, decisions: Mapping[str, str]) -> None:
        """`decisions` are by the id of the forum."""
        content = _unwrapped(note.part("content"))
        forum = note.text("forum", "id")
        where = f"paper {note.text('number') or forum}"
        self.note = JsonObject(note.entry, where, note.doubts)
        self.content = JsonObject(content, where, note.doubts)
        self.id = forum
        self.number = note.text("number")
        self.venueid, self.venue = (one_line(self.content.text(key)) for key in ("venueid", "venue"))
        withdrawn = "withdrawn" if NEVER_REVIEWED.search(self.venueid) else ""
        self.decision = withdrawn or one_line(self.content.text("decision")) or decisions.get(forum, "")


def read(source: Path) -> Imported:
    """The accepted papers of saved notes, in their order. SourceError when there is none."""
    folder = source if source.is_dir() else source.parent
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    notes = [note for path in _files(source) for note in _notes(path, doubts)]
    name = source.name or str(source)
    submissions = _submissions(notes, name, doubts)
    ids = _ids(submissions, name, doubts)
    accepted = _accepted(submissions, text(read_mapping(folder / MAPPING), "accept"), name, doubts)
    profiles = openreview_people.profiles_by_name(_profiles(folder / PROFILES, doubts))
    beside: dict[str, Path] = {}
    papers = tuple(_paper(each, ids[each.id], profiles, folder, beside) for each in accepted)
    saved = [path.stem for path in folder.rglob("*") if path.suffix.lower() == ".pdf"]
    stems = {ids[each.id]: _stems(each, saved) for each in accepted}
    pdfs = pdfs_by_id(folder, [paper.id for paper in papers], doubts, stems)
    return Imported(edition=papers_alone(papers), pdfs=pdfs, beside=beside, doubts=tuple(doubts))


def _files(source: Path) -> list[Path]:
    """The files of notes: all JSON files of a folder but the one of the profiles."""
    if source.is_file():
        if source.suffix.lower() != ".json":
            raise SourceError(f"{source}: saved notes are wanted, as JSON; for a table there is the importer csv")
        return [source]
    found = [path for path in visible(source, "*.json") if path.name != PROFILES]
    if not found:
        raise SourceError(f"{source}: no JSON file here; save the notes as notes.json (a table is read by csv)")
    return found


def _notes(path: Path, doubts: list[Doubt]) -> list[JsonObject]:
    wanted = "notes were expected, a list or {'notes': [...]}; is this from OpenReview?"
    found = [
        JsonObject(entry, f"{path.name}, note {number}", doubts)
        for number, entry in enumerate(listed_objects(path, "notes", wanted, doubts), start=1)
    ]
    if not any(isinstance(note.entry.get("content"), dict) for note in found):
        raise SourceError(f"{path.name}: no entry has a `content`, as notes of OpenReview have; what is this file?")
    return found


def _submissions(notes: Sequence[JsonObject], name: str, doubts: list[Doubt]) -> list[Submission]:
    """The notes that are papers. SourceError when there is none."""
    decisions = {
        note.text("forum", "replyto"): decision for note in _with_replies(notes) if (decision := _decision(note))
    }
    papers = [note for note in notes if _is_paper(note)]
    deleted = [note for note in papers if note.text("ddate")]
    doubts += [Doubt(fact=DELETED, where=note.where) for note in deleted]
    found = [Submission(note, decisions) for note in papers if note not in deleted]
    if not found:
        raise SourceError(f"{name}: no note has a title and authors, so there is no paper; save the submissions, too")
    return found


def _is_paper(note: JsonObject) -> bool:
    """Whether a note has what papers have; reviews have titles, too, but no authors."""
    content = note.entry.get("content")
    is_reply = bool(note.text("replyto")) and note.text("replyto") != note.text("id")
    return isinstance(content, dict) and "title" in content and "authors" in content and not is_reply


def _with_replies(notes: Iterable[JsonObject]) -> Iterable[JsonObject]:
    """The notes and the replies that were saved inside them."""
    for note in notes:
        yield note
        details = note.entry.get("details")
        for key in ("directReplies", "replies"):
            replies = details.get(key) if isinstance(details, dict) else None
            yield from (
                JsonObject({"forum": note.text("forum", "id"), **each}, note.where, note.doubts)
                for each in (replies if isinstance(replies, list) else ())
                if isinstance(each, dict)
            )


def _decision(note: JsonObject) -> str:
    """The decision in a note that replies to a paper; empty when it is another note."""
    content = note.entry.get("content")
    if not isinstance(content, dict) or not ({"decision", "acceptance_decision"} & content.keys()) or _is_paper(note):
        return ""
    return one_line(
        JsonObject(_unwrapped(note.part("content")), note.where, note.doubts).text("decision", "acceptance_decision")
    )


def _unwrapped(content: JsonObject) -> dict[str, object]:
    """The fields of a content: version 2 puts each into an object with its `value`."""
    return {
        key: field["value"] if isinstance(field, dict) and "value" in field else field
        for key, field in content.entry.items()
        if not (isinstance(field, dict) and not field.keys() - {"readers"})
    }


def _ids(submissions: Sequence[Submission], name: str, doubts: list[Doubt]) -> dict[str, str]:
    """The id of each paper by its note: the number of the submission, or the id of the note where one has none."""
    for each in submissions:
        if not each.id:
            raise SourceError(f"{name}: {each.note.where} ({one_line(each.content.text('title'))}) has no `id`")
    refuse_twice(name, ((each.id, one_line(each.content.text("title"))) for each in submissions))
    if not all(re.fullmatch(r"[0-9]+", each.number) for each in submissions):
        doubts.append(Doubt(fact=BY_NOTE_ID))
        return {each.id: each.id for each in submissions}
    refuse_twice(name, ((each.number, one_line(each.content.text("title"))) for each in submissions))
    return {each.id: each.number for each in submissions}


def _accepted(submissions: list[Submission], accept: str, name: str, doubts: list[Doubt]) -> list[Submission]:
    """The submissions that are in the venue, by the first rule by which some are and some word is said."""
    rules: tuple[tuple[Rule, Callable[[Submission], str]], ...] = (
        (Rule(field="`venueid`", usual=NOT_IN_VENUE), lambda each: each.venueid),
        (Rule(field="`decision`"), lambda each: each.decision),
        (Rule(field="`venue`", usual=NOT_ACCEPTED), lambda each: each.venue),
    )
    spoken = [(rule, word) for rule, word in rules if any(map(word, submissions))]
    if not spoken:
        doubts.append(Doubt(fact=ALL_TAKEN, where=name))
        return submissions
    decisive = [
        (rule, word)
        for rule, word in spoken
        if any(map(acceptance_pattern(accept or rule.usual).match, map(word, submissions)))
    ]
    rule, word = (decisive or spoken)[0]
    kept = chosen([(each, word(each)) for each in submissions], accept, name, doubts, rule)
    venues = dict.fromkeys(each.venueid for each in kept if each.venueid)
    if len(venues) > 1:
        doubts.append(Doubt(fact=SEVERAL_VENUES, where=", ".join(venues)))
    return kept


def _profiles(path: Path, doubts: list[Doubt]) -> list[JsonObject]:
    if not path.is_file():
        return []
    content = read_json(path, doubts)
    if isinstance(content, dict):
        content = content["profiles"] if isinstance(content.get("profiles"), list) else list(content.values())
    entries = content if isinstance(content, list) else []
    return [JsonObject(each, path.name, doubts) for each in objects_of(entries, path.name, doubts)]


def _paper(
    submission: Submission,
    paper_id: str,
    profiles: openreview_people.Profiles,
    folder: Path,
    beside: dict[str, Path],
) -> Paper:
    content, note = submission.content, submission.note
    people = openreview_people.people(note, content, profiles)
    return Paper(
        id=paper_id,
        title=form_title(content.text("title"), note.where, note.doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        track=one_line(content.text("track")) or None,
        abstract=form_abstract(content.text("abstract"), note.where, note.doubts),
        keywords=_list(content, "keywords"),
        topics=_list(content, "primary_area", "subject_areas", "subject_area"),
        licence=one_line(note.text("license") or content.text("license", "licence")) or None,
        files=_supplements(submission, paper_id, folder, beside),
    )


def _list(content: JsonObject, *keys: str) -> tuple[str, ...]:
    found = content.texts(*keys)
    return listed(found[0]) if len(found) == 1 else tuple(map(one_line, found))


def _stems(submission: Submission, saved: Iterable[str]) -> list[str]:
    """Names of the paper's PDF: the note's id, the digest of its address, its number and the title's beginning."""
    title = folded_name(submission.content.text("title"))
    named = [submission.id, Path(submission.content.text("pdf")).stem]
    for stem in saved:
        number, _, rest = stem.partition("_")
        if (
            number
            and number.lstrip("0") == submission.number
            and (begin := folded_name(rest))
            and title.startswith(begin)
        ):
            named.append(stem)
    return [each for each in named if each]


def _supplements(submission: Submission, paper_id: str, folder: Path, beside: dict[str, Path]) -> PaperFiles:
    """The supplement, if it was saved under the last part of its address."""
    name = Path(submission.content.text("supplementary_material")).name
    path = file_in(folder, name)
    if path is None or not re.fullmatch(r"[0-9]+", paper_id):
        return PaperFiles()
    new = f"{paper_id}-supplement{path.suffix.lower()}"
    beside[f"papers/{new}"] = path
    return PaperFiles(supplements=(new,))
