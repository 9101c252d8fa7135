"""Names and titles that break exports: particles, suffixes, mononyms, groups, scripts, signs with a meaning."""

from __future__ import annotations

import datetime

from builders import edition, paper
from proceedings.records.edition import Edition
from proceedings.records.paper import Author
from proceedings.records.placement import Pagination, Placement
from proceedings.records.volume import Editor, Event, Volume

HARD_PAPERS: dict[str, tuple[Author, ...]] = {
    "Plain Title: A GPU Story": (
        Author(given="Özge", family="Yılmaz"),
        Author(given="Ludwig", particle="van der", family="Berg"),
        Author(given="Văn Ánh", family="Nguyễn"),
    ),
    "ResNet-50 at 90 % of $O(n_{k}^2)$ & More": (
        Author(given="Simon", family="Portegies Zwart"),
        Author(given="Jean", particle="d'", family="Alembert"),
        Author(given="Miles", family="O’Brien"),
    ),
    "What is a_b_c #1? A {Braced} thing~with tilde": (
        Author(given="Martin Luther", family="King", suffix="Jr."),
        Author(given="Robert", particle="de la", family="Cruz", suffix="III"),
        Author(family="Sukarno"),
    ),
    "“Quoted” ‘single’ — em–en and \"straight\" 'ones'": (
        Author(literal="The Sample Machine Team"),
        Author(literal="Barnes and Noble, Inc."),
        Author(literal="Collaboration & Friends"),
    ),
    "Trailing period.": (
        Author(given="明", family="王"),
        Author(given="Ольга", family="Иванова"),
        Author(given="محمد", family="علي"),
        Author(given="지훈", family="김"),
    ),
    "Is this it?": (
        Author(given="Ngọc Ẩn", family="Đặng"),
        Author(given="Ưu", family="Ở"),
        Author(given="Ə", family="Əliyev"),
    ),
    "C++ and C#: 100% of <T> \\LaTeX{} $": (
        Author(given="Ana María", family="Öztürk-Yılmaz"),
        Author(given="J.R.", family="Smith-Jones"),
    ),
    "deep learning on machines: 你好, 東京": (
        Author(given="Maria", family="de la Cruz Lopez"),
        Author(given="Vincent", particle="van", family="van Gogh"),
    ),
    "$\\alpha$-Net: $\\ell_1$ and $x^{2$ broken": (
        Author(given="And", family="And"),
        Author(given="A, B", family="C, D"),
        Author(given="others", family="Others"),
    ),
    "Müller's É: ÉCOLE ça va? Œuvre…": (
        Author(given="Tom~", family="A{B"),
        Author(given="émile", family="zola"),
        Author(given="Abū", particle="al-", family="Khwārizmī"),
    ),
}

HARD_VOLUME = {
    "title": "Proceedings of the Workshop on Deep Learning & Supercomputers",
    "acronym": "DLS",
    "year": 2019,
    "publisher_name": "Sample & Sons",
    "event": Event(place="Frankfurt, Germany", start=datetime.date(2019, 6, 20)),
    "editors": (Editor(given="Ada", family="Éditor"), Editor(literal="Mausam")),
    "series": "Notes & Queries",
    "number": "123",
    "url": "https://example.org/a_b#c%20d~e",
}


def hard_edition(**fields: object) -> tuple[Edition, Pagination]:
    """The papers above in one volume, with DOIs of odd signs, keywords and four pages each; `fields` of the volume."""
    papers = tuple(
        paper(f"{n:03}", people=people, title=title, doi=f"10.5555/x_({n})%23#;2-&(A)~b", keywords=("a & b", "C#"))
        for n, (title, people) in enumerate(HARD_PAPERS.items(), 1)
    )
    places = (Placement(paper=each.id, first_page=4 * n + 1, last_page=4 * n + 4) for n, each in enumerate(papers))
    volume = Volume(**{**HARD_VOLUME, **fields})  # type: ignore[arg-type]  # a test says what it means
    return edition(*papers, volume=volume), Pagination(placements=tuple(places), next_page=4 * len(papers) + 1)
