"""Indico: the contributions of an event as JSON, from its export API, its lists, or JACoW's exporter.

SOURCE is the file, or a folder with it and the PDFs; lists of contributions, sessions and states in one folder are
read together. Of contributions with papers those are taken whose paper is accepted. An `import.yml` may say
`accept: REGEX` for other states, and `id: code` for papers that are to be called by their programme codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from proceedings.importers import indico_pdfs, indico_people, indico_programme
from proceedings.importers.acceptance import MAPPING, Rule, acceptance_pattern, chosen
from proceedings.importers.html_text import plain_line, plain_paragraphs
from proceedings.importers.imported import Doubt, Imported, SourceError, refuse_twice
from proceedings.importers.indico_lists import ID, Listed, gathered
from proceedings.importers.indico_people import name_in
from proceedings.importers.indico_programme import END, START, Placed, blocks_by_name, moment
from proceedings.importers.loose_json import JsonObject
from proceedings.importers.loose_yaml import read_mapping, text
from proceedings.importers.papers_alone import NO_VOLUME, acceptance_list
from proceedings.importers.system_text import abstract_text, listed, title_text, type_key
from proceedings.importers.tables import one_line
from proceedings.records.edition import Edition
from proceedings.records.format_profile import PageRule
from proceedings.records.paper import Paper
from proceedings.records.volume import Event, Volume

EVENT_ALONE = "the export describes the event; its title stands for the volume's: complete metadata/proceedings.yml"
ALL_TAKEN = "the export says nothing of papers and their states; all contributions were taken"
TALKS = "contributions without a paper are talks in the programme"
HAVE_CODES = f"papers have programme codes, too; say `id: code` in {MAPPING} to call them so"
PAPER_STATES = {"1": "submitted", "2": "accepted", "3": "rejected", "4": "to be corrected"}
"""The states of a paper by the numbers under which Indico keeps them."""

EDITED = r"accepted(_submitter)?\b"
"""A yes among the states of an editable: also what its submitter accepted after the editor's changes."""


class Contribution:
    """A contribution, the session in which it is listed, if it is, and the state of its paper."""

    def __init__(self, entry: JsonObject, block: JsonObject | None, called: str) -> None:
        """`called` is the key of the id: empty for Indico's own."""
        self.id = entry.text(called, *ID) if called else entry.text(*ID)
        self.title = plain_line(entry.text("title"))
        self.entry = JsonObject(entry.entry, f"paper {self.id}", entry.doubts)
        self.block = block
        self.paper_state = _state(self.entry)
        editables = (each for each in self.entry.parts("editables") if each.text("type") in ("", "1", "paper"))
        self.editable_state = next((state for each in editables if (state := name_in(each, "state"))), "")


def read(source: Path) -> Imported:
    """The event with its accepted papers and sessions. SourceError when there is no accepted paper."""
    folder = source if source.is_dir() else source.parent
    mapping = read_mapping(folder / MAPPING)
    doubts: list[Doubt] = []
    event, listed_there, blocks, name = gathered(source, doubts)
    found = _contributions(listed_there, text(mapping, "id"), name)
    accepted = _accepted(found, text(mapping, "accept"), name, doubts)
    papers = tuple(_paper(each) for each in accepted)
    zone = indico_programme.known_zone(event.text("timezone"), doubts)
    talks = [each for each in found if accepted != found and not (each.paper_state or each.editable_state)]
    doubts += [Doubt(fact=TALKS, where=each.title or each.id) for each in talks]
    by_name = blocks_by_name(blocks)
    placed = [
        _placed(each, each.block or _named_block(each, by_name), each not in accepted, zone)
        for each in found
        if each in accepted or each in talks
    ]
    edition = Edition(
        volume=_volume(event, papers, zone, doubts),
        sessions=indico_programme.sessions(placed, doubts),
        papers=papers,
        accepted=acceptance_list(papers),
    )
    if not text(mapping, "id") and any(each.entry.text("code") for each in accepted):
        doubts.append(
            Doubt(fact=HAVE_CODES, where=next(code for each in accepted if (code := each.entry.text("code"))))
        )
    pdfs = indico_pdfs.pdfs(folder, {each.id: each.entry for each in accepted}, doubts)
    return Imported(edition=edition, pdfs=pdfs, doubts=tuple(doubts))


