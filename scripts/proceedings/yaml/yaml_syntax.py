"""Says a YAML syntax error in the words of somebody who edits metadata, with its cure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

CURLY = "“”„‟‘’‚‛«»"
"""Quotation marks of prose, which word processors make of straight ones and which YAML takes for letters."""

ODD_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
"""White space that YAML takes for letters; the first, the no-break space, comes from web pages and Word."""

_VALUE_IN_CURLY = re.compile(rf"(?:^|[\[{{,:-])[ \t]*[{CURLY}]")
_CURLY_GOES_ON = re.compile(rf"(?:^|[:-])[ \t]*[{CURLY}][^{CURLY}]*$")
_ODDLY_INDENTED = re.compile(rf"[ \t]*[{ODD_SPACES}]")
_NO_CURLY = "Write straight quotes (\" or ') instead of curly ones, which do not hold a text together in YAML."
NO_ODD_SPACES = "Indent with the space bar; text copied from web pages or Word has other spaces."

# (what libyaml says, the fact, the cure); {opened} is the line on which the broken part begins
_ERRORS = (
    ("tab character", "a tab indents this line.", "Indent with spaces; YAML allows no tabs."),
    (
        "mapping values are not allowed",
        "a colon stands where none can, or the line is indented too far.",
        'Put a text that holds a colon into quotes: title: "Training: A Study".',
    ),
    ("cannot start any token", 'text cannot begin with "{letter}" here.', "Put the text into quotes."),
    ("undefined alias", "text that begins with * names an anchor that does not exist.", "Put the text into quotes."),
    ("unknown escape", "a backslash in double quotes begins a code that does not exist.", "Use single quotes."),
    (
        "unexpected end of stream",
        "the quotation mark of line {opened} is never closed.",
        "Close it; inside single quotes a single quote is written twice.",
    ),
    ("',' or ']'", "the bracket of line {opened} is not closed.", "Put a comma between items and close it with ]."),
    ("',' or '}'", "the brace of line {opened} is not closed.", "Put a comma between items and close it with }."),
    (
        "expected key",
        "this line is not indented like the ones above it, or text goes on after a closing quote.",
        "Give all keys of one item the same indentation, and quote a text as a whole.",
    ),
    ("'-' indicator", "a key stands where the list of line {opened} goes on.", "Begin each item with `- `."),
    ("expected node content", "nothing stands where a value is expected, as between two commas.", "Fill it in."),
    ("another document", "a second document begins here.", "Delete the line `---`; a file holds one document."),
    ("could not find expected ':'", "this line has no colon.", "Write `key: value`, or indent a text that goes on."),
)
_IN_BRACKETS = ("',' or ']'", "',' or '}'")
"""Errors whose broken part is all that follows the bracket."""


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> tuple[int | None, str, str]:
    """Line (from 1), fact and cure of what libyaml stumbled on in `text`."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None, f"this is not YAML: {error.problem}.", "Check indentation, quotes and brackets."
    lines = text.splitlines()
    letter = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    said = "tab character" if letter == "\t" else f"{error.context} {error.problem}"
    opened = error.context_mark.line + 1 if error.context_mark else mark.line + 1
    for number in range(max(opened - 1, mark.line - 1), mark.line + 1):
        if _ODDLY_INDENTED.match("".join(lines[number : number + 1])):
            return number + 1, f"{odd_space(lines[number])} indents this line.", NO_ODD_SPACES
    for sign, fact, cure in _ERRORS:
        if sign in said:
            first = opened - 1 if sign in _IN_BRACKETS else mark.line
            curly = _begins_with_curly_quote(lines, first, mark.line)
            return mark.line + 1, fact.format(letter=letter, opened=opened), _NO_CURLY if curly else cure
    return mark.line + 1, f"this is not YAML: {error.problem}.", "Check indentation, quotes and brackets around it."


def _begins_with_curly_quote(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether a value of these lines (from 0), or one that goes on in them, begins with a curly quote."""
    goes_on = first > 0 and _CURLY_GOES_ON.search(lines[first - 1])
    return bool(goes_on) or any(_VALUE_IN_CURLY.search(line) for line in lines[first : last + 1])


def odd_space(text: str) -> str:
    """What the first odd space of a text is called in messages."""
    first = next(letter for letter in text if letter in ODD_SPACES)
    return "a no-break space" if first == "\u00a0" else f"the odd space U+{ord(first):04X}"
