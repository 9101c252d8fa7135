"""What the edited table changes: every difference, field by field, and the files with the values in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from proceedings.csv_text import escaped
from proceedings.difference import Difference
from proceedings.identifiers import bare_doi, is_doi, is_pending
from proceedings.paper_table.author_cells import UnclearNameError, author_values, authors_of_cell
from proceedings.paper_table.columns import AUTHORS, COLUMNS, FIELDS, MARK, ORDER, SESSION, Known, row_of, session_names
from proceedings.paper_table.reading import as_read, is_old
from proceedings.paper_table.writing import choices
from proceedings.problem import Place, Problem, did_you_mean
from proceedings.records.volume import Volume

OUT_OF_DATE = "the metadata has changed since the table was written; what stands in the row is older."


class Changes(NamedTuple):
    """All differences, what each paper's file has to say for them, the papers of each session, and what is wrong."""

    differences: list[Difference]
    values: dict[str, dict[Place, object]]
    sessions: dict[int, tuple[str, ...]]
    problems: list[Problem]


def changes_of(rows: Mapping[str, Mapping[str, str]], known: Known, volume: Volume, file: str) -> Changes:
    """What the rows of a table change."""
    changes = Changes([], {}, {}, [])
    offered = choices(known, volume)
    rows = {id: _as_offered(row, row_of(known, id), offered) for id, row in rows.items()}
    for id, row in rows.items():
        now = row_of(known, id)
        found = [
            Difference(id, name, now[name], row[name])
            for name in COLUMNS
            if name not in ("id", MARK) and name in row and row[name] != as_read(escaped(now[name]))
        ]
        if found and is_old(row, now):
            remedy = "Write the table anew with `make table`, and change it there."
            changes.problems.append(Problem(file=file, message=f"paper {id}: {OUT_OF_DATE}", remedy=remedy))
            continue
        changes.differences.extend(each for each in found if not _is_mangled(each))
        for each in found:
            if _is_mangled(each):
                fact = (
                    f'paper {id}, column {each.name}: letters became question marks in "{each.new}"; it was left out.'
                )
                remedy = "Save the table as CSV UTF-8, or use `make table AS=xlsx`."
                changes.problems.append(Problem(file=file, severity="warning", message=fact, remedy=remedy))
            else:
                _take(each, known, offered, changes, file)
    changes.sessions.update(_sessions(rows, known, session_names(known)))
    return changes


def _as_offered(row: Mapping[str, str], now: Mapping[str, str], offered: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The row with its choices as they are spelled, whatever capitals somebody wrote."""
    spelled = {(name, choice.casefold()): choice for name, choices in offered.items() for choice in choices}
    return {
        name: cell if cell in (now[name], *offered.get(name, ())) else spelled.get((name, cell.casefold()), cell)
        for name, cell in row.items()
    }


def _is_mangled(each: Difference) -> bool:
    """Whether a cell is the old one but for letters that a program could not write in its encoding."""
    if "?" not in each.new or len(each.new) != len(each.old):
        return False
    return all(new == old or (new == "?" and not old.isascii()) for new, old in zip(each.new, each.old, strict=True))


def _take(each: Difference, known: Known, offered: Mapping[str, Sequence[str]], changes: Changes, file: str) -> None:
    """Note what the files have to say for a difference, or what is wrong with it."""
    values = changes.values.setdefault(each.subject, {})
    try:
        if each.name == AUTHORS:
            values.update(_authors(each, known))
        elif each.name == ORDER:
            _check_order(each.new)
        elif each.name in FIELDS:
            values[FIELDS[each.name]] = _value(each, offered)
        elif each.new:
            _refuse_break(each.new, known, offered)
            _chosen(each, offered)
    except (UnclearNameError, ValueError) as error:
        fact = f"paper {each.subject}, column {each.name}: {error}"
        changes.problems.append(Problem(file=file, message=fact, remedy=""))


def _check_order(cell: str) -> None:
    if cell and not (cell.replace(".", "", 1).isascii() and cell.replace(".", "", 1).isdecimal()):
        raise ValueError(f'"{cell}" is no number; write where the paper stands in its session, as 1 or 2.5.')


def _authors(each: Difference, known: Known) -> dict[Place, object]:
    if AUTHORS in known.faulty.get(each.subject, ()):
        raise ValueError(
            "something in the file's authors cannot be read and would be lost; `make check` tells the line."
        )
    if not each.new:
        raise ValueError("a paper has to have authors; the cell is empty.")
    authors = known.papers[each.subject].authors
    return author_values(authors_of_cell(each.new, authors), authors)


def _value(each: Difference, offered: Mapping[str, Sequence[str]]) -> object:
    if not each.new:
        if each.name == "title":
            raise ValueError("a paper has to have a title.")
        return None
    if each.name == "rights_signed":
        try:
            return datetime.date.fromisoformat(each.new)
        except ValueError as error:
            raise ValueError(f'"{each.new}" is no date such as 2021-06-30.') from error
    if each.name == "doi" and not (is_doi(bare_doi(each.new)) or is_pending(each.new)):
        raise ValueError(f'"{each.new}" is no DOI such as 10.1234/abc; write `pending` while there is none.')
    if offered.get(each.name):
        _chosen(each, offered)
    return each.new


def _refuse_break(session: str, known: Known, offered: Mapping[str, Sequence[str]]) -> None:
    if session in session_names(known) and session not in offered[SESSION]:
        raise ValueError(
            f'"{session}" has no papers, talks or chairs yet, so it is a break. '
            "Name its first paper, or its chairs, in metadata/program.yml."
        )


def _chosen(each: Difference, offered: Mapping[str, Sequence[str]]) -> None:
    known = offered[each.name]
    if each.new not in known:
        cure = did_you_mean(each.new, known, f"There are {', '.join(known)}.")
        more = " A new one is added to metadata/program.yml first." if each.name == SESSION else ""
        raise ValueError(f'there is no {each.name} "{each.new}". {cure}{more}')


def _sessions(
    rows: Mapping[str, Mapping[str, str]], known: Known, names: Sequence[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sessions whose papers are others, or in another order, with their papers.

    Of two papers with one number, the one that was moved there stands first. What is no paper stays where it is.
    """
    places = {id: (number, place) for number, each in enumerate(known.sessions) for place, id in enumerate(each.papers)}
    placed: dict[int, list[tuple[float, bool, str]]] = {number: [] for number in range(len(known.sessions))}
    for id in dict.fromkeys([*places, *rows]):
        if id not in known.papers:
            number, place = places[id]
            placed[number].append((place + 1, True, id))
            continue
        now = row_of(known, id)
        row = {**now, **rows.get(id, {})}
        if row[SESSION] in names:
            stays = (row[SESSION], row[ORDER]) == (now[SESSION], now[ORDER])
            placed[names.index(row[SESSION])].append((_number(row[ORDER]), stays, id))
    for number, papers in placed.items():
        ids = tuple(id for _, _, id in sorted(papers, key=lambda each: each[:2]))
        if ids != tuple(dict.fromkeys(known.sessions[number].papers)):
            yield number, ids


def _number(cell: str) -> float:
    """Where in its session a paper stands; without a number, at the end."""
    try:
        return float(cell)
    except ValueError:
        return float("inf")
