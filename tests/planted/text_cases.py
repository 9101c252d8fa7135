"""Cases of words: review mode, leftovers, references that did not resolve, notes, sections, notices, stamps, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from builders import author
from planted import injection as ink
from planted import prose
from planted.cases import EVERY_MAKER, Case, makers, saying, some, varied
from planted.sheets import TEMPLATES, Sheet
from proceedings.records.paper import Author, Paper


def text_cases() -> Iterator[Case]:
    """All cases of this group."""
    yield from _review()
    yield from _leftovers()
    yield from _unresolved()
    yield from _notes()
    yield from _sections()
    yield from _notices()
    yield from _stamps()
    yield from _information()
    yield from _titles()
    yield from _people()


def _review() -> Iterator[Case]:
    yield Case("line numbers of a review version", "review-mode", vary=varied(line_numbers=True))
    yield Case("anonymous authors", "review-mode", 1, vary=varied(author_lines=("Anonymous Author(s)",)))
    yield Case(
        "an anonymous ACL submission", "review-mode", 1, ("acl",), varied(author_lines=("Anonymous ACL submission",))
    )
    both = varied(author_lines=("Anonymous Author(s)",), line_numbers=True)
    yield Case("line numbers and anonymous authors", "review-mode", None, some(0), both)
    under = varied(head=lambda _: ("Under review as a conference paper", ""))
    yield Case("a head that says under review", "review-mode", vary=under)
    confidential = ink.draw_on_all(
        lambda canvas, sheet, _: ink.foot_lines("CONFIDENTIAL REVIEW COPY. DO NOT DISTRIBUTE.")(canvas, sheet)
    )
    yield Case("a confidential review copy", "review-mode", None, some(2), plant=confidential)
    for number, degrees in enumerate((0, 50, 90)):
        mark = ink.draw_on_all(lambda canvas, sheet, _, degrees=degrees: ink.watermark("DRAFT", degrees)(canvas, sheet))
        yield Case(
            f"a watermark at {degrees} degrees", "review-mode", 1, some(number), plant=mark, makers=makers(degrees == 0)
        )


def _leftovers() -> Iterator[Case]:
    notes = {
        "Woodstock": "Woodstock ’18, June 03–05, 2018, Woodstock, NY",
        "the conference's acronym": "Conference acronym ’XX, June 03–05, 2018, Woodstock, NY",
        "a DOI of X": "https://doi.org/XXXXXXX.XXXXXXX",
        "an ISBN of X": "ACM ISBN 978-1-4503-XXXX-X/18/06",
    }
    for name, note in notes.items():
        yield Case(f"leftover: {name}", "template-leftover", 1, ("acm", "lncs"), _noted(note))
    people = varied(author_lines=(", ".join(prose.AUTHORS), "0000-0000-0000-0000"))
    yield Case("leftover: an ORCID of zeros", "template-leftover", 1, ("lncs", "ceurart"), people)
    for number, text in enumerate(
        (
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
            "Insert your abstract here. Include keywords, PACS and subject classification numbers as needed.",
        )
    ):
        yield Case(f"leftover: {text[:20]}", "template-leftover", None, some(number), saying(text, 1))
    yield Case("no author given", "template-leftover", 1, ("lncs",), varied(author_lines=("No Author Given",)))
    suppressed = varied(
        head=lambda page: ("", "") if page == 1 else ("Title Suppressed Due to Excessive Length", str(page))
    )
    yield Case("a suppressed title", "template-leftover", None, ("lncs",), suppressed)


def _noted(note: str) -> Callable[[Sheet], Sheet]:
    """The line stands in the notice of page 1, in place of the lines that say the same."""
    beginnings = ("DLS", "https", "ACM ISBN")
    kept = {"Woo": beginnings[0], "Con": beginnings[0], "htt": beginnings[1], "ACM": beginnings[2]}

    def vary(sheet: Sheet) -> Sheet:
        lines = tuple(line for line in sheet.notice if not line.startswith(kept[note[:3]]))
        return sheet.but(notice=(*lines, note))

    return vary


def _unresolved() -> Iterator[Case]:
    texts = (
        "The times are shown in Fig. ?? and discussed below.",
        "The times are shown in Figure ?? and discussed below.",
        "Details are given in Section ?? of this paper.",
        "As Table ?? shows, the gain is larger at the end.",
        "This follows from Eq. (??) by summation.",
        "It was first seen elsewhere [?] and then forgotten.",
        "It was first seen elsewhere [?, ?] and then forgotten.",
        "It was measured before [3, ?] on other machines.",
        "The gain is shown in Error! Reference source not found. for each machine.",
        "See (Sample, ??) for the proof.",
        "By Observation ?? the slowest rank decides.",
        "Property ?? holds for every step.",
    )
    for number, text in enumerate(texts):
        yield Case(
            f"unresolved: {text[:34]}",
            "unresolved-reference",
            None,
            some(number),
            saying(text, 2 + number % 2),
            makers=("reportlab", "writer") if number in (0, 5) else ("reportlab",),
        )
    many = varied(inserted=((1, texts[0]), (3, texts[5]), (4, texts[3])))
    yield Case("three unresolved references", "unresolved-reference", vary=many)


def _notes() -> Iterator[Case]:
    texts = (
        "TODO: measure again on the third machine.",
        "FIXME the numbers of the table are old.",
        "The gain is XXX percent in the median.",
        "[TODO cite the earlier work here]",
        "XXX: is this the number of the second machine?",
    )
    for number, text in enumerate(texts):
        yield Case(f"note: {text[:24]}", "todo-mark", None, some(number), saying(text), makers=makers(text == texts[0]))


def _sections() -> Iterator[Case]:
    for template, names in {
        "acm": ("Abstract", "CCS Concepts", "Keywords"),
        "ieee": ("Abstract—",),
        "acl": ("Abstract",),
        "ceurart": ("Abstract", "Keywords"),
        "lncs": ("Abstract.", "Keywords:"),
    }.items():
        for name in names:
            yield Case(f"no section {name}", "section-missing", None, (template,), _without(name))
    yield Case("no limitations", "section-missing", None, ("acl",), varied(closing=()))
    yield Case("no declaration on generative AI", "section-missing", None, ("ceurart",), varied(closing=()))
    for template, subject in {"acl": "Limitations of Prior Work", "ceurart": "Generative AI in Education"}.items():
        only = varied(closing=((subject, prose.LIMITATIONS),))
        yield Case(f"a section on {subject}", "section-missing", None, (template,), only)
    yield Case("no references", "section-missing", vary=varied(references_heading=""))


def _without(name: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: sheet.but(opening=tuple(part for part in sheet.opening if part[0] != name))


def _notices() -> Iterator[Case]:
    yield Case("no notice", "copyright-notice", None, ("ieee", "ceurart"), varied(notice=()))
    yield Case("no rights block", "copyright-notice", None, ("acm",), varied(notice=()))
    yield Case("no reference format", "copyright-notice", None, ("acm",), _without("ACM Reference Format:"))
    yield Case("a notice of another year", "copyright-notice", 1, ("ieee", "ceurart"), _of_2021)
    for name, notice in {
        "the IEEE notice of the US government": "U.S. Government work not protected by U.S. copyright",
        "the IEEE notice of the Crown": "979-8-3315-2468-5/26/$31.00 ©2026 Crown",
        "the IEEE notice of the European Union": "979-8-3315-2468-5/26/$31.00 ©2026 European Union",
    }.items():
        yield Case(name, None, None, ("ieee",), varied(notice=(notice,)))


def _of_2021(sheet: Sheet) -> Sheet:
    return sheet.but(notice=tuple(line.replace("2026", "2021") for line in sheet.notice))


def _stamps() -> Iterator[Case]:
    arxiv = ink.draw_on(1, ink.turned_text("arXiv:2101.01234v2 [cs.DC] 12 Jan 2021"))
    yield Case("the turned text of arXiv", "already-stamped", 1, plant=arxiv, makers=EVERY_MAKER)
    footer = ink.draw_on(
        1,
        ink.foot_lines(
            "Proceedings of the 12th Workshop on Sample Systems, pages 147–154",
            "July 3, 2021. ©2021 Association for Computational Linguistics",
        ),
    )
    yield Case("the footer of other proceedings", "already-stamped", 1, plant=footer, makers=EVERY_MAKER)
    ieee = ink.draw_on(1, ink.foot_lines("978-1-7281-1234-7/21/$31.00 ©2021 IEEE    DOI 10.1109/SMP.2021.00012"))
    yield Case("the foot of another IEEE volume", "already-stamped", 1, ("lncs", "acl", "ceurart"), plant=ieee)


def _information() -> Iterator[Case]:
    for title in ("Microsoft Word - paper-final.docx", "untitled", "main.pdf"):
        yield Case(
            f"titled {title}", "document-info", None, ("ieee", "ceurart"), plant=ink.document_information(Title=title)
        )


def _titles() -> Iterator[Case]:
    others = {
        "one other word": prose.TITLE.replace("Slowest", "Fastest"),
        "a word more": f"{prose.TITLE} Jobs",
        "a dropped half": "Waiting for the Slowest Rank",
        "another paper's title": "Compressing Gradients by Sketches",
        "words of the text": "The Slowest Rank",
        "a number more": f"{prose.TITLE} 2",
    }
    for number, (name, title) in enumerate(others.items()):
        yield Case(
            f"title: {name}",
            "title-mismatch",
            1,
            some(number) if number else TEMPLATES,
            record=lambda paper, title=title: _titled(paper, title),
            makers=makers(name == "one other word"),
        )
    same = {
        "other capitals": prose.TITLE.lower(),
        "spaces and a full stop": f" {prose.TITLE.replace(' ', '  ')}",
    }
    for number, (name, title) in enumerate(same.items()):
        yield Case(f"title: {name}", None, None, some(number), record=lambda paper, title=title: _titled(paper, title))
    yield Case("title: accents, a dash and quotes", None, vary=_dashed, record=lambda paper: _titled(paper, _DASHED))


_DASHED = "Über “Waiting”: Synchronous Training in Ångström-Size Steps"


def _dashed(sheet: Sheet) -> Sheet:
    return sheet.but(title=_DASHED.replace("“", '"').replace("”", '"').replace("-", "‐"))


def _titled(paper: Paper, title: str) -> Paper:
    return msgspec.structs.replace(paper, title=title)


def _people() -> Iterator[Case]:
    changes = {
        "one author missing in the PDF": lambda people: (*people, author("Eve Further")),
        "one author more in the PDF": lambda people: (*people[:2], people[3]),
        "another order": lambda people: (people[1], people[0], *people[2:]),
        "an accent dropped": lambda people: (
            people[0],
            Author(given="Maria", family="de la Cruz"),
            *people[2:],
        ),
        "another spelling": lambda people: (author("Ada Sampel"), *people[1:]),
        "another given name": lambda people: (author("Alma Sample"), *people[1:]),
    }
    for number, (name, change) in enumerate(changes.items()):
        yield Case(
            f"authors: {name}",
            "author-mismatch",
            1,
            some(number) if number > 1 else TEMPLATES,
            record=lambda paper, change=change: _by(paper, change),
            makers=makers(name.startswith("one author missing")),
        )
    yield Case(
        "authors: one joined since, in the PDF alone",
        "author-mismatch",
        1,
        record=lambda paper: _by(paper, lambda people: people[1:]),
        accepted=prose.AUTHORS[1:],
    )
    yield Case(
        "authors: one left since, in the PDF alone",
        "author-mismatch",
        1,
        record=lambda paper: _by(paper, lambda people: (*people, author("Eve Further"))),
        accepted=(*prose.AUTHORS, "E. Further"),
    )
    yield Case("authors: one joined since", "authors-changed", templates=some(0), accepted=prose.AUTHORS[:-1])
    yield Case(
        "authors: one left since", "authors-changed", templates=some(1), accepted=(*prose.AUTHORS, "Eve Further")
    )
    yield Case(
        "authors: the same as then",
        None,
        templates=some(2),
        accepted=("Sample, Ada", "M. de la Cruz", *prose.AUTHORS[2:]),
    )
    marks = varied(author_lines=("Ada Sample1, María de la Cruz1,2,", "Björn Håkansson-Vogel2, and Mausam1,*"))
    yield Case("authors: numbers of affiliations glued on", None, None, some(3), marks)
    blocks = varied(author_lines=("Ada Sample · María de la Cruz", "Björn Håkansson-Vogel · Mausam"))
    yield Case("authors: two lines", None, None, some(4), blocks)
    initials = varied(author_lines=("A. Sample, M. de la Cruz, B. Håkansson-Vogel, and Mausam",))
    yield Case("authors: initials", None, None, some(0), initials)


def _by(paper: Paper, change: Callable[[tuple[Author, ...]], tuple[Author, ...]]) -> Paper:
    return msgspec.structs.replace(paper, authors=tuple(change(paper.authors)))