def _contributions(entries: Sequence[Listed], called: str, name: str) -> list[Contribution]:
    found = [Contribution(entry, block, called) for entry, block in entries]
    if not any(each.title for each in found):
        raise SourceError(f"{name}: no contribution in it (an object with a title); is this Indico's JSON?")
    for number, each in enumerate(found, start=1):
        if not each.id:
            raise SourceError(f"{name}, contribution {number} ({each.title or 'no title'}): it has no `id`")
    refuse_twice(name, ((each.id, each.title) for each in found))
    return found


def _state(contribution: JsonObject) -> str:
    """The state of the paper in words; empty for a contribution without one."""
    paper = contribution.entry.get("paper")
    found = name_in(contribution.part("paper"), "state") if isinstance(paper, dict) else contribution.text("paper")
    return PAPER_STATES.get(found, found)


def _accepted(found: list[Contribution], accept: str, name: str, doubts: list[Doubt]) -> list[Contribution]:
    by_paper = (Rule(field="`paper.state`"), [(each, each.paper_state) for each in found if each.paper_state])
    edited = Rule(field="`editables.state`", usual=EDITED)
    by_editable = (edited, [(each, each.editable_state) for each in found if each.editable_state])
    spoken = [rule for rule in (by_paper, by_editable) if rule[1]]
    if not spoken:
        doubts.append(Doubt(fact=ALL_TAKEN, where=name))
        return found
    says_yes = (each for each in spoken if any(_matches(accept or each[0].usual, state) for _, state in each[1]))
    rule, states = next(says_yes, spoken[0])
    return chosen(states, accept, name, doubts, rule)


def _matches(accept: str, state: str) -> bool:
    return bool(acceptance_pattern(accept).match(state))


def _paper(contribution: Contribution) -> Paper:
    entry = contribution.entry
    people = indico_people.people(entry)
    return Paper(
        id=contribution.id,
        title=title_text(contribution.title, entry.where, entry.doubts),
        authors=people.authors,
        affiliations=people.affiliations,
        type=type_key(name_in(entry, "type")),
        track=plain_line(name_in(entry, "track")) or None,
        abstract=abstract_text(plain_paragraphs(entry.text("description")), entry.where, entry.doubts),
        keywords=_keywords(entry),
    )


def _keywords(contribution: JsonObject) -> tuple[str, ...]:
    """The keywords, which may be in a field of the conference's own."""
    words = contribution.texts("keywords")
    for field in contribution.parts("field_values", "custom_fields"):
        if not words and field.text("name").casefold() == "keywords":
            words = field.texts("value")
    return listed(words[0]) if len(words) == 1 else tuple(map(one_line, words))


def _named_block(contribution: Contribution, blocks: indico_programme.Blocks) -> JsonObject | None:
    """The session that the contribution names by id, code or title."""
    entry = contribution.entry
    names = (entry.text("session_id"), entry.text("session_code"), name_in(entry, "session"))
    return next((blocks[name] for name in names if name in blocks), None)


def _placed(contribution: Contribution, block: JsonObject | None, is_talk: bool, zone: str) -> Placed:
    entry = contribution.entry
    starts = moment(entry, START, zone)
    holder = block or JsonObject({}, entry.where, entry.doubts)
    title = (
        holder.text("title") or name_in(holder, "session") or name_in(entry, "session") or entry.text("session_code")
    )
    return Placed(
        paper=None if is_talk else contribution.id,
        talk=indico_programme.talk(entry, starts) if is_talk else None,
        session=plain_line(title) or indico_programme.LEFT_OVER,
        block=holder.text("id"),
        chairs=indico_programme.people_in_charge(holder),
        room=one_line(holder.text("roomFullname", "room_name", "room")) or None,
        starts=starts,
        session_starts=moment(holder, START, zone),
        session_ends=moment(holder, END, zone),
    )


def _volume(event: JsonObject, papers: Sequence[Paper], zone: str, doubts: list[Doubt]) -> Volume:
    title = plain_line(event.text("title"))
    starts, ends = moment(event, START, zone), moment(event, END, zone)
    doubts.append(Doubt(fact=EVENT_ALONE if title else NO_VOLUME))
    return Volume(
        title=title,
        year=starts.year if starts else None,
        event=Event(
            name=title,
            place=one_line(event.text("location", "venue_name")) or None,
            start=starts.date() if starts else None,
            end=ends.date() if ends else None,
            url=event.text("url") or None,
        ),
        types={paper.type: PageRule() for paper in papers},
    )
