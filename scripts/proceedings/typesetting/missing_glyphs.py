"""Characters that no face can show: each text that would be printed with empty boxes is one finding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from proceedings.codes import finding
from proceedings.records.edition import Edition
from proceedings.records.finding import Finding
from proceedings.records.paper import Paper
from proceedings.typeface import missing_characters, normalised
from proceedings.typesetting.math_text import plain_title

LATIN_1 = re.compile("[ -~¡-ÿ]+(?![\u0300-\u036f])")
"""What every face has, unless a mark stands on it."""

NEVER_PRINTED = frozenset(
    {"abstract", "topics", "url", "email", "doi", "orcid", "ror", "severities", "logo", "photo", "cover"}
)
"""Keys whose text no typeset page and no stamp shows."""

MOST_NAMED = 5
"""Characters named in one message."""


def missing_glyphs(edition: Edition) -> tuple[Finding, ...]:
    """One finding for each metadata file that holds characters which no face has, volume first, then paper by paper."""
    found = [_finding(file, text) for file, text in _volume_texts(edition)]
    found += [
        _finding(f"papers/{paper.id}.yml", _printed(paper) + plain_title(paper.title), paper)
        for paper in edition.papers
    ]
    return tuple(each for each in found if each)


def _volume_texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Each file under `metadata/` with all that is printed from it."""
    yield "proceedings.yml", _printed(edition.volume)
    yield (
        "program.yml",
        _printed((edition.sessions, edition.keynotes))
        + "".join(part or "" for talk in edition.keynotes for part in (talk.abstract, talk.biography)),
    )
    yield "committee.yml", _printed(edition.committees)
    yield "sponsors.yml", _printed(edition.sponsors)
    yield from ((f"front_matter/{text.stem}.md", text.title + text.markdown) for text in edition.front_matter)


def _printed(record: object) -> str:
    """All text of a record, in one piece; only its characters matter."""
    return "".join(_texts(msgspec.to_builtins(record)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key in NEVER_PRINTED else _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _finding(file: str, text: str, paper: Paper | None = None) -> Finding | None:
    missing = sorted(missing_characters(LATIN_1.sub(" ", normalised(text))))
    if not missing:
        return None
    names = "; ".join(f"{_shown(sign)} {unicodedata.name(sign, 'unnamed')}" for sign in missing[:MOST_NAMED])
    more = f"; and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
    message = f"metadata/{file}: no face that the volume is set in has {names}{more}."
    return finding("glyph-missing", message, paper=paper.id if paper else None)


def _shown(sign: str) -> str:
    """A character with its code point, a combining one on a circle."""
    return f"{'◌' if unicodedata.combining(sign) else ''}{sign} U+{ord(sign):04X}"
