"""The authors of the metadata against those of the title page: who is missing, who is extra, who is spelled otherwise.

A title page mixes names with affiliations, places and addresses. A person is extra only where a line that holds names
of the metadata, or is set exactly like such lines, holds one more name and nothing but names; where names and
affiliations share one style, nobody can be told to be extra, and nobody is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator, Sequence

from proceedings.boxes import shared_width
from proceedings.checks.author_lines import (
    FOUND,
    begins_with_mark,
    last_of_list,
    lines_below_names,
    stands_in_pairs,
    takes_turns,
)
from proceedings.checks.author_segments import NO_NAMES, is_name, is_place, names_in_lines, parts_of, rejoined
from proceedings.checks.author_sightings import (
    AuthorText,
    Sighting,
    author_text,
    differs_in_signs,
    differs_in_words,
    family_is_in,
    has_accents,
    has_accents_alone,
    sighting,
)
from proceedings.checks.name_likeness import SHORTEST_FAMILY, family_likeness, name_likeness, nearest_name
from proceedings.checks.titles import script_of
from proceedings.folding import folded
from proceedings.names import whole_name
from proceedings.reading.body_text import usual_size
from proceedings.reading.front_page import FrontPage
from proceedings.records.facts import PageFacts, TextLine
from proceedings.records.paper import Paper, Person
from proceedings.records.record import Record

SMALLER = 0.4
"""Points by which footnotes are smaller than the running text, at least."""

SAME_ROW = 3.0
"""Baselines of one row of names differ by no more points."""


class Spelling(Record):
    """One person in two spellings."""

    printed: str = ""
    meant: str = ""


class AuthorRoll(Record):
    """What differs. `missing` are people of the metadata, `extra` names as the page has them.

    `reordered` holds the names of the metadata in the order of the page, empty where the order agrees.
    """

    missing: tuple[Person, ...] = ()
    extra: tuple[str, ...] = ()
    spelled: tuple[Spelling, ...] = ()
    accented: tuple[Spelling, ...] = ()
    reordered: tuple[str, ...] = ()


class _Search:
    """The people of one paper, looked for between its title and abstract, and then in footnotes."""

    def __init__(self, paper: Paper, front: FrontPage, page: PageFacts) -> None:
        self.lines = front.author_lines
        self.band = author_text(line.text for line in self.lines)
        self.page = page
        found = {number: sighting(person, self.band) for number, person in enumerate(paper.authors)}
        self.seen = {number: seen for number, seen in found.items() if seen}
        unseen = {number: person for number, person in enumerate(paper.authors) if number not in self.seen}
        self.elsewhere = {n for n, each in unseen.items() if _is_no_name(each) or sighting(each, self.anywhere)}

    @functools.cached_property
    def anywhere(self) -> AuthorText:
        """What stands in the band or is set smaller than the running text: where a page may name authors."""
        small = usual_size([self.page]) - SMALLER
        return author_text(line.text for line in self.page.lines if line.size <= small or line in self.lines)

    def line_of(self, place: int) -> int:
        """The number of the line at a place of the band's text."""
        return max((n for n, start in enumerate(self.band.starts) if start <= place), default=0)


def author_roll(paper: Paper, front: FrontPage, page: PageFacts) -> AuthorRoll:
    """All that surely differs between the names of a title page and the metadata; nothing where it cannot be read."""
    if not paper.authors or not front.author_lines or not _can_be_read(paper, front):
        return AuthorRoll()
    search = _Search(paper, front, page)
    masked = _masked(search.band, search.seen.values())
    unseen = [n for n in range(len(paper.authors)) if n not in search.seen and n not in search.elsewhere]
    people = [paper.authors[number] for number in unseen]
    near = _spellings(people, masked)
    known = {each.meant for each in near}
    transcribed = [each for each in near if _is_transcribed(each, search.band)]
    spelled = [*(each for each in near if each not in transcribed), *_respelled(paper, search)]
    gone = [person for person in people if whole_name(person) not in known]
    missing = [person for person in gone if not family_is_in(person, search.anywhere)]
    if not search.seen and not near:
        others = _other_people(search) if len(missing) == len(paper.authors) else ()
        return AuthorRoll(missing=tuple(missing), extra=others) if others else AuthorRoll()
    printed = {each.printed for each in near}
    free = _extra_names(search, _taken_out(masked, printed), paper)
    extra = [name for name in free if name not in printed]
    certain = not search.elsewhere and len(missing) == len(gone)
    return AuthorRoll(
        missing=tuple(missing),
        extra=tuple(extra) if certain else (),
        spelled=tuple(spelled),
        accented=(*transcribed, *_in_signs(paper, search)),
        reordered=_reordered(paper, search),
    )


def _can_be_read(paper: Paper, front: FrontPage) -> bool:
    """Whether the page names people, in the script of the metadata."""
    printed = " ".join(line.text for line in front.author_lines)
    return "anonym" not in printed.casefold() and (
        script_of(printed) == script_of(" ".join(map(whole_name, paper.authors)))
    )


def _is_no_name(person: Person) -> bool:
    """Whether the metadata holds an address or a group in place of a person's name."""
    name = whole_name(person)
    return bool(NO_NAMES.search(name)) or not folded(name)


