"""Print what papers are said to use, each with its sentence, to be judged by eye.

    python benchmarks/names_in_text.py FOLDER [--every N] [--mentions] [PART ...]

FOLDER holds the papers, PART is a part of a path. Each line is one name of one paper: kind, sign, page, name as it
stands there, its sentence. `--every 5` prints each fifth; `--mentions` prints what counts as only spoken of instead.
The last lines count names and signs by kind and say what a page costs. What comes of it is in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from proceedings.inspection.pdf_inspection import inspect_paper  # noqa: E402
from proceedings.reading.reading import Reading  # noqa: E402
from proceedings.records.vocabulary import Vocabulary  # noqa: E402
from proceedings.vocabulary.lexicon import lexicon_with  # noqa: E402
from proceedings.vocabulary.uses import Use, uses  # noqa: E402
from proceedings.wording import shortened  # noqa: E402

SHOWN = 240
"""Characters of a sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    """Read the papers and print the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the papers are")
    parser.add_argument("parts", nargs="*", metavar="PART", help="parts of paths; without one, all papers")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="print each N-th name")
    parser.add_argument("--mentions", action="store_true", help="print names that are only spoken of")
    args = parser.parse_args(argv)

    told: list[tuple[Path, Use]] = []
    pages, seconds = 0, 0.0
    for path in _papers(args.folder, args.parts):
        reading = Reading(inspect_paper(path, path.stem))
        _ = reading.headings, reading.page_kinds, reading.front, reading.running  # other checks read them too
        before = time.process_time()
        found = list(uses(reading, lexicon_with(Vocabulary())))
        pages, seconds = pages + len(reading.facts.pages), seconds + time.process_time() - before
        told += [(path, each) for each in _once_a_name(found, used=not args.mentions)]
    for path, each in told[:: args.every]:
        print(f"{path.stem[:24]} | {_line(each)}")
    print(_counts([each for _, each in told]))
    print(f"{pages} pages, {1000 * seconds / max(pages, 1):.2f} ms CPU a page")
    return 0


def _papers(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    files = (path for path in sorted(folder.rglob("*.pdf")) if path.is_file())
    return (path for path in files if not parts or any(part in path.as_posix() for part in parts))


def _once_a_name(found: Sequence[Use], *, used: bool) -> Iterator[Use]:
    """The first use of each name, or the first mention of each that is never used."""
    signed = {each.named.term.name for each in found if each.sign}
    chosen = [each for each in found if (bool(each.sign) if used else each.named.term.name not in signed)]
    yield from {each.named.term.name: each for each in reversed(chosen)}.values()


def _line(each: Use) -> str:
    start = max(0, each.sentence.find(each.words) - SHOWN // 2)
    sentence = shortened(each.sentence[start:], SHOWN)
    return f"{each.named.kind} | {each.sign or '-'} | page {each.place.page} | {each.words} | {sentence}"


def _counts(told: Sequence[Use]) -> str:
    by_kind = Counter(each.named.kind for each in told)
    by_sign = Counter(each.sign or "-" for each in told)
    return f"{len(told)} names: {dict(by_kind)}; {dict(by_sign)}"


if __name__ == "__main__":
    raise SystemExit(main())
