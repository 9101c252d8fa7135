"""An edition in which people wrote everywhere what breaks a file that does not look: formulas, markup, TeX, signs."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Set
from typing import Any

import msgspec

from builders import paper
from bundle_makers import PLACES, ada, two_papers
from deposit_makers import FULL, REGISTERING
from full_reproducibility import FULL_BLOCK
from proceedings.records.edition import Edition, Waiver
from proceedings.records.front_matter import FrontMatterText, Sponsor
from proceedings.records.paper import Author, ExtraPages, Person, Rights
from proceedings.records.programme import Talk
from proceedings.records.record import Record
from proceedings.records.volume import Award
from proceedings.sound_text import sound_record

FORMULAS = ("=cmd|' /C calc'!A0", "+1+cmd", "-1+1", "@SUM(1)", "\t=1+1", '=HYPERLINK("http://x";"y")', "＝1", "\n=1")
MARKUP = (
    "<script>alert(1)</script>",
    "</title></style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>' onmouseover='alert(1)",
    "]]><b>",
    "<!-- x",
    "--> <?php ?> <!DOCTYPE x>",
    "&lt;b&gt; &amp; &#0; &x; &",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "[x](javascript:alert(1)) | # h\n- a\n***",
)
TEX = (
    "\\write18{touch x}",
    "\\input{/etc/passwd}",
    "$\\immediate\\write18{x}$",
    "$$\\input{a}$$",
    "open { brace",
    "shut } brace",
    "}}}{{{",
    "100% of $5 and $6",
    "$x_{i$ \\{ $\\{x}$",
    "a_b^c#d&e~f",
    "ends in \\",
    "\\\\",
    "^^5cinput{x}",
    "\\end{document}",
    "``q'' \"cell\", 'x'; y\t|z",
)
LINES = (
    "a\nER  - \nTY  - JOUR",
    "two\n\nparagraphs",
    "a and b and",
    "A, B, C, D",
    "and",
    "others",
    ",",
    ".",
    "---\n...",
    "!!x *y &z",
)
SIGNS = (
    "a\u200bb\u00adc\u2060\ufeffd",
    "\u202ereversed\u202c \u2066apart",
    "nul\x00 bell\x07 esc\x1b[31m del\x7f csi\x9b",
    "no\ufffe\uffff half\ud800",
    "a\u2028b\u2029c\x85d\r\ne\rf",
    "no\u00a0break\u202fhere",
    "a" + "\u0301" * 60,
    "العربية (a) עברית",
    "王小明 नमस्ते ไทย 😀 𝔘",
    "W" * 300,
)
NAMES_OF_FILES = ("CON", "nul.txt", "../../etc/passwd", "C:\\x\\y", "a/b", "..", "-rf", "~", "%n%s${HOME}$(id)`id`")
WORDS = ("null", "true", "1.10", "0x1", "Plain Words")
HOSTILE = (*FORMULAS, *MARKUP, *TEX, *LINES, *SIGNS, *NAMES_OF_FILES, *WORDS)

IDENTIFIERS = re.findall(
    r"\w+", "doi doi_prefix isbn issn orcid ror url paper_url swhid email licence reference country number"
)
KEPT = re.findall(
    r"\w+",
    "id papers affiliations type profile publisher bundles cover photo logo source supplements supports implementation "
    "same_as stem kind status scheme language code paper software datasets hardware algorithms artifacts",
)
"""Fields that name another part of the edition, a file or a kind: what is none of these is no such edition."""


def whole_edition() -> Edition:
    """Two papers and a volume of which every field says something."""
    about = two_papers()
    people = (
        ada(native=None),
        Author(literal="Mausam", email="m@example.org", affiliations=("kiel",)),
        *FULL["people"][2:],
    )
    first = paper(
        "12",
        **{**FULL, "people": people, "affiliations": PLACES},
        short_title="Short",
        track="Track",
        topics=("Topic",),
        awards=("Best Paper",),
        doi="10.5555/v.12",
        licence="CC-BY-4.0",
        rights=Rights(form="form", signer="Ada", variant="v", signed=datetime.date(2019, 6, 1)),
        receipt="4711",
        notes="note",
        extra_pages=ExtraPages(pages=1, allowed_by="Ed"),
        reproducibility=FULL_BLOCK,
    )
    second = msgspec.structs.replace(
        about.papers[1], abstract="Second.", keywords=("k",), doi="10.5555/v.7", reproducibility=FULL_BLOCK
    )
    volume = msgspec.structs.replace(
        REGISTERING,
        subtitle="Sub",
        short_title="Short",
        series="Series",
        number="7",
        publisher_name="Press",
        copyright="the authors",
        topics=("Topic",),
        awards=(Award(name="Reviewer", recipients=("Ada",), reason="Reason"),),
        editors=about.volume.editors,
    )
    return msgspec.structs.replace(
        about,
        volume=volume,
        papers=(first, second),
        keynotes=(
            Talk(
                title="Talk", speaker="Ada", affiliation="Lab", room="Hall", chair="Ed", abstract="A.", biography="B."
            ),
        ),
        front_matter=(FrontMatterText(stem="preface", title="Preface", markdown="Welcome."),),
        sponsors=(Sponsor(name="Sponsor", tier="Gold", url="https://example.org"),),
        waivers=(Waiver(code="page-size", reason="Reason", by="Ed"),),
        printed_date=datetime.date(2019, 6, 20),
    )


def hostile_edition(seed: int) -> Edition:
    """The edition with every text replaced, as the intake gives it; of odd seeds the identifiers are hostile too."""
    chance, texts = random.Random(seed), list[str]()

    def text() -> str:
        if not texts:
            texts.extend(chance.sample(HOSTILE, len(HOSTILE)))
        return texts.pop() + chance.choice(("", "", " x"))

    made: Edition = _with_texts(whole_edition(), text, {*KEPT, *(() if seed % 2 else IDENTIFIERS)})
    volume = msgspec.structs.replace(made.volume, acronym=f"OW {made.volume.acronym}", year=2019)
    return sound_record(msgspec.structs.replace(made, volume=volume))


def _with_texts(value: Any, text: Callable[[], str], kept: Set[str]) -> Any:
    if isinstance(value, str):
        return text()
    if isinstance(value, Record):
        drawn = _without_backslash(text) if isinstance(value, Person) else text
        fields = {
            each.name: getattr(value, each.name) for each in msgspec.structs.fields(type(value)) if _is_text(each)
        }
        new = {name: _with_texts(old, drawn, kept) for name, old in fields.items() if name not in kept or _is_deep(old)}
        return msgspec.structs.replace(value, **new)
    if isinstance(value, tuple):
        return tuple(_with_texts(each, text, kept) for each in value)
    if isinstance(value, dict):
        return {key: _with_texts(each, text, kept) for key, each in value.items()}
    return value


def _without_backslash(text: Callable[[], str]) -> Callable[[], str]:
    """Texts for a name, which PMLR refuses with a backslash in it."""
    return lambda: text().replace("\\", "/")


def _is_text(field: msgspec.structs.FieldInfo) -> bool:
    return "Literal" not in str(field.type)


def _is_deep(value: object) -> bool:
    """Whether a field holds records; lists of ids have the same names."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
    return any(isinstance(each, Record) for each in parts)
