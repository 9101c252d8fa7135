"""What a made paper of each template looks like: its measures, its type, and the parts that the template asks for.

Faces are Source Serif and Source Sans under the names of the template's own fonts: a check reads names and measures,
and fonts that every machine has make the same pages everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from planted import prose

A4 = (595.276, 841.89)
A5 = (419.528, 595.276)
LETTER = (612.0, 792.0)

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """One made paper. Boxes and lengths are in points from the top left.

    `faces` are the font names of running text, bold text and headings. `numbering` writes a section's number before
    its heading. `notice` stands at the foot of the block on page 1. `folio` and `head` give what stands below and above
    the block of a page. `inserted` adds a paragraph at the start of a section: (section, text). `overfull` makes the
    first line of a page that many points too long. `tex` are replacements in the TeX source.
    """

    name: str
    publisher: str
    size: tuple[float, float]
    block: Box
    columns: int
    gutter: float
    body: float
    leading: float
    faces: tuple[str, str, str]
    title_size: float
    numbering: Callable[[int], str]
    abstract_in_column: bool
    notice: tuple[str, ...] = ()
    opening: tuple[tuple[str, str], ...] = ()
    closing: tuple[tuple[str, str], ...] = ()
    appendix: tuple[tuple[str, str], ...] = ()
    references_heading: str = "References"
    capitals: bool = False
    head: Callable[[int], tuple[str, str]] | None = None
    folio: Callable[[int], str] | None = None
    folio_depth: float = 30.0
    title: str = prose.TITLE
    authors: tuple[str, ...] = prose.AUTHORS
    author_lines: tuple[str, ...] = ()
    paragraphs: int = 2
    inserted: tuple[tuple[int, str], ...] = ()
    overfull: tuple[int, float] | None = None
    footnote: str = prose.FOOTNOTE
    line_numbers: bool = False
    tex: tuple[tuple[str, str], ...] = ()

    def but(self, **fields: Any) -> Sheet:
        """The same sheet with these fields otherwise."""
        return replace(self, **fields)


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1]


def _acm_head(page: int) -> tuple[str, str]:
    """The running head of acmart: none on page 1."""
    return ("", "") if page == 1 else ("DLS ’26, June 2026, Hamburg, Germany", prose.HEAD_AUTHORS)


ABSTRACT = ("Abstract", prose.ABSTRACT)
KEYWORDS = ", ".join(prose.KEYWORDS)

LNCS = Sheet(
    name="lncs",
    publisher="springer",
    size=A4,
    block=(134.8, 115.8, 480.6, 662.9),
    columns=1,
    gutter=0.0,
    body=10.0,
    leading=12.0,
    faces=("CMR10", "CMBX10", "CMBX12"),
    title_size=14.0,
    numbering=lambda number: f"{number} ",
    abstract_in_column=False,
    opening=(("Abstract.", prose.ABSTRACT), ("Keywords:", KEYWORDS)),
    closing=(("Disclosure of Interests.", prose.DISCLOSURE),),
)

ACM = Sheet(
    name="acm",
    publisher="acm",
    size=LETTER,
    block=(53.8, 83.7, 558.2, 707.4),
    columns=2,
    gutter=23.9,
    body=9.0,
    leading=11.0,
    faces=("LinLibertineT", "LinLibertineTB", "LinBiolinumTB"),
    title_size=17.0,
    numbering=lambda number: f"{number} ",
    abstract_in_column=True,
    opening=(
        ABSTRACT,
        ("CCS Concepts", "• Computing methodologies → Machine learning; • Networks → Network performance analysis."),
        ("Keywords", KEYWORDS),
        (
            "ACM Reference Format:",
            f"Ada Sample, María de la Cruz, Björn Håkansson-Vogel, and Mausam. 2026. {prose.TITLE}. In Deep Learning "
            "on Supercomputers (DLS ’26), June 26, 2026, Hamburg, Germany. ACM, New York, NY, USA, 8 pages. "
            "https://doi.org/10.1145/3712345.3712346",
        ),
    ),
    notice=(
        "This work is licensed under a Creative Commons",
        "Attribution 4.0 International License.",
        "DLS ’26, Hamburg, Germany",
        "© 2026 Copyright held by the owner/author(s).",
        "ACM ISBN 979-8-4007-1234-0/2026/06",
        "https://doi.org/10.1145/3712345.3712346",
    ),
    head=_acm_head,
    paragraphs=4,
)

IEEE = Sheet(
    name="ieee",
    publisher="ieee",
    size=LETTER,
    block=(49.0, 46.9, 563.0, 716.4),
    columns=2,
    gutter=12.0,
    body=10.0,
    leading=12.0,
    faces=("NimbusRomNo9L-Regu", "NimbusRomNo9L-Medi", "NimbusRomNo9L-Regu"),
    title_size=24.0,
    numbering=lambda number: f"{_roman(number)}. ",
    abstract_in_column=True,
    capitals=True,
    references_heading="REFERENCES",
    opening=(("Abstract—", prose.ABSTRACT), ("Index Terms—", KEYWORDS)),
    notice=("979-8-3315-2468-5/26/$31.00 ©2026 IEEE",),
    paragraphs=4,
)

ACL = Sheet(
    name="acl",
    publisher="acl",
    size=A4,
    block=(70.9, 70.9, 524.4, 773.0),
    columns=2,
    gutter=17.0,
    body=10.95,
    leading=13.6,
    faces=("NimbusRomNo9L-Regu", "NimbusRomNo9L-Medi", "NimbusRomNo9L-Medi"),
    title_size=14.35,
    numbering=lambda number: f"{number} ",
    abstract_in_column=True,
    opening=(ABSTRACT,),
    closing=(("Limitations", prose.LIMITATIONS),),
    paragraphs=3,
)

CEURART = Sheet(
    name="ceurart",
    publisher="ceur",
    size=A4,
    block=(89.3, 84.2, 506.0, 677.8),
    columns=1,
    gutter=0.0,
    body=10.95,
    leading=13.6,
    faces=("LibertinusSerif-Regular", "LibertinusSerif-Bold", "LibertinusSans-Bold"),
    title_size=17.0,
    numbering=lambda number: f"{number}. ",
    abstract_in_column=False,
    opening=(ABSTRACT, ("Keywords", KEYWORDS)),
    closing=(("Declaration on Generative AI", prose.GENERATIVE_AI),),
    notice=(
        "SW’26: Sample Workshop, June 26, 2026, Ghent, Belgium",
        "© 2026 Copyright for this paper by its authors. Use permitted under Creative Commons License",
        "Attribution 4.0 International (CC BY 4.0).",
    ),
    paragraphs=2,
)

SHEETS = {sheet.name: sheet for sheet in (LNCS, ACM, IEEE, ACL, CEURART)}
TEMPLATES = tuple(SHEETS)
