"""The proof as a letter: plain text that an editor pastes into a mail, in lines of at most 76 characters.

Only a word that would break if it were cut, such as an address, makes a longer line. Of what authors wrote, the
characters that show nothing and turn the direction of text are left out.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from proceedings.bidi import CONTROLS, isolated
from proceedings.proofs.ladder_view import rung_meanings
from proceedings.proofs.page import ApprovalView, AuthorsProof, LadderRow, LadderView, Urgency
from proceedings.report.page import FindingView
from proceedings.typesetting.math_text import plain_title
from proceedings.wording import shortened

WIDTH = 76
LONGEST_TITLE = 300
"""Characters of a title; a longer one is cut, since whoever reads the letter knows it."""

LONGEST_SUBJECT = 60

HEADINGS: dict[Urgency, str] = {
    "blocking": "What keeps the paper back",
    "doubtful": "What should be looked at",
    "optional": "What you may leave as it is",
}

ANSWER = """\
Answer this letter. A corrected paper comes as a PDF, on the way on which the first one came; \
corrections of title, names and whatever else is printed come in your own words."""
ANSWER_ITEMS = """\
Of the items above, a line each is enough: its id, the key and the value. If you prefer a form, ask us for the \
workbook of your paper, in which all that is known is filled in; nobody has to write YAML."""


def letter(proof: AuthorsProof) -> str:
    """The whole letter, `To:` and `Subject:` in its first lines."""
    told: dict[str, str] = {}
    blocks = [
        _head(proof),
        _lines(f"Dear {_words(proof.greeted)},"),
        _opening(proof),
        _tasks(proof.tasks),
        *(_section(HEADINGS[urgency], _numbered(_points(found, told))) for urgency, found in proof.concerns),
        _settled(proof.settled_here),
        _ladder(proof.ladder),
        _answer(proof),
        _approval(proof),
        _lines(f"With kind regards,\n{_words(proof.signed)}"),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _head(proof: AuthorsProof) -> list[str]:
    to = [f"{_words(name)} <{''.join(address.split())}>" for name, address in proof.to]
    volume = shortened(_words(proof.short_volume), LONGEST_SUBJECT)
    return [f"To: {', '.join(to) or 'no address is known'}", f"Subject: {volume}, paper {proof.id}: your proof"]


def _opening(proof: AuthorsProof) -> list[str]:
    title = shortened(_words(plain_title(proof.title)), LONGEST_TITLE)
    volume = shortened(_words(plain_title(proof.volume)), LONGEST_TITLE)
    come = f"With this letter comes {proof.id}.html, the paper as it will appear."
    if proof.stamped_link:
        come = (
            f"With this letter come {proof.id}.html, the paper as it will appear, and {proof.id}.pdf, the paper with "
            "what is stamped on it."
        )
    return [
        *_lines(f"This is the proof of your paper {proof.id},"),
        "",
        *_lines(isolated(title), "    "),
        "",
        *_lines(f"for {volume}{f' ({proof.pages})' if proof.pages else ''}."),
        "",
        *_lines(f"{proof.state} {proof.due if proof.tasks else ''}"),
        "",
        *_lines(come),
    ]


def _tasks(tasks: Sequence[str]) -> list[str]:
    return _section("What to do", _numbered(tasks)) if tasks else []


def _settled(found: Sequence[FindingView]) -> list[str]:
    if not found:
        return []
    intro = _lines("These points need nothing from you:")
    return _section("What we look after", [*intro, *_numbered([_words(each.message) for each in found])])


def _points(found: Iterable[FindingView], told: dict[str, str]) -> list[str]:
    """What has one code and one cure in one point; a cure that is `told` already, by the first fact, is named by it."""
    alike: dict[tuple[str, str], list[FindingView]] = {}
    for each in found:
        alike.setdefault((each.code, each.remedy), []).append(each)
    return [_point_of(remedy, views, told) for (_, remedy), views in alike.items()]


def _point_of(remedy: str, views: Sequence[FindingView], told: dict[str, str]) -> str:
    facts = [_fact(view) for view in views]
    lines = facts if len(facts) == 1 else [f"{len(facts):,} of one kind:", *(f"* {fact}" for fact in facts)]
    cure = [_words(line) for line in remedy.splitlines() if line.strip()]
    if remedy in told:
        return "\n".join([*lines, f'Cure: as above for "{shortened(told[remedy])}"'])
    told[remedy] = facts[0]
    return "\n".join([*lines, *(f"Cure: {line}" for line in cure[:1]), *cure[1:]])


def _fact(view: FindingView) -> str:
    """The message, with its page where it does not say it."""
    page = f"Page {view.page}: " if view.page and "page" not in view.message else ""
    return f"{page}{_words(view.message)}"


def _ladder(ladder: LadderView | None) -> list[str]:
    if ladder is None:
        return []
    if not ladder.open:
        return _section("Reproducibility", _lines(ladder.sentence))
    rungs = "; ".join(f"{rung} ({meaning})" for rung, meaning in rung_meanings())
    steps = [*_points(ladder.unstated, {}), *map(_step, ladder.asked)]
    words = [
        *_lines(ladder.sentence),
        *_lines(f"The rungs are: {rungs}."),
        "",
        *_numbered(steps),
    ]
    return _section("One step up the ladder of reproducibility", words)


def _step(row: LadderRow) -> str:
    """`Software SW1 (PyTorch) is stated. Give the version ...: it is then identified.`"""
    stands = f"{row.kind.capitalize()} {_words(row.item)} is {row.rung}."
    shortcut = f" Or give {row.shortcut}: it is then persistent." if row.shortcut else ""
    return f"{stands} Give {row.lift}: it is then {row.reaches}.{shortcut}"


def _answer(proof: AuthorsProof) -> list[str]:
    if not proof.tasks:
        return []
    items = _lines(ANSWER_ITEMS) if proof.ladder and proof.ladder.open else []
    return _section("How to answer", [*_lines(ANSWER), *items])


def _approval(proof: AuthorsProof) -> list[str]:
    approval = proof.approval
    if approval is None:
        return []
    if not approval.asked:
        return _section("Approval", _lines(approval.sentence))
    return _section("How to approve", [*_lines(f"{approval.sentence} {_wish(proof.id)}"), "", *_held(approval)])


def _wish(id: str) -> str:
    return f'When all is as it should be, answer "I approve paper {id}", with your name.'


def _held(approval: ApprovalView) -> list[str]:
    """What the chairs enter, and what it holds for."""
    return [
        *_lines("We enter your yes in our list with your name, the date and the SHA-256 of what you approve:"),
        "",
        "    your PDF as we received it",
        f"    {approval.pdf_sha256}",
        "    what is printed of its metadata",
        f"    {approval.metadata_sha256}",
        "",
        *_lines("It holds when pages move, and no more when the file or what is printed of it changes."),
    ]


def _section(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, "-" * len(heading), *lines]


def _numbered(points: Sequence[str]) -> list[str]:
    """Each point behind its number, further lines of it below its words."""
    return [line for number, point in enumerate(points, 1) for line in _point(f"{number}. ", point)]


def _point(mark: str, words: str) -> Iterator[str]:
    blank = " " * len(mark)
    first, *others = words.split("\n")
    yield from _wrapped(first, mark, blank)
    for other in others:
        yield from _wrapped(other, blank, f"{blank}   ")


def _lines(words: str, indent: str = "") -> list[str]:
    return [line for part in words.split("\n") for line in _wrapped(part, indent, indent)]


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words="://" not in words and "`" not in words,
        break_on_hyphens=False,
    )


def _words(text: str) -> str:
    """The text in one line, without characters that show nothing or turn the direction of text."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(sign for sign in line if sign not in CONTROLS and unicodedata.category(sign) not in ("Cc", "Cs"))
