"""The page of a volume at CEUR-WS: what its machines read stands in elements of the classes that they know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from proceedings.bibliography.cited_book import bare_acronym, whole_title
from proceedings.deposits.title_markup import Faces, title_line
from proceedings.deposits.xml_text import line, one_line, written
from proceedings.identifiers import sound_orcid
from proceedings.names import display_name
from proceedings.records.edition import Edition
from proceedings.records.paper import Author, Paper
from proceedings.records.placement import Placement
from proceedings.records.volume import Editor, Volume
from proceedings.reviewing import selection, selection_sentence
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import date_span, page_range

FACES = Faces(raised="sup", lowered="sub", slanted="i")
PERMISSION = "Creative Commons License Attribution 4.0 International"
DAY = "YYYY-MM-DD"
PERMISSION_URL = "https://creativecommons.org/licenses/by/4.0/"

LANGUAGES = {
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "nl": "nld",
    "pl": "pol",
    "pt": "por",
    "ru": "rus",
    "tr": "tur",
    "uk": "ukr",
    "zh": "zho",
}
"""ISO 639-2/T for ISO 639-1: what volumes are commonly written in."""


class ListedFile(NamedTuple):
    """A paper of the table of contents and the name of its file without the ending, which is its place on the page."""

    paper: Paper
    placement: Placement
    stem: str


def language_code(volume: Volume) -> str | None:
    """The three letters of the volume's language: `eng`; None for one that the table does not have."""
    base = volume.language.partition("-")[0].lower()
    return base if len(base) == 3 else LANGUAGES.get(base)


def short_name(volume: Volume) -> str:
    """Acronym and year: `DLS 2021`, the year in four digits and once, a blank before it."""
    return one_line(f"{bare_acronym(volume)} {volume.year or ''}")


def _year(volume: Volume) -> str:
    """The year, or nothing where the chairs have accepted that there is none."""
    return str(volume.year or "")


