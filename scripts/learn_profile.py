"""Measure a reference PDF and write a format profile from it; nothing is overwritten."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from proceedings.learned_profile import NothingToLearnError, learned_profile, profile_yaml, summary
from proceedings.profile import FormatProfile, load_profile, packaged_names
from proceedings.reading.reading import Reading

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class RefusedError(Exception):
    """Why no profile is written: one sentence with the next step."""


def main(argv: Sequence[str] | None = None) -> int:
    """Read the PDF, write the profile, say what it holds."""
    args = _arguments(argv)
    name = args.name or args.pdf.stem
    output = args.output or Path("metadata") / f"{name}.yml"
    try:
        _refuse(name, output)
        print(_learn(args.pdf, name, args.based_on, output))
    except (RefusedError, OSError) as error:
        print(f"learn-profile: {error}", file=sys.stderr)
        return 1
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pdf", metavar="PDF", type=Path, help="a paper in the template, of several pages")
    parser.add_argument("--name", help="the name of the profile; that of the PDF if not given")
    parser.add_argument(
        "--based-on", choices=packaged_names(), help="a profile that holds for all that is not measured"
    )
    parser.add_argument("--output", type=Path, help="metadata/NAME.yml if not given")
    return parser.parse_args(argv)


def _refuse(name: str, output: Path) -> None:
    if not NAME.fullmatch(name):
        raise RefusedError(f'"{name}" is no name for a profile: use letters, digits, hyphens and points.')
    if name.endswith((".yml", ".yaml")):
        raise RefusedError(f"{name} is the name of a file. Give that of the profile, {Path(name).stem}.")
    if name in packaged_names():
        raise RefusedError(
            f"{name} is a profile that comes with Bindery and would hide yours. Give another name, as our-{name}."
        )
    if output.exists():
        raise RefusedError(f"{output} is there already. Delete it, or give another name.")


def _learn(pdf: Path, name: str, based_on: str | None, output: Path) -> str:
    """Measure and write; what was found in one line."""
    if not pdf.is_file():
        raise RefusedError(f"{pdf}: there is no such file.")
    from proceedings.inspection.pdf_inspection import inspect_paper  # here: the engines are 100 ms, a refusal none

    facts = inspect_paper(pdf, pdf.stem)
    if not facts.pages:
        raise RefusedError(f"{pdf} cannot be read: {facts.problem or facts.condition}.")
    try:
        base = load_profile(based_on) if based_on else FormatProfile()
        profile = learned_profile(Reading(facts), base.size_tolerance)
    except NothingToLearnError as error:
        raise RefusedError(f"{pdf}: {error}. Take a paper of several pages in the template.") from error
    profile = msgspec.structs.replace(profile, name=name, based_on=based_on)
    output.parent.mkdir(parents=True, exist_ok=True)
    with output.open("x", encoding="utf-8") as file:
        file.write(profile_yaml(profile, source=pdf.name, pages=len(facts.pages)))
    return f"{output}: {summary(profile)}. Look it through, then write `profile: {name}` in metadata/proceedings.yml."


if __name__ == "__main__":
    raise SystemExit(main())
