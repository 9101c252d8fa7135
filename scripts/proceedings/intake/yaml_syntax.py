"""Says a YAML syntax error in the words of somebody who edits metadata, with its cure."""

from __future__ import annotations

import yaml

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


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> tuple[int | None, str, str]:
    """Line (from 1), fact and cure of what libyaml stumbled on in `text`."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None, f"this is not YAML: {error.problem}.", "Check indentation, quotes and brackets."
    lines = text.splitlines()
    letter = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    said = "tab character" if letter == "\t" else f"{error.context} {error.problem}"
    opened = error.context_mark.line + 1 if error.context_mark else mark.line + 1
    for sign, fact, cure in _ERRORS:
        if sign in said:
            return mark.line + 1, fact.format(letter=letter, opened=opened), cure
    return mark.line + 1, f"this is not YAML: {error.problem}.", "Check indentation, quotes and brackets around it."
