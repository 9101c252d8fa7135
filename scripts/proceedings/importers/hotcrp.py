"""HotCRP: the JSON of "Download > Paper information", or a folder with it, its authors CSV and the PDFs.

One paper is an object, several are a list. An `import.yml` beside it may say `accept: REGEX`, which the decision
then has to match; without it HotCRP's own status says who is accepted.
"""

from __future__ import annotations

import collections
import datetime
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from proceedings.identifiers import is_paper_id
from proceedings.importers import hotcrp_authors, hotcrp_documents
from proceedings.importers.acceptance import MAPPING, Rule, chosen
from proceedings.importers.artifact_links import linked_artifacts
from proceedings.importers.export_files import visible
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.loose_json import JsonObject, listed_objects
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_PROGRAMME, NO_VOLUME, papers_alone
from proceedings.importers.system_text import form_abstract, form_title, listed, type_key
from proceedings.importers.tables import Row, one_line
from proceedings.records.paper import Paper, PaperDates
from proceedings.records.reproducibility import Reproducibility

ID = ("pid", "_id_", "id")
TYPE = ("paper_type", "submission_type", "type", "submission_class")
NO_DECISIONS = "the export has neither decisions nor states; all papers that were submitted were taken"
UNUSED = "fields of the submission form have no place in the metadata and were left out"
HOUSEKEEPING = frozenset(
    re.findall(
        r"\w+",
        "object title abstract authors contacts topics options submission final decision status "
        "submitted submitted_at draft final_submitted final_submitted_at modified_at withdrawn "
        "withdrawn_at withdraw_reason tags overlong truncated keywords track pc_conflicts collaborators "
        "nonblind error ",
    )
)
"""Keys of HotCRP's own that are read here or say nothing about the paper."""

_ARTIFACT = re.compile(r"art[ei]fact|code|repositor|dataset|software", re.IGNORECASE)


def read(source: Path) -> Imported:
    """The accepted papers of an export, in its order. SourceError when there is none, or when HotCRP cut their text."""
    files = _files(source)
    folder = files[0].parent
    doubts = [Doubt(fact=NO_VOLUME), Doubt(fact=NO_PROGRAMME)]
    papers = [paper for path in files for paper in _papers(path, doubts)]
    name = source.name or str(source)
    refuse_twice(name, ((paper.text(*ID), one_line(paper.text("title"))) for paper in papers))
    accepted = _accepted(papers, text(read_mapping(folder / MAPPING), "accept"), name, doubts)
    _refuse_truncated(accepted, name)
    rows = hotcrp_authors.author_rows(folder, doubts)
    beside: dict[str, Path] = {}
    records = tuple(_paper(paper, folder, rows, beside) for paper in accepted)
    doubts += _unused(accepted)
    pdfs = hotcrp_documents.pdfs(folder, [(paper.text(*ID), paper) for paper in accepted], doubts)
    return Imported(edition=papers_alone(records), pdfs=pdfs, beside=beside, doubts=tuple(doubts))


def _files(source: Path) -> list[Path]:
    """The JSON files of an export: several `*data.json` are one, as HotCRP names the files of single papers."""
    if source.is_file():
        if source.suffix.lower() != ".json":
            raise SourceError(
                f"{source}: HotCRP's JSON is wanted (Download, Paper information, JSON); the authors CSV goes beside it"
            )
        return [source]
    for pattern in ("*data.json", "*.json", "*/*data.json"):
        found = [path for path in visible(source, pattern) if path.is_file()]
        if len(found) > 1 and pattern == "*.json":
            raise SourceError(f"{source}: name one of the JSON files; there are: {', '.join(p.name for p in found)}")
        if found:
            return found
    raise SourceError(f"{source}: no JSON file here; download it by Download, Paper information, JSON")


def _papers(path: Path, doubts: list[Doubt]) -> list[JsonObject]:
    wanted = "papers were expected, an object each; is this HotCRP's JSON?"
    papers = []
    for number, entry in enumerate(listed_objects(path, "papers", wanted, doubts), start=1):
        paper_id = JsonObject(entry, "", []).text(*ID)
        paper = JsonObject(_flat(entry), f"paper {paper_id}", doubts)
        if not is_paper_id(paper_id):
            title = one_line(paper.text("title")) or "no title"
            raise SourceError(
                f"{path.name}, entry {number} ({title}): it has no `pid`; is this HotCRP's JSON of papers?"
            )
        if paper.text("error"):
            raise SourceError(
                f"{path.name}, paper {paper_id}: HotCRP wrote an error in its place ({one_line(paper.text('error'))}); "
                "download it again as somebody who administers all papers"
            )
        papers.append(paper)
    return papers


def _flat(entry: Mapping[str, object]) -> Mapping[str, object]:
    """The paper with its form fields beside the others, which old versions of HotCRP put under `options`."""
    options = entry.get("options")
    return {**options, **entry} if isinstance(options, dict) else entry


