"""TeX files as text: comments taken away, what is read in turn, and which figures they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*?(?:\n[ \t]*|\Z)")
_UNREAD = re.compile(r"\\begin\{comment\}.*?\\end\{comment\}|\\iffalse\b.*?\\fi\b|\\end\{document\}.*", re.DOTALL)
_CLASS = re.compile(r"\\document(?:class|style)\s*(?:\[[^\]]*\])?\s*\{\s*([^}\s]*)")
_READ_IN = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}]*)\}")
_FIGURE = re.compile(r"\\includegraphics\*?\s*(?:\[[^\]]*\]\s*){0,2}\{([^{}]*)\}")
_BIBLIOGRAPHY = re.compile(r"\\(?:bibliography|addbibresource\s*(?:\[[^\]]*\])?)\s*\{([^{}]*)\}")

PARTIAL_CLASSES = frozenset({"standalone", "subfiles"})
"""Classes of documents that are parts of others."""

FROM_TEX = ("example-image", "example-grid")
"""Pictures that come with every TeX."""

MOST_READ = 500


def without_comments(text: str) -> str:
    """The text that TeX reads."""
    return _UNREAD.sub("", _COMMENT.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n")))


def is_main(text: str) -> bool:
    """Whether a document is made from this text (without comments)."""
    found = _CLASS.search(text)
    return found is not None and found[1] not in PARTIAL_CLASSES and "\\begin{document}" in text


def title_of(text: str) -> str | None:
    r"""What stands in the braces of `\title`, footnotes and thanks taken out; None without one."""
    for match in re.finditer(r"\\title\s*(?:\[(?:[^\[\]]|\[[^\]]*\])*\]\s*)?\{", text):
        if (inside := _braced(text, match.end())) is not None:
            return _without_notes(inside)
    return None


def missing_files(main: str, texts: Mapping[str, str], names: Sequence[str]) -> tuple[str, ...]:
    """What the document needs and the archive does not hold, under the names by which it asks for them.

    `texts` are the archive's TeX files without comments, `names` all its files. A file counts as there in whatever
    folder it lies; names made by macros are passed over.
    """
    read, lost = _read_in_turn(main, texts)
    there = {_bare(name) for name in names} | {PurePosixPath(name).name.casefold() for name in names}
    whole = "\n".join(texts[name] for name in read)
    figures = [name for name in _named(_FIGURE, whole) if not name.startswith(FROM_TEX) and not _is_there(name, there)]
    return tuple(dict.fromkeys([*lost, *figures, *_bibliography(whole, names)]))


def _read_in_turn(main: str, texts: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The files that TeX reads, and those it would look for in vain; a name without a folder may be TeX's own."""
    by_name = {name.casefold(): name for name in texts}
    waiting, read, lost = [main], list[str](), list[str]()
    while waiting and len(read) < MOST_READ:
        current = waiting.pop()
        if current in read:
            continue
        read.append(current)
        for asked in _named(_READ_IN, texts[current]):
            found = next((by_name[path] for path in _paths(asked, main, current) if path in by_name), None)
            if found:
                waiting.append(found)
            elif "/" in asked.removeprefix("./") and not _anywhere(asked, texts):
                lost.append(asked)
    return read, lost


def _paths(asked: str, main: str, current: str) -> Iterator[str]:
    for folder in dict.fromkeys((PurePosixPath(main).parent, PurePosixPath(current).parent)):
        for ending in ("", ".tex"):
            yield _tidy(f"{folder.as_posix()}/{asked}{ending}").casefold()


def _tidy(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts)


def _anywhere(asked: str, texts: Mapping[str, str]) -> bool:
    return _bare(asked) in {_bare(name) for name in texts}


def _named(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """The names that commands are given, unless a macro makes them."""
    for match in pattern.finditer(text):
        name = match[1].strip().strip('"').strip()
        if name and not re.search(r"[\\#$*~]", name):
            yield name


def _bare(name: str) -> str:
    """The name of a file without folder and ending."""
    last = PurePosixPath(name).name
    return last.rpartition(".")[0].casefold() if re.search(r"\.[A-Za-z]{2,4}$", last) else last.casefold()


def _is_there(name: str, there: set[str]) -> bool:
    return _bare(name) in there or PurePosixPath(name).name.casefold() in there


def _bibliography(text: str, names: Sequence[str]) -> Iterator[str]:
    """The first bibliography where neither any of them nor a finished list of references is there."""
    asked = [each.strip() for listed in _named(_BIBLIOGRAPHY, text) for each in listed.split(",") if each.strip()]
    held = {PurePosixPath(name).name.casefold() for name in names}
    if asked and not any(name.endswith(".bbl") for name in held):
        wanted = [name if name.endswith(".bib") else f"{name}.bib" for name in asked]
        if not any(PurePosixPath(name).name.casefold() in held for name in wanted):
            yield wanted[-1]


def _braced(text: str, start: int) -> str | None:
    """What stands from `start` up to the closing brace."""
    depth = 1
    for match in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return text[start : match.start()]
    return None


def _without_notes(title: str) -> str:
    while match := re.search(
        r"\\(?:thanks|footnote|titlenote|subtitle|footnotemark|orcidID)\s*(?:\[[^\]]*\])?\s*\{", title
    ):
        inside = _braced(title, match.end())
        if inside is None:
            break
        title = title[: match.start()] + title[match.end() + len(inside) + 1 :]
    return " ".join(title.replace("\\\\", " ").split())
