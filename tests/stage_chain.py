"""The stages of a build in one process and in their order, for tests of what becomes of an edition on the whole way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import assemble_volume
import assign_pages
import check_papers
import collect_papers
import detach_appendix
import gather_findings
import inspect_papers
import stamp_papers
import typeset_artifact_appendix
import typeset_author_index
import typeset_front_matter
import typeset_keyword_index
import typeset_placeholders
import verify_volume
import write_bibliography
import write_editorial
import write_proofs
import write_report

Main = Callable[[Sequence[str]], int]


def build(*papers: str) -> None:
    """All stages in the current folder, in their order."""
    both = "--edition work/papers.json --pagination work/pagination.json"
    made = "--volume output/proceedings.pdf --papers output/papers --table output/papers.csv"
    run(collect_papers.main, "--metadata metadata --papers papers --output work/papers.json --findings work/0.json")
    run(inspect_papers.main, f"--folder papers --output work/facts/00.json --kept work/kept {' '.join(papers)}")
    run(check_papers.main, "--edition work/papers.json --output work/1.json work/facts/00.json")
    run(assign_pages.main, f"{both} --facts work/facts/00.json --findings work/2.json --orders work/orders/00.json")
    run(stamp_papers.main, "--orders work/orders/00.json --papers papers --folder work/00 --output work/00.json")
    run(typeset_artifact_appendix.main, f"{both} {part('artifact_appendix')} --outside work/outside.json")
    detached = (
        "--part work/parts/artifact_appendix.pdf --outside work/outside.json --output output/artifact-appendix.pdf"
    )
    run(detach_appendix.main, detached)
    appendix, index = "--appendix work/parts/artifact_appendix.json", "--index work/parts/author_index.json"
    run(typeset_author_index.main, f"{both} {appendix} {part('author_index')}")
    run(typeset_keyword_index.main, f"{both} {appendix} {index} {part('keyword_index')}")
    run(typeset_placeholders.main, f"{both} {part('placeholders')}")
    behind = f"{appendix} {index} --keywords work/parts/keyword_index.json"
    front = f"--metadata metadata --findings work/3.json {part('front_matter')}"
    run(typeset_front_matter.main, f"{both} {behind} {front}")
    run(assemble_volume.main, f"{both} --parts work/parts {made} --findings work/4.json work/00.json")
    run(write_bibliography.main, f"{both} --output output/proceedings.bib")
    proof = "--facts-folder work/facts --parts work/parts --proof output/proof.json --findings work/5.json"
    run(verify_volume.main, f"{both} {made} --bibliography output/proceedings.bib {proof}")
    joined = " ".join(f"work/{number}.json" for number in range(6))
    weighed = "--output output/findings.json --strict work/strict.json"
    run(gather_findings.main, f"--edition work/papers.json {weighed} {joined}")
    run(write_editorial.main, f"{both} --folder output/editorial")
    report = "--table output/papers.csv --proof output/proof.json --facts-folder work/facts"
    told = f"--findings output/findings.json {report} --output output/report/index.html"
    run(write_report.main, f"--edition work/papers.json {told}")
    known = "--findings output/findings.json --proof output/proof.json --facts work/facts/00.json"
    proofs = f"{known} --orders work/orders/00.json --folder output/proofs --record work/proofs.json"
    run(write_proofs.main, f"{both} {proofs}")


def part(stem: str) -> str:
    return f"--output work/parts/{stem}.pdf --record work/parts/{stem}.json"


def run(stage: Main, words: str) -> None:
    """Run a stage, which has to go well; `work/` is the folder between the stages."""
    assert stage([re.sub(r"^work/", "output/work/", word) for word in words.split()]) == 0
