"""Take the filled forms of an edition over into the papers' files, and show every difference first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from proceedings.forms.form_files import Form, read_forms
from proceedings.forms.taking_over import change_of
from proceedings.forms.template_files import NoPaperError, paper_called
from proceedings.problem import Problem
from proceedings.records.record_files import write_file
from proceedings.yaml.yaml_edit import NoPlaceError

ALL = "all"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the differences, write what may be written; 1 when a form was left, with the reasons on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edition", metavar="DIR", type=Path, help="the edition folder")
    parser.add_argument("--replace", metavar="ID", nargs="*", default=[], help="papers whose own block may go, or all")
    parser.add_argument("--show-only", action="store_true", help="write nothing")
    args = parser.parse_args(argv)
    forms = list(read_forms(args.edition / "metadata"))
    if not forms:
        print(f"{args.edition / 'metadata' / 'forms'}: there is no form; `make form PAPER=17` writes one")
    try:
        replace = _replaceable(args.replace, [form.paper.stem for form in forms if form.paper])
    except NoPaperError as error:
        print(f"import-forms: {error}", file=sys.stderr)
        return 1
    taken = [_take_over(form, replace, show_only=args.show_only) for form in forms]
    return 0 if all(taken) else 1


def _replaceable(asked: Sequence[str], papers: Sequence[str]) -> set[str | None]:
    """The papers whose block may go whatever is in it; asked for by id, by number, or all of them."""
    return set(papers) if ALL in asked else {paper_called(each, papers) for each in asked}


def _take_over(form: Form, replace: Collection[str | None], *, show_only: bool) -> bool:
    """Whether the paper's file says now what the form says, or would, if only shown."""
    for problem in form.problems:
        print(_line(problem), file=sys.stderr)
    if any(problem.severity != "warning" for problem in form.problems):
        return _left(form, "nothing of it was written")
    if form.paper is None or form.block is None:
        print(f"{form.file}: nothing is filled in")
        return True
    name = form.paper.name
    try:
        change = change_of(form.paper, form.file, form.block)
    except NoPlaceError as error:
        return _left(form, f"{name} {error}")
    if change.state == "same":
        print(f"{form.file}: {name} says this already")
        return True
    print(change.difference)
    if change.state == "edited" and form.paper.stem not in replace:
        by_hand = f"the block of {name} was written or changed by hand"
        return _left(form, f"{by_hand}. To replace it, remarks and all, say REPLACE={form.paper.stem}")
    if not show_only:
        write_file(form.paper, change.content)
    print(f"{form.file}: {'would be' if show_only else 'was'} taken over into {name}")
    return True


def _left(form: Form, reason: str) -> bool:
    print(f"{form.file}: left; {reason}", file=sys.stderr)
    return False


def _line(problem: Problem) -> str:
    kind = "warning: " if problem.severity == "warning" else ""
    return " ".join(f"{kind}{problem.file}, {problem.message} {problem.remedy or ''}".split())


if __name__ == "__main__":
    raise SystemExit(main())