def index_page(edition: Edition, files: Sequence[ListedFile], *, has_preface: bool = False) -> str:
    """The page, in HTML5. What CEUR-WS itself gives a volume (number, URN, day) stands as it has it in its template."""
    volume = edition.volume
    lines = [
        "<!DOCTYPE html>",
        "<!-- CEURVERSION=2020-07-09 -->",
        f'<html lang="{escape(volume.language)}">',
        *_head(volume),
        f"<!--CEURLANG={language_code(volume)} -->",
        "<body>",
        *_top(volume),
        "<hr>",
        *_heading(volume),
        *_editors(volume.editors),
        "<hr>",
        *_contents(edition, files, has_preface=has_preface),
        "<hr>",
        *_foot(edition),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _head(volume: Volume) -> list[str]:
    return [
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1.0">',
        '<link rel="stylesheet" type="text/css" href="../ceur-ws.css">',
        f"<title>CEUR-WS.org/Vol-XXX - {escape(_event_name(volume))}</title>",
        "</head>",
    ]


def _top(volume: Volume) -> list[str]:
    return [
        '<table style="border: 0; border-spacing: 0; border-collapse: collapse; width: 95%">',
        '<tbody><tr><td style="text-align: left; vertical-align: middle">',
        '<a href="https://ceur-ws.org/" aria-label="CEUR-WS.org"><div id="CEURWSLOGO"></div></a>',
        '</td><td style="text-align: right; vertical-align: middle">',
        '<div style="float: left" id="CEURCCBY"></div>',
        f"{_span('VOLNR', 'Vol-XXX')}<br>",
        _span("URN", "urn:nbn:de:0074-XXX-C"),
        '<p class="unobtrusive copyright" style="text-align: justify">Copyright &copy; '
        f"{_year(volume)} for the individual papers by the papers' authors. "
        f"Copyright &copy; {_span('PUBYEAR', _year(volume))} for the volume as a collection by its editors. "
        "This volume and its papers are published under the "
        f'<a href="{PERMISSION_URL}">{PERMISSION} ({_span("LIC", "CC BY 4.0")})</a>.</p>',
        "</td></tr></tbody></table>",
    ]


def _heading(volume: Volume) -> Iterator[str]:
    event, name = volume.event, _span("VOLACRONYM", short_name(volume))
    linked = f'<a href="{escape(event.url)}">{name}</a>' if event.url else name
    yield f"<h1>{linked}<br>"
    yield f"{_span('VOLTITLE', _event_name(volume))}</h1>"
    yield f"<p><b>{_span('FULLTITLE', plain_title(volume.title))}</b></p>"
    if event.colocated_with:
        yield f"<p><b>co-located with {_span('COLOCATED', event.colocated_with)}</b></p>"
    else:
        yield '<!-- co-located with <span class="CEURCOLOCATED">NONE</span> -->'
    place = ", ".join(part for part in (event.place, date_span(event.start, event.end)) if part)
    yield f"<p><b>{_span('LOCTIME', place)}</b></p>"


def _editors(editors: Sequence[Editor]) -> Iterator[str]:
    """Each editor with the affiliation's number, then the affiliations, each once."""
    places = list(dict.fromkeys(each.affiliation for each in editors if each.affiliation))
    yield "<p>Edited by</p>"
    yield "<p>"
    for each in editors:
        mark = f" <sup>{places.index(each.affiliation) + 1}</sup>" if each.affiliation else ""
        name = _span("VOLEDITOR", display_name(each))
        orcid = sound_orcid(each.orcid)
        linked = f'<a href="https://orcid.org/{orcid}">{name}</a>' if orcid else name
        yield f"{linked}{mark}<br>"
    yield "</p>"
    if places:
        yield "<p>"
        yield from (f"<sup>{number}</sup> {escape(one_line(place))}<br>" for number, place in enumerate(places, 1))
        yield "</p>"


def _contents(edition: Edition, files: Sequence[ListedFile], *, has_preface: bool) -> Iterator[str]:
    """The preface, then sessions in their order, each with its papers; one without a title has no heading."""
    yield '<div class="CEURTOC">'
    yield "<h2>Table of Contents</h2>"
    yield from _preface(edition, files, has_preface=has_preface)
    sessions: dict[int, list[ListedFile]] = {}
    for each in files:
        sessions.setdefault(each.placement.session, []).append(each)
    for number, listed in sorted(sessions.items()):
        if title := edition.session_title(number):
            yield f"<h3>{_span('SESSION', plain_title(title))}</h3>"
        yield "<ul>"
        for each in listed:
            yield from _entry(each)
        yield "</ul>"
    yield "</div>"


def _preface(edition: Edition, files: Sequence[ListedFile], *, has_preface: bool) -> Iterator[str]:
    """The entry of the preface with the numbers that CEUR-WS reads; those that nobody has said are left to write."""
    chosen = selection(edition.volume.review, [each.paper for each in files])
    summary = selection_sentence(chosen, lambda name, number: _span(name, str(number)))
    if not summary:
        written = selection_sentence(chosen._replace(submitted=0), lambda name, number: _span(name, str(number or "")))
        yield f"<!-- {written} -->"
    if has_preface:
        yield f'<ul>\n<li id="preface"><a href="preface.pdf">Preface</a>{"<br>" * bool(summary)}'
        yield f"{summary}</li>\n</ul>"
    elif summary:
        yield f"<p>{summary}</p>"


def _entry(each: ListedFile) -> Iterator[str]:
    paper, place = each.paper, each.placement
    title = title_line("span", whole_title(paper), FACES) or line("span", f"Paper {paper.id}")
    marked = title._replace(attributes=(("class", "CEURTITLE"),)) if title else None
    yield f'<li id="{each.stem}"><a href="{each.stem}.pdf">{written(marked)}</a>'
    yield _span("PAGES", page_range(place.first_page, place.last_page, dash="-"))
    yield "<br>"
    yield ",\n".join(_author(author) for author in paper.authors)
    yield "</li>"


def _author(author: Author) -> str:
    """The name; in its own script beside it, where that is on record."""
    native = author.native
    tag = f' lang="{escape(native.lang)}"' if native and native.lang else ""
    beside = f' (<span dir="auto"{tag}>{escape(one_line(native.name))}</span>)' if native and native.name else ""
    return f'<span class="CEURAUTHOR" dir="auto">{escape(one_line(display_name(author)))}</span>{beside}'


def _foot(edition: Edition) -> list[str]:
    """Who hands the volume in, which is its first editor, on the day of the bundle; CEUR-WS writes the other day."""
    day = edition.printed_date.isoformat() if edition.printed_date else DAY
    editors = edition.volume.editors
    name = escape(one_line(display_name(editors[0])), quote=False) if editors else "the editors"
    return [
        f'<p class="unobtrusive">\n{day}: submitted by {name}, metadata incl. bibliographic data published under '
        '<a href="https://creativecommons.org/publicdomain/zero/1.0/">Creative Commons CC0</a><br>',
        f"{_span('PUBDATE', DAY)}: published on CEUR Workshop Proceedings (CEUR-WS.org, ISSN 1613-0073)\n"
        '|<a href="https://validator.w3.org/nu/?doc=http%3A%2F%2Fceur-ws.org%2FVol-XXX%2F">valid HTML5</a>|</p>',
    ]


def _span(name: str, text: str) -> str:
    return f'<span class="CEUR{name}">{escape(one_line(text), quote=False)}</span>'


def _event_name(volume: Volume) -> str:
    return plain_title(volume.event.name or volume.title)