def _other_people(search: _Search) -> tuple[str, ...]:
    """The people whom the first line below the title names, if it holds nothing but names; nobody of the metadata."""
    names = parts_of(rejoined(search.lines[0].text))
    return tuple(names) if all(map(is_name, names)) else ()


def _extra_names(search: _Search, masked: str, paper: Paper) -> list[str]:
    """The names on lines of authors that are nobody's of the metadata; none where such lines hold other things too."""
    own = {
        n for n, start in enumerate(search.band.starts) if FOUND in masked[start : start + len(search.lines[n].text)]
    }
    styles = {_style(search.lines[number]) for number in own}
    apart = _are_set_apart(search.lines, styles)
    below = frozenset() if apart else lines_below_names(search.lines, own)
    runs = [""]
    for number, (start, line) in enumerate(zip(search.band.starts, search.lines, strict=True)):
        text = masked[start : start + len(line.text)]
        if number in below or begins_with_mark(text):
            runs.append("")
        elif _style(line) in styles or not folded(text):
            runs[-1] += f"{text}\n"
        else:
            runs.append("")
    if any(takes_turns(run) or (stands_in_pairs(run) and not apart) for run in runs):
        return []
    names = [name for run in runs for name in names_in_lines(rejoined(run))]
    last = {name for run in runs for name in last_of_list(rejoined(run))}
    return names if all((is_name(name) or name in last) and not is_place(name, paper) for name in names) else []


def _are_set_apart(lines: Iterable[TextLine], styles: Container[tuple[str, int]]) -> bool:
    """Whether institutions are in another type than the names, so that below a name and behind it are other names."""
    return any(_style(line) not in styles and "@" not in line.text and NO_NAMES.search(line.text) for line in lines)


def _masked(band: AuthorText, seen: Iterable[Sighting]) -> str:
    """The text with every name found taken out."""
    text = band.text
    for each in seen:
        text = text[: each.start] + FOUND * (each.end - each.start) + text[each.end :]
    return text


def _taken_out(masked: str, names: Iterable[str]) -> str:
    """The text without the names that were found in another spelling, where they stand in it as they are."""
    for name in names:
        masked = masked.replace(name, FOUND * len(name))
    return masked


def _style(line: TextLine) -> tuple[str, int]:
    return line.font, round(line.size)


def _spellings(people: Sequence[Person], masked: str) -> list[Spelling]:
    """People whom a name that is nobody's nearly spells, or at least a word their family name."""
    if not people:
        return []
    lines = rejoined(masked)
    pieces = [*lines.split("\n"), lines]  # a name may go on in the next line
    free = [name for piece in pieces for name in parts_of(piece) if is_name(name)]
    words = [word for part in parts_of(lines) for word in part.split() if len(folded(word)) >= SHORTEST_FAMILY]
    found = []
    for person in people:
        if best := nearest_name(person, free, name_likeness):
            free = [name for name in free if name != best]
            found.append(Spelling(printed=best, meant=whole_name(person)))
        elif best := nearest_name(person, words, family_likeness):
            found.append(Spelling(printed=best, meant=whole_name(person)))
    return found


def _respelled(paper: Paper, search: _Search) -> Iterator[Spelling]:
    for number, seen in search.seen.items():
        if differs_in_words(paper.authors[number], seen, search.band):
            yield _spelling(paper.authors[number], seen, search.band)


def _is_transcribed(spelling: Spelling, band: AuthorText) -> bool:
    """Whether one of two spellings has ä, ö or ü, and the other ae, oe or ue."""
    accented = has_accents(spelling.printed) or has_accents(spelling.meant) or has_accents_alone(band.text)
    return accented and _without_e(spelling.printed) == _without_e(spelling.meant)


def _without_e(name: str) -> str:
    """The letters of a name with ä, ö and ü however they are written."""
    return re.sub("(?<=[aou])e", "", folded(name))


def _in_signs(paper: Paper, search: _Search) -> Iterator[Spelling]:
    for number, seen in search.seen.items():
        if differs_in_signs(paper.authors[number], seen, search.band):
            yield _spelling(paper.authors[number], seen, search.band)


def _spelling(person: Person, seen: Sighting, band: AuthorText) -> Spelling:
    return Spelling(printed=" ".join(band.text[seen.start : seen.end].split()), meant=whole_name(person))


def _reordered(paper: Paper, search: _Search) -> tuple[str, ...]:
    """The names in the order of the page, if they are all there and no way of reading gives the metadata's order.

    Blocks of authors are read by rows or by columns, or in the order in which they were drawn.
    """
    if len(search.seen) < max(2, len(paper.authors)):
        return ()
    line_of = {number: search.lines[search.line_of(seen.start)] for number, seen in search.seen.items()}
    start = {number: seen.start for number, seen in search.seen.items()}

    def row(number: int) -> tuple[float, float, int]:
        line = line_of[number]
        return round(line.baseline / SAME_ROW), line.box[0], start[number]

    def column(number: int) -> tuple[float, float, int]:
        line = line_of[number]
        lefts = (each.box[0] for each in line_of.values() if shared_width(each.box, line.box) > 0)
        return min(lefts, default=line.box[0]), line.baseline, start[number]

    drawn = sorted(start, key=lambda number: start[number])
    readings = [drawn, sorted(start, key=row), sorted(start, key=column)]
    if any(order == sorted(order) for order in readings):
        return ()
    return tuple(whole_name(paper.authors[number]) for number in readings[1])