def _accepted(papers: list[JsonObject], accept: str, name: str, doubts: list[Doubt]) -> list[JsonObject]:
    if not accept and not any(paper.text("status", "decision") for paper in papers):
        doubts.append(Doubt(fact=NO_DECISIONS, where=name))
        return [paper for paper in papers if not (paper.says_yes("withdrawn") or paper.says_yes("draft"))]
    rule = Rule(field="`decision`" if accept else "`status`")
    return chosen([(paper, _verdict(paper, accept)) for paper in papers], accept, name, doubts, rule)


def _verdict(paper: JsonObject, accept: str) -> str:
    """The words that say whether the paper is accepted: HotCRP's state, or the decision by its name."""
    status, decision = one_line(paper.text("status")), one_line(paper.text("decision"))
    if paper.says_yes("withdrawn") or status in ("withdrawn", "draft"):
        return "draft" if status == "draft" else "withdrawn"
    if accept or status in ("", "submitted"):
        return decision or status
    return status


def _refuse_truncated(papers: Iterable[JsonObject], name: str) -> None:
    """SourceError that names the papers of which HotCRP's export has only the beginning of some text."""
    cut = [
        f"{paper.where} ({', '.join(fields) if isinstance(fields, dict) else 'a field'})"
        for paper in papers
        if (fields := paper.entry.get("truncated"))
    ]
    if cut:
        raise SourceError(
            f"{name}: HotCRP cut texts that are over their limit (`truncated`): {', '.join(cut)}. "
            "Raise the limit of the field (Settings, Submission form) or have it shortened, and download the JSON again"
        )


def _paper(paper: JsonObject, folder: Path, rows: Mapping[str, list[Row]], beside: dict[str, Path]) -> Paper:
    paper_id = paper.text(*ID)
    people = hotcrp_authors.people(paper, rows.get(paper_id, []))
    files, copies = hotcrp_documents.files(folder, paper_id, paper, _form_fields(paper))
    beside.update(copies)
    return Paper(
        id=paper_id,
        title=form_title(paper.text("title"), paper.where, paper.doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        type=type_key(paper.text(*TYPE)),
        track=one_line(paper.text("track")) or None,
        abstract=form_abstract(paper.text("abstract"), paper.where, paper.doubts),
        keywords=_keywords(paper),
        topics=_topics(paper),
        files=files,
        expected_pages=_pages(paper),
        dates=PaperDates(
            submitted=_day(paper.text("submitted_at")), camera_ready=_day(paper.text("final_submitted_at"))
        ),
        reproducibility=_artifacts(paper),
    )


def _keywords(paper: JsonObject) -> tuple[str, ...]:
    words = paper.texts("keywords")
    return listed(words[0]) if len(words) == 1 else tuple(map(one_line, words))


def _topics(paper: JsonObject) -> tuple[str, ...]:
    """The topics, which are a list, or the keys of an object that are true."""
    topics = paper.entry.get("topics")
    if isinstance(topics, dict):
        chosen_topics = JsonObject(topics, paper.where, paper.doubts)
        return tuple(one_line(paper.sound(topic)) for topic in topics if chosen_topics.says_yes(topic))
    return tuple(map(one_line, paper.texts("topics")))


def _pages(paper: JsonObject) -> int:
    """The pages of the final version as HotCRP counted them, else of the one for review; 1 when it did not."""
    counts = (paper.part(key).text("pages") for key in ("final", "submission"))
    return next((int(each) for each in counts if re.fullmatch(r"[1-9][0-9]{0,3}", each)), 1)


def _day(moment: str) -> datetime.date | None:
    """The day (in UTC) of a Unix time or of an ISO date; None when it is neither."""
    try:
        if re.fullmatch(r"[0-9]{1,11}", moment):
            return datetime.datetime.fromtimestamp(int(moment), datetime.UTC).date() if int(moment) else None
        return datetime.date.fromisoformat(moment[:10])
    except (ValueError, OverflowError, OSError):
        return None


def _artifacts(paper: JsonObject) -> Reproducibility | None:
    """The addresses that authors gave in form fields for artifacts, code or data."""
    keys = [key for key in _form_fields(paper) if _ARTIFACT.search(key) and isinstance(paper.entry[key], str)]
    found = [each for key in keys for each in linked_artifacts(paper.text(key), _heading(paper.sound(key)))]
    return Reproducibility(artifacts=tuple(found)) if found else None


def _heading(key: str) -> str:
    """What a form field is about: `Code repository` for `code_repository_url`."""
    words = re.sub(r"[_-]+", " ", key)
    return (re.sub(r" (url|uri|link|doi|address)$", "", words, flags=re.IGNORECASE) or words).capitalize()


def _form_fields(paper: JsonObject) -> list[str]:
    """The keys of the conference's own form fields."""
    return [key for key in paper.entry if key not in HOUSEKEEPING and key not in ID and key not in TYPE]


def _unused(papers: Iterable[JsonObject]) -> list[Doubt]:
    counts = collections.Counter(
        key
        for paper in papers
        for key in _form_fields(paper)
        if paper.entry[key] not in (None, "", [], {}, False)
        and not hotcrp_documents.kinds_of(key, paper.entry[key])
        and not (_ARTIFACT.search(key) and linked_artifacts(str(paper.entry[key]), ""))
    )
    return [Doubt(fact=UNUSED, where=f"{key} ({counts[key]})") for key in counts]
