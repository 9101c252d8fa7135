"""Names as BibTeX writes them: "von Last, Jr, First", parted by "and"; what braces hold is one piece.

BibLaTeX has a way of its own, "family=Last, given=First, prefix=von", which Zotero exports, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict, cast

from proceedings.importers.imported import Doubt
from proceedings.importers.latex import plain_text
from proceedings.importers.people import ONE_CASE
from proceedings.names import ELIDING, is_east_asian
from proceedings.records.paper import Person

NO_COMMA = "names without a comma are kept whole as `literal`: split them in metadata/papers (or `editors`)"
ODD_NAME = "names that BibTeX itself would not read are kept whole as `literal`: split them"
OTHERS = "authors after the last that is named stand as `and others`: name them"


class BibName(TypedDict, total=False):
    """The fields of a `Person` that hold a name of BibTeX."""

    given: str
    family: str
    particle: str
    suffix: str
    literal: str


def names_of(field: str, where: str, doubts: list[Doubt]) -> list[BibName]:
    """The people in an `author` or `editor` field."""
    written = [each for each in _between_ands(field) if each.strip(" ,")]
    if written and written[-1].strip().lower() == "others":
        doubts.append(Doubt(fact=OTHERS, where=where))
        written = written[:-1]
    return [name for each in written if (name := _name(each, where, doubts))]


def _between_ands(field: str) -> list[str]:
    """The names of a field, which "and" parts outside braces. bibtexparser's own drops a backslash behind an "and"."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in field.split():
        if depth == 0 and word.lower() == "and":
            names.append([])
            continue
        names[-1].append(word)
        signs = re.sub(r"\\.", "", word)
        depth = max(0, depth + signs.count("{") - signs.count("}"))
    return [" ".join(words) for words in names]


def _name(written: str, where: str, doubts: list[Doubt]) -> BibName:
    """The parts that commas set off; a name without a comma is not split, one in braces or in one word is whole."""
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    whole = plain_text(written).strip(" ,")
    if not whole:
        return {}
    if (said := _keyed_parts(written)) is not None:
        return _of_keys(said)
    if _is_braced(written) and (parted := _east_asian(written)):
        return parted
    if _is_braced(written) or not re.search(r"[\s,]", whole):
        return {"literal": whole}
    if "," not in _outside_braces(written) or "=" in whole:
        doubts.append(Doubt(fact=NO_COMMA, where=f"{where} ({whole})"))
        return {"literal": whole}
    try:
        parts = parse_single_name_into_parts(written)
    except InvalidNameError:
        doubts.append(Doubt(fact=ODD_NAME, where=f"{where} ({whole})"))
        return {"literal": whole}
    particle, last = _particle(*_von_and_last([*parts.von, *parts.last]))
    given, family, suffix = _joined(parts.first), plain_text(last), _joined(parts.jr)
    if not given or not family:
        return {"literal": whole}
    if len(family) > 3 and family.isupper():
        doubts.append(Doubt(fact=ONE_CASE, where=f"{where} ({whole})"))
    name: BibName = {"given": given, "family": family}
    if particle:
        name["particle"] = particle
    if suffix:
        name["suffix"] = suffix
    return name


def _keyed_parts(written: str) -> dict[str, str] | None:
    """The parts of "family=Velde, given=Ada, prefix=van der" by their keys; None for a name that is not written so."""
    pairs = [part.partition("=") for part in _split_outside_braces(written)]
    if not all(sign and re.fullmatch(r"[a-z-]+", key.strip()) for key, sign, _ in pairs):
        return None
    return {key.strip(): plain_text(value.strip().strip('"')) for key, _, value in pairs}


def _of_keys(said: Mapping[str, str]) -> BibName:
    """The name with these parts; nothing where they only say how names are printed (`uniquename=false`)."""
    given, family, particle, suffix = (said.get(key, "") for key in ("given", "family", "prefix", "suffix"))
    if particle and said.get("useprefix", "").lower() == "true":
        particle, family = "", f"{particle} {family}"
    if not given or not family:
        return {"literal": given or family} if given or family else {}
    parts = {"given": given, "family": family, "particle": particle, "suffix": suffix}
    return cast(BibName, {key: part for key, part in parts.items() if part})


def _east_asian(written: str) -> BibName | None:
    """The parts of `{\\relax {王}{明}}`, one for BibTeX; None where braces do not hold two names in these scripts."""
    family, rest = _first_group(_inside(written).removeprefix("\\relax "))
    given, suffix = _first_group(rest)
    person = Person(given=plain_text(given), family=plain_text(family))
    if not is_east_asian(person):
        return None
    name: BibName = {"given": person.given or "", "family": person.family or ""}
    return name | {"suffix": plain_text(suffix)} if suffix.strip() else name


def _von_and_last(tokens: Sequence[str]) -> tuple[str, str]:
    """The words up to the last one that begins small, and the family name; the last word of all is never small.

    bibtexparser takes `{\\DJ}` for a small letter.
    """
    small = [place for place, token in enumerate(tokens[:-1], 1) if _begins_small(token)]
    end = small[-1] if small else 0
    return " ".join(tokens[:end]), " ".join(tokens[end:])


def _begins_small(token: str) -> bool:
    """Whether the first letter of a word outside braces is small; one that LaTeX spells stands in braces of its own."""
    letters = plain_text(re.sub(r"^\{[^\\'`{}][^{}]*\}", "", token))
    return next((letter.islower() for letter in letters if letter.isalpha()), False)


def _particle(von: str, last: str) -> tuple[str, str]:
    """The particle and the family name; of `{{d'}Alembert}`, one name for BibTeX, what is in braces is the particle."""
    group, rest = _first_group(_inside(last)) if not von and _is_braced(last) else ("", "")
    is_particle = rest.startswith(" ") or plain_text(group).endswith(ELIDING)
    return (plain_text(group), rest) if group and rest and is_particle else (plain_text(von), last)


def _inside(written: str) -> str:
    """What the braces around a name hold, with the braces that make an apostrophe curved made plain."""
    return written.strip()[1:-1].replace("{'}", "’")


def _first_group(text: str) -> tuple[str, str]:
    """What the braces hold with which a text begins, and what follows; nothing where it begins with a letter's own."""
    depth = 0
    for place, sign in enumerate(text if re.match(r"\{(?!\\)", text) else ""):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return text[1:place], text[place + 1 :]
    return "", text


def _joined(words: Iterable[str]) -> str:
    return plain_text(" ".join(words))


def _is_braced(written: str) -> bool:
    """Whether one pair of braces holds the whole name; `{\\"O}zge {A}` is held by none."""
    written = written.strip()
    return written.startswith("{") and written.endswith("}") and not _outside_braces(written)


def _split_outside_braces(written: str) -> list[str]:
    """What stands between commas that are in no braces."""
    parts, depth = [""], 0
    for sign in written:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _outside_braces(written: str) -> str:
    """What stands in no braces."""
    depth, outside = 0, ""
    for sign, before in zip(written, " " + written, strict=False):
        step = {"{": 1, "}": -1}.get(sign, 0) if before != "\\" else 0
        depth = max(0, depth + step)
        outside += sign if not depth and not step else ""
    return outside
