"""The empty block as commented lines: every key with its explanation, and nothing said until a mark is taken away.

Two marks begin a remark, one a line of YAML; without the first marks all of it is valid, and says nothing but ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proceedings.forms.block_keys import ID_LETTERS, Key, keys_of, kinds

FIRST = "# reproducibility:"
"""How a template's block begins: where a file has this line, the template is there."""

_COLUMN = 44
"""Where explanations begin."""

Words = Mapping[str, Mapping[str, str]]


def block_template(words: Words) -> str:
    """The template of a block; `words` are the explanations by record and key."""
    remarks = (
        "What others need to do it again. Take the # and the blank at the beginning of a line away where you",
        "fill it in. What is left empty is not given. Repeat the lines from `- id:` for another item, and",
        "delete the kinds that you do not need; one of algorithms, software, datasets and hardware that does",
        "not apply needs its reason under `not_applicable`.",
    )
    lines = [*(f"## {remark}" for remark in remarks), FIRST]
    for kind in kinds(words):
        lines += [f"# {line}".rstrip() for line in _lines(kind, words, indent="  ")]
    return "\n".join(lines) + "\n"


def _lines(key: Key, words: Words, indent: str) -> Iterator[str]:
    record = key.items or key.record
    yield _explained(f"{indent}{key.name}:{'' if record else _empty(key)}", key)
    if record is None:
        return
    inner = [line for each in keys_of(record, words) for line in _lines(_named(each, key), words, f"{indent}  ")]
    yield from [f"{indent}- {inner[0].removeprefix(f'{indent}  ')}", *inner[1:]] if key.items else inner


def _named(key: Key, kind: Key) -> Key:
    """The id of a kind's first item with its default, so that other items can name it."""
    return key._replace(default=f"{ID_LETTERS[kind.name]}1") if key.name == "id" else key


def _empty(key: Key) -> str:
    """What stands behind the colon of a key that nobody has filled in."""
    if isinstance(key.default, bool):
        return " yes" if key.default else " no"
    if isinstance(key.default, str) and key.default:
        return f" {key.default}"
    return " []" if key.is_list else ""


def _explained(line: str, key: Key) -> str:
    shown = "" if key.name == "id" else key.words
    return f"{line:<{_COLUMN}}# {shown}" if shown else line


def with_marks_away(template: str) -> str:
    """The template as somebody leaves it who has taken the first mark of every line away."""
    return "".join(line.removeprefix("#").removeprefix(" ") for line in template.splitlines(keepends=True))
